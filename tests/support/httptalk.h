// SPDX-License-Identifier: MIT
#pragma once

#include <meshwatch/core/httpserver.h>

#include <QTcpSocket>

/// Talks to an HttpServer byte by byte.
namespace meshwatch::httptalk {

/// Sends bytes and reads until the server closes or nothing comes for two seconds.
inline QByteArray talk(quint16 port, const QByteArray& bytes, bool untilClosed = false) {
    QTcpSocket socket;
    socket.connectToHost(QHostAddress(QHostAddress::LocalHost), port);
    if (!socket.waitForConnected(5000))
        return "no connection";
    socket.write(bytes);
    QByteArray answer;
    while (socket.waitForReadyRead(5000)) {
        answer += socket.readAll();
        const qsizetype head = answer.indexOf("\r\n\r\n");
        if (!untilClosed && head > 0) {
            const qsizetype at = answer.toLower().indexOf("content-length: ");
            const qsizetype length =
                at < 0 ? 0 : answer.mid(at + 16, answer.indexOf('\r', at) - at - 16).toLongLong();
            if (answer.size() >= head + 4 + length)
                break;
        }
    }
    return answer;
}

inline int statusOf(const QByteArray& answer) { return answer.mid(9, 3).toInt(); }

inline QByteArray post(const QByteArray& path, const QByteArray& body, const QByteArray& extra = {}) {
    return "POST " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\n" + extra +
           "Content-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body;
}

/// Answers with what it was asked.
inline HttpServer::Handler echo() {
    return [](HttpRequest request, HttpResponder responder) {
        HttpResponse response;
        response.status = 200;
        response.body = request.method + ' ' + request.path + '?' + request.query + '\n' + request.body;
        response.contentType = "text/plain";
        responder.send(response);
    };
}

} // namespace meshwatch::httptalk
