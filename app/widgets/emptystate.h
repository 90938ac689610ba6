// SPDX-License-Identifier: MIT
#pragma once

#include <QWidget>

class QPushButton;

namespace meshwatch {

class Label;

/// What a page shows while it has nothing: what is missing, and the one thing to do about it.
class EmptyState : public QWidget {
    Q_OBJECT
public:
    explicit EmptyState(QWidget* parent = nullptr);

    /// An empty `action` shows no button.
    void set(const QString& title, const QString& text, const QString& action = {});
    /// For narrow places; to be called before set().
    void setTextWidth(int width);

Q_SIGNALS:
    void activated();

private:
    int m_textWidth = 420;
    Label* m_title = nullptr;
    Label* m_text = nullptr;
    QPushButton* m_action = nullptr;
};

} // namespace meshwatch
