// SPDX-License-Identifier: MIT
#include "checkpointer.h"

#include "sqlite.h"

namespace meshwatch {

namespace {

/// 64 MiB of log. Less would write pages again that change once more soon.
constexpr int duePages = 16'000;
/// As long as a reader keeps the log from beginning anew, it is tried again after as many more.
constexpr int againPages = 4'000;
/// What the writer brings in itself.
constexpr int restPages = 500;
constexpr int rounds = 5;

} // namespace

Checkpointer::Checkpointer(QString path)
    : m_path(std::move(path))
    , m_dueAt(duePages)
    , m_thread([this] { loop(); }) {}

Checkpointer::~Checkpointer() { stop(); }

void Checkpointer::stop() {
    {
        const std::lock_guard lock(m_mutex);
        m_isStopping = true;
        m_changed.notify_all();
    }
    if (m_thread.joinable())
        m_thread.join();
}

void Checkpointer::grown(int frames) {
    if (frames < m_dueAt - duePages)
        m_dueAt = duePages;
    if (frames < m_dueAt)
        return;
    m_dueAt = frames + againPages;
    const std::lock_guard lock(m_mutex);
    m_isDue = true;
    m_changed.notify_all();
}

bool Checkpointer::takeRest() { return m_isRestDue.exchange(false); }

void Checkpointer::loop() {
    for (;;) {
        {
            std::unique_lock lock(m_mutex);
            m_changed.wait(lock, [this] { return m_isDue || m_isStopping; });
            if (m_isStopping)
                return;
            m_isDue = false;
        }
        bringIn();
        m_isRestDue = true;
    }
}

void Checkpointer::bringIn() {
    sqlite::Database database;
    if (sqlite::Database::open(m_path, sqlite::Database::Mode::ReadWrite, database) != SQLITE_OK)
        return; // the writer does all of it
    int inLog = 0, done = 0;
    for (int round = 0; round < rounds; ++round) {
        const int code =
            sqlite3_wal_checkpoint_v2(database.handle(), nullptr, SQLITE_CHECKPOINT_PASSIVE, &inLog, &done);
        if (code != SQLITE_OK || inLog - done < restPages)
            return;
    }
}

} // namespace meshwatch
