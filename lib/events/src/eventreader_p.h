// SPDX-License-Identifier: MIT
#pragma once

#include "storednames.h"
#include "storefile.h"

#include <meshwatch/events/eventreader.h>

namespace meshwatch {

/// A reader's connection to the file.
class EventReader::Private {
public:
    Private(sqlite::Database opened, QString file)
        : database(std::move(opened))
        , path(std::move(file)) {}

    sqlite::Database database;
    QString path;
    StoredNames names{database};
    std::function<bool()> isCancelled;
    sqlite::Statement findEvent, findArrivals; ///< made when the first event is asked for
    int failure = SQLITE_OK;                   ///< the first since it was set back

    /// Steps to the next row. What ends the rows otherwise than at their end is remembered.
    [[nodiscard]] bool next(sqlite::Statement& statement);
    EventRow row(const sqlite::Statement& from, QByteArrayView body, qint64 bodySize);
    /// Goes through the numbers of the matches, as forEach() through the events.
    [[nodiscard]] Result<void> forEachMatch(const Query& query, const char* bounds, EventSeq first,
                                            const std::function<bool(EventSeq)>& visit);
    std::optional<Event> event(EventSeq seq);
    void addArrivals(Event& event);
    Glance glance(const sqlite::Statement& from, bool hasBody);
    bool matches(const Query& query, const sqlite::Statement& from, QByteArrayView body);
};

} // namespace meshwatch
