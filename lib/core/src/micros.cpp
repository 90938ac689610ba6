// SPDX-License-Identifier: MIT
#include <meshwatch/core/micros.h>

#include <chrono>

namespace meshwatch {

namespace {

/// Reads `count` digits at `at`; -1 if one of them is none.
int digits(QByteArrayView text, qsizetype at, int count) {
    int value = 0;
    for (qsizetype i = at; i < at + count; ++i) {
        const char c = text[i];
        if (c < '0' || c > '9')
            return -1;
        value = value * 10 + (c - '0');
    }
    return value;
}

/// The Connector's own form, "yyyy-MM-ddTHH:mm:ss.zzzZ", without a QDateTime: it stands in every event.
std::optional<Micros> fromConnectorForm(QByteArrayView text) {
    if (text.size() != 24 || text[4] != '-' || text[7] != '-' || text[10] != 'T' || text[13] != ':' ||
        text[16] != ':' || text[19] != '.' || text[23] != 'Z')
        return std::nullopt;
    const int year = digits(text, 0, 4), month = digits(text, 5, 2), day = digits(text, 8, 2);
    const int hour = digits(text, 11, 2), minute = digits(text, 14, 2), second = digits(text, 17, 2);
    const int milli = digits(text, 20, 3);
    const std::chrono::year_month_day date{std::chrono::year(year), std::chrono::month(unsigned(month)),
                                           std::chrono::day(unsigned(day))};
    if (year < 0 || hour < 0 || hour > 23 || minute < 0 || minute > 59 || second < 0 || second > 60 ||
        milli < 0 || !date.ok())
        return std::nullopt;
    const auto days = std::chrono::sys_days(date).time_since_epoch().count();
    const qint64 seconds = ((qint64(days) * 24 + hour) * 60 + minute) * 60 + second;
    return Micros{(seconds * 1000 + milli) * 1000};
}

} // namespace

Micros Micros::now() {
    using namespace std::chrono;
    return {duration_cast<microseconds>(system_clock::now().time_since_epoch()).count()};
}

std::optional<Micros> Micros::fromIso(QByteArrayView text) {
    if (const auto fast = fromConnectorForm(text))
        return fast;
    const QDateTime time = QDateTime::fromString(QString::fromLatin1(text), Qt::ISODateWithMs);
    if (!time.isValid())
        return std::nullopt;
    return fromDateTime(time);
}

Micros Micros::fromDateTime(const QDateTime& time) { return {time.toMSecsSinceEpoch() * 1000}; }

QString Micros::toIso() const { return toDateTime().toUTC().toString(Qt::ISODateWithMs); }

QDateTime Micros::toDateTime() const {
    // Rounded towards the past also before 1970, so that .999999 never becomes the next second.
    const qint64 millis = value >= 0 ? value / 1000 : (value - 999) / 1000;
    return QDateTime::fromMSecsSinceEpoch(millis, Qt::UTC);
}

} // namespace meshwatch
