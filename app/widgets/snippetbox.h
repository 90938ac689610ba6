// SPDX-License-Identifier: MIT
#pragma once

#include <QFrame>

class QPlainTextEdit;
class QToolButton;

namespace meshwatch {

/// A piece of configuration to copy: read-only machine text with a copy button.
class SnippetBox : public QFrame {
    Q_OBJECT
public:
    explicit SnippetBox(QWidget* parent = nullptr);

    void setText(const QString& text);
    [[nodiscard]] QString text() const;
    void setAccessibleTitle(const QString& title);

private:
    void copy();
    QPlainTextEdit* m_text = nullptr;
    QToolButton* m_copy = nullptr;
};

} // namespace meshwatch
