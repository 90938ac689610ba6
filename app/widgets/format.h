// SPDX-License-Identifier: MIT
#pragma once

#include <meshwatch/core/micros.h>
#include <meshwatch/events/channel.h>

#include <QCoreApplication>
#include <QString>
#include <QTimeZone>

namespace meshwatch {

/// How figures, times and names are written for people, the same on every page.
class Format {
    Q_DECLARE_TR_FUNCTIONS(Format)
public:
    /// "1 204 332": groups of three with a narrow space in every language.
    [[nodiscard]] static QString count(qint64 number);
    /// "1.2 M", "42 k": for narrow places.
    [[nodiscard]] static QString shortCount(qint64 number);
    /// "620 B", "731 MB": powers of 1000.
    [[nodiscard]] static QString bytes(qint64 bytes);
    /// "431 ms", "2.4 s", "3 min", "5 h", "12 d" of microseconds; with a minus sign if negative.
    [[nodiscard]] static QString duration(qint64 micros);
    /// "41/s", "0.4/s"; empty below one in a hundred seconds.
    [[nodiscard]] static QString rate(double perSecond);
    /// "41", "0.4", "0": where the unit stands beside it.
    [[nodiscard]] static QString perSecond(double perSecond);
    /// "3 s ago"; "never" of no time.
    [[nodiscard]] static QString ago(Micros time, Micros now = Micros::now());
    /// "21:14:07.084" today, "11-23 21:14:07" on another day; as narrow as a column.
    [[nodiscard]] static QString time(Micros time, const QTimeZone& zone);
    /// "2026-11-23 21:14:07.084 UTC": nothing left out.
    [[nodiscard]] static QString fullTime(Micros time, const QTimeZone& zone);
    /// "…8f21c0de": an address as narrow as a column.
    [[nodiscard]] static QString shortAddress(const QString& address);
    /// "hook", "AMQP", …: as a column shows a channel.
    [[nodiscard]] static QString channel(Channel channel);
    /// "Webhook", "AMQP", …: as a sentence names a channel.
    [[nodiscard]] static QString channelTitle(Channel channel);
};

} // namespace meshwatch
