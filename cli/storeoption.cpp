// SPDX-License-Identifier: MIT
#include "storeoption.h"

#include <meshwatch/events/eventlines.h>

#include <QDir>

namespace meshwatch::cli {

Result<std::unique_ptr<Workspace>> openWorkspace(const std::string& folder) {
    auto workspace = Workspace::open(text(folder), Workspace::Use::ReceiveOnly);
    if (!workspace)
        return workspace;
    const EventStore& store = (*workspace)->store();
    if (const auto& opening = store.opening(); opening.wasDamaged)
        complain(QStringLiteral("The event store was damaged. It is kept as %1; %2 events were read out of "
                                "it, %3 are lost.")
                     .arg(opening.damagedCopy)
                     .arg(opening.salvaged)
                     .arg(opening.lost));
    QObject::connect(&store, &EventStore::troubleChanged, workspace->get(),
                     [](EventStore::Trouble trouble, const QString& message) {
                         complain(trouble == EventStore::Trouble::None
                                      ? QStringLiteral("The store can be written again.")
                                      : message);
                     });
    return workspace;
}

Result<std::unique_ptr<EventReader>> openReader(const std::string& folder) {
    return EventReader::open(QDir(text(folder)).filePath(QStringLiteral("events.sqlite")));
}

Result<Query> parseFilter(const std::vector<std::string>& words) {
    QStringList parts;
    for (const std::string& word : words)
        parts.append(text(word));
    const QString whole = parts.join(QLatin1Char(' '));
    auto query = Query::parse(whole);
    if (query)
        return *query;
    const QueryError& error = query.error();
    const QString marker = QString(error.position, QLatin1Char(' ')) +
                           QString(qMax(qsizetype(1), error.length), QLatin1Char('^'));
    return Error{QStringLiteral("cli.badFilter"),
                 QStringLiteral("The filter cannot be read at character %1: %2\n  %3\n  %4")
                     .arg(error.position + 1)
                     .arg(error.message, whole, marker),
                 {}};
}

QHash<qint32, QString> connectionNames(const EventReader& reader) {
    QHash<qint32, QString> names;
    for (const auto& connection : reader.connections())
        names.insert(connection.id.value, connection.name);
    return names;
}

void addFormat(CLI::App& command, Format& format) {
    const auto read = [&format](const std::string& name) {
        static const std::map<std::string, Format> formats{
            {"table", Format::Table}, {"jsonl", Format::Jsonl}, {"csv", Format::Csv}};
        const auto found = formats.find(name);
        if (found == formats.end())
            throw CLI::ValidationError("--format", "takes table, jsonl or csv, not " + name);
        format = found->second;
    };
    const char* const standard = format == Format::Jsonl ? "FORMAT (jsonl)" : "FORMAT (table)";
    command.add_option_function<std::string>("--format", read, "table, jsonl or csv")->option_text(standard);
}

namespace {

/// A column of a line on a terminal.
QString printable(QString text, int width) {
    text = cli::printable(std::move(text));
    if (text.size() > width)
        return text.left(width - 1) + QChar(0x2026);
    return text.leftJustified(width);
}

} // namespace

QByteArray headLine(Format format) {
    if (format == Format::Csv)
        return eventlines::csvHeader() + "\r\n";
    return {};
}

QByteArray line(const Event& event, const QString& connection, Format format) {
    if (format == Format::Jsonl)
        return eventlines::toJson(event, connection) + '\n';
    if (format == Format::Csv)
        return eventlines::toCsv(event, connection) + "\r\n";
    const EventRow& row = event.row;
    const QString time =
        row.receivedAt.toDateTime().toLocalTime().toString(QStringLiteral("yyyy-MM-dd HH:mm:ss.zzz"));
    const QString via = row.channels.names() + (row.isRecovered ? QStringLiteral(" recovered") : QString());
    const QString peer = row.peerName.isEmpty() ? row.peer : row.peerName;
    const QString text = QString::number(row.seq.value).rightJustified(8) + QStringLiteral("  ") + time +
                         QStringLiteral("  ") + printable(connection, 16) + QStringLiteral("  ") +
                         printable(via, 14) + QStringLiteral("  ") + printable(row.trigger, 44) +
                         QStringLiteral("  ") + printable(peer, 22) + QStringLiteral("  ") +
                         printable(row.summary, 80).trimmed();
    return text.toLocal8Bit() + '\n';
}

} // namespace meshwatch::cli
