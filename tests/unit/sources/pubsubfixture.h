// SPDX-License-Identifier: MIT
#pragma once

#include "pubsubserver.h"

#include <meshwatch/events/eventreader.h>
#include <meshwatch/sources/eventsource.h>

#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <sys/resource.h>

/// While it lives no file can grow, as if the disk were full.
class FullDisk {
public:
    FullDisk() {
        std::signal(SIGXFSZ, SIG_IGN);
        ::getrlimit(RLIMIT_FSIZE, &m_before);
        const rlimit none{1, m_before.rlim_max};
        ::setrlimit(RLIMIT_FSIZE, &none);
    }
    ~FullDisk() { ::setrlimit(RLIMIT_FSIZE, &m_before); }
    FullDisk(const FullDisk&) = delete;
    FullDisk& operator=(const FullDisk&) = delete;

private:
    rlimit m_before{};
};

/// A store, a subscription and a source between them; for tests to derive from.
class PubSubFixture {
public:
    using Phase = meshwatch::SourceState::Phase;
    static constexpr meshwatch::ConnectionId lab{1};
    static constexpr int longWait = 60'000;

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<meshwatch::EventStore> m_store;
    std::unique_ptr<PubSubServer> m_server;
    std::unique_ptr<meshwatch::EventSource> m_source;

    [[nodiscard]] meshwatch::EventSource::Settings settings(const QString& options = {},
                                                            const QByteArray& secret = {}) const {
        meshwatch::EventSource::Settings made;
        made.connection = lab;
        made.address = *meshwatch::SourceAddress::parse(
            QStringLiteral("pubsub://lab/watch?endpoint=%1%2").arg(m_server->url(), options));
        made.secret = secret;
        return made;
    }
    void start(const meshwatch::EventSource::Settings& with) {
        m_source = std::make_unique<meshwatch::EventSource>(*m_store, with);
        m_source->start();
    }
    void start() { start(settings()); }
    [[nodiscard]] bool isConnected() const { return m_source->state().phase == Phase::Connected; }
    /// Told in seconds and meant so: a short one, for tests.
    void setTerm(int seconds) {
        m_server->with([seconds](PubSubServer& server) {
            server.queue().term = std::chrono::seconds(seconds);
            server.subscription().insert(QStringLiteral("ackDeadlineSeconds"), seconds);
        });
    }
    void publishMails(int first, int last) {
        for (int i = first; i <= last; ++i)
            m_server->publish(QStringLiteral("transport.messageReceived"), mailData(i));
    }
    [[nodiscard]] std::unique_ptr<meshwatch::EventReader> reader() const {
        return std::move(*meshwatch::EventReader::open(m_store->path()));
    }
    [[nodiscard]] qint64 stored() const { return reader()->range().count(); }
    [[nodiscard]] meshwatch::Result<QString> look(const meshwatch::EventSource::Settings& with) const {
        auto future = meshwatch::EventSource::probe(with);
        if (!QTest::qWaitFor([&future] { return future.isFinished(); }, longWait))
            return meshwatch::Error{QStringLiteral("none"), {}, {}};
        return future.result();
    }
    void renew() {
        m_folder = std::make_unique<QTemporaryDir>();
        openStore();
        m_server = std::make_unique<PubSubServer>();
    }
    void openStore() {
        m_store =
            std::move(*meshwatch::EventStore::open(m_folder->filePath(QStringLiteral("events.sqlite"))));
    }
    void close() {
        m_source.reset();
        m_server.reset();
        m_store.reset();
    }
    [[nodiscard]] static QByteArray mailData(int number) {
        return "{\"id\":\"MSG" + QByteArray::number(number) + "\",\"isOwn\":false}";
    }
};
