// SPDX-License-Identifier: MIT
#pragma once

#include "sqlite.h"

#include <QHash>

#include <vector>

namespace meshwatch {

/// The table by which events are found again, `event_objects`: those of an object, and among them those with
/// the same digest (events without object stand together under the empty one).
///
/// Ids come in no order: each would change a page of its own in every commit, which costs more than all else
/// that is written of an event. So entries wait here, in memory, and are written in runs: all
/// that waits, in the order of its keys, a slice with each commit, so that no commit is long. The table
/// `lookup_progress` says up to which event that is done; the rest can be read from `events`, which is what
/// the view `objects` and load() do. The caller owns the transaction.
class EventLookups {
public:
    explicit EventLookups(sqlite::Database& database);

    /// Reads what still waits, after opening and after a rollback.
    void load();

    /// What deliveries of one event through several webhooks have in common.
    struct Key {
        qint64 digest = 0;
        qint64 correlation = 0; ///< hash of the correlation id; 0 is none
        bool operator==(const Key&) const = default;
        friend size_t qHash(const Key& key, size_t seed) {
            return qHashMulti(seed, key.digest, key.correlation);
        }
    };

    /// An object as the table has it: the empty one for none, not NULL, which would be equal to nothing.
    [[nodiscard]] static QByteArrayView stored(const QByteArray& object) {
        return object.isEmpty() ? QByteArrayView("") : QByteArrayView(object);
    }

    void add(qint64 seq, const Key& key, const QByteArray& object);
    /// The event of this object is known by another key now.
    [[nodiscard]] bool change(qint64 seq, const QByteArray& object, const Key& from, const Key& to);
    /// The waiting events of this key, newest first.
    [[nodiscard]] QList<qint64> waitingTwins(const Key& key) const {
        return m_fresh.twins.values(key) + m_run.twins.values(key);
    }
    /// The waiting events of this digest after that one, oldest first.
    [[nodiscard]] QList<qint64> waitingOf(qint64 digest, qint64 after);

    [[nodiscard]] qsizetype waiting() const { return qsizetype(m_fresh.entries.size()) + waitingInRun(); }
    [[nodiscard]] bool isRunning() const { return !m_run.entries.empty(); }
    /// Writes `count` more of those that wait; false if the database refuses.
    [[nodiscard]] bool write(qsizetype count);
    /// The oldest event that waits; 0 if none does.
    [[nodiscard]] qint64 oldest() const {
        const auto& entries = isRunning() ? m_run.entries : m_fresh.entries;
        return entries.empty() ? 0 : entries.front().seq;
    }
    /// Removes the entries of all events before `seq`, which must not wait.
    [[nodiscard]] bool removeBefore(qint64 seq);

    /// So many are added by one statement where at least as many are to be written: starting it costs as much
    /// as an entry.
    static constexpr int together = 16;
    /// Under load a run begins when as many wait, 30 MB; until it ends, as many more may come to wait. The
    /// longer it is the more entries share a page, and a burst that is shorter pays nothing for them.
    static constexpr qsizetype runLength = 200'000;

private:
    struct Entry {
        qint64 seq;
        Key key;
        QByteArray object;
    };
    /// Events in the order of their numbers, without holes.
    struct Waiting {
        std::vector<Entry> entries;
        QMultiHash<Key, qint64> twins;
        QMultiHash<qint64, qint64> byDigest; ///< only where asked for: with webhooks alone nobody asks
        bool isByDigest = false;

        void add(Entry entry);
        void orderByDigest();
        /// False if the event is not among them.
        bool change(qint64 seq, const Key& to);
    };
    [[nodiscard]] qsizetype waitingInRun() const { return qsizetype(m_run.entries.size() - m_written); }
    void beginRun();
    [[nodiscard]] bool writeNext(int entries);
    [[nodiscard]] bool endRun();

    sqlite::Database& m_database;
    sqlite::Statement m_add, m_addTogether, m_changeDigest, m_setProgress;
    Waiting m_fresh;
    Waiting m_run;                          ///< those before m_fresh
    std::vector<const Entry*> m_orderOfRun; ///< by object
    size_t m_written = 0;                   ///< of m_orderOfRun
};

} // namespace meshwatch
