// SPDX-License-Identifier: MIT
#include "triggerspanel.h"

#include "matrixdelegate.h"
#include "targettitle.h"
#include "triggercounts.h"
#include "triggermatrixmodel.h"
#include "webhookediting.h"
#include "widgets/celldelegate.h"
#include "widgets/format.h"
#include "widgets/label.h"

#include <meshwatch/webhooks/triggerpattern.h>

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLineEdit>
#include <QPushButton>
#include <QTableView>

namespace meshwatch {

namespace {

constexpr int eventWidest = 480; ///< the longest name
constexpr int eventNarrowest = 150;
constexpr int narrowest = 88; ///< with “by pattern”
constexpr int narrowestAtAll = 62;
constexpr int roomyTriggers = 640;
constexpr int widest = 150;
constexpr int roomyHeight = 470; ///< some rows and the footer
constexpr int seenWidth = 110;
constexpr int seenNarrowest = 78;

} // namespace

TriggersPanel::TriggersPanel(const TriggerCounts& counts, QWidget* parent)
    : QWidget(parent)
    , m_counts(counts)
    , m_model(new TriggerMatrixModel(counts, this))
    , m_table(new QTableView)
    , m_pattern(new QLineEdit)
    , m_matches(new Label(Label::Role::Muted))
    , m_add(new QPushButton(tr("Add"))) {
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    m_table->setModel(m_model);
    m_table->setObjectName(QStringLiteral("matrix"));
    m_table->setAccessibleName(tr("Which target gets which events"));
    CellDelegate::dress(*m_table);
    auto* delegate = new MatrixDelegate(m_table);
    m_table->setItemDelegate(delegate);
    m_table->setSelectionMode(QAbstractItemView::NoSelection);
    m_table->verticalHeader()->setDefaultSectionSize(MatrixDelegate::rowHeight);
    m_table->horizontalHeader()->setAccessibleName(tr("Targets"));
    m_table->horizontalHeader()->setSectionsClickable(true);
    layout->addWidget(m_table, 1);

    auto* row = new QHBoxLayout;
    row->setSpacing(8);
    m_pattern->setObjectName(QStringLiteral("pattern"));
    m_pattern->setPlaceholderText(tr("Add pattern…  transport.*"));
    m_pattern->setAccessibleName(tr("Pattern or name of events to add"));
    m_pattern->setMaximumWidth(260);
    m_matches->setObjectName(QStringLiteral("patternMatches"));
    m_matches->setEliding(true);
    m_add->setObjectName(QStringLiteral("addPattern"));
    row->addWidget(m_pattern);
    row->addWidget(m_add);
    row->addWidget(m_matches, 1);
    layout->addLayout(row);

    connect(delegate, &MatrixDelegate::toggled, this, &TriggersPanel::toggle);
    connect(m_table->horizontalHeader(), &QHeaderView::sectionClicked, this, [this](int column) {
        if (const auto* place = m_model->placeAt(column))
            Q_EMIT placeChosen(*place);
    });
    connect(m_model, &TriggerMatrixModel::shaped, this, &TriggersPanel::fitColumns);
    connect(m_pattern, &QLineEdit::textChanged, this, &TriggersPanel::refreshPattern);
    connect(m_pattern, &QLineEdit::returnPressed, this, &TriggersPanel::addPattern);
    connect(m_add, &QPushButton::clicked, this, &TriggersPanel::addPattern);
    connect(&counts, &TriggerCounts::changed, this, &TriggersPanel::refreshPattern);
    fitColumns();
    refreshPattern();
}

void TriggersPanel::setEditing(WebhookEditing* editing) {
    if (m_editing)
        m_editing->disconnect(this);
    m_editing = editing;
    if (editing)
        connect(editing, &WebhookEditing::changed, this, &TriggersPanel::refresh);
    refresh();
}

void TriggersPanel::setPlace(const WebhookConfiguration::Place& place) {
    m_place = place;
    refreshPattern();
}

void TriggersPanel::refresh() {
    const QModelIndex current = m_table->currentIndex();
    const QString trigger = current.isValid() ? m_model->triggerAt(current.row()) : QString();
    const int column = current.column();
    m_model->setConfiguration(m_editing ? m_editing->configuration() : WebhookConfiguration());
    // A new row must not move the keyboard's place.
    if (const int row = m_model->rowOf(trigger); row >= 0 && m_table->currentIndex() != current)
        m_table->setCurrentIndex(m_model->index(row, qMin(column, m_model->columnCount() - 1)));
    refreshPattern();
}

void TriggersPanel::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    fitColumns();
    if (m_footer)
        m_footer->setVisible(height() >= roomyHeight);
}

void TriggersPanel::setFooter(QWidget* footer) {
    m_footer = footer;
    layout()->addWidget(footer);
    footer->setVisible(height() >= roomyHeight);
}

void TriggersPanel::fitColumns() {
    QHeaderView* header = m_table->horizontalHeader();
    const bool isRoomy = width() >= roomyTriggers;
    const int least = isRoomy ? narrowest : narrowestAtAll;
    const int seen = isRoomy ? seenWidth : seenNarrowest;
    int rest = width() - seen - 20;
    const QFontMetrics metrics(header->font());
    for (int column = 1; column + 1 < m_model->columnCount(); ++column) {
        const QString title = m_model->headerData(column, Qt::Horizontal, Qt::DisplayRole).toString();
        header->resizeSection(column, qBound(least, metrics.horizontalAdvance(title) + 28, widest));
        rest -= header->sectionSize(column);
    }
    header->resizeSection(0, qBound(eventNarrowest, rest, eventWidest));
    header->resizeSection(m_model->columnCount() - 1, seen);
    header->setStretchLastSection(true);
}

void TriggersPanel::toggle(const QModelIndex& index) {
    const auto* place = m_model->placeAt(index.column());
    if (!m_editing || !place)
        return;
    const QString trigger = m_model->triggerAt(index.row());
    const bool isOn = m_model->data(index, Qt::CheckStateRole).toInt() != Qt::Checked;
    const QString title = isOn ? tr("Subscribe %1 to %2") : tr("Unsubscribe %1 from %2");
    const WebhookConfiguration::Place target = *place; // the model is made anew by the edit
    m_editing->apply(m_editing->configuration().withSubscription(target, trigger, isOn),
                     title.arg(TargetTitle::of(target), trigger));
}

void TriggersPanel::refreshPattern() {
    const QString pattern = m_pattern->text();
    const bool hasTarget = m_editing && !m_editing->configuration().target(m_place).is_null();
    const QString name = TargetTitle::of(m_place);
    m_add->setEnabled(hasTarget && !pattern.trimmed().isEmpty());
    m_add->setText(hasTarget ? tr("Add for %1").arg(name) : tr("Add"));
    if (pattern.isEmpty()) {
        m_matches->setText(
            tr("* is one segment, ** any number. What it would have matched shows as you type."));
        return;
    }
    const TriggerCounts::Match match = m_counts.match(pattern);
    if (match.events > 0)
        m_matches->setText(
            tr("would have matched %1 events of %n trigger(s) in the last day", nullptr, match.triggers)
                .arg(Format::count(match.events)));
    else if (!triggerpattern::isWildcard(pattern) && m_model->rowOf(pattern) < 0)
        m_matches->setText(tr("No event of this name is known: it would never fire."));
    else
        m_matches->setText(tr("would have matched nothing in the last day"));
}

void TriggersPanel::addPattern() {
    const QString pattern = m_pattern->text().trimmed();
    if (!m_add->isEnabled())
        return;
    m_editing->apply(m_editing->configuration().withSubscription(m_place, pattern, true),
                     tr("Subscribe %1 to %2").arg(TargetTitle::of(m_place), pattern));
    m_pattern->clear();
    if (const int row = m_model->rowOf(pattern); row >= 0)
        m_table->scrollTo(m_model->index(row, 0));
}

} // namespace meshwatch
