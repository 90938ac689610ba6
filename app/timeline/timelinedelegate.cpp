// SPDX-License-Identifier: MIT
#include "timelinedelegate.h"

#include "widgets/badge.h"
#include "widgets/theme.h"

#include <QPainter>

namespace meshwatch {

namespace {

constexpr int padding = 8;

void drawText(QPainter& painter, const QRect& area, const QString& text, const QColor& colour) {
    painter.setPen(colour);
    const QFontMetrics metrics = painter.fontMetrics();
    const bool fits = metrics.horizontalAdvance(text) <= area.width();
    painter.drawText(area, Qt::AlignVCenter | Qt::AlignLeft | Qt::TextSingleLine,
                     fits ? text : metrics.elidedText(text, Qt::ElideRight, area.width()));
}

} // namespace

TimelineDelegate::TimelineDelegate(const TimelineModel& model, QObject* parent)
    : QStyledItemDelegate(parent)
    , m_model(model)
    , m_font(Theme::font())
    , m_monospace(Theme::monospace())
    , m_small(Theme::monospace()) {
    m_small.setPixelSize(11);
}

QSize TimelineDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const {
    return {80, rowHeight};
}

void TimelineDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                             const QModelIndex& index) const {
    const EventRow* row = m_model.row(index.row());
    if (!row)
        return;
    const Theme::Colours& c = Theme::colours();
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    if (option.state & QStyle::State_Selected)
        painter->fillRect(option.rect, c.selection);
    if (option.rect.left() == 0 && !m_colours.isEmpty()) {
        const QColor colour = m_colours.value(row->connection, c.line);
        painter->fillRect(QRect(option.rect.left(), option.rect.top() + 3, 3, option.rect.height() - 6),
                          colour);
    }
    QRect area = option.rect.adjusted(padding, 0, -padding, 0);
    if (const auto gaps = m_model.gapsBefore(index.row()); !gaps.empty()) {
        const QColor& colour = GapMarks::areLookedUp(gaps) ? c.muted : c.amber;
        paintGapLine(*painter, option.rect, colour);
        painter->setRenderHint(QPainter::Antialiasing);
        if (index.column() == TimelineModel::Summary)
            area = paintGapTitle(*painter, area, gaps, colour);
    }
    switch (index.column()) {
    case TimelineModel::Received:
        painter->setFont(m_monospace);
        drawText(*painter, area, m_model.text(*row, index.column()), c.text);
        break;
    case TimelineModel::Trigger:
        painter->setFont(m_monospace);
        // Triggers differ at their ends.
        Badge::paint(*painter, area, row->trigger, Theme::familyColour(row->family, row->isFailure),
                     Qt::ElideMiddle);
        break;
    case TimelineModel::Via:
        paintVia(*painter, area, *row);
        break;
    case TimelineModel::Lag:
        painter->setFont(m_monospace);
        drawText(*painter, area, m_model.text(*row, index.column()), c.muted);
        break;
    case TimelineModel::Peer:
        painter->setFont(row->peerName.isEmpty() && !row->peer.isEmpty() ? m_monospace : m_font);
        drawText(*painter, area, m_model.text(*row, index.column()), row->peer.isEmpty() ? c.muted : c.text);
        break;
    default:
        painter->setFont(m_font);
        drawText(*painter, area, m_model.text(*row, index.column()), c.text);
    }
    painter->restore();
}

/// A broken line towards the event before.
void TimelineDelegate::paintGapLine(QPainter& painter, const QRect& cell, const QColor& colour) const {
    painter.setRenderHint(QPainter::Antialiasing, false);
    QPen pen(colour, 1, Qt::CustomDashLine);
    pen.setDashPattern({4, 3});
    // The dashes of neighbouring cells meet.
    pen.setDashOffset(cell.left());
    painter.setPen(pen);
    const int y = m_model.isNewestOnTop() ? cell.bottom() : cell.top();
    painter.drawLine(cell.left(), y, cell.right(), y);
}

/// What is left of the area for the summary.
QRect TimelineDelegate::paintGapTitle(QPainter& painter, const QRect& area, std::span<const Gap> gaps,
                                      const QColor& colour) const {
    painter.setFont(m_small);
    const QString title = GapMarks::title(gaps);
    const int width = qMin(Badge::width(painter.fontMetrics(), title), area.width());
    Badge::paint(painter, area.adjusted(area.width() - width, 0, 0, 0), title, colour);
    return area.adjusted(0, 0, -width - padding, 0);
}

void TimelineDelegate::paintVia(QPainter& painter, const QRect& area, const EventRow& row) const {
    const Theme::Colours& c = Theme::colours();
    if (row.isRecovered) {
        painter.setFont(m_small);
        Badge::paint(painter, area, TimelineModel::tr("recovered"), c.amber);
        return;
    }
    painter.setFont(m_font);
    const QString text = m_model.text(row, TimelineModel::Via);
    drawText(painter, area, text, c.muted);
    if (row.arrivals > 1) {
        const int used = painter.fontMetrics().horizontalAdvance(text) + 6;
        painter.setFont(m_small);
        Badge::paint(painter, area.adjusted(used, 0, 0, 0), QStringLiteral("×%1").arg(row.arrivals), c.green);
    }
}

} // namespace meshwatch
