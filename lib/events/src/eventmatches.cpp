// SPDX-License-Identifier: MIT
#include "eventmatches.h"

#include "querynode.h"

namespace meshwatch {

bool EventReader::Private::isInSomeName(const Query::Node& text) {
    // Peers without a name have the empty one, which some expressions match.
    if (query::isInName(text, {}))
        return true;
    sqlite::Statement find(database,
                           "SELECT name FROM triggers UNION ALL SELECT name FROM peers WHERE name <> ''");
    while (next(find)) {
        if (query::isInName(text, find.bytesView(0)))
            return true;
    }
    return false;
}

EventReader::Private::Matches::Matches(Private& reader, const Query& query, Order order)
    : m_reader(reader)
    , m_query(query)
    , m_sql(query.toSql()) {
    m_reader.names.noticeChanges();
    if (const Query::Node* text = query.commonText();
        text && m_sql.where == "1" && !m_reader.isInSomeName(*text))
        m_text = text;
    QByteArray sql = "SELECT ";
    if (m_text) {
        sql.append("seq, body FROM bodies WHERE ");
    } else {
        sql.append(columns)
            .append(m_sql.needsBody ? ", body FROM events JOIN bodies USING(seq)" : " FROM events")
            .append(" WHERE (")
            .append(m_sql.where)
            .append(") AND events.");
    }
    sql.append("seq BETWEEN ? AND ? ORDER BY 1").append(order == Order::NewestFirst ? " DESC" : "");
    m_find = sqlite::Statement(m_reader.database, sql.constData());
    for (int i = 0; i < m_sql.bindings.size(); ++i)
        m_find.bind(i + 1, m_sql.bindings[i]);
}

void EventReader::Private::Matches::begin(qint64 low, qint64 high) {
    m_find.reset();
    const int bounds = int(m_sql.bindings.size()) + 1;
    m_find.bind(bounds, low).bind(bounds + 1, high);
}

QByteArrayView EventReader::Private::Matches::body() const {
    if (m_text)
        return m_find.bytesView(1);
    return m_sql.needsBody ? m_find.bytesView(AfterColumns) : QByteArrayView();
}

qsizetype EventReader::Private::Matches::looked() const {
    static constexpr qsizetype columnBytes = 100;
    return columnBytes + body().size();
}

bool EventReader::Private::Matches::isMatch() {
    if (m_text)
        return query::isInBody(*m_text, body()) && isMatchBesideBody();
    return m_sql.isComplete || m_reader.matches(m_query, m_find, body());
}

bool EventReader::Private::Matches::isMatchBesideBody() {
    if (!m_findRest.isValid()) {
        m_findRest = sqlite::Statement(
            m_reader.database,
            QByteArray("SELECT ").append(columns).append(" FROM events WHERE seq = ?").constData());
    }
    m_findRest.bind(1, seq().value);
    const bool isOne = m_reader.next(m_findRest) && m_reader.matches(m_query, m_findRest, body());
    m_findRest.reset();
    return isOne;
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

} // namespace meshwatch
