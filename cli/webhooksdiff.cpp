// SPDX-License-Identifier: MIT
#include "connectoroption.h"
#include "webhooks.h"
#include "webhooksdocument.h"

#include <meshwatch/core/json.h>
#include <meshwatch/webhooks/runningconfiguration.h>

#include <QJsonArray>
#include <QJsonObject>

namespace meshwatch::cli {

namespace {

using Difference = ConfigurationDifference;
using Comparison = RunningConfiguration::Comparison;

/// As diff(1) has them: 1 says that they differ, so what fails is misuse.
enum DiffCode { Same = 0, Differs = 1 };

struct Options : ConnectorOptions {
    std::string before;
    std::string after;
    std::optional<ConfigurationDocument::Format> form;
    bool isRunning = false;
    bool isJson = false;
};

/// `modules.webhooks` of a Connector's configuration; null if it has none.
Result<ConfigJson> webhooksOf(const std::string& name, const Options& options) {
    const auto input = readConfiguration({name, options.form, {}});
    if (!input)
        return input.error();
    for (const QString& place : input->unknown)
        complain(QStringLiteral("%1: the value at %2 stands somewhere else and is taken for none.")
                     .arg(text(name), place));
    return input->configuration.webhooks();
}

const char* nameOf(Difference::Kind kind) {
    static constexpr const char* names[] = {"added", "removed", "changed", "renamed"};
    return names[int(kind)];
}

QByteArray asText(const Difference& difference) {
    const QString place = difference.place.isEmpty() ? QStringLiteral("modules.webhooks") : difference.place;
    QString line;
    switch (difference.kind) {
    case Difference::Kind::Added:
        line = QStringLiteral("+ %1: %2").arg(place, difference.after);
        break;
    case Difference::Kind::Removed:
        line = QStringLiteral("- %1: %2").arg(place, difference.before);
        break;
    case Difference::Kind::Renamed:
        line = QStringLiteral("~ %1: is called %2").arg(place, difference.after);
        break;
    case Difference::Kind::Changed:
        line = difference.before == difference.after
                   ? QStringLiteral("~ %1: %2, differs in what is secret").arg(place, difference.before)
                   : QStringLiteral("~ %1: %2 → %3").arg(place, difference.before, difference.after);
        break;
    }
    return printable(line).toLocal8Bit() + '\n';
}

QJsonObject asJson(const Comparison& comparison, bool isRunning) {
    QJsonArray list;
    for (const Difference& difference : comparison.differences) {
        QJsonObject one{{QStringLiteral("kind"), QLatin1String(nameOf(difference.kind))},
                        {QStringLiteral("place"), difference.place},
                        {QStringLiteral("isSecret"), difference.isSecret}};
        if (difference.kind != Difference::Kind::Added)
            one.insert(QStringLiteral("before"), difference.before);
        if (difference.kind != Difference::Kind::Removed)
            one.insert(QStringLiteral("after"), difference.after);
        list.append(one);
    }
    QJsonObject json{{QStringLiteral("isSame"), list.isEmpty()}, {QStringLiteral("differences"), list}};
    if (isRunning) {
        json.insert(QStringLiteral("isSyncEnabled"), comparison.isSyncEnabled);
        json.insert(QStringLiteral("isSseEnabled"), comparison.isSseEnabled);
    }
    return json;
}

int tell(const Comparison& comparison, const Options& options) {
    if (options.isJson) {
        print(json::compact(asJson(comparison, options.isRunning)) + '\n');
    } else {
        for (const Difference& difference : comparison.differences)
            print(asText(difference));
    }
    if (options.isRunning && !comparison.isSyncEnabled && !comparison.isSseEnabled)
        complain(QStringLiteral(
            "The Connector runs neither the module sync nor sse: what comes from outside reaches "
            "it, and its webhooks, only when somebody calls POST Account/Sync."));
    return comparison.differences.isEmpty() ? Same : Differs;
}

int compareWithRunning(const ConfigJson& intended, const Options& options) {
    auto chosen = choose(options);
    if (!chosen)
        return fail(chosen.error(), Misuse);
    complain(RunningConfiguration::operatorWarning());
    ConnectorClient client(chosen->settings);
    const auto comparison = await(RunningConfiguration::compare(client, intended));
    if (comparison)
        return tell(*comparison, options);
    static const QStringList unreachable{QStringLiteral("connector.network"), QStringLiteral("connector.tls"),
                                         QStringLiteral("connector.timedOut")};
    return fail(comparison.error(), unreachable.contains(comparison.error().code) ? Unreachable : Misuse);
}

int compare(const Options& options) {
    if (options.isRunning != options.after.empty())
        return fail({QStringLiteral("cli.whatToCompare"),
                     QStringLiteral("Name a second file, or compare with what runs by --running."),
                     {}},
                    Misuse);
    const auto before = webhooksOf(options.before, options);
    if (!before)
        return fail(before.error(), Misuse);
    if (options.isRunning)
        return compareWithRunning(*before, options);
    const auto after = webhooksOf(options.after, options);
    if (!after)
        return fail(after.error(), Misuse);
    return tell({compareWebhooks(*before, *after), false, false}, options);
}

} // namespace

void addWebhooksDiff(CLI::App& group, Action& action) {
    auto options = std::make_shared<Options>();
    CLI::App* command =
        group.add_subcommand("diff", "Compare the webhooks of two configurations, or of one with what runs");
    command->add_option("A", options->before, "configuration file, - is standard input")
        ->required()
        ->option_text("FILE");
    auto* after = command->add_option("B", options->after, "another one")->option_text("FILE");
    addFormatOption(*command, "--from", options->form, "the form of the files; recognised unless given");
    auto* running =
        command
            ->add_flag("--running", options->isRunning,
                       "compare with what the Connector runs with; the key needs monitoring:support")
            ->excludes(after);
    addConnectorOptions(*command, *options);
    for (const char* name : {"--url", "--data"})
        command->get_option(name)->needs(running);
    command->add_flag("--json", options->isJson, "one JSON object");
    command->callback([options, &action] { action = [options] { return compare(*options); }; });
}

} // namespace meshwatch::cli
