// SPDX-License-Identifier: MIT
#include "pubsubsession.h"

#include "pubsubmessage.h"
#include "sourcelink.h"

#include <QCoreApplication>
#include <QSocketNotifier>

namespace meshwatch {

namespace {

using namespace std::chrono_literals;
using ProblemKind = PubSubProblem::Kind;

struct PubSubSessionText {
    Q_DECLARE_TR_FUNCTIONS(EventSource)
};

/// An empty answer that came sooner was not waited for at the server.
constexpr auto leastWait = 500ms;
/// So often in a row the server may ask to come again later before the connection counts as broken.
constexpr int mostTroubles = 4;
constexpr auto handBackTime = 1s;
constexpr auto forgetEvery = std::chrono::hours(1);
constexpr qint64 seenEveryMicros = 30'000'000;
/// Clocks differ, and a message may be on its way for a while.
constexpr auto forgetReserve = std::chrono::hours(1);

/// What stands as the source's position while its subscription is missing.
constexpr char missingPosition[] = "missing";

Micros before(std::chrono::seconds duration) {
    return {Micros::now().value - std::chrono::microseconds(duration).count()};
}

} // namespace

PubSubSession::PubSubSession(PubSubApi& api, SourceFeed& feed, int messages)
    : m_api(api)
    , m_feed(feed)
    , m_messages(messages)
    , m_leases(m_subscription.acknowledgeWithin)
    , m_emptyPause(50ms, 1s)
    , m_troublePause(1s, 30s)
    , m_acknowledgePause(250ms, 4s) {
    for (QTimer* timer : {&m_nextPull, &m_nextAcknowledge, &m_nextExtension})
        timer->setSingleShot(true);
    connect(&m_nextPull, &QTimer::timeout, this, &PubSubSession::pull);
    connect(&m_nextAcknowledge, &QTimer::timeout, this, &PubSubSession::acknowledge);
    connect(&m_nextExtension, &QTimer::timeout, this, &PubSubSession::extend);
    connect(&m_nextForgetting, &QTimer::timeout, this, &PubSubSession::forget);
}

Result<void> PubSubSession::run() {
    QSocketNotifier wake(m_feed.wakeDescriptor(), QSocketNotifier::Read);
    connect(&wake, &QSocketNotifier::activated, this, &PubSubSession::woken);
    if (m_feed.isStopping())
        return {};
    m_api.subscription(
        [this](const Result<PubSubSubscription, PubSubProblem>& subscription) { begin(subscription); });
    m_loop.exec();
    // Nothing may call back into what is about to go.
    m_api.cancelAll();
    return m_result;
}

void PubSubSession::end(Result<void> result) {
    m_result = std::move(result);
    m_isEnding = true;
    m_loop.quit();
}

void PubSubSession::begin(const Result<PubSubSubscription, PubSubProblem>& subscription) {
    if (!subscription)
        return pullFailed(subscription.error());
    m_subscription = *subscription;
    const QString resource = m_api.endpoint().resource();
    if (!m_subscription.hindrance.isEmpty())
        return end(sourceerror::refused(
            PubSubSessionText::tr("%1 %2.").arg(resource, m_subscription.hindrance), m_subscription.advice));
    m_leases = PubSubLeases(m_subscription.acknowledgeWithin);
    noteGap(m_subscription);
    forget();
    m_nextForgetting.start(forgetEvery);
    if (m_subscription.isKnown)
        m_feed.connected(PubSubSessionText::tr("%1 of %2").arg(resource, m_subscription.topic));
    pull();
}

/// Of what was published while nobody listened the oldest is gone after a while, and all of it with the
/// subscription itself.
void PubSubSession::noteGap(const PubSubSubscription& subscription) {
    const Micros seen = m_feed.source().lastSeen;
    const bool wasMissing = m_feed.source().position == missingPosition;
    const Micros kept = before(subscription.keeps);
    if (seen.isValid() && wasMissing)
        m_feed.addGap(Gap::Reason::QueueLost, seen, Micros::now());
    else if (seen.isValid() && seen < kept)
        m_feed.addGap(Gap::Reason::PositionLost, seen, kept);
    if (wasMissing) {
        m_feed.setPosition({});
        m_feed.submit();
    }
}

void PubSubSession::woken() {
    m_feed.drainWake();
    if (m_isEnding)
        return;
    if (m_feed.isStopping())
        return handBack();
    if (m_feed.hasFailed())
        return end(sourceerror::notStored());
    settle();
    pull();
}

void PubSubSession::pull() {
    // While the store is behind, messages are better kept by Pub/Sub.
    if (m_isPulling || m_isEnding || m_nextPull.isActive() || m_feed.isFull())
        return;
    m_isPulling = true;
    m_pullBegan = Clock::now();
    m_pullBeganAt = Micros::now();
    m_api.pull(m_messages, [this](const Answer& answer) {
        m_isPulling = false;
        pulled(answer);
    });
}

void PubSubSession::pulled(const Answer& answer) {
    if (m_isEnding)
        return;
    if (!answer)
        return pullFailed(answer.error());
    const QByteArray path =
        (m_api.endpoint().project + QLatin1Char('/') + m_api.endpoint().subscription).toUtf8();
    auto messages = readPubSubPull(*answer, path);
    if (!messages)
        return end(messages.error());
    m_troubles = 0;
    m_troublePause.reset();
    // Who may not see what the subscription is like learns by the first answer that it may be read.
    if (!m_subscription.isKnown)
        m_feed.connected(m_api.endpoint().resource());
    if (messages->empty() && Clock::now() - m_pullBegan < leastWait)
        m_nextPull.start(m_emptyPause.next());
    else
        m_emptyPause.reset();
    take(std::move(*messages));
    settle();
    pull();
}

void PubSubSession::pullFailed(const PubSubProblem& problem) {
    switch (problem.kind) {
    case ProblemKind::TooLarge:
        // What was in the answer comes again when its term is over.
        if (m_messages > 1) {
            m_messages = std::max(1, m_messages / 10);
            return pull();
        }
        break;
    case ProblemKind::Transient:
        if (m_pullBegan != Clock::time_point() && ++m_troubles < mostTroubles) {
            m_nextPull.start(m_troublePause.next());
            return;
        }
        break;
    case ProblemKind::Missing:
        m_feed.setPosition(missingPosition);
        m_feed.submit();
        break;
    default:
        break;
    }
    end(problem.error);
}

void PubSubSession::take(std::vector<PubSubMessage> messages) {
    const auto now = Clock::now();
    for (PubSubMessage& message : messages) {
        if (message.flaw.isEmpty())
            m_feed.take(std::move(message.delivery));
        else
            m_feed.refuse(message.delivery, message.delivery.body.size(), message.flaw);
        m_leases.add(m_feed.taken(), std::move(message.ackId), now);
    }
    m_feed.submit();
    planExtension();
}

void PubSubSession::settle() {
    const qint64 settled = m_feed.settled();
    m_leases.settle(settled);
    acknowledge();
    if (settled == m_feed.taken() && !m_feed.hasFailed() &&
        m_pullBeganAt.value > m_seenAt.value + seenEveryMicros) {
        m_seenAt = m_pullBeganAt;
        m_feed.noteSeen(m_seenAt);
    }
}

void PubSubSession::acknowledge() {
    if (m_isAcknowledging || m_isEnding || m_nextAcknowledge.isActive() || !m_leases.hasSettled())
        return;
    auto leases = m_leases.takeSettled(m_mostAcknowledged, Clock::now());
    if (leases.empty())
        return;
    m_isAcknowledging = true;
    const auto ids = PubSubLeases::idsOf(leases);
    m_api.acknowledge(ids, [this, leases = std::move(leases)](const Answer& answer) mutable {
        m_isAcknowledging = false;
        if (m_isEnding)
            return;
        if (!answer)
            return acknowledgeFailed(std::move(leases), answer.error());
        m_acknowledgePause.reset();
        m_mostAcknowledged = std::min(m_mostAcknowledged * 2, PubSubLeases::mostInCall);
        acknowledge();
    });
}

void PubSubSession::acknowledgeFailed(PubSubLeases::Leases leases, const PubSubProblem& problem) {
    switch (problem.kind) {
    case ProblemKind::BadRequest:
        // One of them is not accepted (any more): it is found by asking for fewer at a time, and let go. It
        // comes again if it was not acknowledged.
        if (leases.size() > 1) {
            m_mostAcknowledged = qsizetype(leases.size()) / 2;
            m_leases.giveBack(std::move(leases));
        }
        return acknowledge();
    case ProblemKind::Broken:
    case ProblemKind::Transient:
        m_leases.giveBack(std::move(leases));
        if (m_leases.dropLapsed(Clock::now()) > 0)
            return end(problem.error);
        return m_nextAcknowledge.start(m_acknowledgePause.next());
    default:
        return end(problem.error);
    }
}

void PubSubSession::extend() {
    const auto from = Clock::now();
    auto due = m_leases.dueForExtension(from);
    if (!due.empty()) {
        const auto ids = PubSubLeases::idsOf(due);
        m_api.setDeadline(ids, m_leases.term(), [this, from, due = std::move(due)](const Answer& answer) {
            if (m_isEnding)
                return;
            // A failure shows in pulling and acknowledging too; here it is only tried again.
            if (answer)
                m_leases.extended(due, from);
            planExtension();
        });
    }
    planExtension();
}

void PubSubSession::planExtension() {
    const auto next = m_leases.nextExtension();
    if (!next)
        return m_nextExtension.stop();
    const auto left = std::chrono::ceil<std::chrono::milliseconds>(*next - Clock::now());
    m_nextExtension.start(std::max(left, 0ms));
}

void PubSubSession::forget() { m_feed.forgetDeliveries(before(m_subscription.keeps + forgetReserve)); }

/// Acknowledges what is stored and gives back the rest, so that others need not wait for the end of its term;
/// but the program does not wait for that.
void PubSubSession::handBack() {
    m_isEnding = true;
    m_api.cancelAll();
    m_leases.settle(m_feed.settled());
    const auto settled = PubSubLeases::idsOf(m_leases.takeSettled(PubSubLeases::mostInCall, Clock::now()));
    const auto unsettled = m_leases.unsettled().mid(0, PubSubLeases::mostInCall);
    const auto left = std::make_shared<int>(int(!settled.isEmpty()) + int(!unsettled.isEmpty()));
    if (*left == 0)
        return m_loop.quit();
    const auto done = [this, left](const Answer&) {
        if (--*left == 0)
            m_loop.quit();
    };
    if (!settled.isEmpty())
        m_api.acknowledge(settled, done);
    if (!unsettled.isEmpty())
        m_api.setDeadline(unsettled, 0s, done);
    QTimer::singleShot(handBackTime, &m_loop, &QEventLoop::quit);
}

} // namespace meshwatch
