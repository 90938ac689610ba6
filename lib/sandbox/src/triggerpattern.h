// SPDX-License-Identifier: MIT
#pragma once

#include <QStringView>

namespace meshwatch::sandbox {

/// Does a webhook's trigger pattern match an event's name, by the rules of EventEmitter2? Segments are
/// separated by dots; `*` is exactly one segment, `**` any number, also none.
[[nodiscard]] bool triggerMatches(QStringView pattern, QStringView trigger);

} // namespace meshwatch::sandbox
