// SPDX-License-Identifier: MIT
#include <meshwatch/events/eventstore.h>

#include "storefile.h"
#include "storewriter.h"

namespace meshwatch {

Result<std::unique_ptr<EventStore>> EventStore::open(const QString& path) {
    qRegisterMetaType<EventSeq>();
    qRegisterMetaType<QList<EventSeq>>();
    Opening opening;
    auto database = storefile::open(path, opening);
    if (!database)
        return database.error();
    std::unique_ptr<EventStore> store(
        new EventStore(std::make_unique<Writer>(path, std::move(*database), opening)));
    return store;
}

EventStore::EventStore(std::unique_ptr<Writer> writer)
    : m_writer(std::move(writer)) {
    m_writer->start(this);
}

EventStore::~EventStore() { m_writer->stop(); }

QString EventStore::path() const { return m_writer->path(); }

const EventStore::Opening& EventStore::opening() const { return m_writer->opening(); }

Result<ConnectionId> EventStore::connectionId(const QString& name) {
    ConnectionId id;
    // While there is trouble the writer waits for its end, which can take days.
    if (trouble() == Trouble::None) {
        m_writer->runAndWait([&](sqlite::Database& database, EventInserter&) {
            const QByteArray utf8 = name.toUtf8();
            sqlite::Statement add(database, "INSERT OR IGNORE INTO connections(name) VALUES(?)");
            add.bindText(1, utf8).run();
            sqlite::Statement find(database, "SELECT id FROM connections WHERE name = ?");
            find.bindText(1, utf8);
            if (find.step() == SQLITE_ROW)
                id.value = qint32(find.integer(0));
        });
    }
    if (!id.isValid())
        return Error{QStringLiteral("store.write"),
                     tr("The connection “%1” cannot be stored in %2.").arg(name, path()),
                     tr("Check that the folder exists, is writable and has space.")};
    return id;
}

void EventStore::renameConnection(ConnectionId id, const QString& name) {
    m_writer->run([id, utf8 = name.toUtf8()](sqlite::Database& database, EventInserter&) {
        sqlite::Statement rename(database, "UPDATE connections SET name = ? WHERE id = ?");
        rename.bindText(1, utf8).bind(2, id.value).run();
    });
}

void EventStore::append(std::vector<Arrival> arrivals, Committed committed) {
    m_writer->append(std::move(arrivals), {}, {}, std::move(committed));
}

void EventStore::append(std::vector<Arrival> arrivals, SourceId source, QByteArray position,
                        Committed committed) {
    m_writer->append(std::move(arrivals), source, std::move(position), std::move(committed));
}

void EventStore::quarantine(QuarantinedBody body) { m_writer->quarantine(std::move(body)); }

void EventStore::clearQuarantine() { m_writer->clearQuarantine(); }

void EventStore::setPeerName(const QByteArray& address, const QString& name) {
    m_writer->run([address, utf8 = name.toUtf8()](sqlite::Database&, EventInserter& inserter) {
        inserter.setPeerName(address, utf8);
    });
}

void EventStore::setRetention(const Retention& retention) { m_writer->setRetention(retention); }

void EventStore::setMark(ConnectionId connection, const QString& name, const QString& value) {
    m_writer->run(
        [connection, key = name.toUtf8(), text = value.toUtf8()](sqlite::Database& database, EventInserter&) {
            sqlite::Statement set(
                database, "INSERT INTO marks VALUES(?,?,?) ON CONFLICT DO UPDATE SET value = excluded.value");
            set.bind(1, connection.value).bindText(2, key).bindText(3, text).run();
        });
}

void EventStore::flush() { m_writer->flush(); }

EventStore::Trouble EventStore::trouble() const { return m_writer->trouble(); }

qint64 EventStore::pending() const { return m_writer->pending(); }

} // namespace meshwatch
