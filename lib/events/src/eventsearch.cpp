// SPDX-License-Identifier: MIT
// The reader's ways through the matches of a filter.
#include "eventmatches.h"
#include "eventtimes.h"

#include <QElapsedTimer>

namespace meshwatch {

namespace {

/// Passes over spans in which nothing was received at the times that a filter asks for.
class TimedSpans {
public:
    TimedSpans(sqlite::Database& database, const Query::Times& wanted)
        : m_wanted(wanted) {
        const Query::Times any;
        if (wanted.first > any.first || wanted.last < any.last)
            m_find = sqlite::Statement(database, "SELECT oldest, newest FROM event_times WHERE last_seq = ?");
    }

    /// The last number up to `seq` in whose span something may match.
    [[nodiscard]] qint64 lastUpTo(qint64 seq) {
        while (seq > 0 && isOutside(EventTimes::endOfSpan(seq)))
            seq = EventTimes::endOfSpan(seq) - EventTimes::span;
        return seq;
    }

private:
    /// Not of a span without row: it is not full yet, or the file is of an earlier version.
    [[nodiscard]] bool isOutside(qint64 lastSeq) {
        if (!m_find.isValid())
            return false;
        m_find.bind(1, lastSeq);
        const bool isFull = m_find.step() == SQLITE_ROW;
        const bool isOutside = isFull && (Micros{m_find.integer(1)} < m_wanted.first ||
                                          Micros{m_find.integer(0)} > m_wanted.last);
        m_find.reset();
        return isOutside;
    }

    Query::Times m_wanted;
    sqlite::Statement m_find;
};

/// Says now and then that a time is over: to ask the clock of each event costs more than most events.
class Slice {
public:
    explicit Slice(int milliseconds)
        : m_milliseconds(milliseconds) {
        m_timer.start();
    }
    [[nodiscard]] bool isOver() const { return m_timer.elapsed() > m_milliseconds; }
    [[nodiscard]] bool isOverAfter(qsizetype bytes) {
        static constexpr qsizetype bytesBetween = 32 * 1024;
        m_bytes += bytes;
        if (m_bytes < bytesBetween)
            return false;
        m_bytes = 0;
        return isOver();
    }

private:
    int m_milliseconds;
    qsizetype m_bytes = 0;
    QElapsedTimer m_timer;
};

} // namespace

EventReader::Found EventReader::search(const Query& query, EventSeq from, EventSeq to, int limit, int sliceMs,
                                       const std::atomic<bool>& cancelled) const {
    d->failure = SQLITE_OK;
    Private::Matches matches(*d, query, Private::Order::NewestFirst);
    TimedSpans spans(d->database, query.receivedBetween());
    Found found;
    Slice slice(sliceMs);
    const auto goOnBelow = [&](qint64 seq) { found.next = {seq > to.value ? seq - 1 : 0}; };
    qint64 high = spans.lastUpTo(from.value);
    // A long stretch without a match must not hold the thread: the range is looked at in blocks.
    while (high >= to.value && high > 0) {
        const qint64 low = qMax(to.value, EventTimes::endOfSpan(high) - EventTimes::span + 1);
        matches.begin(low, high);
        while (matches.next()) {
            if (cancelled)
                return found;
            if (matches.isMatch())
                found.seqs.push_back(matches.seq());
            if (int(found.seqs.size()) >= limit || slice.isOverAfter(matches.looked())) {
                goOnBelow(matches.seq().value);
                return found;
            }
        }
        if (d->failure != SQLITE_OK) {
            found.failure = storefile::readError(d->path, d->failure);
            return found;
        }
        if (cancelled || slice.isOver()) {
            goOnBelow(low);
            return found;
        }
        high = spans.lastUpTo(low - 1);
    }
    return found;
}

void EventReader::setCancel(std::function<bool()> isCancelled) {
    // So many steps of SQLite's machine take about a tenth of a millisecond.
    static constexpr int steps = 10'000;
    d->isCancelled = std::move(isCancelled);
    const auto ask = [](void* self) { return static_cast<Private*>(self)->isCancelled() ? 1 : 0; };
    sqlite3_progress_handler(d->database.handle(), steps, ask, d.get());
}

Result<void> EventReader::Private::forEachMatch(const Query& query, Order order, EventSeq first,
                                                const std::function<bool(EventSeq)>& visit) {
    failure = SQLITE_OK;
    Matches matches(*this, query, order);
    matches.begin(first.value, std::numeric_limits<qint64>::max());
    while (matches.next()) {
        if (matches.isMatch() && !visit(matches.seq()))
            break;
    }
    if (failure != SQLITE_OK)
        return storefile::readError(path, failure);
    return {};
}

Result<void> EventReader::forEach(const Query& query, EventSeq first,
                                  const std::function<bool(const Event&)>& visit) const {
    return d->forEachMatch(query, Private::Order::OldestFirst, first, [&](EventSeq seq) {
        const auto event = d->event(seq);
        return d->failure == SQLITE_OK && (!event || visit(*event));
    });
}

Result<EventSeq> EventReader::startOfNewest(const Query& query, qint64 limit) const {
    EventSeq start;
    const auto found = d->forEachMatch(query, Private::Order::NewestFirst, {}, [&](EventSeq seq) {
        start = seq;
        return --limit > 0;
    });
    return found ? Result<EventSeq>(start) : found.error();
}

} // namespace meshwatch
