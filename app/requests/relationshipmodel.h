// SPDX-License-Identifier: MIT
#pragma once

#include "relationshiprow.h"

#include <QAbstractTableModel>
#include <QHash>

#include <vector>

namespace meshwatch {

class PeerNames;

/// The relationships of all connections as a table; in no order, a proxy sorts.
class RelationshipModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { Peer, Status, Next, Since, LastChange, Deletion, ConnectionName, ColumnCount };
    enum Role { SortRole = Qt::UserRole, SearchRole };

    /// `names` must outlive the model.
    explicit RelationshipModel(const PeerNames& names, QObject* parent = nullptr);

    /// Replaces those of a connection; what stays keeps its place, and so its selection.
    void set(ConnectionId connection, const std::vector<RelationshipRow>& rows);
    void remove(ConnectionId connection) { set(connection, {}); }
    void setConnections(const QHash<ConnectionId, std::pair<QString, QColor>>& connections);
    [[nodiscard]] const RelationshipRow& row(int row) const { return m_rows[size_t(row)]; }
    [[nodiscard]] const std::vector<RelationshipRow>& rows() const { return m_rows; }

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    [[nodiscard]] QString text(const RelationshipRow& row, Column column) const;
    void allChanged();

    const PeerNames& m_names;
    std::vector<RelationshipRow> m_rows;
    QHash<ConnectionId, std::pair<QString, QColor>> m_connections;
};

} // namespace meshwatch
