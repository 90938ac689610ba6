// SPDX-License-Identifier: MIT
#pragma once

#include <meshwatch/events/eventparser.h>
#include <meshwatch/events/eventstore.h>
#include <meshwatch/messaging/conversation.h>

#include <QJsonObject>
#include <QTemporaryDir>

#include <memory>

/// A store in a folder of its own, with what real Connectors delivered or a test makes up.
class StoryFixture {
public:
    static constexpr char peerOfA[] = "did:e:localhost:dids:7f770a71f026b19aa37dc8";
    static constexpr char peerOfB[] = "did:e:localhost:dids:981694099f7c2f2f5b55ce";

    StoryFixture();

    [[nodiscard]] meshwatch::EventStore& store() { return *m_store; }
    [[nodiscard]] meshwatch::ConnectionId connection() const { return m_connection; }
    [[nodiscard]] QString folder() const { return m_folder.path(); }

    /// Everything that Connector A delivered in the recorded story, in the order of arrival.
    void tellStoryOfA();
    /// The samples of one side ("A", "B").
    void tellSamples(const QString& side);
    /// One event, arriving now.
    void tell(const QByteArray& trigger, const QJsonObject& data);
    void append(std::vector<meshwatch::Arrival> arrivals);
    [[nodiscard]] meshwatch::Arrival arrival(const QByteArray& body, meshwatch::Micros at,
                                             const QByteArray& correlation = {});

    /// Starts and waits until nothing older is to come, then reads the first 1000 entries.
    static void read(meshwatch::Conversation& conversation);

private:
    QTemporaryDir m_folder;
    std::unique_ptr<meshwatch::EventStore> m_store;
    meshwatch::ConnectionId m_connection;
    meshwatch::EventParser m_parser;
};
