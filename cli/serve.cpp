// SPDX-License-Identifier: MIT
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
    std::vector<std::string> allowedHosts;
    std::string certificate;
    std::string privateKey;
    int maxBodyMiB = 8;
    int maxConnections = 1000;
    int requestSeconds = 30;
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

/// Makes sure that the workspace has these connections and that each asks for its key.
Result<void> prepare(Workspace& workspace, const Options& options) {
    for (size_t i = 0; i < options.connections.size(); ++i) {
        const QString name = text(options.connections[i]);
        Connection connection;
        if (const Connection* known = workspace.connection(name))
            connection = *known;
        connection.name = name;
        connection.receivesWebhooks = true;
        if (!options.keyHeader.empty())
            connection.receiverKeyHeader = text(options.keyHeader);
        if (connection.id.isValid()) {
            if (const auto updated = workspace.update(connection); !updated)
                return updated;
        } else {
            const auto added = workspace.add(connection);
            if (!added)
                return added.error();
            connection.id = *added;
        }
        if (options.keyVariables.empty()) {
            if (connection.asksForKey)
                complain(
                    QStringLiteral("%1 asks for the key that is in the keychain; where that cannot be read, "
                                   "deliveries are refused. Give it by --key-env VAR.")
                        .arg(name));
            continue;
        }
        // One variable serves all connections; several go by position.
        const auto key = secretFrom(options.keyVariables[qMin(i, options.keyVariables.size() - 1)]);
        if (!key)
            return key.error();
        workspace.secrets().setUntilExit(connection.id, SecretKind::ReceiverKey, QString::fromUtf8(*key));
        workspace.reloadSecrets(connection.id);
    }
    return {};
}

int serve(const Options& options) {
    const auto server = serverOptions(options);
    if (!server)
        return fail(server.error(), Misuse);
    auto opened = openWorkspace(options.data);
    if (!opened)
        return fail(opened.error());
    Workspace& workspace = **opened;
    if (const auto prepared = prepare(workspace, options); !prepared)
        return fail(prepared.error(), Misuse);
    if (const auto started = workspace.receiver().start(*server); !started)
        return fail(started.error());
    for (const std::string& name : options.connections) {
        const QString url = workspace.webhookUrl(*workspace.connection(text(name)));
        print(QStringLiteral("%1: %2\n").arg(text(name), url).toLocal8Bit());
    }
    const int code = runUntilStopped();
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
    command->add_option("--data", options->data, "the workspace's folder; made if there is none")
        ->required()
        ->option_text("DIR");
    command->add_option("--listen", options->listen, "where to listen")
        ->option_text("ADDR:PORT (127.0.0.1:8477)");
    command
        ->add_option("--connection", options->connections,
                     "takes POST /NAME and below; may be given several times")
        ->required()
        ->option_text("NAME");
    command
        ->add_option("--key-env", options->keyVariables,
                     "environment variable with the key that deliveries must show; one for all connections "
                     "or one each")
        ->option_text("VAR");
    command->add_option("--key-header", options->keyHeader, "header that carries the key")
        ->option_text("HEADER (x-api-key)");
    command->add_option("--allow-host", options->allowedHosts, "host name by which Connectors may call")
        ->option_text("NAME");
    auto* certificate = command->add_option("--tls-cert", options->certificate, "certificate chain, PEM")
                            ->option_text("FILE");
    auto* key =
        command->add_option("--tls-key", options->privateKey, "its private key, PEM")->option_text("FILE");
    certificate->needs(key);
    key->needs(certificate);
    command->add_option("--max-body", options->maxBodyMiB, "largest body")
        ->check(CLI::Range(1, 512))
        ->option_text("MIB (8)");
    command->add_option("--max-connections", options->maxConnections, "connections at once")
        ->check(CLI::Range(1, 100000))
        ->option_text("N (1000)");
    command->add_option("--request-time", options->requestSeconds, "longest time of a request")
        ->check(CLI::Range(1, 3600))
        ->option_text("SECONDS (30)");
    command->callback([options, &action] { action = [options] { return serve(*options); }; });
}

} // namespace meshwatch::cli
