// SPDX-License-Identifier: MIT
#pragma once

#include "requestrow.h"

#include <QAbstractTableModel>
#include <QHash>
#include <QTimer>

#include <vector>

namespace meshwatch {

class PeerNames;

/// The Requests of all connections as a table; in no order, a proxy sorts.
class RequestModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { Direction, Peer, Title, Status, Next, Age, Expires, ConnectionName, ColumnCount };
    enum Role { SortRole = Qt::UserRole };

    /// `names` must outlive the model.
    explicit RequestModel(const PeerNames& names, QObject* parent = nullptr);

    /// Adds or changes; what is behind the state already known is left out.
    void take(const std::vector<RequestRow>& rows);
    void remove(ConnectionId connection);
    void setConnections(const QHash<ConnectionId, std::pair<QString, QColor>>& connections);
    [[nodiscard]] const RequestRow& row(int row) const { return m_rows[size_t(row)]; }
    [[nodiscard]] const std::vector<RequestRow>& rows() const { return m_rows; }
    [[nodiscard]] int indexOf(ConnectionId connection, const QString& id) const {
        return m_index.value({connection, id}, -1);
    }

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    [[nodiscard]] QString text(const RequestRow& row, Column column) const;
    [[nodiscard]] QVariant sortValue(const RequestRow& row, Column column) const;
    void columnsChanged(Column first, Column last);

    const PeerNames& m_names;
    std::vector<RequestRow> m_rows;
    QHash<std::pair<ConnectionId, QString>, int> m_index;
    QHash<ConnectionId, std::pair<QString, QColor>> m_connections;
    QTimer m_clock; ///< ages grow
};

} // namespace meshwatch
