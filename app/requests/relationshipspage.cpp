// SPDX-License-Identifier: MIT
#include "relationshipspage.h"

#include "bulkdialog.h"
#include "relationshiplist.h"
#include "relationshipmodel.h"
#include "widgets/emptystate.h"
#include "widgets/peernames.h"

#include <meshwatch/connector/whenfinished.h>

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QMenu>
#include <QMessageBox>
#include <QPushButton>
#include <QSortFilterProxyModel>
#include <QTableView>

namespace meshwatch {

using Kind = RelationshipAction::Kind;

RelationshipsPage::RelationshipsPage(Workspace& workspace, StoreReading& reading, const PeerNames& names,
                                     QWidget* parent)
    : ListPage(workspace, new QSortFilterProxyModel, tr("Relationships"), parent)
    , m_names(names)
    , m_model(new RelationshipModel(names, this))
    , m_filter(static_cast<QSortFilterProxyModel*>(table().model()))
    , m_list(new RelationshipList(workspace, reading, this)) {
    m_filter->setSourceModel(m_model);
    m_filter->setSortRole(RelationshipModel::SortRole);
    m_filter->setFilterRole(RelationshipModel::SearchRole);
    m_filter->setFilterKeyColumn(0);
    m_filter->setFilterCaseSensitivity(Qt::CaseInsensitive);
    m_filter->setSortCaseSensitivity(Qt::CaseInsensitive);
    setColumns({{0, 160, 96, 136, 136, 150, 130},
                RelationshipModel::Peer,
                RelationshipModel::LastChange,
                RelationshipModel::ConnectionName});
    search().setPlaceholderText(tr("Search peers, states, ids"));
    search().setAccessibleName(tr("Search relationships"));
    connect(&search(), &QLineEdit::textChanged, this, [this](const QString& text) {
        m_filter->setFilterFixedString(text.trimmed());
        refreshEmpty();
    });
    line().insertWidget(0, connectionButton(tr("Create template…"), &RelationshipsPage::templateWanted));
    line().insertWidget(1, connectionButton(tr("Load reference…"), &RelationshipsPage::loadReferenceWanted));
    connect(&acceptButton(), &QPushButton::clicked, this, [this] { perform(Kind::Accept); });
    connect(&rejectButton(), &QPushButton::clicked, this, [this] { perform(Kind::Reject); });
    connect(&table(), &QTableView::activated, this, [this] {
        if (const RelationshipRow* row = currentRow())
            Q_EMIT conversationWanted(row->connection, row->peer, row->id);
    });
    connect(m_list, &RelationshipList::found, m_model, &RelationshipModel::set);
    connect(m_list, &RelationshipList::found, this, [this] {
        setProblem({});
        refreshCounts();
    });
    connect(m_list, &RelationshipList::connectionGone, m_model, &RelationshipModel::remove);
    follow(*m_list);
}

void RelationshipsPage::emptyActivated() {
    if (search().text().isEmpty())
        Q_EMIT templateWanted(usualConnection());
    else
        search().clear();
}

QPushButton* RelationshipsPage::connectionButton(const QString& text,
                                                 void (RelationshipsPage::*wanted)(ConnectionId)) {
    auto* button = new QPushButton(text);
    // With several connections: for which of them?
    connect(button, &QPushButton::clicked, this, [this, button, wanted] {
        const auto& connections = workspace().connections();
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

void RelationshipsPage::refreshConnections(const Connections& connections) {
    m_model->setConnections(connections);
}

void RelationshipsPage::refreshColumns() {
    ListPage::refreshColumns();
    const auto& rows = m_model->rows();
    const bool hasDeletion = std::any_of(rows.begin(), rows.end(),
                                         [](const RelationshipRow& row) { return !row.deletion.isEmpty(); });
    table().setColumnHidden(RelationshipModel::Deletion, !hasDeletion);
}

void RelationshipsPage::refreshCounts() {
    int waiting = 0;
    for (const RelationshipRow& row : m_model->rows())
        waiting += row.can(Kind::Accept) || row.can(Kind::AcceptReactivation);
    setWaiting(waiting);
    refreshColumns();
    refreshActions();
    refreshEmpty();
}

void RelationshipsPage::explainEmpty(EmptyState& empty, bool isReading) {
    if (workspace().connections().empty())
        empty.set(tr("No connection yet"), tr("Add a Connector, and its relationships are listed here."),
                  tr("Add connection…"));
    else if (!search().text().isEmpty())
        empty.set(tr("No relationship fits"), tr("None of the relationships is as the search says."),
                  tr("Show all"));
    else if (isReading)
        empty.set(tr("Asking the Connectors…"), tr("Relationships appear here as they are found."));
    else
        empty.set(tr("No relationships yet"),
                  tr("Invite somebody by a template, whose QR code you hand on; or load the reference that a "
                     "peer gave you."),
                  tr("Create template…"));
}

ConnectionId RelationshipsPage::usualConnection() const {
    if (const RelationshipRow* row = currentRow())
        return row->connection;
    for (const Connection& connection : workspace().connections()) {
        if (workspace().client(connection.id))
            return connection.id;
    }
    return workspace().connections().empty() ? ConnectionId() : workspace().connections().front().id;
}

const RelationshipRow* RelationshipsPage::currentRow() const {
    const int row = current();
    return row < 0 ? nullptr : &m_model->row(row);
}

void RelationshipsPage::refreshActions() {
    const QList<int> rows = chosen();
    const auto anyCan = [&](Kind kind) {
        return std::any_of(rows.cbegin(), rows.cend(), [&](int row) { return m_model->row(row).can(kind); });
    };
    acceptButton().setEnabled(anyCan(Kind::Accept));
    rejectButton().setEnabled(anyCan(Kind::Reject));
    ListPage::refreshActions();
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
    const auto run = [action, id = row.id, client = QPointer(workspace().client(row.connection))](
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
    const RelationshipRow* found = currentRow();
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
