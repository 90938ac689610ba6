// SPDX-License-Identifier: MIT
#include "badge.h"

#include "theme.h"

#include <QPainter>

namespace meshwatch {

namespace {
constexpr int badgePadding = 7;
constexpr int badgeHeight = 18;
} // namespace

Badge::Badge(const QString& text, const QColor& colour, QWidget* parent)
    : QWidget(parent)
    , m_text(text)
    , m_colour(colour) {
    setFont(Theme::monospace());
    setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    setAccessibleName(text);
    connect(&Theme::instance(), &Theme::changed, this, qOverload<>(&QWidget::update));
}

void Badge::setText(const QString& text) {
    m_text = text;
    setAccessibleName(text);
    updateGeometry();
    update();
}

void Badge::setColour(const QColor& colour) {
    m_colour = colour;
    update();
}

int Badge::width(const QFontMetrics& metrics, const QString& text) {
    return metrics.horizontalAdvance(text) + 2 * badgePadding;
}

QSize Badge::sizeHint() const { return {width(fontMetrics(), m_text), badgeHeight}; }

QSize Badge::minimumSizeHint() const {
    return {2 * badgePadding + fontMetrics().averageCharWidth() * 3, badgeHeight};
}

int Badge::paint(QPainter& painter, const QRect& area, const QString& text, const QColor& colour,
                 Qt::TextElideMode eliding) {
    const QFontMetrics metrics = painter.fontMetrics();
    int textWidth = metrics.horizontalAdvance(text);
    const int room = area.width() - 2 * badgePadding;
    if (room <= 0)
        return 0;
    QString shown = text;
    if (textWidth > room) {
        shown = metrics.elidedText(text, eliding, room);
        textWidth = metrics.horizontalAdvance(shown);
    }
    const QRect ground(area.left(), area.center().y() - badgeHeight / 2 + 1, textWidth + 2 * badgePadding,
                       badgeHeight);
    QColor tint = colour;
    tint.setAlpha(Theme::badgeAlpha());
    painter.setPen(Qt::NoPen);
    painter.setBrush(tint);
    painter.drawRoundedRect(ground, 4, 4);
    painter.setPen(colour);
    painter.drawText(ground, Qt::AlignCenter | Qt::TextSingleLine, shown);
    return ground.width();
}

void Badge::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    paint(painter, rect(), m_text, m_colour.isValid() ? m_colour : Theme::colours().muted);
}

} // namespace meshwatch
