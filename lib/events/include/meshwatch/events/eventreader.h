// SPDX-License-Identifier: MIT
#pragma once

#include <meshwatch/core/result.h>
#include <meshwatch/events/event.h>
#include <meshwatch/events/eventparser.h>
#include <meshwatch/events/eventstore.h>
#include <meshwatch/events/query.h>

#include <atomic>
#include <functional>
#include <limits>
#include <memory>

namespace meshwatch {

/// Reads a store through its own connection, while the writer writes. Everything here touches the disk: never
/// call it on the window's thread (EventFeed does that work for windows). One reader serves one thread.
class EventReader {
public:
    [[nodiscard]] static Result<std::unique_ptr<EventReader>> open(const QString& path);
    ~EventReader();

    struct Range {
        EventSeq first; ///< oldest kept
        EventSeq last;  ///< newest
        [[nodiscard]] qint64 count() const { return last.isValid() ? last.value - first.value + 1 : 0; }
    };
    /// The kept events; their numbers have no holes.
    [[nodiscard]] Range range() const;

    /// Rows of exactly these numbers, in their order; those no longer kept are left out.
    [[nodiscard]] std::vector<EventRow> rows(const std::vector<EventSeq>& seqs) const;
    /// One event with everything; nothing if it is no longer kept.
    [[nodiscard]] std::optional<Event> event(EventSeq seq) const;

    /// How a search ended.
    struct Found {
        std::vector<EventSeq> seqs;   ///< matches, in the order of the search
        EventSeq next;                ///< where to go on; 0 when everything has been looked at
        std::optional<Error> failure; ///< why not everything could be: "store.damaged", "store.read"
    };
    /// Matches from `from` downwards (newest first) to `to`: at most `limit`, and at most about `slice`
    /// milliseconds of looking. `cancelled` ends it early.
    [[nodiscard]] Found search(const Query& query, EventSeq from, EventSeq to, int limit, int sliceMs,
                               const std::atomic<bool>& cancelled) const;
    /// Goes through the matches from `first` on, oldest first, until `visit` returns false. Errors:
    /// "store.damaged", "store.read", "store.cancelled"; what was read before has been visited.
    Result<void> forEach(const Query& query, EventSeq first,
                         const std::function<bool(const Event&)>& visit) const;
    /// The oldest of the newest `limit` matches; 0 if there is none.
    [[nodiscard]] Result<EventSeq> startOfNewest(const Query& query, qint64 limit) const;
    /// Is asked now and then, also where nothing matches; once it says yes, forEach() ends.
    void setCancel(std::function<bool()> isCancelled);

    /// What the columns say of an event, and its body if asked for: valid during the visit only.
    struct Glance {
        EventSeq seq;
        Micros receivedAt;
        Micros createdAt;
        Channels channels;
        bool isRecovered = false;
        QByteArrayView trigger;
        QByteArrayView object;
        QByteArrayView state;
        QByteArrayView peer; ///< address
        QByteArrayView correlationId;
        QByteArrayView body; ///< null unless Selection::withBody

        /// The event's data; empty without a body, or if it has none.
        [[nodiscard]] QJsonObject data() const;
    };
    /// Which events visit() goes through: those of one connection and, if set, of one peer or one trigger.
    struct Selection {
        ConnectionId connection;
        QByteArray peer{};
        QByteArray trigger{};
        EventSeq first{1};
        EventSeq last{std::numeric_limits<qint64>::max()};
        bool newestFirst = false;
        bool withBody = false;
    };
    /// Goes through events until `visit` returns false; an index serves peer and trigger.
    void visit(const Selection& selection, const std::function<bool(const Glance&)>& visit) const;
    /// The same for exactly these numbers, with bodies; those no longer kept are left out.
    void visit(const std::vector<EventSeq>& seqs, const std::function<bool(const Glance&)>& visit) const;
    /// An event as it was delivered first, for who hands it on: valid during the visit only.
    struct Delivered {
        EventSeq seq;
        Micros receivedAt;
        QByteArrayView trigger;
        QByteArrayView path;
        QByteArrayView headers;
        QByteArrayView correlationId;
        QByteArrayView body;
        EventParser::Form form = EventParser::Form::Envelope;
    };
    /// What follow() goes through: matches of one connection behind `after`, `last` included, oldest first.
    struct Following {
        ConnectionId connection;
        Query query;
        EventSeq after;
        EventSeq last;
    };
    /// Goes on until `visit` returns false or about `sliceMs` are over. Up to the event returned everything
    /// has been looked at. Errors: "store.damaged", "store.read", "store.cancelled".
    [[nodiscard]] Result<EventSeq> follow(const Following& following, int sliceMs,
                                          const std::function<bool(const Delivered&)>& visit) const;
    /// The newest event of a connection that was received at that time or before; 0 if there is none.
    [[nodiscard]] EventSeq newestUntil(ConnectionId connection, Micros receivedAt) const;
    /// When the oldest event kept was received; invalid if there is none.
    [[nodiscard]] Micros keptSince() const;

    /// A peer and the name by which it is known.
    struct KnownPeer {
        QByteArray address;
        QString name; ///< empty if unknown
    };
    [[nodiscard]] std::vector<KnownPeer> knownPeers() const;
    /// The name of one peer; empty if unknown.
    [[nodiscard]] QString peerName(const QByteArray& address) const;

    /// The events of one object, oldest first.
    [[nodiscard]] std::vector<EventSeq> ofObject(const QByteArray& object) const;
    /// Is an event with this trigger, object and state known for the connection? (reconciliation)
    [[nodiscard]] bool knows(ConnectionId connection, const QByteArray& trigger, const QByteArray& object,
                             const QByteArray& state) const;
    /// How many events with this trigger are known of an object.
    [[nodiscard]] int countOf(ConnectionId connection, const QByteArray& trigger,
                              const QByteArray& object) const;
    [[nodiscard]] std::optional<QString> mark(ConnectionId connection, const QString& name) const;

    struct Connection {
        ConnectionId id;
        QString name;
        qint64 events = 0;
        qint64 recovered = 0;
        Micros lastReceived;
    };
    [[nodiscard]] std::vector<Connection> connections() const;
    [[nodiscard]] QStringList triggers() const;
    [[nodiscard]] QStringList peers() const; ///< names where known, else addresses
    /// Newest first.
    [[nodiscard]] std::vector<QuarantinedBody> quarantined(int limit) const;
    [[nodiscard]] int quarantinedCount() const;
    /// Times of which a source cannot say what happened, the latest first.
    [[nodiscard]] std::vector<Gap> gaps(int limit) const;
    /// What is known of a source beside its events.
    struct Source {
        ConnectionId connection;
        QString address;
        Micros lastSeen;
    };
    [[nodiscard]] std::vector<Source> sources() const;
    /// The ways by which an event came.
    struct Ways {
        Micros receivedAt;
        Micros createdAt;
        QByteArray trigger;
        Channels channels;
        bool isRecovered = false;
        int webhooks = 0; ///< deliveries by webhook
    };
    /// Of the newest events of a connection, the newest first; looks at no more than the newest 200 000 of
    /// all.
    [[nodiscard]] std::vector<Ways> recentWays(ConnectionId connection, int limit) const;
    [[nodiscard]] qint64 fileBytes() const;

private:
    class Private;
    explicit EventReader(std::unique_ptr<Private> d);
    std::unique_ptr<Private> d;
};

} // namespace meshwatch
