// SPDX-License-Identifier: MIT
#pragma once

#include "widgets/storereading.h"

#include <meshwatch/workspace/workspace.h>

#include <QHash>
#include <QTimer>
#include <QWidget>

class QVBoxLayout;

namespace meshwatch {

class ConnectionCard;

/// The connections of a workspace as cards; adds, changes and removes them.
class ConnectionsPage : public QWidget {
    Q_OBJECT
public:
    /// Both must outlive the page.
    ConnectionsPage(Workspace& workspace, StoreReading& reading, QWidget* parent = nullptr);

public Q_SLOTS:
    /// Opens the dialog; a connection that was added goes on to the assistant.
    void addConnection();
    void getEvents(meshwatch::ConnectionId id);

private:
    void rebuild();
    void addCard(const Connection& connection);
    [[nodiscard]] QWidget* emptyState();
    void refresh(ConnectionId id);
    void refreshAll();
    void edit(ConnectionId id);
    void remove(ConnectionId id);
    [[nodiscard]] const Connection* find(ConnectionId id) const;

    Workspace& m_workspace;
    StoreReading& m_reading;
    QVBoxLayout* m_list = nullptr;
    QHash<ConnectionId, ConnectionCard*> m_cards;
    QTimer m_clock; ///< for "synchronised 3 s ago"
};

} // namespace meshwatch
