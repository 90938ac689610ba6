// SPDX-License-Identifier: MIT
#pragma once

#include <meshwatch/events/eventreader.h>

#include <QObject>
#include <QPointer>
#include <QThread>

#include <atomic>
#include <memory>

namespace meshwatch {

/// Reads a store for windows without making them wait: what is asked runs in a thread of its own, the answer
/// comes back in the thread of the one who asked.
class StoreReading : public QObject {
    Q_OBJECT
public:
    /// `storePath` is EventStore::path() of an open store.
    explicit StoreReading(const QString& storePath, QObject* parent = nullptr);
    /// Waits for the question under way; drops the others.
    ~StoreReading() override;

    /// Runs `question` on the reading thread and `answer` with its value in the caller's; `answer` is left
    /// out when `context` is gone by then or the store cannot be read (then failed() comes).
    template<typename Question, typename Answer>
    void ask(QObject* context, Question question, Answer answer) {
        QMetaObject::invokeMethod(&m_worker,
                                  [this, context = QPointer<QObject>(context), question = std::move(question),
                                   answer = std::move(answer)]() mutable {
                                      const EventReader* reader = m_isStopping ? nullptr : opened();
                                      if (!reader)
                                          return;
                                      // Back over this object, which lives in the window's thread as
                                      // `context` does: only there may be asked whether the context is still
                                      // alive.
                                      QMetaObject::invokeMethod(this, [context, value = question(*reader),
                                                                       answer = std::move(answer)]() mutable {
                                          if (context)
                                              answer(std::move(value));
                                      });
                                  });
    }

Q_SIGNALS:
    void failed(const QString& message);

private:
    const EventReader* opened();

    QString m_path;
    QThread m_thread;
    QObject m_worker;                      ///< lives in m_thread
    std::unique_ptr<EventReader> m_reader; ///< used in m_thread only
    std::atomic<bool> m_isStopping = false;
};

} // namespace meshwatch
