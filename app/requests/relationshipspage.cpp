// SPDX-License-Identifier: MIT
#include "relationshipspage.h"

#include "bulkdialog.h"
#include "relationshiplist.h"
#include "relationshipmodel.h"
#include "widgets/celldelegate.h"
#include "widgets/emptystate.h"
#include "widgets/label.h"
#include "widgets/peernames.h"

#include <meshwatch/connector/whenfinished.h>

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLineEdit>
#include <QMenu>
#include <QMessageBox>
#include <QPushButton>
#include <QSortFilterProxyModel>
#include <QStackedWidget>
#include <QTableView>
#include <QToolButton>

namespace meshwatch {

using Kind = RelationshipAction::Kind;

namespace {
constexpr int roomyWidth = 960;
}

RelationshipsPage::RelationshipsPage(Workspace& workspace, StoreReading& reading, const PeerNames& names,
                                     QWidget* parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_names(names)
    , m_model(new RelationshipModel(names, this))
    , m_filter(new QSortFilterProxyModel(this))
    , m_list(new RelationshipList(workspace, reading, this)) {
    setObjectName(QStringLiteral("page"));
    m_filter->setSourceModel(m_model);
    m_filter->setSortRole(RelationshipModel::SortRole);
    m_filter->setFilterRole(RelationshipModel::SearchRole);
    m_filter->setFilterKeyColumn(0);
    m_filter->setFilterCaseSensitivity(Qt::CaseInsensitive);
    m_filter->setSortCaseSensitivity(Qt::CaseInsensitive);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(buildBar());
    m_problem = new Label;
    m_problem->setProperty("problem", true);
    m_problem->setWordWrap(true);
    m_problem->setContentsMargins(16, 6, 16, 6);
    m_problem->hide();
    layout->addWidget(m_problem);
    buildTable();
    m_empty = new EmptyState;
    m_stack = new QStackedWidget;
    m_stack->addWidget(m_table);
    m_stack->addWidget(m_empty);
    layout->addWidget(m_stack, 1);

    connect(m_list, &RelationshipList::found, m_model, &RelationshipModel::set);
    connect(m_list, &RelationshipList::found, this, [this] {
        m_problem->hide();
        refreshCounts();
    });
    connect(m_list, &RelationshipList::connectionGone, m_model, &RelationshipModel::remove);
    connect(m_list, &RelationshipList::readingChanged, this, &RelationshipsPage::refreshEmpty);
    connect(m_list, &RelationshipList::failed, this, [this](ConnectionId, const ConnectorError& error) {
        m_problem->setText(error.toError().text());
        m_problem->show();
    });
    connect(&workspace, &Workspace::connectionsChanged, this, &RelationshipsPage::refreshConnections);
    for (const auto signal : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved})
        connect(m_filter, signal, this, &RelationshipsPage::refreshEmpty);
    connect(m_empty, &EmptyState::activated, this, [this] {
        if (m_workspace.connections().empty())
            Q_EMIT addConnectionRequested();
        else if (!m_search->text().isEmpty())
            m_search->clear();
        else
            Q_EMIT templateWanted(usualConnection());
    });
    refreshConnections();
    refreshActions();
}

QWidget* RelationshipsPage::buildBar() {
    auto* bar = new QWidget;
    bar->setObjectName(QStringLiteral("toolBar"));
    bar->setAttribute(Qt::WA_StyledBackground);
    auto* lines = new QVBoxLayout(bar);
    lines->setContentsMargins(16, 10, 12, 10);
    lines->setSpacing(8);
    auto* head = new QHBoxLayout;
    head->setSpacing(8);
    head->addWidget(new Label(tr("Relationships"), Label::Role::Title));
    head->addSpacing(12);
    m_search = new QLineEdit;
    m_search->setPlaceholderText(tr("Search peers, states, ids"));
    m_search->setAccessibleName(tr("Search relationships"));
    m_search->setClearButtonEnabled(true);
    connect(m_search, &QLineEdit::textChanged, this, [this](const QString& text) {
        m_filter->setFilterFixedString(text.trimmed());
        refreshEmpty();
    });
    head->addWidget(m_search, 1);
    lines->addLayout(head);
    auto* row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(connectionButton(tr("Create template…"), &RelationshipsPage::templateWanted));
    row->addWidget(connectionButton(tr("Load reference…"), &RelationshipsPage::loadReferenceWanted));
    row->addStretch();
    buildActions(row);
    lines->addLayout(row);
    return bar;
}

QPushButton* RelationshipsPage::connectionButton(const QString& text,
                                                 void (RelationshipsPage::*wanted)(ConnectionId)) {
    auto* button = new QPushButton(text);
    // With several connections: for which of them?
    connect(button, &QPushButton::clicked, this, [this, button, wanted] {
        const auto& connections = m_workspace.connections();
        if (connections.size() < 2)
            return (this->*wanted)(usualConnection());
        QMenu menu(this);
        for (const Connection& connection : connections)
            menu.addAction(QString(connection.name).replace(QLatin1Char('&'), QLatin1String("&&")), this,
                           [this, wanted, id = connection.id] { (this->*wanted)(id); });
        menu.exec(button->mapToGlobal(QPoint(0, button->height())));
    });
    return button;
}

void RelationshipsPage::buildActions(QHBoxLayout* bar) {
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
        bar->addWidget(button);
    connect(m_accept, &QPushButton::clicked, this, [this] { perform(Kind::Accept); });
    connect(m_reject, &QPushButton::clicked, this, [this] { perform(Kind::Reject); });
    connect(m_more, &QToolButton::clicked, this,
            [this] { showMenu(m_more->mapToGlobal(QPoint(0, m_more->height()))); });
}

void RelationshipsPage::buildTable() {
    m_table = new QTableView;
    m_table->setModel(m_filter);
    m_table->setAccessibleName(tr("Relationships"));
    CellDelegate::dress(*m_table);
    m_table->setSortingEnabled(true);
    m_table->sortByColumn(RelationshipModel::LastChange, Qt::DescendingOrder);
    QHeaderView* header = m_table->horizontalHeader();
    header->setAccessibleName(tr("Columns"));
    const int widths[RelationshipModel::ColumnCount] = {0, 160, 96, 136, 136, 150, 130};
    for (int column = 0; column < RelationshipModel::ColumnCount; ++column) {
        if (widths[column] > 0)
            header->resizeSection(column, widths[column]);
    }
    header->setSectionResizeMode(RelationshipModel::Peer, QHeaderView::Stretch);
    connect(m_table, &QTableView::activated, this, [this] {
        if (const RelationshipRow* row = current())
            Q_EMIT conversationWanted(row->connection, row->peer, row->id);
    });
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &RelationshipsPage::refreshActions);
    connect(m_table, &QWidget::customContextMenuRequested, this,
            [this](const QPoint& at) { showMenu(m_table->viewport()->mapToGlobal(at)); });
}

void RelationshipsPage::refreshConnections() {
    QHash<ConnectionId, std::pair<QString, QColor>> connections;
    for (const Connection& connection : m_workspace.connections())
        connections.insert(connection.id, {connection.name, QColor(connection.colour)});
    m_model->setConnections(connections);
    refreshColumns();
    refreshEmpty();
}

void RelationshipsPage::refreshColumns() {
    // Where there is little room, the bar at the left tells the connection by its colour.
    m_table->setColumnHidden(RelationshipModel::ConnectionName,
                             m_workspace.connections().size() < 2 || width() < roomyWidth);
    const auto& rows = m_model->rows();
    const bool hasDeletion = std::any_of(rows.begin(), rows.end(),
                                         [](const RelationshipRow& row) { return !row.deletion.isEmpty(); });
    m_table->setColumnHidden(RelationshipModel::Deletion, !hasDeletion);
}

void RelationshipsPage::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    refreshColumns();
}

void RelationshipsPage::refreshCounts() {
    int waiting = 0;
    for (const RelationshipRow& row : m_model->rows())
        waiting += row.can(Kind::Accept) || row.can(Kind::AcceptReactivation);
    if (waiting != m_waiting)
        Q_EMIT waitingChanged(m_waiting = waiting);
    refreshColumns();
    refreshActions();
    refreshEmpty();
}

void RelationshipsPage::refreshEmpty() {
    const bool isEmpty = m_filter->rowCount() == 0;
    m_stack->setCurrentIndex(isEmpty ? 1 : 0);
    if (!isEmpty)
        return;
    if (m_workspace.connections().empty())
        m_empty->set(tr("No connection yet"), tr("Add a Connector, and its relationships are listed here."),
                     tr("Add connection…"));
    else if (!m_search->text().isEmpty())
        m_empty->set(tr("No relationship fits"), tr("None of the relationships is as the search says."),
                     tr("Show all"));
    else if (m_list->isReading())
        m_empty->set(tr("Asking the Connectors…"), tr("Relationships appear here as they are found."));
    else
        m_empty->set(
            tr("No relationships yet"),
            tr("Invite somebody by a template, whose QR code you hand on; or load the reference that a "
               "peer gave you."),
            tr("Create template…"));
}

ConnectionId RelationshipsPage::usualConnection() const {
    if (const RelationshipRow* row = current())
        return row->connection;
    for (const Connection& connection : m_workspace.connections()) {
        if (m_workspace.client(connection.id))
            return connection.id;
    }
    return m_workspace.connections().empty() ? ConnectionId() : m_workspace.connections().front().id;
}

QList<int> RelationshipsPage::chosen() const {
    QList<int> rows;
    const auto indexes = m_table->selectionModel()->selectedRows();
    for (const QModelIndex& index : indexes)
        rows.append(m_filter->mapToSource(index).row());
    return rows;
}

const RelationshipRow* RelationshipsPage::current() const {
    const QModelIndex index = m_filter->mapToSource(m_table->currentIndex());
    // “Select all” makes none current.
    const int row = index.isValid() ? index.row() : chosen().value(0, -1);
    return row < 0 ? nullptr : &m_model->row(row);
}

void RelationshipsPage::refreshActions() {
    const QList<int> rows = chosen();
    const auto anyCan = [&](Kind kind) {
        return std::any_of(rows.cbegin(), rows.cend(), [&](int row) { return m_model->row(row).can(kind); });
    };
    m_accept->setEnabled(anyCan(Kind::Accept));
    m_reject->setEnabled(anyCan(Kind::Reject));
    m_more->setEnabled(!rows.isEmpty());
}

bool RelationshipsPage::confirm(Kind kind, int count) {
    const RelationshipAction action{kind};
    QMessageBox box(QMessageBox::Question, action.title(),
                    count == 1 ? tr("“%1” for this relationship?", "an action").arg(action.title())
                               : tr("“%1” for %n relationships?", "an action", count).arg(action.title()),
                    QMessageBox::Cancel, this);
    box.setTextFormat(Qt::PlainText);
    box.setInformativeText(action.isFinal()
                               ? action.meaning() + QLatin1Char('\n') + tr("This cannot be undone.")
                               : action.meaning());
    QPushButton* yes = box.addButton(action.title(), action.isFinal() ? QMessageBox::DestructiveRole
                                                                      : QMessageBox::AcceptRole);
    yes->setObjectName(QStringLiteral("confirm"));
    box.setDefaultButton(action.isFinal() ? static_cast<QPushButton*>(box.button(QMessageBox::Cancel)) : yes);
    box.exec();
    return box.clickedButton() == yes;
}

BulkJob RelationshipsPage::job(const RelationshipRow& row, Kind kind) const {
    const RelationshipAction action{kind};
    const auto run = [action, id = row.id, client = QPointer(m_workspace.client(row.connection))](
                         QObject* context, const BulkJob::Finished& finished) {
        if (!client)
            return finished(BulkJob::State::Left, tr("The connection is gone."));
        connector::whenFinished(action.perform(*client, id), context,
                                [action, finished](const ConnectorResult<void>& done) {
                                    if (!done)
                                        finished(BulkJob::State::Failed, done.error().toError().text());
                                    else
                                        finished(BulkJob::State::Done, action.meaning());
                                });
    };
    return {action.title(), m_names.title(row.connection, row.peer), run};
}

void RelationshipsPage::perform(Kind kind) {
    std::vector<BulkJob> jobs;
    QSet<ConnectionId> touched;
    const QList<int> rows = chosen();
    for (const int index : rows) {
        const RelationshipRow& row = m_model->row(index);
        if (!row.can(kind))
            continue;
        touched.insert(row.connection);
        jobs.push_back(job(row, kind));
    }
    if (jobs.empty() || !confirm(kind, int(jobs.size())))
        return;
    auto* dialog = new BulkDialog(RelationshipAction{kind}.title(), std::move(jobs), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &BulkDialog::allFinished, this, [this, touched] {
        for (const ConnectionId connection : touched)
            m_list->refreshSoon(connection);
    });
    dialog->open();
}

void RelationshipsPage::showMenu(const QPoint& position) {
    const RelationshipRow* found = current();
    if (!found)
        return;
    const RelationshipRow row = *found;
    QMenu menu(this);
    for (const RelationshipAction& action : row.actions) {
        QAction* entry = menu.addAction(action.title() + QStringLiteral("…"), this,
                                        [this, kind = action.kind] { perform(kind); });
        entry->setToolTip(action.meaning());
    }
    menu.setToolTipsVisible(true);
    menu.addSeparator();
    const bool isActive = row.status == RelationshipRow::Status::Active;
    menu.addAction(tr("New Request…"), this,
                   [this, row] { Q_EMIT requestEditorWanted(row.connection, row.peer); })
        ->setEnabled(isActive);
    menu.addAction(tr("Round-trip test…"), this,
                   [this, row] { Q_EMIT roundTripWanted(row.connection, row.peer); })
        ->setEnabled(isActive);
    menu.addAction(tr("Show conversation"), this,
                   [this, row] { Q_EMIT conversationWanted(row.connection, row.peer, row.id); });
    menu.addAction(tr("Show events"), this, [this, row] { Q_EMIT objectEventsWanted(row.id); });
    menu.addAction(tr("Copy address"), this, [row] { QGuiApplication::clipboard()->setText(row.peer); });
    menu.exec(position);
}

} // namespace meshwatch
