// SPDX-License-Identifier: MIT
#include "connectorlist.h"

namespace meshwatch {

namespace {
constexpr int eventPauseMs = 250;
}

ConnectorList::ConnectorList(Workspace& workspace, StoreReading& reading, QObject* parent)
    : QObject(parent)
    , m_workspace(workspace)
    , m_reading(reading) {
    m_pause.setSingleShot(true);
    m_pause.setInterval(eventPauseMs);
    connect(&m_pause, &QTimer::timeout, this, &ConnectorList::handEventsOn);
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
    connect(&workspace, &Workspace::messengerChanged, this, &ConnectorList::read);
    connect(&workspace, &Workspace::messengerGoes, this, [this](ConnectionId id) { ++m_generations[id]; });
    connect(&workspace, &Workspace::connectionsChanged, this, &ConnectorList::followConnections);
}

void ConnectorList::refresh() {
    for (const Connection& connection : m_workspace.connections())
        read(connection.id);
}

void ConnectorList::followConnections() {
    QList<ConnectionId> gone = m_generations.keys();
    for (const Connection& connection : m_workspace.connections())
        gone.removeAll(connection.id);
    for (const ConnectionId id : std::as_const(gone)) {
        m_generations.remove(id);
        Q_EMIT connectionGone(id);
    }
}

void ConnectorList::read(ConnectionId connection) {
    const int generation = ++m_generations[connection];
    Messenger* messenger = m_workspace.messenger(connection);
    if (messenger && messenger->client())
        ask({connection, generation}, *messenger->client());
}

void ConnectorList::begin() {
    ++m_reads;
    Q_EMIT readingChanged();
}

void ConnectorList::end() {
    --m_reads;
    Q_EMIT readingChanged();
}

void ConnectorList::handEventsOn() {
    const EventSeq first = std::exchange(m_firstNew, {});
    const EventSeq last = std::exchange(m_lastNew, {});
    std::vector<ConnectionId> connections;
    for (const Connection& connection : m_workspace.connections())
        connections.push_back(connection.id);
    readEvents(connections, first, last);
}

} // namespace meshwatch
