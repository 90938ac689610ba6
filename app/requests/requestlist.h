// SPDX-License-Identifier: MIT
#pragma once

#include "requestrow.h"
#include "widgets/storereading.h"

#include <meshwatch/workspace/workspace.h>

#include <QHash>
#include <QPointer>
#include <QTimer>

#include <vector>

namespace meshwatch {

/// Finds the Requests of all connections: by REST, newest first, in windows of createdAt that grow and shrink
/// with what they give (the API has no paging); what happens afterwards is told by events.
class RequestList : public QObject {
    Q_OBJECT
public:
    /// So many of a connection and direction are asked for; older ones are in the conversations.
    static constexpr int most = 10'000;

    /// Both must outlive it.
    RequestList(Workspace& workspace, StoreReading& reading, QObject* parent = nullptr);

    /// Asks for everything anew.
    void refresh();
    [[nodiscard]] bool isReading() const { return m_reads > 0; }

Q_SIGNALS:
    /// These are new, or have changed.
    void found(const std::vector<meshwatch::RequestRow>& rows);
    /// Those of a connection that is no more are to go.
    void connectionGone(meshwatch::ConnectionId connection);
    void readingChanged();
    void failed(meshwatch::ConnectionId connection, const meshwatch::ConnectorError& error);

private:
    struct Window {
        ConnectionId connection;
        QPointer<ConnectorClient> client;
        bool isOwn = false;
        Micros to;
        qint64 span = 0;
        int found = 0;
        int generation = 0;
    };
    void followConnections();
    void read(ConnectionId connection);
    void ask(const Window& window);
    void take(Window window, Micros from, const ConnectorResult<std::vector<connector::Request>>& list);
    void end();
    void readEvents();

    Workspace& m_workspace;
    StoreReading& m_reading;
    QHash<ConnectionId, int> m_generations; ///< an answer to an older question does not count
    int m_reads = 0;
    QTimer m_pause; ///< gathers events
    EventSeq m_firstNew;
    EventSeq m_lastNew;
};

} // namespace meshwatch
