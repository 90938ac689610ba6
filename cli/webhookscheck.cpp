// SPDX-License-Identifier: MIT
#include "webhooks.h"
#include "webhooksdocument.h"

#include <meshwatch/events/eventcatalogue.h>
#include <meshwatch/webhooks/targetreach.h>
#include <meshwatch/webhooks/verdict.h>

#include <QDateTime>
#include <QEventLoop>
#include <QRegularExpression>

namespace meshwatch::cli {

namespace {

struct Options : ConfigurationChoice {
    std::string format = "text";
    bool isJson = false;
    bool reaches = false;
};

QStringList knownTriggers() {
    QStringList names;
    for (const EventKind& kind : EventCatalogue::kinds())
        names.append(QString::fromLatin1(kind.trigger));
    return names;
}

const char* word(Verdict::Kind kind) {
    return kind == Verdict::Kind::Starts ? "starts" : kind == Verdict::Kind::Refused ? "refused" : "disabled";
}

const char* word(Finding::Severity severity) {
    return severity == Finding::Severity::Error     ? "error"
           : severity == Finding::Severity::Warning ? "warning"
                                                    : "note";
}

ConfigJson member(const ConfigJson& object, const char* name) {
    return object.is_object() && object.contains(name) ? object.at(name) : ConfigJson();
}

/// As the running Connector holds it: what it will send, and the state of a token that was not asked for yet.
ConfigJson authenticationJson(const ConfigJson& authentication) {
    if (authentication.is_null())
        return nullptr;
    if (member(authentication, "type") == "ApiKey")
        return {{"kind", "ApiKeyTargetAuthenticator"},
                {"apiKey", member(authentication, "apiKey")},
                {"headerName", authentication.contains("headerName") ? authentication.at("headerName")
                                                                     : ConfigJson("x-api-key")}};
    ConfigJson json = ConfigJson::object();
    json["kind"] = "OAuth2TargetAuthenticator";
    for (const char* name : {"accessTokenUrl", "clientId", "clientSecret", "scope"}) {
        if (authentication.contains(name))
            json[name] = authentication.at(name);
    }
    json["bearerToken"] = "";
    json["expirationDate"] = QDateTime::currentDateTimeUtc()
                                 .toString(QStringLiteral("yyyy-MM-ddTHH:mm:ss.zzz'+00:00'"))
                                 .toStdString();
    return json;
}

ConfigJson urlJson(const ConfigJson& url) {
    if (url.is_null())
        return "THROWS Cannot read properties of undefined (reading 'fill')";
    if (!url.is_string())
        return "THROWS this.url.replace is not a function";
    return configjson::fromString(
        ResolvedWebhooks::urlFor(configjson::toString(url), QStringLiteral("transport.messageSent")));
}

ConfigJson resolvedJson(const ResolvedWebhooks& resolved) {
    ConfigJson webhooks = ConfigJson::array();
    for (const ResolvedWebhook& webhook : resolved.webhooks) {
        ConfigJson json{{"triggers", webhook.triggers}, {"url", urlJson(webhook.url)}};
        if (!webhook.headers.is_null())
            json["headers"] = webhook.headers;
        json["authentication"] = authenticationJson(webhook.authentication);
        webhooks.push_back(std::move(json));
    }
    return {{"skipTlsCheck", resolved.skipTlsCheckAsGiven}, {"webhooks", std::move(webhooks)}};
}

ConfigJson asJson(const Verdict& verdict) {
    ConfigJson findings = ConfigJson::array();
    for (const Finding& finding : verdict.findings)
        findings.push_back(
            {{"severity", word(finding.severity)},
             {"code", finding.code.toStdString()},
             {"place", finding.place.toStdString()},
             {"variable",
              finding.variable.isEmpty() ? ConfigJson() : ConfigJson(finding.variable.toStdString())},
             {"message", finding.message.toStdString()},
             {"advice", finding.advice.toStdString()}});
    const bool isRefused = verdict.kind == Verdict::Kind::Refused;
    const bool starts = verdict.kind == Verdict::Kind::Starts;
    return {{"verdict", word(verdict.kind)},
            {"code", verdict.code.isEmpty() ? ConfigJson() : configjson::fromString(verdict.code)},
            {"message", isRefused ? configjson::fromString(verdict.message) : ConfigJson()},
            {"findings", std::move(findings)},
            {"resolved", starts ? resolvedJson(verdict.resolved) : ConfigJson()}};
}

QString asText(const Verdict& verdict) {
    QString result = verdict.kind == Verdict::Kind::Starts
                         ? QStringLiteral("starts: the Connector accepts this configuration.\n")
                     : verdict.kind == Verdict::Kind::Refused
                         ? QStringLiteral("refused: the Connector does not start with this configuration.\n")
                         : QStringLiteral("disabled: the Connector starts and delivers nothing.\n");
    for (const Finding& finding : verdict.findings) {
        result += QStringLiteral("%1 %2: %3")
                      .arg(QLatin1String(word(finding.severity)), finding.place, printable(finding.message));
        if (!finding.variable.isEmpty())
            result += QStringLiteral(" (variable %1)").arg(finding.variable);
        result += QStringLiteral(" [%1]\n").arg(finding.code);
        if (!finding.advice.isEmpty())
            result += QStringLiteral("    %1\n").arg(printable(finding.advice));
    }
    return result;
}

/// Text in an annotation of GitHub's workflows.
QString escaped(QString text, bool isProperty) {
    text.replace(QLatin1Char('%'), QLatin1String("%25"))
        .replace(QLatin1Char('\r'), QLatin1String("%0D"))
        .replace(QLatin1Char('\n'), QLatin1String("%0A"));
    return isProperty ? text.replace(QLatin1Char(':'), QLatin1String("%3A"))
                            .replace(QLatin1Char(','), QLatin1String("%2C"))
                      : text;
}

/// The line that gives a variable its value; 0 if none does.
int lineOfVariable(const QByteArray& environment, const QString& name) {
    int number = 0;
    for (const QByteArray& line : environment.split('\n')) {
        ++number;
        if (line.trimmed().startsWith(name.toUtf8().append('=')))
            return number;
    }
    return 0;
}

/// A line of YAML that has this variable: as a key, at the beginning of an element of a list, or as a value
/// of `name:`.
QRegularExpression yamlVariable(const QString& name) {
    return QRegularExpression(
        QStringLiteral("^(?!\\s*#).*(?<![\\w:])%1(?![\\w]|:\\w)").arg(QRegularExpression::escape(name)));
}

int lineOfYamlVariable(const QByteArray& yaml, const QString& name) {
    const QRegularExpression form = yamlVariable(name);
    int number = 0;
    for (const QByteArray& line : yaml.split('\n')) {
        ++number;
        if (form.match(QString::fromUtf8(line)).hasMatch())
            return number;
    }
    return 0;
}

struct Spot {
    const std::string* file;
    int line;
};

/// Where in the files a finding is; what is missing has the line of what it is missing in. Without a better
/// answer the first line.
Spot spotOf(const Finding& finding, const QHash<QString, int>& lines, const ConfigurationInput& input,
            const Options& options) {
    using Format = ConfigurationDocument::Format;
    const int besides = lineOfVariable(input.environment, finding.variable);
    const bool isBesides = besides > 0 || input.form == Format::Json;
    if (options.file.empty() || (!finding.variable.isEmpty() && isBesides))
        return {&options.environment, qMax(1, besides)};
    if (!finding.variable.isEmpty())
        return {&options.file, qMax(1, input.form == Format::Environment
                                           ? lineOfVariable(input.file, finding.variable)
                                           : lineOfYamlVariable(input.file, finding.variable))};
    QString place = finding.place;
    while (!place.isEmpty() && !lines.contains(place))
        place.truncate(place.lastIndexOf(QLatin1Char('/')));
    return {&options.file, lines.value(place, 1)};
}

QString asAnnotations(const Verdict& verdict, const ConfigurationInput& input, const Options& options) {
    const auto lines = input.form == ConfigurationDocument::Format::Json ? configjson::lines(input.file)
                                                                         : QHash<QString, int>();
    QString result;
    for (const Finding& finding : verdict.findings) {
        const Spot spot = spotOf(finding, lines, input, options);
        const char* kind = finding.severity == Finding::Severity::Note ? "notice" : word(finding.severity);
        result += QStringLiteral("::%1 file=%2,line=%3,title=%4::%5\n")
                      .arg(QLatin1String(kind), escaped(text(*spot.file), true), QString::number(spot.line),
                           escaped(finding.code, true),
                           escaped(finding.message + QLatin1Char(' ') + finding.advice, false).trimmed());
    }
    return result;
}

Findings unreachable(const ResolvedWebhooks& webhooks) {
    TargetReach reach;
    QEventLoop loop;
    Findings found;
    QObject::connect(&reach, &TargetReach::finished, &loop, [&](const Findings& findings) {
        found = findings;
        loop.quit();
    });
    reach.probe(webhooks);
    loop.exec();
    return found;
}

int check(const Options& options) {
    if (options.file.empty() && options.environment.empty())
        return fail(
            {QStringLiteral("cli.nothingToCheck"), QStringLiteral("There is nothing to check."),
             QStringLiteral("Name the Connector's configuration file, an env file by --env, or both.")},
            Misuse);
    if (options.file == "-" && options.environment == "-")
        return fail({QStringLiteral("cli.standardInput"),
                     QStringLiteral("Only one of both can be standard input."),
                     {}},
                    Misuse);
    const auto input = readWholeConfiguration(options);
    if (!input)
        return fail(input.error());
    Verdict verdict = Verdict::of(input->configuration, knownTriggers());
    if (options.reaches)
        verdict.findings += unreachable(verdict.resolved);
    if (options.isJson)
        print(configjson::write(asJson(verdict), -1) + '\n');
    else if (options.format == "github")
        print(asAnnotations(verdict, *input, options).toUtf8());
    else
        print(asText(verdict).toUtf8());
    return verdict.kind == Verdict::Kind::Refused ? Failed : Success;
}

} // namespace

void addWebhooksCheck(CLI::App& group, Action& action) {
    CLI::App* command = group.add_subcommand(
        "check",
        "Says what a Connector makes of a configuration when it starts, and what is probably not meant");
    const auto options = std::make_shared<Options>();
    command->add_option(
        "FILE", options->file,
        "The Connector's configuration: JSON, env file, Compose or Helm values; - is standard input");
    addFormatOption(*command, "--from", options->form, "The form of FILE; recognised unless given");
    command->add_option("--env", options->environment, "A file of environment variables, NAME=value a line");
    command->add_flag("--reach", options->reaches, "Also try to connect to each target; nothing is sent");
    command->add_flag("--json", options->isJson, "One object, with the values as they will be used");
    command->add_option("--format", options->format, "text, or github: annotations of a workflow")
        ->check(CLI::IsMember({"text", "github"}));
    command->callback([options, &action] { action = [options] { return check(*options); }; });
}

} // namespace meshwatch::cli
