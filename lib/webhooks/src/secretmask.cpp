// SPDX-License-Identifier: MIT
#include "secretmask.h"

#include <meshwatch/core/secrets.h>
#include <meshwatch/webhooks/whatwgurl.h>

#include <QRegularExpression>
#include <QStringList>

namespace meshwatch {

namespace {
constexpr qsizetype shortest = 4;
}

void SecretMask::add(const QByteArray& secret) {
    if (secret.size() < shortest)
        return;
    // As it is, and as it stands in addresses, forms, JSON and Basic authentication.
    QByteArray inJson = secret;
    inJson.replace("\\", "\\\\").replace("\"", "\\\"");
    for (const QByteArray& form : {secret, secret.toPercentEncoding(), secret.toBase64(), inJson}) {
        if (!m_secrets.contains(form))
            m_secrets.append(form);
    }
    std::sort(m_secrets.begin(), m_secrets.end(),
              [](const QByteArray& a, const QByteArray& b) { return a.size() > b.size(); });
}

void SecretMask::add(const WhatwgUrl& url) {
    add(url.password().toUtf8());
    add(QByteArray::fromPercentEncoding(url.password().toUtf8()));
    const QStringList items = url.search().mid(1).split(QLatin1Char('&'));
    for (const QString& item : items) {
        const qsizetype sign = item.indexOf(QLatin1Char('='));
        if (sign > 0 && secrets::isSecretHeader(item.left(sign).toUtf8()))
            add(item.mid(sign + 1).toUtf8());
    }
}

void SecretMask::addHeader(const QByteArray& name) { m_headers.append(name.toLower()); }

bool SecretMask::isSecret(const QByteArray& header) const {
    return secrets::isSecretHeader(header) || m_headers.contains(header.toLower());
}

QByteArray SecretMask::masked(QByteArray text) const {
    for (const QByteArray& secret : m_secrets)
        text.replace(secret, secrets::redacted);
    return text;
}

QString SecretMask::masked(const QString& text) const { return QString::fromUtf8(masked(text.toUtf8())); }

QList<std::pair<QByteArray, QByteArray>> SecretMask::masked(const HttpHeaders& headers) const {
    QList<std::pair<QByteArray, QByteArray>> shown;
    for (const auto& [name, value] : headers)
        shown.emplaceBack(masked(name), isSecret(name) ? QByteArray(secrets::redacted) : masked(value));
    return shown;
}

QString SecretMask::masked(const WhatwgUrl& url) const {
    QStringList items = url.search().mid(1).split(QLatin1Char('&'), Qt::SkipEmptyParts);
    for (QString& item : items) {
        const qsizetype sign = item.indexOf(QLatin1Char('='));
        if (sign > 0 && secrets::isSecretHeader(item.left(sign).toUtf8()))
            item = item.left(sign + 1) + QLatin1String(secrets::redacted);
    }
    QString user = url.username();
    if (!url.password().isEmpty())
        user += QLatin1Char(':') + QLatin1String(secrets::redacted);
    if (!user.isEmpty())
        user += QLatin1Char('@');
    const QString query = items.isEmpty() ? QString() : QLatin1Char('?') + items.join(QLatin1Char('&'));
    return masked(url.protocol() + QLatin1String("//") + user + url.host() + url.pathname() + query);
}

QByteArray SecretMask::maskedTokenAnswer(const QByteArray& body) const {
    static const QRegularExpression token(
        QStringLiteral(
            R"re(((?:[a-z]*_?token|secret|password)["']?\s*[=:]\s*["']?)(?!bearer\b)[^\s"'&<>,}]+)re"),
        QRegularExpression::CaseInsensitiveOption);
    // Latin-1 both ways keeps every byte.
    QString text = QString::fromLatin1(masked(body));
    text.replace(token, QStringLiteral("\\1") + QLatin1String(secrets::redacted));
    return text.toLatin1();
}

} // namespace meshwatch
