// SPDX-License-Identifier: MIT
#include "headersedit.h"

#include "widgets/theme.h"

#include <meshwatch/core/secrets.h>

#include <QHBoxLayout>
#include <QHeaderView>
#include <QPushButton>
#include <QTableWidget>

namespace meshwatch {

namespace {

constexpr int rowHeight = 32;
constexpr int shownRows = 4;

/// A header's value; veiled to whoever looks or listens if the header is named like a secret.
class ValueItem : public QTableWidgetItem {
public:
    using QTableWidgetItem::QTableWidgetItem;

    [[nodiscard]] QVariant data(int role) const override {
        const QVariant value = QTableWidgetItem::data(role);
        const QTableWidgetItem* name = tableWidget() ? tableWidget()->item(row(), 0) : nullptr;
        const bool isVeiled = role == Qt::DisplayRole && name && !value.toString().isEmpty() &&
                              secrets::isSecretHeader(name->text().toLatin1());
        return isVeiled ? QVariant(QStringLiteral("••••••")) : value;
    }
};

} // namespace

HeadersEdit::HeadersEdit(QWidget* parent)
    : QWidget(parent)
    , m_table(new QTableWidget(0, 2))
    , m_remove(new QPushButton(tr("Remove"))) {
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(6);
    m_table->setObjectName(QStringLiteral("headers"));
    m_table->setAccessibleName(tr("Headers"));
    m_table->setHorizontalHeaderLabels({tr("Header"), tr("Value")});
    m_table->setFont(Theme::monospace());
    m_table->setShowGrid(false);
    m_table->setAlternatingRowColors(true);
    m_table->setTabKeyNavigation(false);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(rowHeight);
    QHeaderView* header = m_table->horizontalHeader();
    header->setAccessibleName(tr("Columns"));
    header->setHighlightSections(false);
    header->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    header->setStretchLastSection(true);
    header->resizeSection(0, 200);
    layout->addWidget(m_table);
    auto* row = new QHBoxLayout;
    row->setSpacing(6);
    auto* add = new QPushButton(tr("Add header"));
    add->setObjectName(QStringLiteral("addHeader"));
    m_remove->setAccessibleName(tr("Remove header"));
    row->addWidget(add);
    row->addWidget(m_remove);
    row->addStretch();
    layout->addLayout(row);
    connect(add, &QPushButton::clicked, this, &HeadersEdit::addRow);
    connect(m_remove, &QPushButton::clicked, this, &HeadersEdit::removeRow);
    connect(m_table, &QTableWidget::itemChanged, this, [this] {
        if (!m_isSetting)
            Q_EMIT edited();
    });
    connect(m_table, &QTableWidget::itemSelectionChanged, this,
            [this] { m_remove->setEnabled(m_table->currentRow() >= 0); });
    fit();
}

WebhookConfiguration::Headers HeadersEdit::headers() const {
    WebhookConfiguration::Headers list;
    for (int row = 0; row < m_table->rowCount(); ++row) {
        const QString name = m_table->item(row, 0)->text();
        if (!name.isEmpty()) // one that is being begun
            list.append({name, m_table->item(row, 1)->data(Qt::EditRole).toString()});
    }
    return list;
}

void HeadersEdit::setHeaders(const WebhookConfiguration::Headers& headers) {
    // What is edited here comes back as an echo.
    if (headers == this->headers() && !(headers.isEmpty() && m_table->rowCount() > 1))
        return;
    m_isSetting = true;
    m_table->setRowCount(int(headers.size()));
    for (int row = 0; row < m_table->rowCount(); ++row) {
        m_table->setItem(row, 0, new QTableWidgetItem(headers.at(row).first));
        m_table->setItem(row, 1, new ValueItem(headers.at(row).second));
    }
    m_isSetting = false;
    fit();
}

void HeadersEdit::addRow() {
    m_isSetting = true;
    const int row = m_table->rowCount();
    m_table->setRowCount(row + 1);
    m_table->setItem(row, 0, new QTableWidgetItem);
    m_table->setItem(row, 1, new ValueItem);
    m_isSetting = false;
    fit();
    m_table->setCurrentCell(row, 0);
    m_table->editItem(m_table->item(row, 0));
}

void HeadersEdit::removeRow() {
    if (m_table->currentRow() < 0)
        return;
    m_table->removeRow(m_table->currentRow());
    fit();
    Q_EMIT edited();
}

void HeadersEdit::fit() {
    m_table->setVisible(m_table->rowCount() > 0);
    m_remove->setVisible(m_table->rowCount() > 0);
    const int rows = qMin(m_table->rowCount(), shownRows);
    m_table->setFixedHeight(m_table->horizontalHeader()->sizeHint().height() + rows * rowHeight + 2);
    m_remove->setEnabled(m_table->currentRow() >= 0);
}

} // namespace meshwatch
