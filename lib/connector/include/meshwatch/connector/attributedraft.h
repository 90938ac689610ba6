// SPDX-License-Identifier: MIT
#pragma once

#include <QJsonObject>
#include <QStringList>

namespace meshwatch::connector {

/// An own identity attribute to be made, or the next version of an attribute.
struct AttributeDraft {
    QJsonObject value; ///< {"@type": "DisplayName", "value": …}
    QStringList tags;  ///< not of relationship attributes

    /// `{value, tags?}`, which calls put under a name of theirs.
    [[nodiscard]] QJsonObject toJson() const;
};

} // namespace meshwatch::connector
