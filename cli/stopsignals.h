// SPDX-License-Identifier: MIT
#pragma once

#include <QSocketNotifier>

#include <functional>

namespace meshwatch::cli {

/// Takes SIGINT and SIGTERM in the event loop while it lives. main() has blocked both in every thread, so
/// that they arrive here only.
class StopSignals {
public:
    explicit StopSignals(std::function<void()> stop);
    ~StopSignals();
    StopSignals(const StopSignals&) = delete;
    StopSignals& operator=(const StopSignals&) = delete;

    /// Has one come that nobody took? For work that has no event loop.
    [[nodiscard]] static bool arePending();

private:
    const int m_fd;
    QSocketNotifier m_notifier;
};

} // namespace meshwatch::cli
