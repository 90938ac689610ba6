// SPDX-License-Identifier: MIT
#include "connectoroption.h"

#include "storeoption.h"

#include <QDir>
#include <QFileInfo>

namespace meshwatch::cli {

void addConnectorOptions(CLI::App& command, ConnectorOptions& options) {
    auto* data =
        command.add_option("--data", options.data, "workspace with the connection")->option_text("DIR");
    auto* connection = command.add_option("--connection", options.connection, "name of the connection")
                           ->needs(data)
                           ->option_text("NAME");
    data->needs(connection);
    auto* url =
        command.add_option("--url", options.url, "the Connector's address, where the workspace has none")
            ->option_text("URL");
    command.add_option("--key-env", options.keyVariable, "environment variable with the API key")
        ->option_text("VAR");
    command.add_option("--key-header", options.keyHeader, "header of the API key")
        ->option_text("HEADER (X-API-KEY)");
    command.add_option("--token-env", options.tokenVariable, "environment variable with a bearer token")
        ->needs(url)
        ->option_text("VAR");
    command.add_option("--ca", options.caFile, "trusted certificates, PEM")->needs(url)->option_text("FILE");
}

namespace {

Result<ConnectorSettings> settingsOfUrl(const ConnectorOptions& options) {
    ConnectorSettings settings;
    const QString address = text(options.url);
    // With a scheme it means what it says; QUrl would read a wrong port as part of a host's name.
    settings.baseUrl = address.contains(QLatin1String("://")) ? QUrl(address, QUrl::StrictMode)
                                                              : QUrl::fromUserInput(address);
    if (!settings.baseUrl.isValid() || settings.baseUrl.host().isEmpty() ||
        !settings.baseUrl.scheme().startsWith(QLatin1String("http")))
        return Error{QStringLiteral("cli.badUrl"),
                     QStringLiteral("“%1” is not the address of a Connector.").arg(address),
                     QStringLiteral("Write it like https://connector.example.com or http://localhost:8080.")};
    if (!options.keyVariable.empty()) {
        const auto key = secretFrom(options.keyVariable);
        if (!key)
            return key.error();
        settings.authentication =
            ConnectorSettings::ApiKey{QByteArray::fromStdString(options.keyHeader), *key};
    } else if (!options.tokenVariable.empty()) {
        const auto token = secretFrom(options.tokenVariable);
        if (!token)
            return token.error();
        settings.authentication = ConnectorSettings::Bearer{*token};
    }
    if (!options.caFile.empty()) {
        const auto certificates = fileContent(options.caFile);
        if (!certificates)
            return certificates.error();
        settings.caCertificatesPem = *certificates;
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

/// The settings as the workspace has them, with the secret out of the variable or the keychain.
Result<ChosenConnector> readConnection(ChosenConnector chosen, const ConnectorOptions& options) {
    const Connection* connection = chosen.workspace->connection(text(options.connection));
    if (!connection || connection->url.isEmpty())
        return Error{
            QStringLiteral("cli.unknownConnection"),
            QStringLiteral("The workspace has no connection “%1” with a URL.").arg(text(options.connection)),
            QStringLiteral("Give its address by --url URL; it is kept.")};
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
            return Error{secret.error().code, secret.error().message,
                         QStringLiteral("Give the key by --key-env VAR.")};
    }
    chosen.settings = chosen.workspace->settings(*connection);
    return chosen;
}

/// The address given serves this run. A connection without one keeps it, a missing connection is made.
Result<ChosenConnector> keepAddress(ChosenConnector chosen, const ConnectorOptions& options) {
    using Authentication = Connection::Authentication;
    Connection connection;
    if (const Connection* known = chosen.workspace->connection(text(options.connection)))
        connection = *known;
    chosen.id = connection.id;
    if (!connection.url.isEmpty())
        return chosen;
    connection.name = text(options.connection);
    connection.url = chosen.settings.baseUrl;
    connection.authentication = !options.keyVariable.empty()     ? Authentication::ApiKey
                                : !options.tokenVariable.empty() ? Authentication::Bearer
                                                                 : Authentication::None;
    connection.apiKeyHeader = text(options.keyHeader);
    connection.caCertificateFile =
        options.caFile.empty() ? QString() : QFileInfo(text(options.caFile)).absoluteFilePath();
    if (connection.id.isValid()) {
        if (const auto updated = chosen.workspace->update(connection); !updated)
            return updated.error();
    } else {
        const auto added = chosen.workspace->add(connection);
        if (!added)
            return added.error();
        chosen.id = *added;
    }
    return chosen;
}

} // namespace

Result<ChosenConnector> choose(const ConnectorOptions& options) {
    ChosenConnector chosen;
    if (!options.url.empty()) {
        auto settings = settingsOfUrl(options);
        if (!settings)
            return settings.error();
        chosen.settings = *settings;
    }
    if (options.connection.empty()) {
        if (options.url.empty())
            return Error{
                QStringLiteral("cli.noConnector"), QStringLiteral("Which Connector?"),
                QStringLiteral("Name it by --url URL --key-env VAR, or by --data DIR --connection NAME.")};
        return chosen;
    }
    // A mistyped folder is not made: only an address gives a new workspace something to hold.
    if (options.url.empty() &&
        !QFileInfo::exists(QDir(text(options.data)).filePath(QStringLiteral("workspace.json"))))
        return Error{
            QStringLiteral("cli.noWorkspace"), QStringLiteral("%1 is no workspace.").arg(text(options.data)),
            QStringLiteral("Name the folder that serve or the desktop keeps events in, or give --url URL.")};
    auto workspace = openWorkspace(options.data);
    if (!workspace)
        return workspace.error();
    chosen.workspace = std::move(*workspace);
    return options.url.empty() ? readConnection(std::move(chosen), options)
                               : keepAddress(std::move(chosen), options);
}

int exitCode(const Error& error) { return error.code.startsWith(QLatin1String("cli.")) ? Misuse : Failed; }

int exitCode(const ConnectorError& error) {
    using Kind = ConnectorError::Kind;
    if (error.isInDoubt)
        return InDoubt;
    return error.kind == Kind::Network || error.kind == Kind::Tls || error.kind == Kind::TimedOut
               ? Unreachable
               : Failed;
}

} // namespace meshwatch::cli
