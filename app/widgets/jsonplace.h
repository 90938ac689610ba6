// SPDX-License-Identifier: MIT
#pragma once

#include <QJsonArray>
#include <QJsonObject>

namespace meshwatch {

/// Writing at a dotted path of a JSON object ("items.2.title"): json::at() for the other direction.
class JsonPlace {
public:
    /// `root` with the value at `path`; objects on the way are made where they are missing. Undefined
    /// removes.
    [[nodiscard]] static QJsonValue with(const QJsonValue& root, QStringView path, const QJsonValue& value);
    [[nodiscard]] static QJsonObject with(const QJsonObject& root, QStringView path,
                                          const QJsonValue& value) {
        return with(QJsonValue(root), path, value).toObject();
    }
};

} // namespace meshwatch
