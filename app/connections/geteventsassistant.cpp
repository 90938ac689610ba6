// SPDX-License-Identifier: MIT
#include "geteventsassistant.h"

#include "firstevent.h"
#include "snippettabs.h"
#include "sources/sourcedialog.h"
#include "widgets/format.h"
#include "widgets/keychainchoice.h"
#include "widgets/theme.h"

#include <meshwatch/connector/whenfinished.h>

#include <QCheckBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QSpinBox>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace meshwatch {

using connector::whenFinished;

namespace {

QLabel* paragraph(const QString& text, QWidget* parent) {
    auto* label = new QLabel(text, parent);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    return label;
}

} // namespace

GetEventsAssistant::GetEventsAssistant(Workspace& workspace, StoreReading& reading,
                                       const Connection& connection, QWidget* parent)
    : QDialog(parent)
    , m_workspace(workspace)
    , m_reading(reading)
    , m_connection(connection)
    , m_fresh(WebhookSnippet::newKey()) {
    setWindowTitle(tr("Get events from %1").arg(connection.name));
    build();
    auto* first = new FirstEvent(workspace, reading, connection.id, this);
    connect(first, &FirstEvent::arrived, this, &GetEventsAssistant::showProof);
    connect(first, &FirstEvent::refused, this, &GetEventsAssistant::showRefusal);
    choose(Way::Webhook);
    loadKey();
}

void GetEventsAssistant::build() {
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(20, 18, 20, 16);
    layout->setSpacing(12);
    auto* title = paragraph(windowTitle(), this);
    title->setProperty("title", true);
    layout->addWidget(title);

    m_ways = new QStackedWidget(this);
    const auto addWay = [&](Way way, const QString& text, const char* name) {
        auto* button = new QRadioButton(text, this);
        button->setObjectName(QLatin1String(name));
        button->setAccessibleName(text);
        button->setChecked(way == Way::Webhook);
        layout->addWidget(button);
        connect(button, &QRadioButton::toggled, this, [this, way](bool isChosen) {
            if (isChosen)
                choose(way);
        });
    };
    addWay(Way::Webhook, tr("By webhook: at once, and nothing is asked again and again"), "byWebhook");
    addWay(Way::Broker,
           tr("By a broker or relay: at once, and most keep what happens while Meshwatch is closed"),
           "byBroker");
    addWay(Way::Polling, tr("By asking: nothing to set up in the Connector, but only as often as you choose"),
           "byPolling");
    m_ways->addWidget(webhookPage());
    m_ways->addWidget(brokerPage());
    m_ways->addWidget(pollingPage());
    layout->addWidget(m_ways, 1);
    layout->addWidget(proofCard());

    auto* buttons = new QDialogButtonBox(this);
    auto* close = buttons->addButton(tr("Close"), QDialogButtonBox::RejectRole);
    close->setAccessibleName(tr("Close"));
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::accept);
    layout->addWidget(buttons);
    resize(720, 640);
}

QWidget* GetEventsAssistant::webhookPage() {
    auto* page = new QWidget(m_ways);
    auto* layout = new QVBoxLayout(page);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(paragraph(tr("1. Put this into the Connector's configuration:"), page));
    auto* form = new QFormLayout;
    m_url = new QLineEdit(m_workspace.webhookUrl(m_connection), page);
    m_url->setObjectName(QStringLiteral("webhookUrl"));
    m_url->setFont(Theme::monospace());
    m_url->setAccessibleName(tr("Address of this program, as the Connector sees it"));
    m_url->setToolTip(m_url->accessibleName());
    form->addRow(tr("Address"), m_url);
    m_withKey =
        new QCheckBox(tr("Refuse deliveries without a key; it counts from the moment you copy"), page);
    m_withKey->setAccessibleName(m_withKey->text());
    m_withKey->setChecked(true);
    form->addRow(tr("Key"), m_withKey);
    layout->addLayout(form);
    m_snippets = new SnippetTabs(page);
    layout->addWidget(m_snippets, 1);

    m_keychain = new KeychainChoice(m_workspace.secrets(), page);
    layout->addWidget(m_keychain);

    layout->addWidget(
        paragraph(tr("2. Restart the Connector: it reads its configuration only when it starts."), page));
    connect(m_url, &QLineEdit::textChanged, this, &GetEventsAssistant::updateSnippet);
    connect(m_withKey, &QCheckBox::toggled, this, &GetEventsAssistant::updateSnippet);
    connect(m_snippets, &SnippetTabs::copied, this, &GetEventsAssistant::keepKey);
    connect(m_keychain, &KeychainChoice::chosen, this, &GetEventsAssistant::keepKey);
    return page;
}

QWidget* GetEventsAssistant::brokerPage() {
    auto* page = new QWidget(m_ways);
    auto* layout = new QVBoxLayout(page);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(
        paragraph(tr("The Connector publishes its events to the brokers in its configuration (module "
                     "“messageBrokerPublisher”). Name one of them here, or a Meshwatch relay that takes "
                     "its webhooks."),
                  page));
    auto* add = new QPushButton(tr("Add broker or relay…"), page);
    add->setObjectName(QStringLiteral("addSource"));
    add->setAccessibleName(add->text());
    add->setAutoDefault(false);
    layout->addWidget(add, 0, Qt::AlignLeft);
    m_brokers = paragraph({}, page);
    layout->addWidget(m_brokers);
    layout->addStretch();
    connect(add, &QPushButton::clicked, this, [this] {
        auto* dialog = new SourceDialog(m_workspace, m_connection, 0, this);
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->open();
    });
    connect(&m_workspace, &Workspace::statusChanged, this, [this](ConnectionId id) {
        if (id == m_connection.id)
            refreshBrokers();
    });
    refreshBrokers();
    return page;
}

void GetEventsAssistant::refreshBrokers() {
    QStringList lines;
    const auto sources = m_workspace.sources(m_connection.id);
    for (const ConnectionSources::Status& status : sources)
        lines.append(status.source.address.place() + QStringLiteral(": ") + status.state.text);
    m_brokers->setText(lines.join(QLatin1Char('\n')));
}

QWidget* GetEventsAssistant::pollingPage() {
    auto* page = new QWidget(m_ways);
    auto* layout = new QVBoxLayout(page);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(paragraph(
        m_connection.url.isEmpty()
            ? tr("This connection has no URL, so there is nobody to ask. Give it one with “Edit…”.")
            : tr("Meshwatch has the Connector synchronise, then compares what it holds with what is "
                 "stored here. Events without an object of their own do not show up this way."),
        page));
    auto* form = new QFormLayout;
    m_interval = new QSpinBox(page);
    m_interval->setAccessibleName(tr("Ask every"));
    m_interval->setRange(0, 86400);
    m_interval->setSuffix(tr(" s"));
    m_interval->setSpecialValueText(tr("only on demand"));
    m_interval->setValue(m_connection.syncSeconds);
    form->addRow(tr("Ask every"), m_interval);
    layout->addLayout(form);
    m_sync = new QPushButton(tr("Synchronise now"), page);
    m_sync->setAccessibleName(tr("Synchronise now"));
    m_sync->setAutoDefault(false);
    layout->addWidget(m_sync, 0, Qt::AlignLeft);
    layout->addStretch();
    const bool hasUrl = !m_connection.url.isEmpty();
    m_interval->setEnabled(hasUrl);
    m_sync->setEnabled(hasUrl);
    connect(m_sync, &QPushButton::clicked, this, &GetEventsAssistant::syncNow);
    connect(m_interval, &QSpinBox::editingFinished, this, [this] {
        if (m_interval->value() == m_connection.syncSeconds)
            return;
        // As it is now: its sources may have been changed while the assistant was open.
        if (const Connection* now = m_workspace.connection(m_connection.name))
            m_connection = *now;
        m_connection.syncSeconds = m_interval->value();
        if (const auto updated = m_workspace.update(m_connection); !updated)
            setProof(QStringLiteral("✗"), Theme::colours().red, updated.error().text());
    });
    return page;
}

QWidget* GetEventsAssistant::proofCard() {
    auto* card = new QFrame(this);
    card->setProperty("card", true);
    auto* layout = new QHBoxLayout(card);
    layout->setContentsMargins(14, 10, 14, 10);
    m_proofSign = new QLabel(card);
    m_proofSign->setFixedWidth(16);
    layout->addWidget(m_proofSign, 0, Qt::AlignTop);
    m_proof = paragraph({}, card);
    m_proof->setObjectName(QStringLiteral("proof"));
    layout->addWidget(m_proof, 1);
    return card;
}

void GetEventsAssistant::choose(Way way) {
    m_ways->setCurrentIndex(int(way));
    const bool isWebhook = way == Way::Webhook;
    const WebhookReceiver::Statistics statistics = m_workspace.receiver().statistics(m_connection.id);
    if (isWebhook && !m_workspace.receiver().isListening())
        setProof(QStringLiteral("✗"), Theme::colours().red,
                 tr("Webhooks are not taken: no port could be opened."));
    else if (isWebhook && statistics.accepted > 0)
        setProof(QStringLiteral("✓"), Theme::colours().green,
                 tr("%n webhook(s) of this Connector came since the program started.", nullptr,
                    int(qMin<qint64>(statistics.accepted, INT_MAX))));
    else if (isWebhook)
        setProof(
            QStringLiteral("○"), Theme::colours().muted,
            tr("Waiting for the first event… A restarted Connector sends runtime.modulesStarted by itself."));
    else
        setProof(QStringLiteral("○"), Theme::colours().muted,
                 way == Way::Broker ? tr("Waiting for the first event…")
                                    : tr("Waiting for the first event found by asking…"));
}

void GetEventsAssistant::loadKey() {
    m_kept = m_workspace.secrets().known(m_connection.id, SecretKind::ReceiverKey);
    // Somebody delivers without a key already: to ask for one would refuse these deliveries.
    const bool usesTokens = m_connection.receiverAuthentication == Connection::ReceiverAuthentication::OAuth2;
    if (m_kept.isEmpty() && !usesTokens && m_workspace.receiver().statistics(m_connection.id).accepted > 0)
        m_withKey->setChecked(false);
    updateSnippet();
    if (!m_kept.isEmpty())
        return;
    whenFinished(m_workspace.secrets().read(m_connection.id, SecretKind::ReceiverKey), this,
                 [this](const Result<QString>& key) {
                     if (!key || key->isEmpty())
                         return;
                     m_kept = *key;
                     updateSnippet();
                 });
}

void GetEventsAssistant::updateSnippet() {
    WebhookSnippet snippet;
    snippet.url = m_url->text().trimmed();
    if (m_withKey->isChecked())
        snippet.key = m_kept.isEmpty() ? m_fresh : m_kept;
    snippet.keyHeader = m_connection.receiverKeyHeader;
    m_snippets->setSnippet(snippet);
}

void GetEventsAssistant::keepKey() {
    const QString key = !m_withKey->isChecked() ? QString() : m_kept.isEmpty() ? m_fresh : m_kept;
    constexpr auto byKey = Connection::ReceiverAuthentication::ApiKey;
    if (key == m_kept && m_connection.receiverAuthentication == byKey)
        return;
    whenFinished(m_workspace.secrets().write(m_connection.id, SecretKind::ReceiverKey, key), this,
                 [this, key](const Result<void>& written) {
                     if (!written) {
                         m_keychain->ask(written.error(), tr("The key is not asked for yet."));
                         return;
                     }
                     m_keychain->hide();
                     m_kept = key;
                     // The snippet shows a key, or nothing; never a token.
                     m_connection.receiverAuthentication = byKey;
                     if (const auto updated = m_workspace.update(m_connection); !updated)
                         setProof(QStringLiteral("✗"), Theme::colours().red, updated.error().text());
                     m_workspace.reloadSecrets(m_connection.id);
                 });
}

void GetEventsAssistant::syncNow() {
    BackboneSync* sync = m_workspace.sync(m_connection.id);
    if (!sync)
        return;
    sync->disconnect(this); // of an earlier click
    setProof(QStringLiteral("○"), Theme::colours().muted, tr("Synchronising…"));
    connect(sync, &BackboneSync::finished, this, [this](const BackboneSync::Summary& summary) {
        setProof(
            QStringLiteral("✓"), Theme::colours().green,
            tr("It works: %1 objects compared, %2 events new.").arg(summary.compared).arg(summary.recovered));
    });
    connect(sync, &BackboneSync::failed, this, [this](const ConnectorError& error) {
        setProof(QStringLiteral("✗"), Theme::colours().red, error.toError().text());
    });
    sync->syncNow();
}

void GetEventsAssistant::showProof(const EventRow& row) {
    // What came another way proves nothing of this one.
    const Way way = row.channels.contains(Channel::Webhook) ? Way::Webhook
                    : row.channels.contains(Channel::Sync)  ? Way::Polling
                                                            : Way::Broker;
    if (int(way) != m_ways->currentIndex())
        return;
    const QString lag =
        row.lag() ? tr(" (%1 after it happened)").arg(Format::duration(*row.lag())) : QString();
    setProof(QStringLiteral("✓"), Theme::colours().green,
             tr("It works. First event: %1%2\n%3").arg(row.trigger, lag, row.summary));
}

void GetEventsAssistant::showRefusal(int status) {
    QString why = tr("it was no event; see Quarantine");
    if (status == 401)
        why = tr("its key is missing or wrong: copy the snippet anew and restart the Connector");
    else if (status == 503)
        why = tr("the store cannot write at the moment");
    setProof(QStringLiteral("✗"), Theme::colours().red,
             tr("A delivery was refused with %1: %2.").arg(QString::number(status), why));
}

void GetEventsAssistant::setProof(const QString& sign, const QColor& colour, const QString& text) {
    m_proofSign->setText(sign);
    m_proofSign->setStyleSheet(QStringLiteral("color: %1; font-weight: 600").arg(colour.name()));
    m_proof->setText(text);
    m_proof->setAccessibleName(text);
}

} // namespace meshwatch
