// SPDX-License-Identifier: MIT
#include "templatemenu.h"

#include "plainbox.h"
#include "widgets/plaintext.h"

#include <QDir>
#include <QFileDialog>
#include <QInputDialog>
#include <QMenu>
#include <QStandardPaths>

namespace meshwatch {

TemplateMenu::TemplateMenu(MessageTemplateStore& store, QWidget* parent)
    : QToolButton(parent)
    , m_store(store)
    , m_menu(new QMenu(this)) {
    setPopupMode(QToolButton::InstantPopup);
    setMenu(m_menu);
    setToolTip(tr("Texts to write again and again, with variables such as {{peer.GivenName}}"));
    connect(m_menu, &QMenu::aboutToShow, this, &TemplateMenu::fill);
    setUsed({});
}

void TemplateMenu::setUsed(const QString& name) {
    m_used = name;
    const QString text = name.isEmpty() ? tr("Template") : tr("Template: %1").arg(name);
    setText(fontMetrics().elidedText(plainMenuText(text), Qt::ElideRight, 170) + QStringLiteral(" ▾"));
    setAccessibleName(text);
}

void TemplateMenu::fill() {
    m_menu->clear();
    for (const MessageTemplate& known : m_store.templates())
        m_menu->addAction(plainMenuText(known.name), this, [this, known] {
            setUsed(known.name);
            Q_EMIT chosen(known);
        });
    if (m_store.templates().empty())
        m_menu->addAction(tr("No templates yet"))->setEnabled(false);
    m_menu->addSeparator();
    m_menu->addAction(tr("Save as template…"), this, &TemplateMenu::saveRequested);
    if (!m_used.isEmpty() && m_store.find(m_used))
        m_menu->addAction(tr("Delete “%1”").arg(plainMenuText(m_used)), this, [this] { remove(m_used); });
    m_menu->addSeparator();
    m_menu->addAction(tr("Import…"), this, &TemplateMenu::importFile);
    m_menu->addAction(tr("Export…"), this, &TemplateMenu::exportFile)
        ->setEnabled(!m_store.templates().empty());
}

void TemplateMenu::saveAs(MessageTemplate written) {
    auto* dialog = new QInputDialog(this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("Save as template"));
    dialog->setLabelText(tr("Name of the template; a known one is replaced:"));
    dialog->setTextValue(m_used.isEmpty() ? written.subject : m_used);
    connect(dialog, &QInputDialog::textValueSelected, this, [this, written](const QString& name) mutable {
        written.name = name.simplified();
        if (!written.name.isEmpty())
            keep(written);
    });
    dialog->open();
}

void TemplateMenu::keep(const MessageTemplate& written) {
    m_store.put(written);
    setUsed(written.name);
    tell(m_store.save());
}

void TemplateMenu::remove(const QString& name) {
    m_store.remove(name);
    setUsed({});
    tell(m_store.save());
}

void TemplateMenu::importFile() {
    auto* dialog = new QFileDialog(this, tr("Import templates"), {}, tr("Templates (*.json);;All files (*)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString& path) {
        const auto added = m_store.importFrom(path);
        tell(added ? m_store.save() : Result<void>(added.error()));
    });
    dialog->open();
}

void TemplateMenu::exportFile() {
    const QDir folder(QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation));
    auto* dialog = new QFileDialog(this, tr("Export templates"), folder.path(), tr("Templates (*.json)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QStringLiteral("json"));
    dialog->selectFile(QStringLiteral("templates.json"));
    connect(dialog, &QFileDialog::fileSelected, this,
            [this](const QString& path) { tell(m_store.exportTo(path)); });
    dialog->open();
}

void TemplateMenu::tell(const Result<void>& result) {
    if (!result)
        PlainBox::warn(this, tr("Templates"), result.error().text());
}

} // namespace meshwatch
