// SPDX-License-Identifier: MIT
#pragma once

#include <meshwatch/core/identifiers.h>
#include <meshwatch/core/micros.h>
#include <meshwatch/events/channel.h>
#include <meshwatch/events/eventfacts.h>

#include <QByteArray>

namespace meshwatch {

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
    bool isRecovered = false; ///< filed by BackboneSync because no delivery was seen
};

} // namespace meshwatch
