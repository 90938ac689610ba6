// SPDX-License-Identifier: MIT
#include "rawserver.h"

#include <QSslServer>

#include <memory>

QByteArray RawServer::Request::header(const QByteArray& name) const {
    for (const auto& [key, value] : headers) {
        if (key.compare(name, Qt::CaseInsensitive) == 0)
            return value;
    }
    return {};
}

RawServer::RawServer(Handler handler, QTcpServer* server)
    : m_server(server ? server : new QTcpServer)
    , m_handler(std::move(handler))
    , m_isTls(qobject_cast<QSslServer*>(server) != nullptr) {
    m_server->setParent(this);
    connect(m_server, &QTcpServer::pendingConnectionAvailable, this, [this] { accept(); });
    if (!m_server->listen(QHostAddress::LocalHost))
        qFatal("the test cannot listen on 127.0.0.1");
}

QString RawServer::url(const QString& host) const {
    return QStringLiteral("%1://%2:%3").arg(m_isTls ? u"https" : u"http", host).arg(m_server->serverPort());
}

int RawServer::count(const QByteArray& path) const {
    return int(std::count_if(requests.begin(), requests.end(),
                             [&path](const Request& r) { return r.path() == path; }));
}

void RawServer::accept() {
    while (QTcpSocket* socket = m_server->nextPendingConnection()) {
        ++connections;
        const auto buffer = std::make_shared<QByteArray>();
        connect(socket, &QTcpSocket::readyRead, this, [this, socket, buffer] { read(socket, *buffer); });
        connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
        read(socket, *buffer);
    }
}

void RawServer::read(QTcpSocket* socket, QByteArray& buffer) {
    buffer += socket->readAll();
    const qsizetype end = buffer.indexOf("\r\n\r\n");
    if (end < 0)
        return;
    Request request;
    const QList<QByteArray> lines = buffer.left(end).split('\n');
    request.method = lines.at(0).split(' ').value(0);
    request.target = lines.at(0).split(' ').value(1);
    for (const QByteArray& line : lines.mid(1))
        request.headers.emplaceBack(line.left(line.indexOf(':')).trimmed(),
                                    line.mid(line.indexOf(':') + 1).trimmed());
    const qsizetype length = request.header("Content-Length").toLongLong();
    if (buffer.size() < end + 4 + length)
        return;
    request.body = buffer.mid(end + 4, length);
    buffer.remove(0, end + 4 + length);
    requests << request;
    m_handler(request, socket);
}

QByteArray RawServer::answer(int status, const QByteArray& body, const QByteArray& contentType,
                             const QByteArray& moreHeaders) {
    QByteArray head = "HTTP/1.1 " + QByteArray::number(status) + " Whatever\r\n";
    if (status != 204)
        head += "Content-Type: " + contentType + "\r\nContent-Length: " + QByteArray::number(body.size()) +
                "\r\n";
    return head + moreHeaders + "\r\n" + body;
}

QByteArray RawServer::error(int status, const QByteArray& code) {
    return answer(status, "{\"error\":{\"code\":\"" + code +
                              "\",\"message\":\"Words.\",\"id\":\"ERR23456789ABCDEFGHJK\","
                              "\"time\":\"2026-11-23T21:48:27.159Z\",\"docs\":\"https://enmeshed.eu/x\"}}");
}
