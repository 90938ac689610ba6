// SPDX-License-Identifier: MIT
#pragma once

#include "bulkdecision.h"
#include "requestfilter.h"

#include <QWidget>

class QHBoxLayout;
class QLineEdit;
class QPushButton;
class QStackedWidget;
class QTableView;
class QToolButton;

namespace meshwatch {

class EmptyState;
class Label;
class PeerNames;
class RequestList;
class RequestModel;
class StoreReading;
class Workspace;

/// All Requests, of all peers and connections: how far they are and who must act next.
class RequestsPage : public QWidget {
    Q_OBJECT
public:
    /// All must outlive the page.
    RequestsPage(Workspace& workspace, StoreReading& reading, const PeerNames& names,
                 QWidget* parent = nullptr);

    [[nodiscard]] RequestModel& model() { return *m_model; }
    [[nodiscard]] QTableView& table() { return *m_table; }
    [[nodiscard]] QLineEdit& search() { return *m_search; }
    /// Requests that wait for our decision.
    [[nodiscard]] int waiting() const { return m_waiting; }
    void setKind(RequestFilter::Kind kind);

Q_SIGNALS:
    void waitingChanged(int waiting);
    /// A Request is to be decided, or looked at.
    void requestWanted(meshwatch::ConnectionId connection, const QString& id);
    void conversationWanted(meshwatch::ConnectionId connection, const QString& peer, const QString& id);
    void objectEventsWanted(const QString& objectId);
    void addConnectionRequested();
    /// The empty page's button, when there is a connection.
    void createTemplateRequested();

private:
    QWidget* buildBar();
    QWidget* buildChips();
    void buildTable();
    void buildActions(QHBoxLayout* bar);
    void refreshConnections();
    void refreshCounts();
    void refreshActions();
    void refreshEmpty();
    void open();
    void decide(BulkDecision::Kind kind);
    void showMenu(const QPoint& position);
    [[nodiscard]] QList<int> chosen() const;
    [[nodiscard]] int current() const;

    Workspace& m_workspace;
    const PeerNames& m_names;
    RequestModel* m_model = nullptr;
    RequestFilter* m_filter = nullptr;
    RequestList* m_list = nullptr;
    QStackedWidget* m_stack = nullptr;
    QTableView* m_table = nullptr;
    EmptyState* m_empty = nullptr;
    QLineEdit* m_search = nullptr;
    QList<QPushButton*> m_chips; ///< in the order of RequestFilter::Kind
    Label* m_problem = nullptr;
    QPushButton* m_open = nullptr;
    QPushButton* m_accept = nullptr;
    QPushButton* m_reject = nullptr;
    QToolButton* m_more = nullptr;
    int m_waiting = 0;
};

} // namespace meshwatch
