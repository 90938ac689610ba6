// SPDX-License-Identifier: MIT
#pragma once

#include "peerlistmodel.h"

#include <QStyledItemDelegate>

namespace meshwatch {

/// Paints a peer: picture, name, time, last line, what is unread.
class PeerDelegate : public QStyledItemDelegate {
    Q_OBJECT
public:
    explicit PeerDelegate(const PeerListModel& model, QObject* parent = nullptr);

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

private:
    void paintTexts(QPainter* painter, QRect room, const PeerListModel::Row& row) const;
    [[nodiscard]] static QString timeOf(Micros time);

    const PeerListModel& m_model;
};

} // namespace meshwatch
