// SPDX-License-Identifier: MIT
#pragma once

#include <QApplication>
#include <QElapsedTimer>
#include <QThread>

#include <vector>

/// Measures how long each event of the window's thread keeps it.
class MeasuredApplication : public QApplication {
public:
    using QApplication::QApplication;

    bool notify(QObject* receiver, QEvent* event) override {
        // Other threads' events pass here, too.
        if (QThread::currentThread() != thread() || m_depth > 0)
            return QApplication::notify(receiver, event);
        ++m_depth;
        QElapsedTimer timer;
        timer.start();
        const bool isTaken = QApplication::notify(receiver, event);
        --m_depth;
        if (isMeasuring)
            busy.push_back(timer.nsecsElapsed());
        return isTaken;
    }

    bool isMeasuring = false;
    std::vector<qint64> busy; ///< nanoseconds

private:
    int m_depth = 0;
};
