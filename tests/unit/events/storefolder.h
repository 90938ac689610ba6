// SPDX-License-Identifier: MIT
#pragma once

#include <meshwatch/events/eventparser.h>
#include <meshwatch/events/eventreader.h>
#include <meshwatch/events/eventstore.h>

#include <QTemporaryDir>

#include <sqlite3.h>

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
    /// Runs SQL on the file, beside the store; the first column of the last row, or -1.
    qint64 run(const QByteArray& sql) const {
        const auto take = [](void* into, int, char** columns, char**) {
            *static_cast<qint64*>(into) = QByteArray(columns[0]).toLongLong();
            return 0;
        };
        qint64 value = -1;
        sqlite3* file = nullptr;
        if (sqlite3_open(path().toUtf8().constData(), &file) != SQLITE_OK ||
            sqlite3_exec(file, sql.constData(), take, &value, nullptr) != SQLITE_OK)
            qFatal("%s", sqlite3_errmsg(file));
        sqlite3_close(file);
        return value;
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
