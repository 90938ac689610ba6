// SPDX-License-Identifier: MIT
#pragma once

#include "storethread.h"

#include <meshwatch/messaging/roundtrip.h>

#include <QTimer>

namespace meshwatch {

class RoundTrip::Private {
public:
    /// A message event of the peer.
    struct News {
        EventSeq seq;
        QString trigger;
        Micros at;
        qint64 bytes = 0;
        QJsonObject message;
    };
    Private(RoundTrip& roundTrip, ConnectorClient& connectorClient, EventStore& eventStore, ConnectionId id)
        : q(roundTrip)
        , client(connectorClient)
        , store(eventStore)
        , connection(id)
        , thread(eventStore.path(), "round trip") {
        pollTimer.setSingleShot(true);
        QObject::connect(&pollTimer, &QTimer::timeout, &q, [this] { poll(); });
    }

    void createRequest(const RequestDraft& draft);
    void post(const connector::MessageDraft& message);
    void schedulePoll();
    void poll();
    void ask();
    void readNews();
    void take(const News& event);
    void answered(const QString& id, Micros at, Micros known);
    void fail(const ConnectorError& error);
    void end(RoundTripResult::Ending ending);
    /// Makes a call a step of the result; nothing follows once that is complete.
    template<typename T, typename Then>
    void call(const QString& name, qint64 sent, const connector::Future<T>& future, Then then);
    [[nodiscard]] static qint64 bytesOf(const connector::Record& record);
    [[nodiscard]] static qint64 bytesOf(const std::vector<connector::Message>& list);

    RoundTrip& q;
    ConnectorClient& client;
    EventStore& store;
    const ConnectionId connection;
    QString peer;
    Settings settings;
    RoundTripResult result;
    Micros sentAt; ///< by the Backbone's clock
    QTimer timeout, pollTimer;
    EventSeq newsFirst, newsLast;
    StoreThread thread; ///< last: ends before what it reports to
};

} // namespace meshwatch
