// SPDX-License-Identifier: MIT
#pragma once

#include "eventlookups.h"
#include "sqlite.h"

#include <meshwatch/events/arrival.h>

#include <QHash>

#include <optional>

namespace meshwatch {

/// Finds the event in the store that a further arrival belongs to (architecture, rule 3).
class EventFinder {
public:
    /// Both must outlive it.
    EventFinder(sqlite::Database& database, EventLookups& lookups);

    struct Known {
        qint64 seq = 0;
        Micros receivedAt;
        quint32 channels = 0;
        bool isRecovered = false;
        EventLookups::Key key;
        qint32 connection = 0;
    };
    /// What came from a file or by reconciliation is searched in the tables alone: nothing may wait in the
    /// lookups then.
    [[nodiscard]] std::optional<Known> find(const Arrival& arrival, const EventLookups::Key& key);

    /// Such an event has come to be in the store.
    void added(const Arrival& arrival);
    /// An event is known by another digest now.
    void digestChanged() { m_toldUpTo.clear(); }
    /// Reads what it goes by, after opening and after a rollback.
    void load();

private:
    /// Of events of one digest and connection on one channel.
    struct Told {
        qint64 digest = 0;
        qint32 connection = 0;
        Channel channel = Channel::Webhook;
        bool operator==(const Told&) const = default;
        friend size_t qHash(const Told& told, size_t seed) {
            return qHashMulti(seed, told.digest, told.connection, quint8(told.channel));
        }
    };
    /// How many events were looked at, and the last of them.
    struct Looked {
        int count = 0;
        qint64 last = 0;
    };
    [[nodiscard]] std::optional<Known> findWebhookTwin(const Arrival& arrival, const EventLookups::Key& key);
    [[nodiscard]] std::optional<Known> newestTwin(const Arrival& arrival, const EventLookups::Key& key);
    [[nodiscard]] std::optional<Known> findBySeq(qint64 seq, const Arrival& arrival);
    [[nodiscard]] std::optional<Known> findOnOtherChannels(const Arrival& arrival, qint64 digest);
    [[nodiscard]] std::optional<Known> oldestUntold(const Arrival& arrival, qint64 digest, qint64 after,
                                                    Looked& looked);
    [[nodiscard]] std::optional<Known> findRecovered(const Arrival& arrival);
    [[nodiscard]] std::optional<Known> findSameHappening(const Arrival& arrival);
    [[nodiscard]] std::optional<Known> findImported(const Arrival& arrival, qint64 digest);

    sqlite::Database& m_database;
    EventLookups& m_lookups;
    sqlite::Statement m_findBySeq, m_findTwins, m_findEqual, m_findRecovered, m_findHappening, m_findImported;
    /// Up to which event all are known to have come by that channel; only where there are many.
    QHash<Told, qint64> m_toldUpTo;
    // Whether there can be such events at all: with webhooks alone there are none, and no search is needed.
    bool m_someWithoutWebhook = true;
    bool m_someRecovered = true;
};

} // namespace meshwatch
