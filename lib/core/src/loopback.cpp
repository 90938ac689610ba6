// SPDX-License-Identifier: MIT
#include <meshwatch/core/loopback.h>

#include <QHostAddress>

namespace meshwatch {

bool isLoopbackHost(const QString& host) {
    QString name = host.toLower();
    if (name.endsWith(QLatin1Char('.')))
        name.chop(1);
    if (name.startsWith(QLatin1Char('[')) && name.endsWith(QLatin1Char(']')))
        name = name.mid(1, name.size() - 2);
    return name == QLatin1String("localhost") || name.endsWith(QLatin1String(".localhost")) ||
           QHostAddress(name).isLoopback();
}

} // namespace meshwatch
