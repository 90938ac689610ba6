// SPDX-License-Identifier: MIT
#include "templateform.h"

#include "widgets/label.h"
#include "widgets/momentfield.h"
#include "widgets/theme.h"

#include <meshwatch/core/json.h>

#include <QCheckBox>
#include <QComboBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRegularExpression>
#include <QSpinBox>

namespace meshwatch {

namespace {

enum Protection { None, Password, Pin };

} // namespace

TemplateForm::TemplateForm(QWidget* parent)
    : QWidget(parent)
    , m_form(new QFormLayout(this)) {
    m_form->setContentsMargins(0, 0, 0, 0);
    m_form->setHorizontalSpacing(16);
    m_form->setVerticalSpacing(8);
    m_form->setLabelAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_form->setFieldGrowthPolicy(QFormLayout::ExpandingFieldsGrow);
    addContent(m_form);
    addLimits(m_form);
    addPassword(m_form);
    addToken(m_form);
    refresh();
}

void TemplateForm::addContent(QFormLayout* form) {
    m_kind = new QComboBox;
    m_kind->setAccessibleName(tr("Content"));
    m_kind->setObjectName(QStringLiteral("kind"));
    m_kind->addItems({tr("A Request to the one who loads it"), tr("Arbitrary JSON, for programs")});
    form->addRow(tr("Content"), m_kind);
    m_title = new QLineEdit;
    m_title->setAccessibleName(tr("Title"));
    m_title->setPlaceholderText(tr("what it is for; the one who loads it reads it"));
    form->addRow(tr("Title"), m_title);
    m_requestRow = new QWidget;
    auto* row = new QHBoxLayout(m_requestRow);
    row->setContentsMargins(0, 0, 0, 0);
    m_requestText = new Label;
    m_requestText->setEliding(true);
    row->addWidget(m_requestText, 1);
    auto* edit = new QPushButton(tr("Build…"));
    edit->setObjectName(QStringLiteral("buildRequest"));
    edit->setAccessibleName(tr("Build the Request"));
    edit->setAutoDefault(false);
    row->addWidget(edit);
    connect(edit, &QPushButton::clicked, this, &TemplateForm::requestWanted);
    form->addRow(tr("Request"), m_requestRow);
    m_value = new QPlainTextEdit(QStringLiteral("{}"));
    m_value->setAccessibleName(tr("Arbitrary content, JSON"));
    m_value->setFont(Theme::monospace());
    m_value->setTabChangesFocus(true);
    m_value->setFixedHeight(80);
    form->addRow(tr("JSON"), m_value);
    connect(m_kind, &QComboBox::currentIndexChanged, this, &TemplateForm::refresh);
    connect(m_title, &QLineEdit::textChanged, this, &TemplateForm::changed);
    connect(m_value, &QPlainTextEdit::textChanged, this, &TemplateForm::changed);
}

void TemplateForm::addLimits(QFormLayout* form) {
    m_expires = new MomentField(tr("Expires"), {});
    form->addRow(tr("Expires"), m_expires);
    m_most = new QSpinBox;
    m_most->setAccessibleName(tr("May be used"));
    m_most->setRange(0, 1'000'000);
    m_most->setValue(1);
    m_most->setSpecialValueText(tr("any number of times"));
    m_most->setSuffix(QStringLiteral(" ×"));
    form->addRow(tr("May be used"), m_most);
    m_identity = new QLineEdit;
    m_identity->setAccessibleName(tr("Only for"));
    m_identity->setPlaceholderText(tr("address of an identity; empty: anybody"));
    m_identity->setFont(Theme::monospace());
    form->addRow(tr("Only for"), m_identity);
    connect(m_expires, &MomentField::changed, this, &TemplateForm::changed);
    connect(m_most, &QSpinBox::valueChanged, this, &TemplateForm::changed);
    connect(m_identity, &QLineEdit::textChanged, this, &TemplateForm::changed);
}

void TemplateForm::addPassword(QFormLayout* form) {
    auto* line = new QWidget;
    auto* row = new QHBoxLayout(line);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    m_protection = new QComboBox;
    m_protection->setAccessibleName(tr("Protection"));
    m_protection->setObjectName(QStringLiteral("protection"));
    m_protection->addItems({tr("none"), tr("password"), tr("PIN")}); // in the order of Protection
    row->addWidget(m_protection);
    m_password = new QLineEdit;
    m_password->setObjectName(QStringLiteral("password"));
    m_password->setAccessibleName(tr("Password or PIN"));
    m_password->setEchoMode(QLineEdit::PasswordEchoOnEdit);
    m_password->setInputMethodHints(Qt::ImhSensitiveData | Qt::ImhNoPredictiveText);
    row->addWidget(m_password, 1);
    form->addRow(tr("Protection"), line);
    connect(m_protection, &QComboBox::currentIndexChanged, this, &TemplateForm::refresh);
    connect(m_password, &QLineEdit::textChanged, this, &TemplateForm::changed);
}

void TemplateForm::addToken(QFormLayout* form) {
    m_asToken = new QCheckBox(tr("Hand it on by a token that ends before"));
    m_asToken->setAccessibleName(tr("Hand it on by a token"));
    m_asToken->setToolTip(tr("The code then leads to the template only until the token ends."));
    form->addRow(QString(), m_asToken);
    m_tokenExpires = new MomentField(tr("The token ends"), {});
    form->addRow(tr("Token ends"), m_tokenExpires);
    connect(m_asToken, &QCheckBox::toggled, this, &TemplateForm::refresh);
    connect(m_tokenExpires, &MomentField::changed, this, &TemplateForm::changed);
}

bool TemplateForm::hasRequest() const { return m_kind->currentIndex() == 0; }

void TemplateForm::setRequest(const RequestDraft& request) {
    m_request = request;
    m_kind->setCurrentIndex(0);
    if (m_title->text().isEmpty())
        m_title->setText(request.title);
    refresh();
}

void TemplateForm::refresh() {
    m_form->setRowVisible(m_title, hasRequest());
    m_form->setRowVisible(m_requestRow, hasRequest());
    m_form->setRowVisible(m_value, !hasRequest());
    m_form->setRowVisible(m_tokenExpires, m_asToken->isChecked());
    m_password->setEnabled(m_protection->currentIndex() != None);
    m_password->setPlaceholderText(m_protection->currentIndex() == Pin ? tr("4 to 16 digits") : QString());
    QString text = tr("nothing is asked yet");
    if (m_request) {
        const auto first =
            m_request->items.empty() ? nullptr : std::get_if<RequestItem>(&m_request->items.front());
        text = tr("%n items", nullptr, int(m_request->items.size()));
        if (first)
            text += QStringLiteral(" · ") + first->caption();
    }
    m_requestText->setText(text);
    Q_EMIT changed();
}

std::optional<connector::PasswordProtection> TemplateForm::protection() const {
    if (m_protection->currentIndex() == None)
        return std::nullopt;
    return connector::PasswordProtection{m_password->text(), m_protection->currentIndex() == Pin, {}};
}

connector::TemplateDraft TemplateForm::draft() const {
    connector::TemplateDraft draft;
    draft.expiresAt = m_expires->moment();
    draft.maxNumberOfAllocations = m_most->value();
    draft.forIdentity = m_identity->text().trimmed();
    draft.passwordProtection = protection();
    if (hasRequest()) {
        draft.content = {
            {QStringLiteral("@type"), QStringLiteral("RelationshipTemplateContent")},
            {QStringLiteral("onNewRelationship"), m_request ? m_request->toJson() : QJsonObject()}};
        if (!m_title->text().isEmpty())
            draft.content.insert(QStringLiteral("title"), m_title->text());
        return draft;
    }
    draft.content = {{QStringLiteral("@type"), QStringLiteral("ArbitraryRelationshipTemplateContent")}};
    if (const auto value = json::parse(m_value->toPlainText().toUtf8()))
        draft.content.insert(QStringLiteral("value"), *value);
    return draft;
}

std::optional<connector::TokenDraft> TemplateForm::token() const {
    if (!m_asToken->isChecked())
        return std::nullopt;
    connector::TokenDraft token;
    token.expiresAt = m_tokenExpires->moment();
    // What protects the template protects the token too.
    token.forIdentity = m_identity->text().trimmed();
    token.passwordProtection = protection();
    return token;
}

QString TemplateForm::problem() const {
    if (hasRequest() && !m_request)
        return tr("Build the Request first.");
    if (!hasRequest()) {
        if (const auto value = json::parse(m_value->toPlainText().toUtf8()); !value)
            return value.error().message;
    }
    if (m_expires->moment() <= Micros::now())
        return tr("The template would have expired already.");
    if (hasRequest() && m_request->expiresAt > m_expires->moment())
        return tr("The Request would last longer than its template.");
    static const QRegularExpression pin(QStringLiteral("^\\d{4,16}$"));
    if (m_protection->currentIndex() == Pin && !pin.match(m_password->text()).hasMatch())
        return tr("A PIN has 4 to 16 digits.");
    if (m_protection->currentIndex() == Password && m_password->text().isEmpty())
        return tr("The password is missing.");
    if (m_asToken->isChecked() && m_tokenExpires->moment() <= Micros::now())
        return tr("The token would have expired already.");
    return {};
}

} // namespace meshwatch
