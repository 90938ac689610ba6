// SPDX-License-Identifier: MIT
#include "relationshiplist.h"

#include <meshwatch/connector/whenfinished.h>

namespace meshwatch {

namespace {
constexpr int pauseMs = 400;
constexpr int eventPauseMs = 250;

/// Does an event between these tell that a relationship, or the identity behind it, has changed?
bool tellsOfRelationship(const EventReader& reader, ConnectionId connection, EventSeq first, EventSeq last) {
    bool tells = false;
    reader.visit({.connection = connection, .first = first, .last = last},
                 [&tells](const EventReader::Glance& glance) {
                     tells = glance.trigger.startsWith("transport.relationship") ||
                             glance.trigger.startsWith("transport.peer");
                     return !tells;
                 });
    return tells;
}
} // namespace

RelationshipList::RelationshipList(Workspace& workspace, StoreReading& reading, QObject* parent)
    : QObject(parent)
    , m_workspace(workspace)
    , m_reading(reading) {
    m_pause.setSingleShot(true);
    m_pause.setInterval(pauseMs);
    connect(&m_pause, &QTimer::timeout, this, [this] {
        const QSet<ConnectionId> due = std::exchange(m_due, {});
        for (const ConnectionId id : due)
            read(id);
    });
    m_events.setSingleShot(true);
    m_events.setInterval(eventPauseMs);
    connect(&m_events, &QTimer::timeout, this, &RelationshipList::readEvents);
    connect(
        &workspace.store(), &EventStore::appended, this,
        [this](EventSeq first, EventSeq last) {
            if (!m_firstNew.isValid())
                m_firstNew = first;
            m_lastNew = last;
            if (!m_events.isActive())
                m_events.start();
        },
        Qt::QueuedConnection);
    connect(&workspace, &Workspace::messengerChanged, this, &RelationshipList::read);
    connect(&workspace, &Workspace::messengerGoes, this, [this](ConnectionId id) { ++m_generations[id]; });
    connect(&workspace, &Workspace::connectionsChanged, this, &RelationshipList::followConnections);
    refresh();
}

void RelationshipList::refresh() {
    for (const Connection& connection : m_workspace.connections())
        read(connection.id);
}

void RelationshipList::refreshSoon(ConnectionId connection) {
    m_due.insert(connection);
    if (!m_pause.isActive())
        m_pause.start();
}

void RelationshipList::followConnections() {
    QList<ConnectionId> gone = m_generations.keys();
    for (const Connection& connection : m_workspace.connections())
        gone.removeAll(connection.id);
    for (const ConnectionId id : std::as_const(gone)) {
        m_generations.remove(id);
        Q_EMIT connectionGone(id);
    }
}

void RelationshipList::read(ConnectionId connection) {
    const int generation = ++m_generations[connection];
    Messenger* messenger = m_workspace.messenger(connection);
    if (!messenger || !messenger->client())
        return;
    ++m_reads;
    Q_EMIT readingChanged();
    connector::whenFinished(
        messenger->client()->relationships().list(), this,
        [this, connection, generation](const ConnectorResult<std::vector<connector::Relationship>>& list) {
            --m_reads;
            if (m_generations.value(connection) == generation) {
                if (!list) {
                    Q_EMIT failed(connection, list.error());
                } else {
                    std::vector<RelationshipRow> rows;
                    for (const connector::Relationship& relationship : *list)
                        rows.push_back(RelationshipRow::of(connection, relationship));
                    Q_EMIT found(connection, rows);
                }
            }
            Q_EMIT readingChanged();
        });
}

void RelationshipList::readEvents() {
    const EventSeq first = std::exchange(m_firstNew, {});
    const EventSeq last = std::exchange(m_lastNew, {});
    const QList<ConnectionId> connections = m_generations.keys();
    m_reading.ask(
        this,
        [connections, first, last](const EventReader& reader) {
            QList<ConnectionId> told;
            for (const ConnectionId connection : connections) {
                if (tellsOfRelationship(reader, connection, first, last))
                    told.append(connection);
            }
            return told;
        },
        [this](const QList<ConnectionId>& told) {
            for (const ConnectionId connection : told)
                refreshSoon(connection);
        });
}

} // namespace meshwatch
