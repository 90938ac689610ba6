// SPDX-License-Identifier: MIT
#pragma once

#include <meshwatch/messaging/maildraft.h>
#include <meshwatch/messaging/messagetemplatestore.h>

#include <QWidget>

class QLineEdit;
class QPlainTextEdit;
class QPushButton;
class QStackedWidget;

namespace meshwatch {

class AttachmentChips;
class Label;
class MailBody;
class TemplateMenu;

/// A Mail as it is written: subject, templates, text with variables, files. Used for one peer and for many.
class MailEdit : public QWidget {
    Q_OBJECT
public:
    /// `templates` must outlive it.
    explicit MailEdit(MessageTemplateStore& templates, QWidget* parent = nullptr);

    void setMail(const MailDraft& mail);
    /// As it was written, with its variables.
    [[nodiscard]] MailDraft mail() const;
    /// What the variables stand for: it goes to one peer.
    void setValues(const TemplateValues& values);
    /// Shown instead of what would be sent, such as why nothing can be; empty: none.
    void setNote(const QString& note);
    /// It goes to several, and variables stand for something else for each: they are not previewed.
    void setPerPeer(int peers);
    /// With its variables replaced.
    [[nodiscard]] MailDraft filled() const;
    [[nodiscard]] QStringList unresolved() const;
    /// What hinders sending; empty if nothing does. Looks at the files.
    [[nodiscard]] QStringList problems() const;
    /// While it is on its way nothing can be changed.
    void setLocked(bool isLocked);
    void chooseFiles();
    void attach(const QStringList& paths);
    void focusText();

    [[nodiscard]] QLineEdit& subject() { return *m_subject; }
    [[nodiscard]] QPlainTextEdit& body();
    [[nodiscard]] AttachmentChips& chips() { return *m_chips; }
    /// Where the buttons go, beside the line that says what would be sent.
    [[nodiscard]] QLayout& buttons() { return *m_buttons; }

Q_SIGNALS:
    void changed();
    /// Ctrl+Return.
    void sendRequested();

protected:
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    void useTemplate(const MessageTemplate& chosen);
    void showPreview(bool isShown);
    void refresh();
    [[nodiscard]] QString counted() const;

    QLineEdit* m_subject = nullptr;
    TemplateMenu* m_templates = nullptr;
    QStackedWidget* m_texts = nullptr;
    MailBody* m_body = nullptr;
    QPlainTextEdit* m_preview = nullptr;
    AttachmentChips* m_chips = nullptr;
    Label* m_state = nullptr;
    QPushButton* m_previewButton = nullptr;
    QLayout* m_buttons = nullptr;
    TemplateValues m_values;
    QString m_to;
    QString m_note;
    bool m_isMarkdown = false;
    bool m_isPerPeer = false;
};

} // namespace meshwatch
