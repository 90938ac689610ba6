// SPDX-License-Identifier: MIT
#include <meshwatch/core/secrets.h>

#include <QJsonArray>
#include <QJsonObject>
#include <QUrlQuery>

namespace meshwatch::secrets {

namespace {

bool saysSecret(const QString& name) {
    const QString lower = name.toLower();
    // A public key is no secret, and names like "keyword" or "monkey" are none either.
    if (lower.contains(QLatin1String("publickey")))
        return false;
    for (const auto* word : {"secret", "password", "passwort", "token", "apikey", "api-key", "api_key",
                             "authorization", "connectionstring", "filereference"}) {
        if (lower.contains(QLatin1String(word)))
            return true;
    }
    return lower == QLatin1String("key") || lower.endsWith(QLatin1String("-key")) ||
           lower.endsWith(QLatin1String("_key"));
}

} // namespace

bool equalInConstantTime(QByteArrayView given, QByteArrayView expected) {
    if (given.size() != expected.size())
        return false;
    volatile unsigned char difference = 0;
    for (qsizetype i = 0; i < given.size(); ++i)
        difference = static_cast<unsigned char>(difference | (given[i] ^ expected[i]));
    return difference == 0;
}

bool isSecretHeader(QByteArrayView name) {
    const QByteArray lower = name.toByteArray().toLower();
    return lower == "cookie" || lower == "set-cookie" || saysSecret(QString::fromLatin1(lower));
}

QJsonValue redact(const QJsonValue& value) {
    if (value.isArray()) {
        const QJsonArray items = value.toArray();
        QJsonArray list;
        for (const auto& item : items)
            list.append(redact(item));
        return list;
    }
    if (value.isObject()) {
        QJsonObject object = value.toObject();
        for (auto it = object.begin(); it != object.end(); ++it) {
            const bool isContainer = it.value().isObject() || it.value().isArray();
            if (saysSecret(it.key()) && !isContainer)
                it.value() = QLatin1String(redacted);
            else
                it.value() = redact(QJsonValue(it.value()));
        }
        return object;
    }
    return value;
}

QString redact(const QUrl& url) {
    QUrl shown = url;
    if (!shown.password().isEmpty())
        shown.setPassword(QLatin1String(redacted));
    if (shown.hasQuery()) {
        QUrlQuery query(shown);
        auto items = query.queryItems(QUrl::FullyDecoded);
        for (auto& item : items) {
            if (saysSecret(item.first))
                item.second = QLatin1String(redacted);
        }
        query.setQueryItems(items);
        shown.setQuery(query);
    }
    return shown.toString();
}

} // namespace meshwatch::secrets
