// SPDX-License-Identifier: MIT
#include "sinkqueue.h"

#include <poll.h>
#include <sys/eventfd.h>
#include <unistd.h>

namespace meshwatch {

namespace {

/// What an arrival takes beside its body and headers.
constexpr qint64 sinkItemBytes = 1024;
constexpr int sinkLookMs = 250;

} // namespace

SinkQueue::SinkQueue(std::function<void()> stateChanged)
    : m_stateChanged(std::move(stateChanged))
    , m_wake(eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK)) {}

SinkQueue::~SinkQueue() { close(m_wake); }

void SinkQueue::append(std::vector<Arrival> arrivals, ArrivalSink::Committed committed) {
    qint64 bytes = 0;
    for (const Arrival& arrival : arrivals)
        bytes += arrival.body.size() + arrival.headers.size() + sinkItemBytes;
    // Dropped at the end of this function unless it is handed on.
    auto receipt =
        std::make_shared<SinkReceipt>(std::move(committed), qint64(arrivals.size()), bytes, m_account);
    dropOverdue();
    {
        const std::lock_guard lock(m_mutex);
        // What is larger than all that may wait passes alone.
        const bool isFull = m_account->bytes > maxBytes && m_account->bytes > bytes;
        if (m_isStopping || isFull || isAwayForLong())
            return;
        for (Arrival& arrival : arrivals)
            m_waiting.push_back({std::move(arrival), receipt, Clock::now()});
    }
    wake();
}

bool SinkQueue::isAwayForLong() const {
    return m_awaySince && Clock::now() - *m_awaySince > connectionPatience;
}

void SinkQueue::dropOverdue() {
    // Destroyed after the lock is released: letting go of them calls back.
    std::deque<SinkItem> overdue;
    const std::lock_guard lock(m_mutex);
    const auto before = Clock::now() - (m_awaySince ? connectionPatience : answerPatience);
    while (!m_waiting.empty() && m_waiting.front().since < before) {
        overdue.push_back(std::move(m_waiting.front()));
        m_waiting.pop_front();
    }
}

void SinkQueue::noteBodyWithoutEvent(const QString& reason) {
    const std::lock_guard lock(m_mutex);
    ++m_bodiesWithoutEvent;
    m_lastReason = reason;
}

std::pair<qint64, QString> SinkQueue::bodiesWithoutEvent() const {
    const std::lock_guard lock(m_mutex);
    return {m_bodiesWithoutEvent, m_lastReason};
}

void SinkQueue::stop() {
    m_isStopping = true;
    wake();
}

void SinkQueue::wake() const {
    const quint64 one = 1;
    (void)!write(m_wake, &one, sizeof one);
}

void SinkQueue::drainWake() const {
    quint64 count = 0;
    (void)!read(m_wake, &count, sizeof count);
}

bool SinkQueue::waitFor(std::chrono::milliseconds pause) {
    const auto end = Clock::now() + pause;
    while (!m_isStopping && Clock::now() < end) {
        dropOverdue();
        pollfd woken{m_wake, POLLIN, 0};
        if (poll(&woken, 1, sinkLookMs) > 0)
            drainWake();
    }
    return m_isStopping;
}

std::optional<SinkItem> SinkQueue::next() {
    const std::lock_guard lock(m_mutex);
    if (m_waiting.empty())
        return std::nullopt;
    std::optional<SinkItem> item(std::move(m_waiting.front()));
    m_waiting.pop_front();
    return item;
}

bool SinkQueue::isEmpty() const {
    const std::lock_guard lock(m_mutex);
    return m_waiting.empty();
}

void SinkQueue::setState(SourceState state) {
    {
        const std::lock_guard lock(m_mutex);
        if (state.phase == SourceState::Phase::Connected)
            m_awaySince.reset();
        else if (!m_awaySince)
            m_awaySince = Clock::now();
        state.since = state.phase == m_state.phase ? m_state.since : Micros::now();
        if (state == m_state)
            return;
        m_state = std::move(state);
    }
    m_stateChanged();
}

void SinkQueue::connected(const QString& text) {
    SourceState state;
    state.phase = SourceState::Phase::Connected;
    state.text = text;
    setState(std::move(state));
}

SourceState SinkQueue::state() const {
    const std::lock_guard lock(m_mutex);
    return m_state;
}

} // namespace meshwatch
