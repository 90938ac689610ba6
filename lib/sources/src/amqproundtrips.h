// SPDX-License-Identifier: MIT
#pragma once

#include "amqpqueue.h"
#include "sourcefeed.h"

#include <chrono>
#include <deque>

namespace meshwatch {

/// Asks the broker again and again, and draws from each answer what is certain by then: up to when everything
/// was seen, and which deliveries cannot be repeated any more.
class AmqpRoundTrips {
public:
    using Clock = std::chrono::steady_clock;

    AmqpRoundTrips(const AmqpQueue& queue, SourceFeed& feed, int heartbeatSeconds, qint64 prefetch);

    /// What there is to do now: asks once a second. False if the connection broke.
    [[nodiscard]] bool work();
    /// A message was taken at `received`.
    void noteTaken(Micros received) { m_lastTaken = received; }
    /// Everything received until `until` was acknowledged.
    void noteAcknowledged(Micros until) { m_acknowledged = until; }
    /// So many messages are taken and not acknowledged.
    void noteOpen(qint64 messages) {
        m_open = messages;
        m_mostOpen = qMax(m_mostOpen, messages);
    }
    /// Until something comes it is not known whether anything was missed.
    void setDoubtful(bool isDoubtful) { m_isDoubtful = isDoubtful; }
    /// The answer: so many messages wait.
    void answered(qint64 waiting);

private:
    struct Question {
        Clock::time_point askedAt;
        Micros when;
        Micros acknowledged; ///< acknowledged before it
    };
    struct Certainty {
        Clock::time_point since;
        Micros until;
    };
    struct Sight {
        Micros when;
        qint64 taken; ///< so many must be settled first
    };

    void tellWaiting(qint64 waiting);
    void see(const Question& question, bool isEmpty);
    void noteSettledSight();
    void watchOldDeliveries(const Question& question);
    void keepCertainty(const Question& question);
    void forget();
    void forgetIndistinct(const Question& question);
    [[nodiscard]] bool isDrained(qint64 waiting);

    const AmqpQueue& m_queue;
    SourceFeed& m_feed;
    const std::chrono::seconds m_oldConnectionsLast;
    const qint64 m_prefetch;
    const Clock::time_point m_began = Clock::now();

    std::optional<Question> m_question;
    Clock::time_point m_lastAsked;
    Clock::time_point m_lastTold;
    qint64 m_open = 0;
    qint64 m_mostOpen = 0; ///< since the last answer

    Micros m_lastTaken;
    Micros m_acknowledged;
    Micros m_indistinctUntil; ///< those are forgotten
    std::deque<Certainty> m_certainties;
    std::optional<qint64> m_takenWhenOldEnded;
    std::optional<Micros> m_oldOnesUntil; ///< when all that older connections left open had come

    Micros
        m_seenBefore; ///< at that time nothing waited; what was on its way then comes before the next answer
    std::optional<Sight> m_sight;
    bool m_isDoubtful = false;
};

} // namespace meshwatch
