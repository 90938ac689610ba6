// SPDX-License-Identifier: MIT
#include "connectoroption.h"

#include <meshwatch/core/json.h>

#include <QJsonArray>

#include <QCoreApplication>
#include <QTemporaryDir>

namespace meshwatch::cli {

namespace {

int syncOnce(const ConnectorOptions& options, bool isJson) {
    auto chosen = choose(options);
    if (!chosen)
        return fail(chosen.error(), exitCode(chosen.error()));
    ConnectorClient client(chosen->settings);
    if (!chosen->id.isValid()) {
        // Without a workspace there is nothing to compare with: just have the Connector fetch.
        if (const auto synced = await(client.account().sync()); !synced)
            return fail(synced.error().toError(), exitCode(synced.error()));
        print(isJson ? "{\"synced\":true}\n" : "synced\n");
        return Success;
    }
    BackboneSync sync(client, chosen->workspace->store(), chosen->id);
    int code = Success;
    QObject::connect(&sync, &BackboneSync::finished, qApp, [isJson](const BackboneSync::Summary& summary) {
        const QJsonObject json{{QStringLiteral("compared"), summary.compared},
                               {QStringLiteral("recovered"), summary.recovered},
                               {QStringLiteral("durationMs"), summary.durationMs},
                               {QStringLiteral("closed"), QJsonArray::fromStringList(summary.closed)}};
        QString text = QStringLiteral("%1 objects compared, %2 events recovered, %3 ms\n")
                           .arg(summary.compared)
                           .arg(summary.recovered)
                           .arg(summary.durationMs);
        if (!summary.closed.isEmpty())
            text += QStringLiteral("closed to this key: %1\n").arg(summary.closed.join(QStringLiteral(", ")));
        print(isJson ? json::compact(json) + '\n' : text.toLocal8Bit());
        QCoreApplication::exit(Success);
    });
    QObject::connect(&sync, &BackboneSync::failed, qApp, [&code](const ConnectorError& error) {
        code = fail(error.toError(), exitCode(error));
        QCoreApplication::exit(code);
    });
    const StopSignals signalsToTake([&code] {
        code = fail(stoppedEarly());
        QCoreApplication::exit(code);
    });
    sync.syncNow();
    QCoreApplication::exec();
    return code;
}

} // namespace

void addSync(CLI::App& app, Action& action) {
    struct Options : ConnectorOptions {
        bool isJson = false;
    };
    auto options = std::make_shared<Options>();
    CLI::App* command = app.add_subcommand(
        "sync",
        "Have a Connector fetch from the Backbone; with a workspace, recover the events that were missed");
    addConnectorOptions(*command, *options);
    command->add_flag("--json", options->isJson, "one JSON object");
    command->callback(
        [options, &action] { action = [options] { return syncOnce(*options, options->isJson); }; });
}

} // namespace meshwatch::cli
