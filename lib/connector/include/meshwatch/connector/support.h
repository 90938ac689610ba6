// SPDX-License-Identifier: MIT
#pragma once

#include <meshwatch/connector/record.h>

namespace meshwatch::connector {

/// What the Connector says for support: GET /Monitoring/Support. `configuration` holds secrets in clear text
/// (webhook targets with their keys, broker passwords, the environment): show, log and store redacted() only.
class Support : public Record {
public:
    Support() = default;
    [[nodiscard]] static ConnectorResult<Support> fromJson(const QJsonObject& json, const QString& path = {});

    [[nodiscard]] QJsonObject configuration() const { return objectOf("configuration"); } ///< with secrets
    /// The whole answer without secrets: members named like one, header values, passwords in addresses, and
    /// everything at the top of the configuration that is not the Connector's (its environment).
    [[nodiscard]] QJsonObject redacted() const;

private:
    explicit Support(QJsonObject json)
        : Record(std::move(json)) {}
};

} // namespace meshwatch::connector
