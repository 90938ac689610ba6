// SPDX-License-Identifier: MIT
#pragma once

#include <QStyledItemDelegate>

class QTableView;

namespace meshwatch {

/// Draws the cells of tables as the timeline draws its own: badges, muted figures, a bar in the colour of the
/// connection.
class CellDelegate : public QStyledItemDelegate {
    Q_OBJECT
public:
    /// What a model may say of a cell beside its text.
    enum Role {
        BadgeRole = Qt::UserRole + 100, ///< QColor: the text is a badge
        BarRole,                        ///< QColor of a bar at the left, in the first column
        MutedRole,                      ///< bool
        StrongRole,                     ///< bool
    };
    static constexpr int rowHeight = 30;

    using QStyledItemDelegate::QStyledItemDelegate;

    /// Rows, no grid, several can be chosen; the header as on every page.
    static void dress(QTableView& table);

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
};

} // namespace meshwatch
