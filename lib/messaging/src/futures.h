// SPDX-License-Identifier: MIT
#pragma once

#include <meshwatch/connector/callgroup.h>

#include <QFutureWatcher>
#include <QPromise>

#include <memory>

/// Futures of the client turned into futures of other values.
namespace meshwatch::futures {

template<typename T>
[[nodiscard]] connector::Future<T> ready(ConnectorResult<T> value) {
    QPromise<ConnectorResult<T>> promise;
    promise.start();
    promise.addResult(std::move(value));
    promise.finish();
    return promise.future();
}

/// The value changed by `change`, in the caller's thread; an error stays one. To cancel it cancels the call.
template<typename T, typename From, typename Change>
[[nodiscard]] connector::Future<T> mapped(const connector::Future<From>& from, Change change) {
    const auto promise = std::make_shared<QPromise<ConnectorResult<T>>>();
    promise->start();
    auto* watcher = new QFutureWatcher<ConnectorResult<From>>();
    auto* back = new QFutureWatcher<ConnectorResult<T>>(watcher);
    QObject::connect(back, &QFutureWatcherBase::canceled, watcher,
                     [call = connector::Future<From>(from)]() mutable { call.cancel(); });
    QObject::connect(watcher, &QFutureWatcherBase::finished, watcher, [promise, watcher, change] {
        watcher->deleteLater();
        if (const auto done = watcher->future(); done.resultCount() > 0) {
            const ConnectorResult<From>& result = *done.constBegin();
            if (!result) {
                promise->addResult(ConnectorResult<T>(result.error()));
            } else if constexpr (std::is_void_v<T>) {
                change(*result);
                promise->addResult(ConnectorResult<T>());
            } else {
                promise->addResult(ConnectorResult<T>(change(*result)));
            }
        }
        promise->finish();
    });
    back->setFuture(promise->future());
    watcher->setFuture(from);
    return promise->future();
}

} // namespace meshwatch::futures
