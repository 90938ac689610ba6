// SPDX-License-Identifier: MIT
#include "connectoroption.h"

#include <meshwatch/core/json.h>

#include <QJsonArray>

namespace meshwatch::cli {

namespace {

QByteArray asText(const ConnectorProbe& probe) {
    QString out;
    const auto row = [&out](const char* name, const QString& value) {
        if (!value.isEmpty())
            out += QLatin1String(name).toString().leftJustified(14) + value + QLatin1Char('\n');
    };
    QStringList services;
    for (const auto& service : probe.services)
        services.append(service.name + QLatin1Char(' ') + service.state);
    row("health",
        (probe.isHealthy ? QStringLiteral("healthy") : QStringLiteral("not healthy")) +
            (services.isEmpty() ? QString()
                                : QStringLiteral(" (%1)").arg(services.join(QStringLiteral(", ")))));
    row("version", probe.version);
    row("runtime", probe.runtimeVersion);
    row("address", probe.address);
    row("display name", probe.displayName);
    row("last sync", probe.lastSync.isValid() ? probe.lastSync.toIso() : QString());
    row("closed", probe.closedScopes.join(QStringLiteral(", ")));
    return out.toLocal8Bit();
}

QByteArray asJson(const ConnectorProbe& probe) {
    QJsonObject json{{QStringLiteral("isUsable"), probe.isUsable()},
                     {QStringLiteral("isHealthy"), probe.isHealthy},
                     {QStringLiteral("version"), probe.version},
                     {QStringLiteral("runtimeVersion"), probe.runtimeVersion},
                     {QStringLiteral("address"), probe.address},
                     {QStringLiteral("publicKey"), probe.publicKey},
                     {QStringLiteral("displayName"), probe.displayName},
                     {QStringLiteral("closedScopes"), QJsonArray::fromStringList(probe.closedScopes)}};
    if (const auto failure = probe.failure()) {
        const Error error = failure->toError();
        json.insert(QStringLiteral("error"), QJsonObject{{QStringLiteral("code"), error.code},
                                                         {QStringLiteral("message"), error.message},
                                                         {QStringLiteral("advice"), error.advice}});
    }
    return json::compact(json) + '\n';
}

int connectTo(const ConnectorOptions& options, bool isJson) {
    auto chosen = choose(options);
    if (!chosen)
        return fail(chosen.error(), exitCode(chosen.error()));
    ConnectorClient client(chosen->settings);
    const ConnectorProbe probe = await(client.probe());
    const auto failure = probe.failure();
    if (isJson)
        print(asJson(probe));
    else if (probe.result(ConnectorProbe::Step::Reach).outcome == ConnectorProbe::Outcome::Good)
        print(asText(probe));
    if (!failure)
        return Success;
    return fail(failure->toError(), exitCode(*failure));
}

} // namespace

void addConnect(CLI::App& app, Action& action) {
    struct Options : ConnectorOptions {
        bool isJson = false;
    };
    auto options = std::make_shared<Options>();
    CLI::App* command =
        app.add_subcommand("connect", "Test a Connector: health, version, identity, what the key may do");
    addConnectorOptions(*command, *options);
    command->add_flag("--json", options->isJson, "one JSON object");
    command->callback(
        [options, &action] { action = [options] { return connectTo(*options, options->isJson); }; });
}

} // namespace meshwatch::cli
