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

    // What rows and searches read of an event; a search adds the body where the filter looks into it.
    static constexpr char columns[] =
        "events.seq, events.received, events.created, events.connection_id, events.trigger_id, "
        "events.peer_id, events.channels, events.recovered, events.arrivals, events.object, events.state, "
        "events.correlation";
    enum Column {
        Seq,
        Received,
        Created,
        ConnectionColumn,
        Trigger,
        Peer,
        ChannelBits,
        Recovered,
        Arrivals,
        Object,
        State,
        Correlation,
        AfterColumns
    };

    sqlite::Database database;
    QString path;
    StoredNames names{database};
    std::function<bool()> isCancelled;
    sqlite::Statement findEvent, findArrivals; ///< made when the first event is asked for
    int failure = SQLITE_OK;                   ///< the first since it was set back

    /// Steps to the next row. What ends the rows otherwise than at their end is remembered.
    [[nodiscard]] bool next(sqlite::Statement& statement);
    EventRow row(const sqlite::Statement& from, QByteArrayView body, qint64 bodySize);
    /// Is the text in the name of a trigger or peer?
    [[nodiscard]] bool isInSomeName(const Query::Node& text);
    enum class Order { OldestFirst, NewestFirst };
    class Matches; ///< eventmatches.h
    /// Goes through the numbers of the matches, as forEach() through the events.
    [[nodiscard]] Result<void> forEachMatch(const Query& query, Order order, EventSeq first,
                                            const std::function<bool(EventSeq)>& visit);
    std::optional<Event> event(EventSeq seq);
    void addArrivals(Event& event);
    Glance glance(const sqlite::Statement& from, bool hasBody);
    bool matches(const Query& query, const sqlite::Statement& from, QByteArrayView body);
};

} // namespace meshwatch
