// SPDX-License-Identifier: MIT
#include "growingarea.h"

#include <QEvent>
#include <QLayout>
#include <QPointer>
#include <QScreen>
#include <QTimer>

namespace meshwatch {

namespace {

/// Where a screen is small, what is seen of it at least.
constexpr int leastHeight = 160;

/// The window's frame, which belongs to the desktop.
constexpr int frameHeight = 40;

} // namespace

GrowingArea::GrowingArea(QWidget* content, QWidget* parent)
    : QScrollArea(parent) {
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setFocusPolicy(Qt::NoFocus);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setWidget(content);
}

int GrowingArea::heightOfContent(int width) const {
    const QLayout* layout = widget()->layout();
    return layout->hasHeightForWidth() ? layout->totalHeightForWidth(width)
                                       : layout->totalSizeHint().height();
}

QSize GrowingArea::sizeHint() const {
    const int width = qMax(minimumWidth(), widget()->layout()->totalSizeHint().width());
    return {width, heightOfContent(width)};
}

QSize GrowingArea::minimumSizeHint() const {
    const QSize least = widget()->layout()->totalMinimumSize();
    return {least.width(), qMin(least.height(), leastHeight)};
}

void GrowingArea::bringUp(QWidget* widget) {
    QTimer::singleShot(0, this, [this, shown = QPointer(widget)] {
        if (shown)
            ensureWidgetVisible(shown);
    });
}

bool GrowingArea::eventFilter(QObject* watched, QEvent* event) {
    const bool isDone = QScrollArea::eventFilter(watched, event);
    if (watched == widget() && event->type() == QEvent::LayoutRequest && isVisible())
        growWindow();
    return isDone;
}

void GrowingArea::growWindow() {
    const int missing = heightOfContent(viewport()->width()) - viewport()->height();
    const int room = screen()->availableGeometry().height() - frameHeight;
    if (missing > 0 && window()->height() < room)
        window()->resize(window()->width(), qMin(window()->height() + missing, room));
}

} // namespace meshwatch
