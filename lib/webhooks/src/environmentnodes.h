// SPDX-License-Identifier: MIT
#pragma once

#include "environmentplan.h"
#include "nodeeditor.h"

#include <functional>

class QRegularExpression;

namespace meshwatch {

/// The variable with this value, in which `$$` is a `$`. It is unknown where `reference`, whose first group
/// is what follows the `$`, finds anything else.
[[nodiscard]] EnvironmentPlan::Variable unescaped(const QString& name, const std::string& value,
                                                  const QRegularExpression& reference);

/// The value that stands for this text where `$` begins a reference.
[[nodiscard]] ConfigJson escaped(const QString& text);

/// Does what a plan says in a list or map of variables. `entries` are the container's of the plan's
/// variables, -1 for one that a merge key brings; `written` is what the container has for a new or changed
/// one. False where no entry would stay, or one were to go that is not the container's own: then nothing is
/// done.
[[nodiscard]] bool arrangeVariables(NodeEditor& editor, const TextNode& container,
                                    const std::vector<int>& entries, const EnvironmentPlan& plan,
                                    const std::function<ConfigJson(const EnvironmentPlan::Row&)>& written);

} // namespace meshwatch
