// SPDX-License-Identifier: MIT
// Events in their order for who hands them on: with all that was delivered, and nothing made of it.
#include "eventbody.h"
#include "eventreader_p.h"

#include <QElapsedTimer>

namespace meshwatch {

namespace {

/// A long stretch without a match is looked at in blocks, so that the slice ends in time.
constexpr qint64 followedBlock = 5'000;

/// What a webhook or a file brought is wrapped; brokers bring the data alone, and a relay hands on either.
EventParser::Form formOf(Channel channel, QByteArrayView body) {
    switch (channel) {
    case Channel::Webhook:
    case Channel::Sync:
    case Channel::File:
        return EventParser::Form::Envelope;
    case Channel::Amqp:
    case Channel::Mqtt:
    case Channel::Redis:
    case Channel::PubSub:
        return EventParser::Form::BareData;
    case Channel::Relay:
        break;
    }
    thread_local simdjson::dom::parser parser;
    simdjson::dom::object members;
    simdjson::dom::element trigger, data;
    if (parser.parse(body.data(), size_t(body.size())).get_object().get(members))
        return EventParser::Form::BareData;
    const bool hasTrigger = !members.at_key("trigger").get(trigger) && trigger.is_string();
    const bool isDataAlone = members.size() == 1 && !members.at_key("data").get(data) && data.is_object();
    return hasTrigger || isDataAlone ? EventParser::Form::Envelope : EventParser::Form::BareData;
}

} // namespace

Result<EventSeq> EventReader::follow(const Following& following, int sliceMs,
                                     const std::function<bool(const Delivered&)>& visit) const {
    d->names.noticeChanges();
    d->failure = SQLITE_OK;
    const Query::Sql sql = following.query.toSql();
    enum FollowedColumn { Path = Private::AfterColumns, FirstChannel, Headers, Body };
    sqlite::Statement find(d->database,
                           QByteArray("SELECT ")
                               .append(Private::columns)
                               .append(", path, channel, headers.text, body FROM events CROSS JOIN bodies "
                                       "USING(seq) LEFT JOIN headers ON headers.id = headers_id WHERE (")
                               .append(sql.where)
                               .append(") AND +events.connection_id = ? AND events.seq > ? AND events.seq "
                                       "<= ? ORDER BY events.seq")
                               .constData());
    int index = 1;
    for (const QVariant& value : sql.bindings)
        find.bind(index++, value);
    find.bind(index, following.connection.value);
    QElapsedTimer timer;
    timer.start();
    qint64 done = following.after.value;
    while (done < following.last.value && timer.elapsed() <= sliceMs) {
        const qint64 end = qMin(following.last.value, done + followedBlock);
        find.bind(index + 1, done).bind(index + 2, end);
        while (d->next(find)) {
            const QByteArrayView body = find.bytesView(Body);
            done = find.integer(Private::Seq);
            if (!sql.isComplete && !d->matches(following.query, find, body))
                continue;
            const Channel channel = Channel(find.integer(FirstChannel));
            const Delivered delivered{.seq = {done},
                                      .receivedAt = {find.integer(Private::Received)},
                                      .trigger = d->names.trigger(find.integer(Private::Trigger)),
                                      .path = find.bytesView(Path),
                                      .headers = find.bytesView(Headers),
                                      .correlationId = find.bytesView(Private::Correlation),
                                      .body = body,
                                      .form = formOf(channel, body)};
            if (!visit(delivered) || timer.elapsed() > sliceMs)
                return EventSeq{done};
        }
        find.reset();
        if (d->failure != SQLITE_OK)
            return storefile::readError(d->path, d->failure);
        done = end;
    }
    return EventSeq{done};
}

EventSeq EventReader::newestUntil(ConnectionId connection, Micros receivedAt) const {
    sqlite::Statement find(d->database, "SELECT seq FROM events WHERE connection_id = ? AND received <= ? "
                                        "ORDER BY seq DESC LIMIT 1");
    find.bind(1, connection.value).bind(2, receivedAt.value);
    return {d->next(find) ? find.integer(0) : 0};
}

Micros EventReader::keptSince() const {
    return {d->database.integer("SELECT coalesce((SELECT received FROM events ORDER BY seq LIMIT 1), 0)")};
}

} // namespace meshwatch
