// SPDX-License-Identifier: MIT
#include "targetcard.h"

#include "widgets/badge.h"
#include "widgets/plaintext.h"
#include "widgets/theme.h"

#include <QPainter>

namespace meshwatch {

namespace {

constexpr int padding = 14;
constexpr int lineHeight = 22;
constexpr int dotSize = 9;

} // namespace

TargetCard::TargetCard(QWidget* parent)
    : QAbstractButton(parent) {
    setCheckable(true);
    setAutoExclusive(true);
    setFocusPolicy(Qt::TabFocus);
    setCursor(Qt::PointingHandCursor);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(&Theme::instance(), &Theme::changed, this, qOverload<>(&QWidget::update));
}

void TargetCard::setContent(const Content& content) {
    if (content == m_content)
        return;
    m_content = content;
    setAccessibleName(tr("Target %1").arg(content.name));
    setAccessibleDescription(
        QStringList{content.badge, content.url, content.health}.join(QStringLiteral(", ")));
    setToolTip(plainToolTip(content.url + QLatin1Char('\n') + content.health));
    update();
}

QSize TargetCard::sizeHint() const { return {320, 2 * padding + 3 * lineHeight - 4}; }

void TargetCard::paintEvent(QPaintEvent*) {
    const Theme::Colours& c = Theme::colours();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(isChecked() || hasFocus() ? c.accent : c.line, hasFocus() ? 1.6 : 1));
    painter.setBrush(underMouse() && !isChecked() ? c.background : c.panel);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.8, 0.8, -0.8, -0.8), 8, 8);

    QRect line(padding, padding - 2, width() - 2 * padding, lineHeight);
    QFont strong = Theme::font();
    strong.setWeight(QFont::DemiBold);
    painter.setFont(strong);
    painter.setPen(c.text);
    const int badge =
        m_content.badge.isEmpty() ? 0 : Badge::width(QFontMetrics(Theme::monospace()), m_content.badge) + 8;
    const QString name =
        painter.fontMetrics().elidedText(m_content.name, Qt::ElideRight, line.width() - badge);
    painter.drawText(line, Qt::AlignVCenter | Qt::AlignLeft | Qt::TextSingleLine, name);
    if (badge > 0) {
        const int at = painter.fontMetrics().horizontalAdvance(name) + 8;
        painter.setFont(Theme::monospace());
        Badge::paint(painter, line.adjusted(at, 0, 0, 0), m_content.badge, m_content.badgeColour);
    }
    line.translate(0, lineHeight);
    painter.setFont(Theme::monospace());
    painter.setPen(c.muted);
    painter.drawText(line, Qt::AlignVCenter | Qt::AlignLeft | Qt::TextSingleLine,
                     painter.fontMetrics().elidedText(m_content.url, Qt::ElideRight, line.width()));
    line.translate(0, lineHeight);
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_content.healthColour);
    painter.drawEllipse(QRectF(line.left(), line.center().y() - dotSize / 2.0 + 0.5, dotSize, dotSize));
    painter.setFont(Theme::font());
    painter.setPen(m_content.healthColour);
    const QRect text = line.adjusted(dotSize + 7, 0, 0, 0);
    painter.drawText(text, Qt::AlignVCenter | Qt::AlignLeft | Qt::TextSingleLine,
                     painter.fontMetrics().elidedText(m_content.health, Qt::ElideRight, text.width()));
}

} // namespace meshwatch
