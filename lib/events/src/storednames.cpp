// SPDX-License-Identifier: MIT
#include "storednames.h"

namespace meshwatch {

void StoredNames::noticeChanges() {
    const qint64 version = m_database.integer("PRAGMA data_version");
    if (version == m_dataVersion)
        return;
    m_dataVersion = version;
    m_peers.clear();
    m_connections.clear();
}

const QByteArray& StoredNames::trigger(qint64 id) {
    auto it = m_triggers.find(id);
    if (it == m_triggers.end()) {
        sqlite::Statement find(m_database, "SELECT name FROM triggers WHERE id = ?");
        find.bind(1, id);
        it = m_triggers.insert(id, find.step() == SQLITE_ROW ? find.bytes(0) : QByteArray());
    }
    return *it;
}

const StoredNames::Peer& StoredNames::peer(qint64 id) {
    auto it = m_peers.find(id);
    if (it == m_peers.end()) {
        sqlite::Statement find(m_database, "SELECT address, name FROM peers WHERE id = ?");
        find.bind(1, id);
        Peer peer;
        if (id != 0 && find.step() == SQLITE_ROW)
            peer = {find.text(0), find.text(1), find.bytes(0)};
        it = m_peers.insert(id, peer);
    }
    return *it;
}

const QString& StoredNames::connection(qint64 id) {
    auto it = m_connections.find(id);
    if (it == m_connections.end()) {
        sqlite::Statement find(m_database, "SELECT name FROM connections WHERE id = ?");
        find.bind(1, id);
        it = m_connections.insert(id, find.step() == SQLITE_ROW ? find.text(0) : QString());
    }
    return *it;
}

} // namespace meshwatch
