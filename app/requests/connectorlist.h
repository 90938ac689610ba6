// SPDX-License-Identifier: MIT
#pragma once

#include "widgets/storereading.h"

#include <meshwatch/workspace/workspace.h>

#include <QHash>
#include <QTimer>

namespace meshwatch {

/// What the Connectors of all connections know of one kind of thing: follows the connections, asks each as
/// soon as it can be asked, and hands on what events came, many at once.
class ConnectorList : public QObject {
    Q_OBJECT
public:
    /// Asks for everything anew.
    void refresh();
    [[nodiscard]] bool isReading() const { return m_reads > 0; }

Q_SIGNALS:
    /// What is known of a connection that is no more is to go.
    void connectionGone(meshwatch::ConnectionId connection);
    void readingChanged();
    void failed(meshwatch::ConnectionId connection, const meshwatch::ConnectorError& error);

protected:
    /// Both must outlive it. Who derives from it calls refresh() when it is made.
    ConnectorList(Workspace& workspace, StoreReading& reading, QObject* parent);

    /// A question to a Connector: an answer to an older one does not count.
    struct Asking {
        ConnectionId connection;
        int generation = 0;
    };
    /// To be asked for all of it.
    virtual void ask(const Asking& asking, ConnectorClient& client) = 0;
    /// Events have come; to be read in the thread of reading().
    virtual void readEvents(const std::vector<ConnectionId>& connections, EventSeq first, EventSeq last) = 0;

    void read(ConnectionId connection);
    [[nodiscard]] bool counts(const Asking& asking) const {
        return m_generations.value(asking.connection) == asking.generation;
    }
    void begin();
    void end();
    [[nodiscard]] StoreReading& reading() { return m_reading; }

private:
    void followConnections();
    void handEventsOn();

    Workspace& m_workspace;
    StoreReading& m_reading;
    QHash<ConnectionId, int> m_generations;
    int m_reads = 0;
    QTimer m_pause; ///< gathers events
    EventSeq m_firstNew;
    EventSeq m_lastNew;
};

} // namespace meshwatch
