// SPDX-License-Identifier: MIT
#pragma once

#include <meshwatch/workspace/connection.h>
#include <meshwatch/workspace/listening.h>

#include <vector>

namespace meshwatch {

/// How a workspace is set up, read without opening it: another process may have it.
struct WorkspaceSetup {
    std::vector<Connection> connections;
    Listening listening;

    /// Errors: "workspace.missing", "workspace.damaged".
    [[nodiscard]] static Result<WorkspaceSetup> read(const QString& folder);
};

} // namespace meshwatch
