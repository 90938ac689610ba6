// SPDX-License-Identifier: MIT
#include "storefile.h"

#include <algorithm>
#include <vector>

namespace meshwatch::storefile {

namespace {

/// Copies a small table row by row as far as it can be read.
void copyRows(sqlite::Database& from, sqlite::Database& to, const char* select, const char* insert,
              int columns) {
    sqlite::Statement source(from, select);
    sqlite::Statement target(to, insert);
    while (source.isValid() && source.step() == SQLITE_ROW) {
        for (int i = 0; i < columns; ++i) {
            if (source.isNull(i))
                target.bindText(i + 1, {});
            else
                target.bind(i + 1, QVariant(source.bytes(i)));
        }
        target.run();
    }
}

/// Steps double: so many lead beyond every number.
constexpr int mostFailures = 48;

/// Goes through the rows of a damaged table by their number: where a page is unreadable the search for the
/// next one starts behind it, in growing steps. `select` has the number before which it looks as its
/// parameter and gives the row's own as column 0. False as soon as `take` says so.
template<typename Take>
bool forEachReadable(sqlite::Database& from, const char* select, Take take) {
    qint64 at = 0, step = 1;
    for (int failures = 0; failures < mostFailures;) {
        sqlite::Statement source(from, select);
        if (!source.isValid())
            break;
        source.bind(1, at);
        const int code = source.step();
        if (code == SQLITE_DONE)
            break;
        // A damaged tree can lead back to where we were.
        if (code != SQLITE_ROW || source.integer(0) <= at) {
            at += step;
            step *= 2;
            ++failures;
            continue;
        }
        at = source.integer(0);
        if (!take(source))
            return false;
        step = 1;
        failures = 0;
    }
    return true;
}

/// Where the events went: they are numbered anew, without holes.
class NewNumbers {
public:
    void add(qint64 before, qint64 now) {
        if (m_runs.empty() || before - now != m_runs.back().before - m_runs.back().now)
            m_runs.push_back({before, now, now});
        m_runs.back().last = now;
    }
    /// 0 for one that was not salvaged.
    [[nodiscard]] qint64 of(qint64 before) const {
        const auto after = std::ranges::upper_bound(m_runs, before, {}, &Run::before);
        if (after == m_runs.begin())
            return 0;
        const Run& run = *std::prev(after);
        const qint64 now = run.now + before - run.before;
        return now <= run.last ? now : 0;
    }

private:
    struct Run {
        qint64 before, now, last;
    };
    std::vector<Run> m_runs;
};

constexpr int eventColumns = 16;
constexpr char readEvent[] = "SELECT events.seq, received, created, connection_id, trigger_id, peer_id, "
                             "channels, recovered, object, state, "
                             "correlation, digest, correlation_hash, path, headers_id, channel, body FROM "
                             "events JOIN bodies USING(seq) "
                             "WHERE events.seq > ? ORDER BY events.seq LIMIT 1";
constexpr char writeEvent[] =
    "INSERT OR REPLACE INTO events(received, created, connection_id, trigger_id, peer_id, "
    "channels, recovered, arrivals, object, "
    "state, correlation, digest, correlation_hash, path, headers_id, channel, seq) "
    "VALUES(?,?,?,?,?,?,?,1,?,?,?,?,?,?,?,?,?)";

bool copyEvent(sqlite::Statement& source, sqlite::Statement& event, sqlite::Statement& body, qint64 seq) {
    for (int i = 1; i < eventColumns; ++i) {
        const bool isText = i == 8 || i == 9 || i == 10 || i == 13;
        if (source.isNull(i))
            event.bindText(i, {});
        else if (isText)
            event.bindText(i, source.bytesView(i));
        else
            event.bind(i, source.integer(i));
    }
    event.bind(eventColumns, seq);
    const bool written = event.run();
    body.bind(1, seq).bindBlob(2, source.bytesView(eventColumns));
    return written && body.run();
}

/// What arrived of an event after the first time. Rows are found by the event's number: those of one event
/// stand together.
void copyArrivals(sqlite::Database& from, sqlite::Database& to, const NewNumbers& numbers) {
    sqlite::Statement add(to, "INSERT OR IGNORE INTO arrivals VALUES(?,?,?,?,?,?,?)");
    sqlite::Statement count(to, "UPDATE events SET arrivals = 1 + (SELECT count(*) FROM arrivals WHERE "
                                "arrivals.seq = events.seq) WHERE seq = ?");
    forEachReadable(from, "SELECT seq FROM arrivals WHERE seq > ? ORDER BY seq LIMIT 1",
                    [&](sqlite::Statement& found) {
                        const qint64 seq = numbers.of(found.integer(0));
                        sqlite::Statement source(from, "SELECT n, channel, received, path, headers_id, body "
                                                       "FROM arrivals WHERE seq = ?");
                        source.bind(1, found.integer(0));
                        while (seq != 0 && source.step() == SQLITE_ROW) {
                            add.bind(1, seq)
                                .bind(2, source.integer(0))
                                .bind(3, source.integer(1))
                                .bind(4, source.integer(2))
                                .bindText(5, source.bytesView(3))
                                .bind(6, source.integer(4))
                                .bindBlob(7, source.isNull(5) ? QByteArrayView() : source.bytesView(5))
                                .run();
                        }
                        count.bind(1, seq).run();
                        return true;
                    });
}

void copyQuarantine(sqlite::Database& from, sqlite::Database& to) {
    // Before version 3 there were no drills.
    const bool hasDrills = sqlite::Statement(from, "SELECT drill FROM quarantine").isValid();
    sqlite::Statement add(
        to, "INSERT OR IGNORE INTO quarantine(id, received, connection_id, path, headers, body, "
            "body_size, reason, drill, trigger, object, state) VALUES(?,?,?,?,?,?,?,?,?,?,?,?)");
    const QByteArray select =
        QByteArray("SELECT id, received, connection_id, path, headers, body, body_size, reason, ") +
        (hasDrills ? "drill, trigger, object, state" : "0, NULL, NULL, NULL") +
        " FROM quarantine WHERE id > ? ORDER BY id LIMIT 1";
    forEachReadable(from, select.constData(), [&](sqlite::Statement& source) {
        add.bind(1, source.integer(0))
            .bind(2, source.integer(1))
            .bind(3, source.integer(2))
            .bindText(4, source.bytesView(3))
            .bindText(5, source.bytesView(4))
            .bindBlob(6, source.bytesView(5))
            .bind(7, source.integer(6))
            .bindText(8, source.bytesView(7))
            .bind(9, source.integer(8));
        for (int column = 9; column < 12; ++column)
            add.bindText(column + 1, source.isNull(column) ? QByteArrayView() : source.bytesView(column));
        add.run();
        return true;
    });
}

/// Version 4 and later; elsewhere nothing is read.
void copySources(sqlite::Database& from, sqlite::Database& to) {
    copyRows(from, to, "SELECT id, connection_id, address, position, last_seen FROM sources",
             "INSERT OR IGNORE INTO sources VALUES(?,?,?,?,?)", 5);
    // From both ends: the newest are the likeliest to come again, and each pass ends at the first damage.
    for (const char* select : {"SELECT source_id, received, n, session, key FROM deliveries "
                               "ORDER BY source_id DESC, received DESC, n DESC",
                               "SELECT source_id, received, n, session, key FROM deliveries"})
        copyRows(from, to, select, "INSERT OR IGNORE INTO deliveries VALUES(?,?,?,?,CAST(? AS BLOB))", 5);
    copyRows(from, to,
             "SELECT id, source_id, connection_id, channel, reason, began, ended, reconciled FROM gaps",
             "INSERT OR IGNORE INTO gaps VALUES(?,?,?,?,?,?,?,?)", 8);
}

} // namespace

bool salvage(const QString& damaged, sqlite::Database& into, EventStore::Opening& opening) {
    sqlite::Database from;
    if (sqlite::Database::open(damaged, sqlite::Database::Mode::ReadWrite, from) != SQLITE_OK)
        return true; // nothing can be read
    // Without this a file that is shorter than its head says is not read at all.
    from.run("PRAGMA writable_schema=ON");
    into.run("BEGIN");
    copyRows(from, into, "SELECT id, name FROM connections", "INSERT OR IGNORE INTO connections VALUES(?,?)",
             2);
    copyRows(from, into, "SELECT id, name FROM triggers", "INSERT OR IGNORE INTO triggers VALUES(?,?)", 2);
    copyRows(from, into, "SELECT id, address, name, display_name, given_name, surname FROM peers",
             "INSERT OR IGNORE INTO peers VALUES(?,?,?,?,?,?)", 6);
    copyRows(from, into, "SELECT id, text FROM headers", "INSERT OR IGNORE INTO headers VALUES(?,?)", 2);
    // Those of no connection are about the file and its numbers; these are new.
    copyRows(from, into, "SELECT connection_id, name, value FROM marks WHERE connection_id <> 0",
             "INSERT OR IGNORE INTO marks VALUES(?,?,?)", 3);

    qint64 count = 0, first = 0, last = 0;
    NewNumbers numbers;
    sqlite::Statement event(into, writeEvent),
        body(into, "INSERT OR REPLACE INTO bodies(seq, body) VALUES(?,?)");
    const bool isWritten = forEachReadable(from, readEvent, [&](sqlite::Statement& source) {
        last = source.integer(0);
        if (first == 0)
            first = last;
        if (!copyEvent(source, event, body, count + 1))
            return (into.errorCode() & 0xff) == SQLITE_CONSTRAINT;
        numbers.add(last, ++count);
        return true;
    });
    if (!isWritten)
        return false;
    opening.salvaged = count;
    // How far the events went, if it was behind the last that can be read.
    last = qMax(last, from.integer("SELECT seq FROM lookup_progress"));
    opening.lost = last > 0 ? qMax(qint64(0), last - qMax(first, qint64(1)) + 1 - count) : 0;
    // What the last one left that could not be copied.
    for (const char* sql : {"DELETE FROM events WHERE seq > ?", "DELETE FROM bodies WHERE seq > ?"})
        sqlite::Statement(into, sql).bind(1, count).run();
    copyArrivals(from, into, numbers);
    copyQuarantine(from, into);
    copySources(from, into);
    return fillLookups(into) && fillTimes(into) && into.run("COMMIT");
}

} // namespace meshwatch::storefile
