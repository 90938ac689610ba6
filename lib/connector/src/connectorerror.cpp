// SPDX-License-Identifier: MIT
#include <meshwatch/connector/connectorerror.h>

#include <array>

namespace meshwatch {

QString ConnectorError::kindName(Kind kind) {
    static constexpr std::array names{"network",           "tls",       "timedOut",     "cancelled",
                                      "redirected",        "notJson",   "noResult",     "wrongType",
                                      "unexpectedContent", "tooLarge",  "unauthorized", "forbidden",
                                      "notFound",          "connector", "tooOld",       "tokenRefused",
                                      "invalid",           "localFile"};
    static_assert(names.size() == size_t(Kind::LocalFile) + 1);
    return QString::fromLatin1(names.at(size_t(kind)));
}

Error ConnectorError::toError() const {
    QStringList facts;
    if (!method.isEmpty())
        facts << method + QLatin1Char(' ') + path;
    if (httpStatus > 0)
        facts << QString::number(httpStatus);
    if (!code.isEmpty())
        facts << code;
    if (!id.isEmpty())
        facts << id;
    QString text = message;
    if (!facts.isEmpty())
        text += QLatin1String(" (") + facts.join(QLatin1String(", ")) + QLatin1Char(')');
    QStringList hints;
    if (!advice.isEmpty())
        hints << advice;
    if (isInDoubt)
        hints << tr("It may have been done all the same: look before you try again.");
    return {QLatin1String("connector.") + kindName(kind), text, hints.join(QLatin1Char(' '))};
}

} // namespace meshwatch
