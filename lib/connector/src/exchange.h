// SPDX-License-Identifier: MIT
#pragma once

#include <meshwatch/connector/connectorerror.h>
#include <meshwatch/connector/connectorsettings.h>

#include <QNetworkReply>
#include <QNetworkRequest>
#include <QObject>
#include <QSslError>
#include <QTimer>

#include <functional>

namespace meshwatch::connector {

/// One HTTP request to send, whole.
struct Outgoing {
    QNetworkRequest request;
    QByteArray method;
    QByteArray body; ///< must not be empty unless the method is GET: see OnceOnlyBody
    std::chrono::milliseconds timeout{30'000};
    std::chrono::milliseconds longest{600'000};
    qint64 maxBytes = 0;
};

/// What came back, whatever its status.
struct Answer {
    int status = 0;
    QByteArray body;
    QByteArray contentType;
    QByteArray contentDisposition;
    QByteArray location;
    int retryAfterSeconds = 0;
};

/// One HTTP request on its way: streams the answer in under the limits of time and size. Calls `done` once,
/// from the event loop, unless it is destroyed before, which aborts it.
class Exchange : public QObject {
public:
    using Done = std::function<void(ConnectorResult<Answer>)>;

    Exchange(QNetworkAccessManager& network, Outgoing outgoing, Done done, QObject* parent);
    ~Exchange() override;

private:
    void take();
    void finish();
    void release();
    void fail(ConnectorError::Kind kind, const QString& message, const QString& advice);
    [[nodiscard]] ConnectorError networkError() const;

    Outgoing m_outgoing;
    Done m_done;
    QNetworkReply* m_reply = nullptr;
    QByteArray m_body;
    QList<QSslError> m_sslErrors;
    QTimer m_silence;
    QTimer m_longest;
};

/// Words and advice for what TLS found wrong with a server.
[[nodiscard]] ConnectorError explainTls(const QList<QSslError>& errors, const QString& otherwise);

} // namespace meshwatch::connector
