// SPDX-License-Identifier: MIT
#pragma once

#include <meshwatch/core/identifiers.h>

#include <deque>
#include <vector>

namespace meshwatch {

/// The list that a timeline shows, by position: 0 is the newest event, count() - 1 the oldest.
///
/// Without a filter it is a range of numbers and takes no memory, however many events there are. With a
/// filter it is the matches found so far: those that came while it was watched, and as far back as somebody
/// scrolled.
class EventOrder {
public:
    /// Shows every event of the range.
    void showAll(EventSeq first, EventSeq last);
    /// Shows matches; there are none until they are added.
    void showMatches();
    [[nodiscard]] bool isFiltered() const { return m_isFiltered; }

    /// Events up to `last` came (without a filter).
    void extend(EventSeq last);
    /// Newer matches, the newest first.
    void addNewer(const std::vector<EventSeq>& newestFirst);
    /// Older matches, the newest first.
    void addOlder(const std::vector<EventSeq>& newestFirst);
    /// The oldest kept event is `first` now.
    void trim(EventSeq first);
    /// Forgets the oldest matches beyond `most`; they can be found again. The newest that was forgotten, or
    /// none.
    [[nodiscard]] EventSeq forgetBeyond(qint64 most);

    [[nodiscard]] qint64 count() const;
    [[nodiscard]] bool isEmpty() const { return count() == 0; }
    /// None outside of the list.
    [[nodiscard]] EventSeq at(qint64 position) const;
    /// Where an event stands; of one that is not in the list, where the next older one stands (count() if
    /// there is none).
    [[nodiscard]] qint64 positionOf(EventSeq seq) const;
    [[nodiscard]] bool contains(EventSeq seq) const { return seq.isValid() && at(positionOf(seq)) == seq; }

private:
    bool m_isFiltered = false;
    EventSeq m_first;
    EventSeq m_last;
    std::deque<EventSeq> m_matches; ///< newest first
};

} // namespace meshwatch
