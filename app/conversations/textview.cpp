// SPDX-License-Identifier: MIT
#include "textview.h"

#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace meshwatch {

TextView::TextView(const QString& title, const QString& text, QWidget* parent)
    : QDialog(parent) {
    setWindowTitle(title);
    resize(680, 520);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 16, 16, 16);
    layout->setSpacing(10);
    auto* edit = new QPlainTextEdit(text);
    edit->setReadOnly(true);
    edit->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    edit->setAccessibleName(title);
    edit->setTabChangesFocus(true);
    layout->addWidget(edit, 1);
    auto* close = new QPushButton(tr("Close"));
    connect(close, &QPushButton::clicked, this, &QDialog::reject);
    layout->addWidget(close, 0, Qt::AlignRight);
}

} // namespace meshwatch
