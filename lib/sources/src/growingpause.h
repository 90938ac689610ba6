// SPDX-License-Identifier: MIT
#pragma once

#include <QRandomGenerator>

#include <algorithm>
#include <chrono>
#include <utility>

namespace meshwatch {

/// Each pause twice as long as the one before, up to a longest.
class GrowingPause {
public:
    using Milliseconds = std::chrono::milliseconds;

    GrowingPause(Milliseconds first, Milliseconds longest)
        : m_first(first)
        , m_longest(longest)
        , m_next(first) {}

    [[nodiscard]] Milliseconds next() { return std::exchange(m_next, std::min(m_longest, m_next * 2)); }
    void reset() { m_next = m_first; }

    /// A fifth more or less by chance, so that many do not come at once.
    [[nodiscard]] static Milliseconds scattered(Milliseconds pause) {
        return pause * (80 + int(QRandomGenerator::global()->bounded(41))) / 100;
    }

private:
    Milliseconds m_first, m_longest, m_next;
};

} // namespace meshwatch
