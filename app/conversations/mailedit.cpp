// SPDX-License-Identifier: MIT
#include "mailedit.h"

#include "attachmentchips.h"
#include "mailbody.h"
#include "templatemenu.h"
#include "widgets/format.h"
#include "widgets/label.h"
#include "widgets/theme.h"

#include <QDragEnterEvent>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QMimeData>
#include <QPushButton>
#include <QShortcut>
#include <QStackedWidget>

namespace meshwatch {

namespace {

/// From so many characters on it is said how many there are.
constexpr qsizetype countedSubject = MailDraft::maxSubject - 60;
constexpr qsizetype countedBody = MailDraft::maxBody - 5000;

} // namespace

MailEdit::MailEdit(MessageTemplateStore& templates, QWidget* parent)
    : QWidget(parent)
    , m_subject(new QLineEdit)
    , m_templates(new TemplateMenu(templates))
    , m_texts(new QStackedWidget)
    , m_body(new MailBody)
    , m_preview(new QPlainTextEdit)
    , m_chips(new AttachmentChips)
    , m_state(new Label(Label::Role::Muted))
    , m_previewButton(new QPushButton(tr("Preview"))) {
    setAcceptDrops(true);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    auto* head = new QHBoxLayout;
    head->setSpacing(8);
    m_subject->setPlaceholderText(tr("Subject"));
    m_subject->setAccessibleName(tr("Subject"));
    head->addWidget(m_subject, 1);
    m_previewButton->setCheckable(true);
    m_previewButton->setAutoDefault(false);
    m_previewButton->setToolTip(tr("Show the text with its variables filled in"));
    head->addWidget(m_previewButton);
    head->addWidget(m_templates);
    layout->addLayout(head);
    m_body->setPlaceholderText(tr("Write a Mail. Variables such as {{peer.GivenName}} are filled in."));
    m_body->setAccessibleName(tr("Text"));
    m_preview->setReadOnly(true);
    m_preview->setAccessibleName(tr("Text as it will be sent"));
    m_texts->addWidget(m_body);
    m_texts->addWidget(m_preview);
    layout->addWidget(m_texts, 1);
    layout->addWidget(m_chips);
    auto* foot = new QHBoxLayout;
    foot->setSpacing(8);
    m_state->setEliding(true);
    foot->addWidget(m_state, 1);
    m_buttons = foot;
    // From the subject on to the text; who wants a template finds it after that.
    setTabOrder(m_subject, m_body);
    setTabOrder(m_body, m_previewButton);
    setTabOrder(m_previewButton, m_templates);
    layout->addLayout(foot);

    connect(m_subject, &QLineEdit::textChanged, this, &MailEdit::refresh);
    connect(m_subject, &QLineEdit::textChanged, this, &MailEdit::changed);
    connect(m_body, &QPlainTextEdit::textChanged, this, &MailEdit::refresh);
    connect(m_body, &QPlainTextEdit::textChanged, this, &MailEdit::changed);
    connect(m_body, &MailBody::filesDropped, this, &MailEdit::attach);
    connect(m_chips, &AttachmentChips::changed, this, &MailEdit::changed);
    connect(m_templates, &TemplateMenu::chosen, this, &MailEdit::useTemplate);
    connect(m_templates, &TemplateMenu::saveRequested, this, [this] {
        m_templates->saveAs({{}, m_subject->text(), m_body->toPlainText(), m_isMarkdown});
    });
    connect(m_previewButton, &QPushButton::toggled, this, &MailEdit::showPreview);
    for (const int key : {Qt::Key_Return, Qt::Key_Enter}) {
        auto* send = new QShortcut(QKeySequence(Qt::CTRL | Qt::Key(key)), this, this,
                                   &MailEdit::sendRequested, Qt::WidgetWithChildrenShortcut);
        send->setAutoRepeat(false);
    }
    refresh();
}

QPlainTextEdit& MailEdit::body() { return *m_body; }

void MailEdit::setMail(const MailDraft& mail) {
    if (mail == this->mail())
        return;
    const QSignalBlocker quiet(this);
    m_subject->setText(mail.subject);
    m_body->setPlainText(mail.body);
    m_isMarkdown = mail.isMarkdown;
    m_chips->setFiles(mail.attachments);
    m_templates->setUsed({});
    m_previewButton->setChecked(false);
    refresh();
}

MailDraft MailEdit::mail() const {
    return {m_subject->text(), m_body->toPlainText(), m_isMarkdown, m_chips->files()};
}

void MailEdit::setValues(const TemplateValues& values) {
    m_values = values;
    m_to = tr("to %n peer(s)", nullptr, 1);
    refresh();
}

void MailEdit::setNote(const QString& note) {
    m_note = note;
    refresh();
}

void MailEdit::setPerPeer(int peers) {
    m_isPerPeer = true;
    m_to = tr("to %n peer(s)", nullptr, peers);
    m_previewButton->hide();
    refresh();
}

MailDraft MailEdit::filled() const {
    MailDraft mail = this->mail();
    mail.subject = MessageTemplate::fill(mail.subject, m_values).text;
    mail.body = MessageTemplate::fill(mail.body, m_values).text;
    return mail;
}

QStringList MailEdit::unresolved() const {
    QStringList names = MessageTemplate::fill(m_subject->text(), m_values).unresolved;
    names += MessageTemplate::fill(m_body->toPlainText(), m_values).unresolved;
    names.removeDuplicates();
    return names;
}

QStringList MailEdit::problems() const {
    const MailDraft mail = filled();
    if (mail.isEmpty())
        return {tr("There is nothing to send yet.")};
    return mail.problems();
}

void MailEdit::setLocked(bool isLocked) {
    m_subject->setReadOnly(isLocked);
    m_body->setReadOnly(isLocked);
    m_templates->setEnabled(!isLocked);
    m_chips->setLocked(isLocked);
}

void MailEdit::focusText() {
    if (m_subject->text().isEmpty())
        m_subject->setFocus(Qt::OtherFocusReason);
    else
        m_body->setFocus(Qt::OtherFocusReason);
}

void MailEdit::useTemplate(const MessageTemplate& chosen) {
    m_isMarkdown = chosen.isMarkdown;
    // As typed, so that it can be undone.
    m_subject->selectAll();
    m_subject->insert(chosen.subject);
    m_body->selectAll();
    m_body->insertPlainText(chosen.body);
    m_body->setFocus(Qt::OtherFocusReason);
    Q_EMIT changed();
}

void MailEdit::showPreview(bool isShown) {
    m_texts->setCurrentWidget(isShown ? m_preview : static_cast<QWidget*>(m_body));
    refresh();
}

QString MailEdit::counted() const {
    QStringList parts;
    const qsizetype subject = m_subject->text().size();
    const qsizetype body = m_body->document()->characterCount() - 1;
    if (subject > countedSubject)
        parts.append(
            tr("subject %1 of %2").arg(Format::count(subject), Format::count(MailDraft::maxSubject)));
    if (body > countedBody)
        parts.append(tr("text %1 of %2").arg(Format::count(body), Format::count(MailDraft::maxBody)));
    return parts.join(QStringLiteral(" · "));
}

void MailEdit::refresh() {
    const QStringList missing = m_isPerPeer ? QStringList() : unresolved();
    QStringList parts{tr("Mail"), m_to};
    parts.removeAll({});
    const QString counts = counted();
    if (!counts.isEmpty())
        parts.append(counts);
    if (m_isPerPeer)
        parts.append(tr("variables are filled in for each"));
    else if (missing.isEmpty())
        parts.append(tr("preview shows 0 unresolved variables"));
    else
        parts.append(tr("unresolved: %1").arg(missing.join(QStringLiteral(", "))));
    m_state->setText(m_note.isEmpty() ? parts.join(QStringLiteral(" · ")) : m_note);
    const bool isTooLong = m_subject->text().size() > MailDraft::maxSubject ||
                           m_body->document()->characterCount() - 1 > MailDraft::maxBody;
    const QColor colour = isTooLong                               ? Theme::colours().red
                          : missing.isEmpty() && m_note.isEmpty() ? Theme::colours().muted
                                                                  : Theme::colours().amber;
    m_state->setStyleSheet(QStringLiteral("color: %1").arg(colour.name()));
    if (m_previewButton->isChecked()) {
        const MailDraft mail = filled();
        m_preview->setPlainText(mail.subject.isEmpty() ? mail.body
                                                       : mail.subject + QStringLiteral("\n\n") + mail.body);
    }
}

void MailEdit::chooseFiles() {
    auto* dialog = new QFileDialog(this, tr("Attach files"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFiles);
    connect(dialog, &QFileDialog::filesSelected, this, &MailEdit::attach);
    dialog->open();
}

void MailEdit::attach(const QStringList& paths) {
    if (!m_body->isReadOnly())
        m_chips->add(paths);
}

void MailEdit::dragEnterEvent(QDragEnterEvent* event) {
    if (!MailBody::filesOf(event->mimeData()).isEmpty())
        event->acceptProposedAction();
}

void MailEdit::dropEvent(QDropEvent* event) {
    attach(MailBody::filesOf(event->mimeData()));
    event->acceptProposedAction();
}

} // namespace meshwatch
