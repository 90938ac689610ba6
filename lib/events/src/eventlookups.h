// SPDX-License-Identifier: MIT
#pragma once

#include "sqlite.h"

#include <QHash>

#include <deque>

namespace meshwatch {

/// The two tables by which events are found again: by digest and correlation, by object.
///
/// Digests and ids come in no order: each would change a page of its own in every commit, which costs more
/// than all else that is written of an event. So under load entries wait here, in memory, and are written
/// many at a time in the order of their keys. The table `lookup_progress` says up to which event that is
/// done; the rest can be read from `events`, which is what the view `objects` and load() do. The caller owns
/// the transaction.
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

    void add(qint64 seq, const Key& key, const QByteArray& object);
    /// The event is known by another key now.
    [[nodiscard]] bool change(qint64 seq, const Key& from, const Key& to);
    /// The waiting events of this key, newest first.
    [[nodiscard]] QList<qint64> waitingTwins(const Key& key) const { return m_twins.values(key); }

    [[nodiscard]] qsizetype waiting() const { return qsizetype(m_entries.size()); }
    /// Writes the oldest `count` that wait; false if the database refuses.
    [[nodiscard]] bool write(qsizetype count);
    /// Removes the entries of all events before `seq`, which must not wait.
    [[nodiscard]] bool removeBefore(qint64 seq);

    /// As many may wait: a reader has to look through them, and a commit to write them.
    static constexpr qsizetype maxWaiting = 50'000;

private:
    struct Entry {
        qint64 seq;
        Key key;
        QByteArray object;
    };
    sqlite::Database& m_database;
    sqlite::Statement m_addDigest, m_addObject, m_changeKey, m_setProgress;
    std::deque<Entry> m_entries; ///< in the order of their numbers, without holes
    QMultiHash<Key, qint64> m_twins;
};

} // namespace meshwatch
