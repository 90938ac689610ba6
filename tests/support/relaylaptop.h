// SPDX-License-Identifier: MIT
#pragma once

#include "relaypeer.h"

#include <meshwatch/events/eventreader.h>
#include <meshwatch/sources/eventsource.h>

namespace relaytest {

/// The subscriber's side: a store and a source that fills it.
class Laptop {
public:
    explicit Laptop(const QString& path)
        : m_path(path) {}

    bool open() {
        auto opened = meshwatch::EventStore::open(m_path);
        if (!opened)
            return false;
        store = std::move(*opened);
        const auto id = store->connectionId(QStringLiteral("riverside"));
        if (!id)
            return false;
        connection = *id;
        return true;
    }
    void subscribe(quint16 port, const QString& rest = QStringLiteral("/riverside"),
                   const QByteArray& secret = token, const QString& scheme = QStringLiteral("relay")) {
        meshwatch::EventSource::Settings settings;
        settings.connection = connection;
        settings.address = *meshwatch::SourceAddress::parse(
            QStringLiteral("%1://127.0.0.1:%2%3").arg(scheme).arg(port).arg(rest));
        settings.secret = secret;
        source = std::make_unique<meshwatch::EventSource>(*store, settings);
        source->start();
    }
    [[nodiscard]] std::unique_ptr<meshwatch::EventReader> reader() const {
        return std::move(*meshwatch::EventReader::open(m_path));
    }
    [[nodiscard]] qint64 count() const { return reader()->range().count(); }

    std::unique_ptr<meshwatch::EventStore> store;
    std::unique_ptr<meshwatch::EventSource> source;
    meshwatch::ConnectionId connection;

private:
    const QString m_path;
};

} // namespace relaytest
