// SPDX-License-Identifier: MIT
#include "loadrun.h"

#include <cmath>

namespace meshwatch {

namespace {

using namespace std::chrono_literals;

constexpr qint64 mostUnderWay = 64;
constexpr auto betweenTellings = 100ms;

/// The value below which this part of all lies. Sorts only as far as needed.
std::chrono::microseconds percentile(std::vector<qint64>& times, double part) {
    if (times.empty())
        return {};
    const auto index = std::ptrdiff_t(std::lround(part * double(times.size() - 1)));
    std::nth_element(times.begin(), times.begin() + index, times.end());
    return std::chrono::microseconds(times[size_t(index)]);
}

} // namespace

LoadRun::LoadRun(TransferLoop& loop, Deliverer& deliverer, DeliveryTest::Job job, Transfer::Options options,
                 int perSecond, std::chrono::seconds time, Callbacks callbacks)
    : m_loop(loop)
    , m_deliverer(deliverer)
    , m_job(std::move(job))
    , m_options(std::move(options))
    , m_perSecond(perSecond)
    , m_total(qint64(perSecond) * time.count())
    , m_callbacks(std::move(callbacks)) {}

void LoadRun::start() {
    m_begin = m_told = Clock::now();
    tick();
}

bool LoadRun::isAllSent() const { return m_isStopped || m_figures.sent + m_figures.skipped >= m_total; }

void LoadRun::tick() {
    if (m_isEnded)
        return;
    const std::chrono::duration<double> passed = Clock::now() - m_begin;
    const qint64 due = qMin(m_total, qint64(passed.count() * m_perSecond) + 1);
    while (!isAllSent() && m_figures.sent + m_figures.skipped < due) {
        if (m_underWay < mostUnderWay)
            send();
        else
            ++m_figures.skipped;
    }
    if (Clock::now() - m_told >= betweenTellings)
        tell();
    endIfDone();
    if (m_isEnded)
        return;
    // Who is slow to answer is told of after the last was sent.
    const auto next = isAllSent() ? Clock::now() + betweenTellings
                                  : m_begin + std::chrono::duration_cast<Clock::duration>(
                                                  std::chrono::duration<double>(double(due) / m_perSecond));
    m_loop.callAt(next, [self = shared_from_this()] { self->tick(); });
}

void LoadRun::send() {
    ++m_figures.sent;
    ++m_underWay;
    m_deliverer.deliver(m_job, m_options,
                        [self = shared_from_this()](const DeliveryResult& result) { self->take(result); });
}

void LoadRun::take(const DeliveryResult& result) {
    --m_underWay;
    ++(result.isDelivered ? m_figures.delivered : m_figures.failed);
    if (!result.isDelivered && m_figures.firstFailure.isEmpty())
        m_figures.firstFailure = result.explanation;
    if (result.delivery && result.delivery->status > 0)
        m_times.push_back(result.delivery->total.count());
    endIfDone();
}

void LoadRun::tell() {
    m_told = Clock::now();
    m_figures.median = percentile(m_times, 0.5);
    m_figures.p99 = percentile(m_times, 0.99);
    m_figures.slowest = percentile(m_times, 1.0);
    m_callbacks.progress(m_figures);
}

void LoadRun::endIfDone() {
    if (m_isEnded || !isAllSent() || m_underWay > 0)
        return;
    m_isEnded = true;
    tell();
    m_callbacks.done();
}

} // namespace meshwatch
