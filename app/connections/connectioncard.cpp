// SPDX-License-Identifier: MIT
#include "connectioncard.h"

#include "widgets/format.h"
#include "widgets/healthcolour.h"
#include "widgets/plaintext.h"
#include "widgets/primarybutton.h"
#include "widgets/theme.h"

#include <meshwatch/core/secrets.h>

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace meshwatch {

namespace {

QLabel* plainLabel(QWidget* parent) {
    auto* label = new QLabel(parent);
    label->setTextFormat(Qt::PlainText);
    return label;
}

/// "did:e:…:1a2b…9f8e": enough to tell addresses apart.
QString shortened(const QString& address) {
    return address.size() <= 28 ? address : address.left(16) + QStringLiteral("…") + address.right(8);
}

} // namespace

ConnectionCard::ConnectionCard(const Connection& connection, QWidget* parent)
    : QFrame(parent)
    , m_connection(connection) {
    setProperty("card", true);
    setAccessibleName(tr("Connection %1").arg(connection.name));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 14, 16, 14);
    layout->setSpacing(8);

    auto* head = new QHBoxLayout;
    m_dot = plainLabel(this);
    m_dot->setText(QStringLiteral("●"));
    head->addWidget(m_dot);
    auto* name = plainLabel(this);
    name->setText(connection.name);
    name->setStyleSheet(QStringLiteral("font-weight: 600; font-size: 14px"));
    head->addWidget(name);
    auto* mark = new QFrame(this);
    mark->setFixedSize(18, 6);
    mark->setStyleSheet(QStringLiteral("background: %1; border-radius: 3px").arg(connection.colour));
    mark->setToolTip(tr("Colour of this connection"));
    head->addWidget(mark);
    head->addStretch();
    m_text = plainLabel(this);
    m_text->setProperty("muted", true);
    layout->addLayout(head);

    auto* url = plainLabel(this);
    url->setText(connection.url.isEmpty() ? tr("receives only") : secrets::redact(connection.url));
    url->setFont(Theme::monospace());
    url->setProperty("muted", true);
    url->setTextInteractionFlags(Qt::TextSelectableByMouse);
    layout->addWidget(url);
    m_text->setWordWrap(true);
    layout->addWidget(m_text);

    m_facts = new QHBoxLayout;
    m_facts->setSpacing(28);
    m_version = addFact(tr("Version"));
    m_identity = addFact(tr("Identity"));
    m_copy = new QPushButton(tr("Copy"), this);
    m_copy->setProperty("flat", true);
    m_copy->setAccessibleName(tr("Copy the address of %1").arg(connection.name));
    m_copy->hide();
    m_facts->addWidget(m_copy, 0, Qt::AlignBottom);
    connect(m_copy, &QPushButton::clicked, this,
            [this] { QGuiApplication::clipboard()->setText(m_address); });
    m_rate = addFact(tr("Events/s"));
    m_lastSync = addFact(tr("Synchronised"));
    m_facts->addStretch();
    layout->addLayout(m_facts);

    m_buttons = new QHBoxLayout;
    makePrimary(addButton(tr("Get events…"), tr("Get events from %1"), &ConnectionCard::getEventsRequested));
    m_sync = addButton(tr("Sync now"), tr("Synchronise %1 now"), &ConnectionCard::syncRequested);
    m_sync->setEnabled(!connection.url.isEmpty());
    addButton(tr("Edit…"), tr("Edit %1"), &ConnectionCard::editRequested);
    m_buttons->addStretch();
    addButton(tr("Remove…"), tr("Remove %1"), &ConnectionCard::removeRequested)->setProperty("flat", true);
    layout->addLayout(m_buttons);
}

QPushButton* ConnectionCard::addButton(const QString& text, const QString& purpose,
                                       void (ConnectionCard::*asked)()) {
    auto* button = new QPushButton(text, this);
    button->setAccessibleName(purpose.arg(m_connection.name));
    connect(button, &QPushButton::clicked, this, asked);
    m_buttons->addWidget(button);
    return button;
}

QLabel* ConnectionCard::addFact(const QString& name) {
    auto* column = new QVBoxLayout;
    column->setSpacing(2);
    auto* heading = plainLabel(this);
    heading->setText(name);
    heading->setProperty("heading", true);
    column->addWidget(heading);
    auto* value = plainLabel(this);
    value->setAccessibleName(name);
    column->addWidget(value);
    m_facts->addLayout(column);
    return value;
}

void ConnectionCard::setStatus(const ConnectionStatus& status) {
    m_dot->setStyleSheet(QStringLiteral("color: %1").arg(healthColour(status.health).name()));
    m_dot->setAccessibleName(status.text);
    m_text->setText(status.text);
    m_text->setVisible(!status.text.isEmpty());
    const QString none = QStringLiteral("—");
    m_version->setText(status.version.isEmpty() ? none : status.version);
    m_address = status.address;
    m_identity->setText(status.address.isEmpty() ? none
                        : status.displayName.isEmpty()
                            ? shortened(status.address)
                            : tr("%1 · %2").arg(status.displayName, shortened(status.address)));
    m_identity->setToolTip(plainToolTip(status.address));
    m_copy->setVisible(!status.address.isEmpty());
    m_rate->setText(Format::perSecond(status.eventsPerSecond));
    m_lastSync->setText(status.isSyncing ? tr("now…") : Format::ago(status.lastSync));
}

} // namespace meshwatch
