// SPDX-License-Identifier: MIT
#pragma once

#include "talk.h"

#include <meshwatch/messaging/requestproblem.h>

namespace meshwatch::cli {

/// A reference as it was handed over, or from standard input for `-`: the first line that is not empty.
/// References are secrets, so that no message repeats one.
[[nodiscard]] Result<QString> referenceFrom(const std::string& given);

/// Adds `--password-env`.
void addPasswordOption(CLI::App& command, std::string& variable);
/// The password in this variable; none without a variable.
[[nodiscard]] Result<QString> passwordFrom(const std::string& variable);

/// A refusal to load what a peer handed over, with what its password has to do with it.
[[nodiscard]] ConnectorError explained(ConnectorError error, const QString& password);

/// What is wrong, each at its place: "items.0: …".
void complain(const RequestProblems& problems);

} // namespace meshwatch::cli
