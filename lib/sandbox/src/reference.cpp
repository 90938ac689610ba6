// SPDX-License-Identifier: MIT
#include "reference.h"

#include <QStringList>
#include <QUrl>

namespace meshwatch::sandbox {

using namespace Qt::StringLiterals;

namespace {

constexpr auto backboneUrl = "http://backbone.localhost"_L1;
constexpr auto algorithm = "3"_L1; // XChaCha20-Poly1305, as the transport library numbers it

QString encoded(const QString& text) {
    return QString::fromLatin1(
        text.toUtf8().toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals));
}

std::optional<QString> decoded(const QString& text) {
    const auto bytes = QByteArray::fromBase64Encoding(
        text.toLatin1(), QByteArray::Base64UrlEncoding | QByteArray::AbortOnBase64DecodingErrors);
    return bytes ? std::optional(QString::fromUtf8(*bytes)) : std::nullopt;
}

/// `id|algorithm|key|tail|password`, the id with or without the Backbone it is on.
std::optional<Reference> fromParts(const QStringList& parts) {
    if (parts.size() != 5 || parts[2].isEmpty())
        return std::nullopt;
    const QString id = parts[0].section(u'@', 0, 0);
    if (id.size() != 20)
        return std::nullopt;
    return Reference{id, parts[2], parts[3], parts[4]};
}

} // namespace

std::optional<Reference> Reference::read(const QString& text) {
    if (text.startsWith("http://"_L1) || text.startsWith("https://"_L1)) {
        const QUrl url(text);
        const auto secret = decoded(url.fragment(QUrl::FullyEncoded));
        const QString path = url.path();
        if (!secret || !path.startsWith("/r/"_L1))
            return std::nullopt;
        return fromParts(QStringList{path.mid(3)} + secret->split(u'|'));
    }
    const auto plain = decoded(text);
    return plain ? fromParts(plain->split(u'|')) : std::nullopt;
}

QJsonObject Reference::toJson() const {
    const QString secret = QStringList{algorithm, key, identityTail, passwordInfo}.join(u'|');
    const QString truncated = id + u'@' + backboneUrl + u'|' + secret;
    const QString url = backboneUrl + "/r/"_L1 + id + u'#' + encoded(secret);
    return {{u"truncated"_s, encoded(truncated)}, {u"url"_s, url}};
}

} // namespace meshwatch::sandbox
