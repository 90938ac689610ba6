// SPDX-License-Identifier: MIT
#include "avatar.h"

#include "theme.h"

#include <QPainter>

namespace meshwatch {

namespace {
constexpr int diameter = 30;
}

Avatar::Avatar(QWidget* parent)
    : QWidget(parent) {
    setFixedSize(diameter, diameter);
    connect(&Theme::instance(), &Theme::changed, this, qOverload<>(&QWidget::update));
}

void Avatar::setPeer(const QString& address, const QString& name) {
    m_address = address;
    m_initials.clear();
    const QStringList words = name.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    if (!words.isEmpty())
        m_initials = words.first().left(1);
    if (words.size() > 1)
        m_initials += words.last().left(1);
    m_initials = m_initials.toUpper();
    setAccessibleName(name);
    update();
}

void Avatar::paintEvent(QPaintEvent*) {
    const Theme::Colours& colours = Theme::colours();
    const QColor choices[] = {colours.violet, colours.accent, colours.teal, colours.green, colours.amber};
    // Not qHash: its seed differs from run to run.
    uint sum = 0;
    for (const QChar c : std::as_const(m_address))
        sum = sum * 31 + c.unicode();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_address.isEmpty() ? colours.muted : choices[sum % std::size(choices)]);
    painter.drawEllipse(rect());
    QFont font = Theme::font();
    font.setPixelSize(12);
    font.setWeight(QFont::DemiBold);
    painter.setFont(font);
    painter.setPen(colours.panel);
    painter.drawText(rect(), Qt::AlignCenter, m_initials.isEmpty() ? QStringLiteral("•") : m_initials);
}

} // namespace meshwatch
