// SPDX-License-Identifier: MIT
#pragma once

#include "sourceshared.h"

#include <meshwatch/events/eventparser.h>

namespace meshwatch {

/// What a link hands on: one message of the broker.
struct SourceDelivery {
    QByteArray trigger; ///< the event's name ("transport.messageReceived"); may be empty in an envelope
    QByteArray path;    ///< routing key, topic, channel, as the broker gave it
    QByteArray headers; ///< "name: value" lines, no secrets
    QByteArray correlationId;
    QByteArray body;
    QByteArray id;            ///< the broker's own name of the message, if it has one
    bool canRepeat = false;   ///< the broker sends it again unless it is acknowledged
    bool mayBeRepeat = false; ///< it says that it may have sent it before
    EventParser::Form form = EventParser::Form::BareData;
    Micros receivedAt{}; ///< now, unless a relay received it before
    Micros takenAt{};    ///< when we took it, if that is another time
    /// The way it came to where we take it from, if that is another than the source's own.
    std::optional<Channel> channel{};
};

/// The way from one connection to a broker into the store: takes messages, says how many of them are settled
/// (committed, or kept among the refused bodies), so that so many may be acknowledged. Used by the source's
/// thread alone.
class SourceFeed {
public:
    /// What is larger becomes a refused body: its beginning is kept.
    static constexpr qint64 maxBodyBytes = 64LL * 1024 * 1024;
    /// While so much waits for the commit a link should not read on.
    static constexpr qint64 maxWaitingBytes = 32LL * 1024 * 1024;

    SourceFeed(std::shared_ptr<SourceShared> shared, ConnectionId connection, Channel channel,
               StoredSource source);

    [[nodiscard]] const StoredSource& source() const { return m_source; }
    [[nodiscard]] bool isStopping() const { return m_shared->isStopping(); }
    /// To be polled beside the socket; drainWake() when it is readable.
    [[nodiscard]] int wakeDescriptor() const { return m_shared->wakeDescriptor(); }
    void drainWake() const { m_shared->drainWake(); }

    /// The subscription stands: `text` says to what.
    void connected(const QString& text);
    void setWaiting(qint64 messages);

    /// Messages are counted from 1 in the order of these calls.
    void take(SourceDelivery delivery);
    /// A message of `size` bytes whose body is too large to be taken; `begin` is what is kept of it.
    void takeTooLarge(const SourceDelivery& begin, qint64 size);
    /// A message of `size` bytes that cannot be an event: counted with the messages, and kept among the
    /// refused bodies with the reason.
    void refuse(const SourceDelivery& delivery, qint64 size, const QString& reason);
    /// Where to go on after the messages taken so far; committed with them.
    void setPosition(QByteArray position);
    /// Hands what was taken to the store: call it when there is nothing more to read at the moment.
    void submit();
    /// So many of the messages taken are settled.
    [[nodiscard]] qint64 settled() const { return m_session->settled; }
    [[nodiscard]] qint64 taken() const { return m_taken; }
    [[nodiscard]] bool isFull() const { return m_session->waitingBytes > maxWaitingBytes; }
    /// The store did not take something; the connection must be made anew, so that the broker repeats it.
    [[nodiscard]] bool hasFailed() const { return m_session->hasFailed; }

    /// Everything the broker sent until `when` was taken and is settled.
    void noteSeen(Micros when);
    void addGap(Gap::Reason reason, Micros began, Micros ended);
    void forgetDeliveries(Micros until);
    /// Of this connection's deliveries those behind `from`: see EventStore::forgetIndistinct().
    void forgetIndistinct(Micros from, Micros until);

private:
    /// Shared with the store's callbacks, which can come when the connection is long gone.
    struct Session {
        std::atomic<qint64> settled = 0;
        std::atomic<qint64> waitingBytes = 0;
        std::atomic<bool> hasFailed = false;
    };

    void countFacts(const EventFacts& facts, Micros receivedAt);

    std::shared_ptr<SourceShared> m_shared;
    std::shared_ptr<Session> m_session = std::make_shared<Session>();
    const ConnectionId m_connection;
    const Channel m_channel;
    const StoredSource m_source;
    const qint64 m_sessionNumber;
    EventParser m_parser;
    std::vector<Arrival> m_batch;
    qint64 m_batchBytes = 0;
    qint64 m_taken = 0;
    qint64 m_submitted = 0;
    QByteArray m_position;
    bool m_hasNewPosition = false;
};

} // namespace meshwatch
