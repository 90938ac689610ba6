// SPDX-License-Identifier: MIT
#pragma once

#include "awaiting.h"
#include "rawserver.h"

#include <QEventLoop>
#include <QFile>
#include <QTimer>

/// What tests of uploads and downloads share.

/// The most of the program's memory that was ever in use, in bytes.
inline qint64 peakMemory() {
    QFile status(QStringLiteral("/proc/self/status"));
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    const QByteArray text = status.readAll();
    return text.mid(text.indexOf("VmHWM:") + 6).trimmed().split(' ').first().toLongLong() * 1024;
}

/// Sanitizers keep what was freed, to see who uses it: figures of memory say nothing then.
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
inline constexpr bool isMemoryOurs = false;
#else
inline constexpr bool isMemoryOurs = true;
#endif

inline RawServer::Handler always(const QByteArray& answer) {
    return [answer](const RawServer::Request&, QTcpSocket* socket) { socket->write(answer); };
}

/// As comes(), for much data: the event loop never pauses. False if it did not come in a minute.
template<typename T>
[[nodiscard]] bool ends(const QFuture<T>& future) {
    QEventLoop loop;
    QFutureWatcher<T> watcher;
    QObject::connect(&watcher, &QFutureWatcherBase::finished, &loop, &QEventLoop::quit);
    QTimer::singleShot(60'000, &loop, &QEventLoop::quit);
    watcher.setFuture(future);
    if (!future.isFinished())
        loop.exec();
    return future.isFinished();
}

/// Why there is no result; nothing said if there is one.
template<typename T>
meshwatch::ConnectorError errorOf(const QFuture<meshwatch::ConnectorResult<T>>& future) {
    return future.result() ? meshwatch::ConnectorError() : future.result().error();
}
