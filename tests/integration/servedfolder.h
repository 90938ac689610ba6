// SPDX-License-Identifier: MIT
#pragma once

#include "program.h"

#include <QTemporaryDir>

/// A folder for workspaces that `serve` keeps and other commands read; for tests to derive from.
class ServedFolder {
protected:
    [[nodiscard]] QString data(const char* name) const { return m_folder.filePath(QLatin1String(name)); }
    static QStringList serve(const QString& data) {
        return {QStringLiteral("serve"),    QStringLiteral("--data"),      data,
                QStringLiteral("--listen"), QStringLiteral("127.0.0.1:0"), QStringLiteral("--connection"),
                QStringLiteral("a")};
    }
    static Program::Outcome events(const QString& data, const QStringList& more = {}) {
        return Program::run(QStringList{QStringLiteral("events"), QStringLiteral("--data"), data,
                                        QStringLiteral("--format"), QStringLiteral("jsonl")} +
                            more);
    }

    QTemporaryDir m_folder;
};
