// SPDX-License-Identifier: MIT
#pragma once

#include "webhookload.h"

#include <meshwatch/events/eventreader.h>
#include <meshwatch/sources/eventsource.h>

#include <QTemporaryDir>
#include <QTest>

#include <future>

/// A desktop that reads what relays hand on: a store with one source.
class ReadingDesktop {
public:
    explicit ReadingDesktop(const QString& url, const QByteArray& secret = {}) {
        auto opened = meshwatch::EventStore::open(path());
        auto address = meshwatch::SourceAddress::parse(url);
        if (!opened || !address)
            qFatal("%s", qPrintable(opened ? address.error().text() : opened.error().text()));
        m_store = std::move(*opened);
        m_settings.connection = *m_store->connectionId(QStringLiteral("Riverside"));
        m_settings.address = *address;
        m_settings.secret = secret;
        start();
    }

    void start() {
        m_source = std::make_unique<meshwatch::EventSource>(*m_store, m_settings);
        m_source->start();
    }
    void stop() { m_source.reset(); }
    [[nodiscard]] meshwatch::EventSource& source() { return *m_source; }
    [[nodiscard]] meshwatch::EventStore& store() { return *m_store; }
    [[nodiscard]] meshwatch::ConnectionId connection() const { return m_settings.connection; }
    [[nodiscard]] bool isConnected() const {
        return m_source->state().phase == meshwatch::SourceState::Phase::Connected;
    }
    [[nodiscard]] std::unique_ptr<meshwatch::EventReader> reader() {
        m_store->flush();
        return std::move(*meshwatch::EventReader::open(path()));
    }
    [[nodiscard]] qint64 stored() { return reader()->range().count(); }

    /// Has it noted at least once that nothing was left to read?
    [[nodiscard]] bool hasSeenAll() {
        std::promise<bool> seen;
        m_store->findSource(m_settings.connection, m_settings.address.toString(),
                            [&seen](const meshwatch::Result<meshwatch::StoredSource>& found) {
                                seen.set_value(found && found->lastSeen.isValid());
                            });
        return seen.get_future().get();
    }

    /// The objects of its events, in its own order.
    [[nodiscard]] QList<QByteArray> objects() {
        QList<QByteArray> all;
        (void)reader()->forEach(meshwatch::Query(), {}, [&](const meshwatch::Event& event) {
            all.append(event.row.object.toUtf8());
            return true;
        });
        return all;
    }
    /// Are the webhooks 1 to `last` of a load stored once each, as they were sent? Empty, or what is wrong.
    [[nodiscard]] QString judge(int last) {
        QString wrong;
        std::set<int> seen;
        (void)reader()->forEach(meshwatch::Query(), {}, [&](const meshwatch::Event& event) {
            const int number = event.row.object.mid(3).toInt();
            if (!seen.insert(number).second)
                wrong += QStringLiteral("%1 twice\n").arg(number);
            if (event.body != WebhookLoad::body(number) ||
                event.correlationId != "call-" + QByteArray::number(number) ||
                event.row.channels != meshwatch::Channels(meshwatch::Channel::Webhook))
                wrong += QStringLiteral("%1 is not as it was sent\n").arg(number);
            return wrong.size() < 2000;
        });
        for (int number = 1; number <= last && wrong.size() < 2000; ++number) {
            if (!seen.contains(number))
                wrong += QStringLiteral("%1 is missing\n").arg(number);
        }
        return wrong;
    }

private:
    [[nodiscard]] QString path() const { return m_folder.filePath(QStringLiteral("events.sqlite")); }

    QTemporaryDir m_folder;
    std::unique_ptr<meshwatch::EventStore> m_store;
    std::unique_ptr<meshwatch::EventSource> m_source;
    meshwatch::EventSource::Settings m_settings;
};
