// SPDX-License-Identifier: MIT
#pragma once

#include <QPointer>
#include <QTcpServer>
#include <QTcpSocket>

/// Stands before a server and hands on bytes, until the network is to fail.
class TcpProxy : public QObject {
public:
    explicit TcpProxy(quint16 server)
        : m_server(server) {
        connect(&m_listener, &QTcpServer::newConnection, this, [this] {
            while (QTcpSocket* socket = m_listener.nextPendingConnection())
                take(socket);
        });
        if (!m_listener.listen(QHostAddress::LocalHost))
            qFatal("the test cannot listen on 127.0.0.1");
    }
    [[nodiscard]] quint16 port() const { return m_listener.serverPort(); }
    /// Connections taken so far.
    [[nodiscard]] int count() const { return m_count; }

    /// Breaks what is connected.
    void cut() {
        for (const auto& socket : std::exchange(m_sockets, {})) {
            if (socket)
                socket->abort();
        }
    }
    /// Nothing that a client says now reaches the server; those that come later are not concerned.
    void holdBack() {
        for (const auto& near : std::as_const(m_sockets)) {
            if (near)
                disconnect(near, &QTcpSocket::readyRead, nullptr, nullptr);
        }
    }
    /// The clients' connections are broken, and the server does not learn of it until forgetHalves().
    void cutClientOnly() {
        for (const auto& near : std::exchange(m_sockets, {})) {
            if (!near)
                continue;
            auto* far = near->findChild<QTcpSocket*>();
            far->disconnect();
            far->setParent(&m_halves);
            near->abort();
        }
    }
    void forgetHalves() { qDeleteAll(m_halves.findChildren<QTcpSocket*>()); }
    /// From now on nothing passes, though all connections stay open: a cable pulled.
    void hush() { m_isHushed = true; }
    void unhush() { m_isHushed = false; }

private:
    void take(QTcpSocket* near) {
        ++m_count;
        auto* far = new QTcpSocket(near);
        m_sockets.append(near);
        far->connectToHost(QHostAddress(QHostAddress::LocalHost), m_server);
        pass(near, far);
        pass(far, near);
        connect(near, &QTcpSocket::disconnected, near, &QObject::deleteLater);
        connect(far, &QTcpSocket::disconnected, near, &QTcpSocket::disconnectFromHost);
        connect(far, &QTcpSocket::errorOccurred, near, [near] { near->abort(); });
    }
    void pass(QTcpSocket* from, QTcpSocket* to) {
        connect(from, &QTcpSocket::readyRead, to, [this, from, to] {
            const QByteArray bytes = from->readAll();
            if (!m_isHushed && to->isOpen())
                to->write(bytes);
        });
    }

    QTcpServer m_listener;
    const quint16 m_server;
    QObject m_halves; ///< connections to the server whose client is gone
    QList<QPointer<QTcpSocket>> m_sockets;
    bool m_isHushed = false;
    int m_count = 0;
};
