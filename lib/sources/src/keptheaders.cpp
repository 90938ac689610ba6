// SPDX-License-Identifier: MIT
#include "keptheaders.h"

#include <meshwatch/core/secrets.h>

namespace meshwatch {

namespace {

/// Connectors send a dozen names; more than this somebody makes up.
constexpr qsizetype maxNames = 200;

} // namespace

QByteArray KeptHeaders::of(const HttpFields& headers, const QString& keyHeader) {
    QByteArray text;
    text.reserve(512);
    for (size_t i = 0; i < headers.size(); ++i) {
        const QByteArrayView name = headers.name(i);
        const bool isKey = name.size() == keyHeader.size() &&
                           keyHeader.compare(QLatin1StringView(name), Qt::CaseInsensitive) == 0;
        const Kind kind = isKey ? Kind::Secret : kindOf(name);
        if (kind == Kind::Omitted)
            continue;
        text.append(name).append(": ");
        if (kind == Kind::Secret)
            text.append(secrets::redacted);
        else
            text.append(headers.value(i));
        text.append('\n');
    }
    return text;
}

KeptHeaders::Kind KeptHeaders::kindOf(QByteArrayView name) {
    if (const auto known = m_kinds.constFind(QByteArray::fromRawData(name.data(), name.size()));
        known != m_kinds.constEnd())
        return *known;
    const bool isOmitted = name.compare("content-length", Qt::CaseInsensitive) == 0 ||
                           name.compare("x-correlation-id", Qt::CaseInsensitive) == 0;
    const Kind kind = isOmitted ? Kind::Omitted : secrets::isSecretHeader(name) ? Kind::Secret : Kind::Shown;
    if (m_kinds.size() >= maxNames)
        m_kinds.clear();
    m_kinds.insert(name.toByteArray(), kind);
    return kind;
}

} // namespace meshwatch
