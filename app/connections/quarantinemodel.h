// SPDX-License-Identifier: MIT
#pragma once

#include <meshwatch/events/eventstore.h>

#include <QAbstractTableModel>
#include <QHash>

#include <vector>

namespace meshwatch {

/// Bodies that became no events, newest first.
class QuarantineModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { Time, ConnectionName, Path, Reason, Size, ColumnCount };

    explicit QuarantineModel(QObject* parent = nullptr);

    void setBodies(std::vector<QuarantinedBody> bodies, QHash<ConnectionId, QString> connectionNames);
    [[nodiscard]] const QuarantinedBody* body(const QModelIndex& index) const;
    /// -1 if it is not listed any more.
    [[nodiscard]] int rowOf(const QuarantinedBody& body) const;
    /// Is there one that a drill refused, of an object that no event tells of yet?
    [[nodiscard]] bool awaitsCounterpart() const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    /// Of one that a drill refused, also what became of it.
    [[nodiscard]] static QString reasonOf(const QuarantinedBody& body);
    std::vector<QuarantinedBody> m_bodies;
    QHash<ConnectionId, QString> m_names;
};

} // namespace meshwatch
