// SPDX-License-Identifier: MIT
#include "command.h"

#include <meshwatch/events/eventlines.h>
#include <meshwatch/events/eventreader.h>
#include <meshwatch/workspace/workspace.h>

#include <QFile>
#include <QHash>

namespace meshwatch::cli {

namespace {

/// Lines handed to the store at once, and the longest line that is read.
constexpr size_t batchSize = 2000;
constexpr qint64 maxLineBytes = 512LL * 1024 * 1024;

struct Import {
    EventStore& store;
    EventParser parser{};
    QHash<QString, ConnectionId> ids{};
    std::vector<Arrival> batch{};
    qint64 read = 0;
    qint64 failed = 0;
    bool isStored = true;

    void flushBatch() {
        if (batch.empty())
            return;
        store.append(std::exchange(batch, {}), [this](bool stored) { isStored = isStored && stored; });
        store.flush();
    }

    void take(const QByteArray& line, qint64 number) {
        auto parsed = eventlines::fromJson(line, parser);
        if (!parsed) {
            ++failed;
            complain(QStringLiteral("line %1: %2").arg(number).arg(parsed.error().message));
            return;
        }
        const QString name = parsed->connection.isEmpty() ? QStringLiteral("import") : parsed->connection;
        auto it = ids.find(name);
        if (it == ids.end())
            it = ids.insert(name, store.connectionId(name));
        parsed->arrival.connection = *it;
        batch.push_back(std::move(parsed->arrival));
        ++read;
        if (batch.size() >= batchSize)
            flushBatch();
    }
};

int importFile(const std::string& data, const std::string& name) {
    QFile file(text(name));
    const bool isOpen = name == "-" ? file.open(stdin, QIODevice::ReadOnly) : file.open(QIODevice::ReadOnly);
    if (!isOpen)
        return fail({QStringLiteral("cli.read"),
                     QStringLiteral("Cannot read %1: %2.").arg(text(name), file.errorString()),
                     {}});
    auto workspace = Workspace::open(text(data), Workspace::Use::ReceiveOnly);
    if (!workspace)
        return fail(workspace.error());
    EventStore& store = (*workspace)->store();
    const auto countEvents = [&store] {
        const auto reader = EventReader::open(store.path());
        return reader ? (*reader)->range().count() : qint64(0);
    };
    const qint64 before = countEvents();
    Import import{store};
    for (qint64 number = 1; !file.atEnd(); ++number) {
        const QByteArray line = file.readLine(maxLineBytes).trimmed();
        if (!line.isEmpty())
            import.take(line, number);
    }
    import.flushBatch();
    const qint64 added = countEvents() - before;
    print(QStringLiteral("%1 lines read, %2 events new, %3 known already, %4 lines refused\n")
              .arg(import.read + import.failed)
              .arg(added)
              .arg(import.read - added)
              .arg(import.failed)
              .toLocal8Bit());
    return import.failed > 0 || !import.isStored ? Failed : Success;
}

} // namespace

void addImport(CLI::App& app, Action& action) {
    struct Options {
        std::string data, file;
    };
    auto options = std::make_shared<Options>();
    CLI::App* command = app.add_subcommand("import", "Read events from a JSONL file into a workspace");
    command->add_option("file", options->file, "the file to read; - is standard input")
        ->required()
        ->option_text("FILE");
    command->add_option("--data", options->data, "the workspace's folder")->required()->option_text("DIR");
    command->callback(
        [options, &action] { action = [options] { return importFile(options->data, options->file); }; });
}

} // namespace meshwatch::cli
