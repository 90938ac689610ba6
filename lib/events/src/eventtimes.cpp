// SPDX-License-Identifier: MIT
#include "eventtimes.h"

namespace meshwatch {

EventTimes::EventTimes(sqlite::Database& database)
    : m_database(database)
    , m_write(database, "INSERT OR REPLACE INTO event_times(last_seq, oldest, newest) VALUES(?,?,?)") {}

void EventTimes::load(qint64 lastSeq) {
    beginSpan();
    sqlite::Statement known(m_database, "SELECT min(received), max(received) FROM events WHERE seq >= ?");
    known.bind(1, endOfSpan(lastSeq + 1) - span + 1);
    if (known.step() == SQLITE_ROW && !known.isNull(0)) {
        m_oldest = known.integer(0);
        m_newest = known.integer(1);
    }
}

void EventTimes::beginSpan() {
    m_oldest = std::numeric_limits<qint64>::max();
    m_newest = std::numeric_limits<qint64>::min();
}

bool EventTimes::endSpan(qint64 last) {
    const bool written = m_write.bind(1, last).bind(2, m_oldest).bind(3, m_newest).run();
    beginSpan();
    return written;
}

} // namespace meshwatch
