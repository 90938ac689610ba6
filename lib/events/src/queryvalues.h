// SPDX-License-Identifier: MIT
#pragma once

#include <meshwatch/core/micros.h>
#include <meshwatch/events/eventcatalogue.h>

#include <optional>

/// Values as people write them in filters.
namespace meshwatch::queryvalues {

/// "500ms", "2s", "30m", "2h", "7d", "1w": microseconds.
[[nodiscard]] std::optional<qint64> duration(const QString& text);
/// A duration back from now, a time of today, `today`, `yesterday` (local time), or an ISO date or time.
[[nodiscard]] std::optional<Micros> time(const QString& text, Micros now);
/// "500", "20KB", "1.5MB": bytes.
[[nodiscard]] std::optional<double> bytes(const QString& text);
[[nodiscard]] std::optional<Family> family(const QString& text);

} // namespace meshwatch::queryvalues
