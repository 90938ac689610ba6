// SPDX-License-Identifier: MIT
#pragma once

#include <QList>
#include <QString>

namespace meshwatch {

/// Two texts compared line by line.
class LineDiff {
public:
    enum class Kind { Same, Added, Removed, Gap };
    struct Line {
        Kind kind = Kind::Same;
        QString text; ///< of a gap: empty
        bool operator==(const Line&) const = default;
    };

    /// Lines that changed, with `context` lines around them; what is left out is one Gap each.
    [[nodiscard]] static QList<Line> of(const QString& before, const QString& after, int context = 3);
};

} // namespace meshwatch
