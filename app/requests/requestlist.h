// SPDX-License-Identifier: MIT
#pragma once

#include "connectorlist.h"
#include "requestrow.h"

#include <QPointer>

#include <vector>

namespace meshwatch {

/// Finds the Requests of all connections: by REST, newest first, in windows of createdAt that grow and shrink
/// with what they give (the API has no paging); what happens afterwards is told by events.
class RequestList : public ConnectorList {
    Q_OBJECT
public:
    /// So many of a connection and direction are asked for; older ones are in the conversations.
    static constexpr int most = 10'000;

    /// Both must outlive it.
    RequestList(Workspace& workspace, StoreReading& reading, QObject* parent = nullptr);

Q_SIGNALS:
    /// These are new, or have changed.
    void found(const std::vector<meshwatch::RequestRow>& rows);

protected:
    void ask(const Asking& asking, ConnectorClient& client) override;
    void readEvents(const std::vector<ConnectionId>& connections, EventSeq first, EventSeq last) override;

private:
    struct Window {
        Asking asking;
        QPointer<ConnectorClient> client;
        bool isOwn = false;
        Micros to;
        qint64 span = 0;
        int found = 0;
    };
    void askWindow(const Window& window);
    void take(Window window, Micros from, const ConnectorResult<std::vector<connector::Request>>& list);
};

} // namespace meshwatch
