// SPDX-License-Identifier: MIT
#pragma once

#include "amqpconnection.h"
#include "sourcefeed.h"

namespace meshwatch {

/// What a relay received by webhook and published (amqpwebhook.h).
struct AmqpWebhook {
    QByteArray name;       ///< the relay's own of this delivery
    QByteArray connection; ///< by its name there
    QByteArray path;
    QByteArray headers;
    Micros receivedAt;
};

/// One message as the broker delivered it.
struct AmqpMessage {
    quint64 tag = 0;
    bool mayBeRepeat = false;
    QByteArray routingKey;
    QByteArray headers; ///< "name: value" lines of the properties that say something about the event
    QByteArray correlationId;
    std::optional<qint64> streamOffset;
    std::optional<AmqpWebhook> webhook; ///< what a relay published instead of the Connector
    qint64 size = 0;                    ///< of the whole body
    QByteArray body;                    ///< its beginning only, if it is too large to be taken

    [[nodiscard]] bool isTooLarge() const { return size > SourceFeed::maxBodyBytes; }
};

/// Puts messages together from frames, and keeps no more of a body than can be stored.
class AmqpAssembler {
public:
    /// Takes a frame of the consumer's channel; true when it was the last one of a message. Frames that
    /// belong to no message are left alone.
    [[nodiscard]] bool take(const amqp_frame_t& frame);
    [[nodiscard]] AmqpMessage& message() { return m_message; }

private:
    void begin(const amqp_basic_deliver_t& deliver);
    void takeProperties(const amqp_basic_properties_t& properties);
    void takeHeaders(const amqp_table_t& table);
    void takeWebhook(const amqp_basic_properties_t& properties);

    AmqpMessage m_message;
    qint64 m_missing = 0;
};

} // namespace meshwatch
