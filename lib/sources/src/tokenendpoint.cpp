// SPDX-License-Identifier: MIT
#include "tokenendpoint.h"

#include <meshwatch/core/secrets.h>

#include <QJsonDocument>
#include <QJsonObject>
#include <QMessageAuthenticationCode>
#include <QRandomGenerator>
#include <QtEndian>

namespace meshwatch::tokenendpoint {

namespace {

constexpr qsizetype randomBytes = 32;
constexpr qsizetype sealedBytes = qsizetype(sizeof(qint64)) + randomBytes;
constexpr qsizetype sealBytes = 32;
/// In base64, without padding.
constexpr qsizetype tokenChars = (sealedBytes + sealBytes) * 4 / 3;
static_assert((sealedBytes + sealBytes) % 3 == 0);

HttpResponse json(int status, const QJsonObject& body) {
    HttpResponse response;
    response.status = status;
    response.body = QJsonDocument(body).toJson(QJsonDocument::Compact);
    response.headers = {{"Cache-Control", "no-store"}, {"Pragma", "no-cache"}};
    return response;
}

HttpResponse refusal(int status, QLatin1String code, const QString& description) {
    return json(status,
                {{QStringLiteral("error"), code}, {QStringLiteral("error_description"), description}});
}

HttpResponse invalidRequest(const QString& description) {
    return refusal(400, QLatin1String("invalid_request"), description);
}

QByteArray hmac(const QByteArray& message, const QByteArray& key) {
    return QMessageAuthenticationCode::hash(message, key, QCryptographicHash::Sha256);
}

/// Binds a token's end and random part to the connection and the client.
QByteArray seal(const QByteArray& sealed, const WebhookReceiver::OAuth2Client& client,
                ConnectionId connection) {
    const QByteArray key = hmac("meshwatch webhook token 1", client.secret);
    return hmac(QByteArray::number(connection.value) + '\n' + client.id + '\n' + sealed, key);
}

QByteArray makeToken(const WebhookReceiver::OAuth2Client& client, ConnectionId connection, Micros now) {
    QByteArray token(sealedBytes, Qt::Uninitialized);
    qToBigEndian(now.value / 1'000'000 + toldSeconds + graceSeconds, token.data());
    quint32 random[randomBytes / qsizetype(sizeof(quint32))];
    QRandomGenerator::system()->fillRange(random);
    memcpy(token.data() + sizeof(qint64), random, sizeof random);
    token += seal(token, client, connection);
    return token.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
}

/// As RFC 6749, 2.3.1 wants the parts of the pair to be encoded; who leaves that out is understood too.
QByteArray formDecoded(QByteArray text) { return QByteArray::fromPercentEncoding(text.replace('+', ' ')); }

bool isClient(const HttpRequest& head, const WebhookReceiver::OAuth2Client& client) {
    const QByteArrayView authorization = head.header("authorization");
    if (authorization.size() <= 6 || qstrnicmp(authorization.data(), "basic ", 6) != 0)
        return false;
    const QByteArray pair = QByteArray::fromBase64(authorization.sliced(6).trimmed().toByteArray());
    const QByteArray expected = client.id + ':' + client.secret;
    const bool isPlain = secrets::equalInConstantTime(pair, expected);
    const qsizetype colon = pair.indexOf(':');
    const QByteArray decoded = formDecoded(pair.left(colon)) + ':' + formDecoded(pair.mid(colon + 1));
    const bool isEncoded = secrets::equalInConstantTime(decoded, expected);
    return isPlain || isEncoded;
}

bool isForm(QByteArrayView contentType) {
    const qsizetype end = contentType.indexOf(';');
    return contentType.first(end < 0 ? contentType.size() : end)
               .trimmed()
               .compare("application/x-www-form-urlencoded", Qt::CaseInsensitive) == 0;
}

} // namespace

bool isAskedFor(QByteArrayView pathBelowConnection) { return pathBelowConnection == "oauth/token"; }

std::optional<HttpResponse> check(const HttpRequest& head, const WebhookReceiver::OAuth2Client& client) {
    if (head.method != "POST") {
        HttpResponse answer = refusal(405, QLatin1String("invalid_request"),
                                      WebhookReceiver::tr("Tokens are asked for by POST."));
        answer.headers.emplace_back("Allow", "POST");
        return answer;
    }
    if (!isClient(head, client)) {
        HttpResponse answer = refusal(401, QLatin1String("invalid_client"),
                                      WebhookReceiver::tr("The client or its secret is missing or wrong."));
        answer.headers.emplace_back("WWW-Authenticate", "Basic realm=\"meshwatch\", charset=\"UTF-8\"");
        return answer;
    }
    if (!isForm(head.header("content-type")))
        return invalidRequest(
            WebhookReceiver::tr("The content type must be application/x-www-form-urlencoded."));
    return std::nullopt;
}

HttpResponse answer(const HttpRequest& request, const WebhookReceiver::OAuth2Client& client,
                    ConnectionId connection, Micros now) {
    if (request.body.size() > maxBodyBytes)
        return invalidRequest(WebhookReceiver::tr("The request is too large."));
    QByteArray grant, scope;
    int grants = 0, scopes = 0;
    const auto items = request.body.split('&');
    for (const QByteArray& item : items) {
        const qsizetype equals = item.indexOf('=');
        const QByteArray name = formDecoded(equals < 0 ? item : item.left(equals));
        const QByteArray value = equals < 0 ? QByteArray() : formDecoded(item.mid(equals + 1));
        if (name == "grant_type") {
            grant = value;
            ++grants;
        } else if (name == "scope") {
            scope = value;
            ++scopes;
        }
    }
    if (grants != 1 || scopes > 1 || grant.isEmpty())
        return invalidRequest(
            WebhookReceiver::tr("The request needs one grant_type, and has at most one scope."));
    if (grant != "client_credentials")
        return refusal(400, QLatin1String("unsupported_grant_type"),
                       WebhookReceiver::tr("Only client_credentials is supported."));
    QJsonObject body{
        {QStringLiteral("access_token"), QString::fromLatin1(makeToken(client, connection, now))},
        {QStringLiteral("token_type"), QStringLiteral("Bearer")},
        {QStringLiteral("expires_in"), toldSeconds}};
    // A scope means nothing here: what is asked for is granted.
    if (!scope.isEmpty())
        body.insert(QStringLiteral("scope"), QString::fromUtf8(scope));
    return json(200, body);
}

bool showsToken(const HttpRequest& head, const WebhookReceiver::OAuth2Client& client, ConnectionId connection,
                Micros now) {
    const QByteArrayView authorization = head.header("authorization");
    if (authorization.size() != 7 + tokenChars || qstrnicmp(authorization.data(), "bearer ", 7) != 0)
        return false;
    const auto decoded =
        QByteArray::fromBase64Encoding(authorization.sliced(7).toByteArray(),
                                       QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals |
                                           QByteArray::AbortOnBase64DecodingErrors);
    if (!decoded || decoded.decoded.size() != sealedBytes + sealBytes)
        return false;
    const QByteArray sealed = decoded.decoded.first(sealedBytes);
    const bool isOurs = secrets::equalInConstantTime(QByteArrayView(decoded.decoded).sliced(sealedBytes),
                                                     seal(sealed, client, connection));
    return isOurs && now.value / 1'000'000 < qFromBigEndian<qint64>(sealed.constData());
}

} // namespace meshwatch::tokenendpoint
