// SPDX-License-Identifier: MIT
#include "matrixdelegate.h"

#include "triggermatrixmodel.h"
#include "widgets/badge.h"
#include "widgets/icons.h"
#include "widgets/theme.h"

#include <QKeyEvent>
#include <QPainter>

namespace meshwatch {

namespace {

constexpr int padding = 8;
constexpr int boxSize = 15;

QRect boxOf(const QRect& cell) {
    return {cell.left() + padding, cell.center().y() - boxSize / 2, boxSize, boxSize};
}

} // namespace

QSize MatrixDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex& index) const {
    const QFontMetrics metrics(index.column() == 0 ? Theme::monospace() : Theme::font());
    const QString text = index.data().toString();
    return {qMax(60, metrics.horizontalAdvance(text) + 4 * padding), rowHeight};
}

void MatrixDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                           const QModelIndex& index) const {
    const Theme::Colours& c = Theme::colours();
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    if (option.state & QStyle::State_HasFocus && option.widget && option.widget->hasFocus()) {
        painter->setPen(c.accent);
        painter->setBrush(c.selection);
        painter->drawRoundedRect(QRectF(option.rect).adjusted(1.5, 1.5, -1.5, -1.5), 4, 4);
    }
    const QRect area = option.rect.adjusted(padding, 0, -padding, 0);
    if (index.data(Qt::CheckStateRole).isValid()) {
        paintTick(painter, option, index);
    } else if (const auto colour = index.data(TriggerMatrixModel::ColourRole).value<QColor>();
               colour.isValid()) {
        painter->setFont(Theme::monospace());
        // Triggers differ at their ends.
        Badge::paint(*painter, area, index.data().toString(), colour, Qt::ElideLeft);
    } else {
        painter->setPen(c.muted);
        painter->drawText(area, Qt::AlignVCenter | Qt::AlignLeft, index.data().toString());
    }
    painter->restore();
}

void MatrixDelegate::paintTick(QPainter* painter, const QStyleOptionViewItem& option,
                               const QModelIndex& index) const {
    const Theme::Colours& c = Theme::colours();
    const auto state = index.data(Qt::CheckStateRole).value<Qt::CheckState>();
    const QRect box = boxOf(option.rect);
    const QColor markColour(0x2f, 0x6f, 0xed); // that of check boxes in both themes
    painter->setPen(state == Qt::Unchecked ? c.muted : state == Qt::Checked ? markColour : c.accent);
    painter->setBrush(state == Qt::Checked ? QBrush(markColour) : QBrush(Qt::NoBrush));
    painter->drawRoundedRect(QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4);
    // The tick of the check boxes is white; the other one takes any colour.
    if (state == Qt::Checked)
        Icons::get(QStringLiteral("tick")).paint(painter, box.adjusted(1, 1, -1, -1));
    else if (state == Qt::PartiallyChecked)
        Icons::get(QStringLiteral("check"), c.accent).paint(painter, box.adjusted(1, 1, -1, -1));
    QString note;
    QColor colour = c.muted;
    if (const int deliveries = index.data(TriggerMatrixModel::DeliveriesRole).toInt(); deliveries > 1) {
        note = QString::number(deliveries) + QStringLiteral("×");
        colour = c.amber;
    } else if (!index.data(TriggerMatrixModel::CoveredRole).toString().isEmpty()) {
        note = tr("by pattern");
    }
    if (note.isEmpty())
        return;
    QFont small = Theme::font();
    small.setPixelSize(11);
    painter->setFont(small);
    painter->setPen(colour);
    const QRect room = option.rect.adjusted(padding + boxSize + 6, 0, -2, 0);
    painter->drawText(room, Qt::AlignVCenter | Qt::AlignLeft,
                      QFontMetrics(small).horizontalAdvance(note) <= room.width() ? note : QString());
}

bool MatrixDelegate::editorEvent(QEvent* event, QAbstractItemModel*, const QStyleOptionViewItem& option,
                                 const QModelIndex& index) {
    if (!index.data(Qt::CheckStateRole).isValid())
        return false;
    if (event->type() == QEvent::MouseButtonRelease) {
        const auto* mouse = static_cast<QMouseEvent*>(event);
        if (mouse->button() != Qt::LeftButton ||
            !boxOf(option.rect).adjusted(-6, -6, 6, 6).contains(mouse->position().toPoint()))
            return false;
    } else if (event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        if (key != Qt::Key_Space && key != Qt::Key_Select)
            return false;
    } else {
        return false;
    }
    Q_EMIT toggled(index);
    return true;
}

} // namespace meshwatch
