// SPDX-License-Identifier: MIT
#pragma once

#include <meshwatch/core/httpmessage.h>
#include <meshwatch/core/result.h>

#include <QHostAddress>

#include <chrono>
#include <functional>
#include <memory>
#include <optional>

namespace meshwatch {

class HttpService;

/// An HTTP/1.1 server on Boost.Asio and Boost.Beast whose answers may come later and from any thread.
///
/// It runs a thread of its own: `check` and `handle` are called there and must not block. A request is
/// refused before anything of ours sees it when a web page could have sent it: it has an `Origin` header,
/// or its `Host` is neither the address it came to nor one of `allowedHosts` (403). Limits answer with
/// their own status: body too large 413, too slow 408, too many connections 503. Every refusal has a JSON
/// body `{"error":{"code","message"}}`.
class HttpServer {
public:
    struct Options {
        QHostAddress address = QHostAddress(QHostAddress::LocalHost);
        quint16 port = 0;         ///< 0 takes a free one
        QStringList allowedHosts; ///< names besides its own address, without port
        qsizetype maxBodyBytes = 8 * 1024 * 1024;
        int maxConnections = 1000;
        std::chrono::milliseconds requestTime{30'000}; ///< from the first byte to the last of a request
        std::chrono::seconds idleTime{75};             ///< a kept-alive connection without a request
        QByteArray certificatePem;                     ///< with `privateKeyPem`: HTTPS
        QByteArray privateKeyPem;
    };
    /// Looks at a request before its body is taken; an answer refuses it.
    using Check = std::function<std::optional<HttpResponse>(const HttpRequest& head)>;
    /// Takes a whole request and answers through `responder`, now or later.
    using Handler = std::function<void(HttpRequest request, HttpResponder responder)>;

    HttpServer();
    ~HttpServer();
    HttpServer(const HttpServer&) = delete;
    HttpServer& operator=(const HttpServer&) = delete;

    /// Listens. Fails with "http.listen" (address in use, no right to the port, …) or "http.tls".
    [[nodiscard]] Result<void> start(const Options& options, Check check, Handler handle);

    /// Takes no further requests, lets those under way finish for at most `patience`, then closes.
    void stop(std::chrono::milliseconds patience = std::chrono::seconds(5));

    [[nodiscard]] bool isListening() const;
    [[nodiscard]] quint16 port() const;
    /// "http://127.0.0.1:8477", or empty when it does not listen.
    [[nodiscard]] QString url() const;

private:
    std::unique_ptr<HttpService> m_service; ///< while it listens
};

} // namespace meshwatch
