// SPDX-License-Identifier: MIT
#pragma once

#include "deliverer.h"

namespace meshwatch {

/// Delivers the same job again and again at a given rate. On the loop's thread; lives until its end was told.
class LoadRun : public std::enable_shared_from_this<LoadRun> {
public:
    using Figures = DeliveryTest::LoadFigures;
    struct Callbacks {
        std::function<void(const Figures&)> progress;
        std::function<void()> done;
    };

    LoadRun(TransferLoop& loop, Deliverer& deliverer, DeliveryTest::Job job, Transfer::Options options,
            int perSecond, std::chrono::seconds time, Callbacks callbacks);
    void start();
    /// Sends no more; what is under way ends as it ends.
    void stop() { m_isStopped = true; }

private:
    using Clock = TransferLoop::Clock;

    void tick();
    void send();
    void take(const DeliveryResult& result);
    void tell();
    [[nodiscard]] bool isAllSent() const;
    void endIfDone();

    TransferLoop& m_loop;
    Deliverer& m_deliverer;
    const DeliveryTest::Job m_job;
    const Transfer::Options m_options;
    const int m_perSecond;
    const qint64 m_total;
    const Callbacks m_callbacks;
    Figures m_figures;
    std::vector<qint64> m_times; ///< µs of each answer
    Clock::time_point m_begin;
    Clock::time_point m_told;
    qint64 m_underWay = 0;
    bool m_isStopped = false;
    bool m_isEnded = false;
};

} // namespace meshwatch
