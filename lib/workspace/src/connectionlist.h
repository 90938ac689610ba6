// SPDX-License-Identifier: MIT
#pragma once

#include <meshwatch/events/eventstore.h>
#include <meshwatch/workspace/connection.h>
#include <meshwatch/workspace/listening.h>

#include <vector>

namespace meshwatch {

/// workspace.json: the connections of a workspace and what goes for all of them. Written whole or not at all.
class ConnectionList {
public:
    explicit ConnectionList(QString path);

    /// An absent file is an empty list. A damaged one is an error and stays as it is.
    [[nodiscard]] Result<std::vector<Connection>> load();
    [[nodiscard]] Result<void> save(const std::vector<Connection>& connections);

    /// Distinguishes this workspace's secrets in the keychain from another's.
    [[nodiscard]] const QString& workspaceId() const { return m_workspaceId; }
    [[nodiscard]] const Retention& retention() const { return m_retention; }
    void setRetention(const Retention& retention) { m_retention = retention; }
    [[nodiscard]] const Listening& listening() const { return m_listening; }
    void setListening(const Listening& listening) { m_listening = listening; }

private:
    QString m_path;
    QString m_workspaceId;
    Retention m_retention;
    Listening m_listening;
};

} // namespace meshwatch
