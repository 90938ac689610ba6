// SPDX-License-Identifier: MIT
#pragma once

#include <QFuture>
#include <QFutureWatcher>
#include <QObject>

#include <utility>

namespace meshwatch::connector {

/// Calls `then(value)` in the thread of `context` when the future has its value; never if it was cancelled or
/// `context` is gone by then. To be called in the thread of `context`.
///
/// In place of QFuture::then(context, …), which in Qt 6.4 may not outlive its context (an assertion in debug
/// builds) and whose future crashes when it is cancelled after it finished.
template<typename T, typename Then>
void whenFinished(const QFuture<T>& future, QObject* context, Then then) {
    auto* watcher = new QFutureWatcher<T>(context);
    QObject::connect(watcher, &QFutureWatcherBase::finished, context,
                     [watcher, then = std::move(then)]() mutable {
                         watcher->deleteLater();
                         // By reference: a result may be a list of a hundred thousand.
                         if (const auto finished = watcher->future(); finished.resultCount() > 0)
                             then(*finished.constBegin());
                     });
    watcher->setFuture(future);
}

} // namespace meshwatch::connector
