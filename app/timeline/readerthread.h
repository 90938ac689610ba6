// SPDX-License-Identifier: MIT
#pragma once

#include <meshwatch/events/eventreader.h>

#include <QObject>
#include <QThread>

#include <atomic>
#include <memory>

namespace meshwatch {

/// A thread with an EventReader of its own: takes questions, answers on the thread of this object. Nobody waits.
class ReaderThread : public QObject {
    Q_OBJECT
public:
    explicit ReaderThread(QString storePath, QObject* parent = nullptr);
    /// Waits for the question under way; drops the others.
    ~ReaderThread() override;

    /// Runs `ask(const EventReader&)` there and `done(result)` here. If the store cannot be opened, failed() comes
    /// instead.
    template<typename Ask, typename Done>
    void post(Ask ask, Done done) {
        QMetaObject::invokeMethod(&m_worker, [this, ask = std::move(ask), done = std::move(done)]() mutable {
            if (m_isStopping || !open())
                return;
            auto result = ask(std::as_const(*m_reader));
            QMetaObject::invokeMethod(
                this, [result = std::move(result), done = std::move(done)]() mutable { done(std::move(result)); },
                Qt::QueuedConnection);
        });
    }

    /// Set while this thread ends: a long search looks at it.
    [[nodiscard]] const std::atomic<bool>& isStopping() const { return m_isStopping; }

Q_SIGNALS:
    void failed(const QString& message);

private:
    bool open();

    QString m_path;
    QThread m_thread;
    QObject m_worker; ///< lives in m_thread
    std::unique_ptr<EventReader> m_reader;
    std::atomic<bool> m_isStopping = false;
};

} // namespace meshwatch
