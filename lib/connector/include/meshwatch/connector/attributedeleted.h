// SPDX-License-Identifier: MIT
#pragma once

#include <meshwatch/connector/record.h>

namespace meshwatch::connector {

/// Who is told of a deleted attribute: DELETE Attributes/{id}.
class AttributeDeleted : public Record {
public:
    AttributeDeleted() = default;
    [[nodiscard]] static ConnectorResult<AttributeDeleted> fromJson(const QJsonObject& json,
                                                                    const QString& path = {});

    /// One for each peer that had it.
    [[nodiscard]] QStringList notificationIds() const { return textsOf("notificationIds"); }

private:
    explicit AttributeDeleted(QJsonObject json)
        : Record(std::move(json)) {}
};

} // namespace meshwatch::connector
