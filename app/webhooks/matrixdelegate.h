// SPDX-License-Identifier: MIT
#pragma once

#include <QStyledItemDelegate>

namespace meshwatch {

/// Draws the matrix of triggers: badges, ticks, and “by pattern” where one covers the trigger.
class MatrixDelegate : public QStyledItemDelegate {
    Q_OBJECT
public:
    static constexpr int rowHeight = 27;

    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    /// A click on a tick toggles it, as does the space bar.
    bool editorEvent(QEvent* event, QAbstractItemModel* model, const QStyleOptionViewItem& option,
                     const QModelIndex& index) override;

Q_SIGNALS:
    void toggled(const QModelIndex& index);

private:
    void paintTick(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const;
};

} // namespace meshwatch
