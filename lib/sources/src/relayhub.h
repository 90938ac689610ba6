// SPDX-License-Identifier: MIT
#pragma once

#include "relaygate.h"
#include "relaygroup.h"
#include "relaysubscriber.h"

#include <QWebSocketServer>

#include <map>
#include <mutex>

namespace meshwatch {

/// What a relay's thread does: lets subscribers in, finds their place, and sends each what is next for it as
/// soon as it has credit for it and can take it.
class RelayHub : public QObject {
public:
    /// Tells `server` what happens, from its own thread.
    RelayHub(RelayServer& server, RelayServer::Options options, QByteArray epoch);
    ~RelayHub() override;

    /// On the hub's thread, as everything but figures().
    [[nodiscard]] Result<void> listen(RelayTokens tokens, const QString& storePath);
    void stop();
    void setLast(EventSeq last);
    [[nodiscard]] quint16 port() const { return m_port; }
    [[nodiscard]] RelayServer::Figures figures() const;

private:
    using GroupKey = std::pair<qint32, QString>;

    void admit(const RelayGate::Guest& guest);
    void meet();
    void greet(RelaySubscriber& subscriber);
    void subscribe(RelaySubscriber& subscriber, const RelaySubscriber::Wish& wish);
    void place(RelaySubscriber& subscriber, const RelaySubscriber::Wish& wish,
               const RelayReading::Kept& kept);
    void begin(RelaySubscriber& subscriber, const relay::Cursor& cursor, const RelayReading::Kept& kept,
               Micros gapBegan, Micros gapEnded);
    void serve(RelaySubscriber& subscriber);
    void serveAll(RelayGroup& group, EventSeq at);
    void read(RelayGroup& group, RelaySubscriber& subscriber);
    void take(const std::shared_ptr<RelayGroup>& group, EventSeq from, int most,
              const Result<RelayBatch>& batch);
    void hand(RelaySubscriber& subscriber, const RelayBatch& batch);
    void failAll(const Error& error);
    void gone(RelaySubscriber& subscriber);
    void tick();
    void tellPosition(RelaySubscriber& subscriber);
    void updateFigures();

    RelayServer& m_server;
    const RelayServer::Options m_options;
    const QByteArray m_epoch;
    std::unique_ptr<RelayGate> m_gate;
    QWebSocketServer m_webSockets;
    std::unique_ptr<RelayReading> m_reading;
    std::map<std::pair<QString, quint16>, RelayGate::Guest> m_guests; ///< let in, by address and port
    QHash<RelaySubscriber*, std::shared_ptr<RelayGroup>> m_subscribers;
    QHash<GroupKey, std::shared_ptr<RelayGroup>> m_groups;
    EventSeq m_last;
    quint16 m_port = 0;
    QTimer m_tick;
    qint64 m_wrongTokensTold = 0;
    qint64 m_wrongTokensToldAt = 0;
    qint64 m_batchesRead = 0;
    qint64 m_batchesSent = 0;
    qint64 m_eventsSent = 0;
    bool m_isStopping = false;

    mutable std::mutex m_mutex;
    RelayServer::Figures m_figures;
};

} // namespace meshwatch
