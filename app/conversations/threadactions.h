// SPDX-License-Identifier: MIT
#pragma once

#include "attachmentbook.h"
#include "peerkey.h"
#include "threadview.h"

#include <meshwatch/messaging/requestdecision.h>

#include <QObject>
#include <QSet>

class QMenu;

namespace meshwatch {

/// What a person can do with the entries of a thread: decide, look at attachments, open links, go to events.
class ThreadActions : public QObject {
    Q_OBJECT
public:
    /// `view` must outlive it.
    explicit ThreadActions(ThreadView& view, QObject* parent = nullptr);

    /// The messenger's client may be null. Null: nothing is shown.
    void setPeer(const PeerKey& key, ConnectorClient* client, AttachmentBook* files);
    [[nodiscard]] bool canDecide(const QString& requestId) const;
    /// Accepts all of a Request, or asks for what is missing.
    void accept(const QString& requestId);
    void reject(const QString& requestId);

Q_SIGNALS:
    void eventWanted(meshwatch::EventSeq seq);
    /// The decision has to be made item by item.
    void decisionWanted(const meshwatch::PeerKey& key, const meshwatch::connector::Request& request);
    /// Something did not work; to be shown to the person.
    void failed(const QString& text);

private:
    void press(int index, const EntryBox::Spot& spot);
    void open(int index);
    void showMenu(int index, const QPoint& position);
    void addLinks(QMenu& menu, const ConversationEntry& entry);
    void addEvents(QMenu& menu, const ConversationEntry& entry);
    void addDecisions(QMenu& menu, const ConversationEntry& entry);
    void openLink(const QString& link);
    void addAttachments(QMenu& menu, const ConversationEntry& entry);
    void openAttachment(const QString& messageId, const QString& attachmentId);
    void showWhole(const ConversationEntry& entry);
    void decide(const RequestDecision& decision);
    void decided(const QString& requestId);
    [[nodiscard]] const connector::Request* requestOf(const QString& id) const;
    [[nodiscard]] const ConversationEntry* entryAt(int index) const;

    ThreadView& m_view;
    PeerKey m_key;
    QPointer<ConnectorClient> m_client;
    QPointer<AttachmentBook> m_files;
    QSet<QString> m_deciding; ///< Requests that the Connector was asked about
};

} // namespace meshwatch
