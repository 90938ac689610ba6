// SPDX-License-Identifier: MIT
#pragma once

#include <meshwatch/sandbox/sandbox.h>
#include <meshwatch/workspace/workspace.h>

#include <QObject>
#include <QThread>

#include <memory>

namespace meshwatch {

/// Plays the sandbox beside the window and makes its Connectors connections of the workspace: over HTTP, like
/// any other Connector.
class SandboxHost : public QObject {
    Q_OBJECT
public:
    explicit SandboxHost(QObject* parent = nullptr);
    ~SandboxHost() override;

    /// Starts the sandbox in a thread of its own. Errors: those of Sandbox::start().
    [[nodiscard]] Result<void> start(const sandbox::Sandbox::Options& options);
    [[nodiscard]] const QList<sandbox::Sandbox::ConnectorInfo>& connectors() const { return m_connectors; }
    /// Adds the Connectors to the workspace, which must be listening, and lets them deliver to it.
    [[nodiscard]] Result<void> connectTo(Workspace& workspace);

    /// Runs `call(sandbox)` on the sandbox's thread and waits for it.
    template<typename Call>
    void run(Call call) {
        QMetaObject::invokeMethod(
            m_sandbox.get(), [this, &call] { call(*m_sandbox); }, Qt::BlockingQueuedConnection);
    }

private:
    QThread m_thread;
    std::unique_ptr<sandbox::Sandbox> m_sandbox; ///< lives in m_thread
    QList<sandbox::Sandbox::ConnectorInfo> m_connectors;
    double m_rate = 0; ///< actions per second, once connected
};

} // namespace meshwatch
