// SPDX-License-Identifier: MIT
#pragma once

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <mutex>

namespace meshwatch {

/// Counts the requests that are being answered, and lets a stopping server wait for them.
class HttpUnderWay {
public:
    [[nodiscard]] bool isAny() const { return m_count > 0; }
    void begun() { ++m_count; }
    void finished() {
        // Whoever waits says so first and counts then; so one of the two sees the other.
        if (--m_count > 0 || !m_isWaiting)
            return;
        const std::lock_guard lock(m_mutex);
        m_changed.notify_all();
    }
    /// Until nothing is under way and, for a moment, nothing comes either; at most for `patience`.
    void wait(std::chrono::milliseconds patience) {
        using Clock = std::chrono::steady_clock;
        const auto deadline = Clock::now() + patience;
        std::unique_lock lock(m_mutex);
        m_isWaiting = true;
        for (;;) {
            if (!m_changed.wait_until(lock, deadline, [this] { return m_count == 0; }))
                return;
            if (!m_changed.wait_until(lock, std::min(deadline, Clock::now() + quiet),
                                      [this] { return m_count > 0; }))
                return;
        }
    }

private:
    /// Requests that a client has sent and we have not read yet show up within this time.
    static constexpr std::chrono::milliseconds quiet{100};

    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::atomic<int> m_count{0};
    std::atomic<bool> m_isWaiting{false};
};

} // namespace meshwatch
