// SPDX-License-Identifier: MIT
#include "linefield.h"

#include "widgets/label.h"
#include "widgets/theme.h"

#include <meshwatch/webhooks/webhooksecrets.h>

#include <QHBoxLayout>
#include <QToolButton>

namespace meshwatch {

LineField::LineField(const QString& title, Kind kind, const QString& name, QWidget* parent)
    : QWidget(parent)
    , m_row(new QHBoxLayout)
    , m_edit(new QLineEdit)
    , m_problem(new Label) {
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    auto* label = new Label(title, Label::Role::Muted);
    label->setBuddy(m_edit);
    layout->addWidget(label);
    m_row->setSpacing(6);
    m_row->addWidget(m_edit, 1);
    layout->addLayout(m_row);
    m_problem->setWordWrap(true);
    m_problem->setObjectName(name + QStringLiteral("Problem"));
    m_problem->hide();
    layout->addWidget(m_problem);
    m_edit->setObjectName(name);
    m_edit->setAccessibleName(title);
    if (kind != Kind::Text)
        m_edit->setFont(Theme::monospace());
    if (kind == Kind::Secret) {
        m_edit->setEchoMode(QLineEdit::Password);
        auto* show = new QToolButton;
        show->setText(tr("Show"));
        show->setCheckable(true);
        show->setAccessibleName(tr("Show: %1").arg(title));
        connect(show, &QToolButton::toggled, this, [this](bool isShown) {
            m_edit->setEchoMode(isShown ? QLineEdit::Normal : QLineEdit::Password);
        });
        m_row->addWidget(show);
    }
    connect(m_edit, &QLineEdit::textEdited, this, &LineField::edited);
}

void LineField::setText(const QString& text) {
    const bool isUnknown = text == QLatin1String(webhooksecrets::hidden);
    m_edit->setPlaceholderText(isUnknown ? tr("not known here") : QString());
    const QString shown = isUnknown ? QString() : text;
    if (shown != m_edit->text())
        m_edit->setText(shown);
}

void LineField::setFindings(const Findings& findings) {
    QStringList lines;
    bool isError = false;
    for (const Finding& finding : findings) {
        isError = isError || finding.severity == Finding::Severity::Error;
        lines.append(finding.advice.isEmpty() ? finding.message
                                              : finding.message + QLatin1Char(' ') + finding.advice);
    }
    m_problem->setText(lines.join(QLatin1Char('\n')));
    m_problem->setVisible(!lines.isEmpty());
    const Theme::Colours& c = Theme::colours();
    m_problem->setStyleSheet(
        QStringLiteral("color: %1; font-size: 12px").arg((isError ? c.red : c.amber).name()));
    m_edit->setStyleSheet(lines.isEmpty()
                              ? QString()
                              : QStringLiteral("border-color: %1").arg((isError ? c.red : c.amber).name()));
    m_edit->setAccessibleDescription(m_problem->text());
}

void LineField::addButton(QWidget* button) { m_row->addWidget(button); }

QString LineField::problem() const { return m_problem->text(); }

} // namespace meshwatch
