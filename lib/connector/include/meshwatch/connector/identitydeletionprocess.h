// SPDX-License-Identifier: MIT
#pragma once

#include <meshwatch/connector/record.h>

namespace meshwatch::connector {

/// Deletion of the own identity under way (only Connectors in debug mode tell).
class IdentityDeletionProcess : public Record {
public:
    enum class Status { Unknown, Active, Cancelled };

    IdentityDeletionProcess() = default;
    [[nodiscard]] static ConnectorResult<IdentityDeletionProcess> fromJson(const QJsonObject& json,
                                                                           const QString& path = {});

    [[nodiscard]] QString id() const { return textOf("id"); }
    [[nodiscard]] Micros createdAt() const { return timeOf("createdAt"); }
    [[nodiscard]] QString createdByDevice() const { return textOf("createdByDevice"); }
    [[nodiscard]] Micros gracePeriodEndsAt() const { return timeOf("gracePeriodEndsAt"); }
    [[nodiscard]] Micros cancelledAt() const { return timeOf("cancelledAt"); }
    [[nodiscard]] QString cancelledByDevice() const { return textOf("cancelledByDevice"); }
    [[nodiscard]] Named<Status> status() const;

private:
    explicit IdentityDeletionProcess(QJsonObject json)
        : Record(std::move(json)) {}
};

} // namespace meshwatch::connector
