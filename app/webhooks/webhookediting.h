// SPDX-License-Identifier: MIT
#pragma once

#include <meshwatch/webhooks/configurationdiff.h>
#include <meshwatch/webhooks/verdict.h>
#include <meshwatch/webhooks/webhookconfiguration.h>
#include <meshwatch/workspace/workspace.h>

#include <QTimer>
#include <QUndoStack>

#include <optional>

namespace meshwatch {

/// The webhook configuration of one connection while it is worked on: what it is, what the Connector would
/// make of it, how it differs from the running one, and every edit to be undone. Kept as a draft of the
/// workspace; secrets go to the keychain.
class WebhookEditing : public QObject {
    Q_OBJECT
public:
    /// `workspace` must outlive this.
    WebhookEditing(Workspace& workspace, ConnectionId connection, QObject* parent = nullptr);
    ~WebhookEditing() override;

    [[nodiscard]] ConnectionId connection() const { return m_connection; }
    [[nodiscard]] const WebhookConfiguration& configuration() const { return m_configuration; }
    [[nodiscard]] QUndoStack& undoStack() { return m_undo; }
    /// Nothing is worked on yet: no import, no edit, no draft.
    [[nodiscard]] bool isBlank() const { return m_configuration.json().is_null(); }
    /// Judged as if it were switched on, so that mistakes show before it is.
    [[nodiscard]] const Verdict& verdict() const { return m_verdict; }
    /// Those of the verdict, and secrets that are not known here.
    [[nodiscard]] const Findings& findings() const { return m_findings; }
    /// The findings at a place or below it.
    [[nodiscard]] Findings findingsAt(const QString& pointer) const;

    /// An edit, named for the undo list. Edits in a row with the same `mergeKey` are one, as typing in one
    /// field.
    void apply(const WebhookConfiguration& configuration, const QString& title, const QString& mergeKey = {});
    /// The same for a configuration whose secrets may not be kept: one that a running Connector told.
    void adoptRunning(const WebhookConfiguration& configuration, const QString& title);
    /// An operator has the configuration as it is now.
    void markExported();
    [[nodiscard]] bool isExported() const { return m_exported && *m_exported == m_configuration; }

    /// What the running Connector has; nothing: not asked yet.
    [[nodiscard]] const std::optional<ConfigJson>& running() const { return m_running; }
    void setRunning(const ConfigJson& webhooks);
    /// From the running Connector to what is worked on.
    [[nodiscard]] const QList<ConfigurationDifference>& differences() const { return m_differences; }

Q_SIGNALS:
    void changed();
    /// The running Connector's configuration is known, or differs otherwise.
    void driftChanged();
    /// Secrets cannot go to the keychain and are kept until exit.
    void secretsNotKept(const QString& why);

private:
    friend class WebhookCommand;
    void show(const WebhookConfiguration& configuration);
    void judge();
    void load();
    void keep();
    void keepSecrets();

    Workspace& m_workspace;
    const ConnectionId m_connection;
    QUndoStack m_undo;
    WebhookConfiguration m_configuration;
    std::optional<WebhookConfiguration> m_exported;
    ConfigJson m_secrets = ConfigJson::object();  ///< all known ones by pointer
    ConfigJson m_volatile = ConfigJson::object(); ///< those that are not to be kept
    bool m_areSecretsRead = false;
    QTimer m_secretTimer;
    Verdict m_verdict;
    Findings m_findings;
    std::optional<ConfigJson> m_running;
    QList<ConfigurationDifference> m_differences;
};

} // namespace meshwatch
