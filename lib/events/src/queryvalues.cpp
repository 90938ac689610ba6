// SPDX-License-Identifier: MIT
#include "queryvalues.h"

#include <QDateTime>
#include <QRegularExpression>

namespace meshwatch::queryvalues {

namespace {

constexpr double largest = 9e18;

Span day(const QDate& date) {
    return {Micros::fromDateTime(date.startOfDay()).value,
            Micros::fromDateTime(date.addDays(1).startOfDay()).value};
}

/// A moment of which the last digits are not given lasts until they would change.
Span lasting(const QDateTime& begin, qint64 micros) {
    const qint64 at = Micros::fromDateTime(begin).value;
    return {at, at + micros};
}

const QRegularExpression& durationForm() {
    static const QRegularExpression form(QStringLiteral("^([0-9]+(?:\\.[0-9]+)?)(us|ms|s|m|h|d|w)$"));
    return form;
}

double unitMicros(const QString& name) {
    static const std::pair<const char*, double> units[] = {
        {"us", 1}, {"ms", 1e3}, {"s", 1e6}, {"m", 60e6}, {"h", 3600e6}, {"d", 86400e6}, {"w", 604800e6}};
    for (const auto& [unit, micros] : units) {
        if (name == QLatin1String(unit))
            return micros;
    }
    return 0;
}

constexpr qint64 millisecond = 1000;
constexpr qint64 second = 1000 * millisecond;
constexpr qint64 minute = 60 * second;

} // namespace

std::optional<qint64> duration(const QString& text) {
    const auto match = durationForm().match(text);
    if (!match.hasMatch())
        return std::nullopt;
    const double value = match.captured(1).toDouble() * unitMicros(match.captured(2));
    return value < largest ? std::optional(qint64(value)) : std::nullopt;
}

qint64 precision(const QString& duration) {
    const auto match = durationForm().match(duration);
    const QString number = match.captured(1);
    const qsizetype point = number.indexOf(QLatin1Char('.'));
    double micros = unitMicros(match.captured(2));
    for (qsizetype i = point + 1; point >= 0 && i < number.size(); ++i)
        micros /= 10;
    return qMax(qint64(1), qint64(micros));
}

std::optional<Span> time(const QString& text, Micros now) {
    if (const auto back = duration(text))
        return Span{now.value - *back, std::numeric_limits<qint64>::max()};
    const QDate today = now.toDateTime().toLocalTime().date();
    if (text.compare(QLatin1String("today"), Qt::CaseInsensitive) == 0)
        return day(today);
    if (text.compare(QLatin1String("yesterday"), Qt::CaseInsensitive) == 0)
        return day(today.addDays(-1));
    const QTime toMinute = QTime::fromString(text, QStringLiteral("H:mm"));
    if (toMinute.isValid())
        return lasting(QDateTime(today, toMinute), minute);
    const QTime toSecond = QTime::fromString(text, QStringLiteral("H:mm:ss"));
    if (toSecond.isValid())
        return lasting(QDateTime(today, toSecond), second);
    // Longer than any date; and what is not ASCII is none.
    if (text.size() > 40)
        return std::nullopt;
    const QDate date = text.size() == 10 ? QDate::fromString(text, Qt::ISODate) : QDate();
    if (date.isValid())
        return day(date);
    QString iso = text;
    if (iso.size() > 10 && iso[10] == QLatin1Char(' '))
        iso[10] = QLatin1Char('T');
    const QDateTime moment = QDateTime::fromString(iso, Qt::ISODateWithMs);
    if (!moment.isValid() || !iso.contains(QLatin1Char('T')))
        return std::nullopt;
    const qsizetype colons = iso.mid(10, 9).count(QLatin1Char(':'));
    return lasting(moment, iso.contains(QLatin1Char('.')) ? millisecond : colons > 1 ? second : minute);
}

std::optional<qint64> bytes(const QString& text) {
    static const QRegularExpression form(QStringLiteral("^([0-9]+(?:\\.[0-9]+)?)\\s*(B|KB|MB|GB)?$"),
                                         QRegularExpression::CaseInsensitiveOption);
    const auto match = form.match(text);
    if (!match.hasMatch())
        return std::nullopt;
    const QString unit = match.captured(2).toUpper();
    const double factor = unit == QLatin1String("GB")   ? 1e9
                          : unit == QLatin1String("MB") ? 1e6
                          : unit == QLatin1String("KB") ? 1e3
                                                        : 1;
    const double value = match.captured(1).toDouble() * factor;
    return value < largest ? std::optional(qint64(value)) : std::nullopt;
}

std::optional<Family> family(const QString& text) {
    for (int i = 0; i <= int(Family::Other); ++i) {
        if (familyName(Family(i)).compare(text, Qt::CaseInsensitive) == 0)
            return Family(i);
    }
    return std::nullopt;
}

} // namespace meshwatch::queryvalues
