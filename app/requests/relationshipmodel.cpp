// SPDX-License-Identifier: MIT
#include "relationshipmodel.h"

#include "widgets/celldelegate.h"
#include "widgets/peernames.h"
#include "widgets/plaintext.h"
#include "widgets/theme.h"

#include <QLocale>

namespace meshwatch {

namespace {

QString dateText(Micros time) {
    return time.isValid() ? time.toDateTime().toLocalTime().toString(QStringLiteral("yyyy-MM-dd HH:mm"))
                          : QStringLiteral("–");
}

} // namespace

RelationshipModel::RelationshipModel(const PeerNames& names, QObject* parent)
    : QAbstractTableModel(parent)
    , m_names(names) {
    connect(&names, &PeerNames::changed, this, &RelationshipModel::allChanged);
}

void RelationshipModel::set(ConnectionId connection, const std::vector<RelationshipRow>& rows) {
    QHash<QString, const RelationshipRow*> wanted;
    for (const RelationshipRow& row : rows)
        wanted.insert(row.id, &row);
    for (int i = int(m_rows.size()) - 1; i >= 0; --i) {
        RelationshipRow& row = m_rows[size_t(i)];
        if (row.connection != connection)
            continue;
        if (const RelationshipRow* fresh = wanted.take(row.id)) {
            row = *fresh;
            Q_EMIT dataChanged(index(i, 0), index(i, ColumnCount - 1));
        } else {
            beginRemoveRows({}, i, i);
            m_rows.erase(m_rows.begin() + i);
            endRemoveRows();
        }
    }
    if (wanted.isEmpty())
        return;
    const int first = int(m_rows.size());
    beginInsertRows({}, first, first + int(wanted.size()) - 1);
    for (const RelationshipRow& row : rows) {
        if (wanted.contains(row.id))
            m_rows.push_back(row);
    }
    endInsertRows();
}

void RelationshipModel::setConnections(const QHash<ConnectionId, std::pair<QString, QColor>>& connections) {
    m_connections = connections;
    allChanged();
}

void RelationshipModel::allChanged() {
    if (!m_rows.empty())
        Q_EMIT dataChanged(index(0, 0), index(int(m_rows.size()) - 1, ColumnCount - 1));
}

int RelationshipModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : int(m_rows.size());
}

int RelationshipModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : ColumnCount;
}

QString RelationshipModel::text(const RelationshipRow& row, Column column) const {
    switch (column) {
    case Peer:
        return m_names.title(row.connection, row.peer);
    case Status:
        return row.statusText();
    case Next:
        return row.turnText();
    case Since:
        return dateText(row.since);
    case LastChange:
        return dateText(row.lastChange);
    case Deletion:
        return row.deletionText();
    case ConnectionName:
        return m_connections.value(row.connection).first;
    case ColumnCount:
        break;
    }
    return {};
}

QVariant RelationshipModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid())
        return {};
    const RelationshipRow& row = m_rows[size_t(index.row())];
    const auto column = Column(index.column());
    switch (role) {
    case Qt::DisplayRole:
        return text(row, column);
    case SortRole:
        return column == Since        ? QVariant(row.since.value)
               : column == LastChange ? QVariant(row.lastChange.value)
               : column == Next       ? QVariant(int(row.turn))
                                      : QVariant(text(row, column));
    case SearchRole:
        return QStringList{text(row, Peer), row.peer, row.id, row.statusText(), text(row, ConnectionName)}
            .join(QLatin1Char(' '));
    case Qt::ToolTipRole:
        return plainToolTip(column == Peer ? row.peer : text(row, column));
    case CellDelegate::BadgeRole:
        return column == Status ? QVariant(row.statusColour()) : QVariant();
    case CellDelegate::BarRole:
        return column == Peer ? QVariant(m_connections.value(row.connection).second) : QVariant();
    case CellDelegate::StrongRole:
        return column == Next && row.turn == RelationshipRow::Turn::You;
    case CellDelegate::MutedRole:
        return column == Since || column == LastChange || column == ConnectionName ||
               (column == Next && row.turn == RelationshipRow::Turn::Nobody);
    case Qt::FontRole:
        return column == Since || column == LastChange ||
                       (column == Peer && !m_names.isNamed(row.connection, row.peer))
                   ? QVariant(Theme::monospace())
                   : QVariant();
    default:
        return {};
    }
}

QVariant RelationshipModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    const QString titles[ColumnCount] = {tr("Peer"),         tr("Status"),      tr("Whose turn"),
                                         tr("Active since"), tr("Last change"), tr("Peer's identity"),
                                         tr("Connection")};
    return section < ColumnCount ? titles[section] : QString();
}

} // namespace meshwatch
