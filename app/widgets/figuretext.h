// SPDX-License-Identifier: MIT
#pragma once

#include <meshwatch/core/micros.h>

#include <QCoreApplication>
#include <QString>

namespace meshwatch {

/// Figures as people read them, in the language of the program.
class FigureText {
    Q_DECLARE_TR_FUNCTIONS(FigureText)
public:
    /// "just now", "3 s ago", "4 min ago", …; "never" without a moment.
    [[nodiscard]] static QString ago(Micros moment);
    /// "9 ms", "1.4 s", "3 min" of microseconds.
    [[nodiscard]] static QString duration(qint64 microseconds);
    /// "41" or "0.6".
    [[nodiscard]] static QString rate(double perSecond);
};

} // namespace meshwatch
