// SPDX-License-Identifier: MIT
#pragma once

#include "bodysink.h"
#include "onceonlybody.h"

#include <meshwatch/connector/connectorsettings.h>

#include <QNetworkReply>
#include <QNetworkRequest>
#include <QObject>
#include <QPointer>
#include <QSslError>
#include <QTimer>

#include <functional>
#include <optional>

namespace meshwatch::connector {

/// One HTTP request to send, whole.
struct Outgoing {
    QNetworkRequest request;
    QByteArray method;
    RequestBody body = {};                                 ///< of any method but GET
    std::chrono::milliseconds timeout{30'000};             ///< of silence
    std::chrono::milliseconds answerTimeout{30'000};       ///< of silence after the body is out
    std::optional<std::chrono::milliseconds> longest = {}; ///< of all; none: only silence ends it
    qint64 maxBytes = 0;
    std::shared_ptr<BodySink> sink = {}; ///< takes the body of a good answer; begun already
    std::function<void(qint64 done, qint64 total)> progress = {}; ///< bytes of the body sent or received
};

/// What came back, whatever its status.
struct Answer {
    int status = 0;
    QByteArray body; ///< empty where a sink took it
    qint64 size = 0; ///< bytes of the body, wherever it is
    QByteArray contentType;
    QByteArray contentDisposition;
    QByteArray location;
    int retryAfterSeconds = 0;
};

/// One HTTP request on its way: streams the body out and the answer in under the limits of time and size.
/// Calls `done` once, from the event loop, unless it is destroyed before, which aborts it. Its errors are in
/// doubt if the server may have the request.
class Exchange : public QObject {
public:
    using Done = std::function<void(ConnectorResult<Answer>)>;

    Exchange(QNetworkAccessManager& network, Outgoing outgoing, Done done, QObject* parent);
    ~Exchange() override;

    /// Can the server have the request whole? Before that it cannot have done what the request asks for.
    [[nodiscard]] bool mayHaveArrived() const;

private:
    void send(QNetworkAccessManager& network);
    void watch();
    void sent(qint64 done, qint64 total);
    void take();
    [[nodiscard]] std::optional<ConnectorError> keep(const QByteArray& bytes);
    void finish();
    void release();
    void fail(ConnectorError error);
    [[nodiscard]] ConnectorError tooLarge() const;
    [[nodiscard]] ConnectorError networkError() const;
    [[nodiscard]] int status() const;
    [[nodiscard]] bool isCutShort() const;
    [[nodiscard]] bool isForSink() const;

    Outgoing m_outgoing;
    Done m_done;
    QNetworkReply* m_reply = nullptr;
    QPointer<OnceOnlyBody> m_sent;
    QByteArray m_body;
    qint64 m_received = 0;
    QList<QSslError> m_sslErrors;
    QTimer m_silence;
    QTimer m_longest;
};

/// Words and advice for what TLS found wrong with a server.
[[nodiscard]] ConnectorError explainTls(const QList<QSslError>& errors, const QString& otherwise);

} // namespace meshwatch::connector
