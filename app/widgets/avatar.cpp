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
    m_name = name;
    setAccessibleName(name);
    update();
}

void Avatar::paint(QPainter& painter, const QRect& area, const QString& address, const QString& name) {
    const Theme::Colours& colours = Theme::colours();
    const QColor choices[] = {colours.violet, colours.accent, colours.teal, colours.green, colours.amber};
    // Not qHash: its seed differs from run to run.
    uint sum = 0;
    for (const QChar c : address)
        sum = sum * 31 + c.unicode();
    painter.setPen(Qt::NoPen);
    painter.setBrush(address.isEmpty() ? colours.muted : choices[sum % std::size(choices)]);
    painter.drawEllipse(area);
    const QStringList words = name.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    QString initials = words.isEmpty() ? QString() : words.first().left(1);
    if (words.size() > 1)
        initials += words.last().left(1);
    QFont font = Theme::font();
    font.setPixelSize(12);
    font.setWeight(QFont::DemiBold);
    painter.setFont(font);
    painter.setPen(colours.panel);
    painter.drawText(area, Qt::AlignCenter, initials.isEmpty() ? QStringLiteral("•") : initials.toUpper());
}

void Avatar::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    paint(painter, rect(), m_address, m_name);
}

} // namespace meshwatch
