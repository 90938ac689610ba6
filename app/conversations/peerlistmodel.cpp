// SPDX-License-Identifier: MIT
#include "peerlistmodel.h"

#include <algorithm>

namespace meshwatch {

PeerListModel::PeerListModel(Workspace& workspace, QObject* parent)
    : QAbstractListModel(parent)
    , m_workspace(workspace)
    , m_search(workspace.store().path()) {
    connect(&workspace, &Workspace::messengerChanged, this, &PeerListModel::connectLists);
    // Queued: it is still there while it goes.
    connect(&workspace, &Workspace::messengerGoes, this, &PeerListModel::rebuild, Qt::QueuedConnection);
    connect(&workspace, &Workspace::connectionsChanged, this, &PeerListModel::rebuild, Qt::QueuedConnection);
    connect(&m_search, &PeerSearch::found, this, [this](const PeerSearch::Matches& matches) {
        m_matches = matches;
        rebuild();
    });
    connectLists();
}

void PeerListModel::connectLists() {
    for (const Connection& connection : m_workspace.connections()) {
        if (Messenger* messenger = m_workspace.messenger(connection.id))
            connect(&messenger->conversations(), &ConversationList::changed, this, &PeerListModel::rebuild,
                    Qt::UniqueConnection);
    }
    rebuild();
}

void PeerListModel::setConnection(ConnectionId connection) {
    m_connection = connection;
    rebuild();
}

void PeerListModel::setFilter(const QString& text) {
    m_filter = text.trimmed();
    m_matches.clear();
    m_search.search(m_filter);
    rebuild();
}

void PeerListModel::rebuild() {
    std::vector<Row> rows;
    for (const Connection& connection : m_workspace.connections()) {
        Messenger* messenger = m_workspace.messenger(connection.id);
        if (!messenger || (m_connection.isValid() && m_connection != connection.id))
            continue;
        for (const PeerSummary& peer : messenger->conversations().search(m_filter))
            rows.push_back({connection.id, peer, {}});
        for (auto it = m_matches.cbegin(); it != m_matches.cend(); ++it) {
            if (it.key().connection != connection.id)
                continue;
            const auto named = std::find_if(rows.begin(), rows.end(),
                                            [&it](const Row& row) { return row.key() == it.key(); });
            const PeerSummary* peer = messenger->conversations().peer(it.key().peer);
            if (named != rows.end())
                named->match = it.value();
            else if (peer)
                rows.push_back({connection.id, *peer, it.value()});
        }
    }
    std::stable_sort(rows.begin(), rows.end(),
                     [](const Row& a, const Row& b) { return a.peer.lastTime > b.peer.lastTime; });
    beginResetModel();
    m_rows = std::move(rows);
    endResetModel();
    Q_EMIT changed();
}

const PeerListModel::Row* PeerListModel::row(int row) const {
    return row >= 0 && row < int(m_rows.size()) ? &m_rows[size_t(row)] : nullptr;
}

int PeerListModel::rowOf(const PeerKey& key) const {
    const auto found =
        std::find_if(m_rows.begin(), m_rows.end(), [&key](const Row& row) { return row.key() == key; });
    return found == m_rows.end() ? -1 : int(found - m_rows.begin());
}

int PeerListModel::unread() const {
    int unread = 0;
    for (const Connection& connection : m_workspace.connections()) {
        if (Messenger* messenger = m_workspace.messenger(connection.id))
            unread += messenger->conversations().unread();
    }
    return unread;
}

bool PeerListModel::isReady() const {
    return std::all_of(m_workspace.connections().begin(), m_workspace.connections().end(),
                       [this](const Connection& connection) {
                           Messenger* messenger = m_workspace.messenger(connection.id);
                           return messenger && messenger->conversations().isReady();
                       });
}

bool PeerListModel::isMixed() const {
    return !m_connection.isValid() && m_workspace.connections().size() > 1;
}

QColor PeerListModel::colourOf(ConnectionId connection) const {
    for (const Connection& known : m_workspace.connections()) {
        if (known.id == connection)
            return QColor(known.colour);
    }
    return {};
}

int PeerListModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : int(m_rows.size());
}

QVariant PeerListModel::data(const QModelIndex& index, int role) const {
    const Row* shown = row(index.row());
    if (!shown)
        return {};
    if (role == Qt::DisplayRole)
        return shown->peer.title();
    if (role == Qt::AccessibleTextRole || role == Qt::AccessibleDescriptionRole) {
        QStringList parts{shown->peer.title()};
        if (shown->peer.unread > 0)
            parts.append(tr("%n unread", nullptr, shown->peer.unread));
        parts.append(shown->peer.statusText());
        parts.append(shown->peer.lastText);
        return parts.join(QStringLiteral(", "));
    }
    return {};
}

} // namespace meshwatch
