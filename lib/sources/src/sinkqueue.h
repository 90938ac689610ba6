// SPDX-License-Identifier: MIT
#pragma once

#include "sinkreceipt.h"

#include <meshwatch/sources/sourcestate.h>

#include <chrono>
#include <deque>
#include <mutex>
#include <optional>

namespace meshwatch {

/// An arrival on its way to the engine; dropped, it counts as not kept.
struct SinkItem {
    Arrival arrival;
    std::shared_ptr<SinkReceipt> receipt;
    std::chrono::steady_clock::time_point since;
};

/// What waits to be written to an engine, between the receiver's thread and that of the link. It is bounded
/// in memory, and in time while there is no connection.
class SinkQueue {
public:
    using Clock = std::chrono::steady_clock;

    /// Waiting and under way; beyond it webhooks are refused.
    static constexpr qint64 maxBytes = 64LL * 1024 * 1024;
    /// For so long a webhook waits for a connection.
    static constexpr std::chrono::seconds connectionPatience{5};
    /// For so long it waits for the engine's word; a link gives the connection up then.
    static constexpr std::chrono::seconds answerPatience{15};

    explicit SinkQueue(std::function<void()> stateChanged);
    ~SinkQueue();
    SinkQueue(const SinkQueue&) = delete;
    SinkQueue& operator=(const SinkQueue&) = delete;

    // For the owner, on any thread.
    void append(std::vector<Arrival> arrivals, ArrivalSink::Committed committed);
    void noteBodyWithoutEvent(const QString& reason);
    void stop();
    [[nodiscard]] SourceState state() const;
    /// How many there were, and why the last was none.
    [[nodiscard]] std::pair<qint64, QString> bodiesWithoutEvent() const;
    [[nodiscard]] const SinkReceipt::Account& account() const { return *m_account; }

    // For the link's thread.
    [[nodiscard]] bool isStopping() const { return m_isStopping; }
    /// Readable when something waits or the link is to end; drainWake() then.
    [[nodiscard]] int wakeDescriptor() const { return m_wake; }
    void drainWake() const;
    /// Waits; true as soon as the link is to end. What has waited too long is dropped meanwhile.
    [[nodiscard]] bool waitFor(std::chrono::milliseconds pause);
    /// The oldest that waits.
    [[nodiscard]] std::optional<SinkItem> next();
    [[nodiscard]] bool isEmpty() const;
    /// Lets go of what has waited for too long.
    void dropOverdue();
    /// Any other phase than “connected” begins the time in which webhooks wait in vain.
    void setState(SourceState state);
    /// The connection stands: `text` says to what.
    void connected(const QString& text);

private:
    void wake() const;
    [[nodiscard]] bool isAwayForLong() const;

    const std::function<void()> m_stateChanged;
    const std::shared_ptr<SinkReceipt::Account> m_account = std::make_shared<SinkReceipt::Account>();
    std::atomic<bool> m_isStopping = false;
    const int m_wake;
    mutable std::mutex m_mutex;
    std::deque<SinkItem> m_waiting;
    std::optional<Clock::time_point> m_awaySince = Clock::now(); ///< nothing while connected
    SourceState m_state;
    qint64 m_bodiesWithoutEvent = 0;
    QString m_lastReason;
};

} // namespace meshwatch
