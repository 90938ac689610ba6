// SPDX-License-Identifier: MIT
#pragma once

#include <meshwatch/connector/connectorclient.h>
#include <meshwatch/events/eventstore.h>
#include <meshwatch/sandbox/sandbox.h>
#include <meshwatch/sources/webhookreceiver.h>

#include <QTemporaryDir>
#include <QTest>

#include <memory>

/// Two Connectors of the sandbox with a relationship, over real HTTP, and a store that takes their webhooks.
class PairFixture {
public:
    PairFixture();
    ~PairFixture();

    [[nodiscard]] meshwatch::EventStore& store() { return *m_store; }
    [[nodiscard]] meshwatch::ConnectorClient& client(int side) { return *m_clients[side]; }
    [[nodiscard]] meshwatch::ConnectionId connection(int side) const { return m_connections[side]; }
    [[nodiscard]] QString address(int side) const { return m_sandbox->connectors().at(side).address; }
    [[nodiscard]] meshwatch::sandbox::Sandbox& sandbox() { return *m_sandbox; }
    [[nodiscard]] QString folder() const { return m_folder.path(); }
    /// Settings for a client of a side; at another address if `port` is given.
    [[nodiscard]] meshwatch::ConnectorSettings settings(int side, quint16 port = 0) const;
    /// Mails with this subject among a side's sent messages: what really left, whoever believes what.
    [[nodiscard]] int countSent(int side, const QString& subject);

    /// The value of a call that must succeed.
    template<typename T>
    static T valueOf(const meshwatch::connector::Future<T>& future) {
        if (!QTest::qWaitFor([&future] { return future.isFinished(); }, 30'000) || future.resultCount() == 0)
            qFatal("a call did not end");
        const auto result = future.result();
        if (!result)
            qFatal("%s", qPrintable(result.error().toError().text()));
        if constexpr (!std::is_void_v<T>)
            return *result;
    }

private:
    void connectPeers();

    QTemporaryDir m_folder;
    std::unique_ptr<meshwatch::EventStore> m_store;
    std::unique_ptr<meshwatch::WebhookReceiver> m_receiver;
    std::unique_ptr<meshwatch::sandbox::Sandbox> m_sandbox;
    std::unique_ptr<meshwatch::ConnectorClient> m_clients[2];
    meshwatch::ConnectionId m_connections[2];
};
