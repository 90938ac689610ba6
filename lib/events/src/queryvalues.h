// SPDX-License-Identifier: MIT
#pragma once

#include <meshwatch/core/micros.h>
#include <meshwatch/events/eventcatalogue.h>

#include <optional>

/// Values as people write them in filters.
namespace meshwatch::queryvalues {

/// A stretch of time: from `begin`, up to but without `end`.
struct Span {
    qint64 begin = 0;
    qint64 end = 0;
};

/// "500ms", "2s", "30m", "2h", "7d", "1w": microseconds.
[[nodiscard]] std::optional<qint64> duration(const QString& text);
/// Microseconds that the last digit of such a text stands for: a second in "2s", a tenth of it in "1.5s"; at
/// least 1.
[[nodiscard]] qint64 precision(const QString& duration);
/// What a time means: a duration is all since that long ago, a time of today its minute or second, `today`,
/// `yesterday` and an ISO date that day (local time), an ISO time its second or millisecond.
[[nodiscard]] std::optional<Span> time(const QString& text, Micros now);
/// "500", "20KB", "1.5MB": bytes, in thousands.
[[nodiscard]] std::optional<qint64> bytes(const QString& text);
[[nodiscard]] std::optional<Family> family(const QString& text);

} // namespace meshwatch::queryvalues
