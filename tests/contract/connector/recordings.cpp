// SPDX-License-Identifier: MIT
#include "recordings.h"

#include <QFile>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QUrl>

namespace recordings {

namespace {

const QString file = QStringLiteral(MESHWATCH_SHARED_DIR "/recordings/rest.jsonl");
const QRegularExpression id(QStringLiteral("/([A-Z]{3}[A-Za-z0-9]{17}|did%3A[^/]*)(?=/|$)"));

QString pathOf(const QJsonObject& exchange) {
    return exchange.value(QLatin1String("path")).toString().section(QLatin1Char('?'), 0, 0);
}

} // namespace

bool exist() { return QFile::exists(file); }

QList<QJsonObject> exchanges() {
    QList<QJsonObject> list;
    QFile lines(file);
    if (!lines.open(QIODevice::ReadOnly))
        return list;
    while (!lines.atEnd())
        list << QJsonDocument::fromJson(lines.readLine()).object();
    return list;
}

QString nameOf(const QJsonObject& exchange) {
    return exchange.value(QLatin1String("method")).toString() + QLatin1Char(' ') +
           pathOf(exchange).replace(id, QStringLiteral("/{}"));
}

QStringList idsOf(const QJsonObject& exchange) {
    QStringList ids;
    auto matches = id.globalMatch(pathOf(exchange));
    while (matches.hasNext())
        ids << QUrl::fromPercentEncoding(matches.next().captured(1).toLatin1());
    return ids;
}

} // namespace recordings
