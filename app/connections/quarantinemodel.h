// SPDX-License-Identifier: MIT
#pragma once

#include <meshwatch/events/eventstore.h>

#include <QAbstractTableModel>
#include <QHash>

#include <vector>

namespace meshwatch {

/// Bodies that were no events, newest first.
class QuarantineModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { Time, ConnectionName, Path, Reason, Size, ColumnCount };

    explicit QuarantineModel(QObject* parent = nullptr);

    void setBodies(std::vector<QuarantinedBody> bodies, QHash<ConnectionId, QString> connectionNames);
    [[nodiscard]] const QuarantinedBody* body(const QModelIndex& index) const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    std::vector<QuarantinedBody> m_bodies;
    QHash<ConnectionId, QString> m_names;
};

} // namespace meshwatch
