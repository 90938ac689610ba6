// SPDX-License-Identifier: MIT
#pragma once

#include "sourcefeed.h"

namespace meshwatch {

/// Until when everything is known that a broker told which keeps nothing for who is absent; and the gaps
/// between.
///
/// Such a broker is asked something about once a second. What it published before it read the question lies
/// before its answer in the connection; so once that much is settled, everything until the question is known.
class Presence {
public:
    explicit Presence(SourceFeed& feed);

    /// The broker has confirmed the subscription, now. What it published since it was last heard of is in a
    /// gap.
    void subscribed();

    [[nodiscard]] bool shouldAsk() const;
    /// A question goes out now, behind all questions before.
    void asked();
    /// It is answered. `isConclusive` is false where the broker may hold something back that is older. When
    /// it was asked.
    Micros answered(bool isConclusive = true);
    /// Notes what is settled meanwhile; to be called whenever something may be.
    void update();
    /// Nothing is read at the moment, so no answer can come: the time for it begins anew.
    void excuse();
    /// The answer does not come: nobody is there any more, whatever the socket says.
    [[nodiscard]] bool isLost() const;

    /// A link should look at all this at least so often.
    static constexpr int pulseMs = 500;

private:
    using Clock = std::chrono::steady_clock;

    SourceFeed& m_feed;
    Micros m_asked; ///< of the open question; invalid: none is open
    Clock::time_point m_nextQuestion, m_deadline;
    Micros m_answered; ///< the question whose answer waits for what came before it; invalid: none does
    qint64 m_answeredAt = 0;
};

} // namespace meshwatch
