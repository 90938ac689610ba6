// SPDX-License-Identifier: MIT
#include <meshwatch/events/eventreader.h>

#include "eventreader_p.h"

#include <meshwatch/core/json.h>

#include <QElapsedTimer>
#include <QFileInfo>
#include <QScopeGuard>

namespace meshwatch {

namespace {

// What rows and searches read of an event; a search adds the body where the filter looks into it.
constexpr char columns[] =
    "events.seq, events.received, events.created, events.connection_id, events.trigger_id, events.peer_id, "
    "events.channels, events.recovered, events.arrivals, events.object, events.state, events.correlation";
enum Column {
    Seq,
    Received,
    Created,
    ConnectionColumn,
    Trigger,
    Peer,
    ChannelBits,
    Recovered,
    Arrivals,
    Object,
    State,
    Correlation,
    AfterColumns
};

/// A summary needs the whole body; above this size it is made from the name alone, since a list must stay
/// quick.
constexpr qint64 summaryBodyLimit = 4 * 1024 * 1024;

} // namespace

bool EventReader::Private::next(sqlite::Statement& statement) {
    const int code = statement.step();
    if (code != SQLITE_ROW && code != SQLITE_DONE && failure == SQLITE_OK)
        failure = code;
    return code == SQLITE_ROW;
}

EventRow EventReader::Private::row(const sqlite::Statement& from, QByteArrayView body, qint64 bodySize) {
    EventRow row;
    row.seq = {from.integer(Seq)};
    row.connection = {qint32(from.integer(ConnectionColumn))};
    row.receivedAt = {from.integer(Received)};
    row.createdAt = {from.integer(Created)};
    row.channels = Channels::fromBits(quint32(from.integer(ChannelBits)));
    row.isRecovered = from.integer(Recovered) != 0;
    row.arrivals = int(from.integer(Arrivals));
    const QByteArray& name = names.trigger(from.integer(Trigger));
    row.trigger = QString::fromUtf8(name);
    row.object = from.text(Object);
    const StoredNames::Peer& other = names.peer(from.integer(Peer));
    row.peer = other.address;
    row.peerName = other.name;
    row.bodySize = bodySize;
    row.family = EventCatalogue::kind(name).family;
    QJsonObject data;
    if (bodySize <= summaryBodyLimit) {
        if (const auto object = json::parseObject(body); object) {
            const bool isEnvelope = object->contains(QLatin1String("trigger"));
            data = isEnvelope ? object->value(QLatin1String("data")).toObject() : *object;
        }
    }
    row.summary = EventCatalogue::summary(name, data);
    row.isFailure = EventCatalogue::isFailure(name, data);
    return row;
}

Result<std::unique_ptr<EventReader>> EventReader::open(const QString& path) {
    auto database = storefile::openForReading(path);
    if (!database)
        return database.error();
    return std::unique_ptr<EventReader>(
        new EventReader(std::make_unique<Private>(std::move(*database), path)));
}

EventReader::EventReader(std::unique_ptr<Private> data)
    : d(std::move(data)) {}
EventReader::~EventReader() = default;

EventReader::Range EventReader::range() const {
    return {{d->database.integer("SELECT coalesce(min(seq), 0) FROM events")},
            {d->database.integer("SELECT coalesce(max(seq), 0) FROM events")}};
}

std::vector<EventRow> EventReader::rows(const std::vector<EventSeq>& seqs) const {
    d->names.noticeChanges();
    sqlite::Statement find(d->database,
                           QByteArray("SELECT ")
                               .append(columns)
                               .append(", length(body), iif(length(body) <= 4194304, body, NULL) FROM events "
                                       "JOIN bodies USING(seq) WHERE events.seq = ?")
                               .constData());
    std::vector<EventRow> rows;
    rows.reserve(seqs.size());
    for (const EventSeq seq : seqs) {
        find.bind(1, seq.value);
        if (find.step() == SQLITE_ROW)
            rows.push_back(d->row(find, find.bytesView(AfterColumns + 1), find.integer(AfterColumns)));
        find.reset();
    }
    return rows;
}

std::optional<Event> EventReader::Private::event(EventSeq seq) {
    if (!findEvent.isValid()) {
        findEvent = sqlite::Statement(
            database, QByteArray("SELECT ")
                          .append(columns)
                          .append(", body, path, headers.text, channel FROM events JOIN bodies "
                                  "USING(seq) LEFT JOIN headers ON headers.id = headers_id "
                                  "WHERE events.seq = ?")
                          .constData());
        findArrivals = sqlite::Statement(
            database, "SELECT channel, received, path, headers.text, body FROM arrivals "
                      "LEFT JOIN headers ON headers.id = headers_id WHERE seq = ? ORDER BY n");
    }
    // Also where nothing was found: a statement that has begun keeps the log from beginning anew.
    const auto ended = qScopeGuard([this] { findEvent.reset(); });
    findEvent.bind(1, seq.value);
    if (!next(findEvent))
        return std::nullopt;
    Event event;
    event.body = findEvent.bytes(AfterColumns);
    event.row = row(findEvent, event.body, event.body.size());
    event.correlationId = findEvent.bytes(Correlation);
    event.state = findEvent.bytes(State);
    EventArrival first;
    first.receivedAt = event.row.receivedAt;
    first.path = findEvent.text(AfterColumns + 1);
    first.headers = findEvent.bytes(AfterColumns + 2);
    first.body = event.body;
    first.channel = Channel(findEvent.integer(AfterColumns + 3));
    event.arrivals.push_back(std::move(first));
    if (event.row.arrivals > 1)
        addArrivals(event);
    return event;
}

void EventReader::Private::addArrivals(Event& event) {
    findArrivals.bind(1, event.row.seq.value);
    while (next(findArrivals)) {
        EventArrival arrival;
        arrival.channel = Channel(findArrivals.integer(0));
        arrival.receivedAt = {findArrivals.integer(1)};
        arrival.path = findArrivals.text(2);
        arrival.headers = findArrivals.bytes(3);
        arrival.body = findArrivals.isNull(4) ? event.body : findArrivals.bytes(4);
        event.arrivals.push_back(std::move(arrival));
    }
    findArrivals.reset();
}

std::optional<Event> EventReader::event(EventSeq seq) const {
    d->names.noticeChanges();
    return d->event(seq);
}

bool EventReader::Private::matches(const Query& query, const sqlite::Statement& from, QByteArrayView body) {
    const StoredNames::Peer& other = names.peer(from.integer(Peer));
    QueryRow row;
    row.seq = from.integer(Seq);
    row.receivedAt = {from.integer(Received)};
    row.createdAt = {from.integer(Created)};
    row.channels = Channels::fromBits(quint32(from.integer(ChannelBits)));
    row.isRecovered = from.integer(Recovered) != 0;
    row.arrivals = int(from.integer(Arrivals));
    row.connection = names.connection(from.integer(ConnectionColumn));
    row.trigger = names.trigger(from.integer(Trigger));
    row.object = from.bytesView(Object);
    row.peer = other.addressBytes;
    row.peerName = other.name;
    row.correlationId = from.bytesView(Correlation);
    row.state = from.bytesView(State);
    row.body = body;
    return query.matches(row);
}

namespace {

sqlite::Statement prepareSearch(sqlite::Database& database, const Query::Sql& sql, const char* selected,
                                const QByteArray& bounds) {
    QByteArray text = QByteArray("SELECT ").append(selected);
    if (sql.needsBody)
        text.append(", body FROM events JOIN bodies USING(seq)");
    else
        text.append(" FROM events");
    text.append(" WHERE (").append(sql.where).append(") AND ").append(bounds);
    sqlite::Statement statement(database, text.constData());
    int index = 1;
    for (const QVariant& value : sql.bindings)
        statement.bind(index++, value);
    return statement;
}

} // namespace

EventReader::Found EventReader::search(const Query& query, EventSeq from, EventSeq to, int limit, int sliceMs,
                                       const std::atomic<bool>& cancelled) const {
    d->names.noticeChanges();
    // A long stretch without a match must not hold the thread: the range is looked at in blocks.
    static constexpr qint64 block = 20'000;
    const Query::Sql sql = query.toSql();
    sqlite::Statement find =
        prepareSearch(d->database, sql, columns, "events.seq BETWEEN ? AND ? ORDER BY events.seq DESC");
    const int boundsAt = int(sql.bindings.size()) + 1;
    Found found;
    d->failure = SQLITE_OK;
    QElapsedTimer timer;
    timer.start();
    qint64 high = from.value;
    while (high >= to.value && high > 0) {
        const qint64 low = qMax(to.value, high - block + 1);
        find.bind(boundsAt, low).bind(boundsAt + 1, high);
        while (d->next(find)) {
            if (cancelled)
                return found;
            const QByteArrayView body = sql.needsBody ? find.bytesView(AfterColumns) : QByteArrayView();
            const qint64 seq = find.integer(Seq);
            if (sql.isComplete || d->matches(query, find, body))
                found.seqs.push_back({seq});
            if (int(found.seqs.size()) >= limit || timer.elapsed() > sliceMs) {
                found.next = {seq - 1 >= to.value ? seq - 1 : 0};
                return found;
            }
        }
        find.reset();
        if (d->failure != SQLITE_OK) {
            found.failure = storefile::readError(d->path, d->failure);
            return found;
        }
        high = low - 1;
        if (cancelled || timer.elapsed() > sliceMs)
            break;
    }
    found.next = {high >= to.value && high > 0 ? high : 0};
    return found;
}

void EventReader::setCancel(std::function<bool()> isCancelled) {
    // So many steps of SQLite's machine take about a tenth of a millisecond.
    static constexpr int steps = 10'000;
    d->isCancelled = std::move(isCancelled);
    const auto ask = [](void* self) { return static_cast<Private*>(self)->isCancelled() ? 1 : 0; };
    sqlite3_progress_handler(d->database.handle(), steps, ask, d.get());
}

Result<void> EventReader::Private::forEachMatch(const Query& query, const char* bounds, EventSeq first,
                                                const std::function<bool(EventSeq)>& visit) {
    names.noticeChanges();
    failure = SQLITE_OK;
    const Query::Sql sql = query.toSql();
    sqlite::Statement find = prepareSearch(database, sql, columns, bounds);
    find.bind(int(sql.bindings.size()) + 1, first.value);
    while (next(find)) {
        const QByteArrayView body = sql.needsBody ? find.bytesView(AfterColumns) : QByteArrayView();
        if (!sql.isComplete && !matches(query, find, body))
            continue;
        if (!visit({find.integer(Seq)}))
            break;
    }
    if (failure != SQLITE_OK)
        return storefile::readError(path, failure);
    return {};
}

Result<void> EventReader::forEach(const Query& query, EventSeq first,
                                  const std::function<bool(const Event&)>& visit) const {
    return d->forEachMatch(query, "events.seq >= ? ORDER BY events.seq", first, [&](EventSeq seq) {
        const auto event = d->event(seq);
        return d->failure == SQLITE_OK && (!event || visit(*event));
    });
}

Result<EventSeq> EventReader::startOfNewest(const Query& query, qint64 limit) const {
    EventSeq start;
    const auto found =
        d->forEachMatch(query, "events.seq >= ? ORDER BY events.seq DESC", {}, [&](EventSeq seq) {
            start = seq;
            return --limit > 0;
        });
    return found ? Result<EventSeq>(start) : found.error();
}

std::vector<EventSeq> EventReader::ofObject(const QByteArray& object) const {
    sqlite::Statement find(d->database, "SELECT seq FROM objects WHERE object = ? ORDER BY seq");
    find.bindText(1, object);
    std::vector<EventSeq> seqs;
    while (find.step() == SQLITE_ROW)
        seqs.push_back({find.integer(0)});
    return seqs;
}

bool EventReader::knows(ConnectionId connection, const QByteArray& trigger, const QByteArray& object,
                        const QByteArray& state) const {
    sqlite::Statement find(d->database, "SELECT 1 FROM objects CROSS JOIN events USING(seq) WHERE "
                                        "objects.object = ? AND connection_id = ? AND state = ? "
                                        "AND trigger_id = (SELECT id FROM triggers WHERE name = ?) LIMIT 1");
    find.bindText(1, object)
        .bind(2, connection.value)
        .bindText(3, state.isNull() ? QByteArrayView("") : QByteArrayView(state))
        .bindText(4, trigger);
    return find.step() == SQLITE_ROW;
}

int EventReader::countOf(ConnectionId connection, const QByteArray& trigger, const QByteArray& object) const {
    sqlite::Statement find(
        d->database, "SELECT count(*) FROM objects CROSS JOIN events USING(seq) WHERE objects.object = ? "
                     "AND connection_id = ? AND trigger_id = (SELECT id FROM triggers WHERE name = ?)");
    find.bindText(1, object).bind(2, connection.value).bindText(3, trigger);
    return find.step() == SQLITE_ROW ? int(find.integer(0)) : 0;
}

std::optional<QString> EventReader::mark(ConnectionId connection, const QString& name) const {
    const QByteArray utf8 = name.toUtf8();
    sqlite::Statement find(d->database, "SELECT value FROM marks WHERE connection_id = ? AND name = ?");
    find.bind(1, connection.value).bindText(2, utf8);
    if (find.step() != SQLITE_ROW)
        return std::nullopt;
    return find.text(0);
}

std::vector<EventReader::Connection> EventReader::connections() const {
    sqlite::Statement find(
        d->database,
        "SELECT connections.id, name, count(seq), coalesce(sum(recovered), 0), "
        "coalesce(max(received), 0) FROM connections LEFT JOIN events ON connection_id = connections.id "
        "GROUP BY connections.id ORDER BY connections.id");
    std::vector<Connection> list;
    while (find.step() == SQLITE_ROW)
        list.push_back(
            {{qint32(find.integer(0))}, find.text(1), find.integer(2), find.integer(3), {find.integer(4)}});
    return list;
}

namespace {

QStringList texts(sqlite::Database& database, const char* sql) {
    sqlite::Statement find(database, sql);
    QStringList list;
    while (find.step() == SQLITE_ROW)
        list.append(find.text(0));
    return list;
}

} // namespace

QStringList EventReader::triggers() const {
    return texts(d->database, "SELECT name FROM triggers ORDER BY name");
}

QStringList EventReader::peers() const {
    return texts(d->database,
                 "SELECT iif(name <> '', name, address) AS text FROM peers ORDER BY text LIMIT 1000");
}

qint64 EventReader::fileBytes() const {
    return QFileInfo(d->path).size() + QFileInfo(d->path + QStringLiteral("-wal")).size();
}

} // namespace meshwatch
