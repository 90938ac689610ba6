// SPDX-License-Identifier: MIT
#pragma once

#include <QNetworkAccessManager>
#include <QNetworkRequest>
#include <QUrl>

#include <chrono>
#include <functional>

class QNetworkReply;

namespace meshwatch {

/// HTTP requests to one server from the event loop of the thread that made this: no redirects, no cookies,
/// answers bounded in size and silence.
class HttpCalls : public QObject {
public:
    struct Call {
        QByteArray method;
        QUrl url;
        QByteArray contentType{}; ///< of the body, if there is one
        QByteArray body{};
        QByteArray authorization{};
        std::chrono::milliseconds silence{30'000}; ///< the longest without a byte
        qint64 maxBytes = 1024 * 1024;
    };
    /// An answer whatever its status, or in words why there is none.
    struct Answer {
        int status = 0; ///< 0: none
        QByteArray contentType{};
        QByteArray body{};
        bool isTooLarge = false;
        QString problem{};
        QString advice{};
    };
    using Done = std::function<void(Answer)>;

    explicit HttpCalls(const QUrl& server);
    /// Calls under way end unanswered.
    ~HttpCalls() override;

    /// `done` is called once, from the event loop.
    void send(const Call& call, Done done);
    void cancelAll();

private:
    struct Taken;
    [[nodiscard]] static Answer answerOf(QNetworkReply& reply, Taken& taken);
    [[nodiscard]] static Answer failureOf(const QNetworkReply& reply, const Taken& taken);

    QNetworkAccessManager m_network;
};

} // namespace meshwatch
