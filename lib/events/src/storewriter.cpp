// SPDX-License-Identifier: MIT
#include "storewriter.h"

#include "storefile.h"

#include <future>

namespace meshwatch {

namespace {

using namespace std::chrono_literals;

/// What may wait while the disk is full; beyond it deliveries are refused, since memory is finite too.
constexpr qint64 maxPendingBytes = 256LL * 1024 * 1024;

constexpr auto retryPause = 500ms;

/// While at most so many arrivals come in a while, each commit writes their lookups too, and some of those
/// that wait.
constexpr qint64 calmArrivals = 500;
constexpr auto calmWhile = 100ms;
constexpr qsizetype calmShare = 64;
/// Otherwise a run is written so many at a time: neighbours share a page.
constexpr qsizetype busySlice = 1000;
/// In a short pause under load, so many at a time.
constexpr qsizetype pauseShare = EventLookups::together;
/// When nothing has come for this long, those that wait are written, so many at a time.
constexpr auto idlePause = 20ms;
constexpr qsizetype idleSlice = 2000;

} // namespace

EventStore::Writer::Writer(QString path, sqlite::Database database, Opening opening)
    : m_path(std::move(path))
    , m_opening(std::move(opening))
    , m_database(std::move(database))
    , m_inserter(std::make_unique<EventInserter>(m_database))
    , m_checkpointer(m_path) {
    // In place of SQLite's own, which would do it within a commit.
    sqlite3_wal_hook(
        m_database.handle(),
        [](void* self, sqlite3*, const char*, int frames) {
            static_cast<Writer*>(self)->m_checkpointer.grown(frames);
            return SQLITE_OK;
        },
        this);
}

EventStore::Writer::~Writer() { stop(); }

void EventStore::Writer::start(EventStore* store) {
    m_store = store;
    m_thread = std::thread([this] { loop(); });
}

void EventStore::Writer::append(std::vector<Arrival> arrivals, SourceId source, QByteArray position,
                                Committed committed) {
    Work work{std::move(arrivals), std::move(committed), {}, 0, source, std::move(position)};
    bool canBeStored = true;
    for (const Arrival& arrival : work.arrivals) {
        work.bytes += arrival.body.size() + arrival.headers.size() + 512;
        // It would be tried again and again, and nothing behind it would be stored.
        canBeStored = canBeStored && arrival.body.size() <= maxBodyBytes;
    }
    {
        const std::lock_guard lock(m_mutex);
        if (canBeStored && !m_isStopping &&
            (m_pendingBytes == 0 || m_pendingBytes + work.bytes <= maxPendingBytes)) {
            m_pendingArrivals += qint64(work.arrivals.size());
            m_pendingBytes += work.bytes;
            m_queue.push_back(std::move(work));
            m_wake.notify_one();
            return;
        }
    }
    if (work.committed)
        work.committed(false);
}

void EventStore::Writer::run(Task task) {
    const std::lock_guard lock(m_mutex);
    m_queue.push_back({{}, {}, std::move(task), 0});
    m_wake.notify_one();
}

void EventStore::Writer::runAndWait(const Task& task) {
    // Shared: who waits goes on while the other thread is still in set_value().
    const auto done = std::make_shared<std::promise<void>>();
    run([&task, done](sqlite::Database& database, EventInserter& inserter) {
        task(database, inserter);
        done->set_value();
    });
    done->get_future().wait();
}

void EventStore::Writer::flush() {
    runAndWait([](sqlite::Database&, EventInserter&) {});
}

qint64 EventStore::Writer::pending() const {
    const std::lock_guard lock(m_mutex);
    return m_pendingArrivals;
}

void EventStore::Writer::setRetention(const Retention& retention) {
    const std::lock_guard lock(m_mutex);
    m_retention = retention;
    m_lastTrim = {};
    m_wake.notify_one();
}

void EventStore::Writer::stop() {
    {
        const std::lock_guard lock(m_mutex);
        m_isStopping = true;
        m_wake.notify_all();
    }
    if (m_thread.joinable())
        m_thread.join();
}

void EventStore::Writer::loop() {
    std::deque<Work> works;
    for (;;) {
        fillPause();
        {
            std::unique_lock lock(m_mutex);
            const auto pause =
                m_inserter->lookups().waiting() > 0 ? idlePause : std::chrono::milliseconds(trimPause);
            m_wake.wait_for(lock, pause, [this] { return m_isStopping || !m_queue.empty(); });
            if (m_queue.empty() && m_isStopping)
                break;
            works.swap(m_queue);
        }
        if (works.empty())
            catchUp(idleSlice);
        process(works);
        works.clear();
        if (m_checkpointer.takeRest())
            m_database.run("PRAGMA wal_checkpoint(PASSIVE)");
        trim();
    }
    catchUp(m_inserter->lookups().waiting());
    m_checkpointer.stop();
    m_inserter.reset();
    m_begin = {};
    m_commit = {};
    m_database.run("PRAGMA wal_checkpoint(TRUNCATE)");
    m_database.close();
}

void EventStore::Writer::process(std::deque<Work>& works) {
    // Tasks run between commits, in the order in which everything was queued.
    std::deque<Work> batch;
    const auto commit = [&] {
        if (batch.empty())
            return;
        News news;
        bool stored = tryCommit(batch, news);
        while (!stored && waitForSpace()) {
            news = {};
            stored = tryCommit(batch, news);
        }
        if (stored)
            setTrouble(SQLITE_OK);
        qint64 arrivals = 0, bytes = 0;
        for (const Work& work : batch) {
            arrivals += qint64(work.arrivals.size());
            bytes += work.bytes;
            if (work.committed)
                work.committed(stored);
        }
        {
            const std::lock_guard lock(m_mutex);
            m_pendingArrivals -= arrivals;
            m_pendingBytes -= bytes;
        }
        if (stored)
            tell(std::move(news));
        batch.clear();
    };
    for (Work& work : works) {
        if (!work.task) {
            batch.push_back(std::move(work));
            continue;
        }
        commit();
        if (!end())
            rollBack();
        work.task(m_database, *m_inserter);
        if (m_inserter->takePeerNameChange())
            tell({.first = {},
                  .last = {},
                  .merged = {},
                  .peerNamesChanged = true,
                  .quarantineChanged = false,
                  .gapsChanged = false});
    }
    commit();
}

bool EventStore::Writer::tryCommit(const std::deque<Work>& works, News& news) {
    bool isGood = begin();
    qsizetype count = 0;
    for (const Work& work : works) {
        count += qsizetype(work.arrivals.size());
        for (const Arrival& arrival : work.arrivals) {
            if (!isGood)
                break;
            const auto inserted = m_inserter->insert(arrival);
            switch (inserted.outcome) {
            case EventInserter::Outcome::Inserted:
                if (!news.first.isValid())
                    news.first = inserted.seq;
                news.last = inserted.seq;
                break;
            case EventInserter::Outcome::Merged:
                if (news.merged.isEmpty() || news.merged.constLast() != inserted.seq)
                    news.merged.append(inserted.seq);
                break;
            case EventInserter::Outcome::AlreadyKnown:
                break;
            case EventInserter::Outcome::Failed:
                isGood = false;
            }
        }
        isGood = isGood && writePosition(work);
    }
    EventLookups& lookups = m_inserter->lookups();
    isGood = isGood && lookups.write(lookupsToWrite(count));
    if (isGood && end()) {
        news.peerNamesChanged = m_inserter->takePeerNameChange();
        return true;
    }
    setTrouble(m_database.errorCode());
    rollBack();
    return false;
}

bool EventStore::Writer::begin() {
    m_isBegun = m_isBegun || m_begin.run();
    return m_isBegun;
}

bool EventStore::Writer::end() {
    m_isBegun = m_isBegun && !m_commit.run();
    return !m_isBegun;
}

void EventStore::Writer::rollBack() {
    m_database.run("ROLLBACK");
    m_isBegun = false;
    m_inserter->forget();
}

bool EventStore::Writer::isAnythingQueued() const {
    const std::lock_guard lock(m_mutex);
    return !m_queue.empty() || m_isStopping;
}

bool EventStore::Writer::isRunDue() const {
    const EventLookups& lookups = m_inserter->lookups();
    return lookups.isRunning() || lookups.waiting() >= EventLookups::runLength;
}

/// While nothing comes for a moment, lookups that are due are written, for the next commit to take along.
void EventStore::Writer::fillPause() {
    while (m_lookupsDue > 0 && isRunDue() && !isAnythingQueued()) {
        const qsizetype share = std::min(m_lookupsDue, pauseShare);
        if (!begin() || !m_inserter->lookups().write(share))
            return rollBack();
        m_lookupsDue -= share;
    }
}

bool EventStore::Writer::writePosition(const Work& work) {
    if (!work.source.isValid())
        return true;
    sqlite::Statement write(m_database, "UPDATE sources SET position = ? WHERE id = ?");
    // A null one is the empty one; the column has no NULL.
    const QByteArrayView position =
        work.position.isNull() ? QByteArrayView("") : QByteArrayView(work.position);
    return write.bindText(1, position).bind(2, work.source.value).run();
}

void EventStore::Writer::tellGapsChanged() {
    News news;
    news.gapsChanged = true;
    tell(std::move(news));
}

qsizetype EventStore::Writer::lookupsToWrite(qsizetype arrivals) {
    const auto now = std::chrono::steady_clock::now();
    if (now - m_whileBegan >= calmWhile) {
        m_isCalm = m_arrivalsInWhile <= calmArrivals;
        m_whileBegan = now;
        m_arrivalsInWhile = 0;
    }
    m_arrivalsInWhile += arrivals;
    if (m_isCalm && m_arrivalsInWhile <= calmArrivals)
        return arrivals + calmShare;
    if (!isRunDue())
        return 0;
    // A little more than comes, so that a run ends before the next has to begin.
    m_lookupsDue += arrivals + arrivals / 8;
    return m_lookupsDue < busySlice ? 0 : std::exchange(m_lookupsDue, 0);
}

/// Writes lookups that wait, in a transaction of their own.
void EventStore::Writer::catchUp(qsizetype count) {
    EventLookups& lookups = m_inserter->lookups();
    if (lookups.waiting() == 0 && !m_isBegun)
        return;
    if (!begin() || !lookups.write(count) || !end())
        rollBack();
}

/// Waits before the next try; false when the program is to end and has waited long enough.
bool EventStore::Writer::waitForSpace() {
    std::unique_lock lock(m_mutex);
    if (m_isStopping)
        return false;
    m_wake.wait_for(lock, retryPause, [this] { return m_isStopping; });
    return true;
}

void EventStore::Writer::setTrouble(int code) {
    Trouble trouble = Trouble::Failed;
    QString message;
    switch (code & 0xff) {
    case SQLITE_OK:
        trouble = Trouble::None;
        break;
    case SQLITE_FULL:
        trouble = Trouble::DiskFull;
        message =
            tr("The disk is full. Deliveries wait and are not acknowledged until there is space again.");
        break;
    case SQLITE_READONLY:
        trouble = Trouble::ReadOnly;
        message = tr("The event store cannot be written. Check the rights of %1.").arg(m_path);
        break;
    default:
        message = tr("The event store cannot be written: %1.").arg(QString::fromUtf8(sqlite3_errstr(code)));
    }
    if (m_trouble.exchange(trouble) == trouble)
        return;
    if (sqlite::isDamage(code))
        storefile::noteDamage(m_path);
    QMetaObject::invokeMethod(
        m_store, [store = m_store, trouble, message] { Q_EMIT store->troubleChanged(trouble, message); },
        Qt::QueuedConnection);
}

} // namespace meshwatch
