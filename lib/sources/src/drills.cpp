// SPDX-License-Identifier: MIT
#include "drills.h"

namespace meshwatch {

void Drills::begin(ConnectionId connection, const FaultDrill& drill) {
    const quint32 seed = drill.seed ? *drill.seed : QRandomGenerator::system()->generate();
    const std::lock_guard lock(m_mutex);
    m_running.insert(connection, {drill, Clock::now() + drill.duration, QRandomGenerator(seed)});
    FaultDrillStatistics fresh;
    fresh.since = Micros::now();
    m_statistics.insert(connection, fresh);
    m_isAnyRunning = true;
}

bool Drills::end(ConnectionId connection) {
    const std::lock_guard lock(m_mutex);
    const bool wasRunning = m_running.remove(connection);
    m_isAnyRunning = !m_running.isEmpty();
    return wasRunning;
}

const Drills::Running* Drills::find(ConnectionId connection) const {
    const auto found = m_running.constFind(connection);
    return found != m_running.constEnd() && Clock::now() < found->until ? &*found : nullptr;
}

std::optional<FaultDrill> Drills::current(ConnectionId connection) const {
    const std::lock_guard lock(m_mutex);
    const Running* running = find(connection);
    return running ? std::optional(running->drill) : std::nullopt;
}

FaultDrillStatistics Drills::statistics(ConnectionId connection) const {
    const std::lock_guard lock(m_mutex);
    return m_statistics.value(connection);
}

QList<ConnectionId> Drills::endOverdue() {
    const std::lock_guard lock(m_mutex);
    QList<ConnectionId> ended;
    for (auto it = m_running.begin(); it != m_running.end();) {
        if (Clock::now() < it->until) {
            ++it;
            continue;
        }
        ended.append(it.key());
        it = m_running.erase(it);
    }
    m_isAnyRunning = !m_running.isEmpty();
    return ended;
}

std::optional<std::chrono::milliseconds> Drills::untilNextEnd() const {
    const std::lock_guard lock(m_mutex);
    if (m_running.isEmpty())
        return std::nullopt;
    auto next = Clock::time_point::max();
    for (const Running& running : m_running)
        next = std::min(next, running.until);
    using std::chrono::milliseconds;
    return std::max(milliseconds(0), std::chrono::ceil<milliseconds>(next - Clock::now()));
}

Drills::Fate Drills::draw(ConnectionId connection) {
    const std::lock_guard lock(m_mutex);
    const auto found = m_running.find(connection);
    // The timer that ends it may come late; the drill does not last longer for that.
    if (found == m_running.end() || Clock::now() >= found->until)
        return {};
    const bool isHit = found->drill.percent >= 100 || int(found->random.bounded(100)) < found->drill.percent;
    if (!isHit)
        return {true, std::nullopt};
    FaultDrillStatistics& numbers = m_statistics[connection];
    if (found->drill.drops)
        ++numbers.dropped;
    else if (found->drill.refuses())
        ++numbers.refused;
    if (found->drill.delay.count() > 0)
        ++numbers.delayed;
    return {true, found->drill};
}

void Drills::countDelivered(ConnectionId connection) {
    const std::lock_guard lock(m_mutex);
    ++m_statistics[connection].delivered;
}

} // namespace meshwatch
