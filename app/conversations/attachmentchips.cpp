// SPDX-License-Identifier: MIT
#include "attachmentchips.h"

#include "widgets/format.h"
#include "widgets/icons.h"
#include "widgets/label.h"
#include "widgets/theme.h"

#include <meshwatch/messaging/maildraft.h>

#include <QFileInfo>
#include <QHBoxLayout>
#include <QToolButton>

namespace meshwatch {

namespace {

/// What fits in one line; the others are counted.
constexpr int mostShown = 4;

} // namespace

AttachmentChips::AttachmentChips(QWidget* parent)
    : QWidget(parent) {
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(6);
    connect(&Theme::instance(), &Theme::changed, this, &AttachmentChips::rebuild);
    hide();
}

void AttachmentChips::setFiles(const QStringList& files) {
    if (files == m_files)
        return;
    m_files = files;
    rebuild();
}

void AttachmentChips::add(const QStringList& files) {
    for (const QString& file : files) {
        if (!m_files.contains(file))
            m_files.append(file);
    }
    rebuild();
    Q_EMIT changed();
}

void AttachmentChips::setLocked(bool isLocked) {
    m_isLocked = isLocked;
    rebuild();
}

void AttachmentChips::rebuild() {
    while (QLayoutItem* item = layout()->takeAt(0)) {
        if (QWidget* widget = item->widget()) {
            // A button may be in the middle of its own click.
            widget->hide();
            widget->deleteLater();
        }
        delete item;
    }
    for (int i = 0; i < m_files.size() && i < mostShown; ++i)
        layout()->addWidget(chipOf(m_files[i]));
    if (m_files.size() > mostShown)
        layout()->addWidget(
            new Label(tr("and %n more", nullptr, int(m_files.size()) - mostShown), Label::Role::Muted));
    static_cast<QHBoxLayout*>(layout())->addStretch();
    setVisible(!m_files.isEmpty());
}

QWidget* AttachmentChips::chipOf(const QString& file) {
    const QFileInfo info(file);
    const bool isId = MailDraft::isFileId(file);
    const QString name = isId ? file : info.fileName();
    auto* chip = new QFrame;
    chip->setProperty("card", true);
    auto* line = new QHBoxLayout(chip);
    line->setContentsMargins(9, 2, 3, 2);
    line->setSpacing(6);
    auto* label = new Label(name);
    label->setEliding(true);
    label->setMaximumWidth(180);
    line->addWidget(label);
    if (!isId)
        line->addWidget(
            new Label(info.exists() ? Format::bytes(info.size()) : tr("missing"), Label::Role::Muted));
    auto* remove = new QToolButton;
    remove->setProperty("flat", true);
    remove->setIcon(Icons::get(QStringLiteral("cross"), Theme::colours().muted));
    remove->setIconSize({12, 12});
    remove->setStyleSheet(QStringLiteral("padding: 3px;"));
    remove->setToolTip(tr("Take away"));
    remove->setAccessibleName(tr("Take away %1").arg(name));
    remove->setEnabled(!m_isLocked);
    line->addWidget(remove);
    connect(remove, &QToolButton::clicked, this, [this, file] {
        m_files.removeOne(file);
        rebuild();
        Q_EMIT changed();
    });
    return chip;
}

} // namespace meshwatch
