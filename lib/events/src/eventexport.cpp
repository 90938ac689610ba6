// SPDX-License-Identifier: MIT
#include <meshwatch/events/eventexport.h>
#include <meshwatch/events/eventlines.h>

#include <QCoreApplication>
#include <QHash>
#include <QSaveFile>

namespace meshwatch {

namespace {

constexpr qint64 linesPerReport = 500;

Error writeError(const QSaveFile& file) {
    return {QStringLiteral("export.write"),
            QCoreApplication::translate("EventExport", "Cannot write %1: %2.")
                .arg(file.fileName(), file.errorString()),
            {}};
}

/// The oldest of the newest `limit` matches.
EventSeq startOfNewest(const EventReader& reader, const Query& query, qint64 limit) {
    EventSeq start;
    reader.forEach(query, true, [&](const Event& event) {
        start = event.row.seq;
        return --limit > 0;
    });
    return start;
}

} // namespace

Result<qint64> EventExport::run(const EventReader& reader,
                                const std::function<bool(qint64)>& progress) const {
    QSaveFile file(fileName);
    if (!file.open(QIODevice::WriteOnly))
        return writeError(file);
    QHash<ConnectionId, QString> names;
    for (const EventReader::Connection& connection : reader.connections())
        names.insert(connection.id, connection.name);
    const EventSeq start = limit > 0 ? startOfNewest(reader, query, limit) : EventSeq{};
    const auto write = [&file](const QByteArray& line) { return file.write(line) == line.size(); };
    bool isWritten = format != Format::Csv || write(eventlines::csvHeader() + "\r\n");
    bool isCancelled = false;
    qint64 count = 0;
    reader.forEach(query, false, [&](const Event& event) {
        if (event.row.seq < start)
            return true;
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
    if (!isWritten || !file.commit())
        return writeError(file);
    return count;
}

} // namespace meshwatch
