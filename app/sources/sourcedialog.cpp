// SPDX-License-Identifier: MIT
#include "sourcedialog.h"

#include "sourceform.h"
#include "widgets/jsonform.h"
#include "widgets/keychainchoice.h"
#include "widgets/label.h"
#include "widgets/primarybutton.h"

#include <meshwatch/connector/whenfinished.h>

#include <QComboBox>
#include <QDialogButtonBox>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>

namespace meshwatch {

namespace {

constexpr SourceAddress::Kind kinds[] = {SourceAddress::Kind::Amqp,  SourceAddress::Kind::Mqtt,
                                         SourceAddress::Kind::Redis, SourceAddress::Kind::PubSub,
                                         SourceAddress::Kind::Relay, SourceAddress::Kind::Postgres};

} // namespace

SourceDialog::SourceDialog(Workspace& workspace, const Connection& connection, int number, QWidget* parent)
    : QDialog(parent)
    , m_workspace(workspace)
    , m_connection(connection)
    , m_number(number) {
    setWindowTitle(number > 0 ? tr("Edit event source") : tr("Add event source"));
    build();
    load();
    connect(m_kind, &QComboBox::currentIndexChanged, this, &SourceDialog::showKind);
    connect(m_form, &JsonForm::changed, this, &SourceDialog::fieldsChanged);
    fieldsChanged();
}

void SourceDialog::build() {
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(20, 18, 20, 16);
    layout->setSpacing(10);
    layout->addWidget(new Label(windowTitle(), Label::Role::Title));
    auto* whose = new Label(tr("for %1").arg(m_connection.name), Label::Role::Muted);
    whose->setEliding(true);
    layout->addWidget(whose);
    m_kind = new QComboBox;
    m_kind->setObjectName(QStringLiteral("kind"));
    m_kind->setAccessibleName(tr("Kind of source"));
    for (const SourceAddress::Kind kind : kinds)
        m_kind->addItem(sourceform::title(kind), int(kind));
    layout->addWidget(m_kind);
    m_note = new Label(Label::Role::Muted);
    m_note->setWordWrap(true);
    layout->addWidget(m_note);

    m_form = new JsonForm;
    auto* fields = new QScrollArea;
    fields->setFrameShape(QFrame::NoFrame);
    fields->setWidgetResizable(true);
    fields->setFocusPolicy(Qt::NoFocus);
    auto* inside = new QWidget;
    auto* rows = new QVBoxLayout(inside);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->addWidget(m_form);
    m_secretTitle = new Label;
    rows->addWidget(m_secretTitle);
    m_secret = new QLineEdit;
    m_secret->setObjectName(QStringLiteral("secret"));
    m_secret->setEchoMode(QLineEdit::Password);
    m_secret->setMaxLength(32 * 1024);
    rows->addWidget(m_secret);
    rows->addStretch(1);
    fields->setWidget(inside);
    layout->addWidget(fields, 1);

    m_address = new Label(Label::Role::Machine);
    m_address->setEliding(true);
    m_address->setSelectable();
    layout->addWidget(m_address);
    m_result = new Label;
    m_result->setObjectName(QStringLiteral("result"));
    m_result->setWordWrap(true);
    m_result->hide();
    layout->addWidget(m_result);
    m_keychain = new KeychainChoice(m_workspace.secrets());
    layout->addWidget(m_keychain);
    connect(m_keychain, &KeychainChoice::chosen, this, &SourceDialog::keepSecret);

    auto* buttons = new QDialogButtonBox;
    m_test = buttons->addButton(tr("Test"), QDialogButtonBox::ActionRole);
    m_test->setObjectName(QStringLiteral("test"));
    m_test->setAutoDefault(false);
    m_save = buttons->addButton(m_number > 0 ? tr("Save") : tr("Add"), QDialogButtonBox::AcceptRole);
    m_save->setObjectName(QStringLiteral("save"));
    m_save->setDefault(true);
    makePrimary(m_save);
    buttons->addButton(tr("Cancel"), QDialogButtonBox::RejectRole);
    layout->addWidget(buttons);
    connect(m_test, &QPushButton::clicked, this, &SourceDialog::test);
    connect(buttons, &QDialogButtonBox::accepted, this, &SourceDialog::save);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    setMinimumSize(560, 560);
    resize(580, 720);
}

void SourceDialog::load() {
    const auto source = std::ranges::find(m_connection.sources, m_number, &BrokerSource::number);
    if (source == m_connection.sources.end()) {
        showKind();
        return;
    }
    // Another kind would be another source.
    m_kind->setCurrentIndex(m_kind->findData(int(source->address.kind())));
    m_kind->setEnabled(false);
    showKind();
    m_form->set(sourceform::fields(kind()), sourceform::values(source->address));
    m_secret->setText(m_workspace.secrets().known(m_connection.id, {SecretKind::Source, m_number}));
}

SourceAddress::Kind SourceDialog::kind() const { return SourceAddress::Kind(m_kind->currentData().toInt()); }

void SourceDialog::showKind() {
    m_note->setText(sourceform::note(kind()));
    QJsonObject start;
    for (const SourceAddress::Option& option : SourceAddress::options(kind())) {
        if (!QByteArrayView(option.choices).isEmpty())
            start.insert(QLatin1String(option.name), QLatin1String(option.standard));
    }
    m_form->set(sourceform::fields(kind()), start);
    m_secretTitle->setText(sourceform::secretTitle(kind()));
    m_secret->setAccessibleName(m_secretTitle->text());
    fieldsChanged();
}

Result<SourceAddress> SourceDialog::address() const { return sourceform::address(kind(), m_form->values()); }

void SourceDialog::fieldsChanged() {
    const auto typedAddress = address();
    m_address->setText(typedAddress ? typedAddress->toString() : QString());
    m_save->setEnabled(typedAddress.ok());
    m_test->setEnabled(typedAddress.ok());
    const bool isBegun = !m_form->values().value(QLatin1String("host")).toString().isEmpty();
    // While somebody types, what is missing is no mistake yet; a wrong value is.
    if (typedAddress || !isBegun)
        m_result->hide();
    else
        say(typedAddress.error().text(), false);
}

std::optional<BrokerSource> SourceDialog::typed() {
    auto typedAddress = address();
    if (!typedAddress) {
        say(typedAddress.error().text(), false);
        return std::nullopt;
    }
    BrokerSource source{m_number, std::move(*typedAddress), true};
    for (const BrokerSource& known : m_connection.sources) {
        if (known.number == m_number)
            source.isEnabled = known.isEnabled;
    }
    return source;
}

void SourceDialog::test() {
    const auto source = typed();
    if (!source)
        return;
    EventSource::Settings settings = m_workspace.sourceSettings(m_connection, *source);
    settings.secret = m_secret->text().toUtf8();
    m_test->setEnabled(false);
    say(tr("testing…"), true);
    connector::whenFinished(EventSource::probe(settings), this, [this](const Result<QString>& found) {
        m_test->setEnabled(true);
        say(found ? *found : found.error().text(), found.ok());
    });
}

void SourceDialog::save() {
    auto source = typed();
    if (!source)
        return;
    // As it is now: it may have been changed while the dialog was open.
    if (const Connection* now = m_workspace.connection(m_connection.name))
        m_connection = *now;
    auto& sources = m_connection.sources;
    if (m_number == 0) {
        for (const BrokerSource& known : sources)
            m_number = qMax(m_number, known.number);
        source->number = ++m_number;
        sources.push_back(*source);
    } else if (const auto known = std::ranges::find(sources, m_number, &BrokerSource::number);
               known != sources.end()) {
        *known = *source;
    }
    keepSecret();
}

void SourceDialog::keepSecret() {
    m_save->setEnabled(false);
    connector::whenFinished(
        m_workspace.secrets().write(m_connection.id, {SecretKind::Source, m_number}, m_secret->text()), this,
        [this](const Result<void>& written) {
            m_save->setEnabled(true);
            if (!written)
                return m_keychain->ask(
                    written.error(), tr("It can be kept in memory and has to be typed again when the program "
                                        "starts next."));
            if (const auto updated = m_workspace.update(m_connection); !updated)
                return say(updated.error().text(), false);
            accept();
        });
}

void SourceDialog::say(const QString& text, bool isGood) {
    m_result->setText(text);
    m_result->setMood(isGood ? Label::Mood::Good : Label::Mood::Problem);
    m_result->show();
}

} // namespace meshwatch
