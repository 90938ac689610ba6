// SPDX-License-Identifier: MIT
// The bodies that became no events: how the store keeps them, and reads them.
#include "eventreader_p.h"
#include "storewriter.h"

namespace meshwatch {

namespace {

constexpr qsizetype quarantinedBytes = 64 * 1024;

/// Deliveries of one event can come this long before one that was refused (several webhooks for one event).
constexpr qint64 sameEventMicros = 2'000'000;

QByteArrayView notNull(const QByteArray& text) {
    return text.isNull() ? QByteArrayView("") : QByteArrayView(text);
}

} // namespace

void EventStore::Writer::quarantine(QuarantinedBody body) {
    if (body.body.size() > quarantinedBytes)
        body.body = body.body.left(quarantinedBytes);
    const std::lock_guard lock(m_quarantineMutex);
    if (!m_quarantineBatch) {
        m_quarantineBatch = std::make_shared<QuarantineBatch>();
        run([this, batch = m_quarantineBatch](sqlite::Database&, EventInserter&) {
            {
                const std::lock_guard filling(m_quarantineMutex);
                if (m_quarantineBatch == batch)
                    m_quarantineBatch.reset();
            }
            write(*batch);
        });
    }
    auto& bodies = m_quarantineBatch->bodies[body.isDrill ? 1 : 0];
    bodies.push_back(std::move(body));
    if (bodies.size() > size_t(maxQuarantined))
        bodies.pop_front();
}

void EventStore::Writer::clearQuarantine() {
    const std::lock_guard lock(m_quarantineMutex);
    // What comes from now on is written after it is cleared.
    m_quarantineBatch.reset();
    run([this](sqlite::Database& database, EventInserter&) {
        database.run("DELETE FROM quarantine");
        News news;
        news.quarantineChanged = true;
        tell(std::move(news));
    });
}

void EventStore::Writer::write(const QuarantineBatch& batch) {
    m_database.run("BEGIN IMMEDIATE");
    sqlite::Statement add(m_database,
                          "INSERT INTO quarantine(received, connection_id, path, headers, body, body_size, "
                          "reason, drill, trigger, object, state) VALUES(?,?,?,?,?,?,?,?,?,?,?)");
    sqlite::Statement trim(m_database,
                           "DELETE FROM quarantine WHERE drill = ?1 AND id <= (SELECT id FROM quarantine "
                           "WHERE drill = ?1 ORDER BY id DESC LIMIT 1 OFFSET ?2)");
    for (const auto& bodies : batch.bodies) {
        for (const QuarantinedBody& body : bodies)
            add.bind(1, body.receivedAt.value)
                .bind(2, body.connection.value)
                .bindText(3, notNull(body.path.toUtf8()))
                .bindText(4, body.headers)
                .bindBlob(5, body.body)
                .bind(6, body.bodySize)
                .bindText(7, notNull(body.reason.toUtf8()))
                .bind(8, qint64(body.isDrill))
                .bindText(9, body.trigger)
                .bindText(10, body.object)
                .bindText(11, notNull(body.state))
                .run();
        if (!bodies.empty())
            trim.bind(1, qint64(bodies.front().isDrill)).bind(2, qint64(maxQuarantined)).run();
    }
    if (!m_database.run("COMMIT"))
        m_database.run("ROLLBACK");
    News news;
    news.quarantineChanged = true;
    tell(std::move(news));
}

std::vector<QuarantinedBody> EventReader::quarantined(int limit) const {
    sqlite::Statement find(
        d->database,
        "SELECT received, connection_id, path, headers, body, body_size, reason, drill, trigger, "
        "object, state FROM quarantine ORDER BY received DESC, id DESC LIMIT ?");
    sqlite::Statement counterpart(
        d->database, "SELECT min(seq) FROM objects CROSS JOIN events USING(seq) WHERE objects.object = ? AND "
                     "connection_id = ? AND coalesce(state, '') = ? AND received >= ? AND "
                     "trigger_id = (SELECT id FROM triggers WHERE name = ?)");
    find.bind(1, qint64(limit));
    std::vector<QuarantinedBody> list;
    while (find.step() == SQLITE_ROW) {
        QuarantinedBody body{{find.integer(0)}, {qint32(find.integer(1))},
                             find.text(2),      find.bytes(3),
                             find.bytes(4),     find.integer(5),
                             find.text(6),      find.integer(7) != 0,
                             find.bytes(8),     find.bytes(9),
                             find.bytes(10),    {}};
        if (!body.object.isEmpty()) {
            counterpart.bindText(1, body.object)
                .bind(2, body.connection.value)
                .bindText(3, notNull(body.state))
                .bind(4, body.receivedAt.value - sameEventMicros)
                .bindText(5, body.trigger);
            if (counterpart.step() == SQLITE_ROW)
                body.counterpart = {counterpart.integer(0)};
            counterpart.reset();
        }
        list.push_back(std::move(body));
    }
    return list;
}

int EventReader::quarantinedCount() const {
    return int(d->database.integer("SELECT count(*) FROM quarantine"));
}

} // namespace meshwatch
