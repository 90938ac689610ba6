// SPDX-License-Identifier: MIT
#include "presence.h"

namespace meshwatch {

namespace {

using namespace std::chrono_literals;

constexpr auto questionEvery = 1s;
constexpr auto askAgainAfter = 200ms;
constexpr auto answerWithin = 10s;
/// A message that a publisher sent so long before the question may have reached the broker after it.
constexpr qint64 onItsWayMicros = 2'000'000;

} // namespace

Presence::Presence(SourceFeed& feed)
    : m_feed(feed) {}

void Presence::subscribed() {
    const Micros now = Micros::now();
    if (const Micros before = m_feed.source().lastSeen; before.isValid() && before < now)
        m_feed.addGap(Gap::Reason::NotKept, before, now);
    m_feed.noteSeen(now);
}

bool Presence::shouldAsk() const { return !m_asked.isValid() && Clock::now() >= m_nextQuestion; }

void Presence::asked() {
    m_asked = Micros::now();
    m_nextQuestion = Clock::now() + questionEvery;
    m_deadline = Clock::now() + answerWithin;
}

Micros Presence::answered(bool isConclusive) {
    const Micros asked = std::exchange(m_asked, Micros());
    if (!isConclusive)
        m_nextQuestion = Clock::now() + askAgainAfter;
    // An older answer that still waits is settled first: while much comes, there would be none else.
    if (asked.isValid() && isConclusive && !m_answered.isValid()) {
        m_answered = asked;
        m_answeredAt = m_feed.taken();
        update();
    }
    return asked;
}

void Presence::update() {
    if (!m_answered.isValid() || m_feed.settled() < m_answeredAt)
        return;
    m_feed.noteSeen({m_answered.value - onItsWayMicros});
    m_answered = {};
}

void Presence::excuse() { m_deadline = Clock::now() + answerWithin; }

bool Presence::isLost() const { return m_asked.isValid() && Clock::now() > m_deadline; }

} // namespace meshwatch
