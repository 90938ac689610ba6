// SPDX-License-Identifier: MIT
#include "label.h"

#include "plaintext.h"
#include "theme.h"

#include <QPainter>
#include <QStyle>

namespace meshwatch {

Label::Label(Role role, QWidget* parent)
    : QLabel(parent) {
    setTextFormat(Qt::PlainText);
    switch (role) {
    case Role::Text:
        break;
    case Role::Muted:
        setProperty("muted", true);
        break;
    case Role::Heading:
        setProperty("heading", true);
        break;
    case Role::Title:
        setProperty("title", true);
        break;
    case Role::Machine:
        setProperty("machine", true);
        setFont(Theme::monospace());
        break;
    }
}

Label::Label(const QString& text, Role role, QWidget* parent)
    : Label(role, parent) {
    setText(text);
}

void Label::setText(const QString& text) {
    if (text == QLabel::text())
        return;
    QLabel::setText(text);
    if (m_isEliding)
        setToolTip(plainToolTip(text));
}

void Label::setMood(Mood mood) {
    setProperty("muted", mood == Mood::Muted);
    setProperty("good", mood == Mood::Good);
    setProperty("problem", mood == Mood::Problem);
    style()->unpolish(this);
    style()->polish(this);
}

void Label::setEliding(bool isEliding) {
    m_isEliding = isEliding;
    setToolTip(isEliding ? plainToolTip(text()) : QString());
    updateGeometry();
}

void Label::setSelectable() {
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    setCursor(Qt::IBeamCursor);
}

QSize Label::minimumSizeHint() const {
    QSize size = QLabel::minimumSizeHint();
    if (m_isEliding)
        size.setWidth(qMin(size.width(), fontMetrics().averageCharWidth() * 4));
    return size;
}

void Label::paintEvent(QPaintEvent* event) {
    if (!m_isEliding || fontMetrics().horizontalAdvance(text()) <= contentsRect().width()) {
        QLabel::paintEvent(event);
        return;
    }
    QPainter painter(this);
    painter.setPen(palette().color(foregroundRole()));
    const QString shown = fontMetrics().elidedText(text(), Qt::ElideRight, contentsRect().width());
    painter.drawText(contentsRect(), int(alignment() | Qt::TextSingleLine), shown);
}

} // namespace meshwatch
