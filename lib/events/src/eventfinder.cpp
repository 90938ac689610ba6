// SPDX-License-Identifier: MIT
#include "eventfinder.h"

namespace meshwatch {

namespace {

/// Without a correlation id two equal webhook deliveries are one event only when this close together.
constexpr qint64 twinMicros = 2'000'000;

/// Among so many events with the same content, the newest, another delivery of one is looked for. A test
/// that delivers one sample again and again would otherwise take longer with each.
constexpr qint64 twinsAtMost = 1000;

/// Whoever had to look at more remembers how far it came.
constexpr int fewLooked = 16;
/// Beyond this what is remembered starts anew.
constexpr qsizetype rememberedAtMost = 20'000;

constexpr char knownColumns[] =
    "SELECT events.seq, received, channels, recovered, events.digest, events.correlation_hash, "
    "connection_id FROM ";

/// A search for known events: from where, and which of them.
QByteArray search(const char* rest) { return QByteArray(knownColumns).append(rest); }

EventFinder::Known knownOf(const sqlite::Statement& statement) {
    return {statement.integer(0),
            {statement.integer(1)},
            quint32(statement.integer(2)),
            statement.integer(3) != 0,
            {statement.integer(4), statement.integer(5)},
            qint32(statement.integer(6))};
}

template<typename Fits>
std::optional<EventFinder::Known> firstOf(sqlite::Statement& statement, Fits fits) {
    std::optional<EventFinder::Known> found;
    while (!found && statement.step() == SQLITE_ROW) {
        if (const EventFinder::Known known = knownOf(statement); fits(known))
            found = known;
    }
    statement.reset();
    return found;
}

std::optional<EventFinder::Known> firstOf(sqlite::Statement& statement) {
    return firstOf(statement, [](const EventFinder::Known&) { return true; });
}

/// By what REST and event have in common: object, trigger, state and connection, bound in this order.
std::optional<EventFinder::Known> firstHappening(sqlite::Statement& statement, const Arrival& arrival) {
    const EventFacts& facts = arrival.facts;
    statement.bindText(1, facts.object)
        .bindText(2, facts.trigger)
        .bindText(3, facts.state.isNull() ? QByteArrayView("") : QByteArrayView(facts.state))
        .bind(4, arrival.connection.value);
    return firstOf(statement);
}

} // namespace

EventFinder::EventFinder(sqlite::Database& database, EventLookups& lookups)
    : m_database(database)
    , m_lookups(lookups)
    , m_findBySeq(database, search("events WHERE seq = ? AND coalesce(object, '') = ?").constData())
    , m_findTwins(database, "SELECT seq FROM event_objects WHERE object = ? AND digest = ? "
                            "ORDER BY seq DESC LIMIT ?")
    , m_findEqual(database,
                  search("event_objects CROSS JOIN events USING(seq) WHERE event_objects.object = ? "
                         "AND event_objects.digest = ? AND event_objects.seq > ? ORDER BY event_objects.seq")
                      .constData())
    , m_findRecovered(database,
                      search("events INDEXED BY events_recovered WHERE recovered = 1 AND object = ? "
                             "AND trigger_id = (SELECT id FROM triggers WHERE name = ?) AND state = ? "
                             "AND connection_id = ? ORDER BY seq LIMIT 1")
                          .constData())
    , m_findHappening(database,
                      search("event_objects CROSS JOIN events USING(seq) WHERE event_objects.object = ? "
                             "AND trigger_id = (SELECT id FROM triggers WHERE name = ?) AND state = ? "
                             "AND connection_id = ? ORDER BY event_objects.seq LIMIT 1")
                          .constData())
    , m_findImported(database,
                     search("event_objects CROSS JOIN events USING(seq) WHERE event_objects.object = ? "
                            "AND event_objects.digest = ? AND connection_id = ? "
                            "AND received BETWEEN ? AND ? LIMIT 1")
                         .constData()) {}

void EventFinder::load() {
    m_someWithoutWebhook =
        m_database.integer(
            "SELECT EXISTS(SELECT 1 FROM events INDEXED BY events_without_webhook WHERE channels & 1 = 0)") !=
        0;
    m_someRecovered =
        m_database.integer(
            "SELECT EXISTS(SELECT 1 FROM events INDEXED BY events_recovered WHERE recovered = 1)") != 0;
    m_toldUpTo.clear();
}

void EventFinder::added(const Arrival& arrival) {
    m_someWithoutWebhook = m_someWithoutWebhook || arrival.channel != Channel::Webhook;
    m_someRecovered = m_someRecovered || arrival.isRecovered;
}

std::optional<EventFinder::Known> EventFinder::find(const Arrival& arrival, const EventLookups::Key& key) {
    if (arrival.isRecovered)
        return findSameHappening(arrival);
    if (arrival.channel == Channel::File)
        return findImported(arrival, key.digest);
    std::optional<Known> known;
    if (arrival.channel == Channel::Webhook)
        known = findWebhookTwin(arrival, key);
    if (!known)
        known = findOnOtherChannels(arrival, key.digest);
    if (!known)
        known = findRecovered(arrival);
    return known;
}

std::optional<EventFinder::Known> EventFinder::findWebhookTwin(const Arrival& arrival,
                                                               const EventLookups::Key& key) {
    const auto known = newestTwin(arrival, key);
    if (known && key.correlation == 0 &&
        qAbs(arrival.receivedAt.value - known->receivedAt.value) >= twinMicros)
        return std::nullopt;
    return known;
}

std::optional<EventFinder::Known> EventFinder::newestTwin(const Arrival& arrival,
                                                          const EventLookups::Key& key) {
    const auto twinAt = [&](qint64 seq) {
        const auto known = findBySeq(seq, arrival);
        const bool isTwin = known && known->key == key && known->connection == arrival.connection.value &&
                            Channels::fromBits(known->channels).contains(Channel::Webhook);
        return isTwin ? known : std::nullopt;
    };
    const auto waiting = m_lookups.waitingTwins(key);
    for (const qint64 seq : waiting) {
        if (const auto known = twinAt(seq))
            return known;
    }
    // Nearly never one is there: `events` is looked at only then.
    m_findTwins.bindText(1, EventLookups::stored(arrival.facts.object))
        .bind(2, key.digest)
        .bind(3, twinsAtMost);
    std::optional<Known> twin;
    while (!twin && m_findTwins.step() == SQLITE_ROW)
        twin = twinAt(m_findTwins.integer(0));
    m_findTwins.reset();
    return twin;
}

/// If it is of the arrival's object.
std::optional<EventFinder::Known> EventFinder::findBySeq(qint64 seq, const Arrival& arrival) {
    m_findBySeq.bind(1, seq).bindText(2, EventLookups::stored(arrival.facts.object));
    return firstOf(m_findBySeq);
}

std::optional<EventFinder::Known> EventFinder::findOnOtherChannels(const Arrival& arrival, qint64 digest) {
    if (arrival.channel == Channel::Webhook && !m_someWithoutWebhook)
        return std::nullopt;
    // The n-th on one channel pairs with the n-th on another: the oldest that this channel has not told of
    // yet. So all before it have come by this channel, and the next need not look at them.
    const Told told{digest, arrival.connection.value, arrival.channel};
    Looked looked;
    const auto known = oldestUntold(arrival, digest, m_toldUpTo.value(told), looked);
    if (looked.count > fewLooked) {
        if (m_toldUpTo.size() >= rememberedAtMost)
            m_toldUpTo.clear();
        m_toldUpTo.insert(told, known ? known->seq : looked.last);
    }
    return known;
}

std::optional<EventFinder::Known> EventFinder::oldestUntold(const Arrival& arrival, qint64 digest,
                                                            qint64 after, Looked& looked) {
    const auto isUntold = [&](const Known& known) {
        ++looked.count;
        looked.last = qMax(looked.last, known.seq);
        return known.connection == arrival.connection.value &&
               !Channels::fromBits(known.channels).contains(arrival.channel);
    };
    m_findEqual.bindText(1, EventLookups::stored(arrival.facts.object)).bind(2, digest).bind(3, after);
    const auto written = firstOf(m_findEqual, isUntold);
    // Of a run under way some are in the table already, in the order of their objects, not of their numbers.
    const auto waiting = m_lookups.waitingOf(digest, after);
    for (const qint64 seq : waiting) {
        if (written && written->seq <= seq)
            break;
        if (const auto known = findBySeq(seq, arrival); known && isUntold(*known))
            return known;
    }
    return written;
}

std::optional<EventFinder::Known> EventFinder::findRecovered(const Arrival& arrival) {
    if (!m_someRecovered || arrival.facts.object.isEmpty())
        return std::nullopt;
    return firstHappening(m_findRecovered, arrival);
}

std::optional<EventFinder::Known> EventFinder::findSameHappening(const Arrival& arrival) {
    return firstHappening(m_findHappening, arrival);
}

std::optional<EventFinder::Known> EventFinder::findImported(const Arrival& arrival, qint64 digest) {
    // Files carry milliseconds; what was received in the same one is the same line read again.
    const qint64 millisecond = arrival.receivedAt.value - arrival.receivedAt.value % 1000;
    m_findImported.bindText(1, EventLookups::stored(arrival.facts.object))
        .bind(2, digest)
        .bind(3, arrival.connection.value)
        .bind(4, millisecond)
        .bind(5, millisecond + 999);
    return firstOf(m_findImported);
}

} // namespace meshwatch
