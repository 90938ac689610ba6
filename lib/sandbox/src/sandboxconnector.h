// SPDX-License-Identifier: MIT
#pragma once

#include "apiserver.h"
#include "webhookmodule.h"

#include <QTimer>

namespace meshwatch::sandbox {

/// A Connector: an identity with its API, its Webhooks module and its Sync module.
class SandboxConnector : public QObject {
    Q_OBJECT

public:
    SandboxConnector(Backbone& backbone, const Runtime::Setup& setup, bool isDebug,
                     QObject* parent = nullptr);

    /// Starts in the order of a real one: webhooks, server, a first sync, then runtime.modulesStarted.
    [[nodiscard]] Result<void> start(quint16 port, std::chrono::milliseconds syncInterval);
    void stop();

    [[nodiscard]] Result<void> setWebhooks(const QJsonObject& module);

    [[nodiscard]] Runtime& runtime() { return m_runtime; }
    [[nodiscard]] ApiServer& server() { return m_server; }
    [[nodiscard]] WebhookModule& webhooks() { return m_webhooks; }
    [[nodiscard]] const QString& apiKey() const { return m_apiKey; }
    void sync();

private:
    [[nodiscard]] Router makeRouter(bool isDebug);
    void addMonitoring(Router& router);
    [[nodiscard]] QJsonObject health() const;
    [[nodiscard]] QJsonObject configuration() const;

    Runtime m_runtime;
    QString m_apiKey;
    bool m_isDebug;
    QJsonObject m_webhookModule;
    std::chrono::milliseconds m_syncInterval{0};
    WebhookModule m_webhooks;
    ApiServer m_server;
    QTimer m_syncTimer;
};

} // namespace meshwatch::sandbox
