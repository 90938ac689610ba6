// SPDX-License-Identifier: MIT
#include "webhookspage.h"

#include "comparedialog.h"
#include "configurationtext.h"
#include "deliverypanel.h"
#include "drillbanner.h"
#include "drilldialog.h"
#include "findingspanel.h"
#include "pagehead.h"
#include "runningwebhooks.h"
#include "sendhere.h"
#include "startpanel.h"
#include "targetform.h"
#include "targetlist.h"
#include "testcard.h"
#include "triggercounts.h"
#include "triggerspanel.h"
#include "webhookediting.h"
#include "widgets/background.h"
#include "widgets/emptystate.h"
#include "widgets/noticebar.h"
#include "widgets/theme.h"

#include <QClipboard>
#include <QFileDialog>
#include <QFileInfo>
#include <QGuiApplication>
#include <QScrollArea>
#include <QSplitter>
#include <QStackedWidget>
#include <QTabBar>
#include <QTabWidget>
#include <QVBoxLayout>

namespace meshwatch {

using Place = WebhookConfiguration::Place;

namespace {

constexpr int leftWidth = 340;
constexpr int leftNarrowest = 284;
constexpr int roomyPage = 960;

QString waitTopic() { return QStringLiteral("wait"); }

} // namespace

WebhooksPage::WebhooksPage(Workspace& workspace, QWidget* parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_reading(workspace.store().path())
    , m_counts(new TriggerCounts(workspace, m_reading, this))
    , m_running(new RunningWebhooks(workspace, m_reading, this))
    , m_sendHere(new SendHere(workspace, m_reading, this))
    , m_head(new PageHead(this))
    , m_notices(new NoticeBar)
    , m_drill(new DrillBanner(workspace))
    , m_stack(new QStackedWidget)
    , m_empty(new EmptyState)
    , m_start(new StartPanel) {
    setObjectName(QStringLiteral("page"));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_head);
    layout->addWidget(m_notices);
    layout->addWidget(m_drill);
    m_empty->set(tr("No connection yet"), tr("Add a Connector, then set up here whom it tells what happens."),
                 tr("Add connection…"));
    m_stack->addWidget(m_empty);
    m_stack->addWidget(m_start);
    m_stack->addWidget(buildWork());
    layout->addWidget(m_stack, 1);
    connect(m_empty, &EmptyState::activated, this, &WebhooksPage::addConnectionRequested);
    connectHead();
    connectParts();
    connectRunning();
    connect(&workspace, &Workspace::connectionsChanged, this, &WebhooksPage::refreshConnections);
    connect(&workspace.webhookDrafts(), &WebhookDraftStore::failed, this,
            [this](const Error& error) { m_notices->show(QStringLiteral("drafts"), error.text()); });
    refreshConnections();
}

WebhooksPage::~WebhooksPage() {
    // What is being typed is finished while there is still something that it edits.
    if (QWidget* field = focusWidget())
        field->clearFocus();
}

QWidget* WebhooksPage::buildWork() {
    m_work = new QSplitter(Qt::Horizontal);
    m_targets = new TargetList(m_workspace, m_book);
    m_targets->setObjectName(QStringLiteral("page"));
    auto* left = new QScrollArea;
    left->setFrameShape(QFrame::NoFrame);
    left->setWidgetResizable(true);
    left->setFocusPolicy(Qt::NoFocus);
    left->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    left->setMinimumWidth(leftNarrowest);
    left->setWidget(m_targets);
    auto* right = new QWidget;
    auto* column = new QVBoxLayout(right);
    column->setContentsMargins(14, 8, 14, 12);
    column->setSpacing(10);
    m_tabs = new QTabWidget;
    m_tabs->setDocumentMode(true);
    m_tabs->setAccessibleName(tr("Webhook configuration"));
    m_tabs->tabBar()->setAccessibleName(m_tabs->accessibleName());
    m_tabs->tabBar()->setExpanding(false);
    m_triggers = new TriggersPanel(*m_counts);
    m_form = new TargetForm;
    m_deliveries = new DeliveryPanel(m_reading, *m_counts, m_book);
    m_triggers->setFooter(new TestCard(*m_deliveries));
    m_text = new ConfigurationText;
    m_tabs->addTab(m_triggers, tr("Triggers"));
    m_tabs->addTab(m_form, tr("Target"));
    m_tabs->addTab(m_deliveries, tr("Test delivery"));
    m_tabs->addTab(m_text, QStringLiteral("JSON"));
    m_findings = new FindingsPanel;
    column->addWidget(m_tabs, 1);
    column->addWidget(m_findings);
    m_work->addWidget(left);
    m_work->addWidget(right);
    m_work->setStretchFactor(1, 1);
    m_work->setSizes({leftWidth, 3 * leftWidth});
    m_work->setChildrenCollapsible(false);
    return m_work;
}

void WebhooksPage::connectHead() {
    connect(m_head, &PageHead::connectionChosen, this, &WebhooksPage::setConnection);
    connect(m_head, &PageHead::compareRequested, this, &WebhooksPage::openCompare);
    connect(m_head, &PageHead::exportFileRequested, this, [this] { openExport(ExportDialog::Goal::File); });
    connect(m_head, &PageHead::exportClipboardRequested, this,
            [this] { openExport(ExportDialog::Goal::Clipboard); });
    connect(m_head, &PageHead::importRunningRequested, this, &WebhooksPage::takeRunning);
    connect(m_head, &PageHead::importClipboardRequested, this,
            [this] { import(QGuiApplication::clipboard()->text().toUtf8(), {}); });
    const auto chooseFile = [this] {
        const QString path = QFileDialog::getOpenFileName(
            this, tr("Import a Connector's configuration"), m_files.value(m_editing->connection()).path,
            tr("Configurations (*.json *.yaml *.yml *.env .env);;All files (*)"));
        if (!path.isEmpty())
            importFile(path);
    };
    connect(m_head, &PageHead::importFileRequested, this, chooseFile);
    connect(m_start, &StartPanel::importRequested, this, chooseFile);
    connect(m_start, &StartPanel::readRunningRequested, this, &WebhooksPage::takeRunning);
    connect(m_start, &StartPanel::sendHereRequested, this, &WebhooksPage::sendHere);
    connect(m_start, &StartPanel::emptyRequested, this, [this] {
        m_editing->apply(WebhookConfiguration(ConfigJson::object({{"enabled", true}})), tr("Begin"));
    });
}

void WebhooksPage::connectParts() {
    connect(m_targets, &TargetList::chosen, this, &WebhooksPage::choose);
    connect(m_targets, &TargetList::sendHereRequested, this, &WebhooksPage::sendHere);
    connect(m_targets, &TargetList::drillRequested, this, &WebhooksPage::openDrill);
    connect(m_targets, &TargetList::compareRequested, this, &WebhooksPage::openCompare);
    connect(m_triggers, &TriggersPanel::placeChosen, m_targets, &TargetList::choose);
    connect(m_deliveries, &DeliveryPanel::placeChosen, m_targets, &TargetList::choose);
    connect(m_form, &TargetForm::renamed, m_targets, &TargetList::choose);
    connect(m_findings, &FindingsPanel::chosen, this, &WebhooksPage::goTo);
    connect(m_sendHere, &SendHere::progress, this,
            [this](const QString& text, bool) { m_notices->show(waitTopic(), text); });
}

void WebhooksPage::connectRunning() {
    connect(m_running, &RunningWebhooks::restarted, this, [this](ConnectionId id) {
        // There is something to compare only where something is worked on.
        if (!m_workspace.webhookDrafts().draft(id).webhooks.isEmpty() && m_workspace.client(id))
            m_running->ask(id);
    });
    connect(m_running, &RunningWebhooks::told, this, [this](ConnectionId id, const ConfigJson& webhooks) {
        if (!connection(id))
            return;
        WebhookEditing* editing = editingOf(id);
        if (m_wanted == id) {
            m_wanted = {};
            editing->adoptRunning(WebhookConfiguration(webhooks), tr("Take over the running configuration"));
        }
        editing->setRunning(webhooks);
        if (editing == m_editing)
            m_targets->setRunningProblem({});
        refresh();
    });
    connect(m_running, &RunningWebhooks::failed, this, [this](ConnectionId id, const Error& error) {
        const bool isWanted = std::exchange(m_wanted, {}) == id;
        if (!m_editing || m_editing->connection() != id)
            return;
        m_start->setAsking(false);
        if (m_editing->isBlank())
            m_start->setProblem(error.text());
        else if (isWanted)
            m_notices->show(importTopic(), error.text());
        else
            m_targets->setRunningProblem(error.text());
    });
}

const Connection* WebhooksPage::connection(ConnectionId id) const {
    for (const Connection& connection : m_workspace.connections()) {
        if (connection.id == id)
            return &connection;
    }
    return nullptr;
}

void WebhooksPage::setConnection(const QString& name) {
    if (const Connection* found = m_workspace.connection(name))
        showConnection(found->id);
}

void WebhooksPage::refreshConnections() {
    const ConnectionId shown = m_editing ? m_editing->connection() : ConnectionId();
    const auto& all = m_workspace.connections();
    if (!connection(shown))
        showConnection(all.empty() ? ConnectionId() : all.front().id);
    for (auto it = m_editings.begin(); it != m_editings.end();) {
        if (connection(it.key())) {
            ++it;
            continue;
        }
        it.value()->deleteLater();
        it = m_editings.erase(it);
    }
    showConnection(m_editing ? m_editing->connection() : ConnectionId());
}

WebhookEditing* WebhooksPage::editingOf(ConnectionId id) {
    WebhookEditing*& editing = m_editings[id];
    if (editing)
        return editing;
    editing = new WebhookEditing(m_workspace, id, this);
    connect(editing, &WebhookEditing::changed, this, &WebhooksPage::refresh);
    connect(editing, &WebhookEditing::driftChanged, this, &WebhooksPage::refreshDrift);
    connect(editing, &WebhookEditing::secretsNotKept, this, [this](const QString& why) {
        m_notices->show(QStringLiteral("secrets"),
                        tr("%1 Secrets of webhook targets are kept until Meshwatch is closed.").arg(why));
    });
    return editing;
}

void WebhooksPage::showConnection(ConnectionId id) {
    WebhookEditing* editing = id.isValid() ? editingOf(id) : nullptr;
    QStringList names;
    for (const Connection& one : m_workspace.connections())
        names.append(one.name);
    const Connection* shown = connection(id);
    m_head->setConnections(names, shown ? shown->name : QString());
    if (shown)
        m_start->setConnection(shown->name, !shown->url.isEmpty());
    if (editing != m_editing) {
        m_editing = editing;
        m_counts->setConnection(id);
        m_triggers->setEditing(editing);
        m_form->setEditing(editing);
        m_deliveries->setEditing(editing);
        m_text->setEditing(editing);
        m_head->setUndoStack(editing ? &editing->undoStack() : nullptr);
        m_drill->setConnection(id);
        m_notices->show(importTopic(), {});
        m_notices->show(waitTopic(), {});
        m_targets->setEditing(editing); // last: it chooses a target for all
    }
    refresh();
}

void WebhooksPage::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    const bool isRoomy = width() >= roomyPage;
    m_head->setRoomy(isRoomy);
    if (isRoomy == m_isRoomy)
        return;
    m_isRoomy = isRoomy;
    const int left = isRoomy ? leftWidth : leftNarrowest;
    m_work->setSizes({left, width() - left});
}

void WebhooksPage::choose(const Place& place) {
    m_triggers->setPlace(place);
    m_form->setPlace(place);
    m_deliveries->setPlace(place);
}

} // namespace meshwatch
