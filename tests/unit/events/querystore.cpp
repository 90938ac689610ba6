// SPDX-License-Identifier: MIT
#include "querystore.h"

#include <QStringList>

using namespace meshwatch;

namespace {

constexpr char schema[] = R"sql(
CREATE TABLE connections(id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE);
CREATE TABLE triggers(id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE);
CREATE TABLE peers(id INTEGER PRIMARY KEY, address TEXT NOT NULL UNIQUE, name TEXT NOT NULL DEFAULT '');
CREATE TABLE events(seq INTEGER PRIMARY KEY, received INTEGER, created INTEGER, connection_id INTEGER, trigger_id INTEGER,
    peer_id INTEGER, channels INTEGER, recovered INTEGER, arrivals INTEGER, object TEXT, state TEXT, correlation TEXT);
CREATE TABLE bodies(seq INTEGER PRIMARY KEY, body BLOB NOT NULL);
CREATE TABLE event_objects(object TEXT NOT NULL, digest INTEGER NOT NULL, seq INTEGER NOT NULL,
    PRIMARY KEY(object, digest, seq)) WITHOUT ROWID;
CREATE TABLE lookup_progress(seq INTEGER NOT NULL);
INSERT INTO lookup_progress VALUES(0);
CREATE VIEW objects AS SELECT object, seq FROM event_objects
    WHERE object <> '' AND seq <= (SELECT seq FROM lookup_progress)
    UNION ALL SELECT object, seq FROM events WHERE seq > (SELECT seq FROM lookup_progress) AND object IS NOT NULL;
CREATE INDEX events_peer ON events(peer_id) WHERE peer_id IS NOT NULL;
CREATE INDEX events_trigger ON events(trigger_id);
)sql";

void check(int code, sqlite3* database) {
    if (code != SQLITE_OK && code != SQLITE_ROW && code != SQLITE_DONE)
        qFatal("SQLite: %s", sqlite3_errmsg(database));
}

QVariant orNull(const QByteArray& text) { return text.isEmpty() ? QVariant() : QVariant(text); }

template<typename List>
const auto& oneOf(QRandomGenerator& random, const List& list) {
    return list[random.bounded(int(std::size(list)))];
}

} // namespace

QueryRow SampleEvent::row() const {
    connectionText = QString::fromUtf8(connection);
    peerNameText = QString::fromUtf8(peerName);
    QueryRow row;
    row.seq = seq;
    row.receivedAt = {received};
    row.createdAt = {created};
    row.channels = Channels::fromBits(channels);
    row.isRecovered = isRecovered;
    row.arrivals = arrivals;
    row.connection = connectionText;
    row.trigger = trigger;
    row.object = object;
    row.peer = peer;
    row.peerName = peerNameText;
    row.correlationId = correlation;
    row.state = state;
    row.body = body;
    return row;
}

QueryStore::QueryStore(const std::vector<SampleEvent>& events)
    : m_events(events) {
    check(sqlite3_open(":memory:", &m_database), m_database);
    check(sqlite3_exec(m_database, schema, nullptr, nullptr, nullptr), m_database);
    for (const SampleEvent& event : events)
        insert(event);
}

sqlite3_stmt* QueryStore::prepared(const QByteArray& sql, const QList<QVariant>& bindings) const {
    sqlite3_stmt* statement = nullptr;
    check(sqlite3_prepare_v2(m_database, sql.constData(), int(sql.size()), &statement, nullptr), m_database);
    for (int i = 0; i < bindings.size(); ++i) {
        if (bindings[i].typeId() == QMetaType::QByteArray) {
            const QByteArray text = bindings[i].toByteArray();
            check(sqlite3_bind_text(statement, i + 1, text.constData(), int(text.size()), SQLITE_TRANSIENT),
                  m_database);
        } else if (bindings[i].isValid()) {
            check(sqlite3_bind_int64(statement, i + 1, bindings[i].toLongLong()), m_database);
        }
    }
    return statement;
}

qint64 QueryStore::idOf(const char* table, const char* column, const QByteArray& text) const {
    const QByteArray name(table), field(column);
    sqlite3_stmt* insert = prepared("INSERT OR IGNORE INTO " + name + '(' + field + ") VALUES(?)", {text});
    check(sqlite3_step(insert), m_database);
    sqlite3_finalize(insert);
    sqlite3_stmt* find = prepared("SELECT id FROM " + name + " WHERE " + field + " = ?", {text});
    check(sqlite3_step(find), m_database);
    const qint64 id = sqlite3_column_int64(find, 0);
    sqlite3_finalize(find);
    return id;
}

void QueryStore::insert(const SampleEvent& event) {
    QVariant peer;
    if (!event.peer.isEmpty()) {
        peer = idOf("peers", "address", event.peer);
        sqlite3_stmt* name = prepared("UPDATE peers SET name = ? WHERE id = ?",
                                      {event.peerName.isNull() ? QByteArray("") : event.peerName, peer});
        check(sqlite3_step(name), m_database);
        sqlite3_finalize(name);
    }
    sqlite3_stmt* statement =
        prepared("INSERT INTO events VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                 {event.seq, event.received, event.created, idOf("connections", "name", event.connection),
                  idOf("triggers", "name", event.trigger), peer, event.channels, int(event.isRecovered),
                  event.arrivals, orNull(event.object), event.state.isNull() ? QByteArray("") : event.state,
                  orNull(event.correlation)});
    check(sqlite3_step(statement), m_database);
    sqlite3_finalize(statement);
    statement = prepared("INSERT INTO bodies VALUES(?, CAST(? AS BLOB))", {event.seq, event.body});
    check(sqlite3_step(statement), m_database);
    sqlite3_finalize(statement);
}

std::vector<qint64> QueryStore::found(const Query& query) const {
    const Query::Sql sql = query.toSql();
    sqlite3_stmt* statement =
        prepared("SELECT events.seq FROM events WHERE (" + sql.where + ") ORDER BY events.seq", sql.bindings);
    std::vector<qint64> seqs;
    while (sqlite3_step(statement) == SQLITE_ROW) {
        const qint64 seq = sqlite3_column_int64(statement, 0);
        const auto event = std::find_if(m_events.begin(), m_events.end(),
                                        [seq](const SampleEvent& each) { return each.seq == seq; });
        QueryRow row = event->row();
        // A reader gives the body only where it is said to be needed.
        if (!sql.needsBody)
            row.body = {};
        if (sql.isComplete || query.matches(row))
            seqs.push_back(seq);
    }
    sqlite3_finalize(statement);
    return seqs;
}

QByteArray QueryStore::plan(const Query& query) const {
    const Query::Sql sql = query.toSql();
    sqlite3_stmt* statement =
        prepared("EXPLAIN QUERY PLAN SELECT seq FROM events WHERE " + sql.where, sql.bindings);
    QByteArray plan;
    while (sqlite3_step(statement) == SQLITE_ROW)
        plan.append(reinterpret_cast<const char*>(sqlite3_column_text(statement, 3))).append('\n');
    sqlite3_finalize(statement);
    return plan;
}

SampleEvent mailOf(Micros received) {
    SampleEvent event;
    event.seq = 7;
    event.received = received.value;
    event.created = event.received - 431'000;
    event.channels = Channels(Channel::Webhook).bits();
    event.connection = "Riverside School";
    event.trigger = "transport.messageReceived";
    event.object = "MSGq8Zr2LmT0vXa1cBd3";
    event.peer = "did:e:localhost:dids:7f770a71f026b19aa37dc8";
    event.peerName = "Hana Weiß";
    event.correlation = "7d1f-c2";
    event.body =
        R"({"data":{"id":"MSGq8Zr2LmT0vXa1cBd3","isOwn":false,"createdAt":"2026-11-23T11:59:29.569Z","size":3,
        "content":{"@type":"Mail","subject":"Re: Your \"certificate\"","to":["did:e:a","did:e:b"],
        "items":[{"n":1,"ok":true},{"n":2.50,"ok":null}],"body":"Grüße aus Ulm"}},"trigger":"transport.messageReceived"})";
    return event;
}

SampleEvent randomEvent(QRandomGenerator& random, qint64 seq, Micros now) {
    static const QByteArray triggers[] = {"transport.messageReceived",
                                          "transport.messageSent",
                                          "consumption.attributeCreated",
                                          "consumption.outgoingRequestStatusChanged",
                                          "runtime.modulesStarted",
                                          "my.own_thing",
                                          "custom.fileMoved"};
    static const QByteArray names[] = {"",      "Hana Weiß",    "HANA", "Jon Park", "ÄRGER",
                                       "ärger", "K\u212Aelvin", "a*b",  "a[b]?"};
    static const QByteArray objects[] = {"", "MSG1", "msg1", "MSG2", "REQ*1", "REQ[1]"};
    static const QByteArray bodies[] = {
        R"({"data":{"id":"MSG1","content":{"@type":"Mail","subject":"Certificate"}},"trigger":"transport.messageReceived"})",
        R"({"id":"MSG1","n":5,"list":[1,2,{"x":"y"}],"text":"GRÜSSE"})",
        R"({"trigger":"runtime.modulesStarted"})",
        R"({"data":{"newStatus":"Expired","request":{"id":"REQ*1"}},"trigger":"consumption.outgoingRequestStatusChanged"})",
        "{}",
        "not JSON"};
    SampleEvent event;
    event.seq = seq;
    event.received = now.value - qint64(random.bounded(7'200)) * 1'000'000;
    event.created =
        random.bounded(3) == 0 ? 0 : event.received - qint64(random.bounded(10'000)) * 1'000 + 2'000'000;
    event.channels = 1 + random.bounded(255U);
    event.isRecovered = random.bounded(4) == 0;
    event.arrivals = 1 + int(random.bounded(3));
    event.connection = random.bounded(2) == 0 ? "Riverside School" : "Straße";
    event.trigger = oneOf(random, triggers);
    event.object = oneOf(random, objects);
    if (random.bounded(4) != 0) {
        const int peer = int(random.bounded(int(std::size(names))));
        event.peer = "did:e:x:" + QByteArray::number(peer);
        event.peerName = names[peer];
    }
    event.correlation =
        random.bounded(2) == 0 ? QByteArray() : QByteArray("corr-") + QByteArray::number(random.bounded(3));
    event.state = random.bounded(2) == 0 ? QByteArray() : QByteArray("Open");
    event.body = oneOf(random, bodies);
    return event;
}

QString randomQuery(QRandomGenerator& random, int depth) {
    static const QString terms[] = {QStringLiteral("trigger:transport.*"),
                                    QStringLiteral("trigger:*Sent,my.own_thing"),
                                    QStringLiteral("trigger=TRANSPORT.MESSAGESENT"),
                                    QStringLiteral("trigger!=my.*"),
                                    QStringLiteral("trigger~attribute"),
                                    QStringLiteral("trigger~/^my/"),
                                    QStringLiteral("family:message"),
                                    QStringLiteral("family:other,file"),
                                    QStringLiteral("family!=request"),
                                    QStringLiteral("object:MSG1"),
                                    QStringLiteral("object:MSG*"),
                                    QStringLiteral("id:\"REQ*1\""),
                                    QStringLiteral("id:REQ[1]"),
                                    QStringLiteral("object~sg"),
                                    QStringLiteral("object!=MSG1"),
                                    QStringLiteral("peer:hana*"),
                                    QStringLiteral("peer:\"hana weiß\""),
                                    QStringLiteral("peer:Ärger"),
                                    QStringLiteral("peer:*ÄR*"),
                                    QStringLiteral("peer~ß"),
                                    QStringLiteral("peer~k"),
                                    QStringLiteral("peer:kkelvin"),
                                    QStringLiteral("peer:\"a*b\""),
                                    QStringLiteral("peer:a[*"),
                                    QStringLiteral("peer:\"\""),
                                    QStringLiteral("peer!=\"jon park\""),
                                    QStringLiteral("peer:did:e:x:3"),
                                    QStringLiteral("peer~/an/"),
                                    QStringLiteral("connection:river*"),
                                    QStringLiteral("connection:STRAßE"),
                                    QStringLiteral("connection!=x"),
                                    QStringLiteral("via:sync"),
                                    QStringLiteral("via:hook,amqp"),
                                    QStringLiteral("via!=mqtt"),
                                    QStringLiteral("since:1h"),
                                    QStringLiteral("until:30m"),
                                    QStringLiteral("received>45m"),
                                    QStringLiteral("received<=20m"),
                                    QStringLiteral("received:15m"),
                                    QStringLiteral("created:1h"),
                                    QStringLiteral("created!=1h"),
                                    QStringLiteral("created<2026-11-23T11:30:00Z"),
                                    QStringLiteral("received:2026-11-23T11:30Z"),
                                    QStringLiteral("lag>2s"),
                                    QStringLiteral("lag<=0s"),
                                    QStringLiteral("lag:1s,4s"),
                                    QStringLiteral("lag!=2s"),
                                    QStringLiteral("lag>-1s"),
                                    QStringLiteral("seq:3,5,7"),
                                    QStringLiteral("seq>60"),
                                    QStringLiteral("seq<=9"),
                                    QStringLiteral("seq!=4"),
                                    QStringLiteral("state:open"),
                                    QStringLiteral("state:\"\""),
                                    QStringLiteral("state~pe"),
                                    QStringLiteral("correlation:corr-1"),
                                    QStringLiteral("correlation:corr*"),
                                    QStringLiteral("correlation!=corr-2"),
                                    QStringLiteral("is:recovered"),
                                    QStringLiteral("is:merged,recovered"),
                                    QStringLiteral("is:failure"),
                                    QStringLiteral("is:recovered,failure"),
                                    QStringLiteral("is!=merged"),
                                    QStringLiteral("has:peer"),
                                    QStringLiteral("has:time,object"),
                                    QStringLiteral("has!=correlation"),
                                    QStringLiteral("size>50"),
                                    QStringLiteral("size:2"),
                                    QStringLiteral("size!=8"),
                                    QStringLiteral("data.content.@type:mail"),
                                    QStringLiteral("data.list.x:y"),
                                    QStringLiteral("data.n>4"),
                                    QStringLiteral("data.id!=MSG1"),
                                    QStringLiteral("data.text~grü"),
                                    QStringLiteral("certificate"),
                                    QStringLiteral("grüsse"),
                                    QStringLiteral("hana"),
                                    QStringLiteral("\"\\\"id\\\"\""),
                                    QStringLiteral("/expired|json/")};
    if (depth == 0 || random.bounded(3) == 0)
        return (random.bounded(4) == 0 ? QStringLiteral("-") : QString()) + oneOf(random, terms);
    static const QString joints[] = {QStringLiteral(" "), QStringLiteral(" and "), QStringLiteral(" or "),
                                     QStringLiteral(" not ")};
    return QLatin1Char('(') + randomQuery(random, depth - 1) + oneOf(random, joints) +
           randomQuery(random, depth - 1) + QLatin1Char(')');
}
