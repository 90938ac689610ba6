// SPDX-License-Identifier: MIT
#pragma once

#include "textnode.h"

namespace meshwatch {

/// The values of a YAML text with their places; scalars typed as Helm types them. Errors
/// "configuration.badYaml" with line and column: no YAML, several documents, nested too deep, an alias
/// without anchor.
[[nodiscard]] Result<TextTree> yamlTree(QByteArrayView text);

} // namespace meshwatch
