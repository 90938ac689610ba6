// SPDX-License-Identifier: MIT
#pragma once

#include <meshwatch/connector/attribute.h>

namespace meshwatch::connector {

/// An attribute and its new version: POST Attributes/{id}/Succeed and NotifyPeer.
class AttributeSuccession : public Record {
public:
    AttributeSuccession() = default;
    [[nodiscard]] static ConnectorResult<AttributeSuccession> fromJson(const QJsonObject& json,
                                                                       const QString& path = {});

    [[nodiscard]] Attribute predecessor() const;
    [[nodiscard]] Attribute successor() const;
    /// Of the notification to the peer; empty where none is told.
    [[nodiscard]] QString notificationId() const { return textOf("notificationId"); }

private:
    explicit AttributeSuccession(QJsonObject json)
        : Record(std::move(json)) {}
};

} // namespace meshwatch::connector
