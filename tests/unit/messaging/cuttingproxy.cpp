// SPDX-License-Identifier: MIT
#include "cuttingproxy.h"

#include <QHostAddress>

CuttingProxy::CuttingProxy(quint16 target)
    : m_target(target) {
    connect(&m_server, &QTcpServer::newConnection, this, &CuttingProxy::accept);
    recover();
}

void CuttingProxy::recover() {
    m_cut = Cut::Nothing;
    if (!m_server.isListening() && !m_server.listen(QHostAddress::LocalHost, m_port))
        qFatal("the proxy cannot listen");
    m_port = m_server.serverPort();
}

void CuttingProxy::accept() {
    while (QTcpSocket* client = m_server.nextPendingConnection()) {
        auto* connector = new QTcpSocket(client);
        connector->connectToHost(QHostAddress::LocalHost, m_target);
        connect(client, &QTcpSocket::readyRead, this,
                [this, client, connector] { forward(client, connector); });
        connect(client, &QTcpSocket::disconnected, client, &QObject::deleteLater);
        connect(connector, &QTcpSocket::disconnected, client, &QTcpSocket::disconnectFromHost);
        connect(connector, &QTcpSocket::readyRead, this, [this, client, connector] {
            const QByteArray bytes = connector->readAll();
            if (client->property("isDoomed").toBool())
                breakOff(client);
            else
                client->write(bytes);
        });
    }
}

void CuttingProxy::forward(QTcpSocket* client, QTcpSocket* connector) {
    const QByteArray bytes = client->readAll();
    const bool isPost = bytes.startsWith("POST /api/core/v1/Messages");
    posts += isPost;
    if (isPost && m_cut == Cut::Request)
        return breakOff(client);
    if (isPost && m_cut == Cut::Answer)
        client->setProperty("isDoomed", true);
    connector->write(bytes);
}

void CuttingProxy::breakOff(QTcpSocket* client) {
    m_server.close();
    client->abort();
}
