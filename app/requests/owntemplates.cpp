// SPDX-License-Identifier: MIT
#include "owntemplates.h"

#include "widgets/celldelegate.h"
#include "widgets/emptystate.h"
#include "widgets/format.h"
#include "widgets/plaintext.h"
#include "widgets/theme.h"

#include <meshwatch/connector/whenfinished.h>

#include <QHBoxLayout>
#include <QHeaderView>
#include <QMessageBox>
#include <QPushButton>
#include <QStackedWidget>
#include <QTableWidget>

namespace meshwatch {

namespace {

enum Column { Title, Created, Ends, Uses, ColumnCount };

/// More nobody looks through here.
constexpr size_t most = 500;

QString titleOf(const connector::RelationshipTemplate& one) {
    const QString title = one.content().at(u"title").toString();
    if (!title.isEmpty())
        return title.simplified().left(200);
    const QString request = one.content().at(u"onNewRelationship.title").toString();
    return request.isEmpty() ? one.id() : request.simplified().left(200);
}

} // namespace

OwnTemplates::OwnTemplates(ConnectorClient& client, QWidget* parent)
    : QWidget(parent)
    , m_client(client)
    , m_stack(new QStackedWidget)
    , m_table(new QTableWidget(0, ColumnCount)) {
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    CellDelegate::dress(*m_table);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setAccessibleName(tr("Own templates"));
    m_table->setHorizontalHeaderLabels({tr("Template"), tr("Created"), tr("Expires"), tr("Uses")});
    m_table->horizontalHeader()->setSectionResizeMode(Title, QHeaderView::Stretch);
    m_table->horizontalHeader()->resizeSection(Created, 100);
    m_table->horizontalHeader()->resizeSection(Ends, 90);
    m_table->horizontalHeader()->resizeSection(Uses, 70);
    auto* empty = new EmptyState;
    empty->set(tr("No templates yet"), tr("Create one, and give its code to those whom you want to invite."));
    m_stack->addWidget(m_table);
    m_stack->addWidget(empty);
    layout->addWidget(m_stack, 1);
    auto* row = new QHBoxLayout;
    m_show = new QPushButton(tr("Show code"));
    m_show->setObjectName(QStringLiteral("showCode"));
    m_remove = new QPushButton(tr("Delete…"));
    for (QPushButton* button : {m_show, m_remove}) {
        button->setAutoDefault(false);
        row->addWidget(button);
    }
    row->addStretch();
    layout->addLayout(row);
    connect(m_show, &QPushButton::clicked, this, &OwnTemplates::showCode);
    connect(m_remove, &QPushButton::clicked, this, &OwnTemplates::remove);
    connect(m_table, &QTableWidget::cellActivated, this, &OwnTemplates::showCode);
    connect(m_table, &QTableWidget::itemSelectionChanged, this, &OwnTemplates::refreshActions);
    refresh();
}

void OwnTemplates::refresh() {
    connector::whenFinished(
        m_client.relationshipTemplates().own(), this,
        [this](const ConnectorResult<std::vector<connector::RelationshipTemplate>>& list) {
            if (!list) {
                Q_EMIT said(list.error().toError().text(), true);
                return;
            }
            show(*list);
        });
}

void OwnTemplates::show(std::vector<connector::RelationshipTemplate> templates) {
    std::sort(templates.begin(), templates.end(),
              [](const auto& a, const auto& b) { return a.createdAt() > b.createdAt(); });
    if (templates.size() > most)
        templates.resize(most);
    m_templates = std::move(templates);
    const Micros now = Micros::now();
    m_table->setRowCount(int(m_templates.size()));
    for (size_t i = 0; i < m_templates.size(); ++i) {
        const connector::RelationshipTemplate& one = m_templates[i];
        const bool isOver = one.expiresAt().isValid() && one.expiresAt() <= now;
        const QString ends = !one.expiresAt().isValid() ? tr("never")
                             : isOver                   ? tr("over")
                                      : tr("in %1").arg(Format::duration(one.expiresAt().value - now.value));
        const qint64 uses = one.maxNumberOfAllocations();
        const QString texts[ColumnCount] = {titleOf(one), Format::ago(one.createdAt(), now), ends,
                                            uses < 0 ? QStringLiteral("∞") : Format::count(uses)};
        for (int column = 0; column < ColumnCount; ++column) {
            auto* item = new QTableWidgetItem(texts[column]);
            item->setToolTip(
                plainToolTip(column == Title ? texts[Title] + QLatin1Char('\n') + one.id() : texts[column]));
            item->setData(CellDelegate::MutedRole, column != Title || isOver);
            m_table->setItem(int(i), column, item);
        }
    }
    m_stack->setCurrentIndex(m_templates.empty() ? 1 : 0);
    refreshActions();
}

int OwnTemplates::current() const {
    const int row = m_table->currentRow();
    return !m_table->selectedItems().isEmpty() && size_t(row) < m_templates.size() ? row : -1;
}

void OwnTemplates::refreshActions() {
    m_show->setEnabled(current() >= 0);
    m_remove->setEnabled(current() >= 0);
}

void OwnTemplates::showCode() {
    if (const int row = current(); row >= 0)
        Q_EMIT referenceWanted(m_templates[size_t(row)].reference(), m_templates[size_t(row)].id());
}

void OwnTemplates::remove() {
    const int row = current();
    if (row < 0)
        return;
    const connector::RelationshipTemplate& one = m_templates[size_t(row)];
    QMessageBox box(QMessageBox::Question, tr("Delete template"), tr("Delete “%1”?").arg(titleOf(one)),
                    QMessageBox::Cancel, this);
    box.setTextFormat(Qt::PlainText);
    box.setInformativeText(tr("Its code leads nowhere then. Relationships that came from it stay."));
    QPushButton* yes = box.addButton(tr("Delete"), QMessageBox::DestructiveRole);
    box.setDefaultButton(QMessageBox::Cancel);
    box.exec();
    if (box.clickedButton() != yes)
        return;
    connector::whenFinished(m_client.relationshipTemplates().remove(one.id()), this,
                            [this](const ConnectorResult<void>& removed) {
                                Q_EMIT said(removed ? tr("Deleted.") : removed.error().toError().text(),
                                            !removed);
                                refresh();
                            });
}

} // namespace meshwatch
