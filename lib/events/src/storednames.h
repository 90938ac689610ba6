// SPDX-License-Identifier: MIT
#pragma once

#include "sqlite.h"

#include <QHash>

namespace meshwatch {

/// The texts that rows of the store name by number: triggers, peers and connections. Each is read once.
class StoredNames {
public:
    explicit StoredNames(sqlite::Database& database)
        : m_database(database) {}

    struct Peer {
        QString address;
        QString name;
        QByteArray addressBytes;
    };

    /// To be called before texts are read: peers and connections can be renamed while we read; the numbers
    /// they have stay.
    void noticeChanges();

    [[nodiscard]] const QByteArray& trigger(qint64 id);
    [[nodiscard]] const Peer& peer(qint64 id);
    [[nodiscard]] const QString& connection(qint64 id);

private:
    sqlite::Database& m_database;
    QHash<qint64, QByteArray> m_triggers;
    QHash<qint64, Peer> m_peers;
    QHash<qint64, QString> m_connections;
    qint64 m_dataVersion = -1;
};

} // namespace meshwatch
