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
constexpr int eventPauseMs = 250;

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
    : QObject(parent)
    , m_workspace(workspace)
    , m_reading(reading) {
    m_pause.setSingleShot(true);
    m_pause.setInterval(eventPauseMs);
    connect(&m_pause, &QTimer::timeout, this, &RequestList::readEvents);
    connect(
        &workspace.store(), &EventStore::appended, this,
        [this](EventSeq first, EventSeq last) {
            if (!m_firstNew.isValid())
                m_firstNew = first;
            m_lastNew = last;
            if (!m_pause.isActive())
                m_pause.start();
        },
        Qt::QueuedConnection);
    connect(&workspace, &Workspace::messengerChanged, this, &RequestList::read);
    connect(&workspace, &Workspace::messengerGoes, this, [this](ConnectionId id) { ++m_generations[id]; });
    connect(&workspace, &Workspace::connectionsChanged, this, &RequestList::followConnections);
    refresh();
}

void RequestList::refresh() {
    for (const Connection& connection : m_workspace.connections())
        read(connection.id);
}

void RequestList::followConnections() {
    QList<ConnectionId> gone = m_generations.keys();
    for (const Connection& connection : m_workspace.connections())
        gone.removeAll(connection.id);
    for (const ConnectionId id : std::as_const(gone)) {
        m_generations.remove(id);
        Q_EMIT connectionGone(id);
    }
}

void RequestList::read(ConnectionId connection) {
    const int generation = ++m_generations[connection];
    Messenger* messenger = m_workspace.messenger(connection);
    if (!messenger || !messenger->client())
        return;
    for (const bool isOwn : {false, true}) {
        ++m_reads;
        // A little ahead: the Connector's clock may be.
        ask({connection,
             messenger->client(),
             isOwn,
             {Micros::now().value + 3'600 * second},
             firstSpan,
             0,
             generation});
    }
    Q_EMIT readingChanged();
}

void RequestList::ask(const Window& window) {
    if (!window.client || m_generations.value(window.connection) != window.generation)
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
            return ask(window);
        }
        if (m_generations.value(window.connection) == window.generation &&
            list.error().kind != ConnectorError::Kind::Cancelled)
            Q_EMIT failed(window.connection, list.error());
        return end();
    }
    std::vector<RequestRow> rows;
    rows.reserve(list->size());
    for (const connector::Request& request : *list)
        rows.push_back(RequestRow::of(window.connection, request));
    if (!rows.empty() && m_generations.value(window.connection) == window.generation)
        Q_EMIT found(rows);
    window.found += int(rows.size());
    window.to = from;
    if (rows.size() < few)
        window.span *= 4;
    else if (rows.size() > many)
        window.span = qMax(second, window.span / 4);
    if (from.value <= beginning || window.found >= most)
        return end();
    ask(window);
}

void RequestList::end() {
    --m_reads;
    Q_EMIT readingChanged();
}

void RequestList::readEvents() {
    const EventSeq first = std::exchange(m_firstNew, {});
    const EventSeq last = std::exchange(m_lastNew, {});
    std::vector<ConnectionId> connections;
    for (const Connection& connection : m_workspace.connections())
        connections.push_back(connection.id);
    m_reading.ask(
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
