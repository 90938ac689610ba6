// SPDX-License-Identifier: MIT
#include "targetform.h"

#include "connections/webhooksnippet.h"
#include "headersedit.h"
#include "linefield.h"
#include "targettitle.h"
#include "webhookediting.h"
#include "widgets/label.h"
#include "widgets/theme.h"

#include <QCheckBox>
#include <QComboBox>
#include <QPushButton>
#include <QTableWidget>
#include <QVBoxLayout>

namespace meshwatch {

using Authentication = WebhookConfiguration::Authentication;

namespace {

constexpr int widest = 680;

Label* problemLabel(const QString& name) {
    auto* label = new Label;
    label->setObjectName(name);
    label->setWordWrap(true);
    label->hide();
    return label;
}

void showFindings(Label& label, const Findings& findings) {
    QStringList lines;
    bool isError = false;
    for (const Finding& finding : findings) {
        isError = isError || finding.severity == Finding::Severity::Error;
        lines.append(finding.message + QLatin1Char(' ') + finding.advice);
    }
    label.setText(lines.join(QLatin1Char('\n')));
    label.setVisible(!lines.isEmpty());
    const Theme::Colours& c = Theme::colours();
    label.setStyleSheet(QStringLiteral("color: %1; font-size: 12px").arg((isError ? c.red : c.amber).name()));
}

} // namespace

TargetForm::TargetForm(QWidget* parent)
    : QScrollArea(parent)
    , m_none(new Label(tr("Choose a target at the left, or add one."), Label::Role::Muted)) {
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setFocusPolicy(Qt::NoFocus);
    auto* page = new QWidget;
    page->setObjectName(QStringLiteral("page"));
    auto* outer = new QVBoxLayout(page);
    outer->setContentsMargins(2, 2, 12, 12);
    m_content = new QWidget;
    m_content->setMaximumWidth(widest);
    auto* layout = new QVBoxLayout(m_content);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(14);
    buildAddress(layout);
    buildAuthentication(layout);
    m_remove = new QPushButton(tr("Remove target"));
    m_remove->setObjectName(QStringLiteral("removeTarget"));
    layout->addWidget(m_remove, 0, Qt::AlignLeft);
    connect(m_remove, &QPushButton::clicked, this, [this] {
        m_editing->apply(m_editing->configuration().withoutTarget(m_place),
                         tr("Remove target %1").arg(TargetTitle::of(m_place)));
    });
    outer->addWidget(m_none);
    outer->addWidget(m_content);
    outer->addStretch();
    setWidget(page);
    refresh();
}

void TargetForm::buildAddress(QVBoxLayout* layout) {
    m_name = new LineField(tr("Name"), LineField::Kind::Text, QStringLiteral("targetName"));
    m_url = new LineField(tr("URL; the first {{trigger}} becomes the event's name"), LineField::Kind::Address,
                          QStringLiteral("targetUrl"));
    m_headers = new HeadersEdit;
    m_headersProblem = problemLabel(QStringLiteral("headersProblem"));
    layout->addWidget(m_name);
    layout->addWidget(m_url);
    auto* headers = new QVBoxLayout;
    headers->setSpacing(4);
    headers->addWidget(new Label(tr("Headers, sent as they are"), Label::Role::Muted));
    headers->addWidget(m_headers);
    headers->addWidget(m_headersProblem);
    layout->addLayout(headers);
    // A name is whole only when it is left: references follow it.
    connect(&m_name->edit(), &QLineEdit::editingFinished, this, &TargetForm::rename);
    connect(m_url, &LineField::edited, this, [this](const QString& text) {
        edit(m_editing->configuration().withUrl(m_place, text), tr("URL of %1"), "url");
    });
    connect(m_headers, &HeadersEdit::edited, this, [this] {
        edit(m_editing->configuration().withHeaders(m_place, m_headers->headers()), tr("Headers of %1"),
             nullptr);
    });
}

LineField* TargetForm::authenticationField(const QString& title, int kind, const char* member) {
    auto* field = new LineField(title, LineField::Kind(kind), QLatin1String(member));
    connect(field, &LineField::edited, this, [this, member](const QString& text) {
        edit(m_editing->configuration().withAuthenticationText(m_place, member, text),
             tr("Authentication of %1"), member);
    });
    return field;
}

void TargetForm::buildAuthentication(QVBoxLayout* layout) {
    auto* head = new QVBoxLayout;
    head->setSpacing(4);
    head->addWidget(new Label(tr("Authentication"), Label::Role::Muted));
    m_type = new QComboBox;
    m_type->setObjectName(QStringLiteral("authentication"));
    m_type->setAccessibleName(tr("Authentication"));
    m_type->addItem(tr("None"), int(Authentication::None));
    m_type->addItem(tr("API key in a header"), int(Authentication::ApiKey));
    m_type->addItem(tr("OAuth2 client credentials"), int(Authentication::OAuth2));
    m_type->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    m_typeProblem = problemLabel(QStringLiteral("authenticationProblem"));
    head->addWidget(m_type);
    head->addWidget(m_typeProblem);
    layout->addLayout(head);
    connect(m_type, &QComboBox::activated, this, [this](int index) {
        edit(m_editing->configuration().withAuthentication(m_place,
                                                           Authentication(m_type->itemData(index).toInt())),
             tr("Authentication of %1"), nullptr);
    });
    using Kind = LineField::Kind;
    const auto add = [&](Authentication type, const QString& title, Kind kind, const char* member) {
        LineField* field = authenticationField(title, int(kind), member);
        m_fields.append({member, type, field});
        layout->addWidget(field);
        return field;
    };
    LineField* key = add(Authentication::ApiKey, tr("API key"), Kind::Secret, "apiKey");
    m_freshKey = new QPushButton(tr("Fresh key"));
    m_freshKey->setToolTip(tr("128 random bits"));
    key->addButton(m_freshKey);
    connect(m_freshKey, &QPushButton::clicked, this, [this] {
        edit(m_editing->configuration().withAuthenticationText(m_place, "apiKey", WebhookSnippet::newKey()),
             tr("Fresh key for %1"), nullptr);
    });
    add(Authentication::ApiKey, tr("Header (x-api-key if empty)"), Kind::Machine, "headerName");
    add(Authentication::OAuth2, tr("Token URL"), Kind::Address, "accessTokenUrl");
    add(Authentication::OAuth2, tr("Client id"), Kind::Machine, "clientId");
    add(Authentication::OAuth2, tr("Client secret"), Kind::Secret, "clientSecret");
    add(Authentication::OAuth2, tr("Scope (not sent if empty)"), Kind::Machine, "scope");
    m_skip = new QCheckBox(tr("Accept any TLS certificate, for all targets"));
    m_skip->setObjectName(QStringLiteral("skipTlsCheck"));
    m_skipNote = new Label(tr("Token requests check certificates all the same."), Label::Role::Muted);
    layout->addWidget(m_skip);
    layout->addWidget(m_skipNote);
    connect(m_skip, &QCheckBox::clicked, this, [this](bool isChecked) {
        m_editing->apply(m_editing->configuration().withSkipTlsCheck(isChecked),
                         isChecked ? tr("Accept any certificate") : tr("Check certificates"));
    });
}

void TargetForm::setEditing(WebhookEditing* editing) {
    if (m_editing)
        m_editing->disconnect(this);
    m_editing = editing;
    if (editing)
        connect(editing, &WebhookEditing::changed, this, &TargetForm::refresh);
    m_place = {};
    refresh();
}

void TargetForm::setPlace(const WebhookConfiguration::Place& place) {
    m_place = place;
    refresh();
}

void TargetForm::edit(const WebhookConfiguration& configuration, const QString& what, const char* field) {
    const QString key =
        field ? WebhookConfiguration::pointer(m_place) + QLatin1Char('/') + QLatin1String(field) : QString();
    m_editing->apply(configuration, what.arg(TargetTitle::of(m_place)), key);
}

void TargetForm::rename() {
    const QString name = m_name->edit().text().trimmed();
    if (!m_editing || name == m_place.name || name.isEmpty())
        return;
    if (m_editing->configuration().hasTarget(name)) {
        m_name->setFindings({{Finding::Severity::Error,
                              {},
                              {},
                              {},
                              tr("There is a target of this name already."),
                              tr("Choose another name.")}});
        return;
    }
    const QString title = tr("Rename %1 to %2").arg(TargetTitle::of(m_place), name);
    const WebhookConfiguration changed = m_editing->configuration().withName(m_place, name);
    m_place = {name, -1};
    m_editing->apply(changed, title);
    Q_EMIT renamed(m_place);
}

void TargetForm::refresh() {
    const bool hasTarget = m_editing && !m_editing->configuration().target(m_place).is_null();
    m_content->setVisible(hasTarget);
    m_none->setVisible(!hasTarget);
    if (!hasTarget)
        return;
    const WebhookConfiguration& configuration = m_editing->configuration();
    if (!m_name->edit().hasFocus() || m_name->edit().text() == m_place.name)
        m_name->setText(m_place.name);
    m_name->edit().setPlaceholderText(m_place.isInline() ? tr("inline; a name makes it reusable")
                                                         : QString());
    m_url->setText(configuration.text(m_place, "url"));
    m_headers->setHeaders(configuration.headers(m_place));
    const Authentication type = configuration.authentication(m_place);
    m_type->setCurrentIndex(m_type->findData(int(type)));
    for (const AuthenticationField& one : m_fields) {
        one.field->setVisible(one.type == type);
        if (one.type == type)
            one.field->setText(configuration.authenticationText(m_place, one.member));
    }
    m_skip->setChecked(configuration.skipsTlsCheck());
    refreshFindings();
}

void TargetForm::refreshFindings() {
    const QString base = WebhookConfiguration::pointer(m_place);
    Findings rest = m_editing->findingsAt(base);
    const auto take = [&](const QString& below) {
        Findings mine;
        rest.removeIf([&](const Finding& finding) {
            const bool isMine =
                finding.place == base + below || finding.place.startsWith(base + below + QLatin1Char('/'));
            if (isMine)
                mine.append(finding);
            return isMine;
        });
        return mine;
    };
    m_url->setFindings(take(QStringLiteral("/url")));
    showFindings(*m_headersProblem, take(QStringLiteral("/headers")));
    const Authentication type = m_editing->configuration().authentication(m_place);
    for (const AuthenticationField& one : m_fields) {
        if (one.type == type)
            one.field->setFindings(take(QStringLiteral("/authentication/") + QLatin1String(one.member)));
    }
    showFindings(*m_typeProblem, take(QStringLiteral("/authentication")));
    m_name->setFindings(rest); // of the target as a whole
}

void TargetForm::focusField(const QString& below) {
    QWidget* field = &m_url->edit();
    if (below.startsWith(QLatin1String("/headers")))
        field = &m_headers->table();
    else if (below.startsWith(QLatin1String("/authentication")))
        field = m_type;
    else if (below.isEmpty())
        field = &m_name->edit();
    for (const AuthenticationField& one : m_fields) {
        if (below == QLatin1String("/authentication/") + QLatin1String(one.member))
            field = &one.field->edit();
    }
    ensureWidgetVisible(field);
    field->setFocus(Qt::ShortcutFocusReason);
}

} // namespace meshwatch
