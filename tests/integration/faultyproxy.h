// SPDX-License-Identifier: MIT
#pragma once

#include <QHash>
#include <QPointer>
#include <QTcpServer>
#include <QTcpSocket>
#include <QUrl>

#include <sys/socket.h>

/// Stands before a Connector, hands requests on one at a time, and fails with one of them as it is told.
class FaultyProxy : public QObject {
public:
    enum class Fault {
        None,
        Refuse500,    ///< in the Connector's words; it does not learn of the request
        Refuse413,    ///< as a server in front of it
        Page,         ///< HTML, as a login page; it does not learn of the request
        Silence,      ///< it does not learn of the request, and no answer comes
        LostRequest,  ///< read whole, and the connection dropped; it does not learn of the request
        HalfRequest,  ///< the connection is dropped before much of the request came
        StuckRequest, ///< then nothing is read any more
        LostAnswer,   ///< the Connector does what it is asked to; its answer is dropped
        PageAfter,    ///< the same, and HTML comes instead
        HalfAnswer,   ///< the connection is dropped in the middle of the answer
        StuckAnswer,  ///< nothing comes after the half of the answer
    };

    explicit FaultyProxy(const QString& connector)
        : m_connector(connector) {
        connect(&m_server, &QTcpServer::newConnection, this, [this] {
            while (QTcpSocket* socket = m_server.nextPendingConnection())
                take(socket);
        });
        if (!m_server.listen(QHostAddress::LocalHost))
            qFatal("the test cannot listen on 127.0.0.1");
    }

    QString url() const { return QStringLiteral("http://127.0.0.1:%1").arg(m_server.serverPort()); }
    /// From now on the `nth` request that begins so ("POST /api/core/v1/Messages") fails; the counts start
    /// anew.
    void fail(const QByteArray& request, Fault fault, int nth = 1) {
        m_request = request;
        m_fault = fault;
        m_nth = nth;
        m_count = 0;
        m_isSilent = false;
    }
    void mend() { m_fault = Fault::None; }
    /// How often the request that was to fail came.
    int count() const { return m_count; }
    /// The request that is to fail has begun.
    bool hasBegun() const { return m_count >= m_nth; }
    /// All of it has come, and no answer will.
    bool isSilent() const { return m_isSilent; }

private:
    struct Request {
        QByteArray head;
        QByteArray body;
        qsizetype length = 0;
        Fault fault = Fault::None;
        bool hasHead = false;
    };

    void take(QTcpSocket* socket) {
        // Small, so that what is not read here has not left the other side either.
        socket->setReadBufferSize(64 * 1024);
        socket->setSocketOption(QAbstractSocket::ReceiveBufferSizeSocketOption, 64 * 1024);
        const auto request = std::make_shared<Request>();
        connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
        connect(socket, &QTcpSocket::readyRead, this, [this, socket, request] { read(socket, *request); });
    }

    void read(QTcpSocket* socket, Request& request) {
        if (request.fault == Fault::StuckRequest && request.body.size() > request.length / 16)
            return;
        (request.hasHead ? request.body : request.head) += socket->readAll();
        if (!request.hasHead && !takeHead(request))
            return;
        if (request.fault == Fault::HalfRequest && request.body.size() * 16 >= request.length)
            return reset(socket);
        if (request.body.size() < request.length)
            return;
        answer(socket, request);
    }

    /// Drops the connection so that whoever is still sending is told at once, and hardly a reason.
    static void reset(QTcpSocket* socket) {
        const linger none{1, 0};
        ::setsockopt(int(socket->socketDescriptor()), SOL_SOCKET, SO_LINGER, &none, sizeof none);
        socket->abort();
    }

    bool takeHead(Request& request) {
        const qsizetype end = request.head.indexOf("\r\n\r\n");
        if (end < 0)
            return false;
        request.hasHead = true;
        request.body = request.head.mid(end + 4);
        request.head.truncate(end);
        QByteArrayList lines = request.head.split('\n');
        for (QByteArray& line : lines) {
            const QByteArray name = line.left(line.indexOf(':')).toLower();
            if (name == "content-length")
                request.length = line.mid(line.indexOf(':') + 1).trimmed().toLongLong();
            if (name == "connection")
                line = "Connection: close\r";
        }
        request.head = lines.join('\n');
        if (!m_request.isEmpty() && request.head.startsWith(m_request) && ++m_count == m_nth)
            request.fault = m_fault;
        return true;
    }

    void answer(QTcpSocket* socket, const Request& request) {
        switch (request.fault) {
        case Fault::Refuse500:
            return send(socket, "500 Internal Server Error", "application/json",
                        R"({"error":{"code":"error.platform.unexpected","message":"The Backbone is down.",)"
                        R"("id":"ERR0","time":"2026-11-24T00:00:00.000Z","docs":""}})");
        case Fault::Refuse413:
            return send(socket, "413 Payload Too Large", "text/plain", "too large");
        case Fault::Page:
            return send(socket, "200 OK", "text/html", "<html><title>Log in</title></html>");
        case Fault::Silence:
            m_isSilent = true;
            return;
        case Fault::LostRequest:
            return socket->abort();
        default:
            return handOn(socket, request);
        }
    }

    void handOn(QTcpSocket* socket, const Request& request) {
        auto* connector = new QTcpSocket(socket);
        const auto got = std::make_shared<QByteArray>();
        const Fault fault = request.fault;
        connect(connector, &QTcpSocket::readyRead, socket,
                [connector, got] { *got += connector->readAll(); });
        connect(connector, &QTcpSocket::disconnected, socket, [this, socket, got, fault] {
            switch (fault) {
            case Fault::LostAnswer:
                return socket->abort();
            case Fault::PageAfter:
                return send(socket, "200 OK", "text/html", "<html><title>Log in</title></html>");
            case Fault::HalfAnswer:
            case Fault::StuckAnswer:
                socket->write(got->left(got->size() / 2));
                if (fault == Fault::HalfAnswer)
                    socket->disconnectFromHost();
                return;
            default:
                socket->write(*got);
                socket->disconnectFromHost();
            }
        });
        connector->connectToHost(QStringLiteral("127.0.0.1"), quint16(m_connector.port()));
        connector->write(request.head + "\r\n\r\n" + request.body);
    }

    static void send(QTcpSocket* socket, const QByteArray& status, const QByteArray& type,
                     const QByteArray& body) {
        socket->write("HTTP/1.1 " + status + "\r\nContent-Type: " + type +
                      "\r\nConnection: close\r\nContent-Length: " + QByteArray::number(body.size()) +
                      "\r\n\r\n" + body);
        socket->disconnectFromHost();
    }

    QTcpServer m_server;
    const QUrl m_connector;
    QByteArray m_request;
    Fault m_fault = Fault::None;
    int m_nth = 1;
    int m_count = 0;
    bool m_isSilent = false;
};
