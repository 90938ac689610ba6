// SPDX-License-Identifier: MIT
#include "shots.h"

#include <QApplication>
#include <QDeadlineTimer>

#include <cstdio>

namespace meshwatch::shots {

bool waitFor(const std::function<bool()>& isDone, int milliseconds) {
    const QDeadlineTimer deadline(milliseconds);
    while (!isDone() && !deadline.hasExpired())
        QApplication::processEvents(QEventLoop::AllEvents, 20);
    return isDone();
}

void settle(int milliseconds) {
    waitFor([] { return false; }, milliseconds);
}

void Shots::take(QWidget& widget, const QString& name) {
    settle();
    const QString file = m_folder.filePath(name + QLatin1Char('-') + m_suffix + QStringLiteral(".png"));
    if (!widget.grab().save(file)) {
        std::fprintf(stderr, "meshwatch-shots: cannot write %s\n", qUtf8Printable(file));
        isGood = false;
    }
}

} // namespace meshwatch::shots
