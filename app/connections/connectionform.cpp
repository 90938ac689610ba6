// SPDX-License-Identifier: MIT
#include "connectionform.h"

#include "widgets/filefield.h"
#include "widgets/theme.h"

#include <QButtonGroup>
#include <QCheckBox>
#include <QComboBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QSpinBox>
#include <QToolButton>

namespace meshwatch {

namespace {

struct NamedColour {
    const char* value;
    const char* name;
};
/// The workspace gives new connections these in turn.
constexpr NamedColour namedColours[] = {
    {"#2f6fed", QT_TRANSLATE_NOOP("meshwatch::ConnectionForm", "Blue")},
    {"#0d8f9c", QT_TRANSLATE_NOOP("meshwatch::ConnectionForm", "Teal")},
    {"#7a4ce0", QT_TRANSLATE_NOOP("meshwatch::ConnectionForm", "Violet")},
    {"#c98a04", QT_TRANSLATE_NOOP("meshwatch::ConnectionForm", "Amber")},
    {"#1f9d61", QT_TRANSLATE_NOOP("meshwatch::ConnectionForm", "Green")},
    {"#d13a3a", QT_TRANSLATE_NOOP("meshwatch::ConnectionForm", "Red")},
    {"#b0469c", QT_TRANSLATE_NOOP("meshwatch::ConnectionForm", "Pink")},
    {"#5f6b7a", QT_TRANSLATE_NOOP("meshwatch::ConnectionForm", "Grey")},
};

} // namespace

ConnectionForm::ConnectionForm(QWidget* parent)
    : QWidget(parent)
    , m_form(new QFormLayout(this)) {
    m_form->setContentsMargins(0, 0, 0, 0);
    m_form->setHorizontalSpacing(16);
    m_form->setVerticalSpacing(8);
    m_form->setLabelAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_form->setFieldGrowthPolicy(QFormLayout::ExpandingFieldsGrow);
    addBasics(m_form);
    addLogin(m_form);
    addAdvanced(m_form);
    showFieldsOfLogin();
    setAdvancedVisible(false);
    connect(m_name, &QLineEdit::textEdited, this,
            [this] { m_isNameTyped = !m_name->text().trimmed().isEmpty(); });
}

QLineEdit* ConnectionForm::addLine(QFormLayout* form, const QString& label, const QString& placeholder) {
    auto* edit = new QLineEdit(this);
    edit->setAccessibleName(label);
    edit->setPlaceholderText(placeholder);
    edit->setClearButtonEnabled(false);
    form->addRow(label, edit);
    connect(edit, &QLineEdit::textChanged, this, &ConnectionForm::changed);
    return edit;
}

void ConnectionForm::addBasics(QFormLayout* form) {
    m_url = addLine(form, tr("URL"), QStringLiteral("https://connector.example"));
    m_url->setObjectName(QStringLiteral("url"));
    m_url->setToolTip(
        tr("Where the Connector's REST API is. Empty: this connection only receives webhooks."));
    m_name = addLine(form, tr("Name"), tr("as you call it"));
    m_name->setObjectName(QStringLiteral("name"));
    m_name->setMaxLength(100);

    m_colours = new QWidget(this);
    auto* row = new QHBoxLayout(m_colours);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(6);
    auto* group = new QButtonGroup(m_colours);
    for (const NamedColour& colour : namedColours) {
        auto* button = new QToolButton(m_colours);
        button->setCheckable(true);
        button->setProperty("colour", QString::fromLatin1(colour.value));
        button->setAccessibleName(tr("Colour: %1").arg(tr(colour.name)));
        button->setToolTip(tr(colour.name));
        button->setFixedSize(24, 24);
        button->setStyleSheet(
            QStringLiteral(
                "QToolButton { background: %1; border: 2px solid transparent; border-radius: 12px; }"
                "QToolButton:checked { border-color: palette(window-text); }"
                "QToolButton:focus { border-color: palette(highlight); }")
                .arg(QLatin1String(colour.value)));
        group->addButton(button);
        row->addWidget(button);
        connect(button, &QToolButton::clicked, this, [this, value = QString::fromLatin1(colour.value)] {
            m_colour = value;
            Q_EMIT changed();
        });
    }
    row->addStretch();
    form->addRow(tr("Colour"), m_colours);
}

void ConnectionForm::addLogin(QFormLayout* form) {
    m_login = new QComboBox(this);
    m_login->setAccessibleName(tr("Login"));
    m_login->setObjectName(QStringLiteral("login"));
    // In the order of Connection::Authentication.
    m_login->addItems({tr("None"), tr("API key"), tr("Bearer token"), tr("OAuth2 client credentials")});
    m_login->setCurrentIndex(int(Connection::Authentication::ApiKey));
    form->addRow(tr("Login"), m_login);
    m_tokenUrl = addLine(form, tr("Token URL"), QStringLiteral("https://login.example/token"));
    m_clientId = addLine(form, tr("Client ID"), {});
    m_secret = addLine(form, tr("API key"), {});
    m_secret->setObjectName(QStringLiteral("secret"));
    m_secret->setEchoMode(QLineEdit::Password);
    m_secret->setInputMethodHints(Qt::ImhHiddenText | Qt::ImhSensitiveData | Qt::ImhNoPredictiveText);
    m_scope = addLine(form, tr("Scope"), tr("usually empty"));
    m_header = addLine(form, tr("Header"), QStringLiteral("X-API-KEY"));
    connect(m_login, &QComboBox::currentIndexChanged, this, [this] {
        showFieldsOfLogin();
        Q_EMIT changed();
    });
}

void ConnectionForm::addAdvanced(QFormLayout* form) {
    m_advanced = new QToolButton(this);
    m_advanced->setText(tr("Advanced"));
    m_advanced->setAccessibleName(tr("Advanced settings"));
    m_advanced->setProperty("flat", true);
    m_advanced->setCheckable(true);
    m_advanced->setArrowType(Qt::RightArrow);
    m_advanced->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    form->addRow(m_advanced);
    const auto addFile = [this, form](const QString& label) {
        auto* field = new FileField(label, this);
        form->addRow(label, field);
        connect(field, &FileField::changed, this, &ConnectionForm::changed);
        return field;
    };
    m_ca = addFile(tr("Trusted CA"));
    m_certificate = addFile(tr("Client certificate"));
    m_key = addFile(tr("Client key"));
    m_interval = new QSpinBox(this);
    m_interval->setAccessibleName(tr("Synchronise every"));
    m_interval->setRange(0, 86400);
    m_interval->setSuffix(tr(" s"));
    m_interval->setSpecialValueText(tr("only on demand"));
    form->addRow(tr("Synchronise every"), m_interval);
    m_receives = new QCheckBox(tr("Take webhooks of this Connector"), this);
    m_receives->setAccessibleName(m_receives->text());
    form->addRow(QString(), m_receives);
    connect(m_interval, &QSpinBox::valueChanged, this, &ConnectionForm::changed);
    connect(m_receives, &QCheckBox::toggled, this, &ConnectionForm::changed);
    connect(m_advanced, &QToolButton::toggled, this, &ConnectionForm::setAdvancedVisible);
}

void ConnectionForm::setAdvancedVisible(bool isVisible) {
    m_advanced->setChecked(isVisible);
    m_advanced->setArrowType(isVisible ? Qt::DownArrow : Qt::RightArrow);
    const std::initializer_list<QWidget*> fields = {m_ca, m_certificate, m_key, m_interval, m_receives};
    for (QWidget* field : fields) {
        field->setVisible(isVisible);
        if (QWidget* label = m_form->labelForField(field))
            label->setVisible(isVisible);
    }
}

void ConnectionForm::showFieldsOfLogin() {
    using Authentication = Connection::Authentication;
    const auto login = Authentication(m_login->currentIndex());
    const auto show = [this](QWidget* field, bool isVisible) {
        field->setVisible(isVisible);
        m_form->labelForField(field)->setVisible(isVisible);
    };
    show(m_tokenUrl, login == Authentication::OAuth2);
    show(m_clientId, login == Authentication::OAuth2);
    show(m_scope, login == Authentication::OAuth2);
    show(m_header, login == Authentication::ApiKey);
    show(m_secret, login != Authentication::None);
    const QString name = login == Authentication::ApiKey   ? tr("API key")
                         : login == Authentication::Bearer ? tr("Bearer token")
                                                           : tr("Client secret");
    qobject_cast<QLabel*>(m_form->labelForField(m_secret))->setText(name);
    m_secret->setAccessibleName(name);
}

void ConnectionForm::setColour(const QString& colour) {
    m_colour = colour;
    const auto buttons = m_colours->findChildren<QToolButton*>();
    for (QToolButton* button : buttons)
        button->setChecked(button->property("colour").toString() == colour);
}

void ConnectionForm::setDraft(const ConnectionDraft& draft) {
    const QSignalBlocker blocker(this);
    const Connection& connection = draft.connection;
    m_base = connection;
    m_isNameTyped = !connection.name.isEmpty();
    m_url->setText(connection.url.toString());
    m_name->setText(connection.name);
    setColour(connection.colour);
    m_login->setCurrentIndex(int(connection.authentication));
    m_header->setText(connection.apiKeyHeader);
    m_tokenUrl->setText(connection.tokenUrl.toString());
    m_clientId->setText(connection.clientId);
    m_scope->setText(connection.scope);
    m_secret->setText(draft.secret);
    m_ca->setPath(connection.caCertificateFile);
    m_certificate->setPath(connection.clientCertificateFile);
    m_key->setPath(connection.clientKeyFile);
    m_interval->setValue(connection.syncSeconds);
    m_receives->setChecked(connection.receivesWebhooks);
    showFieldsOfLogin();
}

ConnectionDraft ConnectionForm::draft() const {
    ConnectionDraft draft{m_base, m_secret->text().trimmed()};
    Connection& connection = draft.connection;
    connection.url = urlFromInput(m_url->text());
    connection.name = m_name->text().trimmed();
    connection.colour = m_colour;
    connection.authentication = Connection::Authentication(m_login->currentIndex());
    connection.apiKeyHeader =
        m_header->text().trimmed().isEmpty() ? QStringLiteral("X-API-KEY") : m_header->text().trimmed();
    connection.tokenUrl = urlFromInput(m_tokenUrl->text());
    connection.clientId = m_clientId->text().trimmed();
    connection.scope = m_scope->text().trimmed();
    connection.caCertificateFile = m_ca->path();
    connection.clientCertificateFile = m_certificate->path();
    connection.clientKeyFile = m_key->path();
    connection.syncSeconds = m_interval->value();
    connection.receivesWebhooks = m_receives->isChecked();
    return draft;
}

void ConnectionForm::proposeName(const QString& name) {
    if (m_isNameTyped || name.isEmpty())
        return;
    const QSignalBlocker blocker(this);
    m_name->setText(name);
}

} // namespace meshwatch
