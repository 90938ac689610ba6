// SPDX-License-Identifier: MIT
#include <meshwatch/core/httpmessage.h>

#include <QJsonDocument>
#include <QJsonObject>

namespace meshwatch {

QByteArray headerValue(const HttpHeaders& headers, QByteArrayView name) {
    for (const auto& [key, value] : headers) {
        if (key.size() == name.size() &&
            qstrnicmp(key.constData(), key.size(), name.data(), name.size()) == 0)
            return value;
    }
    return {};
}

QByteArray HttpRequest::queryItem(QByteArrayView name) const {
    for (const QByteArray& item : query.split('&')) {
        const qsizetype equals = item.indexOf('=');
        QByteArray key = equals < 0 ? item : item.left(equals);
        if (QByteArray::fromPercentEncoding(key.replace('+', ' ')) == name) {
            QByteArray value = equals < 0 ? QByteArray("") : item.mid(equals + 1);
            return QByteArray::fromPercentEncoding(value.replace('+', ' '));
        }
    }
    return {};
}

HttpResponse HttpResponse::refusal(int status, const QString& code, const QString& message) {
    const QJsonObject error{{QStringLiteral("code"), code}, {QStringLiteral("message"), message}};
    HttpResponse response;
    response.status = status;
    response.body =
        QJsonDocument(QJsonObject{{QStringLiteral("error"), error}}).toJson(QJsonDocument::Compact);
    return response;
}

} // namespace meshwatch
