// SPDX-License-Identifier: MIT
#pragma once

#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QTest>

#include <memory>

/// Requests as a Connector makes them, and what became of them.
class HttpPost {
public:
    using Headers = QList<std::pair<QByteArray, QByteArray>>;
    struct Answer {
        int status = 0; ///< 0: the connection broke
        QByteArray body;
        QByteArray challenge; ///< WWW-Authenticate
        QByteArray cacheControl;
    };

    [[nodiscard]] std::unique_ptr<QNetworkReply> begin(const QString& url, const QByteArray& body,
                                                       const Headers& headers = {},
                                                       const QByteArray& method = "POST") {
        QNetworkRequest request{QUrl(url)};
        request.setHeader(QNetworkRequest::ContentTypeHeader, QByteArray("application/json"));
        for (const auto& [name, value] : headers)
            request.setRawHeader(name, value);
        return std::unique_ptr<QNetworkReply>(m_network.sendCustomRequest(request, method, body));
    }
    [[nodiscard]] static Answer wait(QNetworkReply& reply) {
        if (!QTest::qWaitFor([&reply] { return reply.isFinished(); }, 30'000))
            return {};
        return {reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt(), reply.readAll(),
                reply.rawHeader("www-authenticate"), reply.rawHeader("cache-control")};
    }
    Answer post(const QString& url, const QByteArray& body, const Headers& headers = {},
                const QByteArray& method = "POST") {
        const auto reply = begin(url, body, headers, method);
        return wait(*reply);
    }

private:
    QNetworkAccessManager m_network;
};
