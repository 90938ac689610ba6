// SPDX-License-Identifier: MIT
#include "eventorder.h"

#include <QtGlobal>

#include <algorithm>

namespace meshwatch {

void EventOrder::showAll(EventSeq first, EventSeq last) {
    m_isFiltered = false;
    m_first = first;
    m_last = last;
    m_matches = {};
}

void EventOrder::showMatches() {
    m_isFiltered = true;
    m_matches = {};
}

void EventOrder::extend(EventSeq last) {
    if (last <= m_last)
        return;
    if (!m_first.isValid())
        m_first = {1};
    m_last = last;
}

void EventOrder::addNewer(const std::vector<EventSeq>& newestFirst) {
    m_matches.insert(m_matches.begin(), newestFirst.begin(), newestFirst.end());
}

void EventOrder::addOlder(const std::vector<EventSeq>& newestFirst) {
    m_matches.insert(m_matches.end(), newestFirst.begin(), newestFirst.end());
}

void EventOrder::trim(EventSeq first) {
    m_first = qMax(m_first, first);
    while (!m_matches.empty() && m_matches.back() < first)
        m_matches.pop_back();
}

EventSeq EventOrder::forgetBeyond(qint64 most) {
    if (!m_isFiltered || qint64(m_matches.size()) <= most)
        return {};
    const EventSeq forgotten = m_matches[size_t(most)];
    m_matches.resize(size_t(most));
    m_matches.shrink_to_fit();
    return forgotten;
}

qint64 EventOrder::count() const {
    if (m_isFiltered)
        return qint64(m_matches.size());
    return m_last.isValid() ? qMax<qint64>(0, m_last.value - m_first.value + 1) : 0;
}

EventSeq EventOrder::at(qint64 position) const {
    if (position < 0 || position >= count())
        return {};
    return m_isFiltered ? m_matches[size_t(position)] : EventSeq{m_last.value - position};
}

qint64 EventOrder::positionOf(EventSeq seq) const {
    if (!m_isFiltered)
        return qBound<qint64>(0, m_last.value - seq.value, count());
    const auto found = std::lower_bound(m_matches.begin(), m_matches.end(), seq,
                                        [](EventSeq match, EventSeq wanted) { return match > wanted; });
    return found - m_matches.begin();
}

} // namespace meshwatch
