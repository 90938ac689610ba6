// SPDX-License-Identifier: MIT
#pragma once

#include <QTcpServer>
#include <QTcpSocket>

/// Stands between a client and a server of the test and hands on what both say, until it is told to fail.
class TcpProxy : public QObject {
public:
    explicit TcpProxy(quint16 target)
        : m_target(target) {
        connect(&m_server, &QTcpServer::newConnection, this, [this] {
            while (QTcpSocket* client = m_server.nextPendingConnection())
                join(client);
        });
        if (!m_server.listen(QHostAddress::LocalHost))
            qFatal("the test cannot listen on 127.0.0.1");
    }

    quint16 port() const { return m_server.serverPort(); }
    /// Breaks all connections; new ones can be made.
    void cut() {
        const auto sockets = m_server.findChildren<QTcpSocket*>();
        for (QTcpSocket* socket : sockets)
            socket->abort();
    }
    /// Nothing that a client says now reaches the server; those that come later are not concerned.
    void holdBack() {
        const auto clients = m_server.findChildren<QTcpSocket*>(QString(), Qt::FindDirectChildrenOnly);
        for (QTcpSocket* client : clients)
            disconnect(client, &QTcpSocket::readyRead, nullptr, nullptr);
    }
    /// The client's connections are broken, and the server does not learn of it until forgetHalves().
    void cutClientOnly() {
        const auto clients = m_server.findChildren<QTcpSocket*>(QString(), Qt::FindDirectChildrenOnly);
        for (QTcpSocket* client : clients) {
            const auto servers = client->findChildren<QTcpSocket*>();
            for (QTcpSocket* server : servers) {
                server->disconnect();
                server->setParent(&m_halves);
            }
            client->abort();
        }
    }
    void forgetHalves() { qDeleteAll(m_halves.findChildren<QTcpSocket*>()); }

private:
    void join(QTcpSocket* client) {
        auto* server = new QTcpSocket(client);
        connect(client, &QTcpSocket::readyRead, server, [=] { server->write(client->readAll()); });
        connect(server, &QTcpSocket::readyRead, client, [=] { client->write(server->readAll()); });
        connect(server, &QTcpSocket::disconnected, client, &QTcpSocket::disconnectFromHost);
        connect(server, &QTcpSocket::errorOccurred, client, [client] { client->disconnectFromHost(); });
        connect(client, &QTcpSocket::disconnected, client, &QObject::deleteLater);
        server->connectToHost(QStringLiteral("127.0.0.1"), m_target);
    }

    const quint16 m_target;
    QTcpServer m_server;
    QObject m_halves;
};
