// SPDX-License-Identifier: MIT
#pragma once

#include <QPointer>
#include <QTcpServer>
#include <QTcpSocket>

#include <functional>

/// A server in the test's own thread that reads HTTP/1.1 requests and answers with whatever bytes the test
/// says: also wrong, late, half or no answers at all.
class RawServer : public QObject {
public:
    struct Request {
        QByteArray method;
        QByteArray target; ///< as sent: path and query, percent-encoded
        QList<std::pair<QByteArray, QByteArray>> headers;
        QByteArray body;

        /// Empty if there is none; names compare without case.
        [[nodiscard]] QByteArray header(const QByteArray& name) const;
        [[nodiscard]] QByteArray path() const { return target.split('?').first(); }
    };
    /// What to do with a request: write to the socket, now or later, close it, or nothing.
    using Handler = std::function<void(const Request&, QTcpSocket*)>;

    /// `server` listens on 127.0.0.1 at a free port; a QSslServer makes it https.
    explicit RawServer(Handler handler, QTcpServer* server = nullptr);

    [[nodiscard]] QString url(const QString& host = QStringLiteral("127.0.0.1")) const;
    [[nodiscard]] int count(const QByteArray& path) const;

    /// A whole answer.
    [[nodiscard]] static QByteArray answer(int status, const QByteArray& body,
                                           const QByteArray& contentType = "application/json; charset=utf-8",
                                           const QByteArray& moreHeaders = {});
    /// A Connector's error.
    [[nodiscard]] static QByteArray error(int status, const QByteArray& code);

    QList<Request> requests;
    int connections = 0;

private:
    void accept();
    void read(QTcpSocket* socket, QByteArray& buffer);

    QTcpServer* m_server;
    Handler m_handler;
    bool m_isTls;
};
