// SPDX-License-Identifier: MIT
#include "siderow.h"

#include "widgets/theme.h"

#include <QFocusEvent>
#include <QPainter>

namespace meshwatch {

namespace {

constexpr int rowHeight = 30;
constexpr int sideMargin = 8;
constexpr int dotSize = 8;

} // namespace

SideRow::SideRow(const QString& text, QWidget* parent)
    : QAbstractButton(parent) {
    setText(text);
    setAccessibleName(text);
    setCheckable(true);
    setFocusPolicy(Qt::TabFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setAttribute(Qt::WA_Hover);
    setCursor(Qt::PointingHandCursor);
}

void SideRow::setDot(const QColor& colour) {
    if (colour == m_dot)
        return;
    m_dot = colour;
    update();
}

void SideRow::setFigure(const QString& figure, const QColor& colour) {
    if (figure == m_figure && colour == m_figureColour)
        return;
    m_figure = figure;
    m_figureColour = colour;
    setAccessibleDescription(figure);
    update();
}

void SideRow::focusInEvent(QFocusEvent* event) {
    m_isFocusShown = event->reason() == Qt::TabFocusReason || event->reason() == Qt::BacktabFocusReason;
    QAbstractButton::focusInEvent(event);
}

void SideRow::focusOutEvent(QFocusEvent* event) {
    m_isFocusShown = false;
    QAbstractButton::focusOutEvent(event);
}

QSize SideRow::sizeHint() const { return {160, rowHeight}; }

void SideRow::paintEvent(QPaintEvent*) {
    const Theme::Colours& colours = Theme::colours();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF ground = QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5);
    painter.setPen(m_isFocusShown ? QPen(colours.accent) : QPen(Qt::NoPen));
    painter.setBrush(isChecked()    ? QBrush(colours.selection)
                     : underMouse() ? QBrush(colours.chip)
                                    : QBrush(Qt::NoBrush));
    painter.drawRoundedRect(ground, 6, 6);

    QRect room = rect().adjusted(sideMargin, 0, -sideMargin, 0);
    if (m_dot.isValid()) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(m_dot);
        painter.drawEllipse(QRectF(room.left(), height() / 2.0 - dotSize / 2.0, dotSize, dotSize));
        room.setLeft(room.left() + dotSize + 8);
    }
    if (!m_figure.isEmpty()) {
        QFont small = font();
        small.setPixelSize(11);
        painter.setFont(small);
        painter.setPen(m_figureColour.isValid() ? m_figureColour : colours.muted);
        painter.drawText(room, Qt::AlignRight | Qt::AlignVCenter, m_figure);
        room.setRight(room.right() - QFontMetrics(small).horizontalAdvance(m_figure) - 8);
    }
    QFont name = font();
    name.setWeight(isChecked() ? QFont::DemiBold : QFont::Normal);
    painter.setFont(name);
    painter.setPen(colours.text);
    painter.drawText(room, Qt::AlignLeft | Qt::AlignVCenter,
                     QFontMetrics(name).elidedText(text(), Qt::ElideRight, room.width()));
}

} // namespace meshwatch
