// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>

#include <memory>
#include <utility>
#include <vector>

namespace meshwatch {

/// Header fields to send, in their order.
using HttpHeaders = std::vector<std::pair<QByteArray, QByteArray>>;

/// Header fields as they came, in their order; names compare without case. All texts lie in one array: a
/// delivery has a dozen fields, and an allocation for each name and value would cost more than reading them.
class HttpFields {
public:
    HttpFields();
    void add(QByteArrayView name, QByteArrayView value);

    [[nodiscard]] size_t size() const { return m_fields.size(); }
    /// Valid as long as this is.
    [[nodiscard]] QByteArrayView name(size_t i) const;
    [[nodiscard]] QByteArrayView value(size_t i) const;
    /// The first value of a field; a null view if there is none.
    [[nodiscard]] QByteArrayView value(QByteArrayView name) const;

private:
    struct Field {
        qsizetype begin, nameSize, valueSize;
    };
    QByteArray m_text;
    std::vector<Field> m_fields;
};

/// A request as the server received it.
struct HttpRequest {
    QByteArray method;
    QByteArray path;  ///< percent-decoded, from the first slash
    QByteArray query; ///< as sent, without the question mark
    HttpFields headers;
    QByteArray body;

    [[nodiscard]] QByteArrayView header(QByteArrayView name) const { return headers.value(name); }
    /// The first value of a query item, percent-decoded; null if there is none.
    [[nodiscard]] QByteArray queryItem(QByteArrayView name) const;
};

/// What the server answers.
struct HttpResponse {
    int status = 204;
    QByteArray body;
    QByteArray contentType = QByteArrayLiteral("application/json");
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
    /// Closes the connection without an answer.
    void drop();

private:
    std::shared_ptr<State> m_state;
};

} // namespace meshwatch
