// SPDX-License-Identifier: MIT
#include "rawview.h"

#include "background.h"
#include "theme.h"

#include <QClipboard>
#include <QContextMenuEvent>
#include <QGuiApplication>
#include <QMenu>
#include <QMouseEvent>
#include <QPainter>
#include <QScrollBar>

namespace meshwatch {

namespace {
constexpr int margin = 2;
/// Up to here laying out takes well under a frame.
constexpr qsizetype smallEnough = 64 * 1024;
} // namespace

RawView::RawView(QWidget* parent)
    : QAbstractScrollArea(parent) {
    setFont(Theme::monospace());
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    viewport()->setCursor(Qt::IBeamCursor);
    setAccessibleName(tr("Body as it came"));
    m_relayout.setSingleShot(true);
    m_relayout.setInterval(60);
    connect(&m_relayout, &QTimer::timeout, this, &RawView::layOut);
}

void RawView::setBytes(const QByteArray& bytes) {
    m_bytes = bytes;
    m_anchor = m_cursor = 0;
    take({});
    layOut();
}

void RawView::layOut() {
    const int generation = ++m_generation;
    m_laidOutColumns = columns();
    if (m_bytes.size() <= smallEnough) {
        take(RawText(m_bytes, m_laidOutColumns));
        Q_EMIT loaded();
        return;
    }
    inBackground(
        this, [bytes = m_bytes, columns = m_laidOutColumns] { return RawText(bytes, columns); },
        [this, generation](RawText text) {
            if (generation != m_generation)
                return;
            take(std::move(text));
            Q_EMIT loaded();
        });
}

void RawView::take(RawText text) {
    // The byte at the top stays there when the width changes.
    const qsizetype top = m_text.rowCount() > 0 ? m_text.start(verticalScrollBar()->value()) : 0;
    m_text = std::move(text);
    fitScrollBar();
    verticalScrollBar()->setValue(m_text.rowCount() > 0 ? m_text.rowOf(top) : 0);
    viewport()->update();
}

void RawView::fitScrollBar() {
    const int page = qMax(1, viewport()->height() / rowHeight());
    verticalScrollBar()->setPageStep(page);
    verticalScrollBar()->setRange(0, qMax(0, m_text.rowCount() - page));
}

int RawView::rowHeight() const { return fontMetrics().height() + 2; }

qreal RawView::columnWidth() const { return QFontMetricsF(font()).horizontalAdvance(QLatin1Char('0')); }

int RawView::columns() const { return int((viewport()->width() - 2 * margin) / columnWidth()); }

void RawView::paintEvent(QPaintEvent*) {
    QPainter painter(viewport());
    const Theme::Colours& c = Theme::colours();
    painter.fillRect(viewport()->rect(), c.panel);
    const qsizetype from = qMin(m_anchor, m_cursor);
    const qsizetype to = qMax(m_anchor, m_cursor);
    const int first = verticalScrollBar()->value();
    const int last = qMin(m_text.rowCount() - 1, first + viewport()->height() / rowHeight() + 1);
    for (int row = first; row <= last; ++row) {
        const int y = (row - first) * rowHeight();
        const qsizetype start = m_text.start(row);
        const qsizetype end = m_text.start(row + 1);
        if (to > from && from < end && to > start) {
            const int left = from > start ? m_text.columnOf(from) : 0;
            const int right = to < end ? m_text.columnOf(to) : m_laidOutColumns;
            painter.fillRect(
                QRectF(margin + left * columnWidth(), y, (right - left) * columnWidth(), rowHeight()),
                c.selection);
        }
        painter.setPen(c.text);
        painter.drawText(QPointF(margin, y + 1 + fontMetrics().ascent()), m_text.text(row));
    }
}

void RawView::resizeEvent(QResizeEvent* event) {
    QAbstractScrollArea::resizeEvent(event);
    if (columns() != m_laidOutColumns)
        m_relayout.start();
    else
        fitScrollBar();
}

qsizetype RawView::offsetAt(const QPoint& point) const {
    if (m_text.rowCount() == 0)
        return 0;
    const int row = qBound(0, verticalScrollBar()->value() + point.y() / rowHeight(), m_text.rowCount() - 1);
    return m_text.offsetAt(row, qRound((point.x() - margin) / columnWidth()));
}

void RawView::mousePressEvent(QMouseEvent* event) {
    if (event->button() != Qt::LeftButton)
        return;
    m_cursor = offsetAt(event->position().toPoint());
    if (!(event->modifiers() & Qt::ShiftModifier))
        m_anchor = m_cursor;
    viewport()->update();
}

void RawView::mouseMoveEvent(QMouseEvent* event) {
    if (!(event->buttons() & Qt::LeftButton))
        return;
    const int y = event->position().toPoint().y();
    if (y < 0 || y > viewport()->height())
        verticalScrollBar()->setValue(verticalScrollBar()->value() + (y < 0 ? -1 : 1));
    m_cursor = offsetAt(event->position().toPoint());
    viewport()->update();
}

void RawView::keyPressEvent(QKeyEvent* event) {
    QScrollBar* bar = verticalScrollBar();
    if (event->matches(QKeySequence::Copy))
        copy();
    else if (event->matches(QKeySequence::SelectAll))
        selectAll();
    else if (event->key() == Qt::Key_Home)
        bar->setValue(bar->minimum());
    else if (event->key() == Qt::Key_End)
        bar->setValue(bar->maximum());
    else
        QAbstractScrollArea::keyPressEvent(event);
}

void RawView::contextMenuEvent(QContextMenuEvent* event) {
    QMenu menu(this);
    menu.addAction(tr("Copy"), this, &RawView::copy)->setEnabled(!selected().isEmpty());
    menu.addAction(tr("Select all"), this, &RawView::selectAll);
    menu.exec(event->globalPos());
}

void RawView::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange)
        setAccessibleName(tr("Body as it came"));
    QAbstractScrollArea::changeEvent(event);
}

QByteArray RawView::selected() const {
    return m_bytes.mid(qMin(m_anchor, m_cursor), qAbs(m_cursor - m_anchor));
}

void RawView::copy() { QGuiApplication::clipboard()->setText(QString::fromUtf8(selected())); }

void RawView::selectAll() {
    m_anchor = 0;
    m_cursor = m_bytes.size();
    viewport()->update();
}

} // namespace meshwatch
