// SPDX-License-Identifier: MIT
#include "snippettabs.h"

#include "widgets/theme.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTabBar>
#include <QTabWidget>
#include <QVBoxLayout>

namespace meshwatch {

SnippetTabs::SnippetTabs(QWidget* parent)
    : QWidget(parent)
    , m_tabs(new QTabWidget(this)) {
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_tabs);
    m_tabs->setAccessibleName(tr("Where the Connector's configuration is"));
    m_tabs->tabBar()->setAccessibleName(m_tabs->accessibleName());
    m_tabs->setDocumentMode(true);
    m_tabs->tabBar()->setExpanding(false);
    addForm(tr("Config file"), tr("A part of config.json; merge it with what is there."),
            &WebhookSnippet::configFile);
    addForm(tr("Environment"),
            tr("Lines of an environment file. The last one replaces the whole list of webhooks of a "
               "configuration file."),
            &WebhookSnippet::environment);
    addForm(tr("Docker Compose"),
            tr("In a container, 127.0.0.1 is the container itself: give the service “network_mode: host”, or "
               "put the address "
               "of a tunnel to this computer above."),
            &WebhookSnippet::compose);
    addForm(tr("Helm"),
            tr("Values of the chart. In a cluster, 127.0.0.1 is the pod itself: put the address of a tunnel "
               "to this computer "
               "above. The key may come from a secret with valueFrom instead."),
            &WebhookSnippet::helm);
}

void SnippetTabs::addForm(const QString& title, const QString& note,
                          QString (WebhookSnippet::*text)() const) {
    auto* page = new QWidget(m_tabs);
    auto* layout = new QVBoxLayout(page);
    layout->setContentsMargins(0, 8, 0, 0);
    auto* edit = new QPlainTextEdit(page);
    edit->setReadOnly(true);
    edit->setTabChangesFocus(true);
    edit->setFont(Theme::monospace());
    edit->setLineWrapMode(QPlainTextEdit::NoWrap);
    edit->setAccessibleName(title);
    edit->setMinimumHeight(220);
    layout->addWidget(edit);
    auto* foot = new QHBoxLayout;
    auto* hint = new QLabel(note, page);
    hint->setProperty("muted", true);
    hint->setWordWrap(true);
    hint->setTextFormat(Qt::PlainText);
    foot->addWidget(hint, 1);
    auto* copy = new QPushButton(tr("Copy"), page);
    copy->setAutoDefault(false);
    copy->setAccessibleName(tr("Copy: %1").arg(title));
    foot->addWidget(copy, 0, Qt::AlignTop);
    layout->addLayout(foot);
    m_tabs->addTab(page, title);
    m_forms.push_back({edit, text});
    connect(copy, &QPushButton::clicked, this, [this, edit, copy] {
        QGuiApplication::clipboard()->setText(edit->toPlainText());
        copy->setText(tr("Copied"));
        Q_EMIT copied();
    });
}

void SnippetTabs::setSnippet(const WebhookSnippet& snippet) {
    for (const Form& form : m_forms)
        form.edit->setPlainText((snippet.*form.text)());
}

} // namespace meshwatch
