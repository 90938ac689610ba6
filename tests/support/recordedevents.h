// SPDX-License-Identifier: MIT
#pragma once

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QList>
#include <QStringList>

/// Recordings of real Connectors, a line of JSON each: beside the tests, or beside the project.
inline QList<QJsonObject> recordedLines(const QString& name) {
    for (const QString& folder : {QStringLiteral(MESHWATCH_TEST_DATA "/recordings/"),
                                  QStringLiteral(MESHWATCH_SHARED_DIR "/recordings/")}) {
        QFile file(folder + name);
        if (!file.open(QIODevice::ReadOnly))
            continue;
        QList<QJsonObject> lines;
        while (!file.atEnd())
            lines.append(QJsonDocument::fromJson(file.readLine()).object());
        return lines;
    }
    return {};
}

/// The webhook bodies of Connector A, each event once, in order of arrival.
inline QList<QByteArray> recordedWebhooks() {
    QList<QByteArray> bodies;
    for (const QJsonObject& line : recordedLines(QStringLiteral("webhooks-a.jsonl"))) {
        if (line[QLatin1String("url")].toString().startsWith(QLatin1String("/a/hook/")))
            bodies.append(
                QJsonDocument(line[QLatin1String("body")].toObject()).toJson(QJsonDocument::Compact));
    }
    return bodies;
}
