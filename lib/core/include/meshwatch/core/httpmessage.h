// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>

#include <memory>
#include <utility>
#include <vector>

namespace meshwatch {

/// Header fields in the order they came; names compare without case.
using HttpHeaders = std::vector<std::pair<QByteArray, QByteArray>>;

/// The first value of a header; a null array if there is none.
[[nodiscard]] QByteArray headerValue(const HttpHeaders& headers, QByteArrayView name);

/// A request as the server received it.
struct HttpRequest {
    QByteArray method;
    QByteArray path;  ///< percent-decoded, from the first slash
    QByteArray query; ///< as sent, without the question mark
    HttpHeaders headers;
    QByteArray body;

    [[nodiscard]] QByteArray header(QByteArrayView name) const { return headerValue(headers, name); }
    /// The first value of a query item, percent-decoded; null if there is none.
    [[nodiscard]] QByteArray queryItem(QByteArrayView name) const;
};

/// What the server answers.
struct HttpResponse {
    int status = 204;
    QByteArray body;
    QByteArray contentType = "application/json";
    HttpHeaders headers;

    /// A refusal with the JSON body `{"error":{"code":…,"message":…}}`.
    [[nodiscard]] static HttpResponse refusal(int status, const QString& code, const QString& message);
};

/// Answers one request, once, from any thread. Dropped without an answer it says 503.
class HttpResponder {
public:
    class State;

    HttpResponder() = default;
    explicit HttpResponder(std::shared_ptr<State> state)
        : m_state(std::move(state)) {}
    HttpResponder(HttpResponder&& other) noexcept = default;
    HttpResponder& operator=(HttpResponder&& other) noexcept;
    ~HttpResponder();

    void send(HttpResponse response);

private:
    std::shared_ptr<State> m_state;
};

} // namespace meshwatch
