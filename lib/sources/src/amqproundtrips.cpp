// SPDX-License-Identifier: MIT
#include "amqproundtrips.h"

namespace meshwatch {

namespace {

using namespace std::chrono_literals;

constexpr auto amqpAskPause = 1s;
constexpr auto amqpTellPause = 5s;
/// The answer says that the broker has an acknowledgement, not that it is on its disk.
constexpr auto amqpSafety = 10s;

} // namespace

AmqpRoundTrips::AmqpRoundTrips(const AmqpQueue& queue, SourceFeed& feed, int heartbeatSeconds,
                               qint64 prefetch)
    : m_queue(queue)
    , m_feed(feed)
    , m_oldConnectionsLast(3 * (heartbeatSeconds > 0 ? heartbeatSeconds : 600))
    , m_prefetch(prefetch) {}

bool AmqpRoundTrips::work() {
    noteSettledSight();
    const auto now = Clock::now();
    if (m_question || now - m_lastAsked < amqpAskPause)
        return true;
    m_lastAsked = now;
    m_question = {now, Micros::now(), m_acknowledged};
    return m_queue.ask();
}

void AmqpRoundTrips::answered(qint64 waiting) {
    if (!m_question)
        return;
    const Question question = *m_question;
    m_question.reset();
    tellWaiting(waiting);
    watchOldDeliveries(question);
    keepCertainty(question);
    forgetIndistinct(question);
    see(question, isDrained(waiting));
    forget();
}

void AmqpRoundTrips::tellWaiting(qint64 waiting) {
    // Of a stream the broker tells what it keeps, not what we have not read.
    if (m_queue.type() == AmqpQueue::Type::Stream || Clock::now() - m_lastTold < amqpTellPause)
        return;
    m_lastTold = Clock::now();
    m_feed.setWaiting(waiting);
}

/// Nothing that was published is still to be sent to us. A stream does not tell; but it sends what it has
/// until we owe it a window of acknowledgements.
bool AmqpRoundTrips::isDrained(qint64 waiting) {
    const qint64 mostOpen = std::exchange(m_mostOpen, m_open);
    return m_queue.type() == AmqpQueue::Type::Stream ? mostOpen < (m_prefetch + 1) / 2 : waiting == 0;
}

void AmqpRoundTrips::see(const Question& question, bool isEmpty) {
    if (m_seenBefore.isValid() && !m_sight)
        m_sight = {m_seenBefore, m_feed.taken()};
    m_seenBefore = isEmpty && !m_isDoubtful ? question.when : Micros();
    noteSettledSight();
}

void AmqpRoundTrips::noteSettledSight() {
    if (!m_sight || m_feed.settled() < m_sight->taken || m_feed.hasFailed())
        return;
    m_feed.noteSeen(m_sight->when);
    m_sight.reset();
}

/// A connection of ours that was cut off may live on at the broker until its heartbeat is missed, and hold
/// messages that are repeated only then. They come before all others: when a window of later ones was taken,
/// or nothing waits, they were here.
void AmqpRoundTrips::watchOldDeliveries(const Question& question) {
    if (m_oldOnesUntil || question.askedAt - m_began < m_oldConnectionsLast)
        return;
    if (!m_takenWhenOldEnded)
        m_takenWhenOldEnded = m_feed.taken();
    if (m_seenBefore.isValid() || m_feed.taken() - *m_takenWhenOldEnded > 2 * m_prefetch)
        m_oldOnesUntil = m_lastTaken;
}

/// A repeat is remembered under the time of its first arrival, so nothing is certain before those are
/// acknowledged too.
void AmqpRoundTrips::keepCertainty(const Question& question) {
    if (!m_oldOnesUntil || !question.acknowledged.isValid() || question.acknowledged < *m_oldOnesUntil)
        return;
    if (m_certainties.empty() || m_certainties.back().until < question.acknowledged)
        m_certainties.push_back({Clock::now(), question.acknowledged});
}

/// The broker has the acknowledgements that were sent before the question.
void AmqpRoundTrips::forgetIndistinct(const Question& question) {
    if (question.acknowledged <= m_indistinctUntil)
        return;
    m_feed.submit();
    m_feed.forgetIndistinct(m_indistinctUntil, question.acknowledged);
    m_indistinctUntil = question.acknowledged;
}

void AmqpRoundTrips::forget() {
    const auto certainSince = Clock::now() - amqpSafety;
    Micros until;
    while (!m_certainties.empty() && m_certainties.front().since <= certainSince) {
        until = m_certainties.front().until;
        m_certainties.pop_front();
    }
    if (!until.isValid())
        return;
    m_feed.submit();
    m_feed.forgetDeliveries(until);
}

} // namespace meshwatch
