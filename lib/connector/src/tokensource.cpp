// SPDX-License-Identifier: MIT
#include "tokensource.h"

#include <meshwatch/core/json.h>

#include <QDateTime>
#include <QUrl>

namespace meshwatch::connector {

namespace {

constexpr qint64 reserveMs = 10'000;
/// Without `expires_in` the server said nothing: a day, and a 401 before that fetches a new one anyway.
constexpr qint64 silentLifetimeSeconds = 24 * 60 * 60;
constexpr qint64 maxAnswer = 1024 * 1024;

QByteArray formEncoded(const QString& text) { return QUrl::toPercentEncoding(text).replace("%20", "+"); }

bool isToken(const QByteArray& token) {
    return !token.isEmpty() &&
           std::all_of(token.begin(), token.end(), [](char c) { return c > 0x20 && c < 0x7f; });
}

ConnectorError inContext(ConnectorError error, const QUrl& tokenUrl) {
    // Whatever became of this request, the call that needed the token was not sent.
    error.isInDoubt = false;
    error.method = QStringLiteral("POST");
    error.path = tokenUrl.toDisplayString(QUrl::RemoveUserInfo | QUrl::RemoveQuery | QUrl::RemoveFragment);
    return error;
}

/// The refusal of RFC 6749, 5.2: {"error":"invalid_client","error_description":…}.
ConnectorError refusal(int status, const QByteArray& body) {
    ConnectorError error;
    error.kind = ConnectorError::Kind::TokenRefused;
    error.httpStatus = status;
    const auto json = json::parseObject(body);
    error.code = json ? json->value(QLatin1String("error")).toString() : QString();
    const QString words = json ? json->value(QLatin1String("error_description")).toString() : QString();
    error.message = words.isEmpty() ? ConnectorError::tr("The OAuth2 server gave no token.") : words;
    if (error.code == QLatin1String("invalid_scope"))
        error.advice = ConnectorError::tr("Check the scope.");
    else if (error.code == QLatin1String("invalid_client") || status == 401)
        error.advice = ConnectorError::tr("Check client id and client secret.");
    else
        error.advice =
            ConnectorError::tr("Check the address of the OAuth2 server, client id, secret and scope.");
    return error;
}

} // namespace

TokenSource::TokenSource(const ConnectorSettings& settings,
                         ConnectorSettings::OAuth2ClientCredentials credentials, QObject* parent)
    : QObject(parent)
    , m_settings(settings)
    , m_credentials(std::move(credentials))
    , m_transport(settings, m_credentials.tokenUrl, nullptr) {}

void TokenSource::obtain(QObject* receiver, Done done) {
    if (!m_token.isEmpty() && QDateTime::currentMSecsSinceEpoch() < m_usableUntilMs)
        return done(m_token);
    m_waiting.emplace_back(receiver, std::move(done));
    if (!m_isFetching)
        fetch();
}

void TokenSource::reject(const QByteArray& token) {
    if (token == m_token)
        m_token.clear();
}

void TokenSource::fetch() {
    m_isFetching = true;
    Outgoing outgoing;
    outgoing.request = m_transport.request(m_credentials.tokenUrl);
    outgoing.request.setRawHeader("Accept", "application/json");
    // RFC 6749, 2.3.1: both are form-encoded before they are joined.
    const QByteArray login =
        formEncoded(m_credentials.clientId) + ':' + formEncoded(m_credentials.clientSecret);
    outgoing.request.setRawHeader("Authorization", "Basic " + login.toBase64());
    outgoing.method = "POST";
    outgoing.body.head = "grant_type=client_credentials";
    if (!m_credentials.scope.isEmpty())
        outgoing.body.head += "&scope=" + formEncoded(m_credentials.scope);
    outgoing.body.type = "application/x-www-form-urlencoded";
    outgoing.timeout = outgoing.answerTimeout = m_settings.timeout;
    outgoing.longest = m_settings.longestRequest;
    outgoing.maxBytes = maxAnswer;
    (void)m_transport.send(std::move(outgoing),
                           [this](const ConnectorResult<Answer>& answer) { fetched(answer); });
}

void TokenSource::fetched(const ConnectorResult<Answer>& answer) {
    m_isFetching = false;
    const auto token = read(answer);
    for (auto& [receiver, done] : std::exchange(m_waiting, {})) {
        if (receiver)
            done(token);
    }
}

ConnectorResult<QByteArray> TokenSource::read(const ConnectorResult<Answer>& answer) {
    if (!answer)
        return inContext(answer.error(), m_credentials.tokenUrl);
    const auto json = json::parseObject(answer->body);
    const QByteArray token =
        json ? json->value(QLatin1String("access_token")).toString().toUtf8() : QByteArray();
    if (answer->status < 200 || answer->status > 299 || !isToken(token))
        return inContext(refusal(answer->status, answer->body), m_credentials.tokenUrl);
    // Some servers write the number as text.
    qint64 seconds = json->value(QLatin1String("expires_in")).toVariant().toLongLong();
    if (!json->contains(QLatin1String("expires_in")))
        seconds = silentLifetimeSeconds;
    m_token = token;
    m_usableUntilMs = QDateTime::currentMSecsSinceEpoch() + seconds * 1000 - reserveMs;
    return token;
}

} // namespace meshwatch::connector
