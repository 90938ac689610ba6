// SPDX-License-Identifier: MIT
#include "snippetbox.h"

#include "icons.h"
#include "theme.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QPlainTextEdit>
#include <QTimer>
#include <QToolButton>
#include <QVBoxLayout>

namespace meshwatch {

SnippetBox::SnippetBox(QWidget* parent)
    : QFrame(parent)
    , m_text(new QPlainTextEdit)
    , m_copy(new QToolButton(m_text)) {
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_text);
    m_text->setReadOnly(true);
    m_text->setFont(Theme::monospace());
    m_text->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_copy->setIcon(Icons::get(QStringLiteral("copy")));
    m_copy->setText(tr("Copy"));
    m_copy->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_copy->setCursor(Qt::ArrowCursor);
    // In the corner of the text, so that what it copies is plain.
    auto* corner = new QVBoxLayout(m_text);
    corner->setContentsMargins(8, 8, 8, 8);
    corner->addWidget(m_copy, 0, Qt::AlignTop | Qt::AlignRight);
    corner->addStretch(1);
    connect(m_copy, &QToolButton::clicked, this, &SnippetBox::copy);
    setAccessibleTitle(tr("Snippet"));
}

void SnippetBox::setText(const QString& text) { m_text->setPlainText(text); }

QString SnippetBox::text() const { return m_text->toPlainText(); }

void SnippetBox::setAccessibleTitle(const QString& title) {
    m_text->setAccessibleName(title);
    m_copy->setAccessibleName(tr("Copy: %1").arg(title));
}

void SnippetBox::copy() {
    QGuiApplication::clipboard()->setText(text());
    m_copy->setText(tr("Copied"));
    m_copy->setIcon(Icons::get(QStringLiteral("check"), Theme::colours().green));
    QTimer::singleShot(1500, this, [this] {
        m_copy->setText(tr("Copy"));
        m_copy->setIcon(Icons::get(QStringLiteral("copy")));
    });
}

} // namespace meshwatch
