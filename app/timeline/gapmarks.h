// SPDX-License-Identifier: MIT
#pragma once

#include <meshwatch/events/gap.h>

#include <QCoreApplication>
#include <QTimeZone>

#include <span>
#include <vector>

namespace meshwatch {

/// Where a list of events may lack something: the gaps, found by the events around them.
class GapMarks {
    Q_DECLARE_TR_FUNCTIONS(GapMarks)
public:
    /// `only` this connection's; an invalid one: all.
    void set(std::vector<Gap> gaps, ConnectionId only);

    /// The gaps that ended after one event came and until the next one did; in a list both stand next to each
    /// other.
    [[nodiscard]] std::span<const Gap> between(Micros older, Micros newer) const;

    /// "gap 17 s", of the longest; for a narrow place.
    [[nodiscard]] static QString title(std::span<const Gap> gaps);
    /// A line for each: by which channel nothing came, from when to when, and whether that has been looked
    /// up.
    [[nodiscard]] static QString words(std::span<const Gap> gaps, const QTimeZone& zone);
    /// Has the Connector been asked about all of them?
    [[nodiscard]] static bool areLookedUp(std::span<const Gap> gaps);

private:
    std::vector<Gap> m_gaps; ///< in the order in which they ended
};

} // namespace meshwatch
