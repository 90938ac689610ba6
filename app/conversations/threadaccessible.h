// SPDX-License-Identifier: MIT
#pragma once

#include <QAccessibleWidget>
#include <QHash>

namespace meshwatch {

class ThreadView;

/// A thread as screen readers meet it: a list with an item for each entry. Items are made when they are asked
/// for; the text of one that is not on the screen is read when the keyboard gets there.
class ThreadAccessible : public QAccessibleWidget {
public:
    explicit ThreadAccessible(ThreadView* view);
    ~ThreadAccessible() override;

    /// Lets Qt know of it; does nothing the second time.
    static void install();

    [[nodiscard]] int childCount() const override;
    [[nodiscard]] QAccessibleInterface* child(int index) const override;
    [[nodiscard]] int indexOfChild(const QAccessibleInterface* child) const override;
    [[nodiscard]] QAccessibleInterface* childAt(int x, int y) const override;
    [[nodiscard]] QAccessibleInterface* focusChild() const override;

private:
    [[nodiscard]] ThreadView* view() const;

    mutable QHash<int, QAccessible::Id> m_items; ///< by place
};

} // namespace meshwatch
