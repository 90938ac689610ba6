// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QList>

#include <chrono>
#include <deque>
#include <optional>

namespace meshwatch {

/// Which messages Pub/Sub has lent to us and until when. It lends each for a term; what is not acknowledged
/// within it comes again. So the term of what waits for the store is extended at its half, and what is
/// settled is acknowledged, again and again until its term is over.
class PubSubLeases {
public:
    using Clock = std::chrono::steady_clock;

    struct Lease {
        qint64 number; ///< of the message, in the order in which the messages were taken
        QByteArray ackId;
        Clock::time_point ends;
        Clock::time_point extendAt;
    };
    using Leases = std::deque<Lease>;

    /// A call of Pub/Sub takes no more of them.
    static constexpr qsizetype mostInCall = 1000;

    explicit PubSubLeases(std::chrono::seconds term)
        : m_term(term) {}

    [[nodiscard]] std::chrono::seconds term() const { return m_term; }
    void add(qint64 number, QByteArray ackId, Clock::time_point now);
    /// Messages up to this number are stored.
    void settle(qint64 upTo);

    /// Those to acknowledge now; they are the caller's until giveBack().
    [[nodiscard]] Leases takeSettled(qsizetype most, Clock::time_point now);
    /// Lets go those whose term ended before they could be acknowledged: they come again, and are known
    /// again. How many there were.
    qsizetype dropLapsed(Clock::time_point now);
    /// They could not be acknowledged: to be tried again.
    void giveBack(Leases leases);
    /// The messages whose term is to be extended now, by their numbers. They are named again after a while
    /// unless extended() is called.
    [[nodiscard]] Leases dueForExtension(Clock::time_point now);
    /// Pub/Sub has lent these anew at this time.
    void extended(const Leases& leases, Clock::time_point from);

    [[nodiscard]] bool hasSettled() const { return !m_settled.empty(); }
    /// When something is to be extended next.
    [[nodiscard]] std::optional<Clock::time_point> nextExtension() const;
    /// What waits for the store.
    [[nodiscard]] QList<QByteArray> unsettled() const;

    [[nodiscard]] static QList<QByteArray> idsOf(const Leases& leases);

private:
    std::chrono::seconds m_term;
    Leases m_open;    ///< in the order of their numbers
    Leases m_settled; ///< to be acknowledged
};

} // namespace meshwatch
