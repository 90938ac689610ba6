// SPDX-License-Identifier: MIT
#include "comparedialog.h"

#include "runningwebhooks.h"
#include "webhookediting.h"
#include "widgets/label.h"
#include "widgets/theme.h"

#include <meshwatch/webhooks/runningconfiguration.h>

#include <QHBoxLayout>
#include <QHeaderView>
#include <QPushButton>
#include <QTreeWidget>

namespace meshwatch {

namespace {

QString kindTitle(ConfigurationDifference::Kind kind) {
    switch (kind) {
    case ConfigurationDifference::Kind::Added:
        return CompareDialog::tr("only here");
    case ConfigurationDifference::Kind::Removed:
        return CompareDialog::tr("only running");
    case ConfigurationDifference::Kind::Renamed:
        return CompareDialog::tr("renamed");
    case ConfigurationDifference::Kind::Changed:
        break;
    }
    return CompareDialog::tr("changed");
}

} // namespace

CompareDialog::CompareDialog(WebhookEditing& editing, RunningWebhooks& running, QWidget* parent)
    : QDialog(parent)
    , m_editing(&editing)
    , m_running(running)
    , m_summary(new Label)
    , m_list(new QTreeWidget)
    , m_take(new QPushButton(tr("Work on the running one")))
    , m_again(new QPushButton(tr("Ask again"))) {
    setWindowTitle(tr("Compare with the running Connector"));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(20, 18, 20, 16);
    layout->setSpacing(12);
    layout->addWidget(new Label(windowTitle(), Label::Role::Title));
    m_summary->setObjectName(QStringLiteral("compareSummary"));
    m_summary->setWordWrap(true);
    layout->addWidget(m_summary);
    m_list->setObjectName(QStringLiteral("differences"));
    m_list->setAccessibleName(tr("Differences"));
    m_list->setHeaderLabels({tr("Where"), tr("What"), tr("Running"), tr("Here")});
    m_list->setProperty("table", true);
    m_list->setRootIsDecorated(false);
    m_list->setWordWrap(true);
    m_list->header()->setAccessibleName(tr("Columns"));
    m_list->header()->resizeSection(0, 280);
    m_list->header()->resizeSection(1, 100);
    m_list->header()->resizeSection(2, 190);
    layout->addWidget(m_list, 1);
    auto* note = new Label(RunningConfiguration::operatorWarning(), Label::Role::Muted);
    note->setWordWrap(true);
    layout->addWidget(note);
    auto* buttons = new QHBoxLayout;
    m_take->setObjectName(QStringLiteral("takeRunning"));
    m_take->setAutoDefault(false);
    m_again->setAutoDefault(false);
    auto* close = new QPushButton(tr("Close"));
    buttons->addWidget(m_take);
    buttons->addWidget(m_again);
    buttons->addStretch();
    buttons->addWidget(close);
    layout->addLayout(buttons);
    connect(close, &QPushButton::clicked, this, &QDialog::accept);
    connect(m_again, &QPushButton::clicked, this, &CompareDialog::ask);
    connect(m_take, &QPushButton::clicked, this, [this] {
        Q_EMIT takeRequested();
        accept();
    });
    connect(&editing, &WebhookEditing::driftChanged, this, &CompareDialog::refresh);
    connect(&running, &RunningWebhooks::failed, this, [this](ConnectionId connection, const Error& error) {
        if (!m_editing || connection != m_editing->connection())
            return;
        m_summary->setText(error.text());
        m_again->setEnabled(true);
    });
    refresh();
    ask();
    resize(960, 480);
}

void CompareDialog::ask() {
    if (!m_editing)
        return;
    if (!m_editing->running())
        m_summary->setText(tr("Asking the Connector…"));
    m_again->setEnabled(false);
    m_running.ask(m_editing->connection());
}

void CompareDialog::refresh() {
    m_list->clear();
    m_take->setEnabled(m_editing && m_editing->running());
    if (!m_editing || !m_editing->running())
        return;
    m_again->setEnabled(true);
    const Theme::Colours& c = Theme::colours();
    for (const ConfigurationDifference& difference : m_editing->differences()) {
        auto* item = new QTreeWidgetItem(
            m_list, {difference.place, kindTitle(difference.kind), difference.before, difference.after});
        item->setFont(0, Theme::monospace());
        item->setForeground(1, difference.kind == ConfigurationDifference::Kind::Added     ? c.green
                               : difference.kind == ConfigurationDifference::Kind::Removed ? c.red
                                                                                           : c.amber);
    }
    const int count = int(m_editing->differences().size());
    m_summary->setText(
        m_editing->isBlank() ? tr("Nothing is worked on here yet.")
        : count == 0
            ? tr("No difference: the Connector runs exactly this.")
            : tr("%n difference(s) from what the Connector runs since its last start.", nullptr, count));
}

} // namespace meshwatch
