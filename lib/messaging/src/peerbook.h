// SPDX-License-Identifier: MIT
#pragma once

#include "peerstatus.h"

#include <meshwatch/events/eventreader.h>

#include <QHash>
#include <QSet>

#include <atomic>

namespace meshwatch {

/// What the store says of each peer of a connection; kept by the reading thread, and handed out as values.
class PeerBook {
public:
    /// From when on messages can be unread: what was there before somebody looked is not.
    struct Since {
        qint64 seq = 0;
        Micros time;
    };
    explicit PeerBook(ConnectionId connection)
        : m_connection(connection) {}

    /// Reads everything: by the index of each peer, so that a store of a million events does not count.
    void load(const EventReader& reader, Since since, const std::atomic<bool>& stop);
    /// Takes in new events.
    void add(const EventReader& reader, EventSeq first, EventSeq last);
    void readNames(const EventReader& reader);
    /// Everything of a peer up to now is read.
    void markRead(const QByteArray& address);

    [[nodiscard]] std::vector<PeerSummary> summaries() const;
    /// Newest event that was taken in.
    [[nodiscard]] EventSeq last() const { return m_last; }
    [[nodiscard]] static QString readMark(const QByteArray& address);

private:
    struct Peer {
        PeerSummary summary;
        QSet<QByteArray> waiting; ///< Requests
        Micros relationshipBegan;
        qint64 readUpTo = 0;
    };
    Peer& peer(QByteArrayView address);
    void loadPeer(const EventReader& reader, const QByteArray& address);
    void loadWaiting(const EventReader& reader);
    void loadRelationships(const EventReader& reader);
    void takeNewest(Peer& peer, const EventReader::Glance& event);
    void takeRequest(const EventReader::Glance& event);
    void takeRelationship(const QJsonObject& data);
    void takeDecomposition(QByteArrayView relationship);
    void readTexts(const EventReader& reader);

    const ConnectionId m_connection;
    Since m_since;
    EventSeq m_last;
    QHash<QByteArray, Peer> m_peers;
    QHash<QByteArray, quint8> m_requestRanks; ///< of those not over
    QHash<QByteArray, QByteArray> m_peerOfRelationship;
    QSet<QByteArray> m_textDue;
};

} // namespace meshwatch
