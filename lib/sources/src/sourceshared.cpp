// SPDX-License-Identifier: MIT
#include "sourceshared.h"

#include <poll.h>
#include <sys/eventfd.h>
#include <unistd.h>

namespace meshwatch {

SourceShared::SourceShared(EventStore& store, EventSource& source)
    : m_store(&store)
    , m_source(&source)
    , m_wake(eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK)) {}

SourceShared::~SourceShared() { close(m_wake); }

void SourceShared::stop() {
    m_isStopping = true;
    {
        const std::lock_guard lock(m_ownerMutex);
        m_store = nullptr;
        m_source = nullptr;
    }
    wake();
}

void SourceShared::wake() const {
    const quint64 one = 1;
    (void)!write(m_wake, &one, sizeof one);
}

void SourceShared::drainWake() const {
    quint64 count = 0;
    (void)!read(m_wake, &count, sizeof count);
}

bool SourceShared::waitFor(std::chrono::milliseconds pause) const {
    const auto end = std::chrono::steady_clock::now() + pause;
    while (!m_isStopping) {
        const auto left =
            std::chrono::duration_cast<std::chrono::milliseconds>(end - std::chrono::steady_clock::now());
        if (left.count() <= 0)
            break;
        pollfd wake{m_wake, POLLIN, 0};
        if (poll(&wake, 1, int(left.count()) + 1) > 0)
            drainWake();
    }
    return m_isStopping;
}

void SourceShared::withStore(const std::function<void(EventStore&)>& use) {
    const std::lock_guard lock(m_ownerMutex);
    if (m_store)
        use(*m_store);
}

void SourceShared::tell(void (EventSource::*signal)()) {
    const std::lock_guard lock(m_ownerMutex);
    if (m_source)
        QMetaObject::invokeMethod(m_source, signal, Qt::QueuedConnection);
}

void SourceShared::setState(SourceState state) {
    {
        const std::lock_guard lock(m_stateMutex);
        state.since = state.phase == m_state.phase ? m_state.since : Micros::now();
        if (state == m_state)
            return;
        m_state = std::move(state);
    }
    tell(&EventSource::stateChanged);
}

SourceState SourceShared::state() const {
    const std::lock_guard lock(m_stateMutex);
    return m_state;
}

void SourceShared::tellGapEnded() { tell(&EventSource::gapEnded); }

void SourceShared::count(const std::function<void(SourceFigures&)>& change) {
    const std::lock_guard lock(m_stateMutex);
    change(m_figures);
}

SourceFigures SourceShared::figures() const {
    const std::lock_guard lock(m_stateMutex);
    return m_figures;
}

} // namespace meshwatch
