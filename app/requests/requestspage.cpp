// SPDX-License-Identifier: MIT
#include "requestspage.h"

#include "bulkdialog.h"
#include "requestlist.h"
#include "requestmodel.h"
#include "widgets/celldelegate.h"
#include "widgets/emptystate.h"
#include "widgets/format.h"
#include "widgets/label.h"
#include "widgets/peernames.h"
#include "widgets/primarybutton.h"

#include <QButtonGroup>
#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLineEdit>
#include <QMenu>
#include <QShortcut>
#include <QStackedWidget>
#include <QTableView>
#include <QToolButton>

namespace meshwatch {

namespace {

QString chipTitle(RequestFilter::Kind kind) {
    switch (kind) {
    case RequestFilter::Kind::All:
        return RequestsPage::tr("All");
    case RequestFilter::Kind::Waiting:
        return RequestsPage::tr("Waiting for you");
    case RequestFilter::Kind::Open:
        return RequestsPage::tr("Open");
    case RequestFilter::Kind::Done:
        return RequestsPage::tr("Done");
    }
    return {};
}

} // namespace

RequestsPage::RequestsPage(Workspace& workspace, StoreReading& reading, const PeerNames& names,
                           QWidget* parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_names(names)
    , m_model(new RequestModel(names, this))
    , m_filter(new RequestFilter(this))
    , m_list(new RequestList(workspace, reading, this)) {
    setObjectName(QStringLiteral("page"));
    m_filter->setSourceModel(m_model);
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

    connect(m_list, &RequestList::found, m_model, &RequestModel::take);
    connect(m_list, &RequestList::connectionGone, m_model, &RequestModel::remove);
    connect(m_list, &RequestList::readingChanged, this, &RequestsPage::refreshEmpty);
    connect(m_list, &RequestList::failed, this, [this](ConnectionId, const ConnectorError& error) {
        m_problem->setText(error.toError().text());
        m_problem->show();
    });
    connect(&workspace, &Workspace::connectionsChanged, this, &RequestsPage::refreshConnections);
    for (const auto signal : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved})
        connect(m_filter, signal, this, &RequestsPage::refreshEmpty);
    connect(m_model, &QAbstractItemModel::rowsInserted, this, &RequestsPage::refreshCounts);
    connect(m_model, &QAbstractItemModel::dataChanged, this, &RequestsPage::refreshCounts);
    connect(m_model, &QAbstractItemModel::modelReset, this, &RequestsPage::refreshCounts);
    connect(m_empty, &EmptyState::activated, this, [this] {
        if (m_workspace.connections().empty())
            Q_EMIT addConnectionRequested();
        else if (m_filter->isNarrowed()) {
            m_search->clear();
            setKind(RequestFilter::Kind::All);
        } else
            Q_EMIT createTemplateRequested();
    });
    refreshConnections();
    refreshCounts();
    refreshActions();
}

QWidget* RequestsPage::buildBar() {
    auto* bar = new QWidget;
    bar->setObjectName(QStringLiteral("toolBar"));
    bar->setAttribute(Qt::WA_StyledBackground);
    auto* lines = new QVBoxLayout(bar);
    lines->setContentsMargins(16, 10, 12, 10);
    lines->setSpacing(8);
    auto* head = new QHBoxLayout;
    head->setSpacing(8);
    head->addWidget(new Label(tr("Requests"), Label::Role::Title));
    head->addSpacing(12);
    m_search = new QLineEdit;
    m_search->setPlaceholderText(tr("Search peers, titles, ids"));
    m_search->setAccessibleName(tr("Search Requests"));
    m_search->setClearButtonEnabled(true);
    head->addWidget(m_search, 1);
    connect(m_search, &QLineEdit::textChanged, this, [this](const QString& text) {
        m_filter->setText(text);
        refreshEmpty();
    });
    lines->addLayout(head);
    auto* row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(buildChips());
    row->addStretch();
    buildActions(row);
    lines->addLayout(row);
    return bar;
}

QWidget* RequestsPage::buildChips() {
    using Kind = RequestFilter::Kind;
    auto* chips = new QWidget;
    auto* row = new QHBoxLayout(chips);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(6);
    auto* group = new QButtonGroup(chips);
    for (const Kind kind : {Kind::All, Kind::Waiting, Kind::Open, Kind::Done}) {
        auto* chip = new QPushButton(chipTitle(kind));
        chip->setProperty("chip", true);
        chip->setCheckable(true);
        chip->setChecked(kind == Kind::All);
        group->addButton(chip);
        row->addWidget(chip);
        m_chips.append(chip);
        connect(chip, &QPushButton::clicked, this, [this, kind] { setKind(kind); });
    }
    return chips;
}

void RequestsPage::buildActions(QHBoxLayout* bar) {
    m_open = new QPushButton(tr("Open…"));
    m_open->setToolTip(tr("Enter"));
    m_accept = new QPushButton(tr("Accept"));
    m_accept->setObjectName(QStringLiteral("accept"));
    m_reject = new QPushButton(tr("Reject"));
    m_reject->setObjectName(QStringLiteral("reject"));
    m_more = new QToolButton;
    m_more->setText(tr("More ▾"));
    m_more->setAccessibleName(tr("More actions"));
    m_more->setFocusPolicy(Qt::TabFocus);
    for (QWidget* button : {static_cast<QWidget*>(m_open), static_cast<QWidget*>(m_accept),
                            static_cast<QWidget*>(m_reject), static_cast<QWidget*>(m_more)})
        bar->addWidget(button);
    connect(m_open, &QPushButton::clicked, this, &RequestsPage::open);
    connect(m_accept, &QPushButton::clicked, this, [this] { decide(BulkDecision::Kind::Accept); });
    connect(m_reject, &QPushButton::clicked, this, [this] { decide(BulkDecision::Kind::Reject); });
    connect(m_more, &QToolButton::clicked, this,
            [this] { showMenu(m_more->mapToGlobal(QPoint(0, m_more->height()))); });
}

void RequestsPage::buildTable() {
    m_table = new QTableView;
    m_table->setModel(m_filter);
    m_table->setAccessibleName(tr("Requests"));
    CellDelegate::dress(*m_table);
    m_table->setSortingEnabled(true);
    m_table->sortByColumn(RequestModel::Age, Qt::DescendingOrder);
    QHeaderView* header = m_table->horizontalHeader();
    header->setAccessibleName(tr("Columns"));
    const int widths[RequestModel::ColumnCount] = {64, 150, 0, 130, 100, 76, 96, 130};
    for (int column = 0; column < RequestModel::ColumnCount; ++column) {
        if (widths[column] > 0)
            header->resizeSection(column, widths[column]);
    }
    header->setSectionResizeMode(RequestModel::Title, QHeaderView::Stretch);
    connect(m_table, &QTableView::doubleClicked, this, &RequestsPage::open);
    for (const Qt::Key key : {Qt::Key_Return, Qt::Key_Enter})
        connect(new QShortcut(key, m_table, nullptr, nullptr, Qt::WidgetShortcut), &QShortcut::activated,
                this, &RequestsPage::open);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &RequestsPage::refreshActions);
    connect(m_table, &QWidget::customContextMenuRequested, this,
            [this](const QPoint& at) { showMenu(m_table->viewport()->mapToGlobal(at)); });
}

void RequestsPage::setKind(RequestFilter::Kind kind) {
    m_chips.at(int(kind))->setChecked(true);
    m_filter->setKind(kind);
    refreshEmpty();
}

void RequestsPage::refreshConnections() {
    QHash<ConnectionId, std::pair<QString, QColor>> connections;
    for (const Connection& connection : m_workspace.connections())
        connections.insert(connection.id, {connection.name, QColor(connection.colour)});
    m_table->setColumnHidden(RequestModel::ConnectionName, connections.size() < 2);
    m_model->setConnections(connections);
    refreshEmpty();
}

void RequestsPage::refreshCounts() {
    const Micros now = Micros::now();
    int waiting = 0;
    int open = 0;
    for (const RequestRow& row : m_model->rows()) {
        waiting += row.isWaitingForUs(now);
        open += !row.isDone(now);
    }
    const int all = int(m_model->rows().size());
    const int counts[] = {all, waiting, open, all - open};
    for (qsizetype i = 0; i < m_chips.size(); ++i)
        m_chips.at(i)->setText(counts[i] > 0 ? chipTitle(RequestFilter::Kind(i)) + QLatin1String("  ") +
                                                   Format::shortCount(counts[i])
                                             : chipTitle(RequestFilter::Kind(i)));
    if (waiting != m_waiting)
        Q_EMIT waitingChanged(m_waiting = waiting);
    refreshActions();
    refreshEmpty();
}

void RequestsPage::refreshEmpty() {
    const bool isEmpty = m_filter->rowCount() == 0;
    m_stack->setCurrentIndex(isEmpty ? 1 : 0);
    if (!isEmpty)
        return;
    if (m_workspace.connections().empty())
        m_empty->set(tr("No connection yet"),
                     tr("Add a Connector, and the Requests that it sends and receives are listed here."),
                     tr("Add connection…"));
    else if (m_filter->isNarrowed() && m_filter->kind() == RequestFilter::Kind::Waiting)
        m_empty->set(tr("Nothing waits for you"), tr("Every Request that came in has been answered."),
                     tr("Show all"));
    else if (m_filter->isNarrowed())
        m_empty->set(tr("No Request fits"), tr("None of the Requests is as the search says."),
                     tr("Show all"));
    else if (m_list->isReading())
        m_empty->set(tr("Asking the Connectors…"), tr("Requests appear here as they are found."));
    else
        m_empty->set(tr("No Requests yet"),
                     tr("Ask a peer for something in a conversation, or make a template with a Request for "
                        "people you have no relationship with yet."),
                     tr("Create template…"));
}

QList<int> RequestsPage::chosen() const {
    QList<int> rows;
    const auto indexes = m_table->selectionModel()->selectedRows();
    for (const QModelIndex& index : indexes)
        rows.append(m_filter->mapToSource(index).row());
    return rows;
}

int RequestsPage::current() const {
    const QModelIndex index = m_filter->mapToSource(m_table->currentIndex());
    return index.isValid() ? index.row() : -1;
}

void RequestsPage::refreshActions() {
    const QList<int> rows = chosen();
    const bool isDecidable =
        std::any_of(rows.cbegin(), rows.cend(), [this](int row) { return m_model->row(row).isDecidable(); });
    m_open->setEnabled(!rows.isEmpty());
    m_open->setText(rows.size() == 1 && isDecidable ? tr("Decide…") : tr("Open…"));
    m_accept->setEnabled(isDecidable);
    m_reject->setEnabled(isDecidable);
    m_more->setEnabled(!rows.isEmpty());
}

void RequestsPage::open() {
    if (const int row = current(); row >= 0)
        Q_EMIT requestWanted(m_model->row(row).connection, m_model->row(row).id);
}

void RequestsPage::decide(BulkDecision::Kind kind) {
    std::vector<BulkJob> jobs;
    const QList<int> rows = chosen();
    for (const int row : rows) {
        const RequestRow& request = m_model->row(row);
        ConnectorClient* client = m_workspace.client(request.connection);
        if (client && request.isDecidable())
            jobs.push_back(
                BulkDecision::job(*client, request, m_names.title(request.connection, request.peer), kind));
    }
    if (jobs.empty())
        return;
    const int count = int(jobs.size());
    auto* dialog =
        new BulkDialog(kind == BulkDecision::Kind::Accept ? tr("Accepting %n Requests", nullptr, count)
                                                          : tr("Rejecting %n Requests", nullptr, count),
                       std::move(jobs), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

void RequestsPage::showMenu(const QPoint& position) {
    const int row = current();
    if (row < 0)
        return;
    const RequestRow request = m_model->row(row);
    QMenu menu(this);
    menu.addAction(m_open->text(), this, &RequestsPage::open);
    menu.addAction(m_accept->text(), this, [this] { decide(BulkDecision::Kind::Accept); })
        ->setEnabled(m_accept->isEnabled());
    menu.addAction(m_reject->text(), this, [this] { decide(BulkDecision::Kind::Reject); })
        ->setEnabled(m_reject->isEnabled());
    menu.addSeparator();
    menu.addAction(tr("Show in conversation"), this, [this, request] {
        Q_EMIT conversationWanted(request.connection, request.peer, request.id);
    });
    menu.addAction(tr("Show events"), this, [this, request] { Q_EMIT objectEventsWanted(request.id); });
    menu.addAction(tr("Copy id"), this, [request] { QGuiApplication::clipboard()->setText(request.id); });
    menu.exec(position);
}

} // namespace meshwatch
