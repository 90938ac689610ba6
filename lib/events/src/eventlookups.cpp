// SPDX-License-Identifier: MIT
#include "eventlookups.h"

#include <algorithm>
#include <utility>

namespace meshwatch {

namespace {

QByteArray addition(int entries) {
    return QByteArray("INSERT OR IGNORE INTO event_objects(object, digest, seq) VALUES(?,?,?)")
        .append(QByteArray(",(?,?,?)").repeated(entries - 1));
}

} // namespace

EventLookups::EventLookups(sqlite::Database& database)
    : m_database(database)
    , m_add(database, addition(1).constData())
    , m_addTogether(database, addition(together).constData())
    , m_changeDigest(database,
                     "UPDATE event_objects SET digest = ? WHERE object = ? AND digest = ? AND seq = ?")
    , m_setProgress(database, "UPDATE lookup_progress SET seq = ?") {}

void EventLookups::load() {
    m_fresh = {};
    m_run = {};
    m_written = 0;
    sqlite::Statement rest(m_database, "SELECT seq, digest, correlation_hash, object FROM events "
                                       "WHERE seq > (SELECT seq FROM lookup_progress) ORDER BY seq");
    while (rest.step() == SQLITE_ROW)
        add(rest.integer(0), {rest.integer(1), rest.integer(2)}, rest.bytes(3));
}

void EventLookups::Waiting::add(Entry entry) {
    twins.insert(entry.key, entry.seq);
    if (isByDigest)
        byDigest.insert(entry.key.digest, entry.seq);
    entries.push_back(std::move(entry));
}

void EventLookups::Waiting::orderByDigest() {
    if (std::exchange(isByDigest, true))
        return;
    for (const Entry& entry : entries)
        byDigest.insert(entry.key.digest, entry.seq);
}

bool EventLookups::Waiting::change(qint64 seq, const Key& to) {
    if (entries.empty() || seq < entries.front().seq || seq > entries.back().seq)
        return false;
    Entry& entry = entries[size_t(seq - entries.front().seq)];
    const Key from = std::exchange(entry.key, to);
    twins.remove(from, seq);
    twins.insert(to, seq);
    if (isByDigest) {
        byDigest.remove(from.digest, seq);
        byDigest.insert(to.digest, seq);
    }
    return true;
}

void EventLookups::add(qint64 seq, const Key& key, const QByteArray& object) {
    m_fresh.add({seq, key, object});
}

QList<qint64> EventLookups::waitingOf(qint64 digest, qint64 after) {
    QList<qint64> found;
    for (Waiting* waiting : {&m_run, &m_fresh}) {
        waiting->orderByDigest();
        const auto [begin, end] = waiting->byDigest.equal_range(digest);
        std::copy_if(begin, end, std::back_inserter(found), [after](qint64 seq) { return seq > after; });
    }
    std::sort(found.begin(), found.end());
    return found;
}

bool EventLookups::change(qint64 seq, const QByteArray& object, const Key& from, const Key& to) {
    if (!m_fresh.change(seq, to))
        m_run.change(seq, to);
    // The table knows nothing of correlations.
    if (from.digest == to.digest)
        return true;
    // Written already, or perhaps: a run under way, or one that was cut off, may have come past it.
    return m_changeDigest.bind(1, to.digest)
        .bindText(2, stored(object))
        .bind(3, from.digest)
        .bind(4, seq)
        .run();
}

bool EventLookups::write(qsizetype count) {
    while (count > 0 && waiting() > 0) {
        if (!isRunning())
            beginRun();
        const int entries = count < together || waitingInRun() < together ? 1 : together;
        if (!writeNext(entries))
            return false;
        count -= entries;
        if (m_written == m_run.entries.size() && !endRun())
            return false;
    }
    return true;
}

void EventLookups::beginRun() {
    m_run = std::exchange(m_fresh, {});
    m_orderOfRun.clear();
    m_orderOfRun.reserve(m_run.entries.size());
    for (const Entry& entry : m_run.entries)
        m_orderOfRun.push_back(&entry);
    std::sort(m_orderOfRun.begin(), m_orderOfRun.end(),
              [](const Entry* a, const Entry* b) { return a->object < b->object; });
}

bool EventLookups::writeNext(int entries) {
    sqlite::Statement& add = entries == together ? m_addTogether : m_add;
    for (int i = 0; i < entries; ++i) {
        const Entry& entry = *m_orderOfRun[m_written++];
        add.bindText(3 * i + 1, stored(entry.object))
            .bind(3 * i + 2, entry.key.digest)
            .bind(3 * i + 3, entry.seq);
    }
    return add.run();
}

bool EventLookups::endRun() {
    const qint64 last = m_run.entries.back().seq;
    m_run = {};
    m_written = 0;
    return m_setProgress.bind(1, last).run();
}

bool EventLookups::removeBefore(qint64 seq) {
    sqlite::Statement remove(m_database,
                             "DELETE FROM event_objects WHERE (object, digest, seq) IN "
                             "(SELECT coalesce(object, ''), digest, seq FROM events WHERE seq < ?)");
    return remove.bind(1, seq).run();
}

} // namespace meshwatch
