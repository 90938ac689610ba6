// SPDX-License-Identifier: MIT
#include "celldelegate.h"

#include "badge.h"
#include "theme.h"

#include <QHeaderView>
#include <QPainter>
#include <QTableView>

namespace meshwatch {

namespace {
constexpr int cellPadding = 8;
}

void CellDelegate::dress(QTableView& table) {
    table.setItemDelegate(new CellDelegate(&table));
    table.setSelectionBehavior(QAbstractItemView::SelectRows);
    table.setSelectionMode(QAbstractItemView::ExtendedSelection);
    table.setEditTriggers(QAbstractItemView::NoEditTriggers);
    table.setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    table.setShowGrid(false);
    table.setTabKeyNavigation(false);
    table.setWordWrap(false);
    table.setContextMenuPolicy(Qt::CustomContextMenu);
    table.verticalHeader()->hide();
    table.verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    table.verticalHeader()->setDefaultSectionSize(rowHeight);
    table.horizontalHeader()->setHighlightSections(false);
    table.horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    table.horizontalHeader()->setMinimumSectionSize(40);
    QObject::connect(&Theme::instance(), &Theme::changed, table.viewport(), qOverload<>(&QWidget::update));
}

QSize CellDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const {
    return {80, rowHeight};
}

void CellDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                         const QModelIndex& index) const {
    const Theme::Colours& c = Theme::colours();
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    if (option.state & QStyle::State_Selected)
        painter->fillRect(option.rect, c.selection);
    if (const auto bar = index.data(BarRole).value<QColor>(); bar.isValid())
        painter->fillRect(QRect(option.rect.left(), option.rect.top() + 3, 3, option.rect.height() - 6), bar);
    const QRect area = option.rect.adjusted(cellPadding, 0, -cellPadding, 0);
    const QString text = index.data().toString();
    if (const auto badge = index.data(BadgeRole).value<QColor>(); badge.isValid()) {
        painter->setFont(Theme::monospace());
        Badge::paint(*painter, area, text, badge);
    } else {
        const QVariant own = index.data(Qt::FontRole);
        QFont font = own.isValid() ? own.value<QFont>() : Theme::font();
        if (index.data(StrongRole).toBool())
            font.setWeight(QFont::DemiBold);
        painter->setFont(font);
        painter->setPen(index.data(MutedRole).toBool() ? c.muted : c.text);
        painter->drawText(area, Qt::AlignVCenter | Qt::AlignLeft | Qt::TextSingleLine,
                          painter->fontMetrics().elidedText(text, Qt::ElideRight, area.width()));
    }
    painter->restore();
}

} // namespace meshwatch
