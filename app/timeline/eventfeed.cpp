// SPDX-License-Identifier: MIT
#include "eventfeed.h"

namespace meshwatch {

namespace {

/// How long a search looks before it hands over what it has, and how much at most: a screen fills at once,
/// and a cancelled search ends soon.
constexpr int sliceMs = 25;
constexpr int sliceMatches = 2000;
/// Matches kept while a filter is followed for days; older ones are found again when somebody scrolls there.
constexpr qint64 mostMatches = 500'000;
/// The newest gaps; older ones are on the page of the event sources no more either.
constexpr int mostGaps = 1000;

} // namespace

EventFeed::EventFeed(EventStore& store, QObject* parent)
    : QObject(parent)
    , m_rows(store.path())
    , m_search(store.path()) {
    qRegisterMetaType<std::shared_ptr<const Event>>();
    connect(&store, &EventStore::appended, this, &EventFeed::take, Qt::QueuedConnection);
    connect(
        &store, &EventStore::merged, this, [this](const QList<EventSeq>& seqs) { Q_EMIT rowsOutdated(seqs); },
        Qt::QueuedConnection);
    connect(
        &store, &EventStore::peerNamesChanged, this, [this] { Q_EMIT rowsOutdated({}); },
        Qt::QueuedConnection);
    connect(
        &store, &EventStore::trimmed, this,
        [this](EventSeq first) {
            m_first = qMax(m_first, first);
            m_order.trim(first);
            Q_EMIT changed();
        },
        Qt::QueuedConnection);
    connect(&store, &EventStore::gapsChanged, this, &EventFeed::readGaps, Qt::QueuedConnection);
    for (StoreReading* thread : {&m_rows, &m_search})
        connect(thread, &StoreReading::failed, this, &EventFeed::failed);
    m_rows.ask(
        this, [](const EventReader& reader) { return reader.range(); },
        [this](EventReader::Range range) { start(range); });
    readGaps();
}

void EventFeed::readGaps() {
    m_rows.ask(
        this, [](const EventReader& reader) { return reader.gaps(mostGaps); },
        [this](const std::vector<Gap>& gaps) {
            m_gaps = gaps;
            Q_EMIT gapsChanged();
        });
}

EventFeed::~EventFeed() { *m_cancelled = true; }

void EventFeed::start(EventReader::Range range) {
    // Events may have been announced while the range was read.
    if (range.first.isValid())
        m_first = range.first;
    m_last = qMax(m_last, range.last);
    m_isStarted = true;
    setQuery(m_query);
}

void EventFeed::setQuery(const Query& query) {
    m_query = query;
    ++m_generation;
    ++m_searchTicket;
    *m_cancelled = true;
    m_cancelled = std::make_shared<std::atomic<bool>>(false);
    m_isSearchingNewer = false;
    setSearching(false);
    m_wanted = 0;
    m_lookedUpTo = m_last;
    if (query.isEmpty()) {
        m_older = {};
        m_order.showAll(m_first, m_last);
    } else {
        m_older = m_last;
        m_order.showMatches();
    }
    if (m_isStarted)
        Q_EMIT reset();
}

void EventFeed::take(EventSeq first, EventSeq last) {
    if (!m_first.isValid())
        m_first = first;
    m_last = qMax(m_last, last);
    if (!m_isStarted)
        return;
    if (m_order.isFiltered()) {
        searchNewer();
        return;
    }
    if (m_order.isEmpty())
        m_order.showAll(m_first, m_last);
    m_order.extend(m_last);
    Q_EMIT changed();
}

void EventFeed::searchNewer() {
    if (m_isSearchingNewer || m_lookedUpTo >= m_last)
        return;
    m_isSearchingNewer = true;
    const EventSeq from = m_last;
    const EventSeq to{m_lookedUpTo.value + 1};
    m_search.ask(
        this,
        [query = m_query, from, to, cancelled = m_cancelled](const EventReader& reader) {
            std::vector<EventSeq> found;
            for (EventSeq next = from; next.isValid() && !*cancelled;) {
                EventReader::Found slice = reader.search(query, next, to, sliceMatches, sliceMs, *cancelled);
                found.insert(found.end(), slice.seqs.begin(), slice.seqs.end());
                next = slice.next;
            }
            return found;
        },
        [this, from, generation = m_generation](const std::vector<EventSeq>& found) {
            if (generation != m_generation)
                return;
            m_isSearchingNewer = false;
            m_lookedUpTo = from;
            if (!found.empty()) {
                m_order.addNewer(found);
                forgetOldest();
                Q_EMIT changed();
            }
            searchNewer();
        });
}

void EventFeed::searchOlder(qint64 count) {
    m_wanted = qMax(m_wanted, count);
    if (m_order.isFiltered() && !m_isSearchingOlder && m_older.isValid() && m_order.count() < m_wanted) {
        ++m_searchTicket;
        setSearching(true);
        searchNext();
    }
}

void EventFeed::searchNext() {
    m_search.ask(
        this,
        [query = m_query, from = m_older, to = m_first, cancelled = m_cancelled](const EventReader& reader) {
            return reader.search(query, from, to, sliceMatches, sliceMs, *cancelled);
        },
        [this, ticket = m_searchTicket](const EventReader::Found& found) {
            if (ticket != m_searchTicket)
                return;
            if (found.failure)
                Q_EMIT failed(found.failure->text());
            m_order.addOlder(found.seqs);
            m_older = found.next;
            if (!found.seqs.empty() || !m_older.isValid())
                Q_EMIT changed();
            if (m_older.isValid() && m_order.count() < m_wanted)
                searchNext();
            else
                setSearching(false);
        });
}

void EventFeed::cancelSearch() {
    if (!m_isSearchingOlder)
        return;
    // What the slice under way finds is dropped; the next search begins where this one did.
    ++m_searchTicket;
    m_wanted = m_order.count();
    setSearching(false);
}

void EventFeed::setSearching(bool isSearching) {
    if (isSearching == m_isSearchingOlder)
        return;
    m_isSearchingOlder = isSearching;
    Q_EMIT searchingChanged(isSearching);
}

void EventFeed::forgetOldest() {
    if (m_isSearchingOlder)
        return;
    if (const EventSeq forgotten = m_order.forgetBeyond(qMax(mostMatches, m_wanted)); forgotten.isValid())
        m_older = forgotten;
}

void EventFeed::readRows(const std::vector<EventSeq>& seqs) {
    m_isReadingRows = true;
    m_rows.ask(
        this, [seqs](const EventReader& reader) { return reader.rows(seqs); },
        [this](const std::vector<EventRow>& rows) {
            m_isReadingRows = false;
            Q_EMIT rowsRead(rows);
        });
}

void EventFeed::readEvent(EventSeq seq) {
    const int ticket = ++m_eventTicket;
    m_rows.ask(
        this,
        [seq](const EventReader& reader) {
            auto event = reader.event(seq);
            return event ? std::make_shared<const Event>(std::move(*event)) : nullptr;
        },
        [this, seq, ticket](const std::shared_ptr<const Event>& event) {
            if (ticket == m_eventTicket)
                Q_EMIT eventRead(seq, event);
        });
}

void EventFeed::readValues() {
    struct Values {
        QStringList triggers, peers, connections;
    };
    m_search.ask(
        this,
        [](const EventReader& reader) {
            Values values{reader.triggers(), reader.peers(), {}};
            for (const EventReader::Connection& connection : reader.connections())
                values.connections.append(connection.name);
            return values;
        },
        [this](const Values& values) {
            Q_EMIT valuesRead(values.triggers, values.peers, values.connections);
        });
}

} // namespace meshwatch
