// SPDX-License-Identifier: MIT
#pragma once

#include "peersearch.h"

#include <meshwatch/messaging/peersummary.h>
#include <meshwatch/workspace/workspace.h>

#include <QAbstractListModel>
#include <QColor>

namespace meshwatch {

/// The peers of one connection or of all, last active first, narrowed by what was typed.
class PeerListModel : public QAbstractListModel {
    Q_OBJECT
public:
    struct Row {
        ConnectionId connection;
        PeerSummary peer;
        PeerSearch::Match match; ///< found by text; else empty
        [[nodiscard]] PeerKey key() const { return {connection, peer.address}; }
    };

    /// `workspace` must outlive it.
    explicit PeerListModel(Workspace& workspace, QObject* parent = nullptr);

    /// Only this connection's peers; an invalid one: all.
    void setConnection(ConnectionId connection);
    [[nodiscard]] ConnectionId connection() const { return m_connection; }
    /// Names and addresses at once; conversations found by text are added when they are known.
    void setFilter(const QString& text);
    [[nodiscard]] QString filter() const { return m_filter; }

    [[nodiscard]] const Row* row(int row) const;
    [[nodiscard]] int rowOf(const PeerKey& key) const;
    /// Of all connections, whatever is shown.
    [[nodiscard]] int unread() const;
    [[nodiscard]] bool isReady() const;
    /// Do rows of more than one connection stand side by side?
    [[nodiscard]] bool isMixed() const;
    [[nodiscard]] QColor colourOf(ConnectionId connection) const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;

Q_SIGNALS:
    /// Rows, their order or unread() changed.
    void changed();

private:
    void connectLists();
    void rebuild();

    Workspace& m_workspace;
    ConnectionId m_connection;
    QString m_filter;
    PeerSearch m_search;
    PeerSearch::Matches m_matches;
    std::vector<Row> m_rows;
};

} // namespace meshwatch
