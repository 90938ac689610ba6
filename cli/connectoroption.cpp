// SPDX-License-Identifier: MIT
#include "connectoroption.h"

#include <QFile>

namespace meshwatch::cli {

void addConnectorOptions(CLI::App& command, ConnectorOptions& options) {
    auto* data = command.add_option("--data", options.data, "workspace that knows the connection")->option_text("DIR");
    auto* connection =
        command.add_option("--connection", options.connection, "name of the connection")->needs(data)->option_text("NAME");
    auto* url = command.add_option("--url", options.url, "or the Connector's address")->excludes(connection)->option_text("URL");
    command.add_option("--key-env", options.keyVariable, "environment variable with the API key")->option_text("VAR");
    command.add_option("--key-header", options.keyHeader, "header of the API key")->option_text("HEADER (X-API-KEY)");
    command.add_option("--token-env", options.tokenVariable, "environment variable with a bearer token")
        ->needs(url)
        ->option_text("VAR");
    command.add_option("--ca", options.caFile, "trusted certificates, PEM")->needs(url)->option_text("FILE");
}

namespace {

Result<ConnectorSettings> settingsOfUrl(const ConnectorOptions& options) {
    ConnectorSettings settings;
    settings.baseUrl = QUrl::fromUserInput(text(options.url));
    if (!options.keyVariable.empty()) {
        const auto key = secretFrom(options.keyVariable);
        if (!key)
            return key.error();
        settings.authentication = ConnectorSettings::ApiKey{QByteArray::fromStdString(options.keyHeader), *key};
    } else if (!options.tokenVariable.empty()) {
        const auto token = secretFrom(options.tokenVariable);
        if (!token)
            return token.error();
        settings.authentication = ConnectorSettings::Bearer{*token};
    }
    if (!options.caFile.empty()) {
        QFile file(text(options.caFile));
        if (!file.open(QIODevice::ReadOnly))
            return Error{QStringLiteral("cli.read"),
                         QStringLiteral("Cannot read %1: %2.").arg(file.fileName(), file.errorString()), {}};
        settings.caCertificatesPem = file.readAll();
    }
    return settings;
}

SecretKind kindOf(Connection::Authentication authentication) {
    switch (authentication) {
    case Connection::Authentication::Bearer:
        return SecretKind::BearerToken;
    case Connection::Authentication::OAuth2:
        return SecretKind::ClientSecret;
    default:
        return SecretKind::ApiKey;
    }
}

} // namespace

Result<ChosenConnector> choose(const ConnectorOptions& options) {
    ChosenConnector chosen;
    if (!options.url.empty()) {
        auto settings = settingsOfUrl(options);
        if (!settings)
            return settings.error();
        chosen.settings = *settings;
        if (options.data.empty())
            return chosen;
    } else if (options.connection.empty()) {
        return Error{QStringLiteral("cli.noConnector"), QStringLiteral("Which Connector?"),
                     QStringLiteral("Name it by --url URL --key-env VAR, or by --data DIR --connection NAME.")};
    }
    auto workspace = Workspace::open(text(options.data), Workspace::Use::ReceiveOnly);
    if (!workspace)
        return workspace.error();
    chosen.workspace = std::move(*workspace);
    if (!options.url.empty())
        return chosen;
    const Connection* connection = chosen.workspace->connection(text(options.connection));
    if (!connection || connection->url.isEmpty())
        return Error{QStringLiteral("cli.unknownConnection"),
                     QStringLiteral("The workspace has no connection “%1” with a URL.").arg(text(options.connection)), {}};
    chosen.id = connection->id;
    const SecretKind kind = kindOf(connection->authentication);
    if (!options.keyVariable.empty()) {
        const auto key = secretFrom(options.keyVariable);
        if (!key)
            return key.error();
        chosen.workspace->secrets().setUntilExit(connection->id, kind, QString::fromUtf8(*key));
    } else if (connection->authentication != Connection::Authentication::None) {
        const auto secret = await(chosen.workspace->secrets().read(connection->id, kind));
        if (!secret)
            return Error{secret.error().code, secret.error().message, QStringLiteral("Give the key by --key-env VAR.")};
    }
    chosen.settings = chosen.workspace->settings(*connection);
    return chosen;
}

int exitCode(const ConnectorError& error) {
    using Kind = ConnectorError::Kind;
    return error.kind == Kind::Network || error.kind == Kind::Tls || error.kind == Kind::TimedOut ? Unreachable : Failed;
}

} // namespace meshwatch::cli
