// SPDX-License-Identifier: MIT
#pragma once

#include <meshwatch/core/identifiers.h>
#include <meshwatch/sources/faultdrill.h>

#include <QHash>
#include <QList>
#include <QRandomGenerator>

#include <atomic>
#include <mutex>

namespace meshwatch {

/// The drills that run, which deliveries they hit, and what they came to. Thread-safe.
class Drills {
public:
    using Clock = std::chrono::steady_clock;

    /// Begins one; a running one of this connection is over.
    void begin(ConnectionId connection, const FaultDrill& drill);
    /// False if there was none.
    bool end(ConnectionId connection);
    [[nodiscard]] std::optional<FaultDrill> current(ConnectionId connection) const;
    [[nodiscard]] FaultDrillStatistics statistics(ConnectionId connection) const;
    /// Ends those whose time is over, and names them.
    [[nodiscard]] QList<ConnectionId> endOverdue();
    /// How long until the next is over.
    [[nodiscard]] std::optional<std::chrono::milliseconds> untilNextEnd() const;

    /// All that a delivery pays while nobody drills.
    [[nodiscard]] bool isAnyRunning() const { return m_isAnyRunning.load(std::memory_order_relaxed); }
    /// What happens to a delivery that comes now.
    struct Fate {
        bool isDuringDrill = false;
        std::optional<FaultDrill> fault; ///< nothing: it is not hit
    };
    /// Draws; a fault that refuses or delays is counted.
    [[nodiscard]] Fate draw(ConnectionId connection);
    void countDelivered(ConnectionId connection);

private:
    struct Running {
        FaultDrill drill;
        Clock::time_point until;
        QRandomGenerator random;
    };
    [[nodiscard]] const Running* find(ConnectionId connection) const;

    mutable std::mutex m_mutex;
    QHash<ConnectionId, Running> m_running;
    QHash<ConnectionId, FaultDrillStatistics> m_statistics;
    std::atomic<bool> m_isAnyRunning = false;
};

} // namespace meshwatch
