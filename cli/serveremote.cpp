// SPDX-License-Identifier: MIT
#include "serveremote.h"

#include <meshwatch/sources/remotesink.h>
#include <meshwatch/sources/webhookreceiver.h>
#include <meshwatch/workspace/connection.h>

#include <QCoreApplication>
#include <QTimer>

namespace meshwatch::cli {

namespace {

/// Whatever the order on the command line, relays of one address give a connection the same number, so that
/// tokens that one of them gave are good at the others.
ConnectionId numberOf(const QString& name) {
    quint32 hash = 0x811c9dc5;
    const QByteArray folded = name.toLower().toUtf8();
    for (const char c : folded)
        hash = (hash ^ static_cast<uchar>(c)) * 0x01000193;
    return {qMax(1, qint32(hash & 0x7fffffff))};
}

Result<RemoteSink::Settings> sinkSettings(const RemoteOptions& options, const RemoteEndpoints& endpoints) {
    const bool isBroker = !options.broker.empty();
    auto address = SourceAddress::parse(text(isBroker ? options.broker : options.store));
    if (!address)
        return address.error();
    const auto wanted = isBroker ? SourceAddress::Kind::Amqp : SourceAddress::Kind::Postgres;
    if (address->kind() != wanted)
        return Error{
            QStringLiteral("cli.badSink"),
            QStringLiteral("Webhooks cannot be put to %1.").arg(address->place()),
            QStringLiteral("--broker takes amqp://…?exchange=E, --store takes postgresql://HOST/DATABASE.")};
    RemoteSink::Settings settings;
    settings.address = std::move(*address);
    const std::string& variable = isBroker ? options.brokerSecretVariable : options.storeSecretVariable;
    if (!variable.empty()) {
        const auto secret = secretFrom(variable);
        if (!secret)
            return secret.error();
        settings.secret = *secret;
    }
    for (const std::string& name : endpoints.connections)
        settings.connections.insert(numberOf(text(name)), text(name));
    if (settings.connections.size() != qsizetype(endpoints.connections.size()))
        return Error{QStringLiteral("cli.sameConnection"),
                     QStringLiteral("Two connections have the same name, or names too much alike."),
                     QStringLiteral("Rename one.")};
    return settings;
}

/// The paths of one connection: its name as it is, and as it stands in a URL.
Result<std::vector<WebhookReceiver::Endpoint>> endpointsOf(const RemoteEndpoints& options) {
    std::vector<WebhookReceiver::Endpoint> endpoints;
    for (size_t i = 0; i < options.connections.size(); ++i) {
        Connection connection;
        connection.name = text(options.connections[i]);
        connection.id = numberOf(connection.name);
        WebhookReceiver::Endpoint endpoint;
        endpoint.connection = connection.id;
        endpoint.path = connection.slug();
        if (!options.keyHeader.empty())
            endpoint.keyHeader = text(options.keyHeader);
        const bool usesTokens = !options.client.empty();
        std::string variable = options.clientSecretVariable;
        if (!options.keyVariables.empty())
            variable = options.keyVariables[qMin(i, options.keyVariables.size() - 1)];
        if (!variable.empty()) {
            const auto secret = secretFrom(variable);
            if (!secret)
                return secret.error();
            if (usesTokens)
                endpoint.client = {QByteArray::fromStdString(options.client), *secret};
            else
                endpoint.key = *secret;
        }
        endpoints.push_back(endpoint);
        if (connection.name.compare(endpoint.path, Qt::CaseInsensitive) != 0) {
            endpoint.path = connection.name;
            endpoints.push_back(std::move(endpoint));
        }
    }
    return endpoints;
}

/// How the engine is doing, on stderr: once for each change.
void sayStates(RemoteSink& sink, const QString& place) {
    QObject::connect(&sink, &RemoteSink::stateChanged, &sink, [&sink, place, said = QString()]() mutable {
        const SourceState state = sink.state();
        if (state.phase == SourceState::Phase::Stopped || state.phase == SourceState::Phase::Connecting)
            return;
        QString line = place + QStringLiteral(": ") + state.text;
        if (!state.advice.isEmpty())
            line += QLatin1Char(' ') + state.advice;
        if (std::exchange(said, line) != line)
            complain(line);
    });
}

/// What was sent and is no event is kept nowhere, so it is said: once a second at most.
void sayRefusedBodies(const RemoteSink& sink, QTimer& timer) {
    QObject::connect(&timer, &QTimer::timeout, &timer, [&sink, said = qint64(0)]() mutable {
        const RemoteSink::Figures figures = sink.figures();
        const qint64 more = figures.bodiesWithoutEvent - std::exchange(said, figures.bodiesWithoutEvent);
        if (more > 0)
            complain(QStringLiteral("refused %1 that are no events; the last: %2")
                         .arg(more)
                         .arg(figures.lastReason));
    });
    timer.start(1000);
}

} // namespace

void addRemoteOptions(CLI::App& command, RemoteOptions& options, const std::vector<CLI::Option*>& local) {
    auto* broker =
        command
            .add_option("--broker", options.broker,
                        "publish each webhook to RabbitMQ and answer when it has confirmed it; nothing is "
                        "kept here")
            ->option_text("amqp://HOST/?exchange=E");
    command
        .add_option("--broker-secret-env", options.brokerSecretVariable,
                    "environment variable with the broker's password")
        ->needs(broker)
        ->option_text("VAR");
    auto* store = command
                      .add_option("--store", options.store,
                                  "keep each webhook in PostgreSQL for all who read it there; nothing is "
                                  "kept here")
                      ->excludes(broker)
                      ->option_text("postgresql://HOST/DATABASE");
    command
        .add_option("--store-secret-env", options.storeSecretVariable,
                    "environment variable with the database's password")
        ->needs(store)
        ->option_text("VAR");
    for (CLI::Option* option : local) {
        option->excludes(broker);
        option->excludes(store);
    }
}

int serveRemote(const RemoteOptions& options, const RemoteEndpoints& endpoints,
                const HttpServer::Options& server) {
    auto settings = sinkSettings(options, endpoints);
    if (!settings)
        return fail(settings.error(), Misuse);
    auto paths = endpointsOf(endpoints);
    if (!paths)
        return fail(paths.error(), Misuse);
    const QString place = settings->address.place();
    RemoteSink sink(std::move(*settings));
    sayStates(sink, place);
    QTimer timer;
    sayRefusedBodies(sink, timer);
    WebhookReceiver receiver(sink);
    receiver.setEndpoints(*paths);
    sink.start();
    if (const auto started = receiver.start(server); !started)
        return fail(started.error());
    for (const std::string& name : endpoints.connections) {
        Connection connection;
        connection.name = text(name);
        connection.id = numberOf(connection.name);
        const QString url = receiver.url() + QLatin1Char('/') + connection.slug();
        print(QStringLiteral("%1: %2\n").arg(connection.name, url).toLocal8Bit());
        if (!endpoints.client.empty())
            print(QStringLiteral("%1 tokens: %2/oauth/token\n").arg(connection.name, url).toLocal8Bit());
    }
    const int code = runUntilStopped();
    // First those who wait for their answer, then what is still on its way.
    receiver.stop();
    sink.stop();
    return code;
}

} // namespace meshwatch::cli
