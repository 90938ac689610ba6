// SPDX-License-Identifier: MIT
#pragma once

#include "googletoken.h"
#include "pubsubendpoint.h"

namespace meshwatch {

/// Why a call did not do what it should.
struct PubSubProblem {
    enum class Kind : quint8 {
        Broken,     ///< no answer, or none of Pub/Sub
        Transient,  ///< Google asks to come again later: quota, overload
        TooLarge,   ///< the answer is larger than we take
        BadRequest, ///< something of the call itself is not accepted
        Forbidden,
        Missing,
        Refused, ///< everything else that stays so
    };
    Kind kind = Kind::Broken;
    Error error;
};

/// What a subscription is like, as far as it matters here.
struct PubSubSubscription {
    bool isKnown = false; ///< false: this account may read its messages, but not what it is like
    QString topic;        ///< "projects/…/topics/…", or "_deleted-topic_"
    std::chrono::seconds acknowledgeWithin{10};
    std::chrono::seconds keeps{7 * 24 * 3600}; ///< the longest that a message can come again
    QString hindrance;                         ///< why nothing can be pulled from it; usually empty
    QString advice;
    bool hasFilter = false;
};

/// The calls of the Pub/Sub REST interface (v1) that who reads a subscription needs. Answers come from the
/// event loop of the thread that made this.
class PubSubApi {
public:
    template<typename T>
    using Done = std::function<void(Result<T, PubSubProblem>)>;

    explicit PubSubApi(PubSubEndpoint endpoint);

    [[nodiscard]] const PubSubEndpoint& endpoint() const { return m_endpoint; }
    [[nodiscard]] bool isAuthenticated() const { return m_token != nullptr; }

    /// What the subscription is like. To be forbidden to know is no problem: the role of a subscriber does
    /// not include it.
    void subscription(Done<PubSubSubscription> done);
    /// May this account read messages? To be asked only of who asks for accounts.
    void mayConsume(Done<bool> done);
    /// At most `most` messages, as JSON (readPubSubPull()). Waits at the server for the first one.
    void pull(int most, Done<QByteArray> done);
    void acknowledge(const QList<QByteArray>& ackIds, Done<QByteArray> done);
    /// Counted from now; none gives the messages back.
    void setDeadline(const QList<QByteArray>& ackIds, std::chrono::seconds deadline, Done<QByteArray> done);
    /// Calls under way end unanswered.
    void cancelAll();

private:
    void send(HttpCalls::Call call, Done<QByteArray> done, bool isAgain = false);
    void post(const char* verb, const QJsonObject& body, Done<QByteArray> done);
    [[nodiscard]] Result<QByteArray, PubSubProblem> read(HttpCalls::Answer answer) const;
    [[nodiscard]] PubSubProblem explain(int status, const QByteArray& body) const;
    [[nodiscard]] Error forbidden(const QString& words) const;

    PubSubEndpoint m_endpoint;
    std::unique_ptr<GoogleToken> m_token;
    HttpCalls m_calls;
};

} // namespace meshwatch
