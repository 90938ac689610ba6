// SPDX-License-Identifier: MIT
#include "talk.h"

#include <meshwatch/core/json.h>
#include <meshwatch/messaging/roundtrip.h>

#include <QTemporaryDir>

namespace meshwatch::cli {

namespace {

using Way = RoundTripResult::Way;
using Ending = RoundTripResult::Ending;

struct Options : TalkOptions {
    std::string to;
    std::string by;
    std::string interval = "5s";
    std::string listen;
    std::string webhookKeyVariable;
    bool isRequest = false;
};

/// Where events come to: the workspace with the connection, or one that goes when it ends.
struct Place {
    std::unique_ptr<QTemporaryDir> folder;
    std::unique_ptr<Workspace> own;
    Workspace* workspace = nullptr;
    ConnectionId connection;
};

Result<Place> placeFor(Talk& talk) {
    Place place;
    place.workspace = talk.chosen.workspace.get();
    place.connection = talk.chosen.id;
    if (place.workspace)
        return place;
    place.folder = std::make_unique<QTemporaryDir>();
    auto opened = Workspace::open(place.folder->path(), Workspace::Use::ReceiveOnly);
    if (!opened)
        return opened.error();
    place.own = std::move(*opened);
    place.workspace = place.own.get();
    const auto id = place.workspace->store().connectionId(QStringLiteral("roundtrip"));
    if (!id)
        return id.error();
    place.connection = *id;
    return place;
}

/// Takes webhooks for this connection only.
Result<void> receive(const Options& options, const Talk& talk, Place& place) {
    WebhookReceiver::Endpoint endpoint{place.connection, {}, QStringLiteral("x-api-key"), {}};
    HttpServer::Options server;
    if (!options.webhookKeyVariable.empty()) {
        const auto key = secretFrom(options.webhookKeyVariable);
        if (!key)
            return key.error();
        endpoint.key = *key;
    }
    if (!options.listen.empty()) {
        const auto address = listenAddress(options.listen);
        if (!address)
            return address.error();
        server.address = address->address;
        server.port = address->port;
    } else {
        const auto listening = place.workspace->listening().options();
        if (!listening)
            return listening.error();
        server = *listening;
    }
    if (const Connection* connection =
            talk.chosen.workspace ? talk.chosen.workspace->connection(text(options.connection)) : nullptr) {
        endpoint.path = connection->slug();
        endpoint.keyHeader = connection->receiverKeyHeader;
        using Authentication = Connection::ReceiverAuthentication;
        if (connection->receiverAuthentication == Authentication::OAuth2)
            endpoint.client = {connection->receiverClientId.toUtf8(), endpoint.key};
        const bool asksForKey =
            connection->asksForKey && connection->receiverAuthentication == Authentication::ApiKey;
        endpoint.isLocked = (asksForKey || endpoint.client) && endpoint.key.isEmpty();
    }
    if (endpoint.isLocked)
        return Error{QStringLiteral("cli.noSecret"),
                     QStringLiteral("This connection asks deliveries for a key or a token."),
                     QStringLiteral("Give it by --webhook-key-env VAR.")};
    place.workspace->receiver().setEndpoints({endpoint});
    if (const auto started = place.workspace->receiver().start(server); !started)
        return started.error();
    complain(QStringLiteral("listening on %1/%2").arg(place.workspace->receiver().url(), endpoint.path));
    return {};
}

RoundTripResult measure(Way way, const Options& options, Talk& talk, Place& place) {
    RoundTrip trip(*talk.client, place.workspace->store(), place.connection);
    RoundTrip::Settings settings;
    settings.way = way;
    settings.pollInterval = duration(options.interval).value_or(settings.pollInterval);
    settings.timeout = talk.timeout;
    const StopSignals signalsToTake([&trip] { trip.cancel(); });
    QEventLoop loop;
    QObject::connect(&trip, &RoundTrip::finished, &loop, &QEventLoop::quit);
    trip.start(text(options.to),
               options.isRequest ? RoundTrip::Content(RoundTrip::testRequest())
                                 : RoundTrip::Content(RoundTrip::testMail()),
               settings);
    if (trip.result().ending == Ending::Running)
        loop.exec();
    return trip.result();
}

QByteArray asText(const RoundTripResult& result) {
    const bool isPolling = result.way == Way::Polling;
    return QStringLiteral(
               "%1  %2 calls, %3 events, %4 bytes sent, %5 received, answer after %6 ms, known %7 ms "
               "after it was given\n")
        .arg(isPolling ? QStringLiteral("polling") : QStringLiteral("events "))
        .arg(result.calls())
        .arg(qsizetype(result.steps.size()) - result.calls())
        .arg(result.bytesSent())
        .arg(result.bytesReceived())
        .arg(result.totalMs())
        .arg(result.delayMs())
        .toLocal8Bit();
}

int codeOf(const RoundTripResult& result) {
    switch (result.ending) {
    case Ending::Answered:
        return Success;
    case Ending::Cancelled:
        return fail(stoppedEarly());
    default:
        break;
    }
    static const QStringList unreachable{QStringLiteral("connector.network"), QStringLiteral("connector.tls"),
                                         QStringLiteral("connector.timedOut")};
    return fail(result.error, result.isInDoubt                          ? InDoubt
                              : unreachable.contains(result.error.code) ? Unreachable
                                                                        : Failed);
}

int run(const Options& options, Talk& talk) {
    auto place = placeFor(talk);
    if (!place)
        return fail(place.error());
    std::vector<Way> ways;
    if (options.by != "events")
        ways.push_back(Way::Polling);
    if (options.by != "polling") {
        ways.push_back(Way::Events);
        if (const auto received = receive(options, talk, *place); !received)
            return fail(received.error(), exitCode(received.error()));
    }
    std::vector<RoundTripResult> results;
    QJsonObject json;
    int code = Success;
    for (const Way way : ways) {
        results.push_back(measure(way, options, talk, *place));
        const RoundTripResult& result = results.back();
        json.insert(way == Way::Polling ? QStringLiteral("polling") : QStringLiteral("events"),
                    result.toJson());
        code = codeOf(result);
        if (!options.isJson && result.ending == Ending::Answered)
            print(asText(result));
        if (code != Success)
            break;
    }
    if (options.isJson)
        print(json::compact(json) + '\n');
    else if (code == Success && results.size() == 2)
        print(RoundTripResult::compare(results[0], results[1]).join(QLatin1Char('\n')).toLocal8Bit() + '\n');
    place->workspace->receiver().stop();
    return code;
}

} // namespace

void addRoundTrip(CLI::App& app, Action& action) {
    auto options = std::make_shared<Options>();
    options->timeout = "5m";
    CLI::App* command = app.add_subcommand(
        "roundtrip", "Measure until a peer's answer to a test message is known, by polling or by events");
    command->add_option("--to", options->to, "the peer, who has to answer")
        ->required()
        ->option_text("ADDRESS");
    command->add_option("--by", options->by, "how the answer is noticed")
        ->required()
        ->check(CLI::IsMember({"polling", "events", "both"}))
        ->option_text("polling|events|both");
    addReadOptions(*command, *options);
    addTimeOption(*command, "--interval", options->interval, "pause between two polls", "TIME (5s)");
    addTimeOption(*command, "--timeout", options->timeout, "longest wait for the answer", "TIME (5m)");
    command->add_flag("--request", options->isRequest, "a Request instead of a Mail");
    command
        ->add_option("--listen", options->listen,
                     "by events: where webhooks come; where the workspace listens unless given")
        ->option_text("ADDR:PORT");
    command
        ->add_option("--webhook-key-env", options->webhookKeyVariable,
                     "by events: variable with the key that deliveries must show")
        ->option_text("VAR");
    command->callback([options, &action] {
        if (options->by != "polling" && options->listen.empty() && options->data.empty())
            throw CLI::RequiredError("--listen or --data, where the Connector reports to,");
        action = [options] { return talk(*options, [options](Talk& talk) { return run(*options, talk); }); };
    });
}

} // namespace meshwatch::cli
