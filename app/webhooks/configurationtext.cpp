// SPDX-License-Identifier: MIT
#include "configurationtext.h"

#include "webhookediting.h"
#include "widgets/label.h"
#include "widgets/theme.h"

#include <meshwatch/webhooks/webhooksecrets.h>

#include <QPlainTextEdit>
#include <QScrollBar>
#include <QTimer>
#include <QVBoxLayout>

namespace meshwatch {

namespace {
constexpr int pauseMs = 250;
}

ConfigurationText::ConfigurationText(QWidget* parent)
    : QWidget(parent)
    , m_text(new QPlainTextEdit)
    , m_problem(new Label)
    , m_parsing(new QTimer(this)) {
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    auto* note = new Label(
        tr("What stands at modules.webhooks. Secrets show as ***; they stay unless you type over them."),
        Label::Role::Muted);
    note->setWordWrap(true);
    layout->addWidget(note);
    m_text->setObjectName(QStringLiteral("configurationText"));
    m_text->setAccessibleName(tr("Webhook configuration as JSON"));
    m_text->setFont(Theme::monospace());
    m_text->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_text->setTabChangesFocus(true);
    m_text->setUndoRedoEnabled(false); // the page undoes edits, also those made here
    layout->addWidget(m_text, 1);
    m_problem->setProperty("problem", true);
    m_problem->setWordWrap(true);
    m_problem->setObjectName(QStringLiteral("configurationProblem"));
    layout->addWidget(m_problem);
    m_parsing->setSingleShot(true);
    m_parsing->setInterval(pauseMs);
    connect(m_parsing, &QTimer::timeout, this, &ConfigurationText::parse);
    connect(m_text, &QPlainTextEdit::textChanged, this, [this] {
        if (!m_isSetting)
            m_parsing->start();
    });
    refresh();
}

void ConfigurationText::setEditing(WebhookEditing* editing) {
    if (m_editing)
        m_editing->disconnect(this);
    m_editing = editing;
    m_parsing->stop();
    if (editing)
        connect(editing, &WebhookEditing::changed, this, &ConfigurationText::refresh);
    refresh();
}

QString ConfigurationText::problem() const { return m_problem->text(); }

void ConfigurationText::refresh() {
    m_text->setEnabled(m_editing);
    if (m_isTyping)
        return;
    m_problem->clear();
    m_problem->hide();
    const ConfigJson shown =
        m_editing ? webhooksecrets::redacted(m_editing->configuration().json()) : ConfigJson();
    const QString text = shown.is_null() ? QString() : QString::fromUtf8(configjson::write(shown));
    if (text == m_text->toPlainText())
        return;
    m_isSetting = true;
    const int scroll = m_text->verticalScrollBar()->value();
    m_text->setPlainText(text);
    m_text->verticalScrollBar()->setValue(scroll);
    m_isSetting = false;
}

void ConfigurationText::parse() {
    if (!m_editing)
        return;
    const QString text = m_text->toPlainText();
    const auto parsed =
        text.trimmed().isEmpty() ? Result<ConfigJson>(ConfigJson()) : configjson::parse(text.toUtf8());
    m_problem->setText(parsed ? QString()
                              : tr("%1 The configuration stays as it was until this is JSON again.")
                                    .arg(parsed.error().message));
    m_problem->setVisible(!parsed);
    m_text->setAccessibleDescription(m_problem->text());
    if (!parsed)
        return;
    ConfigJson taken;
    (void)webhooksecrets::redacted(m_editing->configuration().json(), &taken);
    m_isTyping = true;
    m_editing->apply(WebhookConfiguration(webhooksecrets::restored(*parsed, taken)), tr("Edit as JSON"),
                     QStringLiteral("json"));
    m_isTyping = false;
}

} // namespace meshwatch
