// SPDX-License-Identifier: MIT
#pragma once

#include "relationshiprow.h"
#include "widgets/storereading.h"

#include <meshwatch/workspace/workspace.h>

#include <QHash>
#include <QSet>
#include <QTimer>

namespace meshwatch {

/// The relationships of all connections; asked for anew, a moment later, when an event tells of a change: the
/// list has no dates to ask by.
class RelationshipList : public QObject {
    Q_OBJECT
public:
    /// Both must outlive it.
    RelationshipList(Workspace& workspace, StoreReading& reading, QObject* parent = nullptr);

    void refresh();
    /// Soon: after we have changed something.
    void refreshSoon(ConnectionId connection);
    [[nodiscard]] bool isReading() const { return m_reads > 0; }

Q_SIGNALS:
    /// All of a connection, as they are now.
    void found(meshwatch::ConnectionId connection, const std::vector<meshwatch::RelationshipRow>& rows);
    void connectionGone(meshwatch::ConnectionId connection);
    void readingChanged();
    void failed(meshwatch::ConnectionId connection, const meshwatch::ConnectorError& error);

private:
    void followConnections();
    void read(ConnectionId connection);
    void readEvents();

    Workspace& m_workspace;
    StoreReading& m_reading;
    QHash<ConnectionId, int> m_generations; ///< an answer to an older question does not count
    QSet<ConnectionId> m_due;
    int m_reads = 0;
    QTimer m_pause;  ///< gathers changes
    QTimer m_events; ///< gathers events
    EventSeq m_firstNew;
    EventSeq m_lastNew;
};

} // namespace meshwatch
