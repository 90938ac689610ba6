// SPDX-License-Identifier: MIT
#include "httphost.h"

#include <sys/socket.h>

namespace meshwatch {

namespace {

QHostAddress localAddress(int socket) {
    sockaddr_storage address{};
    socklen_t size = sizeof address;
    if (::getsockname(socket, reinterpret_cast<sockaddr*>(&address), &size) != 0)
        return {};
    QHostAddress local(reinterpret_cast<sockaddr*>(&address));
    bool isV4 = false;
    const quint32 v4 = local.toIPv4Address(&isV4);
    return isV4 ? QHostAddress(v4) : local;
}

/// "[::1]:80" → "::1", "host:80" → "host".
QString hostWithoutPort(QByteArrayView host) {
    if (host.startsWith('[')) {
        const qsizetype end = host.indexOf(']');
        return end < 0 ? QString() : QString::fromLatin1(host.sliced(1, end - 1));
    }
    const qsizetype colon = host.lastIndexOf(':');
    return QString::fromLatin1(colon < 0 ? host : host.first(colon));
}

} // namespace

bool isHostAllowed(QByteArrayView host, int socket, const QHostAddress& bound, const QStringList& allowed) {
    const QString name = hostWithoutPort(host);
    if (name.isEmpty())
        return false;
    if (allowed.contains(name, Qt::CaseInsensitive))
        return true;
    const QHostAddress literal(name);
    if (!literal.isNull())
        return literal == bound || literal == localAddress(socket);
    return name.compare(QLatin1String("localhost"), Qt::CaseInsensitive) == 0 &&
           localAddress(socket).isLoopback();
}

} // namespace meshwatch
