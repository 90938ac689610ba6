// SPDX-License-Identifier: MIT
#pragma once

#include <meshwatch/connector/reference.h>

#include <QFrame>

class QLineEdit;
class QPushButton;
class QStackedWidget;
class QToolButton;

namespace meshwatch {

class Label;
class QrView;

/// The reference of a template, token or file as QR code and text, to hand on. It holds the object's key: so
/// it is a secret, and shown only on demand.
class ReferenceCard : public QFrame {
    Q_OBJECT
public:
    explicit ReferenceCard(QWidget* parent = nullptr);

    /// Hidden until show() or the user asks for it.
    void setReference(const connector::Reference& reference, const QString& title);
    /// Shows the code.
    void reveal();
    [[nodiscard]] QrView& view() { return *m_view; }

private:
    QWidget* buildButtons();
    void copyText();
    void copyImage();
    void save();
    void saveTo(const QString& path);
    void say(const QString& text, bool isProblem = false);

    connector::Reference m_reference;
    QString m_title;
    QStackedWidget* m_stack = nullptr;
    QrView* m_view = nullptr;
    QPushButton* m_show = nullptr;
    QLineEdit* m_text = nullptr;
    QToolButton* m_eye = nullptr;
    QWidget* m_buttons = nullptr;
    Label* m_said = nullptr;
};

} // namespace meshwatch
