// SPDX-License-Identifier: MIT
#include "webhooks.h"
#include "webhooksdocument.h"

#include <meshwatch/webhooks/webhookconfiguration.h>

#include <QUrl>

#include <algorithm>

namespace meshwatch::cli {

namespace {

struct Options {
    std::string file;
    std::optional<ConfigurationDocument::Format> from;
    std::string url;
    std::string name = "meshwatch";
    std::string keyVariable;
    std::string keyHeader = "x-api-key";
    std::vector<std::string> triggers{"**"};
    std::string out;
    bool isInPlace = false;
};

using Place = WebhookConfiguration::Place;

/// The target that sends to this URL already; else a new one.
std::pair<WebhookConfiguration, Place> withTarget(const WebhookConfiguration& webhooks,
                                                  const Options& options) {
    const QString url = text(options.url);
    for (const Place& place : webhooks.targets()) {
        if (webhooks.text(place, "url") == url)
            return {webhooks, place};
    }
    const Place place{webhooks.freeName(text(options.name))};
    return {webhooks.withNewTarget(place.name, ConfigJson::object({{"url", options.url}})), place};
}

/// With the key, if one is asked for; else the target's authentication stays as it is.
Result<WebhookConfiguration> withKey(const WebhookConfiguration& webhooks, const Place& place,
                                     const Options& options) {
    using Authentication = WebhookConfiguration::Authentication;
    if (options.keyVariable.empty())
        return webhooks;
    const auto key = secretFrom(options.keyVariable);
    if (!key)
        return key.error();
    // The Connector's own default needs no word.
    const QString header = text(options.keyHeader);
    const bool isDefault = header.compare(QLatin1String("x-api-key"), Qt::CaseInsensitive) == 0;
    const auto typed = webhooks.authentication(place) == Authentication::ApiKey
                           ? webhooks
                           : webhooks.withAuthentication(place, Authentication::ApiKey);
    return typed.withAuthenticationText(place, "apiKey", QString::fromUtf8(*key))
        .withAuthenticationText(place, "headerName", isDefault ? QString() : header);
}

WebhookConfiguration withReceiver(WebhookConfiguration webhooks, const Place& place, const Options& options) {
    for (const std::string& trigger : options.triggers) {
        // What a pattern delivers already would come twice.
        if (webhooks.subscription(place, text(trigger)).deliveries == 0 &&
            !webhooks.triggers(place).contains(text(trigger)))
            webhooks = webhooks.withSubscription(place, text(trigger), true);
    }
    return webhooks.withEnabled(true);
}

int addReceiver(const Options& options) {
    const QUrl url(text(options.url), QUrl::StrictMode);
    if (url.host().isEmpty() ||
        (url.scheme() != QLatin1String("http") && url.scheme() != QLatin1String("https")))
        return fail(
            {QStringLiteral("cli.badUrl"), QStringLiteral("“%1” is no URL.").arg(text(options.url)),
             QStringLiteral("Write http:// or https:// and the address as the Connector reaches it.")},
            Misuse);
    const auto document = readDocument(options.file, options.from);
    if (!document)
        return fail(document.error());
    const auto [webhooks, place] =
        withTarget(WebhookConfiguration(document->configuration().webhooks()), options);
    const auto keyed = withKey(webhooks, place, options);
    if (!keyed)
        return fail(keyed.error(), Misuse);
    const auto written = document->withWebhooks(withReceiver(*keyed, place, options).json());
    if (!written)
        return fail(written.error());
    if (document->unknownPlaces().contains(QString()))
        complain(
            QStringLiteral("A mounted file or env_file may have webhooks too: the list written here replaces "
                           "its list. Put the receiver into that file if it has one."));
    const int code = writeDocument(*written, options.isInPlace ? options.file : options.out);
    if (code == Success && options.isInPlace && document->format() == ConfigurationDocument::Format::Json)
        complain(QStringLiteral(
            "The Connector reads it when it starts. A container into which this single file is "
            "mounted has the old one until it is made anew: docker compose up -d "
            "--force-recreate."));
    return code;
}

} // namespace

void addWebhooksAddReceiver(CLI::App& group, Action& action) {
    auto options = std::make_shared<Options>();
    CLI::App* command =
        group.add_subcommand("add-receiver", "Have a configuration deliver events to an address");
    command->add_option("file", options->file, "the configuration; - reads it from standard input")
        ->required()
        ->option_text("FILE|-");
    command->add_option("--url", options->url, "where to, as the Connector reaches it")
        ->required()
        ->option_text("URL");
    command->add_option("--name", options->name, "the new target's")->option_text("NAME (meshwatch)");
    command->add_option("--key-env", options->keyVariable, "variable with the key that deliveries show")
        ->option_text("VAR");
    command->add_option("--key-header", options->keyHeader, "header that carries it")
        ->option_text("NAME (x-api-key)");
    command->add_option("--trigger", options->triggers, "event names or patterns")
        ->option_text("PATTERN … (**)");
    addFormatOption(*command, "--from", options->from, "the form of FILE; recognised unless given");
    CLI::Option* out =
        command->add_option("--out", options->out, "the file to write; standard output unless given")
            ->option_text("FILE");
    command->add_flag("--in-place", options->isInPlace, "write FILE itself")->excludes(out);
    command->callback([options, &action] {
        if (options->isInPlace && options->file == "-")
            throw CLI::ValidationError("--in-place", "needs a file");
        action = [options] { return addReceiver(*options); };
    });
}

} // namespace meshwatch::cli
