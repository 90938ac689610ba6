// SPDX-License-Identifier: MIT
#include "ownaddress.h"

#include <meshwatch/workspace/workspace.h>

#include <QUrl>

namespace meshwatch {

namespace {

QString hostOf(const QUrl& url) {
    const QString host = url.host();
    return host == QLatin1String("localhost") || host == QLatin1String("::1") ? QStringLiteral("127.0.0.1")
                                                                              : host;
}

} // namespace

bool OwnAddress::is(const Workspace& workspace, const Connection& connection, const QString& url) {
    const QUrl own(workspace.webhookUrl(connection));
    const QUrl asked(url);
    if (own.isEmpty() || !asked.isValid() || asked.port() != own.port() || hostOf(asked) != hostOf(own))
        return false;
    const QString first = asked.path().section(QLatin1Char('/'), 1, 1);
    return first.compare(connection.slug(), Qt::CaseInsensitive) == 0 ||
           first.compare(connection.name, Qt::CaseInsensitive) == 0;
}

} // namespace meshwatch
