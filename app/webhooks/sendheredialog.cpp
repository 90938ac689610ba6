// SPDX-License-Identifier: MIT
#include "sendheredialog.h"

#include "widgets/label.h"
#include "widgets/primarybutton.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QRadioButton>
#include <QVBoxLayout>

namespace meshwatch {

namespace {
constexpr int dialogWidth = 520;
constexpr int indent = 24; ///< below the text of a choice
} // namespace

SendHereDialog::SendHereDialog(const QString& url, const Connection& connection, SendHere::Protection usual,
                               QWidget* parent)
    : QDialog(parent) {
    setWindowTitle(tr("Send to this app"));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(20, 18, 20, 16);
    layout->setSpacing(12);
    layout->addWidget(new Label(windowTitle(), Label::Role::Title));
    auto* intro = new Label(tr("A target takes all events of %1 to this address:").arg(connection.name));
    intro->setWordWrap(true);
    auto* where = new QVBoxLayout;
    where->setSpacing(4);
    where->addWidget(intro);
    auto* address = new Label(url, Label::Role::Machine);
    address->setSelectable();
    address->setWordWrap(true);
    where->addWidget(address);
    layout->addLayout(where);
    layout->addSpacing(4);
    layout->addWidget(new Label(tr("Deliveries are protected").toUpper(), Label::Role::Heading));
    m_byKey = addWay(
        *layout, tr("By an API key"),
        tr("Each shows a key that stays the same, in the header %1.").arg(connection.receiverKeyHeader),
        QStringLiteral("byKey"));
    m_byToken = addWay(*layout, tr("By OAuth2"),
                       tr("The Connector fetches tokens from this app, and each delivery shows one. A token "
                          "that got about is worth nothing after an hour."),
                       QStringLiteral("byToken"));
    m_byNothing = addWay(*layout, tr("Not at all"), tr("Whoever reaches the address can deliver."),
                         QStringLiteral("byNothing"));
    QRadioButton* chosen = usual == SendHere::Protection::OAuth2   ? m_byToken
                           : usual == SendHere::Protection::ApiKey ? m_byKey
                                                                   : m_byNothing;
    chosen->setChecked(true);
    chosen->setFocus();
    auto* note = new Label(tr("The secret is made here and stands in the configuration. This app asks for it "
                              "from the moment you export: restart the Connector then."),
                           Label::Role::Muted);
    note->setWordWrap(true);
    layout->addSpacing(4);
    layout->addWidget(note);
    layout->addStretch();
    auto* buttons = new QHBoxLayout;
    auto* cancel = new QPushButton(tr("Cancel"));
    cancel->setAutoDefault(false);
    auto* add = new QPushButton(tr("Add target"));
    add->setObjectName(QStringLiteral("add"));
    makePrimary(add);
    buttons->addStretch();
    buttons->addWidget(cancel);
    buttons->addWidget(add);
    layout->addLayout(buttons);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(add, &QPushButton::clicked, this, &QDialog::accept);
    resize(dialogWidth, layout->totalHeightForWidth(dialogWidth));
}

QRadioButton* SendHereDialog::addWay(QVBoxLayout& layout, const QString& title, const QString& meaning,
                                     const QString& name) {
    auto* group = new QVBoxLayout;
    group->setSpacing(2);
    auto* button = new QRadioButton(title);
    button->setObjectName(name);
    button->setAccessibleName(title);
    button->setAccessibleDescription(meaning);
    group->addWidget(button);
    auto* label = new Label(meaning, Label::Role::Muted);
    label->setWordWrap(true);
    label->setContentsMargins(indent, 0, 0, 0);
    group->addWidget(label);
    layout.addLayout(group);
    return button;
}

SendHere::Protection SendHereDialog::protection() const {
    return m_byToken->isChecked() ? SendHere::Protection::OAuth2
           : m_byKey->isChecked() ? SendHere::Protection::ApiKey
                                  : SendHere::Protection::None;
}

} // namespace meshwatch
