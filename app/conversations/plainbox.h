// SPDX-License-Identifier: MIT
#pragma once

#include <QMessageBox>
#include <QPushButton>

#include <utility>

namespace meshwatch {

/// Message boxes whose text may come from anybody: plain text, and never in the way of the event loop.
class PlainBox {
public:
    static void warn(QWidget* window, const QString& title, const QString& text) {
        make(window, QMessageBox::Warning, title, text, QMessageBox::Ok)->open();
    }
    /// Asks before something happens; `action` names it on the button. `yes` is left out when `context` is
    /// gone.
    template<typename Yes>
    static void ask(QWidget* context, const QString& title, const QString& text, const QString& details,
                    const QString& action, Yes yes) {
        QMessageBox* box = make(context, QMessageBox::Question, title, text, QMessageBox::Cancel);
        box->setInformativeText(details);
        QPushButton* button = box->addButton(action, QMessageBox::AcceptRole);
        box->setDefaultButton(QMessageBox::Cancel);
        QObject::connect(button, &QPushButton::clicked, context, std::move(yes));
        box->open();
    }

private:
    static QMessageBox* make(QWidget* window, QMessageBox::Icon icon, const QString& title,
                             const QString& text, QMessageBox::StandardButtons buttons) {
        auto* box = new QMessageBox(icon, title, text, buttons, window);
        box->setTextFormat(Qt::PlainText);
        box->setAttribute(Qt::WA_DeleteOnClose);
        return box;
    }
};

} // namespace meshwatch
