// SPDX-License-Identifier: MIT
#include "timelinemodel.h"

#include "widgets/format.h"
#include "widgets/plaintext.h"

#include <algorithm>

namespace meshwatch {

namespace {

/// One frame of a 60 Hz screen.
constexpr qint64 frameMs = 16;
/// Rows kept besides those shown: scrolling to and fro reads nothing.
constexpr qsizetype cachedRows = 1000;
/// Matches are looked for this many pages ahead of where one scrolls.
constexpr qint64 pagesAhead = 4;

} // namespace

TimelineModel::TimelineModel(EventFeed& feed, QObject* parent)
    : QAbstractTableModel(parent)
    , m_feed(feed) {
    m_frame.setSingleShot(true);
    m_frame.setTimerType(Qt::PreciseTimer);
    m_sinceFrame.start();
    connect(&m_frame, &QTimer::timeout, this, &TimelineModel::frame);
    connect(&feed, &EventFeed::reset, this, &TimelineModel::takeReset);
    connect(&feed, &EventFeed::changed, this, &TimelineModel::takeChanged);
    connect(&feed, &EventFeed::rowsRead, this, &TimelineModel::takeRows);
    connect(&feed, &EventFeed::rowsOutdated, this, &TimelineModel::outdate);
    schedule();
}

void TimelineModel::setPage(int wholeRows) {
    if (wholeRows == m_page || wholeRows < 1)
        return;
    m_page = wholeRows;
    schedule();
    Q_EMIT placeChanged();
}

void TimelineModel::setNewestOnTop(bool isOnTop) {
    if (isOnTop == m_isNewestOnTop)
        return;
    m_isNewestOnTop = isOnTop;
    schedule();
    Q_EMIT placeChanged();
}

void TimelineModel::setTimeZone(const QTimeZone& zone) {
    m_zone = zone;
    repaint();
}

void TimelineModel::setConnectionNames(const QHash<ConnectionId, QString>& names) {
    m_connectionNames = names;
    repaint();
}

void TimelineModel::setGaps(GapMarks gaps) {
    m_gaps = std::move(gaps);
    repaint();
}

/// The same rows say something else.
void TimelineModel::repaint() {
    if (!m_shown.empty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

void TimelineModel::refresh() {
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
    outdate({});
}

qint64 TimelineModel::lastPlace() const { return qMax<qint64>(0, m_feed.order().count() - m_page); }

void TimelineModel::setPlace(qint64 place) {
    m_place = qBound<qint64>(0, place, lastPlace());
    m_anchor = m_feed.order().at(m_place);
    m_feed.searchOlder(m_place + pagesAhead * m_page);
}

void TimelineModel::goTo(qint64 place) {
    if (place <= 0 && m_place == 0)
        return;
    if (m_isFollowing && place > 0)
        setFollowing(false);
    setPlace(place);
    // Scrolled all the way to the newest: that is following again.
    if (m_place == 0)
        setFollowing(true);
    schedule();
    Q_EMIT placeChanged();
}

void TimelineModel::setFollowing(bool isFollowing) {
    if (isFollowing == m_isFollowing)
        return;
    m_isFollowing = isFollowing;
    if (isFollowing) {
        setPlace(0);
        schedule();
    } else {
        m_newestSeen = m_feed.order().at(0);
        m_anchor = m_feed.order().at(m_place);
    }
    Q_EMIT followingChanged(isFollowing);
    Q_EMIT placeChanged();
    takeChanged();
}

qint64 TimelineModel::unseen() const { return m_unseen; }

void TimelineModel::setCurrent(EventSeq seq) {
    if (seq == m_current)
        return;
    m_current = seq;
    Q_EMIT currentChanged(seq);
}

void TimelineModel::moveCurrent(qint64 steps) {
    const EventOrder& order = m_feed.order();
    const bool isKnown = order.contains(m_current);
    moveCurrentTo(isKnown ? order.positionOf(m_current) + steps : m_place);
}

void TimelineModel::moveCurrentTo(qint64 position) {
    const EventOrder& order = m_feed.order();
    if (order.isEmpty())
        return;
    position = qBound<qint64>(0, position, order.count() - 1);
    const EventSeq target = order.at(position);
    // Reading needs a place that stands still: moving away from the newest stops following.
    if (position > 0 && m_isFollowing)
        setFollowing(false);
    if (position < m_place)
        goTo(position);
    else if (position >= m_place + m_page)
        goTo(position - m_page + 1);
    setCurrent(target);
    schedule();
}

const EventRow* TimelineModel::row(int row) const {
    return row >= 0 && row < rowCount() ? &m_shown[size_t(row)] : nullptr;
}

int TimelineModel::rowOf(EventSeq seq) const {
    for (size_t i = 0; i < m_shown.size(); ++i) {
        if (m_shown[i].seq == seq)
            return int(i);
    }
    return -1;
}

std::span<const Gap> TimelineModel::gapsBefore(int row) const {
    const EventRow* newer = this->row(row);
    const EventRow* older = this->row(m_isNewestOnTop ? row + 1 : row - 1);
    return newer && older ? m_gaps.between(older->receivedAt, newer->receivedAt) : std::span<const Gap>();
}

void TimelineModel::takeReset() {
    m_place = 0;
    m_anchor = {};
    m_unseen = 0;
    if (!m_isFollowing) {
        m_isFollowing = true;
        Q_EMIT followingChanged(true);
    }
    Q_EMIT unseenChanged(0);
    m_feed.searchOlder(pagesAhead * m_page);
    schedule();
    Q_EMIT placeChanged();
}

void TimelineModel::takeChanged() {
    const EventOrder& order = m_feed.order();
    if (m_isFollowing)
        m_place = 0;
    else if (m_anchor.isValid())
        m_place = qMin(order.positionOf(m_anchor), qMax<qint64>(0, order.count() - 1));
    const qint64 unseen = m_isFollowing            ? 0
                          : m_newestSeen.isValid() ? order.positionOf(m_newestSeen)
                                                   : order.count();
    if (unseen != m_unseen) {
        m_unseen = unseen;
        Q_EMIT unseenChanged(unseen);
    }
    schedule();
    Q_EMIT placeChanged();
}

void TimelineModel::outdate(const QList<EventSeq>& seqs) {
    if (seqs.isEmpty())
        m_cache.clear();
    for (const EventSeq seq : seqs)
        m_cache.remove(seq);
    m_isOutdated = true;
    schedule();
}

void TimelineModel::schedule() {
    if (!m_frame.isActive())
        m_frame.start(int(qBound<qint64>(0, frameMs - m_sinceFrame.elapsed(), frameMs)));
}

std::vector<EventSeq> TimelineModel::wanted() const {
    const EventOrder& order = m_feed.order();
    // With the newest at the bottom the rest of the height stays empty, so that the last row is whole.
    const qint64 rows = qMin<qint64>(m_page + (m_isNewestOnTop ? 1 : 0), order.count() - m_place);
    std::vector<EventSeq> seqs;
    for (qint64 i = 0; i < rows; ++i)
        seqs.push_back(order.at(m_place + i));
    if (!m_isNewestOnTop)
        std::reverse(seqs.begin(), seqs.end());
    return seqs;
}

void TimelineModel::frame() {
    if (m_feed.isReadingRows())
        return; // takeRows() goes on
    m_sinceFrame.restart();
    const std::vector<EventSeq> seqs = wanted();
    std::vector<EventSeq> missing;
    for (const EventSeq seq : seqs) {
        if (!m_cache.contains(seq))
            missing.push_back(seq);
    }
    if (missing.empty()) {
        // Arrivals above a place that stands still change nothing here.
        if (m_isOutdated || seqs != m_presented)
            present(seqs);
        return;
    }
    m_asked = seqs;
    m_feed.readRows(missing);
}

void TimelineModel::takeRows(const std::vector<EventRow>& rows) {
    for (const EventRow& row : rows)
        m_cache.insert(row.seq, row);
    present(m_asked);
    if (m_cache.size() > cachedRows) {
        QHash<EventSeq, EventRow> kept;
        for (const EventRow& row : m_shown)
            kept.insert(row.seq, row);
        m_cache = std::move(kept);
    }
    // Meanwhile the list may have moved on.
    if (wanted() != m_asked)
        schedule();
}

void TimelineModel::present(const std::vector<EventSeq>& seqs) {
    std::vector<EventRow> rows;
    rows.reserve(seqs.size());
    for (const EventSeq seq : seqs) {
        const auto found = m_cache.constFind(seq);
        if (found != m_cache.constEnd())
            rows.push_back(*found);
    }
    m_presented = seqs;
    m_isOutdated = false;
    const int before = rowCount();
    const int after = int(rows.size());
    if (after < before) {
        beginRemoveRows({}, after, before - 1);
        m_shown.resize(size_t(after));
        endRemoveRows();
    }
    if (after > before) {
        beginInsertRows({}, before, after - 1);
        m_shown = std::move(rows);
        endInsertRows();
    } else {
        m_shown = std::move(rows);
    }
    if (const int same = qMin(before, after); same > 0)
        Q_EMIT dataChanged(index(0, 0), index(same - 1, ColumnCount - 1));
    Q_EMIT presented();
}

int TimelineModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : int(m_shown.size());
}

int TimelineModel::columnCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : ColumnCount; }

QString TimelineModel::text(const EventRow& row, int column) const {
    switch (column) {
    case Received:
        return Format::time(row.receivedAt, m_zone);
    case Trigger:
        return row.trigger;
    case Peer:
        return !row.peerName.isEmpty() ? row.peerName
               : row.peer.isEmpty()    ? QStringLiteral("—")
                                       : Format::shortAddress(row.peer);
    case Summary:
        return row.summary;
    case Via: {
        QStringList names;
        for (int i = 0; i < channelCount; ++i) {
            if (row.channels.contains(Channel(i)))
                names.append(Format::channel(Channel(i)));
        }
        return names.join(QStringLiteral(" + "));
    }
    case Lag:
        return row.lag() ? Format::duration(*row.lag()) : QStringLiteral("–");
    case Connection:
        return m_connectionNames.value(row.connection);
    default:
        return {};
    }
}

QString TimelineModel::toolTip(const QModelIndex& index, const EventRow& row) const {
    switch (index.column()) {
    case Received:
        return Format::fullTime(row.receivedAt, m_zone);
    case Peer:
        if (row.peer.isEmpty())
            return {};
        return plainToolTip(row.peerName.isEmpty() ? row.peer
                                                   : QString(row.peerName + QLatin1Char('\n') + row.peer));
    case Via:
        if (row.isRecovered)
            return tr("No delivery was seen; found by comparing with the Connector");
        return row.arrivals > 1 ? tr("One event, %n arrivals", nullptr, row.arrivals) : QString();
    case Summary: {
        const auto gaps = gapsBefore(index.row());
        return plainToolTip(
            gaps.empty() ? row.summary
                         : QString(row.summary + QLatin1String("\n\n") + GapMarks::words(gaps, m_zone)));
    }
    case Trigger:
        return plainToolTip(row.trigger);
    default:
        return {};
    }
}

QVariant TimelineModel::data(const QModelIndex& index, int role) const {
    const EventRow* shown = index.isValid() ? row(index.row()) : nullptr;
    if (!shown)
        return {};
    switch (role) {
    case Qt::DisplayRole:
        return text(*shown, index.column());
    case SeqRole:
        return shown->seq.value;
    case Qt::ToolTipRole:
        return toolTip(index, *shown);
    case Qt::AccessibleTextRole: {
        QString said = text(*shown, index.column());
        if (index.column() == Via && shown->isRecovered)
            said += QStringLiteral(", ") + tr("recovered");
        if (index.column() == Via && shown->arrivals > 1)
            said += QStringLiteral(", ") + tr("merged");
        if (const auto gaps = gapsBefore(index.row()); index.column() == Summary && !gaps.empty())
            said += QStringLiteral(". ") + GapMarks::words(gaps, m_zone);
        return said;
    }
    default:
        return {};
    }
}

QVariant TimelineModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int(Qt::AlignLeft | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    const QString names[ColumnCount] = {tr("Received"), tr("Trigger"), tr("Peer"),      tr("Summary"),
                                        tr("Via"),      tr("Lag"),     tr("Connection")};
    return section >= 0 && section < ColumnCount ? names[section] : QVariant();
}

} // namespace meshwatch
