// SPDX-License-Identifier: MIT
#include "relationshiplist.h"

#include <meshwatch/connector/whenfinished.h>

namespace meshwatch {

namespace {
constexpr int pauseMs = 400;

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
    : ConnectorList(workspace, reading, parent) {
    m_pause.setSingleShot(true);
    m_pause.setInterval(pauseMs);
    connect(&m_pause, &QTimer::timeout, this, [this] {
        const QSet<ConnectionId> due = std::exchange(m_due, {});
        for (const ConnectionId id : due)
            read(id);
    });
    refresh();
}

void RelationshipList::refreshSoon(ConnectionId connection) {
    m_due.insert(connection);
    if (!m_pause.isActive())
        m_pause.start();
}

void RelationshipList::ask(const Asking& asking, ConnectorClient& client) {
    begin();
    connector::whenFinished(
        client.relationships().list(), this,
        [this, asking](const ConnectorResult<std::vector<connector::Relationship>>& list) {
            if (counts(asking)) {
                if (!list) {
                    Q_EMIT failed(asking.connection, list.error());
                } else {
                    std::vector<RelationshipRow> rows;
                    for (const connector::Relationship& relationship : *list)
                        rows.push_back(RelationshipRow::of(asking.connection, relationship));
                    Q_EMIT found(asking.connection, rows);
                }
            }
            end();
        });
}

void RelationshipList::readEvents(const std::vector<ConnectionId>& connections, EventSeq first,
                                  EventSeq last) {
    reading().ask(
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
