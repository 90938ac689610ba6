// SPDX-License-Identifier: MIT
#pragma once

#include "sqlite.h"

#include <algorithm>
#include <limits>

namespace meshwatch {

/// Between which times events were received, a row of `event_times` for so many numbers, so that a filter by
/// time reads only where it can match. Events need not stand in the order of their times: clocks are set, and
/// files bring older ones. A span has its row when it is full; the newest, which is not, has none. The caller
/// owns the transaction.
class EventTimes {
public:
    explicit EventTimes(sqlite::Database& database);

    static constexpr qint64 span = 16'384;

    /// Reads what is known of the newest span, after opening and after a rollback.
    void load(qint64 lastSeq);
    /// The last number of an event's span.
    [[nodiscard]] static qint64 endOfSpan(qint64 seq) { return (seq / span + 1) * span - 1; }
    /// An event has been added; numbers come without holes. False if the database refuses.
    [[nodiscard]] bool add(qint64 seq, qint64 received) {
        m_oldest = std::min(m_oldest, received);
        m_newest = std::max(m_newest, received);
        return seq != endOfSpan(seq) || endSpan(seq);
    }

private:
    [[nodiscard]] bool endSpan(qint64 last);
    void beginSpan();

    sqlite::Database& m_database;
    sqlite::Statement m_write;
    qint64 m_oldest = std::numeric_limits<qint64>::max();
    qint64 m_newest = std::numeric_limits<qint64>::min();
};

} // namespace meshwatch
