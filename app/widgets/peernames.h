// SPDX-License-Identifier: MIT
#pragma once

#include <meshwatch/workspace/workspace.h>

#include <QHash>
#include <QTimer>

namespace meshwatch {

/// What the peers of all connections are called, for tables that show many of them.
class PeerNames : public QObject {
    Q_OBJECT
public:
    /// The workspace must outlive it.
    explicit PeerNames(Workspace& workspace, QObject* parent = nullptr);

    /// The name, else the short address.
    [[nodiscard]] QString title(ConnectionId connection, const QString& address) const;
    [[nodiscard]] bool isNamed(ConnectionId connection, const QString& address) const;

Q_SIGNALS:
    void changed();

private:
    void follow(ConnectionId connection);
    void followAll();
    void collect();

    using Key = std::pair<ConnectionId, QString>;
    Workspace& m_workspace;
    QHash<Key, QString> m_names;
    QTimer m_pause; ///< gathers changes
};

} // namespace meshwatch
