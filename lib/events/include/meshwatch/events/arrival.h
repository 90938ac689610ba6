// SPDX-License-Identifier: MIT
#pragma once

#include <meshwatch/core/identifiers.h>
#include <meshwatch/core/micros.h>
#include <meshwatch/events/channel.h>
#include <meshwatch/events/eventfacts.h>

#include <QByteArray>

namespace meshwatch {

/// What lets a repeated delivery be known again: brokers deliver once more what was not acknowledged, though
/// it may have been stored.
struct DeliveryMark {
    SourceId source;          ///< none: nothing is remembered of this delivery
    qint64 session = 0;       ///< one connection to the broker; a repeat comes in a later one
    QByteArray id;            ///< the broker's own name of the message; empty: trigger and data stand for it
    bool mayBeRepeat = false; ///< the broker says that it may have delivered it before
    Micros takenAt{};         ///< when we took it, where it was received elsewhere before
};

/// One delivery of one event, as a source hands it to Intake. Several arrivals can be one event.
struct Arrival {
    ConnectionId connection;
    Channel channel = Channel::Webhook;
    Micros receivedAt;
    QByteArray path;          ///< path asked for, routing key, topic, file name; without secrets
    QByteArray headers;       ///< "name: value" lines, secrets redacted, without content-length and
                              ///< x-correlation-id, so that equal deliveries share one stored text
    QByteArray correlationId; ///< empty if the channel carries none
    QByteArray body;          ///< byte for byte as it came
    EventFacts facts;         ///< derived from body (EventParser)
    DeliveryMark mark{};
    bool isRecovered = false; ///< filed by BackboneSync because no delivery was seen
};

} // namespace meshwatch
