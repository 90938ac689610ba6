// SPDX-License-Identifier: MIT
#include "pubsubapi.h"

#include "sourcelink.h"

#include <meshwatch/core/json.h>

#include <QCoreApplication>
#include <QJsonArray>

namespace meshwatch {

namespace {

using namespace std::chrono_literals;
using ProblemKind = PubSubProblem::Kind;

struct PubSubApiText {
    Q_DECLARE_TR_FUNCTIONS(EventSource)
};

constexpr char pubSubScope[] = "https://www.googleapis.com/auth/pubsub";
/// Google holds a pull without messages for a minute and more.
constexpr auto longestPull = 150s;
constexpr qint64 maxPullBytes = 64LL * 1024 * 1024;

QJsonArray texts(const QList<QByteArray>& list) {
    QJsonArray array;
    for (const QByteArray& text : list)
        array.append(QString::fromUtf8(text));
    return array;
}

/// "604800s", "3.5s".
std::chrono::seconds durationOf(const QJsonValue& value) {
    const QString text = value.toString();
    return std::chrono::seconds(text.endsWith(QLatin1Char('s')) ? qint64(text.chopped(1).toDouble()) : 0);
}

/// Why a subscription is not one to pull from, and what to do about it; both are empty if it is.
std::pair<QString, QString> hindranceOf(const QJsonObject& json) {
    const QString advice =
        PubSubApiText::tr("Make a subscription of its own for Meshwatch with the delivery type Pull.");
    if (json.value(QLatin1String("detached")).toBool())
        return {PubSubApiText::tr("is detached from its topic"), advice};
    if (!json::textAt(json, u"pushConfig.pushEndpoint").isEmpty())
        return {PubSubApiText::tr("pushes its messages to an address"), advice};
    for (const char* target : {"bigqueryConfig", "cloudStorageConfig", "bigtableConfig"}) {
        if (!json.value(QLatin1String(target)).toObject().isEmpty())
            return {PubSubApiText::tr("writes its messages to another service"), advice};
    }
    return {};
}

PubSubSubscription subscriptionOf(const QJsonObject& json) {
    PubSubSubscription made;
    made.isKnown = true;
    made.topic = json.value(QLatin1String("topic")).toString();
    if (const int seconds = json.value(QLatin1String("ackDeadlineSeconds")).toInt(); seconds > 0)
        made.acknowledgeWithin = std::chrono::seconds(seconds);
    for (const char* name : {"messageRetentionDuration", "topicMessageRetentionDuration"})
        made.keeps = std::max(made.keeps, durationOf(json.value(QLatin1String(name))));
    std::tie(made.hindrance, made.advice) = hindranceOf(json);
    made.hasFilter = !json.value(QLatin1String("filter")).toString().isEmpty();
    return made;
}

} // namespace

PubSubApi::PubSubApi(PubSubEndpoint endpoint)
    : m_endpoint(std::move(endpoint))
    , m_token(m_endpoint.account ? std::make_unique<GoogleToken>(*m_endpoint.account, pubSubScope) : nullptr)
    , m_calls(m_endpoint.base) {}

void PubSubApi::cancelAll() {
    m_calls.cancelAll();
    if (m_token)
        m_token->cancel();
}

void PubSubApi::subscription(Done<PubSubSubscription> done) {
    send({.method = "GET", .url = m_endpoint.url()},
         [this, done = std::move(done)](const Result<QByteArray, PubSubProblem>& answer) {
             if (!answer && answer.error().kind == ProblemKind::Forbidden)
                 return done(PubSubSubscription());
             if (!answer)
                 return done(answer.error());
             const auto json = json::parseObject(*answer);
             if (!json || !json->value(QLatin1String("name")).isString())
                 return done(
                     PubSubProblem{ProblemKind::Broken,
                                   sourceerror::broken(PubSubApiText::tr("What answers at %1 is not Pub/Sub.")
                                                           .arg(m_endpoint.base.toDisplayString()),
                                                       PubSubApiText::tr("Check the endpoint."))});
             done(subscriptionOf(*json));
         });
}

void PubSubApi::mayConsume(Done<bool> done) {
    const QString permission = QStringLiteral("pubsub.subscriptions.consume");
    post(":testIamPermissions", {{QStringLiteral("permissions"), QJsonArray{permission}}},
         [this, permission, done = std::move(done)](const Result<QByteArray, PubSubProblem>& answer) {
             if (!answer)
                 return done(answer.error());
             const auto json = json::parseObject(*answer);
             if (!json || !json->value(QLatin1String("permissions")).toArray().contains(permission))
                 return done(PubSubProblem{ProblemKind::Forbidden, forbidden({})});
             done(true);
         });
}

void PubSubApi::pull(int most, Done<QByteArray> done) {
    HttpCalls::Call call{.method = "POST", .url = m_endpoint.url(":pull")};
    call.contentType = "application/json";
    call.body = json::compact(QJsonObject{{QStringLiteral("maxMessages"), most}});
    call.silence = longestPull;
    call.maxBytes = maxPullBytes;
    send(std::move(call), std::move(done));
}

void PubSubApi::acknowledge(const QList<QByteArray>& ackIds, Done<QByteArray> done) {
    post(":acknowledge", {{QStringLiteral("ackIds"), texts(ackIds)}}, std::move(done));
}

void PubSubApi::setDeadline(const QList<QByteArray>& ackIds, std::chrono::seconds deadline,
                            Done<QByteArray> done) {
    post(":modifyAckDeadline",
         {{QStringLiteral("ackIds"), texts(ackIds)},
          {QStringLiteral("ackDeadlineSeconds"), qint64(deadline.count())}},
         std::move(done));
}

void PubSubApi::post(const char* verb, const QJsonObject& body, Done<QByteArray> done) {
    HttpCalls::Call call{.method = "POST", .url = m_endpoint.url(verb)};
    call.contentType = "application/json";
    call.body = json::compact(body);
    send(std::move(call), std::move(done));
}

void PubSubApi::send(HttpCalls::Call call, Done<QByteArray> done, bool isAgain) {
    if (!m_token) {
        m_calls.send(call, [this, done = std::move(done)](HttpCalls::Answer answer) {
            done(read(std::move(answer)));
        });
        return;
    }
    m_token->obtain([this, isAgain, call = std::move(call),
                     done = std::move(done)](const Result<QByteArray>& token) mutable {
        if (!token)
            return done(PubSubProblem{sourceerror::isRefusal(token.error()) ? ProblemKind::Refused
                                                                            : ProblemKind::Broken,
                                      token.error()});
        call.authorization = "Bearer " + *token;
        m_calls.send(call, [this, isAgain, call, token = *token,
                            done = std::move(done)](HttpCalls::Answer answer) mutable {
            // A token can be withdrawn before its time: once another one is tried.
            if (answer.status == 401 && !isAgain) {
                m_token->reject(token);
                return send(std::move(call), std::move(done), true);
            }
            done(read(std::move(answer)));
        });
    });
}

Result<QByteArray, PubSubProblem> PubSubApi::read(HttpCalls::Answer answer) const {
    const QString place = m_endpoint.base.toDisplayString();
    if (answer.status == 0) {
        const auto error =
            sourceerror::broken(PubSubApiText::tr("%1: %2.").arg(place, answer.problem), answer.advice);
        return PubSubProblem{answer.isTooLarge ? ProblemKind::TooLarge : ProblemKind::Broken, error};
    }
    const bool isJson = answer.contentType.startsWith("application/json");
    if (answer.status >= 300 && answer.status < 400)
        return PubSubProblem{
            ProblemKind::Refused,
            sourceerror::refused(
                PubSubApiText::tr("%1 leads to another address instead of answering.").arg(place),
                PubSubApiText::tr("Check the endpoint; a login page of the network may be in "
                                  "between."))};
    if (!isJson && (answer.status == 200 || answer.status < 500) && !answer.body.isEmpty())
        return PubSubProblem{
            ProblemKind::Broken,
            sourceerror::broken(
                PubSubApiText::tr("%1 answered with a page instead of Pub/Sub's JSON (status %2).")
                    .arg(place)
                    .arg(answer.status),
                PubSubApiText::tr(
                    "Check the endpoint; a proxy or a login page of the network may be in between."))};
    if (answer.status == 200)
        return std::move(answer.body);
    return explain(answer.status, answer.body);
}

} // namespace meshwatch
