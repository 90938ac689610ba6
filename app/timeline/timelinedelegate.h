// SPDX-License-Identifier: MIT
#pragma once

#include "timelinemodel.h"

#include <QStyledItemDelegate>

namespace meshwatch {

/// Paints a timeline's cells straight from the model's rows: no style, no document, no widget a cell, so that
/// a frame with forty rows takes a few milliseconds.
class TimelineDelegate : public QStyledItemDelegate {
    Q_OBJECT
public:
    /// Pixels of a row.
    static constexpr int rowHeight = 26;

    /// `model` must outlive the delegate.
    explicit TimelineDelegate(const TimelineModel& model, QObject* parent = nullptr);

    /// Colours of connections, shown as a bar at a row's left edge; empty while there is only one.
    void setConnectionColours(const QHash<ConnectionId, QColor>& colours) { m_colours = colours; }

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

private:
    void paintGapLine(QPainter& painter, const QRect& cell, const QColor& colour) const;
    [[nodiscard]] QRect paintGapTitle(QPainter& painter, const QRect& area, std::span<const Gap> gaps,
                                      const QColor& colour) const;
    void paintVia(QPainter& painter, const QRect& area, const EventRow& row) const;
    const TimelineModel& m_model;
    QHash<ConnectionId, QColor> m_colours;
    QFont m_font;
    QFont m_monospace;
    QFont m_small;
};

} // namespace meshwatch
