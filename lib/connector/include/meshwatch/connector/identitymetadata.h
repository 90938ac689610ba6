// SPDX-License-Identifier: MIT
#pragma once

#include <meshwatch/connector/record.h>

namespace meshwatch::connector {

/// A local note about an identity, one for each reference and key: GET IdentityMetadata.
class IdentityMetadata : public Record {
public:
    IdentityMetadata() = default;
    [[nodiscard]] static ConnectorResult<IdentityMetadata> fromJson(const QJsonObject& json,
                                                                    const QString& path = {});

    [[nodiscard]] QString reference() const { return textOf("reference"); } ///< the address it is about
    [[nodiscard]] QString key() const { return textOf("key"); }             ///< may be empty
    [[nodiscard]] QJsonValue value() const { return at(u"value"); }

private:
    explicit IdentityMetadata(QJsonObject json)
        : Record(std::move(json)) {}
};

} // namespace meshwatch::connector
