// SPDX-License-Identifier: MIT
#pragma once

#include "eventfeed.h"
#include "gapmarks.h"

#include <QAbstractTableModel>
#include <QElapsedTimer>
#include <QHash>
#include <QTimeZone>
#include <QTimer>

namespace meshwatch {

/// The rows of a timeline that are on screen, and the place in the list where they are.
///
/// The model holds as many rows as fit the window, never the list: memory does not depend on the number of
/// events. The place is a position in EventFeed::order() (0 is the newest). While it follows, the place is 0;
/// otherwise it is held by the number of the event there, so that arrivals move nothing. At most one batch of
/// rows is read per frame, whatever arrives.
class TimelineModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { Received, Trigger, Peer, Summary, Via, Lag, Connection, ColumnCount };
    enum Role {
        /// qint64: the event's number.
        SeqRole = Qt::UserRole
    };

    /// `feed` must outlive the model.
    explicit TimelineModel(EventFeed& feed, QObject* parent = nullptr);

    /// How many rows fit whole; one more is shown for the rest of the height.
    void setPage(int wholeRows);
    [[nodiscard]] int page() const { return m_page; }
    void setNewestOnTop(bool isOnTop);
    [[nodiscard]] bool isNewestOnTop() const { return m_isNewestOnTop; }
    void setTimeZone(const QTimeZone& zone);
    [[nodiscard]] const QTimeZone& timeZone() const { return m_zone; }
    void setConnectionNames(const QHash<ConnectionId, QString>& names);
    /// Gaps that are marked between the rows.
    void setGaps(GapMarks gaps);
    /// Reads all rows anew: their text depends on the language.
    void refresh();

    /// The place: position of the newest row shown.
    [[nodiscard]] qint64 place() const { return m_place; }
    [[nodiscard]] qint64 lastPlace() const;
    /// Goes to a position; the newest one follows.
    void goTo(qint64 place);
    [[nodiscard]] bool isFollowing() const { return m_isFollowing; }
    /// Stops where it is, or jumps to the newest.
    void setFollowing(bool isFollowing);
    /// Events newer than what was shown when following stopped.
    [[nodiscard]] qint64 unseen() const;

    /// The event whose details are shown; none at first.
    [[nodiscard]] EventSeq current() const { return m_current; }
    void setCurrent(EventSeq seq);
    /// Makes another event current, `steps` towards older ones, and brings it into view.
    void moveCurrent(qint64 steps);
    void moveCurrentTo(qint64 position);

    /// Null where the row's event is not read.
    [[nodiscard]] const EventRow* row(int row) const;
    [[nodiscard]] int rowOf(EventSeq seq) const;
    /// The gaps between a row's event and the one before it in time.
    [[nodiscard]] std::span<const Gap> gapsBefore(int row) const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

    /// What a cell says, as text; for painting, tool tips and screen readers alike.
    [[nodiscard]] QString text(const EventRow& row, int column) const;

Q_SIGNALS:
    /// Place, length of the list or size of the page have changed.
    void placeChanged();
    void followingChanged(bool isFollowing);
    void unseenChanged(qint64 count);
    void currentChanged(meshwatch::EventSeq seq);
    /// Other rows are presented.
    void presented();

private:
    void takeReset();
    void takeChanged();
    void takeRows(const std::vector<EventRow>& rows);
    void outdate(const QList<EventSeq>& seqs);
    void schedule();
    void repaint();
    void frame();
    void present(const std::vector<EventSeq>& seqs);
    void setPlace(qint64 place);
    [[nodiscard]] QString toolTip(const QModelIndex& index, const EventRow& row) const;
    [[nodiscard]] std::vector<EventSeq> wanted() const;

    EventFeed& m_feed;
    std::vector<EventRow> m_shown;     ///< top to bottom
    std::vector<EventSeq> m_presented; ///< what present() was given last
    QHash<EventSeq, EventRow> m_cache; ///< rows around the place
    std::vector<EventSeq> m_asked;     ///< what readRows() is at, as a window
    QHash<ConnectionId, QString> m_connectionNames;
    GapMarks m_gaps;
    QTimeZone m_zone = QTimeZone::systemTimeZone();
    QTimer m_frame;
    QElapsedTimer m_sinceFrame;
    int m_page = 20;
    qint64 m_place = 0;
    EventSeq m_anchor;     ///< event at m_place while not following
    EventSeq m_newestSeen; ///< newest when following stopped
    EventSeq m_current;
    qint64 m_unseen = 0;
    bool m_isOutdated = false;
    bool m_isFollowing = true;
    bool m_isNewestOnTop = true;
};

} // namespace meshwatch
