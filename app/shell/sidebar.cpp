// SPDX-License-Identifier: MIT
#include "sidebar.h"

#include "siderow.h"
#include "widgets/format.h"
#include "widgets/healthcolour.h"
#include "widgets/plaintext.h"
#include "widgets/theme.h"

#include <QLabel>
#include <QScrollArea>
#include <QVBoxLayout>

namespace meshwatch {

namespace {

constexpr int sideWidth = 228;

QLabel* heading(const QString& text) {
    auto* label = new QLabel(text.toUpper());
    label->setProperty("heading", true);
    label->setTextFormat(Qt::PlainText);
    label->setContentsMargins(8, 12, 8, 2);
    return label;
}

} // namespace

SideBar::SideBar(Workspace& workspace, QWidget* parent)
    : QWidget(parent)
    , m_workspace(workspace) {
    setObjectName(QStringLiteral("side"));
    setAttribute(Qt::WA_StyledBackground);
    setFixedWidth(sideWidth);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(10, 4, 10, 10);
    layout->setSpacing(2);
    layout->addWidget(heading(tr("Connections")));
    m_connections = new QVBoxLayout;
    m_connections->setSpacing(2);
    layout->addLayout(m_connections);
    layout->addWidget(heading(tr("Watch")));
    m_watch = new QVBoxLayout;
    m_watch->setSpacing(2);
    layout->addLayout(m_watch);
    layout->addWidget(heading(tr("Set up")));
    m_setUp = new QVBoxLayout;
    m_setUp->setSpacing(2);
    layout->addLayout(m_setUp);
    layout->addStretch();

    connect(&workspace, &Workspace::connectionsChanged, this, &SideBar::rebuildConnections);
    connect(&workspace, &Workspace::statusChanged, this, &SideBar::refresh);
    connect(&Theme::instance(), &Theme::changed, this, &SideBar::refreshAll);
    rebuildConnections();
}

void SideBar::addPage(Page page, const QString& title) {
    auto* row = new SideRow(title, this);
    (page < Page::Webhooks ? m_watch : m_setUp)->addWidget(row);
    m_pages.insert(page, row);
    connect(row, &SideRow::clicked, this, [this, page, row] {
        row->setChecked(true);
        Q_EMIT pageChosen(page);
    });
}

void SideBar::setPageVisible(Page page, bool isVisible) {
    if (SideRow* row = m_pages.value(page))
        row->setVisible(isVisible);
}

bool SideBar::isPageVisible(Page page) const {
    const SideRow* row = m_pages.value(page);
    return row && !row->isHidden();
}

void SideBar::setFigure(Page page, const QString& figure, bool isWarning) {
    if (SideRow* row = m_pages.value(page))
        row->setFigure(figure, isWarning ? Theme::colours().amber : QColor());
}

void SideBar::setCurrent(Page page) {
    for (auto it = m_pages.cbegin(); it != m_pages.cend(); ++it)
        it.value()->setChecked(it.key() == page);
}

void SideBar::rebuildConnections() {
    while (QLayoutItem* item = m_connections->takeAt(0)) {
        item->widget()->hide(); // it may be there a while yet
        item->widget()->deleteLater();
        delete item;
    }
    m_rows.clear();
    for (const Connection& connection : m_workspace.connections()) {
        auto* row = new SideRow(connection.name, this);
        m_connections->addWidget(row);
        m_rows.insert(connection.id, row);
        connect(row, &SideRow::clicked, this,
                [this, name = connection.name] { choose(m_chosen == name ? QString() : name); });
    }
    if (!m_chosen.isEmpty() && !m_workspace.connection(m_chosen))
        choose({});
    auto* add = new SideRow(tr("Add connection…"), this);
    add->setCheckable(false);
    add->setToolTip(tr("Ctrl+N"));
    connect(add, &SideRow::clicked, this, &SideBar::addConnectionRequested);
    m_connections->addWidget(add);
    refreshAll();
}

void SideBar::choose(const QString& name) {
    m_chosen = name;
    refreshAll();
    Q_EMIT connectionChosen(name);
}

void SideBar::refreshAll() {
    for (const Connection& connection : m_workspace.connections())
        refresh(connection.id);
}

void SideBar::refresh(ConnectionId id) {
    SideRow* row = m_rows.value(id);
    if (!row)
        return;
    const ConnectionStatus status = m_workspace.status(id);
    row->setChecked(row->text() == m_chosen);
    row->setDot(healthColour(status.health));
    const double rate = status.eventsPerSecond;
    if (status.health == ConnectionStatus::Health::Bad)
        row->setFigure(tr("error"), Theme::colours().red);
    else
        row->setFigure(Format::rate(rate));
    row->setToolTip(plainToolTip(status.text));
    row->setAccessibleDescription(status.text);
}

} // namespace meshwatch
