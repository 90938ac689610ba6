// SPDX-License-Identifier: MIT
#pragma once

#include "bulkjob.h"
#include "relationshiprow.h"

#include <QWidget>

class QHBoxLayout;
class QLineEdit;
class QMenu;
class QPushButton;
class QSortFilterProxyModel;
class QStackedWidget;
class QTableView;
class QToolButton;

namespace meshwatch {

class EmptyState;
class Label;
class PeerNames;
class RelationshipList;
class RelationshipModel;
class StoreReading;
class Workspace;

/// All relationships, of all connections, with the steps that can be taken.
class RelationshipsPage : public QWidget {
    Q_OBJECT
public:
    /// All must outlive the page.
    RelationshipsPage(Workspace& workspace, StoreReading& reading, const PeerNames& names,
                      QWidget* parent = nullptr);

    [[nodiscard]] RelationshipModel& model() { return *m_model; }
    [[nodiscard]] QTableView& table() { return *m_table; }
    /// Relationships that wait for our decision.
    [[nodiscard]] int waiting() const { return m_waiting; }
    /// The connection of the chosen row, else the only or first one that can talk; none: none can.
    [[nodiscard]] ConnectionId usualConnection() const;

Q_SIGNALS:
    void waitingChanged(int waiting);
    void conversationWanted(meshwatch::ConnectionId connection, const QString& peer, const QString& id);
    void objectEventsWanted(const QString& objectId);
    void requestEditorWanted(meshwatch::ConnectionId connection, const QString& peer);
    void roundTripWanted(meshwatch::ConnectionId connection, const QString& peer);
    void templateWanted(meshwatch::ConnectionId connection);
    void loadReferenceWanted(meshwatch::ConnectionId connection);
    void addConnectionRequested();

private:
    QWidget* buildBar();
    void buildActions(QHBoxLayout* bar);
    QPushButton* connectionButton(const QString& text, void (RelationshipsPage::*wanted)(ConnectionId));
    void buildTable();
    void refreshConnections();
    void refreshCounts();
    void refreshActions();
    void refreshEmpty();
    void perform(RelationshipAction::Kind kind);
    [[nodiscard]] BulkJob job(const RelationshipRow& row, RelationshipAction::Kind kind) const;
    [[nodiscard]] bool confirm(RelationshipAction::Kind kind, int count);
    void showMenu(const QPoint& position);
    [[nodiscard]] QList<int> chosen() const;
    [[nodiscard]] const RelationshipRow* current() const;

    Workspace& m_workspace;
    const PeerNames& m_names;
    RelationshipModel* m_model = nullptr;
    QSortFilterProxyModel* m_filter = nullptr;
    RelationshipList* m_list = nullptr;
    QStackedWidget* m_stack = nullptr;
    QTableView* m_table = nullptr;
    EmptyState* m_empty = nullptr;
    QLineEdit* m_search = nullptr;
    Label* m_problem = nullptr;
    QPushButton* m_accept = nullptr;
    QPushButton* m_reject = nullptr;
    QToolButton* m_more = nullptr;
    int m_waiting = 0;
};

} // namespace meshwatch
