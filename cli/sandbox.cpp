// SPDX-License-Identifier: MIT
#include "command.h"

#include <meshwatch/sandbox/sandbox.h>

#include <QJsonDocument>
#include <QUrl>

#include <cmath>

namespace meshwatch::cli {

namespace {

using sandbox::Sandbox;

struct Options {
    int connectors = 2;
    int port = 0;
    quint64 seed = 1;
    double rate = 1;
    double syncSeconds = 1;
    std::string webhook;
    std::string webhookKeyVariable;
    bool asJson = false;
};

Result<Sandbox::Options> sandboxOptions(const Options& options) {
    Sandbox::Options wanted;
    wanted.connectors = options.connectors;
    wanted.basePort = quint16(options.port);
    wanted.seed = options.seed;
    wanted.rate = options.rate;
    wanted.syncInterval = std::chrono::milliseconds(std::llround(options.syncSeconds * 1000));
    if (options.port != 0 && options.port + options.connectors - 1 > 65535)
        return Error{QStringLiteral("cli.badPort"), QStringLiteral("Ports end at 65535."), {}};
    if (options.webhook.empty())
        return wanted;
    const QUrl url(text(options.webhook), QUrl::StrictMode);
    if (!url.isValid() || url.host().isEmpty() || !url.scheme().startsWith(QLatin1String("http")))
        return Error{QStringLiteral("cli.badUrl"),
                     QStringLiteral("“%1” is no http or https address.").arg(text(options.webhook)),
                     {}};
    QString key;
    if (!options.webhookKeyVariable.empty()) {
        const auto secret = secretFrom(options.webhookKeyVariable);
        if (!secret)
            return secret.error();
        key = QString::fromUtf8(*secret);
    }
    wanted.webhooks = Sandbox::webhookModule(text(options.webhook), key);
    return wanted;
}

void printConnectors(const Sandbox& sandbox, bool asJson) {
    if (asJson) {
        print(QJsonDocument(sandbox.toJson()).toJson(QJsonDocument::Compact) + '\n');
        return;
    }
    for (const Sandbox::ConnectorInfo& connector : sandbox.connectors())
        print(QStringLiteral("%1\n  URL      %2\n  API key  %3\n  Address  %4\n")
                  .arg(connector.name, connector.url, connector.apiKey, connector.address)
                  .toLocal8Bit());
}

int play(const Options& options) {
    const auto wanted = sandboxOptions(options);
    if (!wanted)
        return fail(wanted.error(), Misuse);
    Sandbox sandbox(*wanted);
    if (const auto started = sandbox.start(); !started)
        return fail(started.error());
    printConnectors(sandbox, options.asJson);
    const int code = runUntilStopped();
    sandbox.stop();
    return code;
}

} // namespace

void addSandbox(CLI::App& app, Action& action) {
    auto options = std::make_shared<Options>();
    CLI::App* command =
        app.add_subcommand("sandbox", "Play Connectors on this computer, with people who use them");
    command->add_option("--connectors", options->connectors, "how many")
        ->check(CLI::Range(1, 50))
        ->option_text("N (2)");
    command->add_option("--port", options->port, "of the first; the others follow; without it free ones")
        ->check(CLI::Range(0, 65535))
        ->option_text("P");
    command->add_option("--seed", options->seed, "the same seed gives the same names, ids and actions")
        ->option_text("S (1)");
    command->add_option("--rate", options->rate, "actions of people per second; 0: nobody acts")
        ->check(CLI::Range(0.0, 10'000.0))
        ->option_text("R (1)");
    command
        ->add_option("--sync-interval", options->syncSeconds, "pause of the Connectors' Sync module; 0: off")
        ->check(CLI::Range(0.0, 86'400.0))
        ->option_text("SECONDS (1)");
    auto* webhook = command
                        ->add_option("--webhook", options->webhook,
                                     "where every event is delivered; {{trigger}} in it is replaced")
                        ->option_text("URL");
    command
        ->add_option("--webhook-key-env", options->webhookKeyVariable,
                     "environment variable with the key to show there")
        ->needs(webhook)
        ->option_text("VAR");
    command->add_flag("--json", options->asJson, "print one line of JSON once all listen");
    command->callback([options, &action] { action = [options] { return play(*options); }; });
}

} // namespace meshwatch::cli
