// SPDX-License-Identifier: MIT
#pragma once

#include <QPushButton>
#include <QStyle>

namespace meshwatch {

/// Makes a button stand out as the one that does what a page or dialog is for.
inline void makePrimary(QPushButton* button) {
    button->setProperty("primary", true);
    // A style sheet reads properties when it first meets a widget, which may have been before.
    button->style()->unpolish(button);
    button->style()->polish(button);
}

} // namespace meshwatch
