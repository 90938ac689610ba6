// SPDX-License-Identifier: MIT
#pragma once

#include <QColor>
#include <QIcon>
#include <QString>

namespace meshwatch {

/// The program's own line icons (resources/icons/NAME.svg), drawn in a colour of the theme.
class Icons {
public:
    /// The icon in the theme's text colour. Asked for again when the theme changes.
    [[nodiscard]] static QIcon get(const QString& name);
    [[nodiscard]] static QIcon get(const QString& name, const QColor& colour);
    /// The program's own picture.
    [[nodiscard]] static QIcon application();
};

} // namespace meshwatch
