// SPDX-License-Identifier: MIT
#include "listpage.h"

#include "widgets/celldelegate.h"
#include "widgets/emptystate.h"
#include "widgets/label.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLineEdit>
#include <QPushButton>
#include <QStackedWidget>
#include <QTableView>
#include <QToolButton>

namespace meshwatch {

namespace {
constexpr int roomyWidth = 960;
}

ListPage::ListPage(Workspace& workspace, QAbstractProxyModel* filter, const QString& title, QWidget* parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_filter(filter) {
    setObjectName(QStringLiteral("page"));
    m_filter->setParent(this);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(buildBar(title));
    m_problem = new Label;
    m_problem->setProperty("problem", true);
    m_problem->setWordWrap(true);
    m_problem->setContentsMargins(16, 6, 16, 6);
    m_problem->hide();
    layout->addWidget(m_problem);
    buildTable(title);
    m_empty = new EmptyState;
    m_stack = new QStackedWidget;
    m_stack->addWidget(m_table);
    m_stack->addWidget(m_empty);
    layout->addWidget(m_stack, 1);
    connect(m_empty, &EmptyState::activated, this, [this] {
        if (m_workspace.connections().empty())
            Q_EMIT addConnectionRequested();
        else
            emptyActivated();
    });
}

QWidget* ListPage::buildBar(const QString& title) {
    auto* bar = new QWidget;
    bar->setObjectName(QStringLiteral("toolBar"));
    bar->setAttribute(Qt::WA_StyledBackground);
    auto* lines = new QVBoxLayout(bar);
    lines->setContentsMargins(16, 10, 12, 10);
    lines->setSpacing(8);
    auto* head = new QHBoxLayout;
    head->setSpacing(8);
    head->addWidget(new Label(title, Label::Role::Title));
    head->addSpacing(12);
    m_search = new QLineEdit;
    m_search->setClearButtonEnabled(true);
    head->addWidget(m_search, 1);
    lines->addLayout(head);
    m_line = new QHBoxLayout;
    m_line->setSpacing(8);
    m_line->addStretch();
    m_accept = new QPushButton(tr("Accept"));
    m_accept->setObjectName(QStringLiteral("accept"));
    m_reject = new QPushButton(tr("Reject"));
    m_reject->setObjectName(QStringLiteral("reject"));
    m_more = new QToolButton;
    m_more->setText(tr("More ▾"));
    m_more->setAccessibleName(tr("More actions"));
    m_more->setFocusPolicy(Qt::TabFocus);
    for (QWidget* button :
         {static_cast<QWidget*>(m_accept), static_cast<QWidget*>(m_reject), static_cast<QWidget*>(m_more)})
        m_line->addWidget(button);
    connect(m_more, &QToolButton::clicked, this,
            [this] { showMenu(m_more->mapToGlobal(QPoint(0, m_more->height()))); });
    lines->addLayout(m_line);
    return bar;
}

void ListPage::buildTable(const QString& title) {
    m_table = new QTableView;
    m_table->setModel(m_filter);
    m_table->setAccessibleName(title);
    CellDelegate::dress(*m_table);
    m_table->setSortingEnabled(true);
    m_table->horizontalHeader()->setAccessibleName(tr("Columns"));
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            [this] { refreshActions(); });
    connect(m_table, &QWidget::customContextMenuRequested, this,
            [this](const QPoint& at) { showMenu(m_table->viewport()->mapToGlobal(at)); });
}

void ListPage::setColumns(const Columns& columns) {
    m_connectionColumn = columns.connection;
    m_table->sortByColumn(columns.sorted, Qt::DescendingOrder);
    QHeaderView* header = m_table->horizontalHeader();
    for (int column = 0; column < columns.widths.size(); ++column) {
        if (columns.widths[column] > 0)
            header->resizeSection(column, columns.widths[column]);
    }
    header->setSectionResizeMode(columns.stretched, QHeaderView::Stretch);
}

void ListPage::follow(ConnectorList& list) {
    m_list = &list;
    connect(m_list, &ConnectorList::readingChanged, this, [this] { refreshEmpty(); });
    connect(m_list, &ConnectorList::failed, this,
            [this](ConnectionId, const ConnectorError& error) { setProblem(error.toError().text()); });
    connect(&m_workspace, &Workspace::connectionsChanged, this, &ListPage::allConnections);
    connect(m_filter, &QAbstractItemModel::rowsInserted, this, &ListPage::refreshEmpty);
    connect(m_filter, &QAbstractItemModel::rowsRemoved, this, &ListPage::refreshEmpty);
    allConnections();
    refreshActions();
}

void ListPage::setProblem(const QString& text) {
    m_problem->setText(text);
    m_problem->setVisible(!text.isEmpty());
}

void ListPage::allConnections() {
    Connections connections;
    for (const Connection& connection : m_workspace.connections())
        connections.insert(connection.id, {connection.name, QColor(connection.colour)});
    refreshConnections(connections);
    refreshColumns();
    refreshEmpty();
}

void ListPage::refreshColumns() {
    // Where there is little room, the bar at the left tells the connection by its colour.
    m_table->setColumnHidden(m_connectionColumn,
                             m_workspace.connections().size() < 2 || width() < roomyWidth);
}

void ListPage::refreshActions() { m_more->setEnabled(m_table->selectionModel()->hasSelection()); }

void ListPage::refreshEmpty() {
    const bool isEmpty = m_filter->rowCount() == 0;
    m_stack->setCurrentIndex(isEmpty ? 1 : 0);
    if (isEmpty)
        explainEmpty(*m_empty, m_list->isReading());
}

void ListPage::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    refreshColumns();
}

QList<int> ListPage::chosen() const {
    QList<int> rows;
    const auto indexes = m_table->selectionModel()->selectedRows();
    for (const QModelIndex& index : indexes)
        rows.append(m_filter->mapToSource(index).row());
    return rows;
}

int ListPage::current() const {
    const QModelIndex index = m_filter->mapToSource(m_table->currentIndex());
    // “Select all” makes none current.
    return index.isValid() ? index.row() : chosen().value(0, -1);
}

void ListPage::setWaiting(int waiting) {
    if (waiting != m_waiting)
        Q_EMIT waitingChanged(m_waiting = waiting);
}

} // namespace meshwatch
