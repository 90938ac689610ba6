// SPDX-License-Identifier: MIT
#include "stopsignals.h"
#include "storeoption.h"

#include <meshwatch/events/eventlines.h>

#include <QCoreApplication>
#include <QFile>
#include <QHash>

#include <future>
#include <poll.h>
#include <unistd.h>

namespace meshwatch::cli {

namespace {

/// What is handed to the store at once, and the longest line that is read.
constexpr size_t batchLines = 2000;
constexpr qsizetype batchBytes = 64LL * 1024 * 1024;
constexpr qint64 maxLineBytes = 512LL * 1024 * 1024;
constexpr qint64 partBytes = 16LL * 1024;

/// How often a signal is looked for while there is nothing to do.
constexpr auto pause = std::chrono::milliseconds(100);

class Import {
public:
    explicit Import(EventStore& store)
        : m_store(store) {}

    void take(const QByteArray& line, qint64 number) {
        auto parsed = eventlines::fromJson(line, m_parser);
        if (!parsed) {
            refuse(number, parsed.error().message);
            return;
        }
        const QString name = parsed->connection.isEmpty() ? QStringLiteral("import") : parsed->connection;
        if (!m_ids.contains(name)) {
            const auto id = m_store.connectionId(name);
            if (!id) {
                m_failure = id.error();
                return;
            }
            m_ids.insert(name, *id);
        }
        parsed->arrival.connection = m_ids.value(name);
        m_batchBytes += parsed->arrival.body.size();
        m_batch.push_back(std::move(parsed->arrival));
        if (m_batch.size() >= batchLines || m_batchBytes >= batchBytes)
            store();
    }
    void refuse(qint64 number, const QString& reason) {
        ++m_refused;
        complain(QStringLiteral("line %1: %2").arg(number).arg(reason));
    }
    /// Stores what has been taken. While the disk is full that waits, until a signal gives it up.
    void store();

    [[nodiscard]] const std::optional<Error>& failure() const { return m_failure; }
    [[nodiscard]] qint64 stored() const { return m_stored; }
    [[nodiscard]] qint64 refused() const { return m_refused; }

private:
    EventStore& m_store;
    EventParser m_parser;
    QHash<QString, ConnectionId> m_ids;
    std::vector<Arrival> m_batch;
    qsizetype m_batchBytes = 0;
    qint64 m_stored = 0;
    qint64 m_refused = 0;
    std::optional<Error> m_failure;
};

void Import::store() {
    if (m_batch.empty() || m_failure)
        return;
    const auto lines = qint64(m_batch.size());
    m_batchBytes = 0;
    auto done = std::make_shared<std::promise<bool>>();
    auto isStored = done->get_future();
    m_store.append(std::exchange(m_batch, {}), [done](bool stored) { done->set_value(stored); });
    while (isStored.wait_for(pause) != std::future_status::ready) {
        // What the store has to say, such as that the disk is full.
        QCoreApplication::processEvents();
        if (StopSignals::arePending() && m_store.trouble() != EventStore::Trouble::None) {
            m_failure = stoppedEarly();
            return;
        }
    }
    if (isStored.get())
        m_stored += lines;
    else
        m_failure = Error{QStringLiteral("import.store"), QStringLiteral("The events cannot be stored."), {}};
}

/// Waits until there is something to read, or the end; false if a signal comes before. Whole lines that have
/// been taken out of a pipe cannot be read again, and come first.
bool waitForInput(const QFile& file) {
    if (file.canReadLine())
        return true;
    pollfd input{file.handle(), POLLIN, 0};
    while (!StopSignals::arePending()) {
        if (::poll(&input, 1, int(pause.count())) != 0)
            return true;
    }
    return false;
}

/// A line, or as much of it as is read at most; empty at the end. Bit by bit, since QIODevice has memory for
/// the longest line before it reads one.
QByteArray readLine(QFile& file) {
    QByteArray line, part;
    do {
        part = file.readLine(partBytes);
        line += part;
    } while (!part.isEmpty() && !part.endsWith('\n') && line.size() < maxLineBytes);
    return line;
}

/// What has been read of a line that is too long, to its end.
void skipLine(QFile& file) {
    QByteArray part;
    do
        part = file.readLine(partBytes);
    while (!part.isEmpty() && !part.endsWith('\n'));
}

/// Reads and stores line by line; an error if the end was not reached.
Result<void> importLines(QFile& file, Import& import) {
    for (qint64 number = 1;; ++number) {
        if (!waitForInput(file)) {
            import.store();
            return stoppedEarly();
        }
        const QByteArray line = readLine(file);
        if (line.isEmpty())
            break;
        if (line.size() >= maxLineBytes && !line.endsWith('\n')) {
            import.refuse(number, QStringLiteral("longer than %1 bytes").arg(maxLineBytes));
            skipLine(file);
        } else if (const QByteArray text = line.trimmed(); !text.isEmpty()) {
            import.take(text, number);
        }
        if (import.failure())
            return *import.failure();
    }
    if (file.error() != QFile::NoError)
        return readError(file);
    import.store();
    return import.failure() ? Result<void>(*import.failure()) : Result<void>();
}

qint64 countEvents(const EventStore& store) {
    const auto reader = EventReader::open(store.path());
    return reader ? (*reader)->range().count() : qint64(0);
}

int importFile(const std::string& data, const std::string& name) {
    QFile file(text(name));
    // By its number: a FILE* would wait until its buffer is full.
    const bool isOpen =
        name == "-" ? file.open(STDIN_FILENO, QIODevice::ReadOnly) : file.open(QIODevice::ReadOnly);
    if (!isOpen)
        return fail(readError(file));
    auto workspace = openWorkspace(data);
    if (!workspace)
        return fail(workspace.error());
    EventStore& store = (*workspace)->store();
    const qint64 before = countEvents(store);
    Import import(store);
    const auto imported = importLines(file, import);
    const qint64 added = countEvents(store) - before;
    print(QStringLiteral("%1 lines read, %2 events new, %3 known already, %4 lines refused\n")
              .arg(import.stored() + import.refused())
              .arg(added)
              .arg(import.stored() - added)
              .arg(import.refused())
              .toLocal8Bit());
    if (!imported)
        return fail({imported.error().code, imported.error().message,
                     QStringLiteral("What was read is stored; import the file again for the rest, nothing is "
                                    "added twice.")});
    return import.refused() > 0 ? Failed : Success;
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
