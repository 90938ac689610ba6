// SPDX-License-Identifier: MIT
#include "threadlayout.h"

#include <algorithm>
#include <cmath>

namespace meshwatch {

void ThreadLayout::reset(int count) {
    m_count = count;
    m_anchor = 0;
    m_top = margin;
    m_part = -1;
    m_isAtEnd = true;
    m_places.clear();
}

void ThreadLayout::inserted(int first, int count) {
    m_count += count;
    if (first <= m_anchor)
        m_anchor += count;
    m_places.clear();
}

void ThreadLayout::goTo(int index, int top) {
    m_isAtEnd = false;
    m_anchor = std::clamp(index, 0, std::max(0, m_count - 1));
    m_top = top;
    m_part = -1;
}

void ThreadLayout::goToPosition(double position) {
    const double within = std::clamp(position, 0.0, double(std::max(0, m_count - 1)));
    goTo(int(within), 0);
    m_part = within - std::floor(within);
    if (m_anchor == 0 && m_part == 0)
        m_top = margin;
}

void ThreadLayout::scrollBy(int pixels) {
    if (m_isAtEnd && pixels >= 0)
        return;
    m_isAtEnd = false;
    m_top -= pixels;
}

void ThreadLayout::reveal(int index, const Height& height) {
    for (const Place& place : m_places) {
        if (place.index != index)
            continue;
        if (place.top < margin)
            scrollBy(place.top - margin);
        else if (place.bottom() > m_viewport - margin)
            scrollBy(std::min(place.top - margin, place.bottom() - m_viewport + margin));
        return;
    }
    const bool isAbove = m_places.empty() || index < m_places.front().index;
    goTo(index, isAbove ? margin : std::max(margin, m_viewport - margin - height(index)));
}

void ThreadLayout::placeFromEnd(const Height& height) {
    int y = m_viewport - margin;
    for (int i = m_count - 1; i >= 0 && y > 0; --i) {
        const int entryHeight = height(i);
        y -= entryHeight;
        m_places.push_back({i, y, entryHeight});
    }
    std::reverse(m_places.begin(), m_places.end());
    // A thread that does not fill the screen begins at its top.
    if (!m_places.empty() && m_places.front().index == 0 && m_places.front().top > margin) {
        const int shift = m_places.front().top - margin;
        for (Place& place : m_places)
            place.top -= shift;
    }
}

void ThreadLayout::placeFromAnchor(const Height& height) {
    if (m_part >= 0) {
        m_top = m_part > 0 ? -int(m_part * height(m_anchor)) : m_top;
        m_part = -1;
    }
    int y = m_top;
    for (int i = m_anchor - 1; i >= 0 && y > 0; --i) {
        const int entryHeight = height(i);
        y -= entryHeight;
        m_places.push_back({i, y, entryHeight});
    }
    std::reverse(m_places.begin(), m_places.end());
    const bool isAboveBeginning = y > margin;
    y = isAboveBeginning ? margin : y;
    int next = isAboveBeginning ? 0 : m_anchor;
    if (isAboveBeginning)
        m_places.clear();
    else
        y = m_top;
    for (; next < m_count && y < m_viewport; ++next) {
        const int entryHeight = height(next);
        m_places.push_back({next, y, entryHeight});
        y += entryHeight;
    }
    if (next == m_count && y <= m_viewport - margin) {
        m_isAtEnd = true;
        m_places.clear();
        placeFromEnd(height);
    }
}

const std::vector<ThreadLayout::Place>& ThreadLayout::update(const Height& height) {
    m_places.clear();
    if (m_count == 0)
        return m_places;
    m_anchor = std::clamp(m_anchor, 0, m_count - 1);
    if (m_isAtEnd)
        placeFromEnd(height);
    else
        placeFromAnchor(height);
    std::erase_if(m_places,
                  [this](const Place& place) { return place.bottom() <= 0 || place.top >= m_viewport; });
    chooseAnchor();
    return m_places;
}

void ThreadLayout::chooseAnchor() {
    if (m_places.empty())
        return;
    m_anchor = m_places.front().index;
    m_top = m_places.front().top;
}

double ThreadLayout::position() const {
    if (m_places.empty())
        return 0;
    const Place& first = m_places.front();
    return first.index + (first.top < 0 ? double(-first.top) / std::max(1, first.height) : 0.0);
}

double ThreadLayout::shown() const {
    double shown = 0;
    for (const Place& place : m_places) {
        const int visible = std::min(place.bottom(), m_viewport) - std::max(place.top, 0);
        shown += double(std::max(0, visible)) / std::max(1, place.height);
    }
    return shown;
}

} // namespace meshwatch
