// SPDX-License-Identifier: MIT
#include "filefield.h"

#include <QFileDialog>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>

namespace meshwatch {

FileField::FileField(const QString& purpose, QWidget* parent)
    : QWidget(parent)
    , m_edit(new QLineEdit(this)) {
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_edit);
    m_edit->setAccessibleName(purpose);
    m_edit->setPlaceholderText(tr("none"));
    setFocusProxy(m_edit);
    auto* choose = new QPushButton(tr("Choose…"), this);
    choose->setAutoDefault(false);
    choose->setAccessibleName(tr("Choose: %1").arg(purpose));
    layout->addWidget(choose);
    connect(m_edit, &QLineEdit::textChanged, this, &FileField::changed);
    connect(choose, &QPushButton::clicked, this, [this, purpose] {
        const QString chosen = QFileDialog::getOpenFileName(
            this, purpose, path(), tr("PEM files (*.pem *.crt *.cer *.key);;All files (*)"));
        if (!chosen.isEmpty())
            m_edit->setText(chosen);
    });
}

QString FileField::path() const { return m_edit->text().trimmed(); }

void FileField::setPath(const QString& path) { m_edit->setText(path); }

} // namespace meshwatch
