// SPDX-License-Identifier: MIT
#pragma once

#include <meshwatch/events/eventreader.h>

#include <QObject>
#include <QPointer>
#include <QThread>

#include <atomic>
#include <memory>
#include <type_traits>

namespace meshwatch {

/// A thread with a reader of the store: takes work from the window's thread and brings back what it read.
class StoreThread {
public:
    StoreThread(QString storePath, const char* name);
    /// Work that has not begun is dropped; what is under way sees isStopping().
    ~StoreThread();
    Q_DISABLE_COPY_MOVE(StoreThread)

    [[nodiscard]] const std::atomic<bool>& isStopping() const { return m_isStopping; }

    /// Calls `work(const EventReader&)` there, then `then(result)` in the thread of `context`, unless that is
    /// gone. Without a readable store (which tells of its trouble itself) the result is a default one.
    template<typename Work, typename Then>
    void run(QObject* context, Work work, Then then) {
        using Value = std::invoke_result_t<Work, const EventReader&>;
        QMetaObject::invokeMethod(
            &m_worker,
            [this, context = QPointer(context), work = std::move(work), then = std::move(then)]() mutable {
                const EventReader* store = m_isStopping ? nullptr : reader();
                auto value = std::make_shared<Value>(store ? work(*store) : Value());
                if (context)
                    QMetaObject::invokeMethod(
                        context.data(),
                        [then = std::move(then), value]() mutable { then(std::move(*value)); },
                        Qt::QueuedConnection);
            },
            Qt::QueuedConnection);
    }

private:
    [[nodiscard]] const EventReader* reader();

    const QString m_path;
    std::unique_ptr<EventReader> m_reader; ///< of the thread alone
    std::atomic<bool> m_isStopping = false;
    QThread m_thread;
    QObject m_worker;
};

} // namespace meshwatch
