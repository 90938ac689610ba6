// SPDX-License-Identifier: MIT
#include "deliverymemory.h"

namespace meshwatch {

namespace {

/// See DeliveryMemory::isIndistinct.
QByteArray keyOf(const Arrival& arrival) {
    if (!arrival.mark.id.isEmpty())
        return arrival.mark.id;
    const auto& digest = arrival.facts.digest;
    QByteArray key(reinterpret_cast<const char*>(digest.data()), qsizetype(digest.size()));
    if (arrival.facts.object.isEmpty())
        key.append('\0');
    return key;
}

} // namespace

DeliveryMemory::DeliveryMemory(sqlite::Database& database)
    : m_find(database, "SELECT received, n FROM deliveries INDEXED BY deliveries_key WHERE source_id = ?1 "
                       "AND key = ?2 AND (?3 OR session <> ?4) LIMIT 1")
    , m_claim(database,
              "UPDATE deliveries SET session = ?4 WHERE source_id = ?1 AND received = ?2 AND n = ?3")
    , m_add(database, "INSERT INTO deliveries(source_id, received, n, session, key) VALUES(?,?,?,?,?)")
    , m_last(database.integer("SELECT coalesce(max(n), 0) FROM deliveries")) {}

DeliveryMemory::Verdict DeliveryMemory::judge(const Arrival& arrival) {
    const DeliveryMark& mark = arrival.mark;
    if (!mark.source.isValid() || !mark.mayBeRepeat)
        return Verdict::New;
    const bool isNamed = !mark.id.isEmpty();
    const QByteArray key = keyOf(arrival);
    m_find.bind(1, mark.source.value).bindBlob(2, key).bind(3, qint64(isNamed)).bind(4, mark.session);
    const bool isFound = m_find.step() == SQLITE_ROW;
    const qint64 received = isFound ? m_find.integer(0) : 0;
    const qint64 n = isFound ? m_find.integer(1) : 0;
    m_find.reset();
    if (!isFound)
        return Verdict::New;
    // A name stands for one message however often it comes; equal content may be another message.
    if (isNamed)
        return Verdict::Repeat;
    m_claim.bind(1, mark.source.value).bind(2, received).bind(3, n).bind(4, mark.session);
    return m_claim.run() ? Verdict::Repeat : Verdict::Failed;
}

bool DeliveryMemory::remember(const Arrival& arrival) {
    if (!arrival.mark.source.isValid())
        return true;
    const Micros taken = arrival.mark.takenAt.isValid() ? arrival.mark.takenAt : arrival.receivedAt;
    const QByteArray key = keyOf(arrival);
    m_add.bind(1, arrival.mark.source.value)
        .bind(2, taken.value)
        .bind(3, ++m_last)
        .bind(4, arrival.mark.session)
        .bindBlob(5, key);
    return m_add.run();
}

} // namespace meshwatch
