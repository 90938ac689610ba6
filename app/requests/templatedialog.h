// SPDX-License-Identifier: MIT
#pragma once

#include <meshwatch/connector/relationshiptemplate.h>
#include <meshwatch/messaging/requestdraft.h>
#include <meshwatch/workspace/messenger.h>

#include <QDialog>

#include <optional>

class QPushButton;
class QTabWidget;

namespace meshwatch {

class Label;
class OwnTemplates;
class ReferenceCard;
class TemplateForm;

/// Creates relationship templates and hands them on as QR code or text; lists those that there are.
class TemplateDialog : public QDialog {
    Q_OBJECT
public:
    /// The messenger must have a client and outlive the dialog.
    explicit TemplateDialog(Messenger& messenger, QWidget* parent = nullptr);

    /// The Request that the template carries.
    void setRequest(const RequestDraft& request);
    [[nodiscard]] ReferenceCard& card() { return *m_card; }

Q_SIGNALS:
    void created(const QString& templateId);

private:
    QWidget* buildNew();
    void buildRequest();
    void refresh();
    void create();
    void createToken(const connector::RelationshipTemplate& created);
    void show(const connector::Reference& reference, const QString& title);
    void say(const QString& text, bool isProblem);

    Messenger& m_messenger;
    ConnectorClient& m_client;
    QTabWidget* m_tabs = nullptr;
    TemplateForm* m_form = nullptr;
    OwnTemplates* m_own = nullptr;
    ReferenceCard* m_card = nullptr;
    Label* m_status = nullptr;
    QPushButton* m_create = nullptr;
    bool m_isCreating = false;
};

} // namespace meshwatch
