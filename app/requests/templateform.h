// SPDX-License-Identifier: MIT
#pragma once

#include <meshwatch/connector/templatedraft.h>
#include <meshwatch/connector/tokendraft.h>
#include <meshwatch/messaging/requestdraft.h>

#include <QWidget>

#include <optional>

class QCheckBox;
class QComboBox;
class QFormLayout;
class QLineEdit;
class QPlainTextEdit;
class QSpinBox;

namespace meshwatch {

class Label;
class MomentField;

/// What a relationship template is made of.
class TemplateForm : public QWidget {
    Q_OBJECT
public:
    explicit TemplateForm(QWidget* parent = nullptr);

    void setRequest(const RequestDraft& request);
    [[nodiscard]] const std::optional<RequestDraft>& request() const { return m_request; }
    [[nodiscard]] connector::TemplateDraft draft() const;
    /// Nothing: the template is handed on itself.
    [[nodiscard]] std::optional<connector::TokenDraft> token() const;
    /// What is wrong, translated; empty if nothing is.
    [[nodiscard]] QString problem() const;

Q_SIGNALS:
    void changed();
    /// The Request is to be built or changed.
    void requestWanted();

private:
    void addContent(QFormLayout* form);
    void addLimits(QFormLayout* form);
    void addPassword(QFormLayout* form);
    void addToken(QFormLayout* form);
    void refresh();
    [[nodiscard]] bool hasRequest() const;
    [[nodiscard]] std::optional<connector::PasswordProtection> protection() const;

    std::optional<RequestDraft> m_request;
    QFormLayout* m_form = nullptr;
    QComboBox* m_kind = nullptr;
    QLineEdit* m_title = nullptr;
    QWidget* m_requestRow = nullptr;
    Label* m_requestText = nullptr;
    QPlainTextEdit* m_value = nullptr;
    MomentField* m_expires = nullptr;
    QSpinBox* m_most = nullptr;
    QLineEdit* m_identity = nullptr;
    QComboBox* m_protection = nullptr;
    QLineEdit* m_password = nullptr;
    QCheckBox* m_asToken = nullptr;
    MomentField* m_tokenExpires = nullptr;
};

} // namespace meshwatch
