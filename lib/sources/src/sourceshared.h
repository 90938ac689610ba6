// SPDX-License-Identifier: MIT
#pragma once

#include <meshwatch/sources/eventsource.h>

#include <atomic>
#include <functional>
#include <mutex>

namespace meshwatch {

/// What a source and its thread share. It outlives both, since the store calls back when it pleases; and the
/// thread may take a while to end, in which it must not reach a store that is gone.
class SourceShared {
public:
    SourceShared(EventStore& store, EventSource& source);
    ~SourceShared();
    SourceShared(const SourceShared&) = delete;
    SourceShared& operator=(const SourceShared&) = delete;

    /// From the source: the thread reaches neither store nor source any more.
    void stop();
    [[nodiscard]] bool isStopping() const { return m_isStopping; }
    /// Readable when something was committed or the thread is to end.
    [[nodiscard]] int wakeDescriptor() const { return m_wake; }
    void wake() const;
    void drainWake() const;
    /// Waits; true as soon as the thread is to end.
    [[nodiscard]] bool waitFor(std::chrono::milliseconds pause) const;

    /// Calls with the store; not at all when stopped.
    void withStore(const std::function<void(EventStore&)>& use);
    void setState(SourceState state);
    [[nodiscard]] SourceState state() const;
    void tellGapEnded();
    void count(const std::function<void(SourceFigures&)>& change);
    [[nodiscard]] SourceFigures figures() const;

private:
    void tell(void (EventSource::*signal)());

    mutable std::mutex m_ownerMutex; ///< held while the store or the source is used
    EventStore* m_store;
    EventSource* m_source;
    std::atomic<bool> m_isStopping = false;
    int m_wake;
    mutable std::mutex m_stateMutex;
    SourceState m_state;
    SourceFigures m_figures;
};

} // namespace meshwatch
