// SPDX-License-Identifier: MIT
#pragma once

#include <QtGlobal>

#include <utility>

namespace meshwatch {

/// A figure “per second” out of a count that is looked at once a second, smoothed so that it can be read.
class SmoothedRate {
public:
    /// True if what is shown has changed.
    bool update(qint64 total) {
        const qint64 fresh = total - std::exchange(m_total, total);
        const double rate = m_rate + (double(fresh) - m_rate) * 0.4;
        return std::exchange(m_rate, rate < 0.05 ? 0 : rate) != m_rate || fresh > 0;
    }
    [[nodiscard]] double perSecond() const { return m_rate; }

private:
    qint64 m_total = 0;
    double m_rate = 0;
};

} // namespace meshwatch
