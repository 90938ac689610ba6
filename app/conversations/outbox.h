// SPDX-License-Identifier: MIT
#pragma once

#include "peerkey.h"

#include <meshwatch/messaging/maildraft.h>
#include <meshwatch/workspace/workspace.h>

#include <QHash>
#include <QObject>

namespace meshwatch {

/// Mails on their way, one a peer: how far each is, and the draft that stays until it is certainly sent. What
/// was on its way when the program ended is looked up by the next one: the draft says so before anything is
/// posted.
class Outbox : public QObject {
    Q_OBJECT
public:
    struct Item {
        SendResult result;
        qint64 uploaded = 0; ///< bytes of the attachments
        qint64 uploadSize = 0;
        /// Its draft cannot be changed: it is under way, or nobody knows whether it was sent.
        [[nodiscard]] bool isUnderWay() const { return !result.isFinished(); }
    };

    /// `workspace` must outlive it.
    explicit Outbox(Workspace& workspace, QObject* parent = nullptr);

    /// Nothing is sent while another Mail to the peer is under way, and nothing without a Connector to ask.
    void send(const PeerKey& to, const MailDraft& filled);
    /// Stops before it is posted.
    void cancel(const PeerKey& key);
    /// Looks up now what is in doubt.
    void lookUp(const PeerKey& key);
    /// A failure was read.
    void dismiss(const PeerKey& key);
    /// Null if nothing is under way and nothing failed.
    [[nodiscard]] const Item* item(const PeerKey& key) const;

Q_SIGNALS:
    void changed(const meshwatch::PeerKey& key);
    /// Its draft is removed.
    void sent(const meshwatch::PeerKey& key, const meshwatch::SendResult& result);

private:
    void watch(ConnectionId connection);
    void begin(const PeerKey& to, const PostedMail& mail);
    void take(ConnectionId connection, const SendResult& result);
    void findOutWhatWasPosted(ConnectionId connection, Sender& from);
    void note(const PeerKey& key, const std::optional<PostedMail>& posted);
    [[nodiscard]] Sender* sender(ConnectionId connection) const;

    Workspace& m_workspace;
    QHash<PeerKey, Item> m_items;
};

} // namespace meshwatch
