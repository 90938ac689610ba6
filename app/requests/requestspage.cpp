// SPDX-License-Identifier: MIT
#include "requestspage.h"

#include "bulkdialog.h"
#include "requestlist.h"
#include "requestmodel.h"
#include "widgets/emptystate.h"
#include "widgets/format.h"
#include "widgets/peernames.h"

#include <QButtonGroup>
#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QTableView>

namespace meshwatch {

namespace {

constexpr int countingPauseMs = 50;

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
    : ListPage(workspace, new RequestFilter, tr("Requests"), parent)
    , m_names(names)
    , m_model(new RequestModel(names, this))
    , m_filter(static_cast<RequestFilter*>(table().model()))
    , m_list(new RequestList(workspace, reading, this)) {
    m_filter->setSourceModel(m_model);
    setColumns({{84, 140, 0, 132, 96, 68, 84, 130},
                RequestModel::Title,
                RequestModel::Age,
                RequestModel::ConnectionName});
    search().setPlaceholderText(tr("Search peers, titles, ids"));
    search().setAccessibleName(tr("Search Requests"));
    connect(&search(), &QLineEdit::textChanged, this, [this](const QString& text) {
        m_filter->setText(text);
        refreshEmpty();
    });
    line().insertWidget(0, buildChips());
    buildActions();
    connect(m_list, &RequestList::found, m_model, &RequestModel::take);
    connect(m_list, &RequestList::connectionGone, m_model, &RequestModel::remove);
    m_counting.setSingleShot(true);
    m_counting.setInterval(countingPauseMs);
    connect(&m_counting, &QTimer::timeout, this, &RequestsPage::refreshCounts);
    const auto count = [this] {
        if (!m_counting.isActive())
            m_counting.start();
    };
    connect(m_model, &QAbstractItemModel::rowsInserted, this, count);
    connect(m_model, &QAbstractItemModel::dataChanged, this, count);
    connect(m_model, &QAbstractItemModel::modelReset, this, count);
    follow(*m_list);
    refreshCounts();
}

void RequestsPage::emptyActivated() {
    if (!m_filter->isNarrowed())
        return Q_EMIT createTemplateRequested();
    search().clear();
    setKind(RequestFilter::Kind::All);
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

void RequestsPage::buildActions() {
    m_open = new QPushButton(tr("Open…"));
    m_open->setToolTip(tr("Enter"));
    line().insertWidget(line().indexOf(&acceptButton()), m_open);
    connect(m_open, &QPushButton::clicked, this, &RequestsPage::open);
    connect(&table(), &QTableView::activated, this, &RequestsPage::open); // Enter, double-click
    connect(&acceptButton(), &QPushButton::clicked, this, [this] { decide(BulkDecision::Kind::Accept); });
    connect(&rejectButton(), &QPushButton::clicked, this, [this] { decide(BulkDecision::Kind::Reject); });
}

void RequestsPage::setKind(RequestFilter::Kind kind) {
    m_chips.at(int(kind))->setChecked(true);
    m_filter->setKind(kind);
    refreshEmpty();
}

void RequestsPage::refreshConnections(const Connections& connections) {
    m_model->setConnections(connections);
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
    setWaiting(waiting);
    refreshActions();
    refreshEmpty();
}

void RequestsPage::explainEmpty(EmptyState& empty, bool isReading) {
    if (workspace().connections().empty())
        empty.set(tr("No connection yet"),
                  tr("Add a Connector, and the Requests that it sends and receives are listed here."),
                  tr("Add connection…"));
    else if (m_filter->isNarrowed() && m_filter->kind() == RequestFilter::Kind::Waiting)
        empty.set(tr("Nothing waits for you"), tr("Every Request that came in has been answered."),
                  tr("Show all"));
    else if (m_filter->isNarrowed())
        empty.set(tr("No Request fits"), tr("None of the Requests is as the search says."), tr("Show all"));
    else if (isReading)
        empty.set(tr("Asking the Connectors…"), tr("Requests appear here as they are found."));
    else
        empty.set(tr("No Requests yet"),
                  tr("Ask a peer for something in a conversation, or make a template with a Request for "
                     "people you have no relationship with yet."),
                  tr("Create template…"));
}

void RequestsPage::refreshActions() {
    const QList<int> rows = chosen();
    const bool isDecidable =
        std::any_of(rows.cbegin(), rows.cend(), [this](int row) { return m_model->row(row).isDecidable(); });
    m_open->setEnabled(!rows.isEmpty());
    m_open->setText(rows.size() == 1 && isDecidable ? tr("Decide…") : tr("Open…"));
    acceptButton().setEnabled(isDecidable);
    rejectButton().setEnabled(isDecidable);
    ListPage::refreshActions();
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
        ConnectorClient* client = workspace().client(request.connection);
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
    menu.addAction(acceptButton().text(), this, [this] { decide(BulkDecision::Kind::Accept); })
        ->setEnabled(acceptButton().isEnabled());
    menu.addAction(rejectButton().text(), this, [this] { decide(BulkDecision::Kind::Reject); })
        ->setEnabled(rejectButton().isEnabled());
    menu.addSeparator();
    menu.addAction(tr("Show in conversation"), this, [this, request] {
        Q_EMIT conversationWanted(request.connection, request.peer, request.id);
    });
    menu.addAction(tr("Show events"), this, [this, request] { Q_EMIT objectEventsWanted(request.id); });
    menu.addAction(tr("Copy id"), this, [request] { QGuiApplication::clipboard()->setText(request.id); });
    menu.exec(position);
}

} // namespace meshwatch
