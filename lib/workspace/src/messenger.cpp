// SPDX-License-Identifier: MIT
#include <meshwatch/workspace/messenger.h>

namespace meshwatch {

Messenger::Messenger(EventStore& store, ConnectorClient* client, ConnectionId connection)
    : m_client(client)
    , m_connection(connection)
    , m_sender(client ? std::make_unique<Sender>(*client) : nullptr)
    , m_requests(client ? std::make_unique<RequestWatch>(*client, store, connection) : nullptr)
    , m_conversations(store, client, connection) {
    if (m_sender)
        m_sender->setProofs(store, connection);
    m_conversations.start();
    if (m_requests)
        m_requests->start();
}

} // namespace meshwatch
