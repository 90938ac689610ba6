// SPDX-License-Identifier: MIT
#pragma once

#include <QTcpServer>
#include <QTcpSocket>

#include <functional>

/// A broker of one client that notes when a message of QoS 1 is acknowledged.
class AckWatcher : public QTcpServer {
public:
    AckWatcher() {
        connect(this, &QTcpServer::newConnection, this, [this] {
            m_socket = nextPendingConnection();
            m_bytes.clear();
            connect(m_socket, &QTcpSocket::readyRead, this, [this] { read(); });
        });
        if (!listen(QHostAddress::LocalHost))
            qFatal("the test cannot listen on 127.0.0.1");
    }
    void setOnAcknowledged(std::function<void()> onAcknowledged) {
        m_onAcknowledged = std::move(onAcknowledged);
    }
    void publish(const QByteArray& body) {
        const QByteArray topic = "transport/messageReceived";
        const QByteArray rest =
            '\0' + QByteArray(1, char(topic.size())) + topic + QByteArray("\0\7", 2) + body;
        m_socket->write(QByteArray(1, '\x32') + char(rest.size()) + rest);
    }

private:
    void read() {
        m_bytes += m_socket->readAll();
        while (m_bytes.size() >= 2 && m_bytes.size() >= 2 + m_bytes[1]) {
            const QByteArray packet = m_bytes.left(2 + m_bytes[1]);
            m_bytes.remove(0, packet.size());
            answer(packet);
        }
    }
    void answer(const QByteArray& packet) {
        switch (quint8(packet[0]) >> 4) {
        case 1: // CONNECT
            m_socket->write(QByteArray("\x20\2\0\0", 4));
            break;
        case 4: // PUBACK
            m_onAcknowledged();
            break;
        case 8: // SUBSCRIBE
            m_socket->write("\x90\3" + packet.mid(2, 2) + '\1');
            break;
        case 10: // UNSUBSCRIBE
            m_socket->write("\xb0\2" + packet.mid(2, 2));
            break;
        }
    }

    QTcpSocket* m_socket = nullptr;
    QByteArray m_bytes;
    std::function<void()> m_onAcknowledged;
};
