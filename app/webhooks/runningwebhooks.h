// SPDX-License-Identifier: MIT
#pragma once

#include "widgets/storereading.h"

#include <meshwatch/webhooks/configjson.h>
#include <meshwatch/workspace/workspace.h>

#include <QTimer>

namespace meshwatch {

/// Asks running Connectors for their webhook configuration, and notices when one was restarted. Of what
/// /Monitoring/Support tells only `modules.webhooks` is kept, in memory (Connector reference, configuration
/// 8).
class RunningWebhooks : public QObject {
    Q_OBJECT
public:
    /// Both must outlive this.
    RunningWebhooks(Workspace& workspace, StoreReading& reading, QObject* parent = nullptr);

    /// told() or failed() follows.
    void ask(ConnectionId connection);
    [[nodiscard]] bool isAsking(ConnectionId connection) const { return m_asking.contains(connection); }

Q_SIGNALS:
    void told(meshwatch::ConnectionId connection, const meshwatch::ConfigJson& webhooks);
    void failed(meshwatch::ConnectionId connection, const meshwatch::Error& error);
    /// runtime.modulesStarted came: it reads its configuration only then.
    void restarted(meshwatch::ConnectionId connection);

private:
    void lookSoon();
    void lookForRestarts();

    Workspace& m_workspace;
    StoreReading& m_reading;
    QSet<ConnectionId> m_asking;
    QTimer m_looking; ///< a burst of events is looked at once
    EventSeq m_from;  ///< the first event not looked at
    EventSeq m_to;
    std::vector<EventSeq> m_merged; ///< two restarts in a row are one event to the store
};

} // namespace meshwatch
