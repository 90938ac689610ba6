// SPDX-License-Identifier: MIT
#include "settingsdialog.h"

#include "tray.h"
#include "widgets/filefield.h"
#include "widgets/primarybutton.h"
#include "widgets/theme.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSettings>
#include <QSpinBox>
#include <QTabWidget>
#include <QVBoxLayout>

#include <limits>

namespace meshwatch {

namespace {

constexpr qint64 megabyte = 1'000'000;

QFormLayout* formOf(QWidget* page) {
    auto* form = new QFormLayout(page);
    form->setContentsMargins(0, 12, 0, 0);
    form->setHorizontalSpacing(16);
    form->setVerticalSpacing(10);
    form->setLabelAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    form->setFieldGrowthPolicy(QFormLayout::ExpandingFieldsGrow);
    return form;
}

template<typename Field>
Field* row(QFormLayout* form, const QString& label, Field* field) {
    form->addRow(label, field);
    field->setAccessibleName(label);
    return field;
}

QSpinBox* limitBox(const QString& unit, int step) {
    auto* box = new QSpinBox;
    box->setRange(0, std::numeric_limits<int>::max());
    box->setSingleStep(step);
    box->setSuffix(QLatin1Char(' ') + unit);
    box->setSpecialValueText(SettingsDialog::tr("no limit"));
    box->setGroupSeparatorShown(true);
    return box;
}

} // namespace

SettingsDialog::SettingsDialog(Workspace& workspace, QSettings& settings, QWidget* parent)
    : QDialog(parent)
    , m_workspace(workspace)
    , m_settings(settings) {
    setWindowTitle(tr("Settings"));
    setMinimumWidth(600);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(20, 16, 20, 16);
    layout->setSpacing(12);
    auto* tabs = new QTabWidget;
    tabs->setDocumentMode(true);
    tabs->addTab(programBox(), tr("Program"));
    tabs->addTab(listeningBox(), tr("Receiving"));
    tabs->addTab(keepingBox(), tr("Keeping"));
    layout->addWidget(tabs, 1);
    m_error = new QLabel;
    m_error->setTextFormat(Qt::PlainText);
    m_error->setWordWrap(true);
    m_error->setStyleSheet(QStringLiteral("color: %1").arg(Theme::colours().red.name()));
    m_error->hide();
    layout->addWidget(m_error);
    auto* buttons = new QDialogButtonBox;
    QPushButton* save = buttons->addButton(tr("Save"), QDialogButtonBox::AcceptRole);
    makePrimary(save);
    save->setObjectName(QStringLiteral("save"));
    QPushButton* cancel = buttons->addButton(tr("Cancel"), QDialogButtonBox::RejectRole);
    for (QPushButton* button : {save, cancel})
        button->setAccessibleName(button->text());
    connect(buttons, &QDialogButtonBox::accepted, this, &SettingsDialog::save);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    layout->addWidget(buttons);
    load();
}

QWidget* SettingsDialog::programBox() {
    auto* page = new QWidget;
    QFormLayout* form = formOf(page);
    m_language = row(form, tr("Language"), new QComboBox);
    m_language->addItem(tr("As the system"), QString());
    m_language->addItem(QStringLiteral("English"), QStringLiteral("en"));
    m_language->addItem(QStringLiteral("Deutsch"), QStringLiteral("de"));
    m_theme = row(form, tr("Look"), new QComboBox);
    // In the order of Theme::Mode.
    m_theme->addItems({tr("As the system"), tr("Light"), tr("Dark")});
    m_notify = new QCheckBox(tr("Notify of new events while the window is not in use"));
    form->addRow(QString(), m_notify);
    m_keepInTray = new QCheckBox(tr("Go on watching in the tray when the window is closed"));
    form->addRow(QString(), m_keepInTray);
    m_notify->setEnabled(Tray::isAvailable());
    m_keepInTray->setEnabled(Tray::isAvailable());
    return page;
}

QWidget* SettingsDialog::listeningBox() {
    auto* page = new QWidget;
    QFormLayout* form = formOf(page);
    m_address = row(form, tr("Listen on"), new QComboBox);
    m_address->setEditable(true);
    m_address->setObjectName(QStringLiteral("address"));
    m_address->addItems({QStringLiteral("127.0.0.1"), QStringLiteral("0.0.0.0"), QStringLiteral("::1"),
                         QStringLiteral("::")});
    m_port = row(form, tr("Port"), new QSpinBox);
    m_port->setRange(1, 65535);
    m_port->setObjectName(QStringLiteral("port"));
    m_hosts = row(form, tr("Host names"), new QLineEdit);
    m_hosts->setPlaceholderText(tr("names by which Connectors may call, e.g. host.docker.internal"));
    m_certificate = row(form, tr("Certificate (PEM)"), new FileField(tr("Certificate (PEM)")));
    m_privateKey = row(form, tr("Private key (PEM)"), new FileField(tr("Private key (PEM)")));
    m_hint = new QLabel;
    m_hint->setProperty("muted", true);
    m_hint->setWordWrap(true);
    form->addRow(m_hint);
    connect(m_address, &QComboBox::currentTextChanged, this, &SettingsDialog::refreshHint);
    return page;
}

QWidget* SettingsDialog::keepingBox() {
    auto* page = new QWidget;
    QFormLayout* form = formOf(page);
    m_days = row(form, tr("Not older than"), limitBox(tr("days"), 1));
    m_events = row(form, tr("At most"), limitBox(tr("events"), 10'000));
    m_megabytes = row(form, tr("At most"), limitBox(tr("MB"), 100));
    auto* hint =
        new QLabel(tr("The oldest events go when a limit is passed. With no limit everything is kept."));
    hint->setProperty("muted", true);
    hint->setWordWrap(true);
    form->addRow(hint);
    return page;
}

void SettingsDialog::load() {
    m_language->setCurrentIndex(qMax(0, m_language->findData(m_settings.value(QStringLiteral("language")))));
    m_theme->setCurrentIndex(int(Theme::instance().mode()));
    m_notify->setChecked(m_settings.value(QStringLiteral("notify"), true).toBool());
    m_keepInTray->setChecked(m_settings.value(QStringLiteral("keepInTray"), false).toBool());
    const Listening listening = m_workspace.listening();
    m_address->setCurrentText(listening.address);
    m_port->setValue(listening.port);
    m_hosts->setText(listening.allowedHosts.join(QStringLiteral(", ")));
    m_certificate->setPath(listening.certificateFile);
    m_privateKey->setPath(listening.privateKeyFile);
    const Retention retention = m_workspace.retention();
    m_days->setValue(retention.days);
    m_events->setValue(int(qMin<qint64>(retention.events, std::numeric_limits<int>::max())));
    m_megabytes->setValue(int(retention.bytes / megabyte));
    refreshHint();
}

Listening SettingsDialog::listening() const {
    Listening listening;
    listening.address = m_address->currentText().trimmed();
    listening.port = quint16(m_port->value());
    const QStringList hosts = m_hosts->text().split(QLatin1Char(','), Qt::SkipEmptyParts);
    for (const QString& host : hosts)
        listening.allowedHosts.append(host.trimmed());
    listening.certificateFile = m_certificate->path();
    listening.privateKeyFile = m_privateKey->path();
    return listening;
}

void SettingsDialog::refreshHint() {
    const QString address = m_address->currentText().trimmed();
    const bool isLoopback = QHostAddress(address).isLoopback();
    m_hint->setText(
        isLoopback ? tr("Only programs on this computer can deliver events.")
                   : tr("Other computers can deliver events. Give every connection a key, and name the hosts "
                        "by which Connectors call; deliveries for other names are refused."));
}

void SettingsDialog::save() {
    Result<void> done;
    const bool isElsewhere = listening() != m_workspace.listening();
    if (isElsewhere) {
        // Checked before anything is given up for it.
        const auto options = listening().options();
        done = options ? m_workspace.setListening(listening()) : Result<void>(options.error());
        if (options)
            Q_EMIT listened(done ? QString() : done.error().text());
    }
    if (done)
        done =
            m_workspace.setRetention({m_days->value(), m_events->value(), m_megabytes->value() * megabyte});
    if (!done) {
        m_error->setText(done.error().text());
        m_error->show();
        return;
    }
    m_settings.setValue(QStringLiteral("notify"), m_notify->isChecked());
    m_settings.setValue(QStringLiteral("keepInTray"), m_keepInTray->isChecked());
    Q_EMIT notifyingChanged(m_notify->isChecked());
    const auto mode = Theme::Mode(m_theme->currentIndex());
    if (mode != Theme::instance().mode()) {
        m_settings.setValue(QStringLiteral("theme"), m_theme->currentIndex());
        Theme::instance().setMode(mode);
    }
    const QString language = m_language->currentData().toString();
    if (language != m_settings.value(QStringLiteral("language")).toString()) {
        m_settings.setValue(QStringLiteral("language"), language);
        Q_EMIT languageChosen(language);
    }
    accept();
}

} // namespace meshwatch
