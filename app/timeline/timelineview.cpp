// SPDX-License-Identifier: MIT
#include "timelineview.h"

#include "rowtable.h"
#include "timelinedelegate.h"

#include "widgets/emptystate.h"
#include "widgets/format.h"
#include "widgets/theme.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QMenu>
#include <QPushButton>
#include <QScrollBar>

#include <limits>

namespace meshwatch {

TimelineView::TimelineView(TimelineModel& model, QWidget* parent)
    : QWidget(parent)
    , m_model(model)
    , m_table(new RowTable(model))
    , m_delegate(new TimelineDelegate(model, this))
    , m_scroll(new QScrollBar(Qt::Vertical))
    , m_pill(new QPushButton(m_table))
    , m_empty(new EmptyState) {
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_table, 1);
    layout->addWidget(m_empty, 1);
    layout->addWidget(m_scroll);
    m_empty->hide();
    m_table->setItemDelegate(m_delegate);
    m_pill->setProperty("pill", true);
    m_pill->setCursor(Qt::PointingHandCursor);
    m_pill->hide();
    m_scroll->setFocusPolicy(Qt::NoFocus);
    setFocusProxy(m_table);
    setDefaultColumns();

    connect(m_scroll, &QScrollBar::valueChanged, this, [this](int value) {
        if (!m_isSyncing)
            m_model.goTo(m_model.isNewestOnTop() ? value : m_scroll->maximum() - value);
    });
    connect(m_pill, &QPushButton::clicked, this, [this] { m_model.setFollowing(true); });
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this](const QModelIndex& current) {
                if (!m_isSyncing && current.isValid())
                    m_model.setCurrent({current.data(TimelineModel::SeqRole).toLongLong()});
            });
    connect(&model, &TimelineModel::placeChanged, this, &TimelineView::syncScrollBar);
    connect(&model, &TimelineModel::unseenChanged, this, &TimelineView::showUnseen);
    connect(&model, &TimelineModel::followingChanged, this, &TimelineView::showUnseen);
    connect(&model, &TimelineModel::presented, this, &TimelineView::syncSelection);
    connect(&model, &TimelineModel::currentChanged, this, &TimelineView::syncSelection);
    connect(m_table, &RowTable::painted, this, &TimelineView::announcePainted);
    connect(m_table, &RowTable::copyRequested, this, &TimelineView::copyRequested);
    connect(m_table, &RowTable::pauseRequested, this, &TimelineView::pauseRequested);
    connect(m_table, &RowTable::activatedByUser, this, &TimelineView::detailsRequested);
    connect(m_table, &QWidget::customContextMenuRequested, this, [this](const QPoint& position) {
        if (m_table->indexAt(position).isValid())
            Q_EMIT rowMenuRequested(m_table->viewport()->mapToGlobal(position));
    });
    connect(m_table->horizontalHeader(), &QWidget::customContextMenuRequested, this,
            &TimelineView::showHeaderMenu);
    connect(&Theme::instance(), &Theme::changed, m_table->viewport(), qOverload<>(&QWidget::update));
    retranslate();
    syncScrollBar();
}

QTableView* TimelineView::table() const { return m_table; }

void TimelineView::setDefaultColumns() {
    QHeaderView* header = m_table->horizontalHeader();
    header->setMinimumSectionSize(40);
    header->resizeSection(TimelineModel::Received, 108);
    header->resizeSection(TimelineModel::Trigger, 256);
    header->resizeSection(TimelineModel::Peer, 130);
    header->resizeSection(TimelineModel::Via, 96);
    header->resizeSection(TimelineModel::Lag, 64);
    header->resizeSection(TimelineModel::Connection, 130);
    header->setSectionResizeMode(TimelineModel::Summary, QHeaderView::Stretch);
    m_table->setColumnHidden(TimelineModel::Connection, true);
}

void TimelineView::setConnectionColours(const QHash<ConnectionId, QColor>& colours) {
    m_delegate->setConnectionColours(colours);
    m_table->viewport()->update();
}

void TimelineView::setEmptyShown(bool isShown) {
    m_empty->setVisible(isShown);
    m_table->setVisible(!isShown);
    m_scroll->setVisible(!isShown);
}

QByteArray TimelineView::columnState() const { return m_table->horizontalHeader()->saveState(); }

void TimelineView::setColumnState(const QByteArray& state) {
    if (!state.isEmpty() && m_table->horizontalHeader()->restoreState(state))
        m_table->horizontalHeader()->setSectionResizeMode(TimelineModel::Summary, QHeaderView::Stretch);
}

void TimelineView::syncScrollBar() {
    m_isSyncing = true;
    const int last = int(qMin<qint64>(m_model.lastPlace(), std::numeric_limits<int>::max()));
    const int place = int(qMin<qint64>(m_model.place(), last));
    m_scroll->setPageStep(m_model.page());
    m_scroll->setSingleStep(1);
    m_scroll->setRange(0, last);
    m_scroll->setValue(m_model.isNewestOnTop() ? place : last - place);
    m_isSyncing = false;
}

void TimelineView::syncSelection() {
    m_isSyncing = true;
    const int row = m_model.rowOf(m_model.current());
    QItemSelectionModel* selection = m_table->selectionModel();
    if (row < 0)
        selection->clear();
    else if (selection->currentIndex().row() != row || !selection->isRowSelected(row))
        selection->setCurrentIndex(m_model.index(row, TimelineModel::Summary),
                                   QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    m_isSyncing = false;
}

void TimelineView::showUnseen() {
    const qint64 count = m_model.unseen();
    m_pill->setText(tr("%1 new").arg(Format::count(count)));
    m_pill->setAccessibleDescription(tr("Jump to the newest event"));
    m_pill->setVisible(count > 0 && !m_model.isFollowing());
    placePill();
}

void TimelineView::placePill() {
    m_pill->adjustSize();
    const QRect area = m_table->viewport()->geometry();
    const int y = m_model.isNewestOnTop() ? area.top() + 10 : area.bottom() - m_pill->height() - 10;
    m_pill->move(area.center().x() - m_pill->width() / 2, y);
}

void TimelineView::announcePainted() {
    if (const int rows = m_model.rowCount(); rows > 0) {
        const EventSeq top = m_model.row(0)->seq;
        const EventSeq bottom = m_model.row(rows - 1)->seq;
        Q_EMIT painted(qMax(top, bottom), qMin(top, bottom));
    }
}

void TimelineView::showHeaderMenu(const QPoint& position) {
    QHeaderView* header = m_table->horizontalHeader();
    QMenu menu(this);
    for (int column = 0; column < TimelineModel::ColumnCount; ++column) {
        QAction* action =
            menu.addAction(m_model.headerData(column, Qt::Horizontal, Qt::DisplayRole).toString());
        action->setCheckable(true);
        action->setChecked(!header->isSectionHidden(column));
        action->setEnabled(column != TimelineModel::Summary);
        connect(action, &QAction::toggled, this,
                [header, column](bool isOn) { header->setSectionHidden(column, !isOn); });
    }
    menu.addSeparator();
    menu.addAction(tr("Standard columns"), this, [this, header] {
        for (int column = 0; column < TimelineModel::ColumnCount; ++column) {
            header->moveSection(header->visualIndex(column), column);
            header->setSectionHidden(column, false);
        }
        setDefaultColumns();
    });
    menu.exec(header->mapToGlobal(position));
}

void TimelineView::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    placePill();
}

void TimelineView::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        m_model.refresh();
    }
    QWidget::changeEvent(event);
}

void TimelineView::retranslate() {
    m_table->setAccessibleName(tr("Events"));
    m_table->horizontalHeader()->setAccessibleName(tr("Columns"));
    m_scroll->setAccessibleName(tr("Place in the list"));
    showUnseen();
}

} // namespace meshwatch
