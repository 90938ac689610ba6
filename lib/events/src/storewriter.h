// SPDX-License-Identifier: MIT
#pragma once

#include "checkpointer.h"
#include "eventinserter.h"
#include "sqlite.h"

#include <meshwatch/events/eventstore.h>

#include <condition_variable>
#include <deque>
#include <mutex>
#include <thread>

namespace meshwatch {

/// The store's one writer: a thread that takes what is queued, commits it together, and reports.
class EventStore::Writer {
public:
    using Task = std::function<void(sqlite::Database&, EventInserter&)>;

    Writer(QString path, sqlite::Database database, Opening opening);
    ~Writer();

    /// The signals go out through this object.
    void start(EventStore* store);
    void append(std::vector<Arrival> arrivals, SourceId source, QByteArray position, Committed committed);
    /// Runs on the writer's thread in a transaction of its own, after what was queued before.
    void run(Task task);
    /// The same, and waits for it.
    void runAndWait(const Task& task);
    void flush();
    void quarantine(QuarantinedBody body);
    void clearQuarantine();
    /// On the writer's thread.
    void tellGapsChanged();
    /// Refuses what cannot be written within `patience` and ends the thread.
    void stop();

    [[nodiscard]] const QString& path() const { return m_path; }
    [[nodiscard]] const Opening& opening() const { return m_opening; }
    [[nodiscard]] Trouble trouble() const { return m_trouble; }
    [[nodiscard]] qint64 pending() const;
    void setRetention(const Retention& retention);

private:
    struct Work {
        std::vector<Arrival> arrivals;
        Committed committed;
        Task task;
        qint64 bytes = 0;
        SourceId source{}; ///< whose position is committed, if any
        QByteArray position{};
    };
    /// What the store's thread is to be told; gathered, so that a slow one gets one message for many commits.
    struct News {
        EventSeq first, last;
        QList<EventSeq> merged;
        bool peerNamesChanged = false;
        bool quarantineChanged = false;
        bool gapsChanged = false;
    };

    /// Bodies for the quarantine that wait for their turn: written together, and no more than are kept.
    struct QuarantineBatch {
        std::deque<QuarantinedBody> bodies[2]; ///< those of drills behind the others
    };

    /// Between two looks at what is too old.
    static constexpr std::chrono::seconds trimPause{10};

    void loop();
    void process(std::deque<Work>& works);
    [[nodiscard]] bool tryCommit(const std::deque<Work>& works, News& news);
    [[nodiscard]] bool writePosition(const Work& work);
    [[nodiscard]] bool waitForSpace();
    void setTrouble(int code);
    void tell(News news);
    void deliver();
    void trim();
    [[nodiscard]] qsizetype lookupsToWrite(qsizetype arrivals);
    void catchUp(qsizetype count);
    [[nodiscard]] bool begin();
    /// Commits what is begun, if anything is.
    [[nodiscard]] bool end();
    void rollBack();
    [[nodiscard]] bool isRunDue() const;
    void fillPause();
    [[nodiscard]] bool isAnythingQueued() const;
    [[nodiscard]] qint64 firstSeqToKeep();
    void write(const QuarantineBatch& batch);

    const QString m_path;
    const Opening m_opening;
    sqlite::Database m_database;
    std::unique_ptr<EventInserter> m_inserter;
    Checkpointer m_checkpointer;
    sqlite::Statement m_begin{m_database, "BEGIN IMMEDIATE"}, m_commit{m_database, "COMMIT"};
    bool m_isBegun = false; ///< a transaction
    EventStore* m_store = nullptr;

    mutable std::mutex m_mutex;
    std::condition_variable m_wake;
    std::deque<Work> m_queue;
    qint64 m_pendingArrivals = 0;
    qint64 m_pendingBytes = 0;
    bool m_isStopping = false;
    Retention m_retention;

    std::mutex m_quarantineMutex;
    std::shared_ptr<QuarantineBatch> m_quarantineBatch; ///< the one that is filled

    std::mutex m_newsMutex;
    std::optional<News> m_news;
    bool m_isDeliveryDue = false;
    std::atomic<Trouble> m_trouble = Trouble::None;
    std::chrono::steady_clock::time_point m_lastTrim;
    std::chrono::steady_clock::time_point m_whileBegan;
    qint64 m_arrivalsInWhile = 0;
    bool m_isCalm = true;
    qsizetype m_lookupsDue = 0;
    std::thread m_thread;
};

} // namespace meshwatch
