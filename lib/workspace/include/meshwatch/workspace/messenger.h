// SPDX-License-Identifier: MIT
#pragma once

#include <meshwatch/messaging/conversationlist.h>
#include <meshwatch/messaging/requestwatch.h>
#include <meshwatch/messaging/sender.h>

#include <QObject>

#include <memory>

namespace meshwatch {

/// What one connection needs to talk to its peers, as long as the workspace is open: what is in doubt is
/// looked up and Requests that end are noticed whatever page is shown.
class Messenger : public QObject {
    Q_OBJECT
public:
    /// `client` is null for a connection that only receives: its conversations can be read, not continued.
    /// Both must outlive it.
    Messenger(EventStore& store, ConnectorClient* client, ConnectionId connection);

    [[nodiscard]] ConnectionId connection() const { return m_connection; }
    [[nodiscard]] ConnectorClient* client() const { return m_client; }
    /// Null without a client, as is requests().
    [[nodiscard]] Sender* sender() { return m_sender.get(); }
    [[nodiscard]] RequestWatch* requests() { return m_requests.get(); }
    [[nodiscard]] ConversationList& conversations() { return m_conversations; }

private:
    ConnectorClient* m_client;
    const ConnectionId m_connection;
    std::unique_ptr<Sender> m_sender;
    std::unique_ptr<RequestWatch> m_requests;
    ConversationList m_conversations;
};

} // namespace meshwatch
