// SPDX-License-Identifier: MIT
#pragma once

#include "command.h"

#include <meshwatch/webhooks/configurationdocument.h>

namespace meshwatch::cli {

/// What a command line names as a Connector's configuration; `-` is standard input.
struct ConfigurationChoice {
    std::string file;                                  ///< empty: variables alone
    std::optional<ConfigurationDocument::Format> form; ///< of `file`; recognised where none is given
    std::string environment;                           ///< a file of variables, stronger; empty: none
};

/// A configuration as it was read, with its texts for the numbers of lines.
struct ConfigurationInput {
    ConnectorConfiguration configuration;
    ConfigurationDocument::Format form = ConfigurationDocument::Format::Json;
    QByteArray file;
    QByteArray environment;
    QStringList unknown; ///< JSON pointers of webhooks' values that stand somewhere else
};

/// An option that takes one of the four forms: json, env, compose, helm.
CLI::Option* addFormatOption(CLI::App& command, const std::string& name,
                             std::optional<ConfigurationDocument::Format>& format, const std::string& what);

/// File and variables as the Connector puts them together. What is in no known form is taken for JSON. Says
/// on stderr where a file may hold more than is seen. Errors name the file.
[[nodiscard]] Result<ConfigurationInput> readConfiguration(const ConfigurationChoice& choice);

/// The same where values that stand somewhere else (`valueFrom`, `${NAME}`) are an error, "cli.unknownValue":
/// without them nothing can be said of the configuration, or done with it.
[[nodiscard]] Result<ConfigurationInput> readWholeConfiguration(const ConfigurationChoice& choice);

/// A file with a Connector's configuration that is to be changed; recognised where no form is given, the
/// error "cli.unknownForm" where it cannot be. Errors name the file.
[[nodiscard]] Result<ConfigurationDocument> readDocument(const std::string& name,
                                                         std::optional<ConfigurationDocument::Format> format);

/// Writes a document to a file, or to standard output where none is named, and its notes to stderr. A file is
/// replaced whole or not at all; one that is there keeps its permissions.
int writeDocument(const ConfigurationDocument& document, const std::string& file);

} // namespace meshwatch::cli
