// SPDX-License-Identifier: MIT
#include "emptystate.h"

#include "label.h"
#include "primarybutton.h"

#include <QPushButton>
#include <QVBoxLayout>

namespace meshwatch {

EmptyState::EmptyState(QWidget* parent)
    : QWidget(parent)
    , m_title(new Label(Label::Role::Title))
    , m_text(new Label(Label::Role::Muted))
    , m_action(new QPushButton) {
    auto* layout = new QVBoxLayout(this);
    layout->setSpacing(10);
    layout->addStretch(2);
    m_title->setAlignment(Qt::AlignCenter);
    layout->addWidget(m_title);
    m_text->setAlignment(Qt::AlignCenter);
    m_text->setWordWrap(true);
    m_text->setFixedWidth(m_textWidth);
    layout->addWidget(m_text, 0, Qt::AlignHCenter);
    layout->addSpacing(6);
    makePrimary(m_action);
    layout->addWidget(m_action, 0, Qt::AlignHCenter);
    layout->addStretch(3);
    connect(m_action, &QPushButton::clicked, this, &EmptyState::activated);
}

void EmptyState::setTextWidth(int width) {
    m_textWidth = width;
    m_text->setFixedWidth(width);
}

void EmptyState::set(const QString& title, const QString& text, const QString& action) {
    m_title->setText(title);
    m_text->setText(text);
    // A layout that centres a label gives its wrapped lines no height of their own.
    m_text->ensurePolished();
    m_text->setMinimumHeight(qMax(0, m_text->heightForWidth(m_textWidth)));
    m_action->setVisible(!action.isEmpty());
    m_action->setText(action);
    m_action->setAccessibleName(action);
}

} // namespace meshwatch
