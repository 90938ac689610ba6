// SPDX-License-Identifier: MIT
#pragma once

#include <meshwatch/connector/record.h>

namespace meshwatch::connector {

/// When the Connector last fetched news from the Backbone: GET Account/SyncInfo.
class SyncInfo : public Record {
public:
    SyncInfo() = default;
    [[nodiscard]] static ConnectorResult<SyncInfo> fromJson(const QJsonObject& json,
                                                            const QString& path = {});

    /// End of the last complete run; 0 if there was none.
    [[nodiscard]] Micros lastSyncRun() const;
    /// Only with a datawallet; else 0.
    [[nodiscard]] Micros lastDatawalletSync() const;

private:
    explicit SyncInfo(QJsonObject json)
        : Record(std::move(json)) {}
};

} // namespace meshwatch::connector
