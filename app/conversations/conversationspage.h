// SPDX-License-Identifier: MIT
#pragma once

#include "outbox.h"
#include "peerkey.h"

#include <meshwatch/connector/request.h>
#include <meshwatch/workspace/workspace.h>

#include <QWidget>

class QSettings;
class QSplitter;
class QStackedWidget;

namespace meshwatch {

class ConversationPane;
class EmptyState;
class PeerList;
class PeerPanel;

/// The page on which one talks to peers: whom, the thread, and what is known of the peer.
class ConversationsPage : public QWidget {
    Q_OBJECT
public:
    /// Both must outlive the page; `settings` keeps sizes.
    ConversationsPage(Workspace& workspace, QSettings& settings, QWidget* parent = nullptr);
    ~ConversationsPage() override;

    /// Shows only one connection's peers; an empty name all.
    void setConnection(const QString& name);
    /// Shows a conversation, at the message, Request or relationship `object` if it is not empty.
    void open(ConnectionId connection, const QString& peer, const QString& object = {});
    [[nodiscard]] int unread() const;
    [[nodiscard]] PeerList& peers() { return *m_list; }
    [[nodiscard]] ConversationPane& pane() { return *m_pane; }
    [[nodiscard]] PeerPanel& panel() { return *m_panel; }
    void focusList();
    void focusSearch();

Q_SIGNALS:
    void unreadChanged();
    void eventWanted(meshwatch::EventSeq seq);
    void addConnectionRequested();
    /// An incoming Request is to be answered item by item.
    void decisionWanted(meshwatch::ConnectionId connection, const meshwatch::connector::Request& request);
    void requestEditorWanted(meshwatch::ConnectionId connection, const QString& peer);
    void roundTripWanted(meshwatch::ConnectionId connection, const QString& peer);

protected:
    void resizeEvent(QResizeEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void build();
    void connectParts();
    void show(const PeerKey& key, const QString& object);
    void takeSummary();
    void markRead();
    void refreshMiddle();
    void arrangePanel();
    void showPanel(bool isShown);
    void openFirst();
    void sendToMany(bool isNew);

    Workspace& m_workspace;
    QSettings& m_settings;
    Outbox* m_outbox = nullptr;
    PeerList* m_list = nullptr;
    QSplitter* m_splitter = nullptr;
    QStackedWidget* m_middle = nullptr;
    ConversationPane* m_pane = nullptr;
    EmptyState* m_empty = nullptr;
    PeerPanel* m_panel = nullptr;
    bool m_isPanelWanted = true; ///< in a wide window
    bool m_isPanelShown = false;
};

} // namespace meshwatch
