// SPDX-License-Identifier: MIT
#include "conversationpane.h"

#include "composer.h"
#include "mailbody.h"
#include "mailedit.h"
#include "widgets/avatar.h"
#include "widgets/icons.h"
#include "widgets/label.h"
#include "widgets/noticebar.h"
#include "widgets/theme.h"

#include <QDragEnterEvent>
#include <QHBoxLayout>
#include <QLocale>
#include <QMenu>
#include <QPushButton>
#include <QToolButton>

namespace meshwatch {

namespace {
/// Pixels below which only one button stands beside the name.
constexpr int narrowPane = 560;
} // namespace

ConversationPane::ConversationPane(Workspace& workspace, Outbox& outbox, QWidget* parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_outbox(outbox)
    , m_avatar(new Avatar)
    , m_name(new Label)
    , m_status(new Label(Label::Role::Muted))
    , m_request(new QToolButton)
    , m_attach(new QPushButton(tr("Attach")))
    , m_roundTrip(new QPushButton(tr("Round-trip test")))
    , m_panelButton(new QToolButton)
    , m_notices(new NoticeBar)
    , m_thread(new ThreadView)
    , m_actions(new ThreadActions(*m_thread, this))
    , m_composer(new Composer(workspace, outbox)) {
    setAcceptDrops(true);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(buildHeader());
    layout->addWidget(m_notices);
    layout->addWidget(m_thread, 1);
    layout->addWidget(m_composer);

    connect(m_actions, &ThreadActions::eventWanted, this, &ConversationPane::eventWanted);
    connect(m_actions, &ThreadActions::decisionWanted, this, &ConversationPane::decisionWanted);
    connect(m_actions, &ThreadActions::failed, this,
            [this](const QString& text) { m_notices->show(QStringLiteral("action"), text); });
    connect(m_composer, &Composer::sendToManyRequested, this, &ConversationPane::sendToManyRequested);
    connect(m_attach, &QPushButton::clicked, &m_composer->edit(), &MailEdit::chooseFiles);
    connect(m_roundTrip, &QPushButton::clicked, this, [this] { Q_EMIT roundTripWanted(m_key); });
    connect(&outbox, &Outbox::sent, this, [this](const PeerKey& key) {
        if (key == m_key)
            m_thread->goToEnd();
    });
    const auto paint = [this] { m_panelButton->setIcon(Icons::get(QStringLiteral("info"))); };
    paint();
    connect(&Theme::instance(), &Theme::changed, this, paint);
}

ConversationPane::~ConversationPane() = default;

QWidget* ConversationPane::buildHeader() {
    auto* bar = new QWidget;
    bar->setObjectName(QStringLiteral("toolBar"));
    bar->setAttribute(Qt::WA_StyledBackground);
    auto* line = new QHBoxLayout(bar);
    line->setContentsMargins(12, 9, 12, 9);
    line->setSpacing(8);
    line->addWidget(m_avatar);
    auto* texts = new QVBoxLayout;
    texts->setSpacing(0);
    QFont bold = Theme::font();
    bold.setWeight(QFont::DemiBold);
    m_name->setFont(bold);
    m_name->setEliding(true);
    m_status->setEliding(true);
    m_status->setStyleSheet(QStringLiteral("font-size: 12px"));
    texts->addWidget(m_name);
    texts->addWidget(m_status);
    line->addLayout(texts, 1);

    m_request->setText(tr("Request") + QStringLiteral(" ▾"));
    m_request->setAccessibleName(tr("Request"));
    m_request->setToolTip(tr("Ask the peer for something"));
    m_request->setPopupMode(QToolButton::InstantPopup);
    auto* menu = new QMenu(m_request);
    connect(menu, &QMenu::aboutToShow, this, &ConversationPane::refreshRequestMenu);
    m_request->setMenu(menu);
    line->addWidget(m_request);
    m_attach->setToolTip(tr("Send files along; they can be dropped on the text, too"));
    line->addWidget(m_attach);
    m_roundTrip->setToolTip(tr("Measure how long an answer takes, by polling and by events"));
    line->addWidget(m_roundTrip);
    m_panelButton->setCheckable(true);
    m_panelButton->setToolTip(tr("Show or hide what is known of the peer"));
    m_panelButton->setAccessibleName(tr("About the peer"));
    line->addWidget(m_panelButton);
    return bar;
}

void ConversationPane::refreshRequestMenu() {
    QMenu* menu = m_request->menu();
    menu->clear();
    const bool hasDraft =
        m_key.isValid() && !m_workspace.drafts().draft(m_key.connection, m_key.peer).request.isEmpty();
    menu->addAction(hasDraft ? tr("Go on with the Request…") : tr("Build a Request…"), this,
                    [this] { Q_EMIT requestEditorWanted(m_key); });
    if (!m_attach->isHidden())
        return;
    menu->addSeparator();
    menu->addAction(tr("Attach files…"), &m_composer->edit(), &MailEdit::chooseFiles);
    menu->addAction(m_roundTrip->text() + QStringLiteral("…"), this,
                    [this] { Q_EMIT roundTripWanted(m_key); });
}

void ConversationPane::dragEnterEvent(QDragEnterEvent* event) {
    if (m_key.isValid() && !MailBody::filesOf(event->mimeData()).isEmpty())
        event->acceptProposedAction();
}

void ConversationPane::dropEvent(QDropEvent* event) {
    m_composer->edit().attach(MailBody::filesOf(event->mimeData()));
    event->acceptProposedAction();
}

void ConversationPane::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    // Whom one talks to is worth more than buttons: in a narrow window they go into the menu.
    const bool isNarrow = width() < narrowPane;
    m_attach->setVisible(!isNarrow);
    m_roundTrip->setVisible(!isNarrow);
}

void ConversationPane::clear() {
    m_thread->setConversation(nullptr, {});
    m_actions->setPeer({}, nullptr, nullptr);
    m_conversation.reset();
    m_profile.reset();
    m_files.reset();
    m_notices->show(QStringLiteral("action"), {});
    m_notices->show(QStringLiteral("history"), {});
    m_key = {};
    m_summary = {};
    m_composer->setPeer({}, {});
    refreshHeader();
}

void ConversationPane::open(const PeerKey& key) {
    clear();
    m_key = key;
    Messenger* messenger = m_workspace.messenger(key.connection);
    if (!key.isValid() || !messenger)
        return;
    ConnectorClient* client = messenger->client();
    if (const PeerSummary* summary = messenger->conversations().peer(key.peer))
        m_summary = *summary;
    m_files = std::make_unique<AttachmentBook>(client);
    m_conversation = std::make_unique<Conversation>(m_workspace.store(), client, key.connection, key.peer);
    m_profile = std::make_unique<PeerProfile>(m_workspace.store(), client, key.connection, key.peer);
    m_actions->setPeer(key, client, m_files.get());
    m_thread->setConversation(m_conversation.get(), context());
    // Whoever sent it: a Mail, a Request, a round trip.
    if (Sender* sender = messenger->sender())
        connect(sender, &Sender::finished, m_conversation.get(), &Conversation::noteSent);
    connect(m_files.get(), &AttachmentBook::known, this, [this](const QString& message) {
        if (const int index = m_conversation->indexOf(message); index >= 0)
            m_thread->refreshEntry(m_conversation->id(index));
    });
    connect(m_conversation.get(), &Conversation::failed, this, [this](const ConnectorError& error) {
        m_notices->show(QStringLiteral("history"), error.toError().text());
    });
    connect(m_profile.get(), &PeerProfile::changed, this, [this] {
        refreshHeader();
        TemplateValues values = m_profile->values();
        // Of the moment of opening: what is previewed is what is sent.
        const TemplateValues common(QDateTime::currentDateTime(), m_summary.name);
        for (const QString& name : {QStringLiteral("now"), QStringLiteral("date"), QStringLiteral("time")})
            values.set(name, common.value(name));
        for (const Connection& connection : m_workspace.connections()) {
            if (connection.id == m_key.connection)
                values.set(QStringLiteral("connection"), connection.name);
        }
        m_composer->setValues(values);
    });
    refreshHeader();
    m_composer->setPeer(key, hindrance());
    m_conversation->start();
    m_profile->refresh();
}

EntryBoxMaker::Context ConversationPane::context() const {
    EntryBoxMaker::Context context;
    context.peerName = m_summary.title();
    AttachmentBook* files = m_files.get();
    context.file = [files](const QString& message, const QString& id) { return files->file(message, id); };
    context.canDecide = [actions = m_actions](const QString& id) { return actions->canDecide(id); };
    return context;
}

void ConversationPane::setSummary(const PeerSummary& summary) {
    const bool isRenamed = summary.title() != m_summary.title();
    m_summary = summary;
    refreshHeader();
    m_composer->setPeer(m_key, hindrance());
    if (isRenamed && m_conversation)
        m_thread->setPeerName(summary.title());
}

QString ConversationPane::hindrance() const {
    using Status = PeerSummary::Status;
    Messenger* messenger = m_workspace.messenger(m_key.connection);
    if (!messenger || !messenger->sender())
        return tr("This connection has no URL: it only receives.");
    if (m_summary.status == Status::Active || m_summary.status == Status::Unknown)
        return {};
    return tr("Messages need an active relationship; this one: %1.").arg(m_summary.statusText());
}

void ConversationPane::refreshHeader() {
    m_avatar->setPeer(m_key.peer, m_summary.name);
    m_name->setText(m_key.isValid() ? m_summary.title() : QString());
    QString status;
    if (m_key.isValid()) {
        status = tr("Relationship: %1").arg(m_summary.statusText());
        if (m_summary.status == PeerSummary::Status::Active && m_profile && m_profile->since().isValid())
            status = tr("Active since %1")
                         .arg(QLocale().toString(m_profile->since().toDateTime().toLocalTime().date(),
                                                 QStringLiteral("d MMM yyyy")));
    }
    m_status->setText(status);
    const bool canSend = m_key.isValid() && hindrance().isEmpty();
    for (QWidget* button : {static_cast<QWidget*>(m_request), static_cast<QWidget*>(m_attach),
                            static_cast<QWidget*>(m_roundTrip)})
        button->setEnabled(canSend);
}

} // namespace meshwatch
