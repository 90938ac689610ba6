// SPDX-License-Identifier: MIT
#include <meshwatch/messaging/roundtripresult.h>

#include <QJsonArray>

#include <algorithm>
#include <numeric>

namespace meshwatch {

namespace {

using Step = RoundTripResult::Step;

qint64 msBetween(Micros from, Micros to) {
    return from.isValid() && to.isValid() ? (to.value - from.value) / 1000 : -1;
}

const char* endingName(RoundTripResult::Ending ending) {
    static constexpr const char* names[] = {"running", "answered", "timedOut", "cancelled", "failed"};
    return names[size_t(ending)];
}

QString shown(qint64 ms) { return ms < 0 ? QStringLiteral("–") : QStringLiteral("%1 ms").arg(ms); }

} // namespace

int RoundTripResult::calls() const {
    return int(std::count_if(steps.begin(), steps.end(),
                             [](const Step& step) { return step.kind == Step::Kind::Call; }));
}

qint64 RoundTripResult::bytesSent() const {
    return std::accumulate(steps.begin(), steps.end(), qint64(0),
                           [](qint64 sum, const Step& step) { return sum + step.sent; });
}

qint64 RoundTripResult::bytesReceived() const {
    return std::accumulate(steps.begin(), steps.end(), qint64(0),
                           [](qint64 sum, const Step& step) { return sum + step.received; });
}

qint64 RoundTripResult::totalMs() const { return msBetween(startedAt, knownAt); }
qint64 RoundTripResult::delayMs() const { return msBetween(answeredAt, knownAt); }

QJsonObject RoundTripResult::toJson() const {
    QJsonArray list;
    for (const Step& step : steps) {
        list.append(
            QJsonObject{{QStringLiteral("kind"),
                         step.kind == Step::Kind::Call ? QStringLiteral("call") : QStringLiteral("event")},
                        {QStringLiteral("name"), step.name},
                        {QStringLiteral("at"), step.at.toIso()},
                        {QStringLiteral("ms"), step.tookMs},
                        {QStringLiteral("sent"), step.sent},
                        {QStringLiteral("received"), step.received},
                        {QStringLiteral("failed"), step.isFailed}});
    }
    return {
        {QStringLiteral("way"), way == Way::Polling ? QStringLiteral("polling") : QStringLiteral("events")},
        {QStringLiteral("ending"), QLatin1String(endingName(ending))},
        {QStringLiteral("error"), error.text()},
        {QStringLiteral("inDoubt"), isInDoubt},
        {QStringLiteral("messageId"), messageId},
        {QStringLiteral("requestId"), requestId},
        {QStringLiteral("answerId"), answerId},
        {QStringLiteral("calls"), calls()},
        {QStringLiteral("bytesSent"), bytesSent()},
        {QStringLiteral("bytesReceived"), bytesReceived()},
        {QStringLiteral("sentConfirmedMs"), sentConfirmedMs},
        {QStringLiteral("totalMs"), totalMs()},
        {QStringLiteral("delayMs"), delayMs()},
        {QStringLiteral("steps"), list}};
}

QStringList RoundTripResult::compare(const RoundTripResult& polling, const RoundTripResult& events) {
    return {tr("Calls: %1 by polling, %2 by events.").arg(polling.calls()).arg(events.calls()),
            tr("Bytes: %1 by polling, %2 by events.")
                .arg(polling.bytesSent() + polling.bytesReceived())
                .arg(events.bytesSent() + events.bytesReceived()),
            tr("From sending to knowing the answer: %1 by polling, %2 by events.")
                .arg(shown(polling.totalMs()), shown(events.totalMs())),
            tr("From the answer to knowing it: %1 by polling, %2 by events.")
                .arg(shown(polling.delayMs()), shown(events.delayMs()))};
}

} // namespace meshwatch
