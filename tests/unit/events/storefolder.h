// SPDX-License-Identifier: MIT
#pragma once

#include <meshwatch/events/eventparser.h>
#include <meshwatch/events/eventreader.h>
#include <meshwatch/events/eventstore.h>

#include <QTemporaryDir>

#include <memory>

/// A folder of its own with a store's file in it; for tests to derive from.
class StoreFolder {
protected:
    void renewFolder() { m_folder = std::make_unique<QTemporaryDir>(); }
    [[nodiscard]] QString path() const { return inFolder(QStringLiteral("events.sqlite")); }
    [[nodiscard]] QString inFolder(const QString& name) const { return m_folder->filePath(name); }
    [[nodiscard]] std::unique_ptr<meshwatch::EventStore> open() const {
        return opened<meshwatch::EventStore>();
    }
    [[nodiscard]] std::unique_ptr<meshwatch::EventReader> reader() const {
        return opened<meshwatch::EventReader>();
    }
    /// True once it is on the disk.
    static bool add(meshwatch::EventStore& store, meshwatch::Arrival one) {
        bool isStored = false;
        store.append({std::move(one)}, [&isStored](bool stored) { isStored = stored; });
        store.flush();
        return isStored;
    }
    /// The webhook body of a message from a peer, "MSG1", "MSG2", …
    [[nodiscard]] static QByteArray message(int number) {
        return "{\"data\":{\"id\":\"MSG" + QByteArray::number(number) +
               "\",\"isOwn\":false,\"createdBy\":\"peer\"},\"trigger\":\"transport.messageReceived\"}";
    }
    /// A delivery of this body, with the facts that are found in it.
    [[nodiscard]] static meshwatch::Arrival arrival(const QByteArray& body,
                                                    meshwatch::Channel channel = meshwatch::Channel::Webhook,
                                                    const QByteArray& correlation = "c1",
                                                    qint64 receivedAt = 1'000'000) {
        meshwatch::Arrival one;
        one.connection = {1};
        one.channel = channel;
        one.receivedAt = {receivedAt};
        one.path = "/a";
        one.headers = "content-type: application/json\n";
        one.correlationId = correlation;
        one.body = body;
        meshwatch::EventParser parser;
        auto facts = parser.parse(body, {});
        if (facts)
            one.facts = *facts;
        return one;
    }

private:
    template<typename What>
    [[nodiscard]] std::unique_ptr<What> opened() const {
        auto result = What::open(path());
        if (!result)
            qFatal("%s", qPrintable(result.error().message));
        return std::move(*result);
    }

    std::unique_ptr<QTemporaryDir> m_folder = std::make_unique<QTemporaryDir>();
};
