// SPDX-License-Identifier: MIT
#pragma once

#include <meshwatch/workspace/connection.h>

#include <QFuture>
#include <QHash>
#include <QObject>

namespace meshwatch {

/// Secrets of a workspace's connections: in the system's keychain, or, if the user chose so, only in memory.
/// Never in a file of ours.
class SecretStore : public QObject {
    Q_OBJECT
public:
    enum class Keeping { Keychain, UntilExit };
    Q_ENUM(Keeping)

    explicit SecretStore(QString workspaceId, QObject* parent = nullptr);

    /// Where new secrets go. Keychain unless set otherwise.
    void setKeeping(Keeping keeping);
    [[nodiscard]] Keeping keeping() const { return m_keeping; }

    /// Reads a secret; empty if there is none. Error "secrets.unavailable" when there is no keychain.
    [[nodiscard]] QFuture<Result<QString>> read(ConnectionId connection, const SecretName& secret);
    /// Keeps a secret; an empty one removes it. Error "secrets.unavailable": ask the user,
    /// setKeeping(UntilExit), and call again.
    [[nodiscard]] QFuture<Result<void>> write(ConnectionId connection, const SecretName& secret,
                                              const QString& value);
    /// For this process only, from an environment variable or a dialog.
    void setUntilExit(ConnectionId connection, const SecretName& secret, const QString& value);
    /// Whether it is in memory, were it only that there is none.
    [[nodiscard]] bool isKnown(ConnectionId connection, const SecretName& secret) const;
    /// The secret if it is already in memory.
    [[nodiscard]] QString known(ConnectionId connection, const SecretName& secret) const;

private:
    [[nodiscard]] QString key(ConnectionId connection, const SecretName& secret) const;
    QString m_workspaceId;
    Keeping m_keeping = Keeping::Keychain;
    QHash<QString, QString> m_known;
};

} // namespace meshwatch
