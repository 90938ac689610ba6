// SPDX-License-Identifier: MIT
#pragma once

#include "eventorder.h"

#include "widgets/storereading.h"

#include <meshwatch/events/eventstore.h>
#include <meshwatch/events/query.h>

#include <QObject>

namespace meshwatch {

/// Brings a store's events to a window: follows what arrives, searches for what a filter matches, reads rows
/// and whole events. All reading happens in two threads of its own (one for rows, so that they do not wait
/// for a search); everything is asked for in batches and answered by a signal.
class EventFeed : public QObject {
    Q_OBJECT
public:
    /// `store` must outlive the feed.
    explicit EventFeed(EventStore& store, QObject* parent = nullptr);
    ~EventFeed() override;

    [[nodiscard]] const EventOrder& order() const { return m_order; }
    [[nodiscard]] const Query& query() const { return m_query; }
    /// Shows what the query matches; a search under way is cancelled.
    void setQuery(const Query& query);

    /// Finds further back until there are `count` matches, or all.
    void searchOlder(qint64 count);
    /// Has everything been looked at?
    [[nodiscard]] bool isComplete() const { return !m_order.isFiltered() || !m_older.isValid(); }
    [[nodiscard]] bool isSearching() const { return m_isSearchingOlder; }
    void cancelSearch();

    /// Reads rows; rowsRead() brings them. One batch at a time: ask again when it came.
    void readRows(const std::vector<EventSeq>& seqs);
    [[nodiscard]] bool isReadingRows() const { return m_isReadingRows; }
    /// Reads one event with everything; eventRead() brings it. A later call replaces an earlier one.
    void readEvent(EventSeq seq);
    /// The newest gaps of the store.
    [[nodiscard]] const std::vector<Gap>& gaps() const { return m_gaps; }
    /// Reads what completion offers; valuesRead() brings it.
    void readValues();

Q_SIGNALS:
    /// The list has another content altogether (opened, another query).
    void reset();
    /// Events came, were found or went; positions may have moved.
    void changed();
    void rowsRead(const std::vector<meshwatch::EventRow>& rows);
    /// Nothing if the event is no longer kept.
    void eventRead(meshwatch::EventSeq seq, const std::shared_ptr<const meshwatch::Event>& event);
    /// What rows say has changed (further arrivals, names): read them anew. Empty: all rows.
    void rowsOutdated(const QList<meshwatch::EventSeq>& seqs);
    /// gaps() are others.
    void gapsChanged();
    void valuesRead(const QStringList& triggers, const QStringList& peers, const QStringList& connections);
    void searchingChanged(bool isSearching);
    void failed(const QString& message);

private:
    void start(EventReader::Range range);
    void readGaps();
    void take(EventSeq first, EventSeq last);
    void searchNewer();
    void searchNext();
    void setSearching(bool isSearching);
    void forgetOldest();

    EventOrder m_order;
    Query m_query;
    std::vector<Gap> m_gaps;
    EventSeq m_first;       ///< oldest kept
    EventSeq m_last;        ///< newest known
    EventSeq m_lookedUpTo;  ///< newest that the filter was asked about
    EventSeq m_older;       ///< where the search goes on backwards; none when it is through
    qint64 m_wanted = 0;    ///< so many matches are asked for
    int m_generation = 0;   ///< of the query
    int m_searchTicket = 0; ///< of the search backwards
    int m_eventTicket = 0;
    bool m_isStarted = false;
    bool m_isSearchingOlder = false;
    bool m_isSearchingNewer = false;
    bool m_isReadingRows = false;
    std::shared_ptr<std::atomic<bool>> m_cancelled = std::make_shared<std::atomic<bool>>(false);
    // Last, so that they end first: what they run reads the members above through messages only.
    StoreReading m_rows;
    StoreReading m_search;
};

} // namespace meshwatch

Q_DECLARE_METATYPE(std::shared_ptr<const meshwatch::Event>)
