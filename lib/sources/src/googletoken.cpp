// SPDX-License-Identifier: MIT
#include "googletoken.h"

#include "sourcelink.h"

#include <meshwatch/core/json.h>

#include <QCoreApplication>
#include <QDateTime>

#include <algorithm>

namespace meshwatch {

namespace {

struct GoogleTokenText {
    Q_DECLARE_TR_FUNCTIONS(EventSource)
};

/// Fetched anew so long before its end: a clock may be off, and a call takes its time.
constexpr qint64 reserveSeconds = 300;
/// Where the server does not say how long a token lasts: what Google's last.
constexpr qint64 usualSeconds = 3600;

bool isUsableToken(const QByteArray& token) {
    return !token.isEmpty() &&
           std::all_of(token.begin(), token.end(), [](char c) { return c > 0x20 && c < 0x7f; });
}

/// Words of the server, unless they may repeat what we sent.
QString shownDescription(const QString& text) {
    const bool isShown = !text.isEmpty() && text.size() <= 300 && !text.contains(QLatin1String("eyJ"));
    return isShown ? text.simplified() : QString();
}

} // namespace

GoogleToken::GoogleToken(ServiceAccount account, QByteArray scope)
    : m_account(std::move(account))
    , m_scope(std::move(scope))
    , m_calls(m_account.tokenUrl()) {}

void GoogleToken::obtain(Done done) {
    if (!m_token.isEmpty() && QDateTime::currentMSecsSinceEpoch() < m_usableUntilMs)
        return done(m_token);
    m_waiting.push_back(std::move(done));
    if (!m_isFetching)
        fetch();
}

void GoogleToken::reject(const QByteArray& token) {
    if (token == m_token)
        m_token.clear();
}

void GoogleToken::cancel() {
    m_calls.cancelAll();
    m_waiting.clear();
    m_isFetching = false;
}

void GoogleToken::fetch() {
    m_isFetching = true;
    HttpCalls::Call call{.method = "POST", .url = m_account.tokenUrl()};
    call.contentType = "application/x-www-form-urlencoded";
    // An assertion has no character that a form would encode.
    call.body = "grant_type=urn%3Aietf%3Aparams%3Aoauth%3Agrant-type%3Ajwt-bearer&assertion=" +
                m_account.assertion(m_scope, QDateTime::currentSecsSinceEpoch());
    m_calls.send(call, [this](const HttpCalls::Answer& answer) {
        m_isFetching = false;
        const auto token = read(answer);
        for (const Done& done : std::exchange(m_waiting, {}))
            done(token);
    });
}

Result<QByteArray> GoogleToken::read(const HttpCalls::Answer& answer) {
    const QString place = m_account.tokenUrl().toDisplayString();
    if (answer.status == 0)
        return sourceerror::broken(
            GoogleTokenText::tr("%1 gave no access token: %2.").arg(place, answer.problem), answer.advice);
    if (answer.status != 200)
        return refusal(answer.status, answer.body);
    const auto json = json::parseObject(answer.body);
    const QByteArray token =
        json ? json->value(QLatin1String("access_token")).toString().toUtf8() : QByteArray();
    if (!isUsableToken(token))
        return sourceerror::broken(
            GoogleTokenText::tr("%1 answered, but not with an access token.").arg(place),
            GoogleTokenText::tr("Check “token_uri” in the key, and whether a proxy or login page answers "
                                "instead of Google."));
    const qint64 told = json->value(QLatin1String("expires_in")).toVariant().toLongLong();
    const qint64 seconds = told > 0 ? told : usualSeconds;
    m_token = token;
    m_usableUntilMs =
        QDateTime::currentMSecsSinceEpoch() + 1000 * (seconds - std::min(reserveSeconds, seconds / 4));
    return token;
}

/// RFC 6749, 5.2: {"error":"invalid_grant","error_description":…}.
Error GoogleToken::refusal(int status, const QByteArray& body) const {
    const QString place = m_account.tokenUrl().toDisplayString();
    if (status == 429 || status >= 500)
        return sourceerror::broken(GoogleTokenText::tr("%1 gives no access token at the moment (status %2).")
                                       .arg(place)
                                       .arg(status));
    const auto json = json::parseObject(body);
    const QString code = json ? json->value(QLatin1String("error")).toString().left(60) : QString();
    const QString words =
        shownDescription(json ? json->value(QLatin1String("error_description")).toString() : QString());
    QString reason = QString::number(status);
    if (!shownDescription(code).isEmpty())
        reason = words.isEmpty() ? code : code + QLatin1String(", ") + words;
    const QString message =
        GoogleTokenText::tr("%1 refuses the key of %2: %3.")
            .arg(place, m_account.email(), reason.endsWith(QLatin1Char('.')) ? reason.chopped(1) : reason);
    if (code == QLatin1String("invalid_grant"))
        return sourceerror::refused(
            message,
            GoogleTokenText::tr("Check this computer's clock: it may be off by a few minutes at most. If "
                                "it is right, the key or its account was deleted or disabled: make a "
                                "new key."));
    return sourceerror::refused(message, GoogleTokenText::tr("Make a new key for the service account."));
}

} // namespace meshwatch
