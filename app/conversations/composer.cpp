// SPDX-License-Identifier: MIT
#include "composer.h"

#include "mailedit.h"
#include "plainbox.h"
#include "sendbanner.h"
#include "widgets/primarybutton.h"

#include <QBoxLayout>
#include <QPlainTextEdit>
#include <QPushButton>

namespace meshwatch {

namespace {
constexpr int textHeight = 74;
}

Composer::Composer(Workspace& workspace, Outbox& outbox, QWidget* parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_outbox(outbox)
    , m_banner(new SendBanner)
    , m_edit(new MailEdit(workspace.templates()))
    , m_many(new QPushButton(tr("Send to many…")))
    , m_send(new QPushButton(tr("Send") + QStringLiteral(" Ctrl+↵"))) {
    setObjectName(QStringLiteral("composer"));
    setAttribute(Qt::WA_StyledBackground);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_banner);
    auto* inner = new QVBoxLayout;
    inner->setContentsMargins(12, 10, 12, 10);
    inner->addWidget(m_edit);
    layout->addLayout(inner);
    m_edit->body().setFixedHeight(textHeight);
    m_edit->body().parentWidget()->setFixedHeight(textHeight);
    m_many->setToolTip(tr("Send this text to several peers, each its own message"));
    m_edit->buttons().addWidget(m_many);
    makePrimary(m_send);
    m_send->setAccessibleName(tr("Send"));
    m_edit->buttons().addWidget(m_send);

    connect(m_edit, &MailEdit::changed, this, [this] {
        keepDraft();
        refresh();
    });
    connect(m_edit, &MailEdit::sendRequested, this, &Composer::send);
    connect(m_send, &QPushButton::clicked, this, &Composer::send);
    connect(m_many, &QPushButton::clicked, this, &Composer::sendToManyRequested);
    connect(m_banner, &SendBanner::cancelRequested, this, [this] { m_outbox.cancel(m_key); });
    connect(m_banner, &SendBanner::lookUpRequested, this, [this] { m_outbox.lookUp(m_key); });
    connect(m_banner, &SendBanner::closeRequested, this, [this] { m_outbox.dismiss(m_key); });
    connect(&outbox, &Outbox::changed, this, [this](const PeerKey& key) {
        if (key == m_key)
            refresh();
    });
    connect(&outbox, &Outbox::sent, this, [this](const PeerKey& key) {
        if (key == m_key)
            loadDraft();
    });
    refresh();
}

void Composer::setPeer(const PeerKey& key, const QString& hindrance) {
    m_hindrance = hindrance;
    if (!(key == m_key)) {
        m_key = key;
        setValues({});
        loadDraft();
    }
    refresh();
}

void Composer::setValues(const TemplateValues& values) { m_edit->setValues(values); }

void Composer::loadDraft() {
    m_edit->setMail(m_key.isValid() ? m_workspace.drafts().draft(m_key.connection, m_key.peer).mail
                                    : MailDraft());
    refresh();
}

void Composer::keepDraft() {
    if (!m_key.isValid())
        return;
    auto draft = m_workspace.drafts().draft(m_key.connection, m_key.peer);
    draft.mail = m_edit->mail();
    m_workspace.drafts().setDraft(m_key.connection, m_key.peer, draft);
}

void Composer::refresh() {
    const Outbox::Item* item = m_outbox.item(m_key);
    m_banner->show(item);
    // Also while its connection has no Connector that could tell.
    const bool isUnderWay =
        (item && item->isUnderWay()) || m_workspace.drafts().draft(m_key.connection, m_key.peer).posted;
    m_edit->setLocked(isUnderWay || !m_key.isValid());
    m_send->setEnabled(m_key.isValid() && !isUnderWay && m_hindrance.isEmpty() && !m_edit->mail().isEmpty());
    m_edit->setNote(m_key.isValid() ? m_hindrance : QString());
    m_many->setEnabled(m_key.isValid() && !isUnderWay);
}

void Composer::send() {
    if (!m_send->isEnabled())
        return;
    if (const QStringList problems = m_edit->problems(); !problems.isEmpty())
        return PlainBox::warn(this, tr("Not sent"), problems.join(QLatin1Char('\n')));
    const QStringList missing = m_edit->unresolved();
    if (missing.isEmpty())
        return sendNow();
    PlainBox::ask(this, tr("Unresolved variables"),
                  tr("Nothing is known for: %1").arg(missing.join(QStringLiteral(", "))),
                  tr("They would be sent as they are written."), tr("Send all the same"),
                  [this] { sendNow(); });
}

void Composer::sendNow() { m_outbox.send(m_key, m_edit->filled()); }

} // namespace meshwatch
