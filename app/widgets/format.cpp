// SPDX-License-Identifier: MIT
#include "format.h"

#include <QDateTime>
#include <QLocale>

#include <cmath>

namespace meshwatch {

namespace {

constexpr QChar narrowSpace(0x202f);
constexpr QChar minus(0x2212);

/// At most three digits that mean something: 1.2, 12, 123.
QString figure(double value) {
    return QLocale().toString(value, 'f', value < 9.95 && std::abs(value - std::round(value)) > 0.05 ? 1 : 0);
}

} // namespace

QString Format::count(qint64 number) {
    QString text = QString::number(qAbs(number));
    for (qsizetype at = text.size() - 3; at > 0; at -= 3)
        text.insert(at, narrowSpace);
    return number < 0 ? minus + text : text;
}

QString Format::shortCount(qint64 number) {
    if (number < 10'000)
        return count(number);
    const double value = double(number);
    if (value < 999'500)
        return figure(value / 1e3) + narrowSpace + QLatin1Char('k');
    if (value < 999.5e6)
        return figure(value / 1e6) + narrowSpace + QLatin1Char('M');
    return figure(value / 1e9) + narrowSpace + QLatin1Char('G');
}

QString Format::bytes(qint64 bytes) {
    if (bytes < 1000)
        return QString::number(bytes) + narrowSpace + QLatin1Char('B');
    const char* units[] = {"kB", "MB", "GB", "TB"};
    double value = double(bytes) / 1000;
    size_t unit = 0;
    while (value >= 999.5 && unit + 1 < std::size(units)) {
        value /= 1000;
        ++unit;
    }
    return figure(value) + narrowSpace + QLatin1String(units[unit]);
}

QString Format::duration(qint64 micros) {
    const QString sign = micros < 0 ? QString(minus) : QString();
    const double ms = std::abs(double(micros)) / 1000;
    if (ms < 999.5)
        return sign + (ms < 1 && ms > 0 ? QStringLiteral("<1") : QString::number(std::lround(ms))) +
               narrowSpace + QLatin1String("ms");
    if (ms < 99'500)
        return sign + figure(ms / 1000) + narrowSpace + QLatin1Char('s');
    if (ms < 5'970'000)
        return sign + figure(ms / 60'000) + narrowSpace + tr("min");
    if (ms < 48.0 * 3'600'000)
        return sign + figure(ms / 3'600'000) + narrowSpace + tr("h", "hours");
    return sign + figure(ms / 86'400'000) + narrowSpace + tr("d", "days");
}

QString Format::rate(double perSecond) {
    return perSecond < 0.01 ? QString() : Format::perSecond(perSecond) + QLatin1String("/s");
}

QString Format::perSecond(double perSecond) {
    if (perSecond < 0.01)
        return QStringLiteral("0");
    if (perSecond < 0.1)
        return QLocale().toString(perSecond, 'f', 2);
    return perSecond < 9.95 ? figure(perSecond) : count(std::llround(perSecond));
}

QString Format::ago(Micros time, Micros now) {
    if (!time.isValid())
        return tr("never");
    const qint64 micros = qMax<qint64>(0, now.value - time.value);
    return micros < 1'000'000 ? tr("just now") : tr("%1 ago").arg(duration(micros / 1'000'000 * 1'000'000));
}

QString Format::time(Micros time, const QTimeZone& zone) {
    if (!time.isValid())
        return QStringLiteral("–");
    const QDateTime moment = time.toDateTime().toTimeZone(zone);
    const bool isToday = moment.date() == QDateTime::currentDateTime().toTimeZone(zone).date();
    return moment.toString(isToday ? QStringLiteral("HH:mm:ss.zzz") : QStringLiteral("MM-dd HH:mm:ss"));
}

QString Format::fullTime(Micros time, const QTimeZone& zone) {
    if (!time.isValid())
        return QStringLiteral("–");
    const QDateTime moment = time.toDateTime().toTimeZone(zone);
    return moment.toString(QStringLiteral("yyyy-MM-dd HH:mm:ss.zzz ")) + moment.timeZoneAbbreviation();
}

QString Format::shortAddress(const QString& address) {
    constexpr qsizetype kept = 8;
    return address.size() <= kept + 6 ? address : QStringLiteral("…") + address.right(kept);
}

QString Format::channel(Channel channel) {
    switch (channel) {
    case Channel::Webhook:
        return tr("hook", "a webhook, as narrow as possible");
    case Channel::Amqp:
        return QStringLiteral("AMQP");
    case Channel::Mqtt:
        return QStringLiteral("MQTT");
    case Channel::Redis:
        return QStringLiteral("Redis");
    case Channel::PubSub:
        return QStringLiteral("Pub/Sub");
    case Channel::Relay:
        return tr("relay");
    case Channel::Sync:
        return tr("sync");
    case Channel::File:
        return tr("file");
    }
    return {};
}

QString Format::channelTitle(Channel channel) {
    switch (channel) {
    case Channel::Webhook:
        return tr("Webhook");
    case Channel::Relay:
        return tr("Relay");
    case Channel::Sync:
        return tr("Sync");
    case Channel::File:
        return tr("File");
    default:
        return Format::channel(channel);
    }
}

} // namespace meshwatch
