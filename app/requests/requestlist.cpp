// SPDX-License-Identifier: MIT
#include "requestlist.h"

#include <meshwatch/connector/whenfinished.h>

namespace meshwatch {

namespace {

constexpr qint64 second = 1'000'000;
constexpr qint64 firstSpan = 7 * 86'400 * second;
/// Before the first Connector of version 7 there was none of these.
constexpr qint64 beginning = 1'577'836'800 * second; // 2020
constexpr size_t few = 100;
constexpr size_t many = 800;

bool tellsOfRequest(QByteArrayView trigger) {
    return trigger.startsWith("consumption.incomingRequest") ||
           trigger.startsWith("consumption.outgoingRequest");
}

/// The Requests that the events `first` to `last` of a connection tell of.
std::vector<RequestRow> requestsIn(const EventReader& reader, ConnectionId connection, EventSeq first,
                                   EventSeq last) {
    std::vector<RequestRow> rows;
    reader.visit({.connection = connection, .first = first, .last = last, .withBody = true},
                 [&](const EventReader::Glance& glance) {
                     if (!tellsOfRequest(glance.trigger))
                         return true;
                     const QJsonObject data = glance.data();
                     const QJsonValue inner = data.value(QLatin1String("request"));
                     const auto request =
                         connector::Request::fromJson(inner.isObject() ? inner.toObject() : data);
                     if (request && !request->id().isEmpty())
                         rows.push_back(RequestRow::of(connection, *request));
                     return true;
                 });
    return rows;
}

} // namespace

RequestList::RequestList(Workspace& workspace, StoreReading& reading, QObject* parent)
    : ConnectorList(workspace, reading, parent) {
    refresh();
}

void RequestList::ask(const Asking& asking, ConnectorClient& client) {
    for (const bool isOwn : {false, true}) {
        begin();
        // A little ahead: the Connector's clock may be.
        askWindow({asking, &client, isOwn, {Micros::now().value + 3'600 * second}, firstSpan, 0});
    }
}

void RequestList::askWindow(const Window& window) {
    if (!window.client || !counts(window.asking))
        return end();
    const Micros from{qMax(beginning, window.to.value - window.span)};
    const auto filter = connector::Filter().createdBetween(from, window.to);
    const auto taken = [this, window, from](const auto& list) { take(window, from, list); };
    connector::whenFinished(window.isOwn ? window.client->outgoingRequests().list(filter)
                                         : window.client->incomingRequests().list(filter),
                            this, taken);
}

void RequestList::take(Window window, Micros from,
                       const ConnectorResult<std::vector<connector::Request>>& list) {
    if (!list) {
        if (list.error().kind == ConnectorError::Kind::TooLarge && window.span > second) {
            window.span = qMax(second, window.span / 4);
            return askWindow(window);
        }
        if (counts(window.asking) && list.error().kind != ConnectorError::Kind::Cancelled)
            Q_EMIT failed(window.asking.connection, list.error());
        return end();
    }
    std::vector<RequestRow> rows;
    rows.reserve(list->size());
    for (const connector::Request& request : *list)
        rows.push_back(RequestRow::of(window.asking.connection, request));
    if (!rows.empty() && counts(window.asking))
        Q_EMIT found(rows);
    window.found += int(rows.size());
    window.to = from;
    if (rows.size() < few)
        window.span *= 4;
    else if (rows.size() > many)
        window.span = qMax(second, window.span / 4);
    if (from.value <= beginning || window.found >= most)
        return end();
    askWindow(window);
}

void RequestList::readEvents(const std::vector<ConnectionId>& connections, EventSeq first, EventSeq last) {
    reading().ask(
        this,
        [connections, first, last](const EventReader& reader) {
            std::vector<RequestRow> rows;
            for (const ConnectionId connection : connections) {
                auto some = requestsIn(reader, connection, first, last);
                rows.insert(rows.end(), std::make_move_iterator(some.begin()),
                            std::make_move_iterator(some.end()));
            }
            return rows;
        },
        [this](const std::vector<RequestRow>& rows) {
            if (!rows.empty())
                Q_EMIT found(rows);
        });
}

} // namespace meshwatch
