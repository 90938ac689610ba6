// SPDX-License-Identifier: MIT
#pragma once

#include <QCoreApplication>
#include <QPointer>
#include <QThreadPool>

#include <utility>

namespace meshwatch {

/// Runs `work` on a pool thread and hands what it gives to `done` on the thread of `context`. If `context` is
/// gone by then, the result is dropped.
template<typename Work, typename Done>
void inBackground(QObject* context, Work work, Done done) {
    // Only on the window's thread is looked whether `context` is still there.
    QPointer<QObject> guard(context);
    QThreadPool::globalInstance()->start([guard, work = std::move(work), done = std::move(done)]() mutable {
        auto result = work();
        QMetaObject::invokeMethod(qApp,
                                  [guard, result = std::move(result), done = std::move(done)]() mutable {
                                      if (guard)
                                          done(std::move(result));
                                  });
    });
}

} // namespace meshwatch
