// SPDX-License-Identifier: MIT
#pragma once

#include "deliverer.h"

#include <deque>

namespace meshwatch {

/// Delivers jobs, so many at a time. On the loop's thread; lives until its end was told.
class DeliveryBatch : public std::enable_shared_from_this<DeliveryBatch> {
public:
    struct Callbacks {
        std::function<void(const DeliveryResult&)> finished;
        std::function<void()> done;
    };

    DeliveryBatch(Deliverer& deliverer, std::vector<DeliveryTest::Job> jobs, int parallel,
                  Transfer::Options options, Callbacks callbacks)
        : m_deliverer(deliverer)
        , m_jobs(std::make_move_iterator(jobs.begin()), std::make_move_iterator(jobs.end()))
        , m_parallel(parallel)
        , m_options(std::move(options))
        , m_callbacks(std::move(callbacks)) {}

    void start();
    /// Begins no more.
    void stop() { m_jobs.clear(); }

private:
    void next();

    Deliverer& m_deliverer;
    std::deque<DeliveryTest::Job> m_jobs;
    const int m_parallel;
    const Transfer::Options m_options;
    const Callbacks m_callbacks;
    int m_underWay = 0;
    bool m_isStarting = false;
    bool m_isEnded = false;
};

} // namespace meshwatch
