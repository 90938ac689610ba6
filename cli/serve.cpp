// SPDX-License-Identifier: MIT
#include "gaplog.h"
#include "servelog.h"
#include "serverelay.h"
#include "serveremote.h"
#include "sourceoption.h"
#include "storeoption.h"

#include <QCoreApplication>

namespace meshwatch::cli {

namespace {

struct Options {
    std::string data;
    std::string listen = "127.0.0.1:8477";
    std::vector<std::string> connections;
    std::vector<std::string> keyVariables;
    std::string keyHeader;
    std::string client;
    std::string clientSecretVariable;
    std::string drill;
    std::vector<std::string> allowedHosts;
    SourceOptions sources;
    RemoteOptions remote;
    std::string certificate;
    std::string privateKey;
    int maxBodyMiB = 8;
    int maxConnections = 1000;
    int requestSeconds = 30;
    ServeRelay relay;
    ServeLog log;
};

Result<HttpServer::Options> serverOptions(const Options& options) {
    const auto address = listenAddress(options.listen);
    if (!address)
        return address.error();
    HttpServer::Options server;
    server.address = address->address;
    server.port = address->port;
    server.maxBodyBytes = qsizetype(options.maxBodyMiB) * 1024 * 1024;
    server.maxConnections = options.maxConnections;
    server.requestTime = std::chrono::seconds(options.requestSeconds);
    for (const std::string& host : options.allowedHosts)
        server.allowedHosts.append(text(host));
    if (!options.certificate.empty()) {
        const auto certificate = fileContent(options.certificate);
        const auto key = fileContent(options.privateKey);
        if (!certificate || !key)
            return certificate ? key.error() : certificate.error();
        server.certificatePem = *certificate;
        server.privateKeyPem = *key;
    }
    return server;
}

/// What the deliveries of a connection must show, as the options say; what they do not say stays.
void setAuthentication(Connection& connection, const Options& options) {
    if (!options.keyHeader.empty())
        connection.receiverKeyHeader = text(options.keyHeader);
    if (!options.keyVariables.empty())
        connection.receiverAuthentication = Connection::ReceiverAuthentication::ApiKey;
    if (!options.client.empty()) {
        connection.receiverAuthentication = Connection::ReceiverAuthentication::OAuth2;
        connection.receiverClientId = text(options.client);
    }
}

/// Gives a connection its secret out of the variable; says so where one is needed and none is given.
Result<void> takeSecret(Workspace& workspace, const Connection& connection, const std::string& variable) {
    const bool usesTokens = connection.receiverAuthentication == Connection::ReceiverAuthentication::OAuth2;
    if (variable.empty()) {
        if (usesTokens)
            complain(
                QStringLiteral("%1 asks for tokens by a secret that is in the keychain; where that cannot be "
                               "read, deliveries are refused. Give it by --oauth-client ID "
                               "--oauth-secret-env VAR.")
                    .arg(connection.name));
        else if (connection.asksForKey &&
                 connection.receiverAuthentication == Connection::ReceiverAuthentication::ApiKey)
            complain(QStringLiteral("%1 asks for the key that is in the keychain; where that cannot be read, "
                                    "deliveries are refused. Give it by --key-env VAR.")
                         .arg(connection.name));
        return {};
    }
    const auto secret = secretFrom(variable);
    if (!secret)
        return secret.error();
    workspace.secrets().setUntilExit(connection.id,
                                     usesTokens ? SecretKind::ReceiverClientSecret : SecretKind::ReceiverKey,
                                     QString::fromUtf8(*secret));
    workspace.reloadSecrets(connection.id);
    return {};
}

/// Makes sure that the workspace has these connections and that each asks for its secret.
Result<void> prepare(Workspace& workspace, const Options& options) {
    for (size_t i = 0; i < options.connections.size(); ++i) {
        const QString name = text(options.connections[i]);
        Connection connection;
        if (const Connection* known = workspace.connection(name))
            connection = *known;
        connection.name = name;
        connection.receivesWebhooks = true;
        setAuthentication(connection, options);
        if (connection.id.isValid()) {
            if (const auto updated = workspace.update(connection); !updated)
                return updated;
        } else {
            const auto added = workspace.add(connection);
            if (!added)
                return added.error();
            connection.id = *added;
        }
        // One variable serves all connections; several go by position.
        std::string variable = options.clientSecretVariable;
        if (!options.keyVariables.empty())
            variable = options.keyVariables[qMin(i, options.keyVariables.size() - 1)];
        if (const auto taken = takeSecret(workspace, connection, variable); !taken)
            return taken;
    }
    return {};
}

/// Starts the sources, each for its connection.
Result<std::vector<std::unique_ptr<EventSource>>> startSources(Workspace& workspace, const Options& options,
                                                               const std::vector<ChosenSource>& chosen) {
    std::vector<std::unique_ptr<EventSource>> sources;
    for (const ChosenSource& source : chosen) {
        if (source.connection.isEmpty() && options.connections.size() > 1)
            return Error{QStringLiteral("cli.whichConnection"),
                         QStringLiteral("Which connection do the events of %1 belong to?")
                             .arg(source.settings.address.place()),
                         QStringLiteral("Write --source NAME=URL.")};
        const QString name =
            source.connection.isEmpty() ? text(options.connections.front()) : source.connection;
        const Connection* connection = workspace.connection(name);
        if (!connection)
            return Error{QStringLiteral("cli.unknownConnection"),
                         QStringLiteral("There is no connection “%1” for --source.").arg(name),
                         QStringLiteral("Name it by --connection, too.")};
        EventSource::Settings settings = source.settings;
        settings.connection = connection->id;
        settings.subscriber = workspace.subscriber(*connection);
        sources.push_back(startSource(workspace.store(), std::move(settings)));
    }
    return sources;
}

/// Begins the drill for all connections, and says at its end what it came to.
void begin(const FaultDrill& drill, Workspace& workspace, const Options& options) {
    QObject::connect(&workspace, &Workspace::drillChanged, &workspace, [&workspace](ConnectionId id) {
        if (workspace.drill(id))
            return;
        const FaultDrillStatistics numbers = workspace.drillStatistics(id);
        for (const Connection& connection : workspace.connections()) {
            if (connection.id == id)
                complain(QStringLiteral("drill of %1 ended: %2 delivered, %3 refused, %4 dropped, %5 delayed")
                             .arg(connection.name)
                             .arg(numbers.delivered)
                             .arg(numbers.refused)
                             .arg(numbers.dropped)
                             .arg(numbers.delayed));
        }
    });
    for (const std::string& name : options.connections) {
        const Connection& connection = *workspace.connection(text(name));
        // Its values were checked when it was read.
        (void)workspace.setDrill(connection.id, drill);
        complain(QStringLiteral("drill of %1 began: %2").arg(connection.name, drill.toText()));
    }
}

int serve(Options& options) {
    const auto server = serverOptions(options);
    if (!server)
        return fail(server.error(), Misuse);
    if (const auto read = options.relay.read(); !read)
        return fail(read.error(), Misuse);
    if (options.remote.isChosen())
        return serveRemote(options.remote,
                           {options.connections, options.keyVariables, options.keyHeader, options.client,
                            options.clientSecretVariable},
                           *server);
    if (options.data.empty())
        return fail({QStringLiteral("cli.noData"), QStringLiteral("Where are the events to be kept?"),
                     QStringLiteral("Give --data DIR, or --broker or --store to keep them elsewhere.")},
                    Misuse);
    std::optional<FaultDrill> drill;
    if (!options.drill.empty()) {
        const auto parsed = FaultDrill::parse(text(options.drill));
        if (!parsed)
            return fail(parsed.error(), Misuse);
        drill = *parsed;
    }
    const auto chosen = chooseSources(options.sources);
    if (!chosen)
        return fail(chosen.error(), Misuse);
    auto opened = openWorkspace(options.data);
    if (!opened)
        return fail(opened.error());
    Workspace& workspace = **opened;
    if (const auto prepared = prepare(workspace, options); !prepared)
        return fail(prepared.error(), Misuse);
    tellOfGaps(workspace, options.log);
    const auto sources = startSources(workspace, options, *chosen);
    if (!sources)
        return fail(sources.error(), Misuse);
    if (drill)
        begin(*drill, workspace, options);
    if (const auto started = workspace.receiver().start(*server); !started)
        return fail(started.error());
    for (const std::string& name : options.connections) {
        const Connection& connection = *workspace.connection(text(name));
        print(QStringLiteral("%1: %2\n").arg(text(name), workspace.webhookUrl(connection)).toLocal8Bit());
        if (const QString tokens = workspace.tokenUrl(connection); !tokens.isEmpty())
            print(QStringLiteral("%1 tokens: %2\n").arg(text(name), tokens).toLocal8Bit());
    }
    if (const auto started = options.relay.start(workspace, options.connections, options.certificate,
                                                 options.privateKey, options.log);
        !started)
        return fail(started.error());
    options.log.tell("start", {});
    const int code = runUntilStopped();
    options.log.tell("stop", {});
    options.relay.stop();
    // Closing the workspace stores what is under way, and does not wait for space on the disk as flush()
    // does.
    workspace.receiver().stop();
    return code;
}

} // namespace

void addServe(CLI::App& app, Action& action) {
    auto options = std::make_shared<Options>();
    CLI::App* command =
        app.add_subcommand("serve", "Receive webhooks and keep their events, without a window");
    auto* data = command->add_option("--data", options->data, "the workspace's folder; made if there is none")
                     ->option_text("DIR");
    command->add_option("--listen", options->listen, "where to listen")
        ->option_text("ADDR:PORT (127.0.0.1:8477)");
    command
        ->add_option("--connection", options->connections,
                     "takes POST /NAME and below; may be given several times")
        ->required()
        ->option_text("NAME");
    auto* key =
        command
            ->add_option(
                "--key-env", options->keyVariables,
                "environment variable with the key that deliveries must show; one for all connections "
                "or one each")
            ->option_text("VAR");
    command->add_option("--key-header", options->keyHeader, "header that carries the key")
        ->option_text("HEADER (x-api-key)");
    auto* client =
        command
            ->add_option("--oauth-client", options->client,
                         "deliveries must show a token that this client gets here, instead of a key")
            ->excludes(key)
            ->option_text("ID");
    auto* clientSecret = command
                             ->add_option("--oauth-secret-env", options->clientSecretVariable,
                                          "environment variable with the client's secret")
                             ->option_text("VAR");
    client->needs(clientSecret);
    clientSecret->needs(client);
    auto* drill =
        command
            ->add_option("--drill", options->drill,
                         "answer deliveries wrongly for a while: status=500, delay=2s or drop, with for=60s, "
                         "percent=30, seed=7")
            ->option_text("FAULT");
    addSourceOptions(*command, options->sources);
    command->add_option("--allow-host", options->allowedHosts, "host name by which Connectors may call")
        ->option_text("NAME");
    auto* certificate = command->add_option("--tls-cert", options->certificate, "certificate chain, PEM")
                            ->option_text("FILE");
    auto* privateKey =
        command->add_option("--tls-key", options->privateKey, "its private key, PEM")->option_text("FILE");
    certificate->needs(privateKey);
    privateKey->needs(certificate);
    command->add_option("--max-body", options->maxBodyMiB, "largest body")
        ->check(CLI::Range(1, 512))
        ->option_text("MIB (8)");
    command->add_option("--max-connections", options->maxConnections, "connections at once")
        ->check(CLI::Range(1, 100000))
        ->option_text("N (1000)");
    command->add_option("--request-time", options->requestSeconds, "longest time of a request")
        ->check(CLI::Range(1, 3600))
        ->option_text("SECONDS (30)");
    options->relay.addTo(*command);
    // What needs events to be kept here.
    addRemoteOptions(*command, options->remote,
                     {data, drill, command->get_option("--source"), command->get_option("--relay"),
                      command->get_option("--status")});
    options->log.addTo(*command);
    command->callback([options, &action] { action = [options] { return serve(*options); }; });
}

} // namespace meshwatch::cli
