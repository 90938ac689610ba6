// SPDX-License-Identifier: MIT
#pragma once

#include <meshwatch/core/result.h>
#include <meshwatch/sources/sourceaddress.h>

#include <QJsonObject>

namespace meshwatch {

/// A broker or relay that a connection's events are taken from, beside its webhooks; without its secret.
struct BrokerSource {
    int number = 0; ///< within its connection, given once: names its secret
    SourceAddress address;
    bool isEnabled = true;

    [[nodiscard]] QJsonObject toJson() const;
    [[nodiscard]] static Result<BrokerSource> fromJson(const QJsonObject& json);
    bool operator==(const BrokerSource&) const = default;
};

} // namespace meshwatch
