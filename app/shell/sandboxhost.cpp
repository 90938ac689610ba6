// SPDX-License-Identifier: MIT
#include "sandboxhost.h"

#include <QUrl>

namespace meshwatch {

using sandbox::Sandbox;

SandboxHost::SandboxHost(QObject* parent)
    : QObject(parent) {
    m_thread.setObjectName(QStringLiteral("sandbox"));
}

SandboxHost::~SandboxHost() {
    if (m_sandbox) {
        // Its sockets and timers may only be touched by their own thread.
        QMetaObject::invokeMethod(
            m_sandbox.get(), [this] { m_sandbox.reset(); }, Qt::BlockingQueuedConnection);
    }
    m_thread.quit();
    m_thread.wait();
}

Result<void> SandboxHost::start(const Sandbox::Options& options) {
    // People come when somebody watches: so their first events, too, are told as they happen.
    Sandbox::Options quiet = options;
    m_rate = std::exchange(quiet.rate, 0);
    m_sandbox = std::make_unique<Sandbox>(quiet);
    m_sandbox->moveToThread(&m_thread);
    m_thread.start();
    Result<void> started;
    run([&](Sandbox& sandbox) {
        started = sandbox.start();
        m_connectors = sandbox.connectors();
    });
    return started;
}

Result<void> SandboxHost::connectTo(Workspace& workspace) {
    for (int i = 0; i < m_connectors.size(); ++i) {
        const Sandbox::ConnectorInfo& info = m_connectors[i];
        Connection connection;
        if (const Connection* known = workspace.connection(info.name))
            connection = *known;
        connection.name = info.name;
        connection.url = QUrl(info.url);
        connection.authentication = Connection::Authentication::ApiKey;
        if (!connection.id.isValid()) {
            const auto added = workspace.add(connection);
            if (!added)
                return added.error();
            connection.id = *added;
        } else if (const auto updated = workspace.update(connection); !updated) {
            return updated;
        }
        workspace.secrets().setUntilExit(connection.id, SecretKind::ApiKey, info.apiKey);
        workspace.reloadSecrets(connection.id);
        Result<void> isSet;
        run([&](Sandbox& sandbox) { isSet = sandbox.setWebhookUrl(i, workspace.webhookUrl(connection)); });
        if (!isSet)
            return isSet;
    }
    run([this](Sandbox& sandbox) { sandbox.setRate(m_rate); });
    return {};
}

} // namespace meshwatch
