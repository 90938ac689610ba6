// SPDX-License-Identifier: MIT
#include "connectionspage.h"

#include "connectioncard.h"
#include "connectiondialog.h"
#include "geteventsassistant.h"
#include "widgets/emptystate.h"
#include "widgets/primarybutton.h"
#include "widgets/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QMessageBox>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

namespace meshwatch {

ConnectionsPage::ConnectionsPage(Workspace& workspace, StoreReading& reading, QWidget* parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_reading(reading) {
    setObjectName(QStringLiteral("page"));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    auto* bar = new QWidget(this);
    bar->setObjectName(QStringLiteral("toolBar"));
    bar->setAttribute(Qt::WA_StyledBackground);
    auto* head = new QHBoxLayout(bar);
    head->setContentsMargins(16, 10, 12, 10);
    auto* title = new QLabel(tr("Connections"), bar);
    title->setProperty("title", true);
    head->addWidget(title);
    head->addStretch();
    auto* add = new QPushButton(tr("Add connection…"), bar);
    add->setAccessibleName(add->text());
    makePrimary(add);
    add->setToolTip(tr("Ctrl+N"));
    head->addWidget(add);
    connect(add, &QPushButton::clicked, this, &ConnectionsPage::addConnection);
    layout->addWidget(bar);

    auto* area = new QScrollArea(this);
    area->setFrameShape(QFrame::NoFrame);
    area->setWidgetResizable(true);
    area->setFocusPolicy(Qt::NoFocus);
    auto* content = new QWidget(area);
    content->setObjectName(QStringLiteral("page"));
    m_list = new QVBoxLayout(content);
    m_list->setContentsMargins(16, 16, 16, 16);
    m_list->setSpacing(12);
    area->setWidget(content);
    layout->addWidget(area, 1);

    connect(&workspace, &Workspace::connectionsChanged, this, &ConnectionsPage::rebuild);
    connect(&workspace, &Workspace::statusChanged, this, &ConnectionsPage::refresh);
    connect(&Theme::instance(), &Theme::changed, this, &ConnectionsPage::refreshAll);
    connect(&m_clock, &QTimer::timeout, this, [this] {
        if (isVisible())
            refreshAll();
    });
    m_clock.start(5000);
    rebuild();
}

void ConnectionsPage::rebuild() {
    m_cards.clear();
    while (QLayoutItem* item = m_list->takeAt(0)) {
        if (item->widget()) {
            item->widget()->hide();
            item->widget()->deleteLater();
        }
        delete item;
    }
    for (const Connection& connection : m_workspace.connections())
        addCard(connection);
    if (m_workspace.connections().empty())
        m_list->addWidget(emptyState(), 1);
    else
        m_list->addStretch(1);
    refreshAll();
}

void ConnectionsPage::addCard(const Connection& connection) {
    auto* card = new ConnectionCard(connection, this);
    const ConnectionId id = connection.id;
    connect(card, &ConnectionCard::getEventsRequested, this, [this, id] { getEvents(id); });
    connect(card, &ConnectionCard::editRequested, this, [this, id] { edit(id); });
    connect(card, &ConnectionCard::removeRequested, this, [this, id] { remove(id); });
    connect(card, &ConnectionCard::syncRequested, this, [this, id] {
        if (BackboneSync* sync = m_workspace.sync(id))
            sync->syncNow();
    });
    m_cards.insert(id, card);
    m_list->addWidget(card);
}

QWidget* ConnectionsPage::emptyState() {
    auto* empty = new EmptyState(this);
    empty->set(tr("No connection yet"),
               tr("Add a Connector by its URL and API key, and see what happens in it as it happens. "
                  "With no Connector at hand, “meshwatch --sandbox” plays two of them."),
               tr("Add connection…"));
    connect(empty, &EmptyState::activated, this, &ConnectionsPage::addConnection);
    return empty;
}

const Connection* ConnectionsPage::find(ConnectionId id) const {
    for (const Connection& connection : m_workspace.connections()) {
        if (connection.id == id)
            return &connection;
    }
    return nullptr;
}

void ConnectionsPage::refreshAll() {
    for (auto it = m_cards.cbegin(); it != m_cards.cend(); ++it)
        it.value()->setStatus(m_workspace.status(it.key()));
}

void ConnectionsPage::refresh(ConnectionId id) {
    if (ConnectionCard* card = m_cards.value(id))
        card->setStatus(m_workspace.status(id));
}

void ConnectionsPage::addConnection() {
    auto* dialog = new ConnectionDialog(m_workspace, {}, window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog] { getEvents(dialog->savedId()); });
    dialog->open();
}

void ConnectionsPage::edit(ConnectionId id) {
    auto* dialog = new ConnectionDialog(m_workspace, id, window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

void ConnectionsPage::getEvents(ConnectionId id) {
    const Connection* connection = find(id);
    if (!connection)
        return;
    auto* assistant = new GetEventsAssistant(m_workspace, m_reading, *connection, window());
    assistant->setAttribute(Qt::WA_DeleteOnClose);
    assistant->open();
}

void ConnectionsPage::remove(ConnectionId id) {
    const Connection* connection = find(id);
    if (!connection)
        return;
    auto* question =
        new QMessageBox(QMessageBox::Question, tr("Remove connection"),
                        tr("Remove “%1”?").arg(connection->name), QMessageBox::NoButton, window());
    question->setTextFormat(Qt::PlainText);
    question->setInformativeText(
        tr("Its events stay. Its secrets are removed from the keychain. The Connector goes on "
           "delivering until its configuration is changed."));
    question->setAttribute(Qt::WA_DeleteOnClose);
    auto* yes = question->addButton(tr("Remove"), QMessageBox::DestructiveRole);
    yes->setObjectName(QStringLiteral("confirmRemove"));
    yes->setAccessibleName(yes->text());
    QPushButton* no = question->addButton(tr("Keep"), QMessageBox::RejectRole);
    no->setAccessibleName(no->text());
    question->setDefaultButton(no);
    connect(yes, &QPushButton::clicked, this, [this, id] {
        if (const auto removed = m_workspace.remove(id); !removed)
            QMessageBox::warning(window(), tr("Remove connection"), removed.error().text());
    });
    question->open();
}

} // namespace meshwatch
