// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

/// Trigger patterns of the Connector's event bus: segments parted by dots, `*` is exactly one, `**` any
/// number (Connector reference, events 1).
namespace meshwatch::triggerpattern {

/// Does `pattern` select an event of this name? No pattern has any sense of case or blanks.
[[nodiscard]] bool matches(QStringView pattern, QStringView trigger);
/// Can it select more than one name?
[[nodiscard]] bool isWildcard(QStringView pattern);

} // namespace meshwatch::triggerpattern
