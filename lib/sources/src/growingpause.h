// SPDX-License-Identifier: MIT
#pragma once

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

private:
    Milliseconds m_first, m_longest, m_next;
};

} // namespace meshwatch
