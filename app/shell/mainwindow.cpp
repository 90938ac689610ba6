// SPDX-License-Identifier: MIT
#include "mainwindow.h"

#include "connections/connectionspage.h"
#include "connections/quarantinepage.h"
#include "conversations/conversationspage.h"
#include "requests/messagingdialogs.h"
#include "requests/relationshipspage.h"
#include "requests/requestspage.h"
#include "sources/sourcespage.h"
#include "statusline.h"
#include "timeline/filterfield.h"
#include "timeline/timelinepage.h"
#include "timeline/timelineview.h"
#include "webhooks/webhookspage.h"
#include "widgets/format.h"
#include "widgets/icons.h"
#include "widgets/noticebar.h"
#include "widgets/peernames.h"
#include "widgets/theme.h"

#include <QActionGroup>
#include <QCloseEvent>
#include <QHBoxLayout>
#include <QMenuBar>
#include <QMessageBox>
#include <QPushButton>
#include <QSettings>
#include <QStackedWidget>
#include <QTableView>
#include <QVBoxLayout>

namespace meshwatch {

namespace {
constexpr QSize smallest{900, 560};
constexpr QSize usual{1440, 900};
} // namespace

MainWindow::MainWindow(Workspace& workspace, QSettings& settings, QWidget* parent)
    : QMainWindow(parent)
    , m_workspace(workspace)
    , m_settings(settings)
    , m_reading(workspace.store().path())
    , m_figures(workspace, m_reading)
    , m_side(new SideBar(workspace))
    , m_pages(new QStackedWidget)
    , m_notices(new NoticeBar)
    , m_timeline(new TimelinePage(workspace, settings))
    , m_names(new PeerNames(workspace, this))
    , m_dialogs(new MessagingDialogs(workspace, this))
    , m_requests(new RequestsPage(workspace, m_reading, *m_names))
    , m_relationships(new RelationshipsPage(workspace, m_reading, *m_names))
    , m_conversations(new ConversationsPage(workspace, settings))
    , m_webhooks(new WebhooksPage(workspace))
    , m_sources(new SourcesPage(workspace, m_reading))
    , m_connections(new ConnectionsPage(workspace, m_reading))
    , m_quarantine(new QuarantinePage(workspace, m_reading))
    , m_status(new StatusLine(workspace, m_figures)) {
    setWindowTitle(QStringLiteral("Meshwatch"));
    setWindowIcon(Icons::application());
    setMinimumSize(smallest);
    auto* content = new QWidget;
    auto* rows = new QVBoxLayout(content);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(0);
    auto* columns = new QHBoxLayout;
    columns->setSpacing(0);
    columns->addWidget(m_side);
    auto* right = new QVBoxLayout;
    right->setSpacing(0);
    right->addWidget(m_notices);
    right->addWidget(m_pages, 1);
    columns->addLayout(right, 1);
    rows->addLayout(columns, 1);
    rows->addWidget(m_status);
    setCentralWidget(content);

    m_pages->addWidget(m_timeline);
    m_pages->addWidget(m_conversations);
    m_pages->addWidget(m_requests);
    m_pages->addWidget(m_relationships);
    m_pages->addWidget(m_webhooks);
    m_pages->addWidget(m_sources);
    m_pages->addWidget(m_connections);
    m_pages->addWidget(m_quarantine);
    m_side->addPage(Page::Timeline, tr("Timeline"));
    m_side->addPage(Page::Conversations, tr("Conversations"));
    m_side->addPage(Page::Requests, tr("Requests"));
    m_side->addPage(Page::Relationships, tr("Relationships"));
    m_side->addPage(Page::Webhooks, tr("Webhooks"));
    m_side->addPage(Page::Sources, tr("Event sources"));
    m_side->addPage(Page::Connections, tr("Connections"));
    m_side->addPage(Page::Quarantine, tr("Refused bodies"));
    buildMenus();
    connectParts();
    connectMessaging();
    connectConversations();
    connectWebhooks();
    applySettings();
    showPage(workspace.connections().empty() ? Page::Connections : Page::Timeline);
    refreshFigures();
}

MainWindow::~MainWindow() { m_settings.setValue(QStringLiteral("window/geometry"), saveGeometry()); }

void MainWindow::buildMenus() {
    QMenu* file = menuBar()->addMenu(tr("&File"));
    file->addAction(tr("&Add connection…"), QKeySequence(QKeySequence::New), this, [this] {
        showPage(Page::Connections);
        m_connections->addConnection();
    });
    QMenu* exports = file->addMenu(tr("&Export events"));
    exports->addAction(tr("JSON lines…"), this,
                       [this] { m_timeline->exportEvents(EventExport::Format::Jsonl); });
    exports->addAction(tr("CSV…"), this, [this] { m_timeline->exportEvents(EventExport::Format::Csv); });
    file->addSeparator();
    file->addAction(tr("&Settings…"), QKeySequence(tr("Ctrl+,")), this, &MainWindow::settingsRequested);
    file->addSeparator();
    file->addAction(tr("&Quit"), QKeySequence(tr("Ctrl+Q")), this, &MainWindow::quitRequested);

    QMenu* go = menuBar()->addMenu(tr("&Go"));
    const std::pair<Page, QString> pages[] = {
        {Page::Timeline, tr("&Timeline")},       {Page::Conversations, tr("Con&versations")},
        {Page::Requests, tr("Re&quests")},       {Page::Relationships, tr("Re&lationships")},
        {Page::Webhooks, tr("&Webhooks")},       {Page::Sources, tr("Event &sources")},
        {Page::Connections, tr("&Connections")}, {Page::Quarantine, tr("&Refused bodies")}};
    int number = 1;
    for (const auto& [page, title] : pages)
        go->addAction(title, QKeySequence(Qt::CTRL | Qt::Key(Qt::Key_0 + number++)), this,
                      [this, page = page] { showPage(page); });
    buildViewMenu();

    QMenu* help = menuBar()->addMenu(tr("&Help"));
    help->addAction(tr("&About Meshwatch"), this, &MainWindow::aboutRequested);
}

void MainWindow::buildViewMenu() {
    QMenu* view = menuBar()->addMenu(tr("&View"));
    view->addAction(tr("&Filter"), QKeySequence(QKeySequence::Find), this, [this] {
        if (m_page == Page::Conversations)
            return m_conversations->focusSearch();
        showPage(Page::Timeline);
        m_timeline->focusFilter();
    });
    QAction* follow = view->addAction(tr("F&ollow new events"), QKeySequence(tr("Ctrl+L")));
    follow->setCheckable(true);
    follow->setChecked(true);
    connect(follow, &QAction::triggered, m_timeline, &TimelinePage::setFollowing);
    connect(&m_timeline->model(), &TimelineModel::followingChanged, follow, &QAction::setChecked);
    QAction* onTop = view->addAction(tr("&Newest on top"));
    onTop->setCheckable(true);
    onTop->setChecked(m_settings.value(QStringLiteral("timeline/newestOnTop"), true).toBool());
    connect(onTop, &QAction::toggled, this, [this](bool isOnTop) {
        m_settings.setValue(QStringLiteral("timeline/newestOnTop"), isOnTop);
        m_timeline->setNewestOnTop(isOnTop);
    });
    QMenu* zones = view->addMenu(tr("&Time zone"));
    auto* group = new QActionGroup(this);
    const bool isUtc = m_settings.value(QStringLiteral("timeline/utc"), false).toBool();
    for (const bool utc : {false, true}) {
        QAction* zone = zones->addAction(utc ? tr("&UTC") : tr("&Local time"));
        zone->setCheckable(true);
        zone->setChecked(utc == isUtc);
        group->addAction(zone);
        connect(zone, &QAction::triggered, this, [this, utc] {
            m_settings.setValue(QStringLiteral("timeline/utc"), utc);
            m_timeline->setTimeZone(utc ? QTimeZone::utc() : QTimeZone::systemTimeZone());
        });
    }
}

void MainWindow::connectParts() {
    connect(m_side, &SideBar::pageChosen, this, &MainWindow::showPage);
    connect(m_side, &SideBar::connectionChosen, this, [this](const QString& name) {
        m_timeline->setConnection(name);
        m_conversations->setConnection(name);
        m_webhooks->setConnection(name);
        // Where one reads conversations or sets up webhooks, one connection's are meant.
        if (m_page != Page::Conversations && m_page != Page::Webhooks)
            showPage(Page::Timeline);
    });
    const auto add = [this] {
        showPage(Page::Connections);
        m_connections->addConnection();
    };
    connect(m_side, &SideBar::addConnectionRequested, this, add);
    connect(m_timeline, &TimelinePage::addConnectionRequested, this, add);
    connect(m_timeline, &TimelinePage::getEventsRequested, this, [this] {
        showPage(Page::Connections);
        m_connections->getEvents(m_workspace.connections().front().id);
    });
    connect(&m_figures, &StoreFigures::changed, this, &MainWindow::refreshFigures);
    connect(&m_figures, &StoreFigures::appended, this,
            [this](qint64 count) { Q_EMIT eventsCame(count, isActiveWindow() && isVisible()); });
}

void MainWindow::connectMessaging() {
    const auto addConnection = [this] {
        showPage(Page::Connections);
        m_connections->addConnection();
    };
    connect(m_requests, &RequestsPage::addConnectionRequested, this, addConnection);
    connect(m_requests, &RequestsPage::requestWanted, m_dialogs, &MessagingDialogs::openRequest);
    connect(m_requests, &RequestsPage::objectEventsWanted, this, &MainWindow::showEventsOf);
    connect(m_requests, &RequestsPage::createTemplateRequested, this,
            [this] { m_dialogs->openTemplate(m_relationships->usualConnection()); });
    connect(m_requests, &RequestsPage::waitingChanged, this, &MainWindow::refreshFigures);
    connect(m_relationships, &RelationshipsPage::addConnectionRequested, this, addConnection);
    connect(m_relationships, &RelationshipsPage::objectEventsWanted, this, &MainWindow::showEventsOf);
    connect(m_relationships, &RelationshipsPage::requestEditorWanted, m_dialogs,
            &MessagingDialogs::openRequestEditor);
    connect(m_relationships, &RelationshipsPage::roundTripWanted, m_dialogs,
            &MessagingDialogs::openRoundTrip);
    connect(m_relationships, &RelationshipsPage::templateWanted, m_dialogs,
            [this](ConnectionId connection) { m_dialogs->openTemplate(connection); });
    connect(m_relationships, &RelationshipsPage::loadReferenceWanted, m_dialogs,
            &MessagingDialogs::openLoadReference);
    connect(m_relationships, &RelationshipsPage::waitingChanged, this, &MainWindow::refreshFigures);
    connect(m_dialogs, &MessagingDialogs::failed, this,
            [this](const QString& text) { m_notices->show(QStringLiteral("messaging"), text); });
}

void MainWindow::showEventsOf(const QString& objectId) {
    m_timeline->filter().apply(QStringLiteral("object:") + objectId);
    showPage(Page::Timeline);
}

void MainWindow::connectConversations() {
    connect(m_conversations, &ConversationsPage::eventWanted, this, [this](EventSeq seq) {
        showPage(Page::Timeline);
        m_timeline->goToEvent(seq);
    });
    const auto open = [this](ConnectionId connection, const QString& peer, const QString& object) {
        showPage(Page::Conversations);
        m_conversations->open(connection, peer, object);
    };
    connect(m_timeline, &TimelinePage::conversationWanted, this, open);
    connect(m_requests, &RequestsPage::conversationWanted, this, open);
    connect(m_relationships, &RelationshipsPage::conversationWanted, this, open);
    connect(m_conversations, &ConversationsPage::decisionWanted, m_dialogs, &MessagingDialogs::openDecision);
    connect(m_conversations, &ConversationsPage::requestEditorWanted, m_dialogs,
            &MessagingDialogs::openRequestEditor);
    connect(m_conversations, &ConversationsPage::roundTripWanted, m_dialogs,
            &MessagingDialogs::openRoundTrip);
    connect(m_conversations, &ConversationsPage::addConnectionRequested, this, [this] {
        showPage(Page::Connections);
        m_connections->addConnection();
    });
    connect(m_conversations, &ConversationsPage::unreadChanged, this, &MainWindow::refreshFigures);
}

void MainWindow::connectWebhooks() {
    connect(m_webhooks, &WebhooksPage::addConnectionRequested, this, [this] {
        showPage(Page::Connections);
        m_connections->addConnection();
    });
    connect(m_sources, &SourcesPage::addConnectionRequested, this, [this] {
        showPage(Page::Connections);
        m_connections->addConnection();
    });
    connect(m_sources, &SourcesPage::warningsChanged, this, &MainWindow::refreshFigures);
    connect(m_webhooks, &WebhooksPage::driftChanged, this, &MainWindow::refreshFigures);
    connect(m_webhooks, &WebhooksPage::statusChanged, this, &MainWindow::refreshStatus);
}

void MainWindow::refreshStatus() {
    if (m_page == Page::Webhooks && !m_webhooks->status().isEmpty())
        m_status->setPage(m_webhooks->status(), m_webhooks->statusColour(),
                          tr("changes take effect when the Connector restarts"));
    else
        m_status->setPage({}, {}, {});
}

void MainWindow::applySettings() {
    if (!restoreGeometry(m_settings.value(QStringLiteral("window/geometry")).toByteArray()))
        resize(usual);
    if (m_settings.value(QStringLiteral("timeline/utc"), false).toBool())
        m_timeline->setTimeZone(QTimeZone::utc());
    m_timeline->setNewestOnTop(m_settings.value(QStringLiteral("timeline/newestOnTop"), true).toBool());
}

void MainWindow::refreshFigures() {
    const StoreFigures::Figures& figures = m_figures.figures();
    m_side->setFigure(Page::Timeline, figures.stored > 0 ? Format::shortCount(figures.stored) : QString());
    const auto waiting = [](int count) { return count > 0 ? Format::count(count) : QString(); };
    m_side->setFigure(Page::Requests, waiting(m_requests->waiting()));
    m_side->setFigure(Page::Relationships, waiting(m_relationships->waiting()));
    const int unread = m_conversations->unread();
    m_side->setFigure(Page::Conversations, unread > 0 ? Format::shortCount(unread) : QString());
    m_side->setFigure(Page::Webhooks, m_webhooks->hasDrift() ? tr("drift") : QString(), true);
    m_side->setFigure(Page::Sources, waiting(m_sources->warnings()), true);
    m_side->setFigure(Page::Quarantine,
                      figures.quarantined > 0 ? Format::count(figures.quarantined) : QString());
    m_side->setPageVisible(Page::Quarantine, figures.quarantined > 0 || m_page == Page::Quarantine);
}

QWidget* MainWindow::widgetOf(Page page) const {
    switch (page) {
    case Page::Conversations:
        return m_conversations;
    case Page::Requests:
        return m_requests;
    case Page::Relationships:
        return m_relationships;
    case Page::Webhooks:
        return m_webhooks;
    case Page::Sources:
        return m_sources;
    case Page::Connections:
        return m_connections;
    case Page::Quarantine:
        return m_quarantine;
    case Page::Timeline:
        break;
    }
    return m_timeline;
}

void MainWindow::showPage(Page page) {
    m_page = page;
    m_pages->setCurrentWidget(widgetOf(page));
    m_side->setCurrent(page);
    refreshFigures();
    refreshStatus();
    if (page == Page::Timeline)
        m_timeline->view().setFocus();
    else if (page == Page::Requests)
        m_requests->table().setFocus();
    else if (page == Page::Relationships)
        m_relationships->table().setFocus();
    else if (page == Page::Conversations)
        m_conversations->focusList();
}

void MainWindow::closeEvent(QCloseEvent* event) {
    const QStringList unexported = m_mayClose ? QStringList() : m_webhooks->unexported();
    if (!unexported.isEmpty()) {
        event->ignore();
        return askBeforeClosing(unexported);
    }
    event->accept();
    Q_EMIT closed();
}

void MainWindow::askBeforeClosing(const QStringList& unexported) {
    if (findChild<QMessageBox*>(QStringLiteral("unexported")))
        return;
    auto* question = new QMessageBox(QMessageBox::Question, tr("Close Meshwatch"),
                                     tr("The webhooks of %1 were changed and not exported yet.")
                                         .arg(unexported.join(QStringLiteral(", "))),
                                     QMessageBox::NoButton, this);
    question->setObjectName(QStringLiteral("unexported"));
    question->setTextFormat(Qt::PlainText);
    question->setInformativeText(
        tr("They are kept as a draft. No Connector knows of them until they are exported."));
    question->setAttribute(Qt::WA_DeleteOnClose);
    QPushButton* close = question->addButton(tr("Close all the same"), QMessageBox::AcceptRole);
    close->setObjectName(QStringLiteral("confirm"));
    QPushButton* look = question->addButton(tr("Look at them"), QMessageBox::RejectRole);
    question->setDefaultButton(look);
    connect(
        close, &QPushButton::clicked, this,
        [this] {
            m_mayClose = true;
            this->close();
            m_mayClose = false; // it may be kept in the tray
        },
        Qt::QueuedConnection);
    connect(look, &QPushButton::clicked, this, [this, first = unexported.first()] {
        showPage(Page::Webhooks);
        m_webhooks->setConnection(first);
    });
    question->open();
}

void MainWindow::changeEvent(QEvent* event) {
    if (event->type() == QEvent::ActivationChange && isActiveWindow())
        Q_EMIT activated();
    QMainWindow::changeEvent(event);
}

} // namespace meshwatch
