// SPDX-License-Identifier: MIT
#pragma once

#include <meshwatch/core/result.h>

#include <QLockFile>

#include <memory>

/// The folder of a workspace, for one process at a time.
namespace meshwatch::workspacefolder {

/// Makes the folder if there is none, and locks it. Errors: "workspace.folder", "workspace.inUse" (says by
/// which process).
[[nodiscard]] Result<std::unique_ptr<QLockFile>> take(const QString& folder);

} // namespace meshwatch::workspacefolder
