// SPDX-License-Identifier: MIT
#include "storewriter.h"

#include "storefile.h"

#include <QTimer>

#include <future>

namespace meshwatch {

namespace {

using namespace std::chrono_literals;

/// What may wait while the disk is full; beyond it deliveries are refused, since memory is finite too.
constexpr qint64 maxPendingBytes = 256LL * 1024 * 1024;

constexpr auto retryPause = 500ms;
constexpr auto newsPause = 4ms;

/// While at most so many arrivals come in a while, each commit writes their lookups too, and some of those
/// that wait.
constexpr qint64 calmArrivals = 500;
constexpr auto calmWhile = 100ms;
constexpr qsizetype calmShare = 64;
/// Otherwise a run is written so many at a time: neighbours share a page.
constexpr qsizetype busySlice = 1000;
/// When nothing has come for this long, those that wait are written, so many at a time.
constexpr auto idlePause = 20ms;
constexpr qsizetype idleSlice = 2000;

} // namespace

EventStore::Writer::Writer(QString path, sqlite::Database database, Opening opening)
    : m_path(std::move(path))
    , m_opening(std::move(opening))
    , m_database(std::move(database))
    , m_inserter(std::make_unique<EventInserter>(m_database)) {}

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
        trim();
    }
    catchUp(m_inserter->lookups().waiting());
    m_inserter.reset();
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
    bool isGood = m_database.run("BEGIN IMMEDIATE");
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
    if (isGood && m_database.run("COMMIT")) {
        news.peerNamesChanged = m_inserter->takePeerNameChange();
        return true;
    }
    setTrouble(m_database.errorCode());
    m_database.run("ROLLBACK");
    m_inserter->forget();
    return false;
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
    const EventLookups& lookups = m_inserter->lookups();
    if (!lookups.isRunning() && lookups.waiting() < EventLookups::runLength)
        return 0;
    // A little more than comes, so that a run ends before the next has to begin.
    m_lookupsDue += arrivals + arrivals / 8;
    return m_lookupsDue < busySlice ? 0 : std::exchange(m_lookupsDue, 0);
}

/// Writes lookups that wait, in a transaction of their own.
void EventStore::Writer::catchUp(qsizetype count) {
    EventLookups& lookups = m_inserter->lookups();
    if (lookups.waiting() == 0)
        return;
    if (m_database.run("BEGIN IMMEDIATE") && lookups.write(count) && m_database.run("COMMIT"))
        return;
    m_database.run("ROLLBACK");
    m_inserter->forget();
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

void EventStore::Writer::tell(News news) {
    const std::lock_guard lock(m_newsMutex);
    if (m_news) {
        if (news.first.isValid()) {
            if (!m_news->first.isValid())
                m_news->first = news.first;
            m_news->last = news.last;
        }
        for (const EventSeq seq : std::as_const(news.merged)) {
            if (m_news->merged.isEmpty() || m_news->merged.constLast() != seq)
                m_news->merged.append(seq);
        }
        m_news->peerNamesChanged |= news.peerNamesChanged;
        m_news->quarantineChanged |= news.quarantineChanged;
        m_news->gapsChanged |= news.gapsChanged;
        return;
    }
    if (!news.first.isValid() && news.merged.isEmpty() && !news.peerNamesChanged && !news.quarantineChanged &&
        !news.gapsChanged)
        return;
    m_news = std::move(news);
    if (!std::exchange(m_isDeliveryDue, true))
        QMetaObject::invokeMethod(
            m_store, [this] { deliver(); }, Qt::QueuedConnection);
}

void EventStore::Writer::deliver() {
    News news;
    {
        const std::lock_guard lock(m_newsMutex);
        m_isDeliveryDue = m_news.has_value();
        if (!m_news)
            return;
        news = std::move(*m_news);
        m_news.reset();
    }
    // What comes within the pause goes out together: commits can come ten thousand times a second.
    QTimer::singleShot(newsPause, m_store, [this] { deliver(); });
    if (news.peerNamesChanged)
        Q_EMIT m_store->peerNamesChanged();
    if (news.first.isValid())
        Q_EMIT m_store->appended(news.first, news.last);
    if (!news.merged.isEmpty())
        Q_EMIT m_store->merged(news.merged);
    if (news.quarantineChanged)
        Q_EMIT m_store->quarantineChanged();
    if (news.gapsChanged)
        Q_EMIT m_store->gapsChanged();
}

} // namespace meshwatch
