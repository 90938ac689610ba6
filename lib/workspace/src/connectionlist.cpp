// SPDX-License-Identifier: MIT
#include "connectionlist.h"

#include <meshwatch/core/json.h>

#include <QCoreApplication>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSaveFile>
#include <QUuid>

namespace meshwatch {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Workspace)
};

Error damaged(const QString& path, const QString& reason) {
    return {
        QStringLiteral("workspace.damaged"),
        Text::tr("The list of connections in %1 cannot be read: %2").arg(path, reason),
        Text::tr(
            "It is left as it is. Mend it, or move it away to start with an empty list; the events stay.")};
}

} // namespace

ConnectionList::ConnectionList(QString path)
    : m_path(std::move(path))
    , m_workspaceId(QUuid::createUuid().toString(QUuid::WithoutBraces)) {}

Result<std::vector<Connection>> ConnectionList::load() {
    QFile file(m_path);
    if (!file.exists())
        return std::vector<Connection>();
    if (!file.open(QIODevice::ReadOnly))
        return damaged(m_path, file.errorString());
    const auto root = json::parseObject(file.readAll());
    if (!root)
        return damaged(m_path, root.error().message);
    if (const QString id = root->value(QLatin1String("id")).toString(); !id.isEmpty())
        m_workspaceId = id;
    const QJsonObject retention = root->value(QLatin1String("retention")).toObject();
    m_retention = {retention.value(QLatin1String("days")).toInt(),
                   retention.value(QLatin1String("events")).toInteger(),
                   retention.value(QLatin1String("bytes")).toInteger()};
    m_listening = Listening::fromJson(root->value(QLatin1String("listening")).toObject());
    // Saving writes what was read: a list that we do not understand would be gone.
    const QJsonValue listed = root->value(QLatin1String("connections"));
    if (!listed.isArray() && !listed.isUndefined())
        return damaged(m_path, Text::tr("“connections” is no list."));
    std::vector<Connection> connections;
    const QJsonArray list = listed.toArray();
    for (const auto& item : list) {
        auto connection = Connection::fromJson(item.toObject());
        if (!connection)
            return damaged(m_path, connection.error().message);
        connections.push_back(std::move(*connection));
    }
    return connections;
}

Result<void> ConnectionList::save(const std::vector<Connection>& connections) {
    QJsonArray list;
    for (const Connection& connection : connections)
        list.append(connection.toJson());
    const QJsonObject root{
        {QStringLiteral("id"), m_workspaceId},
        {QStringLiteral("connections"), list},
        {QStringLiteral("listening"), m_listening.toJson()},
        {QStringLiteral("retention"), QJsonObject{{QStringLiteral("days"), m_retention.days},
                                                  {QStringLiteral("events"), m_retention.events},
                                                  {QStringLiteral("bytes"), m_retention.bytes}}}};
    QSaveFile file(m_path);
    if (!file.open(QIODevice::WriteOnly) || file.write(QJsonDocument(root).toJson()) < 0 || !file.commit())
        return Error{QStringLiteral("workspace.write"),
                     Text::tr("Cannot write %1: %2.").arg(m_path, file.errorString()),
                     Text::tr("Check the rights and the space of the folder.")};
    return {};
}

} // namespace meshwatch
