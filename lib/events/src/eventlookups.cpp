// SPDX-License-Identifier: MIT
#include "eventlookups.h"

#include <algorithm>

namespace meshwatch {

EventLookups::EventLookups(sqlite::Database& database)
    : m_database(database)
    , m_addDigest(database,
                  "INSERT OR IGNORE INTO event_digests(digest, correlation_hash, seq) VALUES(?,?,?)")
    , m_addObject(database, "INSERT OR IGNORE INTO event_objects(object, seq) VALUES(?,?)")
    , m_changeKey(database, "UPDATE event_digests SET digest = ?, correlation_hash = ? "
                            "WHERE digest = ? AND correlation_hash = ? AND seq = ?")
    , m_setProgress(database, "UPDATE lookup_progress SET seq = ?") {}

void EventLookups::load() {
    m_entries.clear();
    m_twins.clear();
    sqlite::Statement rest(m_database, "SELECT seq, digest, correlation_hash, object FROM events "
                                       "WHERE seq > (SELECT seq FROM lookup_progress) ORDER BY seq");
    while (rest.step() == SQLITE_ROW)
        add(rest.integer(0), {rest.integer(1), rest.integer(2)}, rest.bytes(3));
}

void EventLookups::add(qint64 seq, const Key& key, const QByteArray& object) {
    m_entries.push_back({seq, key, object});
    m_twins.insert(key, seq);
}

bool EventLookups::change(qint64 seq, const Key& from, const Key& to) {
    if (m_entries.empty() || seq < m_entries.front().seq)
        return m_changeKey.bind(1, to.digest)
            .bind(2, to.correlation)
            .bind(3, from.digest)
            .bind(4, from.correlation)
            .bind(5, seq)
            .run();
    m_entries[size_t(seq - m_entries.front().seq)].key = to;
    m_twins.remove(from, seq);
    m_twins.insert(to, seq);
    return true;
}

bool EventLookups::write(qsizetype count) {
    count = qMin(count, waiting());
    if (count == 0)
        return true;
    const auto end = m_entries.begin() + count;
    const qint64 last = std::prev(end)->seq;
    std::vector<const Entry*> sorted;
    sorted.reserve(size_t(count));
    for (auto it = m_entries.begin(); it != end; ++it)
        sorted.push_back(&*it);
    std::sort(sorted.begin(), sorted.end(), [](auto* a, auto* b) { return a->key.digest < b->key.digest; });
    for (const Entry* entry : sorted) {
        if (!m_addDigest.bind(1, entry->key.digest).bind(2, entry->key.correlation).bind(3, entry->seq).run())
            return false;
    }
    std::sort(sorted.begin(), sorted.end(), [](auto* a, auto* b) { return a->object < b->object; });
    for (const Entry* entry : sorted) {
        if (!entry->object.isEmpty() && !m_addObject.bindText(1, entry->object).bind(2, entry->seq).run())
            return false;
    }
    if (count == waiting()) {
        m_twins.clear();
    } else {
        for (const Entry* entry : sorted)
            m_twins.remove(entry->key, entry->seq);
    }
    m_entries.erase(m_entries.begin(), end);
    return m_setProgress.bind(1, last).run();
}

bool EventLookups::removeBefore(qint64 seq) {
    for (const char* sql : {"DELETE FROM event_digests WHERE (digest, correlation_hash, seq) IN "
                            "(SELECT digest, correlation_hash, seq FROM events WHERE seq < ?)",
                            "DELETE FROM event_objects WHERE (object, seq) IN (SELECT object, seq FROM "
                            "events WHERE seq < ?)"}) {
        sqlite::Statement remove(m_database, sql);
        if (!remove.bind(1, seq).run())
            return false;
    }
    return true;
}

} // namespace meshwatch
