// SPDX-License-Identifier: MIT
#include "queryvalues.h"

#include <QDateTime>
#include <QRegularExpression>

namespace meshwatch::queryvalues {

std::optional<qint64> duration(const QString& text) {
    static const QRegularExpression form(QStringLiteral("^(\\d+(?:\\.\\d+)?)(us|ms|s|m|h|d|w)$"));
    const auto match = form.match(text);
    if (!match.hasMatch())
        return std::nullopt;
    static const std::pair<const char*, double> units[] = {
        {"us", 1}, {"ms", 1e3}, {"s", 1e6}, {"m", 60e6}, {"h", 3600e6}, {"d", 86400e6}, {"w", 604800e6}};
    for (const auto& [unit, micros] : units) {
        if (match.captured(2) == QLatin1String(unit)) {
            const double value = match.captured(1).toDouble() * micros;
            return value < 9e18 ? std::optional(qint64(value)) : std::nullopt;
        }
    }
    return std::nullopt;
}

std::optional<Micros> time(const QString& text, Micros now) {
    if (const auto back = duration(text))
        return Micros{now.value - *back};
    const QDate today = now.toDateTime().toLocalTime().date();
    if (text.compare(QLatin1String("today"), Qt::CaseInsensitive) == 0)
        return Micros::fromDateTime(today.startOfDay());
    if (text.compare(QLatin1String("yesterday"), Qt::CaseInsensitive) == 0)
        return Micros::fromDateTime(today.addDays(-1).startOfDay());
    for (const char* form : {"H:mm", "H:mm:ss"}) {
        const QTime clock = QTime::fromString(text, QLatin1String(form));
        if (clock.isValid())
            return Micros::fromDateTime(QDateTime(today, clock));
    }
    const QDate date = QDate::fromString(text, Qt::ISODate);
    if (date.isValid() && text.size() == 10)
        return Micros::fromDateTime(date.startOfDay());
    return Micros::fromIso(text.toLatin1());
}

std::optional<double> bytes(const QString& text) {
    static const QRegularExpression form(QStringLiteral("^(\\d+(?:\\.\\d+)?)\\s*(B|KB|MB|GB)?$"),
                                         QRegularExpression::CaseInsensitiveOption);
    const auto match = form.match(text);
    if (!match.hasMatch())
        return std::nullopt;
    const QString unit = match.captured(2).toUpper();
    const double factor = unit == QLatin1String("GB") ? 1e9 : unit == QLatin1String("MB") ? 1e6 : unit == QLatin1String("KB") ? 1e3 : 1;
    return match.captured(1).toDouble() * factor;
}

std::optional<Family> family(const QString& text) {
    for (int i = 0; i <= int(Family::Other); ++i) {
        if (familyName(Family(i)).compare(text, Qt::CaseInsensitive) == 0)
            return Family(i);
    }
    return std::nullopt;
}

} // namespace meshwatch::queryvalues
