// SPDX-License-Identifier: MIT
#include "peerlist.h"

#include "peerdelegate.h"
#include "widgets/emptystate.h"
#include "widgets/primarybutton.h"
#include "widgets/theme.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QScrollBar>
#include <QShortcut>
#include <QStackedWidget>

namespace meshwatch {

PeerList::PeerList(Workspace& workspace, QWidget* parent)
    : QWidget(parent)
    , m_model(new PeerListModel(workspace, this))
    , m_search(new QLineEdit)
    , m_new(new QPushButton(tr("New")))
    , m_view(new QListView)
    , m_empty(new EmptyState)
    , m_stack(new QStackedWidget) {
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    auto* bar = new QWidget;
    bar->setObjectName(QStringLiteral("toolBar"));
    bar->setAttribute(Qt::WA_StyledBackground);
    auto* line = new QHBoxLayout(bar);
    line->setContentsMargins(12, 10, 12, 10);
    line->setSpacing(8);
    m_search->setPlaceholderText(tr("Search people and text"));
    m_search->setAccessibleName(m_search->placeholderText());
    m_search->setClearButtonEnabled(true);
    line->addWidget(m_search, 1);
    makePrimary(m_new);
    m_new->setToolTip(tr("Write a Mail to one or many"));
    m_new->setAccessibleName(m_new->toolTip());
    line->addWidget(m_new);
    layout->addWidget(bar);
    layout->addWidget(m_stack, 1);
    m_view->setModel(m_model);
    m_view->setItemDelegate(new PeerDelegate(*m_model, m_view));
    m_view->setAccessibleName(tr("Peers"));
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->setUniformItemSizes(true);
    m_view->setMouseTracking(true);
    m_view->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_view->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_stack->addWidget(m_view);
    m_empty->setTextWidth(220);
    m_stack->addWidget(m_empty);

    connect(m_search, &QLineEdit::textChanged, m_model, &PeerListModel::setFilter);
    connect(m_search, &QLineEdit::returnPressed, this, [this] {
        choose(m_model->index(qMax(0, m_model->rowOf(m_current)), 0));
        Q_EMIT entered();
    });
    auto* down = new QShortcut(QKeySequence(Qt::Key_Down), m_search, m_view, qOverload<>(&QWidget::setFocus),
                               Qt::WidgetShortcut);
    down->setAutoRepeat(false);
    connect(m_new, &QPushButton::clicked, this, &PeerList::newRequested);
    connect(m_model, &QAbstractItemModel::modelAboutToBeReset, this, [this] { m_isSelecting = true; });
    connect(m_model, &PeerListModel::changed, this, [this] {
        selectCurrent();
        refreshEmpty();
    });
    connect(m_view->selectionModel(), &QItemSelectionModel::currentChanged, this,
            [this](const QModelIndex& index) {
                if (!m_isSelecting)
                    choose(index);
            });
    connect(m_view, &QListView::activated, this, &PeerList::entered);
    connect(m_empty, &EmptyState::activated, m_search, &QLineEdit::clear);
    connect(&Theme::instance(), &Theme::changed, m_view->viewport(), qOverload<>(&QWidget::update));
    refreshEmpty();
}

void PeerList::choose(const QModelIndex& index) {
    const PeerListModel::Row* row = m_model->row(index.row());
    if (!row)
        return;
    m_current = row->key();
    Q_EMIT chosen(m_current, row->match.object);
}

void PeerList::setCurrent(const PeerKey& key) {
    m_current = key;
    selectCurrent();
}

void PeerList::selectCurrent() {
    m_isSelecting = true;
    const int row = m_model->rowOf(m_current);
    if (row >= 0)
        m_view->selectionModel()->setCurrentIndex(m_model->index(row, 0),
                                                  QItemSelectionModel::ClearAndSelect);
    else
        m_view->selectionModel()->clear();
    m_isSelecting = false;
}

void PeerList::refreshEmpty() {
    const bool isEmpty = m_model->rowCount() == 0;
    m_stack->setCurrentWidget(isEmpty ? static_cast<QWidget*>(m_empty) : m_view);
    m_new->setEnabled(!isEmpty || !m_model->filter().isEmpty());
    if (!isEmpty)
        return;
    if (!m_model->filter().isEmpty())
        m_empty->set(tr("Nobody found"), tr("No name and no message matches."), tr("Show all"));
    else if (!m_model->isReady())
        m_empty->set(tr("Reading…"), {});
    else
        m_empty->set(tr("Nobody yet"),
                     tr("Peers appear here as soon as a relationship with one is asked for. Give somebody a "
                        "relationship template to begin."));
}

} // namespace meshwatch
