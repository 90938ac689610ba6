// SPDX-License-Identifier: MIT
#include "connectoroption.h"
#include "sourceoption.h"
#include "storeoption.h"

#include <meshwatch/workspace/workspace.h>

#include <QCoreApplication>
#include <QTemporaryDir>
#include <QTimer>
#include <QUuid>

namespace meshwatch::cli {

namespace {

struct Options {
    std::string data;
    std::string listen;
    std::vector<std::string> filter;
    std::string keyVariable;
    std::string keyHeader = "x-api-key";
    SourceOptions sources;
    Format format = Format::Table;
};

/// Prints what is new in a store, as it comes. Looks by itself, since the writer can be another process.
class Follower {
public:
    Follower(EventReader& reader, Query query, Format format)
        : m_reader(reader)
        , m_query(std::move(query))
        , m_format(format)
        , m_last(reader.range().last) {}

    /// Nothing, or the code to end with.
    [[nodiscard]] std::optional<int> look() {
        if (!isOutputRead())
            return Success;
        const EventSeq newest = m_reader.range().last;
        if (newest <= m_last)
            return std::nullopt;
        const std::atomic<bool> never = false;
        std::vector<EventSeq> seqs;
        EventSeq from = newest;
        while (from > m_last) {
            auto found = m_reader.search(m_query, from, {m_last.value + 1}, 1000, 1000, never);
            seqs.insert(seqs.end(), found.seqs.begin(), found.seqs.end());
            if (found.failure)
                return fail(*found.failure);
            if (!found.next.isValid())
                break;
            from = found.next;
        }
        m_last = newest;
        const auto names = connectionNames(m_reader);
        for (auto it = seqs.rbegin(); it != seqs.rend(); ++it) {
            const auto event = m_reader.event(*it);
            if (!event)
                continue;
            if (const auto end = tryPrint(line(*event, names.value(event->row.connection.value), m_format)))
                return end;
        }
        return std::nullopt;
    }

private:
    EventReader& m_reader;
    const Query m_query;
    const Format m_format;
    EventSeq m_last;
};

int follow(const std::string& folder, const Options& options) {
    auto query = parseFilter(options.filter);
    if (!query)
        return fail(query.error(), Misuse);
    auto reader = openReader(folder);
    if (!reader)
        return fail(reader.error());
    if (const auto end = tryPrint(headLine(options.format)))
        return *end;
    Follower follower(**reader, *query, options.format);
    QTimer timer;
    QObject::connect(&timer, &QTimer::timeout, qApp, [&follower, &timer] {
        if (const auto end = follower.look()) {
            timer.stop();
            QCoreApplication::exit(*end);
        }
    });
    timer.start(50);
    return runUntilStopped();
}

/// A receiver for all that is posted to it; none without --listen.
Result<void> listen(Workspace& workspace, ConnectionId id, const Options& options) {
    const auto address = listenAddress(options.listen);
    if (!address)
        return address.error();
    QByteArray key;
    if (!options.keyVariable.empty()) {
        const auto secret = secretFrom(options.keyVariable);
        if (!secret)
            return secret.error();
        key = *secret;
    }
    WebhookReceiver& receiver = workspace.receiver();
    receiver.setEndpoints({{id, QString(), text(options.keyHeader), key}});
    HttpServer::Options server;
    server.address = address->address;
    server.port = address->port;
    if (const auto started = receiver.start(server); !started)
        return started;
    complain(QStringLiteral("listening on %1/ and any path below; nothing is kept after the end")
                 .arg(receiver.url()));
    return {};
}

/// Receives itself, with a store that goes when it ends.
int receiveAndFollow(const Options& options) {
    auto chosen = chooseSources(options.sources);
    if (!chosen)
        return fail(chosen.error(), Misuse);
    const QTemporaryDir folder;
    auto workspace = Workspace::open(folder.path(), Workspace::Use::ReceiveOnly);
    if (!workspace)
        return fail(workspace.error());
    const auto id = (*workspace)->store().connectionId(QStringLiteral("watch"));
    if (!id)
        return fail(id.error());
    if (!options.listen.empty()) {
        if (const auto listening = listen(**workspace, *id, options); !listening)
            return fail(listening.error(), exitCode(listening.error()));
    }
    std::vector<std::unique_ptr<EventSource>> sources;
    for (ChosenSource& source : *chosen) {
        source.settings.connection = *id;
        source.settings.isPassing = true;
        source.settings.subscriber =
            QStringLiteral("meshwatch-watch-") + QUuid::createUuid().toString(QUuid::Id128).left(12);
        sources.push_back(startSource((*workspace)->store(), source.settings));
    }
    const int code = follow(folder.path().toStdString(), options);
    sources.clear();
    (*workspace)->receiver().stop();
    return code;
}

} // namespace

void addWatch(CLI::App& app, Action& action) {
    auto options = std::make_shared<Options>();
    CLI::App* command = app.add_subcommand("watch", "Print events as they come");
    auto* data = command->add_option("--data", options->data, "of this workspace, whoever receives them")
                     ->option_text("DIR");
    auto* listen = command->add_option("--listen", options->listen, "or received here, and not kept")
                       ->option_text("ADDR:PORT");
    addSourceOptions(*command, options->sources);
    data->excludes(listen);
    data->excludes(command->get_option("--source"));
    command->add_option("--key-env", options->keyVariable, "with --listen: variable with the key asked for")
        ->needs(listen)
        ->option_text("VAR");
    command->add_option("--key-header", options->keyHeader, "with --listen: header that carries it")
        ->option_text("HEADER (x-api-key)");
    command->add_option("filter", options->filter, "only events that match")->option_text("FILTER");
    addFormat(*command, options->format);
    command->callback([options, &action] {
        if (options->data.empty() && options->listen.empty() && options->sources.addresses.empty())
            throw CLI::RequiredError("--data, --listen or --source");
        action = [options] {
            return options->data.empty() ? receiveAndFollow(*options) : follow(options->data, *options);
        };
    });
}

} // namespace meshwatch::cli
