// SPDX-License-Identifier: MIT
#pragma once

#include "amqpassembler.h"
#include "amqproundtrips.h"

#include <deque>

namespace meshwatch {

/// Reads a queue that is being consumed until the feed is to stop or the connection breaks, and acknowledges
/// what is settled.
class AmqpConsumer {
public:
    AmqpConsumer(AmqpConnection& connection, const AmqpQueue& queue, SourceFeed& feed,
                 const SourceAddress& address);

    /// Streams: all offsets until `position` are stored; `lastSeen` is when that was so.
    void goOnAfter(qint64 position, Micros lastSeen);
    [[nodiscard]] Result<void> run();

private:
    struct Open {
        quint64 tag;
        Micros receivedAt;
    };
    enum class Reading : quint8 { More, Nothing };

    [[nodiscard]] Result<Reading> readSome();
    [[nodiscard]] Result<void> takeFrame(const amqp_frame_t& frame);
    [[nodiscard]] Result<void> takeMethod(const amqp_frame_t& frame);
    void takeMessage();
    static void makeWebhook(SourceDelivery& delivery, AmqpWebhook webhook);
    [[nodiscard]] bool isKnownOffset();
    [[nodiscard]] bool isOfAnotherConnection();
    void acknowledge();
    void keepAlive();
    void wait(bool forSocketToo);

    AmqpConnection& m_connection;
    const AmqpQueue& m_queue;
    SourceFeed& m_feed;
    const QByteArray m_onlyConnection; ///< of relays' webhooks; empty: all
    AmqpAssembler m_assembler;
    AmqpRoundTrips m_roundTrips;
    std::deque<Open> m_open; ///< taken and not acknowledged, in the order of taking
    qint64 m_acknowledged = 0;
    Micros m_lastReceived;
    std::optional<qint64> m_position;
    Micros m_positionSeen;
    bool m_isFirst = true;
    std::chrono::steady_clock::time_point m_lastHeartbeat;
};

} // namespace meshwatch
