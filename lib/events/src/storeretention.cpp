// SPDX-License-Identifier: MIT
// What the writer does when the store has grown old or large enough.
#include "storewriter.h"

namespace meshwatch {

namespace {

/// Events removed in one transaction: deliveries wait for it.
constexpr qint64 trimSlice = 5000;

} // namespace

qint64 EventStore::Writer::firstSeqToKeep() {
    Retention retention;
    {
        const std::lock_guard lock(m_mutex);
        retention = m_retention;
    }
    qint64 keep = 0;
    if (retention.events > 0)
        keep = m_inserter->lastSeq() - retention.events + 1;
    if (retention.days > 0) {
        const qint64 oldest = Micros::now().value - qint64(retention.days) * 86'400'000'000;
        sqlite::Statement young(m_database,
                                "SELECT seq FROM events WHERE received >= ? ORDER BY seq LIMIT 1");
        young.bind(1, oldest);
        const bool isSomeYoung = young.step() == SQLITE_ROW;
        keep = qMax(keep, isSomeYoung ? young.integer(0) : m_inserter->lastSeq() + 1);
    }
    if (retention.bytes > 0) {
        const qint64 pageSize = m_database.integer("PRAGMA page_size");
        const qint64 used =
            (m_database.integer("PRAGMA page_count") - m_database.integer("PRAGMA freelist_count")) *
            pageSize;
        const qint64 first = m_database.integer("SELECT coalesce(min(seq), 0) FROM events");
        const qint64 count = m_inserter->lastSeq() - first + 1;
        // The oldest share of the events stands for the same share of the bytes.
        if (used > retention.bytes && count > 0)
            keep =
                qMax(keep, first + qint64(double(count) * double(used - retention.bytes) / double(used)) + 1);
    }
    return keep;
}

void EventStore::Writer::trim() {
    const auto now = std::chrono::steady_clock::now();
    {
        const std::lock_guard lock(m_mutex);
        if (now - m_lastTrim < trimPause || m_isStopping)
            return;
        m_lastTrim = now;
    }
    const qint64 first = m_database.integer("SELECT coalesce(min(seq), 0) FROM events");
    const qint64 keep = firstSeqToKeep();
    if (first == 0 || keep <= first)
        return;
    // The newest event stays whatever its age, so that numbers go on where they were.
    const qint64 end = qMin(qMin(keep, first + trimSlice), m_inserter->lastSeq());
    EventLookups& lookups = m_inserter->lookups();
    const bool someWait = lookups.waiting() > 0 && lookups.oldest() < end;
    bool isGood = m_database.run("BEGIN IMMEDIATE") && (!someWait || lookups.write(lookups.waiting())) &&
                  lookups.removeBefore(end);
    for (const char* sql :
         {"DELETE FROM events WHERE seq < ?", "DELETE FROM bodies WHERE seq < ?",
          "DELETE FROM arrivals WHERE seq < ?", "DELETE FROM event_times WHERE last_seq < ?"}) {
        sqlite::Statement remove(m_database, sql);
        remove.bind(1, end);
        isGood = isGood && remove.run();
    }
    if (!isGood || !m_database.run("COMMIT")) {
        m_database.run("ROLLBACK");
        m_inserter->forget();
        return;
    }
    m_database.run("PRAGMA incremental_vacuum(2000)");
    if (end < keep && end < m_inserter->lastSeq()) {
        // More is to go: at the next turn, so that deliveries in between do not wait.
        const std::lock_guard lock(m_mutex);
        m_lastTrim = {};
        m_queue.push_back({{}, {}, [](sqlite::Database&, EventInserter&) {}, 0});
    }
    QMetaObject::invokeMethod(
        m_store, [store = m_store, end] { Q_EMIT store->trimmed(EventSeq{end}); }, Qt::QueuedConnection);
}

} // namespace meshwatch
