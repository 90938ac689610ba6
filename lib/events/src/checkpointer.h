// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

#include <condition_variable>
#include <mutex>
#include <thread>

namespace meshwatch {

/// Brings the write-ahead log of a database into it while the writer goes on: a thread with a connection of
/// its own. The writer itself would be away for as long as the disk takes for thousands of pages.
///
/// The log begins anew only when all of it is in the database, and a writer that goes on always adds
/// something. So the thread goes on until little is left, and the writer does the rest: see takeRest().
class Checkpointer {
public:
    explicit Checkpointer(QString path);
    ~Checkpointer();

    /// After a commit, when the log has `frames` pages.
    void grown(int frames);
    /// True once, when the writer is to bring in what little is left.
    [[nodiscard]] bool takeRest();
    /// Ends what is under way; grown() has no effect any more.
    void stop();

private:
    void loop();
    void bringIn();

    const QString m_path;
    std::mutex m_mutex;
    std::condition_variable m_changed;
    bool m_isDue = false;
    bool m_isStopping = false;
    std::atomic<bool> m_isRestDue = false;
    int m_dueAt; ///< pages in the log; the writer's thread
    std::thread m_thread;
};

} // namespace meshwatch
