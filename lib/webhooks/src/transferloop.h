// SPDX-License-Identifier: MIT
#pragma once

#include "transfer.h"

#include <chrono>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <thread>
#include <unordered_map>
#include <vector>

namespace meshwatch {

/// A thread that has many transfers under way at once. What is posted, and all that transfers and times call
/// back, runs on it; nothing there may block.
class TransferLoop {
public:
    using Clock = std::chrono::steady_clock;

    TransferLoop();
    /// Drops everything without a word; waits for no server.
    ~TransferLoop();
    TransferLoop(const TransferLoop&) = delete;
    TransferLoop& operator=(const TransferLoop&) = delete;

    /// From any thread.
    void post(std::function<void()> task);

    // On the loop's thread:
    void start(OutgoingRequest request, const Transfer::Options& options, Transfer::Done done);
    void callAt(Clock::time_point time, std::function<void()> task);
    /// Ends all transfers as cancelled.
    void cancelTransfers();

private:
    void run();
    [[nodiscard]] bool isStopped();
    void runPosted();
    void runDue();
    [[nodiscard]] bool finishDone();
    [[nodiscard]] int timeToNext() const;

    CURLM* m_multi;
    std::unordered_map<Transfer*, std::unique_ptr<Transfer>> m_transfers;
    std::multimap<Clock::time_point, std::function<void()>> m_times;
    std::mutex m_mutex;
    std::vector<std::function<void()>> m_posted; ///< under the mutex, as the next
    bool m_isStopped = false;
    std::thread m_thread;
};

} // namespace meshwatch
