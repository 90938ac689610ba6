// SPDX-License-Identifier: MIT
#include "peernames.h"

namespace meshwatch {

PeerNames::PeerNames(Workspace& workspace, QObject* parent)
    : QObject(parent)
    , m_workspace(workspace) {
    m_pause.setSingleShot(true);
    m_pause.setInterval(200);
    connect(&m_pause, &QTimer::timeout, this, &PeerNames::collect);
    connect(&workspace, &Workspace::messengerChanged, this, &PeerNames::follow);
    connect(&workspace, &Workspace::connectionsChanged, this, &PeerNames::followAll);
    followAll();
}

void PeerNames::followAll() {
    for (const Connection& connection : m_workspace.connections())
        follow(connection.id);
}

void PeerNames::follow(ConnectionId connection) {
    Messenger* messenger = m_workspace.messenger(connection);
    if (!messenger)
        return;
    connect(&messenger->conversations(), &ConversationList::changed, &m_pause, qOverload<>(&QTimer::start),
            Qt::UniqueConnection);
    m_pause.start();
}

void PeerNames::collect() {
    QHash<Key, QString> names;
    for (const Connection& connection : m_workspace.connections()) {
        Messenger* messenger = m_workspace.messenger(connection.id);
        if (!messenger)
            continue;
        for (const PeerSummary& peer : messenger->conversations().peers()) {
            if (!peer.name.isEmpty())
                names.insert({connection.id, peer.address}, peer.name);
        }
    }
    if (names == m_names)
        return;
    m_names = std::move(names);
    Q_EMIT changed();
}

QString PeerNames::title(ConnectionId connection, const QString& address) const {
    const auto name = m_names.constFind({connection, address});
    return name == m_names.cend() ? PeerSummary::shortAddress(address) : *name;
}

bool PeerNames::isNamed(ConnectionId connection, const QString& address) const {
    return m_names.contains({connection, address});
}

} // namespace meshwatch
