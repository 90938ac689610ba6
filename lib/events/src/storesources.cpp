// SPDX-License-Identifier: MIT
// What the store keeps for sources beside their events.
#include "deliverymemory.h"
#include "eventreader_p.h"
#include "storewriter.h"

#include <meshwatch/events/eventreader.h>

namespace meshwatch {

void EventStore::findSource(ConnectionId connection, const QString& address,
                            std::function<void(Result<StoredSource>)> found) {
    m_writer->run([this, connection, address, found = std::move(found)](sqlite::Database& database,
                                                                        EventInserter&) {
        const QByteArray utf8 = address.toUtf8();
        sqlite::Statement add(database, "INSERT OR IGNORE INTO sources(connection_id, address) VALUES(?,?)");
        add.bind(1, connection.value).bindText(2, utf8).run();
        sqlite::Statement find(
            database, "SELECT id, position, last_seen FROM sources WHERE connection_id = ? AND address = ?");
        find.bind(1, connection.value).bindText(2, utf8);
        if (find.step() == SQLITE_ROW) {
            found(StoredSource{{qint32(find.integer(0))}, find.bytes(1), {find.integer(2)}});
            return;
        }
        found(Error{QStringLiteral("store.write"),
                    tr("The source “%1” cannot be stored in %2.").arg(address, path()),
                    tr("Check that the folder exists, is writable and has space.")});
    });
}

void EventStore::noteSeen(SourceId source, Micros when) {
    m_writer->run([source, when](sqlite::Database& database, EventInserter&) {
        sqlite::Statement note(database, "UPDATE sources SET last_seen = max(last_seen, ?) WHERE id = ?");
        note.bind(1, when.value).bind(2, source.value).run();
    });
}

void EventStore::forgetDeliveries(SourceId source, Micros when) {
    m_writer->run([source, when](sqlite::Database& database, EventInserter&) {
        sqlite::Statement forget(database, "DELETE FROM deliveries WHERE source_id = ? AND received <= ?");
        forget.bind(1, source.value).bind(2, when.value).run();
    });
}

void EventStore::forgetIndistinct(SourceId source, qint64 session, Micros from, Micros when) {
    m_writer->run([source, session, from, when](sqlite::Database& database, EventInserter&) {
        const QByteArray sql = QByteArray("DELETE FROM deliveries WHERE source_id = ? AND received > ? "
                                          "AND received <= ? AND session = ? AND ") +
                               DeliveryMemory::isIndistinct;
        sqlite::Statement forget(database, sql.constData());
        forget.bind(1, source.value).bind(2, from.value).bind(3, when.value).bind(4, session).run();
    });
}

void EventStore::addGap(const Gap& gap) {
    m_writer->run([this, gap](sqlite::Database& database, EventInserter&) {
        sqlite::Statement add(database,
                              "INSERT INTO gaps(source_id, connection_id, channel, reason, began, ended) "
                              "VALUES(?,?,?,?,?,?)");
        add.bind(1, gap.source.value)
            .bind(2, gap.connection.value)
            .bind(3, qint64(gap.channel))
            .bind(4, qint64(gap.reason))
            .bind(5, gap.began.value)
            .bind(6, gap.ended.value)
            .run();
        sqlite::Statement trim(
            database, "DELETE FROM gaps WHERE id <= (SELECT id FROM gaps ORDER BY id DESC LIMIT 1 OFFSET ?)");
        trim.bind(1, qint64(maxGaps)).run();
        m_writer->tellGapsChanged();
    });
}

void EventStore::gapsReconciled(ConnectionId connection, Micros when) {
    m_writer->run([this, connection, when](sqlite::Database& database, EventInserter&) {
        sqlite::Statement cover(database, "UPDATE gaps SET reconciled = ? WHERE connection_id = ? "
                                          "AND reconciled = 0 AND ended <= ?");
        cover.bind(1, when.value).bind(2, connection.value).bind(3, when.value).run();
        if (database.changes() > 0)
            m_writer->tellGapsChanged();
    });
}

std::vector<Gap> EventReader::gaps(int limit) const {
    sqlite::Statement find(d->database,
                           "SELECT source_id, connection_id, channel, reason, began, ended, reconciled "
                           "FROM gaps ORDER BY ended DESC, id DESC LIMIT ?");
    std::vector<Gap> list;
    if (!find.isValid()) // of a version before there were sources
        return list;
    find.bind(1, qint64(limit));
    while (find.step() == SQLITE_ROW)
        list.push_back({.source = {qint32(find.integer(0))},
                        .connection = {qint32(find.integer(1))},
                        .channel = Channel(find.integer(2)),
                        .reason = Gap::Reason(find.integer(3)),
                        .began = {find.integer(4)},
                        .ended = {find.integer(5)},
                        .reconciled = {find.integer(6)}});
    return list;
}

std::vector<EventReader::Source> EventReader::sources() const {
    sqlite::Statement find(d->database, "SELECT connection_id, address, last_seen FROM sources ORDER BY id");
    std::vector<Source> list;
    while (find.isValid() && find.step() == SQLITE_ROW)
        list.push_back({{qint32(find.integer(0))}, find.text(1), {find.integer(2)}});
    return list;
}

std::vector<EventReader::Ways> EventReader::recentWays(ConnectionId connection, int limit) const {
    sqlite::Statement find(
        d->database, "SELECT received, created, name, channels, recovered, (channel = 0 AND recovered = 0) + "
                     "iif(arrivals = 1, 0, (SELECT count(*) FROM arrivals WHERE arrivals.seq = events.seq "
                     "AND channel = 0)) "
                     "FROM events JOIN triggers ON triggers.id = trigger_id WHERE connection_id = ? "
                     "AND seq > (SELECT max(seq) FROM events) - 200000 ORDER BY seq DESC LIMIT ?");
    find.bind(1, connection.value).bind(2, qint64(limit));
    std::vector<Ways> list;
    while (find.step() == SQLITE_ROW)
        list.push_back({.receivedAt = {find.integer(0)},
                        .createdAt = {find.integer(1)},
                        .trigger = find.bytes(2),
                        .channels = Channels::fromBits(quint32(find.integer(3))),
                        .isRecovered = find.integer(4) != 0,
                        .webhooks = int(find.integer(5))});
    return list;
}

} // namespace meshwatch
