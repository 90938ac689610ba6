// SPDX-License-Identifier: MIT
#include "conversationspage.h"

#include "composer.h"
#include "conversationpane.h"
#include "mailedit.h"
#include "peerlist.h"
#include "peerpanel.h"
#include "sendmanydialog.h"
#include "widgets/emptystate.h"
#include "widgets/noticebar.h"

#include <QBoxLayout>
#include <QLineEdit>
#include <QListView>
#include <QResizeEvent>
#include <QSettings>
#include <QSplitter>
#include <QStackedWidget>
#include <QToolButton>

namespace meshwatch {

namespace {

/// Pixels of the page below which the panel hides until it is asked for.
constexpr int narrowPage = 1080;
constexpr int listWidth = 300;
constexpr int panelWidth = 290;

} // namespace

ConversationsPage::ConversationsPage(Workspace& workspace, QSettings& settings, QWidget* parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_settings(settings)
    , m_outbox(new Outbox(workspace, this))
    , m_list(new PeerList(workspace))
    , m_splitter(new QSplitter(Qt::Horizontal))
    , m_middle(new QStackedWidget)
    , m_pane(new ConversationPane(workspace, *m_outbox))
    , m_empty(new EmptyState)
    , m_panel(new PeerPanel) {
    build();
    connectParts();
    refreshMiddle();
}

ConversationsPage::~ConversationsPage() {
    m_settings.setValue(QStringLiteral("conversations/splitter"), m_splitter->saveState());
    m_settings.setValue(QStringLiteral("conversations/panel"), m_isPanelWanted);
}

void ConversationsPage::build() {
    setObjectName(QStringLiteral("page"));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_splitter);
    m_list->setMinimumWidth(180);
    m_middle->setMinimumWidth(380);
    m_panel->setMinimumWidth(200);
    m_middle->addWidget(m_pane);
    m_middle->addWidget(m_empty);
    m_splitter->addWidget(m_list);
    m_splitter->addWidget(m_middle);
    m_splitter->addWidget(m_panel);
    m_splitter->setStretchFactor(0, 0);
    m_splitter->setStretchFactor(1, 1);
    m_splitter->setStretchFactor(2, 0);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setHandleWidth(1);
    if (!m_splitter->restoreState(m_settings.value(QStringLiteral("conversations/splitter")).toByteArray()))
        m_splitter->setSizes({listWidth, 620, panelWidth});
    m_isPanelWanted = m_settings.value(QStringLiteral("conversations/panel"), true).toBool();
}

void ConversationsPage::connectParts() {
    connect(m_list, &PeerList::chosen, this, &ConversationsPage::show);
    connect(m_list, &PeerList::entered, this, [this] { m_pane->thread().setFocus(Qt::TabFocusReason); });
    connect(m_list, &PeerList::newRequested, this, [this] { sendToMany(true); });
    connect(&m_list->model(), &PeerListModel::changed, this, [this] {
        takeSummary();
        markRead();
        openFirst();
        refreshMiddle();
        Q_EMIT unreadChanged();
    });
    connect(m_empty, &EmptyState::activated, this, &ConversationsPage::addConnectionRequested);
    connect(m_pane, &ConversationPane::eventWanted, this, &ConversationsPage::eventWanted);
    connect(m_pane, &ConversationPane::decisionWanted, this,
            [this](const PeerKey& key, const connector::Request& request) {
                Q_EMIT decisionWanted(key.connection, request);
            });
    connect(m_pane, &ConversationPane::requestEditorWanted, this,
            [this](const PeerKey& key) { Q_EMIT requestEditorWanted(key.connection, key.peer); });
    connect(m_pane, &ConversationPane::roundTripWanted, this,
            [this](const PeerKey& key) { Q_EMIT roundTripWanted(key.connection, key.peer); });
    connect(m_pane, &ConversationPane::sendToManyRequested, this, [this] { sendToMany(false); });
    connect(&m_pane->panelButton(), &QToolButton::clicked, this, [this](bool isShown) {
        if (width() >= narrowPage)
            m_isPanelWanted = isShown;
        showPanel(isShown);
    });
    connect(m_panel, &PeerPanel::failed, this,
            [this](const QString& text) { m_pane->notices().show(QStringLiteral("action"), text); });
    connect(&m_workspace, &Workspace::messengerGoes, this, [this](ConnectionId id) {
        if (m_pane->key().connection != id)
            return;
        m_panel->setProfile(nullptr, {});
        m_pane->clear();
        refreshMiddle();
    });
    connect(&m_workspace, &Workspace::messengerChanged, this, [this](ConnectionId id) {
        const PeerKey key = m_list->current();
        if (key.connection == id && !m_pane->conversation())
            show(key, {});
    });
}

void ConversationsPage::setConnection(const QString& name) {
    const Connection* connection = m_workspace.connection(name);
    m_list->model().setConnection(connection ? connection->id : ConnectionId());
}

void ConversationsPage::open(ConnectionId connection, const QString& peer, const QString& object) {
    const PeerKey key{connection, peer};
    if (m_list->model().connection().isValid() && m_list->model().connection() != connection)
        m_list->model().setConnection({});
    m_list->setCurrent(key);
    show(key, object);
}

void ConversationsPage::show(const PeerKey& key, const QString& object) {
    if (!(m_pane->key() == key) || !m_pane->conversation()) {
        m_panel->setProfile(nullptr, {});
        m_pane->open(key);
        const Messenger* known = m_workspace.messenger(key.connection);
        const PeerSummary* summary =
            known ? m_workspace.messenger(key.connection)->conversations().peer(key.peer) : nullptr;
        m_panel->setProfile(m_pane->profile(),
                            summary ? summary->title() : PeerSummary::shortAddress(key.peer));
        if (summary)
            m_pane->setSummary(*summary);
    }
    if (!object.isEmpty())
        m_pane->thread().goTo(object);
    markRead();
    refreshMiddle();
}

void ConversationsPage::takeSummary() {
    const PeerKey& key = m_pane->key();
    Messenger* messenger = m_workspace.messenger(key.connection);
    const PeerSummary* summary = messenger ? messenger->conversations().peer(key.peer) : nullptr;
    if (!summary)
        return;
    m_pane->setSummary(*summary);
    m_panel->setName(summary->title());
}

void ConversationsPage::markRead() {
    // Only what a person can see is read.
    const PeerKey& key = m_pane->key();
    if (!key.isValid() || !isVisible() || !isActiveWindow())
        return;
    Messenger* messenger = m_workspace.messenger(key.connection);
    const PeerSummary* summary = messenger ? messenger->conversations().peer(key.peer) : nullptr;
    if (summary && summary->unread > 0)
        messenger->conversations().markRead(key.peer);
}

int ConversationsPage::unread() const { return m_list->model().unread(); }

void ConversationsPage::focusList() { m_list->view().setFocus(Qt::OtherFocusReason); }

void ConversationsPage::focusSearch() {
    m_list->search().setFocus(Qt::ShortcutFocusReason);
    m_list->search().selectAll();
}

void ConversationsPage::refreshMiddle() {
    const bool isOpen = m_pane->conversation() != nullptr;
    m_middle->setCurrentWidget(isOpen ? m_pane : static_cast<QWidget*>(m_empty));
    m_panel->setVisible(m_isPanelShown && isOpen);
    // With nobody at all, one place says so.
    m_list->setVisible(isOpen || m_list->model().rowCount() > 0 || !m_list->model().filter().isEmpty());
    if (isOpen)
        return;
    if (m_workspace.connections().empty())
        m_empty->set(tr("Talk to peers"),
                     tr("Add a Connector by its URL and API key; whom it talks to appears here."),
                     tr("Add connection…"));
    else if (m_list->model().rowCount() == 0)
        m_empty->set(
            tr("No conversations yet"),
            tr("A conversation begins with a relationship: a peer loads a template of this Connector, "
               "or this Connector one of a peer's."));
    else
        m_empty->set(tr("Choose a conversation"),
                     tr("Choose a peer on the left, or write to several at once with New."));
}

void ConversationsPage::arrangePanel() {
    // In a narrow window the panel comes only when it is asked for.
    showPanel(m_isPanelWanted && width() >= narrowPage);
}

void ConversationsPage::showPanel(bool isShown) {
    m_isPanelShown = isShown;
    m_pane->panelButton().setChecked(isShown);
    m_panel->setVisible(isShown && m_pane->conversation());
}

void ConversationsPage::openFirst() {
    // Who comes here for the first time sees a conversation, not a hole.
    if (!isVisible() || m_list->current().isValid() || m_list->model().rowCount() == 0)
        return;
    const PeerKey first = m_list->model().row(0)->key();
    m_list->setCurrent(first);
    show(first, {});
}

void ConversationsPage::sendToMany(bool isNew) {
    const PeerKey key = m_pane->key();
    ConnectionId connection = key.isValid() ? key.connection : m_list->model().connection();
    for (const Connection& known : m_workspace.connections()) {
        if (!connection.isValid() && m_workspace.messenger(known.id))
            connection = known.id;
    }
    Messenger* messenger = m_workspace.messenger(connection);
    if (!messenger || !messenger->sender())
        return m_pane->notices().show(QStringLiteral("action"),
                                      tr("Mails are sent through a connection with a URL."));
    auto* dialog = new SendManyDialog(m_workspace, connection, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    if (!isNew) {
        dialog->setMail(m_pane->composer().edit().mail());
        dialog->choose({key.peer});
    }
    dialog->open();
}

void ConversationsPage::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    const bool wasNarrow = event->oldSize().width() < narrowPage;
    if (!event->oldSize().isValid() || wasNarrow != (width() < narrowPage))
        arrangePanel();
}

void ConversationsPage::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    markRead();
    openFirst();
}

void ConversationsPage::changeEvent(QEvent* event) {
    if (event->type() == QEvent::ActivationChange)
        markRead();
    QWidget::changeEvent(event);
}

} // namespace meshwatch
