// SPDX-License-Identifier: MIT
#include "sourcerow.h"

#include "widgets/badge.h"
#include "widgets/healthcolour.h"
#include "widgets/label.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>

namespace meshwatch {

SourceRow::SourceRow(QWidget* parent)
    : QFrame(parent)
    , m_dot(new Label(QStringLiteral("●")))
    , m_kind(new Badge)
    , m_place(new Label(Label::Role::Machine))
    , m_facts(new Label(Label::Role::Muted))
    , m_text(new Label)
    , m_result(new Label) {
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 8, 0, 8);
    layout->setSpacing(4);
    auto* head = new QHBoxLayout;
    head->setSpacing(8);
    head->addWidget(m_dot);
    head->addWidget(m_kind);
    m_place->setEliding(true);
    m_place->setSelectable();
    head->addWidget(m_place, 1);
    head->addWidget(m_facts);
    m_buttons = new QHBoxLayout;
    m_buttons->setSpacing(6);
    head->addLayout(m_buttons);
    layout->addLayout(head);
    m_text->setWordWrap(true);
    m_result->setWordWrap(true);
    m_result->hide();
    for (Label* below : {m_text, m_result}) {
        below->setContentsMargins(22, 0, 0, 0);
        layout->addWidget(below);
    }
}

void SourceRow::setContent(const Content& content) {
    m_dot->setStyleSheet(QStringLiteral("color: %1").arg(healthColour(content.health).name()));
    m_dot->setAccessibleName(content.text.isEmpty() ? content.kind : content.text);
    m_kind->setText(content.kind);
    m_kind->setColour(content.colour);
    m_place->setText(content.place);
    m_place->setAccessibleName(content.place.isEmpty() ? content.kind : content.place);
    m_facts->setText(content.facts.join(QStringLiteral("  ·  ")));
    m_text->setText(content.advice.isEmpty() ? content.text
                                             : content.text + QLatin1Char(' ') + content.advice);
    m_text->setMood(content.health == ConnectionStatus::Health::Bad ? Label::Mood::Problem
                                                                    : Label::Mood::Muted);
    m_text->setVisible(!content.text.isEmpty());
    setAccessibleName(content.kind + QLatin1Char(' ') + content.place);
}

void SourceRow::setResult(const QString& text, bool isGood) {
    m_result->setText(text);
    m_result->setMood(isGood ? Label::Mood::Good : Label::Mood::Problem);
    m_result->setVisible(!text.isEmpty());
}

QPushButton* SourceRow::addButton(const QString& text, const QString& purpose) {
    auto* button = new QPushButton(text, this);
    button->setAccessibleName(purpose);
    m_buttons->addWidget(button);
    return button;
}

} // namespace meshwatch
