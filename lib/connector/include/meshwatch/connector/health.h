// SPDX-License-Identifier: MIT
#pragma once

#include <meshwatch/connector/record.h>

namespace meshwatch::connector {

/// A part of the Connector and whether it works.
struct ServiceHealth {
    QString name;  ///< "database", "backboneConnection", "backboneAuthentication"
    QString state; ///< "healthy", "unhealthy"
    [[nodiscard]] bool isHealthy() const { return state == QLatin1String("healthy"); }
    bool operator==(const ServiceHealth&) const = default;
};

/// Is the Connector well? GET /health; an unwell one answers too (with status 500). Each call makes it ask
/// the Backbone, so it is not for polling.
class Health : public Record {
public:
    Health() = default;
    [[nodiscard]] static ConnectorResult<Health> fromJson(const QJsonObject& json, const QString& path = {});

    [[nodiscard]] bool isHealthy() const { return flagOf("isHealthy"); }
    [[nodiscard]] std::vector<ServiceHealth> services() const;

private:
    explicit Health(QJsonObject json)
        : Record(std::move(json)) {}
};

} // namespace meshwatch::connector
