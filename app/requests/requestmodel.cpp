// SPDX-License-Identifier: MIT
#include "requestmodel.h"

#include "widgets/celldelegate.h"
#include "widgets/format.h"
#include "widgets/peernames.h"
#include "widgets/plaintext.h"
#include "widgets/theme.h"

namespace meshwatch {

namespace {

constexpr int clockMs = 10'000;

QString until(Micros time, Micros now) {
    if (!time.isValid())
        return QStringLiteral("–");
    if (time <= now)
        return RequestModel::tr("over");
    return RequestModel::tr("in %1").arg(Format::duration(time.value - now.value));
}

} // namespace

RequestModel::RequestModel(const PeerNames& names, QObject* parent)
    : QAbstractTableModel(parent)
    , m_names(names) {
    m_clock.setInterval(clockMs);
    connect(&m_clock, &QTimer::timeout, this, [this] { columnsChanged(Status, Expires); });
    m_clock.start();
    connect(&names, &PeerNames::changed, this, [this] { columnsChanged(Peer, Peer); });
}

void RequestModel::take(const std::vector<RequestRow>& rows) {
    std::vector<RequestRow> fresh;
    QHash<std::pair<ConnectionId, QString>, int> places; // in `fresh`: a batch may name one several times
    for (const RequestRow& row : rows) {
        const auto key = std::pair(row.connection, row.id);
        if (const int known = m_index.value(key, -1); known >= 0) {
            RequestRow& old = m_rows[size_t(known)];
            if (old == row || row.progress() < old.progress())
                continue;
            old = row;
            Q_EMIT dataChanged(index(known, 0), index(known, ColumnCount - 1));
        } else if (const int place = places.value(key, -1); place >= 0) {
            if (row.progress() >= fresh[size_t(place)].progress())
                fresh[size_t(place)] = row;
        } else {
            places.insert(key, int(fresh.size()));
            fresh.push_back(row);
        }
    }
    if (fresh.empty())
        return;
    const int first = int(m_rows.size());
    beginInsertRows({}, first, first + int(fresh.size()) - 1);
    for (RequestRow& row : fresh) {
        m_index.insert({row.connection, row.id}, int(m_rows.size()));
        m_rows.push_back(std::move(row));
    }
    endInsertRows();
}

void RequestModel::remove(ConnectionId connection) {
    beginResetModel();
    std::erase_if(m_rows, [connection](const RequestRow& row) { return row.connection == connection; });
    m_index.clear();
    for (size_t i = 0; i < m_rows.size(); ++i)
        m_index.insert({m_rows[i].connection, m_rows[i].id}, int(i));
    endResetModel();
}

void RequestModel::setConnections(const QHash<ConnectionId, std::pair<QString, QColor>>& connections) {
    m_connections = connections;
    columnsChanged(Direction, ConnectionName);
}

void RequestModel::columnsChanged(Column first, Column last) {
    if (!m_rows.empty())
        Q_EMIT dataChanged(index(0, first), index(int(m_rows.size()) - 1, last));
}

int RequestModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : int(m_rows.size());
}

int RequestModel::columnCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : ColumnCount; }

QString RequestModel::text(const RequestRow& row, Column column) const {
    switch (column) {
    case Direction:
        return row.isOwn ? tr("→ out") : tr("← in");
    case Peer:
        return m_names.title(row.connection, row.peer);
    case Title:
        return row.title;
    case Status:
        return row.statusText();
    case Next:
        return row.turnText();
    case Age:
        return row.createdAt.isValid()
                   ? Format::duration((Micros::now().value - row.createdAt.value) / 1'000'000 * 1'000'000)
                   : QStringLiteral("–");
    case Expires:
        return row.isDone() && row.status != RequestRow::Status::Expired
                   ? QStringLiteral("–")
                   : until(row.expiresAt, Micros::now());
    case ConnectionName:
        return m_connections.value(row.connection).first;
    case ColumnCount:
        break;
    }
    return {};
}

QVariant RequestModel::sortValue(const RequestRow& row, Column column) const {
    switch (column) {
    case Age:
        return row.createdAt.value;
    case Expires:
        return row.expiresAt.isValid() ? row.expiresAt.value : std::numeric_limits<qint64>::max();
    case Next:
        return int(row.turn());
    case Direction:
        return row.isOwn;
    default:
        return text(row, column);
    }
}

QVariant RequestModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid())
        return {};
    const RequestRow& row = m_rows[size_t(index.row())];
    const auto column = Column(index.column());
    switch (role) {
    case Qt::DisplayRole:
        return text(row, column);
    case SortRole:
        return sortValue(row, column);
    case Qt::ToolTipRole:
        return plainToolTip(column == Peer ? row.peer : text(row, column));
    case CellDelegate::BadgeRole:
        return column == Status ? QVariant(row.statusColour()) : QVariant();
    case CellDelegate::BarRole:
        return column == Direction ? QVariant(m_connections.value(row.connection).second) : QVariant();
    case CellDelegate::StrongRole:
        return column == Next && row.turn() == RequestRow::Turn::You;
    case CellDelegate::MutedRole:
        return column == Age || column == Expires || column == Direction || column == ConnectionName ||
               (column == Next && row.turn() == RequestRow::Turn::Nobody);
    case Qt::FontRole:
        return column == Age || column == Expires ||
                       (column == Peer && !m_names.isNamed(row.connection, row.peer))
                   ? QVariant(Theme::monospace())
                   : QVariant();
    default:
        return {};
    }
}

QVariant RequestModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    const QString titles[ColumnCount] = {tr("Way"),        tr("Peer"), tr("Request"), tr("Status"),
                                         tr("Whose turn"), tr("Age"),  tr("Expires"), tr("Connection")};
    return section < ColumnCount ? titles[section] : QString();
}

} // namespace meshwatch
