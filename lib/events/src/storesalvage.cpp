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

constexpr int eventColumns = 16;
constexpr char readEvent[] = "SELECT events.seq, received, created, connection_id, trigger_id, peer_id, "
                             "channels, recovered, object, state, "
                             "correlation, digest, correlation_hash, path, headers_id, channel, body FROM "
                             "events JOIN bodies USING(seq) "
                             "WHERE events.seq > ? ORDER BY events.seq LIMIT 1";
constexpr char writeEvent[] = "INSERT INTO events(received, created, connection_id, trigger_id, peer_id, "
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

qint64 salvage(const QString& damaged, sqlite::Database& into, qint64& lost) {
    sqlite::Database from;
    if (sqlite::Database::open(damaged, sqlite::Database::Mode::ReadWrite, from) != SQLITE_OK)
        return 0;
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
    qint64 count = 0, first = 0, at = 0, step = 1;
    int failures = 0;
    sqlite::Statement event(into, writeEvent), body(into, "INSERT INTO bodies(seq, body) VALUES(?,?)");
    while (failures < 64) {
        sqlite::Statement source(from, readEvent);
        if (!source.isValid())
            break;
        source.bind(1, at);
        const int code = source.step();
        if (code == SQLITE_DONE)
            break;
        if (code != SQLITE_ROW) {
            at += step;
            step *= 2;
            ++failures;
            continue;
        }
        at = source.integer(0);
        if (first == 0)
            first = at;
        if (copyEvent(source, event, body, count + 1))
            ++count;
        step = 1;
        failures = 0;
    }
    if (!fillLookups(into)) {
        into.run("ROLLBACK");
        return 0;
    }
    into.run("COMMIT");
    lost = first > 0 ? qMax(qint64(0), at - first + 1 - count) : 0;
    return count;
}

} // namespace meshwatch::storefile
