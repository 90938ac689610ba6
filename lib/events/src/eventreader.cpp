// SPDX-License-Identifier: MIT
#include <meshwatch/events/eventreader.h>

#include "eventreader_p.h"

#include <meshwatch/core/json.h>

#include <QFileInfo>
#include <QScopeGuard>

namespace meshwatch {

namespace {

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
                               .append(Private::columns)
                               .append(", length(body), iif(length(body) <= 4194304, body, NULL) FROM events "
                                       "JOIN bodies USING(seq) WHERE events.seq = ?")
                               .constData());
    std::vector<EventRow> rows;
    rows.reserve(seqs.size());
    for (const EventSeq seq : seqs) {
        find.bind(1, seq.value);
        if (find.step() == SQLITE_ROW)
            rows.push_back(
                d->row(find, find.bytesView(Private::AfterColumns + 1), find.integer(Private::AfterColumns)));
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
