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
    , m_kind(kind)
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
    if (kind == Kind::Secret || kind == Kind::Address) {
        m_show = new QToolButton;
        m_show->setText(tr("Show"));
        m_show->setCheckable(true);
        m_show->setAccessibleName(tr("Show: %1").arg(title));
        connect(m_show, &QToolButton::toggled, this, &LineField::veil);
        // What is being typed is seen; it is veiled when one leaves it.
        connect(m_edit, &QLineEdit::editingFinished, this, &LineField::veil);
        m_row->addWidget(m_show);
        veil();
    }
    connect(m_edit, &QLineEdit::textEdited, this, &LineField::edited);
}

void LineField::setText(const QString& text) {
    const bool isUnknown = text == QLatin1String(webhooksecrets::hidden);
    m_edit->setPlaceholderText(isUnknown ? tr("not known here") : QString());
    const QString shown = isUnknown ? QString() : text;
    if (shown == m_edit->text())
        return;
    m_edit->setText(shown);
    if (m_show)
        veil();
}

void LineField::veil() {
    const bool isSecret = m_kind == Kind::Secret || webhooksecrets::areInAddress(m_edit->text());
    m_show->setVisible(isSecret);
    m_edit->setEchoMode(isSecret && !m_show->isChecked() ? QLineEdit::Password : QLineEdit::Normal);
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
