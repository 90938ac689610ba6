// SPDX-License-Identifier: MIT
#include "webhookediting.h"

#include <meshwatch/connector/whenfinished.h>
#include <meshwatch/events/eventcatalogue.h>
#include <meshwatch/webhooks/webhooksecrets.h>

#include <QUndoCommand>

namespace meshwatch {

namespace {

constexpr int mostEdits = 500;
constexpr int secretPauseMs = 800;

QStringList knownTriggers() {
    QStringList names;
    for (const EventKind& kind : EventCatalogue::kinds())
        names.append(QString::fromLatin1(kind.trigger));
    return names;
}

} // namespace

/// One edit.
class WebhookCommand : public QUndoCommand {
public:
    WebhookCommand(WebhookEditing& editing, WebhookConfiguration after, const QString& title, QString key)
        : QUndoCommand(title)
        , m_editing(editing)
        , m_before(editing.configuration())
        , m_after(std::move(after))
        , m_key(std::move(key)) {}

    void undo() override { m_editing.show(m_before); }
    void redo() override { m_editing.show(m_after); }
    [[nodiscard]] int id() const override { return m_key.isEmpty() ? -1 : 1; }
    bool mergeWith(const QUndoCommand* other) override {
        const auto* next = static_cast<const WebhookCommand*>(other);
        if (next->m_key != m_key)
            return false;
        m_after = next->m_after;
        setObsolete(m_after == m_before);
        return true;
    }

private:
    WebhookEditing& m_editing;
    WebhookConfiguration m_before;
    WebhookConfiguration m_after;
    QString m_key;
};

WebhookEditing::WebhookEditing(Workspace& workspace, ConnectionId connection, QObject* parent)
    : QObject(parent)
    , m_workspace(workspace)
    , m_connection(connection) {
    m_undo.setUndoLimit(mostEdits);
    m_secretTimer.setSingleShot(true);
    m_secretTimer.setInterval(secretPauseMs);
    connect(&m_secretTimer, &QTimer::timeout, this, &WebhookEditing::keepSecrets);
    load();
}

WebhookEditing::~WebhookEditing() {
    m_undo.disconnect(this);
    if (m_secretTimer.isActive())
        keepSecrets();
}

void WebhookEditing::load() {
    const WebhookDraftStore::Draft draft = m_workspace.webhookDrafts().draft(m_connection);
    if (const auto json = configjson::parse(draft.webhooks); json && !draft.webhooks.isEmpty()) {
        m_configuration = WebhookConfiguration(*json);
        if (draft.isExported)
            m_exported = m_configuration;
    }
    judge();
    connector::whenFinished(
        m_workspace.secrets().read(m_connection, SecretKind::WebhookTargets), this,
        [this](const Result<QString>& read) {
            m_areSecretsRead = read.ok();
            const auto known = configjson::parse(read ? read->toUtf8() : QByteArray("{}"));
            if (!known || !known->is_object() || known->empty())
                return;
            // What was typed meanwhile is newer.
            ConfigJson secrets = *known;
            for (auto it = m_secrets.begin(); it != m_secrets.end(); ++it)
                secrets[it.key()] = it.value();
            m_secrets = std::move(secrets);
            if (m_exported)
                m_exported = WebhookConfiguration(webhooksecrets::restored(m_exported->json(), m_secrets));
            show(m_configuration);
        });
}

Findings WebhookEditing::findingsAt(const QString& pointer) const {
    Findings found;
    for (const Finding& finding : m_findings) {
        if (finding.place == pointer || finding.place.startsWith(pointer + QLatin1Char('/')))
            found.append(finding);
    }
    return found;
}

void WebhookEditing::apply(const WebhookConfiguration& configuration, const QString& title,
                           const QString& mergeKey) {
    if (configuration == m_configuration)
        return;
    m_undo.push(new WebhookCommand(*this, configuration, title, mergeKey));
}

void WebhookEditing::adoptRunning(const WebhookConfiguration& configuration, const QString& title) {
    ConfigJson told;
    (void)webhooksecrets::redacted(configuration.json(), &told);
    for (auto it = told.begin(); it != told.end(); ++it)
        m_volatile[it.key()] = it.value();
    apply(configuration, title);
    m_exported = m_configuration; // it runs: somebody has it
    keep();
    Q_EMIT changed();
}

void WebhookEditing::markExported() {
    m_exported = m_configuration;
    keep();
    Q_EMIT changed();
}

void WebhookEditing::show(const WebhookConfiguration& configuration) {
    m_configuration = WebhookConfiguration(webhooksecrets::restored(configuration.json(), m_secrets));
    judge();
    keep();
    if (m_running)
        setRunning(*m_running);
    Q_EMIT changed();
}

void WebhookEditing::judge() {
    ConfigJson webhooks = m_configuration.json();
    const bool isOff =
        webhooks.is_object() && (!webhooks.contains("enabled") || webhooks["enabled"] == false);
    if (isOff)
        webhooks["enabled"] = true;
    ConfigJson root = ConfigJson::object();
    if (!webhooks.is_null())
        root["modules"]["webhooks"] = webhooks;
    static const QStringList known = knownTriggers();
    m_verdict = Verdict::of(ConnectorConfiguration(root), known);
    m_findings = m_verdict.findings;
    // Of the rest of the configuration nothing is known here.
    m_findings.removeIf([](const Finding& finding) {
        return finding.severity != Finding::Severity::Error &&
               !finding.place.startsWith(QLatin1String("/modules/webhooks"));
    });
    const QStringList unknown = webhooksecrets::unknown(m_configuration.json());
    for (const QString& pointer : unknown) {
        m_findings.append({Finding::Severity::Warning,
                           QStringLiteral("secretUnknown"),
                           QStringLiteral("/modules/webhooks") + pointer,
                           {},
                           tr("This secret is not known here."),
                           tr("Type it anew, or export into the file that has it: it is kept there.")});
    }
    if (isOff && !m_configuration.targets().isEmpty())
        m_findings.append({Finding::Severity::Warning,
                           QStringLiteral("disabled"),
                           QStringLiteral("/modules/webhooks/enabled"),
                           {},
                           tr("Webhooks are switched off: nothing is delivered."),
                           tr("Switch them on.")});
}

void WebhookEditing::keep() {
    ConfigJson taken;
    const ConfigJson shown = webhooksecrets::redacted(m_configuration.json(), &taken);
    const bool isNothing = shown.is_null();
    m_workspace.webhookDrafts().setDraft(m_connection,
                                         {isNothing ? QByteArray() : configjson::write(shown), isExported()});
    if (taken == m_secrets)
        return;
    for (auto it = taken.begin(); it != taken.end(); ++it)
        m_secrets[it.key()] = it.value();
    if (!m_secretTimer.isActive())
        m_secretTimer.start();
}

void WebhookEditing::keepSecrets() {
    ConfigJson taken;
    (void)webhooksecrets::redacted(m_configuration.json(), &taken);
    for (auto it = m_volatile.begin(); it != m_volatile.end(); ++it) {
        if (taken.contains(it.key()) && taken[it.key()] == it.value())
            taken.erase(it.key());
    }
    const QString text = taken.empty() ? QString() : QString::fromUtf8(configjson::write(taken, -1));
    SecretStore& secrets = m_workspace.secrets();
    if (!m_areSecretsRead && secrets.keeping() == SecretStore::Keeping::Keychain) {
        secrets.setUntilExit(m_connection, SecretKind::WebhookTargets, text);
        return;
    }
    connector::whenFinished(secrets.write(m_connection, SecretKind::WebhookTargets, text), this,
                            [this, text](const Result<void>& written) {
                                if (written)
                                    return;
                                m_workspace.secrets().setUntilExit(m_connection, SecretKind::WebhookTargets,
                                                                   text);
                                Q_EMIT secretsNotKept(written.error().message);
                            });
}

void WebhookEditing::setRunning(const ConfigJson& webhooks) {
    m_running = webhooks;
    m_differences =
        isBlank() ? QList<ConfigurationDifference>() : compareWebhooks(webhooks, m_configuration.json());
    // What is hidden on one side cannot be compared.
    const QStringList unknown = webhooksecrets::unknown(m_configuration.json());
    m_differences.removeIf([&](const ConfigurationDifference& difference) {
        return difference.isSecret && difference.kind == ConfigurationDifference::Kind::Changed &&
               !unknown.isEmpty();
    });
    Q_EMIT driftChanged();
}

} // namespace meshwatch
