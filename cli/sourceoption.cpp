// SPDX-License-Identifier: MIT
#include "sourceoption.h"

namespace meshwatch::cli {

void addSourceOptions(CLI::App& command, SourceOptions& options) {
    auto* source =
        command
            .add_option("--source", options.addresses,
                        "take events from this broker or relay too (amqp://, mqtt://, redis://, pubsub://, "
                        "relay://); NAME=URL where there are several connections; may be given several times")
            ->option_text("URL");
    command
        .add_option(
            "--source-secret-env", options.secretVariables,
            "environment variable with the source's password, key or token; one for all sources or one "
            "each, - for none")
        ->needs(source)
        ->option_text("VAR");
}

Result<std::vector<ChosenSource>> chooseSources(const SourceOptions& options) {
    std::vector<ChosenSource> chosen;
    for (size_t i = 0; i < options.addresses.size(); ++i) {
        const QString given = text(options.addresses[i]);
        const qsizetype scheme = given.indexOf(QLatin1String("://"));
        const qsizetype equals = given.indexOf(QLatin1Char('='));
        ChosenSource source;
        // Of an address alone the first "=" stands in its query.
        const bool isNamed = equals > 0 && equals < scheme;
        if (isNamed)
            source.connection = given.left(equals);
        auto address = SourceAddress::parse(isNamed ? given.mid(equals + 1) : given);
        if (!address)
            return address.error();
        source.settings.address = std::move(*address);
        if (!options.secretVariables.empty()) {
            const std::string& variable =
                options.secretVariables[qMin(i, options.secretVariables.size() - 1)];
            if (variable != "-") {
                const auto secret = secretFrom(variable);
                if (!secret)
                    return secret.error();
                source.settings.secret = *secret;
            }
        }
        chosen.push_back(std::move(source));
    }
    return chosen;
}

std::unique_ptr<EventSource> startSource(EventStore& store, EventSource::Settings settings) {
    auto source = std::make_unique<EventSource>(store, std::move(settings));
    QObject::connect(
        source.get(), &EventSource::stateChanged, source.get(),
        [source = source.get(), said = QString()]() mutable {
            const SourceState state = source->state();
            if (state.phase == SourceState::Phase::Stopped || state.phase == SourceState::Phase::Connecting)
                return;
            QString line = source->settings().address.place() + QStringLiteral(": ") + state.text;
            if (!state.advice.isEmpty())
                line += QLatin1Char(' ') + state.advice;
            // While it is tried again and again for the same reason once is enough.
            if (std::exchange(said, line) != line)
                complain(line);
        });
    source->start();
    return source;
}

} // namespace meshwatch::cli
