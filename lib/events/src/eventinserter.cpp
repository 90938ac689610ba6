// SPDX-License-Identifier: MIT
#include "eventinserter.h"

#include <cstring>

namespace meshwatch {

namespace {

/// Texts that are numbered in the store and cached here; beyond this the cache starts anew.
constexpr qsizetype cacheLimit = 20'000;

qint64 asInteger(const std::array<quint8, 16>& digest) {
    qint64 value = 0;
    std::memcpy(&value, digest.data(), sizeof value);
    return value;
}

/// FNV-1a: the file keeps these numbers, so they may not depend on Qt's version or a seed.
qint64 hashOf(const QByteArray& text) {
    if (text.isEmpty())
        return 0;
    quint64 hash = 0xcbf29ce484222325;
    for (const char c : text)
        hash = (hash ^ static_cast<uchar>(c)) * 0x100000001b3;
    return qint64(hash);
}

} // namespace

EventInserter::EventInserter(sqlite::Database& database)
    : m_database(database)
    , m_addEvent(database,
                 "INSERT INTO events(seq, received, created, connection_id, trigger_id, peer_id, channels, "
                 "recovered, "
                 "arrivals, object, state, correlation, digest, correlation_hash, path, headers_id, channel) "
                 "VALUES(?,?,?,?,?,?,?,?,1,?,?,?,?,?,?,?,?)")
    , m_addBody(database, "INSERT INTO bodies(seq, body) VALUES(?,?)")
    , m_addArrival(database, "INSERT INTO arrivals(seq, n, channel, received, path, headers_id, body) "
                             "SELECT ?1, arrivals, ?2, ?3, ?4, ?5, ?6 FROM events WHERE seq = ?1")
    , m_touchEvent(database, "UPDATE events SET arrivals = arrivals + 1, channels = ?2, recovered = ?3, "
                             "correlation = coalesce(correlation, ?4), "
                             "digest = ?5, correlation_hash = ?6 WHERE seq = ?1")
    , m_findTrigger(database, "SELECT id FROM triggers WHERE name = ?")
    , m_addTrigger(database, "INSERT INTO triggers(name) VALUES(?)")
    , m_findPeer(database, "SELECT id FROM peers WHERE address = ?")
    , m_addPeer(database, "INSERT INTO peers(address) VALUES(?)")
    , m_findHeaders(database, "SELECT id FROM headers WHERE text = ?")
    , m_addHeaders(database, "INSERT INTO headers(text) VALUES(?)")
    , m_sameBody(database, "SELECT 1 FROM bodies WHERE seq = ? AND body = ?")
    , m_namePeer(database,
                 "UPDATE peers SET "
                 "display_name = iif(?2 = 1, ?3, display_name), given_name = iif(?2 = 2, ?3, given_name), "
                 "surname = iif(?2 = 3, ?3, surname), "
                 "name = iif(iif(?2 = 1, ?3, display_name) <> '', iif(?2 = 1, ?3, display_name), "
                 "trim(iif(?2 = 2, ?3, given_name) || ' ' || iif(?2 = 3, ?3, surname))) "
                 "WHERE address = ?1")
    , m_lookups(database)
    , m_times(database)
    , m_finder(database, m_lookups)
    , m_deliveries(database) {
    readState();
}

void EventInserter::readState() {
    m_lastSeq = m_database.integer("SELECT coalesce(max(seq), 0) FROM events");
    m_lookups.load();
    m_times.load(m_lastSeq);
    m_finder.load();
}

EventInserter::Inserted EventInserter::insert(const Arrival& arrival) {
    switch (m_deliveries.judge(arrival)) {
    case DeliveryMemory::Verdict::Repeat:
        return {Outcome::AlreadyKnown, {}};
    case DeliveryMemory::Verdict::Failed:
        return {};
    case DeliveryMemory::Verdict::New:
        break;
    }
    const Inserted inserted = insertOnce(arrival);
    if (inserted.outcome == Outcome::Failed || !m_deliveries.remember(arrival))
        return {};
    return inserted;
}

EventInserter::Inserted EventInserter::insertOnce(const Arrival& arrival) {
    const EventLookups::Key key{asInteger(arrival.facts.digest), hashOf(arrival.correlationId)};
    // These search the tables alone; nothing may wait then.
    if ((arrival.channel == Channel::File || arrival.isRecovered) && !m_lookups.write(m_lookups.waiting()))
        return {};
    if (const auto known = m_finder.find(arrival, key)) {
        if (arrival.isRecovered || arrival.channel == Channel::File)
            return {Outcome::AlreadyKnown, {known->seq}};
        const bool added = addArrival(*known, arrival, key);
        return {added ? Outcome::Merged : Outcome::Failed, {known->seq}};
    }
    if (!addEvent(arrival, key))
        return {};
    learnPeerName(arrival.facts.peerName);
    return {Outcome::Inserted, {m_lastSeq}};
}

bool EventInserter::addArrival(const EventFinder::Known& known, const Arrival& arrival,
                               const EventLookups::Key& key) {
    m_sameBody.bind(1, known.seq).bindBlob(2, arrival.body);
    const bool isSameBody = m_sameBody.step() == SQLITE_ROW;
    m_sameBody.reset();
    const qint64 headers = headersId(arrival.headers);
    m_addArrival.bind(1, known.seq)
        .bind(2, qint64(arrival.channel))
        .bind(3, arrival.receivedAt.value)
        .bindText(4, arrival.path.isNull() ? QByteArray("") : arrival.path)
        .bind(5, headers)
        .bindBlob(6, isSameBody ? QByteArrayView() : QByteArrayView(arrival.body));
    if (!m_addArrival.run())
        return false;
    // A delivery that came after all: the event was late, not lost. It is known by what was delivered, since
    // its other deliveries will be equal to that; an event that had no correlation has one now.
    const EventLookups::Key now{key.digest,
                                known.key.correlation == 0 ? key.correlation : known.key.correlation};
    const quint32 channels = known.channels | Channels(arrival.channel).bits();
    m_touchEvent.bind(1, known.seq)
        .bind(2, channels)
        .bind(3, qint64(0))
        .bindText(4,
                  arrival.correlationId.isEmpty() ? QByteArrayView() : QByteArrayView(arrival.correlationId))
        .bind(5, now.digest)
        .bind(6, now.correlation);
    if (!m_touchEvent.run())
        return false;
    if (now == known.key)
        return true;
    if (now.digest != known.key.digest)
        m_finder.digestChanged();
    return m_lookups.change(known.seq, arrival.facts.object, known.key, now);
}

bool EventInserter::addEvent(const Arrival& arrival, const EventLookups::Key& key) {
    const EventFacts& facts = arrival.facts;
    const qint64 trigger = idOf(m_triggers, m_findTrigger, m_addTrigger, facts.trigger);
    const qint64 headers = headersId(arrival.headers);
    if (trigger == 0 || headers == 0)
        return false;
    const qint64 seq = m_lastSeq + 1;
    m_addEvent.bind(1, seq)
        .bind(2, arrival.receivedAt.value)
        .bind(3, facts.createdAt.value)
        .bind(4, arrival.connection.value)
        .bind(5, trigger);
    if (facts.peer.isEmpty())
        m_addEvent.bindText(6, {});
    else
        m_addEvent.bind(6, idOf(m_peers, m_findPeer, m_addPeer, facts.peer));
    m_addEvent.bind(7, Channels(arrival.channel).bits())
        .bind(8, qint64(arrival.isRecovered))
        .bindText(9, facts.object.isEmpty() ? QByteArrayView() : QByteArrayView(facts.object))
        .bindText(10, facts.state.isNull() ? QByteArrayView("") : QByteArrayView(facts.state))
        .bindText(11,
                  arrival.correlationId.isEmpty() ? QByteArrayView() : QByteArrayView(arrival.correlationId))
        .bind(12, key.digest)
        .bind(13, key.correlation)
        .bindText(14, arrival.path.isNull() ? QByteArrayView("") : QByteArrayView(arrival.path))
        .bind(15, headers)
        .bind(16, qint64(arrival.channel));
    if (!m_addEvent.run())
        return false;
    m_addBody.bind(1, seq).bindBlob(2, arrival.body.isNull() ? QByteArrayView("")
                                                             : QByteArrayView(arrival.body));
    if (!m_addBody.run() || !m_times.add(seq, arrival.receivedAt.value))
        return false;
    m_lastSeq = seq;
    m_lookups.add(seq, key, facts.object);
    m_finder.added(arrival);
    return true;
}

void EventInserter::learnPeerName(const EventFacts::PeerName& name) {
    if (name.part == EventFacts::PeerName::Part::None || name.address.isEmpty())
        return;
    (void)idOf(m_peers, m_findPeer, m_addPeer, name.address);
    m_namePeer.bindText(1, name.address).bind(2, qint64(name.part)).bindText(3, name.value);
    m_peerNameChanged = m_namePeer.run() || m_peerNameChanged;
}

void EventInserter::setPeerName(const QByteArray& address, const QByteArray& displayName) {
    learnPeerName({EventFacts::PeerName::Part::DisplayName, address, displayName});
}

qint64 EventInserter::headersId(const QByteArray& text) {
    return idOf(m_headers, m_findHeaders, m_addHeaders, text.isNull() ? QByteArray("") : text);
}

qint64 EventInserter::idOf(QHash<QByteArray, qint64>& cache, sqlite::Statement& find, sqlite::Statement& add,
                           const QByteArray& text) {
    if (const auto it = cache.constFind(text); it != cache.constEnd())
        return *it;
    find.bindText(1, text);
    qint64 id = find.step() == SQLITE_ROW ? find.integer(0) : 0;
    find.reset();
    if (id == 0) {
        add.bindText(1, text);
        if (!add.run())
            return 0;
        id = sqlite3_last_insert_rowid(m_database.handle());
    }
    if (cache.size() >= cacheLimit)
        cache.clear();
    cache.insert(text, id);
    return id;
}

void EventInserter::forget() {
    m_triggers.clear();
    m_peers.clear();
    m_headers.clear();
    readState();
}

} // namespace meshwatch
