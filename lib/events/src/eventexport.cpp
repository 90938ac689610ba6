// SPDX-License-Identifier: MIT
#include <meshwatch/events/eventexport.h>
#include <meshwatch/events/eventlines.h>

#include <QCoreApplication>
#include <QFileInfo>
#include <QHash>
#include <QSaveFile>

#include <cerrno>
#include <cstring>

namespace meshwatch {

namespace {

constexpr qint64 linesPerReport = 500;

Error writeError(const QString& fileName, const QString& reason) {
    return {QStringLiteral("export.write"),
            QCoreApplication::translate("EventExport", "Cannot write %1: %2.").arg(fileName, reason),
            {}};
}

} // namespace

Result<qint64> EventExport::run(const EventReader& reader,
                                const std::function<bool(qint64)>& progress) const {
    // A device or a pipe would be replaced by the file.
    if (const QFileInfo target(fileName); target.exists() && !target.isFile())
        return writeError(fileName,
                          QCoreApplication::translate("EventExport", "it is there and is no regular file"));
    QSaveFile file(fileName);
    if (!file.open(QIODevice::WriteOnly))
        return writeError(fileName, file.errorString());
    QHash<ConnectionId, QString> names;
    for (const EventReader::Connection& connection : reader.connections())
        names.insert(connection.id, connection.name);
    const auto start = limit > 0 ? reader.startOfNewest(query, limit) : Result<EventSeq>(EventSeq{});
    if (!start)
        return start.error();
    QString reason;
    const auto write = [&file, &reason](const QByteArray& line) {
        errno = 0;
        const bool isGood = file.write(line) == line.size();
        // QSaveFile does not tell why only a part could be written.
        if (!isGood)
            reason = errno != 0 ? QString::fromLocal8Bit(std::strerror(errno)) : file.errorString();
        return isGood;
    };
    bool isWritten = format != Format::Csv || write(eventlines::csvHeader() + "\r\n");
    bool isCancelled = false;
    qint64 count = 0;
    const auto read = reader.forEach(query, *start, [&](const Event& event) {
        const QString name = names.value(event.row.connection);
        isWritten =
            isWritten && write(format == Format::Csv ? QByteArray(eventlines::toCsv(event, name) + "\r\n")
                                                     : QByteArray(eventlines::toJson(event, name) + '\n'));
        ++count;
        if (progress && count % linesPerReport == 0)
            isCancelled = !progress(count);
        return isWritten && !isCancelled;
    });
    if (isCancelled)
        return Error{
            QStringLiteral("export.cancelled"), QCoreApplication::translate("EventExport", "Cancelled."), {}};
    if (!read)
        return read.error();
    if (!isWritten)
        return writeError(fileName, reason);
    if (!file.commit())
        return writeError(fileName, file.errorString());
    return count;
}

} // namespace meshwatch
