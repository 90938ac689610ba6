// SPDX-License-Identifier: MIT
#pragma once

#include "connectorlist.h"

#include <QAbstractProxyModel>
#include <QColor>
#include <QHash>
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

/// A page with a table of what all Connectors know of one kind of thing: title and search above it, a line of
/// buttons for the chosen rows, what went wrong, and words in the table's place while it is empty.
class ListPage : public QWidget {
    Q_OBJECT
public:
    [[nodiscard]] QTableView& table() { return *m_table; }
    [[nodiscard]] QLineEdit& search() { return *m_search; }
    /// Rows that wait for our decision.
    [[nodiscard]] int waiting() const { return m_waiting; }

Q_SIGNALS:
    void waitingChanged(int waiting);
    void conversationWanted(meshwatch::ConnectionId connection, const QString& peer, const QString& id);
    void objectEventsWanted(const QString& objectId);
    void addConnectionRequested();

protected:
    using Connections = QHash<ConnectionId, std::pair<QString, QColor>>; ///< name and colour of each
    struct Columns {
        QList<int> widths; ///< 0: as wide as its title
        int stretched = 0;
        int sorted = 0; ///< newest first
        int connection = 0;
    };
    /// The table shows `filter`, which becomes the page's. `workspace` must outlive it.
    ListPage(Workspace& workspace, QAbstractProxyModel* filter, const QString& title, QWidget* parent);
    /// To be called once, by the constructor of who derives from it.
    void setColumns(const Columns& columns);
    void follow(ConnectorList& list);

    virtual void refreshConnections(const Connections& connections) = 0;
    virtual void refreshColumns();
    virtual void refreshActions();
    virtual void refreshEmpty();
    /// Words for the empty table, when there is a connection.
    virtual void explainEmpty(EmptyState& empty, bool isReading) = 0;
    /// The button below those was pressed.
    virtual void emptyActivated() = 0;
    /// What can be done with the chosen rows.
    virtual void showMenu(const QPoint& position) = 0;

    /// The line below the title: on the left what belongs to the page, on the right what to do.
    [[nodiscard]] QHBoxLayout& line() { return *m_line; }
    [[nodiscard]] Workspace& workspace() const { return m_workspace; }
    [[nodiscard]] QPushButton& acceptButton() { return *m_accept; }
    [[nodiscard]] QPushButton& rejectButton() { return *m_reject; }
    [[nodiscard]] QList<int> chosen() const;
    /// The row that an action without a choice of its own is for; -1 if there is none.
    [[nodiscard]] int current() const;
    void setWaiting(int waiting);
    void setProblem(const QString& text);
    void allConnections();

    void resizeEvent(QResizeEvent* event) override;

private:
    QWidget* buildBar(const QString& title);
    void buildTable(const QString& title);

    Workspace& m_workspace;
    QAbstractProxyModel* m_filter = nullptr;
    ConnectorList* m_list = nullptr;
    QStackedWidget* m_stack = nullptr;
    QTableView* m_table = nullptr;
    EmptyState* m_empty = nullptr;
    QLineEdit* m_search = nullptr;
    Label* m_problem = nullptr;
    QHBoxLayout* m_line = nullptr;
    QPushButton* m_accept = nullptr;
    QPushButton* m_reject = nullptr;
    QToolButton* m_more = nullptr;
    int m_connectionColumn = 0;
    int m_waiting = 0;
};

} // namespace meshwatch
