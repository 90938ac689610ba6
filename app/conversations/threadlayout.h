// SPDX-License-Identifier: MIT
#pragma once

#include <functional>
#include <vector>

namespace meshwatch {

/// Where the entries of a thread lie on the screen, when heights are known only of what is near it.
///
/// Everything hangs on one entry, the anchor, at or above the upper edge: what is inserted or measured
/// elsewhere moves nothing that is being read. At the end of the thread the anchor is its lower edge, so that
/// what comes is seen.
class ThreadLayout {
public:
    struct Place {
        int index = 0;
        int top = 0; ///< in the viewport
        int height = 0;
        [[nodiscard]] int bottom() const { return top + height; }
    };
    using Height = std::function<int(int index)>;
    /// Space above the first and below the last entry.
    static constexpr int margin = 12;

    void reset(int count);
    void inserted(int first, int count);
    void setViewportHeight(int height) { m_viewport = height; }
    [[nodiscard]] int count() const { return m_count; }

    [[nodiscard]] bool isAtEnd() const { return m_isAtEnd; }
    void goToEnd() { m_isAtEnd = true; }
    /// Moves an entry's top to `top` in the viewport.
    void goTo(int index, int top);
    /// Moves the entry at which the given part of all entries has passed (from 0 to count()) to the top.
    void goToPosition(double position);
    /// Towards the end if positive.
    void scrollBy(int pixels);
    /// Moves as little as possible so that an entry is seen; its beginning counts. To be called after
    /// update(), before the next.
    void reveal(int index, const Height& height);

    /// Places what is on the screen. `height` is asked for these and for few around them only.
    const std::vector<Place>& update(const Height& height);
    [[nodiscard]] const std::vector<Place>& places() const { return m_places; }
    /// Entries above the upper edge, parts of one included.
    [[nodiscard]] double position() const;
    /// Entries on the screen, parts of one included.
    [[nodiscard]] double shown() const;

private:
    void placeFromEnd(const Height& height);
    void placeFromAnchor(const Height& height);
    void chooseAnchor();

    int m_count = 0;
    int m_viewport = 0;
    int m_anchor = 0;
    int m_top = margin;
    double m_part =
        -1; ///< of the anchor's height that lies above the edge, until its height is asked; -1: none
    bool m_isAtEnd = true;
    std::vector<Place> m_places;
};

} // namespace meshwatch
