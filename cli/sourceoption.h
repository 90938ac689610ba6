// SPDX-License-Identifier: MIT
#pragma once

#include "command.h"

#include <meshwatch/sources/eventsource.h>
#include <meshwatch/workspace/workspace.h>

namespace meshwatch::cli {

/// `--source` and `--source-secret-env`, as `serve` and `watch` take them.
struct SourceOptions {
    std::vector<std::string> addresses; ///< URL, or NAME=URL where there are several connections
    std::vector<std::string> secretVariables;
};

void addSourceOptions(CLI::App& command, SourceOptions& options);

/// A source of these options, not yet for a connection.
struct ChosenSource {
    QString connection; ///< empty: the only one
    EventSource::Settings settings;
};
/// Errors: "cli.…" and "source.…" for what is wrong on the command line.
[[nodiscard]] Result<std::vector<ChosenSource>> chooseSources(const SourceOptions& options);

/// A source that says on stderr how it is doing.
[[nodiscard]] std::unique_ptr<EventSource> startSource(EventStore& store, EventSource::Settings settings);

} // namespace meshwatch::cli
