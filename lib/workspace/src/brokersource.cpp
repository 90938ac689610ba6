// SPDX-License-Identifier: MIT
#include <meshwatch/workspace/brokersource.h>

namespace meshwatch {

QJsonObject BrokerSource::toJson() const {
    return {{QStringLiteral("number"), number},
            {QStringLiteral("address"), address.toString()},
            {QStringLiteral("enabled"), isEnabled}};
}

Result<BrokerSource> BrokerSource::fromJson(const QJsonObject& json) {
    auto address = SourceAddress::parse(json.value(QLatin1String("address")).toString());
    if (!address)
        return address.error();
    return BrokerSource{json.value(QLatin1String("number")).toInt(), std::move(*address),
                        json.value(QLatin1String("enabled")).toBool(true)};
}

} // namespace meshwatch
