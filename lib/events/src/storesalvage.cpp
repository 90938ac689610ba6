// SPDX-License-Identifier: MIT
#include "storefile.h"

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
    copyRows(from, into, "SELECT connection_id, name, value FROM marks",
             "INSERT OR IGNORE INTO marks VALUES(?,?,?)", 3);

    // Where a page is unreadable the search for the next event starts behind it, in growing steps.
    qint64 count = 0, first = 0, last = 0, at = 0, step = 1;
    int failures = 0;
    sqlite::Statement event(into, writeEvent),
        body(into, "INSERT OR REPLACE INTO bodies(seq, body) VALUES(?,?)");
    while (failures < mostFailures) {
        sqlite::Statement source(from, readEvent);
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
        at = last = source.integer(0);
        if (first == 0)
            first = at;
        if (copyEvent(source, event, body, count + 1))
            ++count;
        else if ((into.errorCode() & 0xff) != SQLITE_CONSTRAINT)
            return false;
        step = 1;
        failures = 0;
    }
    opening.salvaged = count;
    // How far the events went, if it was behind the last that can be read.
    last = qMax(last, from.integer("SELECT seq FROM lookup_progress"));
    opening.lost = last > 0 ? qMax(qint64(0), last - qMax(first, qint64(1)) + 1 - count) : 0;
    // What the last one left that could not be copied.
    for (const char* sql : {"DELETE FROM events WHERE seq > ?", "DELETE FROM bodies WHERE seq > ?"})
        sqlite::Statement(into, sql).bind(1, count).run();
    return fillLookups(into) && into.run("COMMIT");
}

} // namespace meshwatch::storefile
