// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArrayView>
#include <QDateTime>
#include <QMetaType>

#include <compare>
#include <optional>

namespace meshwatch {

/// A moment: microseconds since 1970-01-01 00:00 UTC; 0 is none.
struct Micros {
    qint64 value = 0;

    [[nodiscard]] bool isValid() const { return value != 0; }
    auto operator<=>(const Micros&) const = default;

    /// The system's clock, now.
    [[nodiscard]] static Micros now();
    /// Reads an ISO 8601 moment as the Connector writes it ("2026-01-31T12:00:00.000Z"); anything
    /// else that Qt reads as ISO 8601 works too. Nothing if it is no date.
    [[nodiscard]] static std::optional<Micros> fromIso(QByteArrayView text);
    [[nodiscard]] static Micros fromDateTime(const QDateTime& time);

    /// "2026-01-31T12:00:00.000Z": UTC with milliseconds, the Connector's form.
    [[nodiscard]] QString toIso() const;
    [[nodiscard]] QDateTime toDateTime() const;
};

} // namespace meshwatch

Q_DECLARE_METATYPE(meshwatch::Micros)
