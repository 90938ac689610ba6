// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

namespace meshwatch {

/// A tool tip that shows foreign text as it is: Qt would take text that looks like markup for markup.
[[nodiscard]] inline QString plainToolTip(const QString& text) {
    return text.isEmpty() ? QString()
                          : QStringLiteral("<span>%1</span>")
                                .arg(text.toHtmlEscaped().replace(QLatin1Char('\n'), QLatin1String("<br>")));
}

/// A text as a menu shows it: “&” would make a shortcut of the next letter.
[[nodiscard]] inline QString plainMenuText(QString text) {
    return text.replace(QLatin1Char('&'), QLatin1String("&&"));
}

} // namespace meshwatch
