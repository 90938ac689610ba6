// SPDX-License-Identifier: MIT
#pragma once

#include "textnode.h"

namespace meshwatch {

/// The values of a JSON text with their places. Error "configuration.badJson".
[[nodiscard]] Result<TextTree> jsonTree(QByteArrayView text);

} // namespace meshwatch
