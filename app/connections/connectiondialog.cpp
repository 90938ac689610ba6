// SPDX-License-Identifier: MIT
#include "connectiondialog.h"

#include "connectionform.h"
#include "probesteps.h"
#include "widgets/growingarea.h"
#include "widgets/keychainchoice.h"
#include "widgets/primarybutton.h"
#include "widgets/theme.h"

#include <meshwatch/connector/whenfinished.h>

#include <QDialogButtonBox>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace meshwatch {

using connector::whenFinished;

namespace {

/// So long nobody may type before the Connector is asked.
constexpr int typingPauseMs = 400;

} // namespace

ConnectionDialog::ConnectionDialog(Workspace& workspace, ConnectionId id, QWidget* parent)
    : QDialog(parent)
    , m_workspace(workspace)
    , m_id(id) {
    setWindowTitle(id.isValid() ? tr("Edit connection") : tr("Add connection"));
    m_pause.setSingleShot(true);
    m_pause.setInterval(typingPauseMs);
    build();
    connect(&m_pause, &QTimer::timeout, this, &ConnectionDialog::probe);
    connect(m_form, &ConnectionForm::changed, this, &ConnectionDialog::draftChanged);
    load();
}

ConnectionDialog::~ConnectionDialog() = default;

void ConnectionDialog::build() {
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(20, 18, 20, 16);
    layout->setSpacing(12);
    auto* title = new QLabel(windowTitle(), this);
    title->setProperty("title", true);
    layout->addWidget(title);
    m_content = new GrowingArea(buildContent(), this);
    layout->addWidget(m_content, 1);

    auto* buttons = new QDialogButtonBox(this);
    m_save = buttons->addButton(m_id.isValid() ? tr("Save") : tr("Add"), QDialogButtonBox::AcceptRole);
    m_save->setObjectName(QStringLiteral("save"));
    m_save->setAccessibleName(m_save->text());
    makePrimary(m_save);
    m_save->setDefault(true);
    auto* cancel = buttons->addButton(tr("Cancel"), QDialogButtonBox::RejectRole);
    cancel->setAccessibleName(tr("Cancel"));
    layout->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::accepted, this, &ConnectionDialog::save);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    setMinimumWidth(560);
}

QWidget* ConnectionDialog::buildContent() {
    auto* content = new QWidget;
    auto* layout = new QVBoxLayout(content);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(12);
    m_form = new ConnectionForm(content);
    layout->addWidget(m_form);

    auto* card = new QFrame(content);
    card->setProperty("card", true);
    auto* inside = new QVBoxLayout(card);
    inside->setContentsMargins(14, 12, 14, 8);
    m_steps = new ProbeSteps(card);
    inside->addWidget(m_steps);
    layout->addWidget(card);

    m_keychain = new KeychainChoice(m_workspace.secrets(), content);
    layout->addWidget(m_keychain);
    connect(m_keychain, &KeychainChoice::chosen, this, &ConnectionDialog::keepSecret);

    m_error = new QLabel(content);
    m_error->setObjectName(QStringLiteral("error"));
    m_error->setTextFormat(Qt::PlainText);
    m_error->setWordWrap(true);
    m_error->hide();
    layout->addWidget(m_error);
    layout->addStretch();
    return content;
}

void ConnectionDialog::load() {
    ConnectionDraft draft;
    for (const Connection& connection : m_workspace.connections()) {
        if (connection.id == m_id)
            draft.connection = connection;
    }
    const auto kind = draft.secretKind();
    if (m_id.isValid() && kind)
        draft.secret = m_workspace.secrets().known(m_id, *kind);
    m_form->setDraft(draft);
    draftChanged();
    if (!m_id.isValid() || !kind || !draft.secret.isEmpty())
        return;
    whenFinished(m_workspace.secrets().read(m_id, *kind), this, [this](const Result<QString>& secret) {
        if (!secret) {
            showError(tr("%1 Type the secret again.").arg(secret.error().text()));
            return;
        }
        ConnectionDraft loaded = m_form->draft();
        if (!loaded.secret.isEmpty() || secret->isEmpty())
            return;
        loaded.secret = *secret;
        m_form->setDraft(loaded);
        draftChanged();
    });
}

void ConnectionDialog::draftChanged() {
    m_error->hide();
    const ConnectionDraft draft = m_form->draft();
    const QUrl& url = draft.connection.url;
    const bool isUrlFit = url.isEmpty() || (url.isValid() && !url.host().isEmpty());
    m_save->setEnabled(!draft.connection.name.isEmpty() && isUrlFit);

    // Name, colour and schedule make no difference to the Connector.
    ConnectionDraft asked = draft;
    asked.connection.name.clear();
    asked.connection.colour.clear();
    asked.connection.syncSeconds = 0;
    asked.connection.receivesWebhooks = true;
    if (m_client && asked == m_tried)
        return;
    m_tried = asked;
    m_client.reset();
    m_pause.stop();
    if (url.isEmpty()) {
        m_steps->showNothing(
            tr("Type the Connector's address. Without one, this connection only receives webhooks."));
        return;
    }
    m_steps->showChecking();
    m_pause.start();
}

void ConnectionDialog::probe() {
    ConnectionDraft tried = m_tried;
    // No key typed yet: what can be seen without one is worth seeing.
    if (tried.secret.isEmpty())
        tried.connection.authentication = Connection::Authentication::None;
    const auto settings = tried.settings();
    if (!settings) {
        m_steps->showProblem(settings.error());
        return;
    }
    if (const auto problem = settings->problem()) {
        m_steps->showProblem(problem->toError());
        return;
    }
    m_client = std::make_unique<ConnectorClient>(*settings);
    // The client is the context: what an earlier one still finds out is of no interest.
    whenFinished(m_client->probe(), m_client.get(), [this](const ConnectorProbe& probe) {
        m_steps->showProbe(probe);
        if (!probe.isUsable())
            return;
        m_form->proposeName(probe.displayName.isEmpty() ? m_tried.connection.url.host()
                                                        : probe.displayName.left(100));
        m_save->setEnabled(!m_form->draft().connection.name.isEmpty());
    });
}

void ConnectionDialog::save() {
    const Connection connection = m_form->draft().connection;
    if (m_id.isValid()) {
        if (const auto updated = m_workspace.update(connection); !updated)
            return showError(updated.error().text());
    } else {
        const auto added = m_workspace.add(connection);
        if (!added)
            return showError(added.error().text());
        m_id = *added;
        // From here on this is an existing connection, also if its secret cannot be kept.
        ConnectionDraft draft = m_form->draft();
        draft.connection.id = m_id;
        for (const Connection& known : m_workspace.connections()) {
            if (known.id == m_id)
                draft.connection.colour = known.colour;
        }
        m_form->setDraft(draft);
    }
    keepSecret();
}

void ConnectionDialog::keepSecret() {
    const ConnectionDraft draft = m_form->draft();
    const auto kind = draft.secretKind();
    if (!kind)
        return accept();
    m_save->setEnabled(false);
    whenFinished(
        m_workspace.secrets().write(m_id, *kind, draft.secret), this, [this](const Result<void>& written) {
            m_save->setEnabled(true);
            if (!written) {
                m_keychain->ask(written.error(),
                                tr("The connection is saved, its secret is not. It can be kept in memory and "
                                   "has to be typed again when the program starts next."));
                return m_content->bringUp(m_keychain);
            }
            m_workspace.reloadSecrets(m_id);
            accept();
        });
}

void ConnectionDialog::showError(const QString& text) {
    m_error->setStyleSheet(QStringLiteral("color: %1").arg(Theme::colours().red.name()));
    m_error->setText(text);
    m_error->show();
    m_content->bringUp(m_error);
}

} // namespace meshwatch
