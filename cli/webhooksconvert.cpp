// SPDX-License-Identifier: MIT
#include "webhooks.h"
#include "webhooksdocument.h"

namespace meshwatch::cli {

namespace {

struct Options {
    std::string file;
    std::optional<ConfigurationDocument::Format> from;
    std::optional<ConfigurationDocument::Format> to;
    std::string into;
    std::string out;
};

/// Values that stand elsewhere do not come along.
void nameUnknown(const ConfigurationDocument& document) {
    for (const QString& place : document.unknownPlaces()) {
        if (place.isEmpty())
            complain(QStringLiteral("A mounted file or env_file may configure more: it is not converted."));
        else if (place.startsWith(QLatin1String("/modules/webhooks")))
            complain(QStringLiteral("%1 is given by reference: it is not converted.").arg(place));
    }
}

int convert(const Options& options) {
    const auto source = readDocument(options.file, options.from);
    if (!source)
        return fail(source.error());
    const ConfigJson webhooks = source->configuration().webhooks();
    if (webhooks.is_null())
        return fail({QStringLiteral("cli.noWebhooks"),
                     QStringLiteral("%1 has no webhooks.").arg(text(options.file)),
                     QStringLiteral("They are at modules.webhooks.")});
    nameUnknown(*source);
    auto target = options.into.empty() ? Result(ConfigurationDocument::empty(*options.to))
                                       : readDocument(options.into, options.to);
    if (!target)
        return fail(target.error());
    const auto written = target->withWebhooks(webhooks);
    return written ? writeDocument(*written, options.out) : fail(written.error());
}

} // namespace

void addWebhooksConvert(CLI::App& group, Action& action) {
    auto options = std::make_shared<Options>();
    CLI::App* command = group.add_subcommand(
        "convert", "Write a configuration's webhooks in another form, or into another file");
    command->add_option("file", options->file, "the configuration; - reads it from standard input")
        ->required()
        ->option_text("FILE|-");
    addFormatOption(*command, "--to", options->to, "the form to write")->required();
    addFormatOption(*command, "--from", options->from, "the form of FILE; recognised unless given");
    command->add_option("--into", options->into, "a file of this form, whose other content stays")
        ->option_text("EXISTING");
    command->add_option("--out", options->out, "the file to write; standard output unless given")
        ->option_text("FILE");
    command->callback([options, &action] { action = [options] { return convert(*options); }; });
}

} // namespace meshwatch::cli
