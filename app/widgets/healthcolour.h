// SPDX-License-Identifier: MIT
#pragma once

#include "theme.h"

#include <meshwatch/workspace/connectionstatus.h>

namespace meshwatch {

/// The colour of a health dot in the theme of now.
[[nodiscard]] inline QColor healthColour(ConnectionStatus::Health health) {
    const Theme::Colours& colours = Theme::colours();
    switch (health) {
    case ConnectionStatus::Health::Good:
        return colours.green;
    case ConnectionStatus::Health::Warning:
        return colours.amber;
    case ConnectionStatus::Health::Bad:
        return colours.red;
    case ConnectionStatus::Health::Unknown:
        break;
    }
    return colours.muted;
}

} // namespace meshwatch
