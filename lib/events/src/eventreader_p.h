// SPDX-License-Identifier: MIT
#pragma once

#include "storefile.h"

#include <meshwatch/events/eventreader.h>

#include <QHash>

namespace meshwatch {

/// A reader's connection to the file, and the texts that the rows have numbers for.
class EventReader::Private {
public:
    struct PeerText {
        QString address;
        QString name;
        QByteArray addressBytes;
    };

    sqlite::Database database;
    QString path;
    mutable QHash<qint64, QByteArray> triggers;
    mutable QHash<qint64, PeerText> peers;
    mutable QHash<qint64, QString> connectionNames;
    mutable qint64 dataVersion = -1;

    /// Names can change while we read; the numbers they have cannot.
    void noticeChanges() {
        const qint64 version = database.integer("PRAGMA data_version");
        if (version == dataVersion)
            return;
        dataVersion = version;
        peers.clear();
        connectionNames.clear();
    }

    const QByteArray& trigger(qint64 id) {
        auto it = triggers.find(id);
        if (it == triggers.end()) {
            sqlite::Statement find(database, "SELECT name FROM triggers WHERE id = ?");
            find.bind(1, id);
            it = triggers.insert(id, find.step() == SQLITE_ROW ? find.bytes(0) : QByteArray());
        }
        return *it;
    }

    const PeerText& peer(qint64 id) {
        auto it = peers.find(id);
        if (it == peers.end()) {
            sqlite::Statement find(database, "SELECT address, name FROM peers WHERE id = ?");
            find.bind(1, id);
            PeerText text;
            if (id != 0 && find.step() == SQLITE_ROW)
                text = {find.text(0), find.text(1), find.bytes(0)};
            it = peers.insert(id, text);
        }
        return *it;
    }

    const QString& connectionName(qint64 id) {
        auto it = connectionNames.find(id);
        if (it == connectionNames.end()) {
            sqlite::Statement find(database, "SELECT name FROM connections WHERE id = ?");
            find.bind(1, id);
            it = connectionNames.insert(id, find.step() == SQLITE_ROW ? find.text(0) : QString());
        }
        return *it;
    }

    EventRow row(const sqlite::Statement& from, QByteArrayView body, qint64 bodySize);
    std::optional<Event> event(EventSeq seq);
    void addArrivals(Event& event);
    Glance glance(const sqlite::Statement& from, bool hasBody);
    bool matches(const Query& query, const sqlite::Statement& from, QByteArrayView body);
};

} // namespace meshwatch
