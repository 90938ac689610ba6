// SPDX-License-Identifier: MIT
#pragma once

#include <meshwatch/connector/connectorclient.h>
#include <meshwatch/events/eventstore.h>
#include <meshwatch/messaging/peersummary.h>

#include <QObject>

#include <memory>
#include <vector>

namespace meshwatch {

/// The peers of one connection, last active first; from the store by a thread of its own, with names and
/// relationships as REST tells them when the Connector answers.
class ConversationList : public QObject {
    Q_OBJECT
public:
    /// `client` may be null. Store and client must outlive it.
    ConversationList(EventStore& store, ConnectorClient* client, ConnectionId connection,
                     QObject* parent = nullptr);
    ~ConversationList() override;

    /// Starts reading. To be called once.
    void start();
    /// The first reading has ended.
    [[nodiscard]] bool isReady() const;
    [[nodiscard]] const std::vector<PeerSummary>& peers() const;
    /// Null if there is none.
    [[nodiscard]] const PeerSummary* peer(const QString& address) const;
    /// Those whose name or address holds `text`, without case; all if it is empty. Texts of messages are
    /// found with Query.
    [[nodiscard]] std::vector<PeerSummary> search(const QString& text) const;
    [[nodiscard]] int unread() const;
    [[nodiscard]] int waiting() const;

    /// What has arrived from a peer up to now is read; kept in the store.
    void markRead(const QString& address);
    /// Asks REST for relationships and names again.
    void refresh();

Q_SIGNALS:
    /// Order or content of peers() changed; at most some times a second.
    void changed();
    void failed(const meshwatch::ConnectorError& error);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace meshwatch
