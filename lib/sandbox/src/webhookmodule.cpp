// SPDX-License-Identifier: MIT
#include "webhookmodule.h"

#include "triggerpattern.h"

#include <meshwatch/core/json.h>

#include <QNetworkProxy>
#include <QNetworkReply>
#include <QUrlQuery>

#include <utility>

namespace meshwatch::sandbox {

using namespace Qt::StringLiterals;

namespace {

constexpr char userAgent[] = "axios/1.21.1";

bool isToken(const QByteArray& name) {
    constexpr QByteArrayView signs = "!#$%&'*+-.^_`|~";
    return !name.isEmpty() && std::ranges::all_of(name, [&](char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
               signs.contains(c);
    });
}

/// `http:host` without slashes passes the check of the configuration, but nothing can be sent there.
bool canBeSentTo(const QUrl& url) { return url.isValid() && !url.host().isEmpty(); }

QUrl deliveryUrl(QString url, const QString& trigger) {
    const auto placeholder = "{{trigger}}"_L1;
    if (const qsizetype place = url.indexOf(placeholder); place >= 0)
        url.replace(place, placeholder.size(), trigger);
    return QUrl(url.trimmed(), QUrl::TolerantMode);
}

void setPlainHeaders(QNetworkRequest& request, const char* contentType) {
    request.setRawHeader("accept", "application/json, text/plain, */*");
    request.setRawHeader("content-type", contentType);
    request.setRawHeader("user-agent", userAgent);
    request.setRawHeader("accept-encoding", "gzip, compress, deflate, br");
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    request.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
}

} // namespace

WebhookModule::WebhookModule(Clock clock, QObject* parent)
    : QObject(parent)
    , m_clock(std::move(clock))
    , m_network(new QNetworkAccessManager(this)) {
    m_network->setProxy(QNetworkProxy::NoProxy);
}

void WebhookModule::configure(WebhookConfiguration configuration) {
    m_tokens.clear(); // keyed by the targets that go
    ++m_generation;
    m_configuration = std::move(configuration);
}

void WebhookModule::deliver(const QString& trigger, const QJsonValue& data, const QString& correlationId) {
    if (m_isPaused || !m_configuration.isEnabled)
        return;
    QByteArray body;
    for (const Webhook& webhook : m_configuration.webhooks) {
        for (const QString& pattern : webhook.triggers) {
            if (!triggerMatches(pattern, trigger))
                continue;
            if (body.isEmpty()) {
                body = "{";
                if (!data.isUndefined())
                    body += "\"data\":" + json::compact(data) + ',';
                body += "\"trigger\":\"" + trigger.toUtf8() + "\"}";
            }
            const Delivery delivery{&webhook.target, trigger, body, correlationId.toLatin1()};
            if (webhook.target.authentication == WebhookTarget::Authentication::OAuth2)
                sendWithToken(delivery);
            else
                send(delivery);
        }
    }
}

void WebhookModule::send(const Delivery& delivery, const QByteArray& bearer) {
    const WebhookTarget& target = *delivery.target;
    QNetworkRequest request(deliveryUrl(target.url, delivery.trigger));
    setPlainHeaders(request, "application/json");
    bool isSendable = canBeSentTo(request.url());
    const auto setHeader = [&](const QByteArray& name, const QByteArray& value) {
        isSendable = isSendable && isToken(name);
        request.setRawHeader(name, value);
    };
    for (const auto& [name, value] : target.headers)
        setHeader(name, value);
    if (!delivery.correlationId.isEmpty())
        setHeader("x-correlation-id", delivery.correlationId);
    if (target.authentication == WebhookTarget::Authentication::ApiKey && !target.keyHeader.isEmpty())
        setHeader(target.keyHeader, target.key);
    if (!bearer.isEmpty())
        setHeader("Authorization", "Bearer " + bearer);
    if (isSendable)
        post(request, delivery.body);
}

QNetworkReply* WebhookModule::post(const QNetworkRequest& request, const QByteArray& body) {
    QNetworkReply* reply = m_network->post(request, body);
    ++m_underWay;
    if (m_configuration.skipsTlsCheck)
        reply->ignoreSslErrors();
    connect(reply, &QNetworkReply::finished, this, [this, reply] {
        --m_underWay;
        reply->deleteLater();
    });
    return reply;
}

void WebhookModule::sendWithToken(const Delivery& delivery) {
    Token& token = m_tokens[delivery.target];
    if (!token.value.isEmpty() && m_clock() < token.goodUntil)
        return send(delivery, token.value);
    token.waiting.append(delivery);
    if (!token.isBeingFetched)
        fetchToken(*delivery.target);
}

void WebhookModule::fetchToken(const WebhookTarget& target) {
    m_tokens[&target].isBeingFetched = true;
    QUrlQuery form;
    form.addQueryItem(u"grant_type"_s, u"client_credentials"_s);
    if (!target.scope.isEmpty())
        form.addQueryItem(u"scope"_s, target.scope);
    QNetworkRequest request{QUrl(target.tokenUrl)};
    setPlainHeaders(request, "application/x-www-form-urlencoded");
    const QString credentials = target.clientId + u':' + target.clientSecret;
    request.setRawHeader("authorization", "Basic " + credentials.toUtf8().toBase64());
    QNetworkReply* reply = post(request, form.toString(QUrl::FullyEncoded).toUtf8());
    connect(reply, &QNetworkReply::finished, this, [this, reply, key = &target, generation = m_generation] {
        const auto token = m_tokens.find(key);
        if (generation != m_generation || token == m_tokens.end())
            return; // configured anew meanwhile
        const QList<Delivery> waiting = std::exchange(token->waiting, {});
        token->isBeingFetched = false;
        const auto answer = json::parseObject(reply->readAll());
        if (reply->error() != QNetworkReply::NoError || !answer)
            return; // no token, no delivery
        // A token is renewed ten seconds before it ends.
        const qint64 seconds = answer->value("expires_in"_L1).toInteger() - 10;
        token->value = answer->value("access_token"_L1).toString().toUtf8();
        token->goodUntil = {m_clock().value + seconds * 1'000'000};
        for (const Delivery& delivery : waiting)
            send(delivery, token->value);
    });
}

} // namespace meshwatch::sandbox
