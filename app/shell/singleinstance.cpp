// SPDX-License-Identifier: MIT
#include "singleinstance.h"

#include <QCryptographicHash>
#include <QDir>
#include <QLocalSocket>

namespace meshwatch {

namespace {
constexpr int patienceMs = 1000;
}

SingleInstance::SingleInstance(const QString& folder, QObject* parent)
    : QObject(parent)
    , m_name(QStringLiteral("meshwatch-") +
             QString::fromLatin1(
                 QCryptographicHash::hash(QDir(folder).absolutePath().toUtf8(), QCryptographicHash::Sha256)
                     .toHex()
                     .first(16))) {
    // No word is exchanged: a connection alone asks for the window.
    m_server.setSocketOptions(QLocalServer::UserAccessOption);
    connect(&m_server, &QLocalServer::newConnection, this, [this] {
        while (QLocalSocket* socket = m_server.nextPendingConnection()) {
            connect(socket, &QLocalSocket::disconnected, socket, &QObject::deleteLater);
            socket->disconnectFromServer();
        }
        Q_EMIT woken();
    });
}

bool SingleInstance::wakeOther() const {
    QLocalSocket socket;
    socket.connectToServer(m_name);
    return socket.waitForConnected(patienceMs);
}

void SingleInstance::listen() {
    // We hold the workspace's lock, so a socket of that name is left over from a crash.
    QLocalServer::removeServer(m_name);
    m_server.listen(m_name);
}

} // namespace meshwatch
