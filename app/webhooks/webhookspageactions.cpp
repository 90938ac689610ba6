// SPDX-License-Identifier: MIT
// What the page does with a configuration as a whole, and what it says of it.
#include "webhookspage.h"

#include "comparedialog.h"
#include "drilldialog.h"
#include "findingspanel.h"
#include "pagehead.h"
#include "runningwebhooks.h"
#include "sendheredialog.h"
#include "startpanel.h"
#include "targetform.h"
#include "targetlist.h"
#include "triggercounts.h"
#include "webhookediting.h"
#include "widgets/background.h"
#include "widgets/noticebar.h"
#include "widgets/theme.h"

#include <QFileInfo>
#include <QStackedWidget>
#include <QTabWidget>

namespace meshwatch {

using Place = WebhookConfiguration::Place;

void WebhooksPage::refresh() {
    const bool isBlank = !m_editing || m_editing->isBlank();
    m_stack->setCurrentIndex(!m_editing ? 0 : isBlank ? 1 : 2);
    m_head->setUsable(m_editing, !isBlank);
    m_findings->setFindings(isBlank ? Findings() : m_editing->findings());
    if (m_editing)
        m_start->setAsking(m_running->isAsking(m_editing->connection()));
    m_status.clear();
    if (!isBlank) {
        const WebhookConfiguration& configuration = m_editing->configuration();
        const QStringList parts{m_editing->verdict().kind == Verdict::Kind::Refused
                                    ? tr("the Connector would not start")
                                : !configuration.isEnabled() ? tr("switched off")
                                                             : tr("valid configuration"),
                                tr("%n target(s)", nullptr, int(configuration.targets().size())),
                                tr("%n trigger(s)", nullptr, int(configuration.triggers().size()))};
        m_status = parts.join(QStringLiteral(" · "));
        if (!m_editing->isExported())
            m_status += QStringLiteral(" · ") + tr("not exported yet");
    }
    refreshDrift();
    Q_EMIT statusChanged();
}

QColor WebhooksPage::statusColour() const {
    const Theme::Colours& c = Theme::colours();
    if (!m_editing || m_editing->verdict().kind == Verdict::Kind::Refused)
        return c.red;
    return m_editing->configuration().isEnabled() ? c.green : c.amber;
}

bool WebhooksPage::hasDrift() const {
    return std::any_of(m_editings.begin(), m_editings.end(),
                       [](const WebhookEditing* editing) { return !editing->differences().isEmpty(); });
}

void WebhooksPage::refreshDrift() {
    const int count = m_editing ? int(m_editing->differences().size()) : 0;
    m_head->setDrift(count);
    Q_EMIT driftChanged();
}

QStringList WebhooksPage::unexported() const {
    QStringList names;
    for (const Connection& one : m_workspace.connections()) {
        const WebhookEditing* editing = m_editings.value(one.id);
        if (editing && !editing->isBlank() && !editing->isExported())
            names.append(one.name);
    }
    return names;
}

void WebhooksPage::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    m_counts->setActive(true);
}

void WebhooksPage::hideEvent(QHideEvent* event) {
    QWidget::hideEvent(event);
    m_counts->setActive(false);
}

void WebhooksPage::goTo(const QString& place) {
    const QList<Place> places = m_editing->configuration().targets();
    for (const Place& target : places) {
        const QString pointer = WebhookConfiguration::pointer(target);
        if (place != pointer && !place.startsWith(pointer + QLatin1Char('/')))
            continue;
        m_targets->choose(target);
        m_tabs->setCurrentIndex(Target);
        return m_form->focusField(place.sliced(pointer.size()));
    }
    if (place.startsWith(QLatin1String("/modules/webhooks/webhooks/")) &&
        place.contains(QLatin1String("/triggers")))
        m_tabs->setCurrentIndex(Triggers);
    else if (place == QLatin1String("/modules/webhooks/enabled"))
        m_targets->focusSwitch();
    else
        m_tabs->setCurrentIndex(Json);
    if (m_tabs->currentIndex() != Target)
        m_tabs->currentWidget()->setFocus();
}

void WebhooksPage::takeRunning() {
    m_wanted = m_editing->connection();
    m_start->setProblem({});
    m_start->setAsking(true);
    m_running->ask(m_wanted);
}

void WebhooksPage::importFile(const QString& path) {
    inBackground(
        this, [path] { return ConfigurationFile::read(path); },
        [this, path, id = m_editing->connection()](const Result<QByteArray>& read) {
            if (!m_editing || m_editing->connection() != id)
                return;
            if (!read)
                return m_notices->show(importTopic(), read.error().text());
            import(*read, path);
        });
}

void WebhooksPage::import(const QByteArray& text, const QString& fileName) {
    const QString name = fileName.isEmpty() ? tr("the clipboard") : QFileInfo(fileName).fileName();
    const auto imported = ConfigurationFile::import(text, QFileInfo(fileName).fileName());
    if (!imported) {
        m_start->setProblem(m_editing->isBlank() ? imported.error().text() : QString());
        return m_notices->show(importTopic(), tr("%1: %2").arg(name, imported.error().text()));
    }
    m_files[m_editing->connection()] = {fileName, imported->format};
    m_editing->apply(imported->webhooks, tr("Import %1").arg(name));
    m_editing->markExported(); // the operator has it
    QString notice = tr("Imported from %1.").arg(name);
    if (!imported->unknown.isEmpty())
        notice += QLatin1Char(' ') + tr("What it only refers to is not known here: %1.")
                                         .arg(imported->unknown.join(QStringLiteral(", ")));
    m_notices->show(importTopic(), notice);
    m_start->setProblem({});
}

void WebhooksPage::sendHere() {
    const Connection* own = m_editing ? connection(m_editing->connection()) : nullptr;
    if (!own)
        return;
    if (m_workspace.webhookUrl(*own).isEmpty())
        return m_notices->show(importTopic(),
                               tr("Webhooks are not taken: no port could be opened. See Settings."));
    auto* dialog = new SendHereDialog(m_workspace.webhookUrl(*own), *own, m_sendHere->usual(*own), window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this,
            [this, dialog, id = own->id] { addOwnTarget(id, dialog->protection()); });
    dialog->open();
}

void WebhooksPage::addOwnTarget(ConnectionId id, Connection::ReceiverAuthentication protection) {
    const Connection* own = connection(id);
    if (!own || !m_editing || m_editing->connection() != id)
        return;
    m_editing->apply(m_sendHere->added(m_editing->configuration(), *own, protection), tr("Send to this app"));
    if (const auto place = m_sendHere->target(m_editing->configuration(), *own))
        m_targets->choose(*place);
    m_notices->show(
        importTopic(),
        tr("Export the configuration now and restart the Connector: it reads it only when it starts."));
}

ExportDialog* WebhooksPage::openExport(ExportDialog::Goal goal) {
    auto* dialog = new ExportDialog(m_editing->configuration(), goal, window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    const ConnectionId id = m_editing->connection();
    const Exported before = m_files.value(id);
    if (before.format)
        dialog->setFormat(*before.format);
    if (goal == ExportDialog::Goal::File)
        dialog->setPath(before.path);
    connect(dialog, &ExportDialog::exported, this, [this, dialog, id, goal] {
        if (!connection(id))
            return;
        if (goal == ExportDialog::Goal::File)
            m_files[id] = {dialog->path(), dialog->format()};
        editingOf(id)->markExported();
        m_notices->show(
            importTopic(),
            goal == ExportDialog::Goal::File
                ? tr("Written to %1. It counts from the Connector's next restart.").arg(dialog->path())
                : tr("Copied. It counts from the Connector's next restart."));
        m_sendHere->exported(editingOf(id)->configuration(), *connection(id));
    });
    dialog->open();
    return dialog;
}

void WebhooksPage::openCompare() {
    auto* dialog = new CompareDialog(*m_editing, *m_running, window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &CompareDialog::takeRequested, this, &WebhooksPage::takeRunning);
    dialog->open();
}

void WebhooksPage::openDrill() {
    auto* dialog = new DrillDialog(m_workspace, m_editing->connection(), window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

} // namespace meshwatch
