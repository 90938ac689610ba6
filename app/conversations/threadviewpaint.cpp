// SPDX-License-Identifier: MIT
// How a ThreadView paints, and what the mouse finds there.
#include "threadview.h"

#include "entrytexts.h"
#include "widgets/theme.h"

#include <QAccessible>
#include <QContextMenuEvent>
#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

namespace meshwatch {

void ThreadView::paintEvent(QPaintEvent*) {
    QPainter painter(viewport());
    const Theme::Colours& colours = Theme::colours();
    painter.fillRect(viewport()->rect(), colours.panel);
    if (!m_conversation)
        return;
    bool isWhole = !m_isIncomplete;
    const EntryBox::Spot* hovered = m_hoverId.isEmpty() ? nullptr : spotAt(m_mouse);
    for (const ThreadLayout::Place& place : m_layout.places()) {
        const int separator = separatorHeight(place.index);
        if (separator > 0)
            paintSeparator(painter, place.index, place.top);
        const QPoint at(0, place.top + separator);
        if (const auto box = boxOf(place.index)) {
            box->paint(painter, at, place.index == m_current && hasFocus(), hovered);
            continue;
        }
        isWhole = false;
        painter.setPen(Qt::NoPen);
        painter.setBrush(colours.background);
        painter.drawRoundedRect(QRect(17, at.y(), viewport()->width() - 58, place.height - separator - 7), 9,
                                9);
    }
    if (isWhole)
        Q_EMIT painted();
}

void ThreadView::paintSeparator(QPainter& painter, int index, int top) const {
    painter.setFont(Theme::font());
    painter.setPen(Theme::colours().muted);
    painter.drawText(QRect(0, top, viewport()->width(), 30), Qt::AlignCenter, dayAbove(index));
}

int ThreadView::indexAt(int y) const {
    for (const ThreadLayout::Place& place : m_layout.places()) {
        if (y >= place.top && y < place.bottom())
            return place.index;
    }
    return -1;
}

const EntryBox::Spot* ThreadView::spotAt(const QPoint& place, int* index) const {
    for (const ThreadLayout::Place& entry : m_layout.places()) {
        if (place.y() < entry.top || place.y() >= entry.bottom())
            continue;
        const auto box = boxOf(entry.index);
        if (index)
            *index = entry.index;
        return box ? box->spotAt(place - QPoint(0, entry.top + separatorHeight(entry.index))) : nullptr;
    }
    return nullptr;
}

QPoint ThreadView::placeOf(const EntryBox::Spot& spot, int index) const {
    for (const ThreadLayout::Place& place : m_layout.places()) {
        if (place.index == index)
            return spot.area.center() + QPoint(0, place.top + separatorHeight(index));
    }
    return {-1, -1};
}

QRect ThreadView::rectOf(int index) const {
    for (const ThreadLayout::Place& place : m_layout.places()) {
        if (place.index == index)
            return {0, place.top, viewport()->width(), place.height};
    }
    return {};
}

void ThreadView::mousePressEvent(QMouseEvent* event) {
    const int clicked = indexAt(event->pos().y());
    if (clicked < 0)
        return;
    int index = -1;
    const EntryBox::Spot* spot = spotAt(event->pos(), &index);
    // By value: to make it current may lay it out anew.
    const EntryBox::Spot pressedSpot = spot ? *spot : EntryBox::Spot();
    const bool isOnSpot = spot && spot->isEnabled && event->button() == Qt::LeftButton;
    if (m_current != clicked) {
        m_current = clicked;
        Q_EMIT currentChanged(clicked);
        announceCurrent();
        viewport()->update();
    }
    if (isOnSpot)
        Q_EMIT pressed(index, pressedSpot);
}

void ThreadView::mouseMoveEvent(QMouseEvent* event) {
    m_mouse = event->pos();
    int index = -1;
    const EntryBox::Spot* spot = spotAt(m_mouse, &index);
    m_hoverId = spot ? m_conversation->id(index) : QString();
    viewport()->setCursor(spot && spot->isEnabled ? Qt::PointingHandCursor : Qt::ArrowCursor);
    viewport()->update();
}

void ThreadView::leaveEvent(QEvent* event) {
    m_hoverId.clear();
    viewport()->update();
    QAbstractScrollArea::leaveEvent(event);
}

void ThreadView::contextMenuEvent(QContextMenuEvent* event) {
    if (event->reason() == QContextMenuEvent::Mouse) {
        const int index = indexAt(event->pos().y());
        if (index >= 0)
            Q_EMIT menuWanted(index, event->globalPos());
        return;
    }
    for (const ThreadLayout::Place& place : m_layout.places()) {
        if (place.index == m_current)
            Q_EMIT menuWanted(
                m_current, viewport()->mapToGlobal(QPoint(viewport()->width() / 2, qMax(place.top, 0) + 20)));
    }
}

void ThreadView::focusInEvent(QFocusEvent* event) {
    QAbstractScrollArea::focusInEvent(event);
    if (m_current < 0 && !m_layout.places().empty() && event->reason() != Qt::MouseFocusReason)
        setCurrent(m_layout.places().back().index);
    viewport()->update();
}

void ThreadView::focusOutEvent(QFocusEvent* event) {
    QAbstractScrollArea::focusOutEvent(event);
    viewport()->update();
}

bool ThreadView::viewportEvent(QEvent* event) {
    if (event->type() == QEvent::ToolTip) {
        const auto* help = static_cast<QHelpEvent*>(event);
        const EntryBox::Spot* spot = spotAt(help->pos());
        QString text;
        if (spot && spot->kind == EntryBox::Spot::Kind::Meta)
            text = tr("Show the event in the timeline");
        else if (spot && spot->kind == EntryBox::Spot::Kind::Attachment)
            text = tr("Show or save the attachment");
        QToolTip::showText(help->globalPos(), text, viewport());
        return true;
    }
    return QAbstractScrollArea::viewportEvent(event);
}

void ThreadView::announceCurrent() {
    if (!QAccessible::isActive() || m_current < 0)
        return;
    QAccessibleEvent event(this, QAccessible::Focus);
    event.setChild(m_current);
    QAccessible::updateAccessibility(&event);
}

} // namespace meshwatch
