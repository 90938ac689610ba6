// SPDX-License-Identifier: MIT
#pragma once

#include <meshwatch/events/eventstore.h>
#include <meshwatch/sources/relayserver.h>

#include <optional>

namespace meshwatch {

/// What a program that receives events all day tells of itself to who watches over it.
struct RelayMetrics {
    struct Connection {
        QString name;
        qint64 stored = 0;   ///< events kept
        qint64 accepted = 0; ///< deliveries since the start, as the next
        qint64 refused = 0;
    };
    std::vector<Connection> connections;
    qint64 storeBytes = 0;
    qint64 pending = 0; ///< arrivals taken and not yet committed
    EventStore::Trouble trouble = EventStore::Trouble::None;
    std::optional<RelayServer::Figures> relay; ///< none: there is no relay

    /// Prometheus' text format, version 0.0.4.
    [[nodiscard]] QByteArray toPrometheus() const;
    /// Sentences of what is wrong; empty while all is well.
    [[nodiscard]] QStringList troubles() const;
};

} // namespace meshwatch
