// SPDX-License-Identifier: MIT
#include "connectoroption.h"
#include "storeoption.h"

#include <meshwatch/workspace/diagnosis.h>
#include <meshwatch/workspace/workspacesetup.h>

#include <QJsonArray>
#include <QJsonDocument>

namespace meshwatch::cli {

namespace {

struct Options {
    std::string data;
    std::string connection;
    ConnectorOptions connector;
    bool json = false;
};

/// What the set-up of a connection and the store say; nothing is called.
DiagnosisFacts factsOf(const Connection& connection, const WorkspaceSetup& setup, const EventReader& reader) {
    DiagnosisFacts facts = DiagnosisFacts::of(connection, setup.listening);
    const auto sources = reader.sources();
    for (const EventReader::Source& source : sources) {
        const auto address = SourceAddress::parse(source.address);
        if (source.connection != connection.id || !address)
            continue;
        facts.subscriptions.push_back(
            {address->channel(), address->place(), {}, source.lastSeen, diagnosis::isPlain(*address)});
    }
    facts.read(reader);
    return facts;
}

/// What the running Connector says of itself: when it last fetched, how often it should, how long the key
/// holds.
Result<void> askConnector(DiagnosisFacts& facts, const ConnectorOptions& options) {
    const auto chosen = choose(options);
    if (!chosen)
        return chosen.error();
    ConnectorClient client(chosen->settings);
    const auto synced = await(client.account().syncInfo());
    if (!synced)
        return synced.error().toError();
    facts.lastSync = synced->lastSyncRun();
    const auto support = await(client.monitoring().support());
    if (!support) // a key may be limited; what it may not see is no fault
        return {};
    const QJsonObject configuration = support->configuration();
    const QJsonObject sync =
        configuration.value(QLatin1String("modules")).toObject().value(QLatin1String("sync")).toObject();
    facts.syncSeconds =
        sync.value(QLatin1String("enabled")).toBool() ? sync.value(QLatin1String("interval")).toInt(60) : 0;
    if (const auto* key = std::get_if<ConnectorSettings::ApiKey>(&chosen->settings.authentication))
        facts.keyExpires = diagnosis::expiryOfKey(configuration, key->key);
    else if (const auto* bearer = std::get_if<ConnectorSettings::Bearer>(&chosen->settings.authentication))
        facts.keyExpires = diagnosis::expiryOfToken(bearer->token);
    return {};
}

QJsonObject toJson(const DiagnosisFinding& finding, const QString& connection) {
    static constexpr const char* severities[] = {"hint", "warning", "bad"};
    return {
        {QStringLiteral("connection"), connection},
        {QStringLiteral("code"), finding.code()},
        {QStringLiteral("severity"), QLatin1String(severities[int(finding.severity)])},
        {QStringLiteral("since"), finding.since.isValid() ? QJsonValue(finding.since.toIso()) : QJsonValue()},
        {QStringLiteral("title"), finding.title},
        {QStringLiteral("evidence"), finding.evidence},
        {QStringLiteral("advice"), finding.advice}};
}

QByteArray asText(const DiagnosisFinding& finding, const QString& connection) {
    QStringList lines{QStringLiteral("%1: %2").arg(connection, finding.title)};
    if (finding.since.isValid())
        lines.append(QStringLiteral("  since %1").arg(finding.since.toIso()));
    lines.append(QStringLiteral("  ") + finding.evidence);
    lines.append(QStringLiteral("  → ") + finding.advice);
    QByteArray all;
    for (const QString& line : std::as_const(lines))
        all += printable(line).toLocal8Bit() + '\n';
    return all;
}

int diagnoseAll(const Options& options) {
    const auto setup = WorkspaceSetup::read(text(options.data));
    if (!setup)
        return fail(setup.error());
    const auto reader = openReader(options.data);
    if (!reader)
        return fail(reader.error());
    bool isKnown = options.connection.empty();
    bool isClean = true;
    for (const Connection& connection : setup->connections) {
        if (!options.connection.empty() &&
            connection.name.compare(text(options.connection), Qt::CaseInsensitive) != 0)
            continue;
        isKnown = true;
        DiagnosisFacts facts = factsOf(connection, *setup, **reader);
        if (!options.connector.url.empty()) {
            if (const auto asked = askConnector(facts, options.connector); !asked)
                return fail(asked.error());
        }
        const auto findings = diagnose(facts);
        for (const DiagnosisFinding& finding : findings) {
            isClean = isClean && finding.severity == DiagnosisFinding::Severity::Hint;
            print(options.json
                      ? QJsonDocument(toJson(finding, connection.name)).toJson(QJsonDocument::Compact) + '\n'
                      : asText(finding, connection.name));
        }
    }
    if (!isKnown)
        return fail({QStringLiteral("cli.unknownConnection"),
                     QStringLiteral("There is no connection “%1”.").arg(text(options.connection)),
                     {}},
                    Misuse);
    if (isClean && !options.json)
        complain(QStringLiteral("nothing wrong is known"));
    return isClean ? Success : Failed;
}

} // namespace

void addDiagnose(CLI::App& app, Action& action) {
    auto options = std::make_shared<Options>();
    CLI::App* command = app.add_subcommand("diagnose", "Say what is wrong across channels, and what to do");
    command->add_option("--data", options->data, "the workspace's folder; another process may have it open")
        ->required()
        ->option_text("DIR");
    auto* connection =
        command->add_option("--connection", options->connection, "only this one")->option_text("NAME");
    auto* url = command->add_option("--url", options->connector.url, "ask its running Connector too")
                    ->needs(connection)
                    ->option_text("URL");
    command->add_option("--key-env", options->connector.keyVariable, "environment variable with the API key")
        ->needs(url)
        ->option_text("VAR");
    command
        ->add_option("--token-env", options->connector.tokenVariable,
                     "environment variable with a bearer token")
        ->needs(url)
        ->option_text("VAR");
    command->add_option("--ca", options->connector.caFile, "trusted certificates, PEM")
        ->needs(url)
        ->option_text("FILE");
    command->add_flag("--json", options->json, "one JSON object a line");
    command->callback([options, &action] { action = [options] { return diagnoseAll(*options); }; });
}

} // namespace meshwatch::cli
