// SPDX-License-Identifier: MIT
#pragma once

#include "connectorlist.h"
#include "relationshiprow.h"

#include <QSet>

namespace meshwatch {

/// The relationships of all connections; asked for anew, a moment later, when an event tells of a change: the
/// list has no dates to ask by.
class RelationshipList : public ConnectorList {
    Q_OBJECT
public:
    /// Both must outlive it.
    RelationshipList(Workspace& workspace, StoreReading& reading, QObject* parent = nullptr);

    /// Soon: after we have changed something.
    void refreshSoon(ConnectionId connection);

Q_SIGNALS:
    /// All of a connection, as they are now.
    void found(meshwatch::ConnectionId connection, const std::vector<meshwatch::RelationshipRow>& rows);

protected:
    void ask(const Asking& asking, ConnectorClient& client) override;
    void readEvents(const std::vector<ConnectionId>& connections, EventSeq first, EventSeq last) override;

private:
    QSet<ConnectionId> m_due;
    QTimer m_pause; ///< gathers changes
};

} // namespace meshwatch
