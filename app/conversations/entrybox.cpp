// SPDX-License-Identifier: MIT
#include "entrybox.h"

#include "widgets/badge.h"
#include "widgets/icons.h"
#include "widgets/theme.h"

#include <QPainter>
#include <QTextLayout>

namespace meshwatch {

namespace {

constexpr int radius = 9;
constexpr int iconSize = 16;

void paintBubble(QPainter& painter, const EntryBox& box, bool isCurrent) {
    const Theme::Colours& colours = Theme::colours();
    if (box.look == EntryBox::Look::Quiet) {
        if (isCurrent) {
            painter.setPen(colours.accent);
            painter.setBrush(Qt::NoBrush);
            painter.drawRoundedRect(QRectF(box.bubble).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius);
        }
        return;
    }
    QColor line = colours.line;
    if (box.look == EntryBox::Look::Own)
        line = colours.selection;
    else if (box.look == EntryBox::Look::Waiting)
        line = colours.violet;
    painter.setPen(QPen(isCurrent ? colours.accent : line, isCurrent ? 1.5 : 1));
    painter.setBrush(box.look == EntryBox::Look::Own ? colours.selection : colours.background);
    painter.drawRoundedRect(QRectF(box.bubble).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius);
    if (box.headLine > 0) {
        QColor faint = colours.muted;
        faint.setAlpha(60);
        painter.setPen(QPen(faint, 1));
        painter.drawLine(box.bubble.left() + 1, box.headLine, box.bubble.right() - 1, box.headLine);
    }
}

void paintFile(QPainter& painter, const EntryBox::Spot& spot, bool isHovered) {
    const Theme::Colours& colours = Theme::colours();
    painter.setPen(isHovered ? colours.accent : colours.line);
    painter.setBrush(colours.panel);
    painter.drawRoundedRect(QRectF(spot.area).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6);
    QRect room = spot.area.adjusted(10, 0, -10, 0);
    const QRect icon(room.left(), room.center().y() - iconSize / 2 + 1, iconSize, iconSize);
    Icons::get(QStringLiteral("file"), colours.muted).paint(&painter, icon);
    room.setLeft(icon.right() + 8);
    painter.setFont(Theme::font());
    const QFontMetrics metrics = painter.fontMetrics();
    const int noteWidth = spot.note.isEmpty() ? 0 : metrics.horizontalAdvance(spot.note) + 8;
    const QString name = metrics.elidedText(spot.text, Qt::ElideMiddle, room.width() - noteWidth);
    painter.setPen(colours.text);
    painter.drawText(room, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine, name);
    painter.setPen(colours.muted);
    painter.drawText(room.adjusted(metrics.horizontalAdvance(name) + 8, 0, 0, 0),
                     Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine, spot.note);
}

void paintButton(QPainter& painter, const EntryBox::Spot& spot, bool isHovered) {
    const Theme::Colours& colours = Theme::colours();
    const bool isPrimary = spot.kind == EntryBox::Spot::Kind::Accept && spot.isEnabled;
    painter.setPen(isPrimary || (isHovered && spot.isEnabled) ? colours.accent : colours.line);
    painter.setBrush(isPrimary ? colours.accent : isHovered && spot.isEnabled ? colours.chip : colours.panel);
    painter.drawRoundedRect(QRectF(spot.area).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6);
    QFont font = Theme::font();
    font.setWeight(isPrimary ? QFont::DemiBold : QFont::Normal);
    painter.setFont(font);
    painter.setPen(!spot.isEnabled ? colours.muted : isPrimary ? colours.accentText : colours.text);
    painter.drawText(spot.area, Qt::AlignCenter | Qt::TextSingleLine, spot.text);
}

void paintLink(QPainter& painter, const EntryBox::Spot& spot, bool isHovered) {
    QFont font = Theme::font();
    font.setUnderline(isHovered);
    painter.setFont(font);
    painter.setPen(Theme::colours().accent);
    painter.drawText(spot.area, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine, spot.text);
}

void paintSpot(QPainter& painter, const EntryBox::Spot& spot, bool isHovered) {
    using Kind = EntryBox::Spot::Kind;
    switch (spot.kind) {
    case Kind::Meta:
        if (isHovered) {
            painter.setPen(Theme::colours().muted);
            painter.drawLine(spot.area.left(), spot.area.bottom(), spot.area.right(), spot.area.bottom());
        }
        break;
    case Kind::Attachment:
        paintFile(painter, spot, isHovered);
        break;
    case Kind::WholeText:
        paintLink(painter, spot, isHovered);
        break;
    case Kind::Accept:
    case Kind::AcceptSome:
    case Kind::Reject:
        paintButton(painter, spot, isHovered);
        break;
    }
}

} // namespace

const EntryBox::Spot* EntryBox::spotAt(const QPoint& place) const {
    for (const Spot& spot : spots) {
        if (spot.area.contains(place))
            return &spot;
    }
    return nullptr;
}

void EntryBox::paint(QPainter& painter, const QPoint& at, bool isCurrent, const Spot* hovered) const {
    painter.save();
    painter.translate(at);
    painter.setRenderHint(QPainter::Antialiasing);
    paintBubble(painter, *this, isCurrent);
    for (const Spot& spot : spots)
        paintSpot(painter, spot, &spot == hovered);
    painter.setFont(Theme::monospace());
    for (const Mark& mark : marks)
        Badge::paint(painter, mark.area, mark.text, mark.colour);
    for (const Text& text : texts) {
        painter.setPen(text.colour);
        text.layout->draw(&painter, text.at);
    }
    painter.restore();
}

} // namespace meshwatch
