// SPDX-License-Identifier: MIT
#pragma once

#include <meshwatch/connector/record.h>

namespace meshwatch::connector {

/// Requests the Connector answered since its start: GET /Monitoring/Requests.
class RequestCount : public Record {
public:
    RequestCount() = default;
    [[nodiscard]] static ConnectorResult<RequestCount> fromJson(const QJsonObject& json,
                                                                const QString& path = {});

    [[nodiscard]] Micros since() const { return timeOf("since"); }
    [[nodiscard]] qint64 requestCount() const { return numberOf("requestCount"); }
    /// Status → count.
    [[nodiscard]] QJsonObject requestCountByStatus() const { return objectOf("requestCountByStatus"); }

private:
    explicit RequestCount(QJsonObject json)
        : Record(std::move(json)) {}
};

} // namespace meshwatch::connector
