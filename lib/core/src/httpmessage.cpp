// SPDX-License-Identifier: MIT
#include <meshwatch/core/httpmessage.h>

#include <QJsonDocument>
#include <QJsonObject>

namespace meshwatch {

HttpFields::HttpFields() {
    // What a Connector's delivery has fits.
    m_text.reserve(512);
    m_fields.reserve(16);
}

void HttpFields::add(QByteArrayView name, QByteArrayView value) {
    m_fields.push_back({m_text.size(), name.size(), value.size()});
    m_text.append(name).append(value);
}

QByteArrayView HttpFields::name(size_t i) const {
    return QByteArrayView(m_text).sliced(m_fields[i].begin, m_fields[i].nameSize);
}

QByteArrayView HttpFields::value(size_t i) const {
    return QByteArrayView(m_text).sliced(m_fields[i].begin + m_fields[i].nameSize, m_fields[i].valueSize);
}

QByteArrayView HttpFields::value(QByteArrayView name) const {
    for (size_t i = 0; i < m_fields.size(); ++i) {
        if (m_fields[i].nameSize == name.size() &&
            qstrnicmp(m_text.constData() + m_fields[i].begin, name.size(), name.data(), name.size()) == 0)
            return value(i);
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
