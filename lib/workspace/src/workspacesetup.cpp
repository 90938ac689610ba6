// SPDX-License-Identifier: MIT
#include <meshwatch/workspace/workspacesetup.h>

#include "connectionlist.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

namespace meshwatch {

Result<WorkspaceSetup> WorkspaceSetup::read(const QString& folder) {
    const QString path = QDir(folder).filePath(QStringLiteral("workspace.json"));
    if (!QFileInfo::exists(path))
        return Error{QStringLiteral("workspace.missing"),
                     QCoreApplication::translate("Workspace", "%1 is no workspace.").arg(folder),
                     QCoreApplication::translate("Workspace", "Name the folder that events are kept in.")};
    ConnectionList list(path);
    auto connections = list.load();
    if (!connections)
        return connections.error();
    return WorkspaceSetup{std::move(*connections), list.listening()};
}

} // namespace meshwatch
