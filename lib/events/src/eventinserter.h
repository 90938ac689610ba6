// SPDX-License-Identifier: MIT
#pragma once

#include "deliverymemory.h"
#include "eventfinder.h"
#include "eventlookups.h"
#include "eventtimes.h"
#include "sqlite.h"

#include <meshwatch/events/arrival.h>

#include <QHash>

namespace meshwatch {

/// Writes arrivals into the store's tables: a new event, or one more arrival of a known one
/// (architecture, rule 3). The caller owns the transaction.
class EventInserter {
public:
    explicit EventInserter(sqlite::Database& database);

    enum class Outcome { Inserted, Merged, AlreadyKnown, Failed };
    struct Inserted {
        Outcome outcome = Outcome::Failed;
        EventSeq seq;
    };
    /// AlreadyKnown for what a file, reconciliation or a repeating broker brings once more.
    [[nodiscard]] Inserted insert(const Arrival& arrival);

    [[nodiscard]] qint64 lastSeq() const { return m_lastSeq; }
    /// Did a peer's name change since the last call?
    [[nodiscard]] bool takePeerNameChange() { return std::exchange(m_peerNameChanged, false); }
    void setPeerName(const QByteArray& address, const QByteArray& displayName);
    [[nodiscard]] qint64 headersId(const QByteArray& text);
    [[nodiscard]] EventLookups& lookups() { return m_lookups; }
    /// After a rollback: what was cached may not be in the file.
    void forget();

private:
    [[nodiscard]] bool addArrival(const EventFinder::Known& known, const Arrival& arrival,
                                  const EventLookups::Key& key);
    [[nodiscard]] Inserted insertOnce(const Arrival& arrival);
    void readState();
    [[nodiscard]] bool addEvent(const Arrival& arrival, const EventLookups::Key& key);
    void learnPeerName(const EventFacts::PeerName& name);
    [[nodiscard]] qint64 idOf(QHash<QByteArray, qint64>& cache, sqlite::Statement& find,
                              sqlite::Statement& add, const QByteArray& text);

    sqlite::Database& m_database;
    sqlite::Statement m_addEvent, m_addBody, m_addArrival, m_touchEvent;
    sqlite::Statement m_findTrigger, m_addTrigger, m_findPeer, m_addPeer, m_findHeaders, m_addHeaders;
    sqlite::Statement m_sameBody, m_namePeer;
    QHash<QByteArray, qint64> m_triggers, m_peers, m_headers;
    EventLookups m_lookups;
    EventTimes m_times;
    EventFinder m_finder;
    DeliveryMemory m_deliveries;
    qint64 m_lastSeq = 0;
    bool m_peerNameChanged = false;
};

} // namespace meshwatch
