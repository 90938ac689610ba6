// SPDX-License-Identifier: MIT
#include "workspacefolder.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>

namespace meshwatch::workspacefolder {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Workspace)
};

/// A lock file that does not say whose it is was cut short when the computer went down; unless it was made
/// just now, and is being written.
constexpr int emptyLockMs = 10'000;

} // namespace

Result<std::unique_ptr<QLockFile>> take(const QString& folder) {
    const bool isNew = !QFileInfo::exists(folder);
    if (!QDir().mkpath(folder))
        return Error{QStringLiteral("workspace.folder"),
                     Text::tr("The folder %1 cannot be made.").arg(folder),
                     Text::tr("Choose a folder that you may write to.")};
    // Of a folder that was there somebody else may have decided who reads it.
    if (isNew)
        QFile::setPermissions(folder, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    auto lock = std::make_unique<QLockFile>(QDir(folder).filePath(QStringLiteral("workspace.lock")));
    lock->setStaleLockTime(0);
    if (lock->tryLock(100))
        return lock;
    qint64 pid = 0;
    QString host, program;
    const bool isKnown = lock->getLockInfo(&pid, &host, &program);
    if (!isKnown && lock->error() == QLockFile::LockFailedError) {
        lock->setStaleLockTime(emptyLockMs);
        if (lock->tryLock(100))
            return lock;
        return Error{QStringLiteral("workspace.inUse"),
                     Text::tr("The workspace %1 is being opened.").arg(folder),
                     Text::tr("Try again in some seconds.")};
    }
    if (!isKnown)
        return Error{QStringLiteral("workspace.folder"),
                     Text::tr("The folder %1 cannot be written.").arg(folder),
                     Text::tr("Check its rights and the space of the disk, or choose another folder.")};
    return Error{QStringLiteral("workspace.inUse"),
                 Text::tr("The workspace %1 is open in %2 (process %3 on %4).")
                     .arg(folder, program)
                     .arg(pid)
                     .arg(host),
                 Text::tr("Close it there, or choose another folder.")};
}

} // namespace meshwatch::workspacefolder
