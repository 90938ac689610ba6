// SPDX-License-Identifier: MIT
#include "rowtable.h"

#include "timelinedelegate.h"
#include "timelinemodel.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QScrollBar>
#include <QWheelEvent>

namespace meshwatch {

namespace {
/// A notch of the wheel is 120 eighths of a degree and scrolls three rows.
constexpr int wheelUnitsPerRow = 40;
} // namespace

RowTable::RowTable(TimelineModel& model, QWidget* parent)
    : QTableView(parent)
    , m_model(model) {
    setModel(&model);
    setSelectionBehavior(SelectRows);
    setSelectionMode(SingleSelection);
    setShowGrid(false);
    setWordWrap(false);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setHorizontalScrollMode(ScrollPerPixel);
    setTabKeyNavigation(false);
    setContextMenuPolicy(Qt::CustomContextMenu);
    verticalHeader()->setVisible(false);
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    verticalHeader()->setMinimumSectionSize(TimelineDelegate::rowHeight);
    verticalHeader()->setDefaultSectionSize(TimelineDelegate::rowHeight);
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setSectionsMovable(true);
    horizontalHeader()->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(this, &QTableView::doubleClicked, this, &RowTable::activatedByUser);
    // One row more than fits is in the model; it must not scroll the table within itself.
    connect(verticalScrollBar(), &QScrollBar::valueChanged, this, [this](int value) {
        if (value != 0)
            verticalScrollBar()->setValue(0);
    });
}

void RowTable::keyPressEvent(QKeyEvent* event) {
    const qint64 older = m_model.isNewestOnTop() ? 1 : -1;
    if (event->matches(QKeySequence::Copy)) {
        Q_EMIT copyRequested();
        return;
    }
    switch (event->key()) {
    case Qt::Key_Down:
        m_model.moveCurrent(older);
        return;
    case Qt::Key_Up:
        m_model.moveCurrent(-older);
        return;
    case Qt::Key_PageDown:
        m_model.moveCurrent(older * m_model.page());
        return;
    case Qt::Key_PageUp:
        m_model.moveCurrent(-older * m_model.page());
        return;
    case Qt::Key_Home:
    case Qt::Key_End: {
        const bool isNewest = (event->key() == Qt::Key_Home) == m_model.isNewestOnTop();
        m_model.moveCurrentTo(isNewest ? 0 : m_model.lastPlace() + m_model.page());
        if (isNewest)
            m_model.setFollowing(true);
        return;
    }
    case Qt::Key_Space:
        Q_EMIT pauseRequested();
        return;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        Q_EMIT activatedByUser();
        return;
    default:
        QTableView::keyPressEvent(event);
    }
}

void RowTable::wheelEvent(QWheelEvent* event) {
    if (event->angleDelta().y() == 0) {
        QTableView::wheelEvent(event);
        return;
    }
    m_wheelRest += event->angleDelta().y();
    const int rows = m_wheelRest / wheelUnitsPerRow;
    m_wheelRest -= rows * wheelUnitsPerRow;
    const int older = m_model.isNewestOnTop() ? 1 : -1;
    if (rows != 0)
        m_model.goTo(m_model.place() - qint64(rows) * older);
    event->accept();
}

void RowTable::paintEvent(QPaintEvent* event) {
    QTableView::paintEvent(event);
    Q_EMIT painted();
}

void RowTable::resizeEvent(QResizeEvent* event) {
    QTableView::resizeEvent(event);
    fitPage();
}

void RowTable::fitPage() { m_model.setPage(qMax(1, viewport()->height() / TimelineDelegate::rowHeight)); }

} // namespace meshwatch
