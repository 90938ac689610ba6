// SPDX-License-Identifier: MIT
#pragma once

#include <meshwatch/webhooks/webhookconfiguration.h>

#include <QScrollArea>

class QCheckBox;
class QComboBox;
class QPushButton;
class QVBoxLayout;

namespace meshwatch {

class HeadersEdit;
class Label;
class LineField;
class WebhookEditing;

/// The tab that edits one target: every change is an edit at once, what the Connector says of it stands at
/// the field.
class TargetForm : public QScrollArea {
    Q_OBJECT
public:
    explicit TargetForm(QWidget* parent = nullptr);

    /// Null: none. It must outlive the form, or be replaced before it goes.
    void setEditing(WebhookEditing* editing);
    void setPlace(const WebhookConfiguration::Place& place);
    /// Puts the keyboard to the field of a JSON pointer below the target ("/url", "/headers/X-A").
    void focusField(const QString& below);

Q_SIGNALS:
    /// The target has another name now.
    void renamed(const meshwatch::WebhookConfiguration::Place& place);

private:
    void buildAddress(QVBoxLayout* layout);
    void buildAuthentication(QVBoxLayout* layout);
    LineField* authenticationField(const QString& title, int kind, const char* member);
    void refresh();
    void refreshFindings();
    void rename();
    void edit(const WebhookConfiguration& configuration, const QString& what, const char* field);

    WebhookEditing* m_editing = nullptr;
    WebhookConfiguration::Place m_place;
    QWidget* m_content = nullptr;
    Label* m_none = nullptr;
    LineField* m_name = nullptr;
    LineField* m_url = nullptr;
    HeadersEdit* m_headers = nullptr;
    Label* m_headersProblem = nullptr;
    QComboBox* m_type = nullptr;
    Label* m_typeProblem = nullptr;
    QPushButton* m_freshKey = nullptr;
    struct AuthenticationField {
        const char* member;
        WebhookConfiguration::Authentication type;
        LineField* field;
    };
    QList<AuthenticationField> m_fields;
    QCheckBox* m_skip = nullptr;
    Label* m_skipNote = nullptr;
    QPushButton* m_remove = nullptr;
};

} // namespace meshwatch
