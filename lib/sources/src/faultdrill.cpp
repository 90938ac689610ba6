// SPDX-License-Identifier: MIT
#include <meshwatch/sources/faultdrill.h>

#include <QCoreApplication>
#include <QStringList>

namespace meshwatch {

namespace {

using std::chrono::milliseconds;

struct FaultDrillText {
    Q_DECLARE_TR_FUNCTIONS(FaultDrill)
};

Error invalid(const QString& message) {
    return {QStringLiteral("drill.invalid"), message,
            FaultDrillText::tr("Write it like status=500,for=60s,percent=30, or delay=2s, or drop.")};
}

/// "500ms", "5s", "10m", "1h".
std::optional<milliseconds> duration(const QString& text) {
    static constexpr std::pair<const char*, qint64> units[] = {
        {"ms", 1}, {"s", 1000}, {"m", 60'000}, {"h", 3'600'000}};
    for (const auto& [unit, factor] : units) {
        const QLatin1String suffix(unit);
        if (!text.endsWith(suffix))
            continue;
        bool isNumber = false;
        const int number = text.chopped(suffix.size()).toInt(&isNumber);
        if (isNumber && number >= 0)
            return milliseconds(number * factor);
    }
    return std::nullopt;
}

QString asText(milliseconds time) {
    const bool isWhole = time.count() % 1000 == 0;
    return QString::number(isWhole ? time.count() / 1000 : time.count()) +
           QLatin1String(isWhole ? "s" : "ms");
}

/// Takes one member over; false if it is none of a drill's or has no such value.
bool take(FaultDrill& drill, const QString& name, const QString& value) {
    bool isNumber = false;
    if (name == QLatin1String("drop")) {
        drill.drops = true;
        return value.isEmpty();
    }
    if (name == QLatin1String("status")) {
        drill.status = value.toInt(&isNumber);
        return isNumber;
    }
    if (name == QLatin1String("percent")) {
        drill.percent = value.toInt(&isNumber);
        return isNumber;
    }
    if (name == QLatin1String("seed")) {
        drill.seed = value.toUInt(&isNumber);
        return isNumber;
    }
    const auto time = duration(value);
    if (!time)
        return false;
    if (name == QLatin1String("delay"))
        drill.delay = *time;
    else if (name == QLatin1String("for"))
        drill.duration = *time;
    else
        return false;
    return true;
}

} // namespace

std::optional<Error> FaultDrill::problem() const {
    if (!status && !drops && delay.count() == 0)
        return invalid(FaultDrillText::tr("A drill needs a status, a delay or a drop."));
    if (status && drops)
        return invalid(FaultDrillText::tr("A dropped connection has no status."));
    if (status && (*status < 200 || *status > 599))
        return invalid(FaultDrillText::tr("The status of a drill is from 200 to 599."));
    if (delay.count() < 0 || delay > longestDelay)
        return invalid(FaultDrillText::tr("The delay of a drill is at most %n minute(s).", nullptr,
                                          int(longestDelay.count())));
    if (percent < 1 || percent > 100)
        return invalid(FaultDrillText::tr("The percentage of a drill is from 1 to 100."));
    if (duration.count() <= 0 || duration > longestDuration)
        return invalid(
            FaultDrillText::tr("A drill lasts at most %n minute(s).", nullptr, int(longestDuration.count())));
    return std::nullopt;
}

Result<FaultDrill> FaultDrill::parse(const QString& text) {
    FaultDrill drill;
    const QStringList parts = text.split(QLatin1Char(','));
    for (const QString& part : parts) {
        const qsizetype equals = part.indexOf(QLatin1Char('='));
        const QString name = part.left(equals).trimmed();
        const QString value = equals < 0 ? QString() : part.mid(equals + 1).trimmed();
        if (!take(drill, name, value))
            return invalid(FaultDrillText::tr("“%1” is no part of a drill.").arg(part));
    }
    if (auto problem = drill.problem())
        return *problem;
    return drill;
}

QString FaultDrill::toText() const {
    QStringList parts;
    if (status)
        parts.append(QStringLiteral("status=%1").arg(*status));
    if (drops)
        parts.append(QStringLiteral("drop"));
    if (delay.count() > 0)
        parts.append(QStringLiteral("delay=") + asText(delay));
    if (percent < 100)
        parts.append(QStringLiteral("percent=%1").arg(percent));
    parts.append(QStringLiteral("for=") + asText(duration));
    if (seed)
        parts.append(QStringLiteral("seed=%1").arg(*seed));
    return parts.join(QLatin1Char(','));
}

} // namespace meshwatch
