// SPDX-License-Identifier: MIT
#pragma once

#include <meshwatch/connector/record.h>

namespace meshwatch::connector {

/// Who a Connector is: GET Account/IdentityInfo.
class IdentityInfo : public Record {
public:
    IdentityInfo() = default;
    [[nodiscard]] static ConnectorResult<IdentityInfo> fromJson(const QJsonObject& json,
                                                                const QString& path = {});

    [[nodiscard]] QString address() const { return textOf("address"); }
    [[nodiscard]] QString publicKey() const { return textOf("publicKey"); } ///< base64 of the serialised key

private:
    explicit IdentityInfo(QJsonObject json)
        : Record(std::move(json)) {}
};

} // namespace meshwatch::connector
