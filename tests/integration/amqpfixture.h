// SPDX-License-Identifier: MIT
#pragma once

#include "amqppublisher.h"
#include "rabbitmqserver.h"

#include <meshwatch/events/event.h>
#include <meshwatch/events/eventreader.h>
#include <meshwatch/sources/eventsource.h>

#include <QHash>
#include <QTemporaryDir>
#include <QTest>

/// A store of the test's own, and the sources that fill it.
class AmqpFixture {
public:
    AmqpFixture() { open(); }

    /// Ends everything and opens the file anew, as a new start of the program.
    void reopen() {
        source.reset();
        store.reset();
        open();
    }
    meshwatch::EventSource::Settings settings(const QString& url, const QByteArray& secret = "guest") const {
        const auto address = meshwatch::SourceAddress::parse(url);
        if (!address)
            qFatal("%s", qPrintable(address.error().text()));
        return {connection, *address, secret, QStringLiteral("meshwatch")};
    }
    void listen(const QString& url, const QByteArray& secret = "guest") {
        source = std::make_unique<meshwatch::EventSource>(*store, settings(url, secret));
        source->start();
    }
    bool isConnected() const { return source->state().phase == meshwatch::SourceState::Phase::Connected; }
    bool becomesConnected() const {
        const bool isGood = QTest::qWaitFor([this] { return isConnected(); }, 120'000);
        if (!isGood)
            qWarning() << source->state().text << source->state().advice;
        return isGood;
    }

    std::unique_ptr<meshwatch::EventReader> reader() const {
        store->flush();
        auto opened = meshwatch::EventReader::open(store->path());
        if (!opened)
            qFatal("%s", qPrintable(opened.error().text()));
        return std::move(*opened);
    }
    qint64 count() const { return reader()->range().count(); }
    bool becomes(qint64 events) const {
        const bool isGood = QTest::qWaitFor([&] { return count() >= events; }, 120'000);
        return isGood && count() == events;
    }
    std::vector<meshwatch::Event> events() const {
        std::vector<meshwatch::Event> all;
        (void)reader()->forEach(meshwatch::Query(), {}, [&all](const meshwatch::Event& event) {
            all.push_back(event);
            return true;
        });
        return all;
    }
    QByteArray newestBody() const {
        const auto event = reader()->event(reader()->range().last);
        return event ? event->body : QByteArray();
    }
    std::vector<meshwatch::Gap> gaps() const { return reader()->gaps(100); }

    std::unique_ptr<meshwatch::EventStore> store;
    meshwatch::ConnectionId connection;
    std::unique_ptr<meshwatch::EventSource> source;

private:
    void open() {
        auto opened = meshwatch::EventStore::open(m_folder.filePath(QStringLiteral("events.db")));
        if (!opened)
            qFatal("%s", qPrintable(opened.error().text()));
        store = std::move(*opened);
        connection = *store->connectionId(QStringLiteral("riverside"));
    }

    QTemporaryDir m_folder;
};

/// Event number `n`, which no other event equals.
inline AmqpPublisher::Event amqpEvent(int n) {
    return {QByteArrayLiteral("transport.messageReceived"), "{\"id\":\"MSG" + QByteArray::number(n) + "\"}"};
}
