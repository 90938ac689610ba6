// SPDX-License-Identifier: MIT
#pragma once

#include "rsakey.h"

#include <meshwatch/core/httpmessage.h>
#include <meshwatch/core/json.h>

#include <QDateTime>
#include <QJsonDocument>
#include <QSet>
#include <QUrl>
#include <QUrlQuery>

/// Gives access tokens as Google does: for a JWT that this account's key has signed. Not thread-safe.
class GoogleTokens {
public:
    static constexpr char email[] = "watch@lab.iam.gserviceaccount.com";

    QString refusal;        ///< error code of the next answers; empty: none
    QString description;    ///< with it
    int status = 0;         ///< of the next answers, without a word; 0: none
    qint64 lifetime = 3600; ///< seconds
    int granted = 0;

    /// The key file that Google would hand out.
    [[nodiscard]] QByteArray keyFile(const QString& tokenUrl) const {
        return QJsonDocument(
                   QJsonObject{{QStringLiteral("type"), QStringLiteral("service_account")},
                               {QStringLiteral("project_id"), QStringLiteral("lab")},
                               {QStringLiteral("private_key_id"), QStringLiteral("k1")},
                               {QStringLiteral("private_key"), QString::fromLatin1(m_key.privatePem())},
                               {QStringLiteral("client_email"), QLatin1String(email)},
                               {QStringLiteral("token_uri"), tokenUrl}})
            .toJson();
    }
    [[nodiscard]] meshwatch::HttpResponse answer(const meshwatch::HttpRequest& request) {
        if (status != 0)
            return {.status = status, .body = "busy", .contentType = "text/plain", .headers = {}};
        if (!refusal.isEmpty())
            return refuse(refusal, description);
        if (!request.header("content-type").startsWith("application/x-www-form-urlencoded"))
            return refuse(QStringLiteral("invalid_request"), QStringLiteral("Not a form"));
        const QUrlQuery form(QString::fromLatin1(request.body));
        if (form.queryItemValue(QStringLiteral("grant_type"), QUrl::FullyDecoded) !=
            QLatin1String("urn:ietf:params:oauth:grant-type:jwt-bearer"))
            return refuse(QStringLiteral("unsupported_grant_type"), QStringLiteral("Invalid grant_type"));
        const QString flaw = flawOf(form.queryItemValue(QStringLiteral("assertion")).toLatin1());
        if (!flaw.isEmpty())
            return refuse(QStringLiteral("invalid_grant"), flaw);
        const QString token = QStringLiteral("ya29.token-%1").arg(++granted);
        m_tokens.insert(token);
        return json(200, {{QStringLiteral("access_token"), token},
                          {QStringLiteral("expires_in"), lifetime},
                          {QStringLiteral("token_type"), QStringLiteral("Bearer")}});
    }
    [[nodiscard]] bool isValid(QByteArrayView authorization) const {
        return authorization.startsWith("Bearer ") &&
               m_tokens.contains(QString::fromLatin1(authorization.sliced(7)));
    }
    void withdrawAll() { m_tokens.clear(); }

private:
    static meshwatch::HttpResponse json(int status, const QJsonObject& body) {
        return {.status = status, .body = meshwatch::json::compact(body), .headers = {}};
    }
    static meshwatch::HttpResponse refuse(const QString& code, const QString& words) {
        return json(400, {{QStringLiteral("error"), code}, {QStringLiteral("error_description"), words}});
    }
    [[nodiscard]] QString flawOf(const QByteArray& assertion) const {
        const auto parts = assertion.split('.');
        if (parts.size() != 3)
            return QStringLiteral("Not a JWT");
        const auto decoded = [](const QByteArray& part) {
            return QByteArray::fromBase64(part, QByteArray::Base64UrlEncoding);
        };
        if (!m_key.hasSigned(parts[0] + '.' + parts[1], decoded(parts[2])))
            return QStringLiteral("Invalid JWT Signature.");
        const auto head = QJsonDocument::fromJson(decoded(parts[0])).object();
        const auto claims = QJsonDocument::fromJson(decoded(parts[1])).object();
        const qint64 now = QDateTime::currentSecsSinceEpoch();
        const qint64 issued = claims.value(QLatin1String("iat")).toInteger();
        const qint64 ends = claims.value(QLatin1String("exp")).toInteger();
        if (head.value(QLatin1String("alg")) != QLatin1String("RS256") ||
            head.value(QLatin1String("kid")) != QLatin1String("k1"))
            return QStringLiteral("Invalid JWT header");
        if (claims.value(QLatin1String("iss")) != QLatin1String(email) ||
            claims.value(QLatin1String("scope")) != QLatin1String("https://www.googleapis.com/auth/pubsub") ||
            !claims.value(QLatin1String("aud")).toString().endsWith(QLatin1String("/token")))
            return QStringLiteral("Invalid JWT claims");
        if (issued > now + 300 || issued < now - 300 || ends <= now || ends > issued + 3600)
            return QStringLiteral(
                "Invalid JWT: Token must be a short-lived token (60 minutes) and in a reasonable "
                "timeframe. Check your iat and exp values in the JWT claim.");
        return {};
    }

    RsaKey m_key;
    QSet<QString> m_tokens;
};
