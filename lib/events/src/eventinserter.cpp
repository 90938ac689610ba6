// SPDX-License-Identifier: MIT
#include "eventinserter.h"

#include <cstring>

namespace meshwatch {

namespace {

/// Without a correlation id two equal webhook deliveries are one event only when this close together.
constexpr qint64 twinMicros = 2'000'000;

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

constexpr char knownColumns[] =
    "SELECT events.seq, received, channels, recovered, events.digest, events.correlation_hash FROM ";

/// A search for known events: from where, and which of them.
QByteArray search(const char* rest) { return QByteArray(knownColumns).append(rest); }

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
    , m_findWaiting(database,
                    search("events WHERE seq = ? AND connection_id = ? AND channels & 1").constData())
    , m_findTwin(database,
                 search("event_objects CROSS JOIN events USING(seq) WHERE event_objects.object = ? "
                        "AND event_objects.digest = ? AND correlation_hash = ? AND connection_id = ? "
                        "AND channels & 1 ORDER BY event_objects.seq DESC LIMIT 1")
                     .constData())
    // Not "channels & ? = 0": that looks like what an index is limited to, and SQLite makes a new plan for
    // every value that is bound to it, which takes longer than the search.
    , m_findWaitingOnOther(database, search("events WHERE seq = ? AND coalesce(object, '') = ? "
                                            "AND channels & ? < 1 AND connection_id = ?")
                                         .constData())
    , m_findOnOther(database,
                    search("event_objects CROSS JOIN events USING(seq) WHERE event_objects.object = ? "
                           "AND event_objects.digest = ? AND channels & ? < 1 AND connection_id = ? "
                           "ORDER BY event_objects.seq LIMIT 1")
                        .constData())
    , m_findRecovered(database,
                      search("events INDEXED BY events_recovered WHERE recovered = 1 AND object = ? "
                             "AND trigger_id = ? AND state = ? AND connection_id = ? "
                             "ORDER BY seq LIMIT 1")
                          .constData())
    , m_findHappening(database,
                      search("event_objects CROSS JOIN events USING(seq) WHERE event_objects.object = ? "
                             "AND trigger_id = ? AND state = ? AND connection_id = ? "
                             "ORDER BY event_objects.seq LIMIT 1")
                          .constData())
    , m_findImported(database,
                     search("event_objects CROSS JOIN events USING(seq) WHERE event_objects.object = ? "
                            "AND event_objects.digest = ? AND connection_id = ? "
                            "AND received BETWEEN ? AND ? LIMIT 1")
                         .constData())
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
    , m_deliveries(database) {
    readState();
}

void EventInserter::readState() {
    m_lastSeq = m_database.integer("SELECT coalesce(max(seq), 0) FROM events");
    m_someWithoutWebhook =
        m_database.integer(
            "SELECT EXISTS(SELECT 1 FROM events INDEXED BY events_without_webhook WHERE channels & 1 = 0)") !=
        0;
    m_someRecovered =
        m_database.integer(
            "SELECT EXISTS(SELECT 1 FROM events INDEXED BY events_recovered WHERE recovered = 1)") != 0;
    m_lookups.load();
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
    if (const auto known = find(arrival, key)) {
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

std::optional<EventInserter::Known> EventInserter::find(const Arrival& arrival,
                                                        const EventLookups::Key& key) {
    if (arrival.isRecovered)
        return findSameHappening(arrival);
    if (arrival.channel == Channel::File)
        return findImported(arrival, key.digest);
    std::optional<Known> known;
    if (arrival.channel == Channel::Webhook)
        known = findWebhookTwin(arrival, key);
    if (!known)
        known = findOnOtherChannels(arrival, key.digest);
    if (!known)
        known = findRecovered(arrival);
    return known;
}

std::optional<EventInserter::Known> EventInserter::firstOf(sqlite::Statement& statement) {
    std::optional<Known> known;
    if (statement.step() == SQLITE_ROW)
        known = Known{statement.integer(0),
                      {statement.integer(1)},
                      quint32(statement.integer(2)),
                      statement.integer(3) != 0,
                      {statement.integer(4), statement.integer(5)}};
    statement.reset();
    return known;
}

std::optional<EventInserter::Known> EventInserter::findWebhookTwin(const Arrival& arrival,
                                                                   const EventLookups::Key& key) {
    const auto known = newestTwin(arrival, key);
    if (known && key.correlation == 0 &&
        qAbs(arrival.receivedAt.value - known->receivedAt.value) >= twinMicros)
        return std::nullopt;
    return known;
}

std::optional<EventInserter::Known> EventInserter::newestTwin(const Arrival& arrival,
                                                              const EventLookups::Key& key) {
    const auto waiting = m_lookups.waitingTwins(key);
    for (const qint64 seq : waiting) {
        m_findWaiting.bind(1, seq).bind(2, arrival.connection.value);
        if (const auto known = firstOf(m_findWaiting))
            return known;
    }
    m_findTwin.bindText(1, EventLookups::stored(arrival.facts.object))
        .bind(2, key.digest)
        .bind(3, key.correlation)
        .bind(4, arrival.connection.value);
    return firstOf(m_findTwin);
}

std::optional<EventInserter::Known> EventInserter::findOnOtherChannels(const Arrival& arrival,
                                                                       qint64 digest) {
    if (arrival.channel == Channel::Webhook && !m_someWithoutWebhook)
        return std::nullopt;
    // The n-th on one channel pairs with the n-th on another: the oldest that this channel has not told of
    // yet.
    const QByteArrayView object = EventLookups::stored(arrival.facts.object);
    const qint64 channel = Channels(arrival.channel).bits();
    m_findOnOther.bindText(1, object).bind(2, digest).bind(3, channel).bind(4, arrival.connection.value);
    const auto written = firstOf(m_findOnOther);
    // Of a run under way some are in the table already, in the order of their objects, not of their numbers.
    for (const qint64 seq : m_lookups.waitingOf(digest)) {
        if (written && written->seq <= seq)
            break;
        m_findWaitingOnOther.bind(1, seq)
            .bindText(2, object)
            .bind(3, channel)
            .bind(4, arrival.connection.value);
        if (const auto waiting = firstOf(m_findWaitingOnOther))
            return waiting;
    }
    return written;
}

std::optional<EventInserter::Known> EventInserter::findRecovered(const Arrival& arrival) {
    if (!m_someRecovered || arrival.facts.object.isEmpty())
        return std::nullopt;
    m_findRecovered.bindText(1, arrival.facts.object)
        .bind(2, idOf(m_triggers, m_findTrigger, m_addTrigger, arrival.facts.trigger))
        .bindText(3, arrival.facts.state.isNull() ? QByteArray("") : arrival.facts.state)
        .bind(4, arrival.connection.value);
    return firstOf(m_findRecovered);
}

std::optional<EventInserter::Known> EventInserter::findSameHappening(const Arrival& arrival) {
    const QByteArray state = arrival.facts.state.isNull() ? QByteArray("") : arrival.facts.state;
    m_findHappening.bindText(1, arrival.facts.object)
        .bind(2, idOf(m_triggers, m_findTrigger, m_addTrigger, arrival.facts.trigger))
        .bindText(3, state)
        .bind(4, arrival.connection.value);
    return firstOf(m_findHappening);
}

std::optional<EventInserter::Known> EventInserter::findImported(const Arrival& arrival, qint64 digest) {
    // Files carry milliseconds; what was received in the same one is the same line read again.
    const qint64 millisecond = arrival.receivedAt.value - arrival.receivedAt.value % 1000;
    m_findImported.bindText(1, EventLookups::stored(arrival.facts.object))
        .bind(2, digest)
        .bind(3, arrival.connection.value)
        .bind(4, millisecond)
        .bind(5, millisecond + 999);
    return firstOf(m_findImported);
}

bool EventInserter::addArrival(const Known& known, const Arrival& arrival, const EventLookups::Key& key) {
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
    return m_touchEvent.run() &&
           (now == known.key || m_lookups.change(known.seq, arrival.facts.object, known.key, now));
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
    if (!m_addBody.run())
        return false;
    m_lastSeq = seq;
    m_lookups.add(seq, key, facts.object);
    m_someWithoutWebhook = m_someWithoutWebhook || arrival.channel != Channel::Webhook;
    m_someRecovered = m_someRecovered || arrival.isRecovered;
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
