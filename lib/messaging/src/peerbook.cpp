// SPDX-License-Identifier: MIT
#include "peerbook.h"

#include "entrytrace.h"

namespace meshwatch {

namespace {

constexpr char statusChanged[] = "consumption.incomingRequestStatusChanged";
constexpr char relationshipChanged[] = "transport.relationshipChanged";
constexpr char decomposedBySelf[] = "transport.relationshipDecomposedBySelf";

/// So many of a peer's newest events are looked at for the one whose object is the newest: a first
/// synchronisation files what is old as new events.
constexpr int newestLooked = 40;
constexpr int mostLooked = 2000;

/// What a list shows as the last thing that happened.
bool isShown(const EventReader::Glance& event) {
    static const QSet<QByteArray> shown{"transport.messageSent", "transport.messageReceived",
                                        relationshipChanged, "consumption.incomingRequestReceived",
                                        "consumption.outgoingRequestCreatedAndCompleted"};
    if (event.trigger.endsWith("RequestStatusChanged"))
        return event.state == "Expired";
    return shown.contains(event.trigger.toByteArray());
}

Micros timeOf(const EventReader::Glance& event) {
    return event.createdAt.isValid() ? event.createdAt : event.receivedAt;
}

} // namespace

QString PeerBook::readMark(const QByteArray& address) {
    return QStringLiteral("read/") + QString::fromUtf8(address);
}

PeerBook::Peer& PeerBook::peer(QByteArrayView address) {
    const QByteArray key = address.toByteArray();
    auto it = m_peers.find(key);
    if (it == m_peers.end()) {
        it = m_peers.insert(key, Peer());
        it->summary.address = QString::fromUtf8(key);
    }
    return *it;
}

void PeerBook::load(const EventReader& reader, Since since, const std::atomic<bool>& stop) {
    m_since = since;
    m_last = reader.range().last;
    for (const auto& known : reader.knownPeers()) {
        if (stop)
            return;
        loadPeer(reader, known.address);
    }
    loadWaiting(reader);
    loadRelationships(reader);
    readNames(reader);
    readTexts(reader);
}

void PeerBook::loadPeer(const EventReader& reader, const QByteArray& address) {
    int shown = 0;
    int looked = 0;
    EventReader::Selection selection{m_connection, address};
    selection.last = m_last;
    selection.newestFirst = true;
    reader.visit(selection, [&](const EventReader::Glance& event) {
        if (isShown(event)) {
            takeNewest(peer(address), event);
            ++shown;
        }
        return shown < newestLooked && ++looked < mostLooked;
    });
    const auto it = m_peers.find(address);
    if (it == m_peers.end())
        return;
    if (const auto mark = reader.mark(m_connection, readMark(address)))
        it->readUpTo = mark->toLongLong();
    selection.newestFirst = false;
    selection.first = {qMax(it->readUpTo, m_since.seq) + 1};
    reader.visit(selection, [&](const EventReader::Glance& event) {
        it->summary.unread += event.trigger == "transport.messageReceived" && event.createdAt >= m_since.time;
        return true;
    });
}

void PeerBook::loadWaiting(const EventReader& reader) {
    EventReader::Selection selection{m_connection, {}, statusChanged};
    selection.last = m_last;
    reader.visit(selection, [this](const EventReader::Glance& event) {
        takeRequest(event);
        return true;
    });
    m_requestRanks.removeIf(
        [](const auto& entry) { return entry.value() >= requestRank(QStringLiteral("Decided")); });
}

void PeerBook::loadRelationships(const EventReader& reader) {
    for (const char* trigger : {relationshipChanged, decomposedBySelf}) {
        EventReader::Selection selection{m_connection, {}, trigger};
        selection.last = m_last;
        selection.withBody = true;
        reader.visit(selection, [this, trigger](const EventReader::Glance& event) {
            if (trigger == decomposedBySelf)
                takeDecomposition(event.object);
            else
                takeRelationship(event.data());
            return true;
        });
    }
}

void PeerBook::takeNewest(Peer& peer, const EventReader::Glance& event) {
    if (timeOf(event) < peer.summary.lastTime)
        return;
    peer.summary.lastTime = timeOf(event);
    peer.summary.lastEvent = event.seq;
    m_textDue.insert(event.peer.toByteArray());
}

void PeerBook::takeRequest(const EventReader::Glance& event) {
    const QByteArray id = event.object.toByteArray();
    const quint8 rank = requestRank(QString::fromUtf8(event.state));
    // Deliveries overtake each other: what is further counts.
    quint8& known = m_requestRanks[id];
    known = qMax(known, rank);
    const bool isWaiting = known == requestRank(QStringLiteral("ManualDecisionRequired")) ||
                           known == requestRank(QStringLiteral("DecisionRequired"));
    auto& waiting = peer(event.peer).waiting;
    if (isWaiting)
        waiting.insert(id);
    else
        waiting.remove(id);
}

void PeerBook::takeRelationship(const QJsonObject& data) {
    const auto relationship = connector::Relationship::fromJson(data);
    if (!relationship)
        return;
    const QByteArray address = relationship->peer().toUtf8();
    const QByteArray id = relationship->id().toLatin1();
    m_peerOfRelationship.insert(id, address);
    Peer& of = peer(address);
    const Micros began = beginOf(*relationship);
    if (began < of.relationshipBegan)
        return;
    const bool isSame = of.summary.relationshipId == relationship->id();
    if (isSame && of.summary.status == PeerSummary::Status::Gone)
        return;
    of.relationshipBegan = began;
    of.summary.relationshipId = relationship->id();
    of.summary.status = peerStatus(*relationship);
}

void PeerBook::takeDecomposition(QByteArrayView relationship) {
    const QByteArray address = m_peerOfRelationship.value(relationship.toByteArray());
    if (address.isEmpty())
        return;
    Peer& of = peer(address);
    if (of.summary.relationshipId.toLatin1() == relationship)
        of.summary.status = PeerSummary::Status::Gone;
    of.waiting.clear(); // they are gone with it
}

void PeerBook::add(const EventReader& reader, EventSeq first, EventSeq last) {
    m_last = qMax(m_last, last);
    std::vector<EventSeq> relationships;
    EventReader::Selection selection{m_connection, {}, {}, first, last};
    reader.visit(selection, [&](const EventReader::Glance& event) {
        if (event.trigger == relationshipChanged || event.trigger == decomposedBySelf)
            relationships.push_back(event.seq);
        if (event.peer.isEmpty())
            return true;
        if (event.trigger == statusChanged)
            takeRequest(event);
        if (isShown(event))
            takeNewest(peer(event.peer), event);
        if (event.trigger == "transport.messageReceived" && event.createdAt >= m_since.time) {
            Peer& of = peer(event.peer);
            of.summary.unread += event.seq.value > of.readUpTo;
        }
        return true;
    });
    reader.visit(relationships, [this](const EventReader::Glance& event) {
        if (event.trigger == decomposedBySelf)
            takeDecomposition(event.object);
        else
            takeRelationship(event.data());
        return true;
    });
    readTexts(reader);
}

void PeerBook::readNames(const EventReader& reader) {
    for (const auto& known : reader.knownPeers()) {
        if (const auto it = m_peers.find(known.address); it != m_peers.end())
            it->summary.name = known.name;
    }
}

void PeerBook::readTexts(const EventReader& reader) {
    std::vector<EventSeq> seqs;
    for (const QByteArray& address : std::as_const(m_textDue))
        seqs.push_back(m_peers.value(address).summary.lastEvent);
    m_textDue.clear();
    for (const EventRow& row : reader.rows(seqs)) {
        PeerSummary& summary = peer(row.peer.toUtf8()).summary;
        if (summary.name.isEmpty())
            summary.name = row.peerName;
        if (summary.lastEvent == row.seq)
            summary.lastText = row.summary;
    }
}

void PeerBook::markRead(const QByteArray& address) {
    if (const auto it = m_peers.find(address); it != m_peers.end()) {
        it->readUpTo = m_last.value;
        it->summary.unread = 0;
    }
}

std::vector<PeerSummary> PeerBook::summaries() const {
    std::vector<PeerSummary> list;
    list.reserve(size_t(m_peers.size()));
    for (const Peer& peer : m_peers) {
        list.push_back(peer.summary);
        list.back().waiting = int(peer.waiting.size());
    }
    return list;
}

} // namespace meshwatch
