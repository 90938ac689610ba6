// SPDX-License-Identifier: MIT
#pragma once

#include <meshwatch/core/identifiers.h>
#include <meshwatch/core/micros.h>
#include <meshwatch/events/channel.h>

namespace meshwatch {

/// A time of which one source cannot say what happened: events of it may be missing on this channel.
struct Gap {
    /// The numbers are stored: append, never reorder.
    enum class Reason : quint8 {
        NotKept,      ///< the broker keeps nothing for who is absent (MQTT with QoS 0, Redis)
        QueueLost,    ///< the queue was gone or emptied by the broker's restart (classic queue)
        PositionLost, ///< the place to go on from is no longer kept (stream, relay)
        NotListening, ///< nobody took the Connector's webhooks, which it delivers once
    };

    SourceId source;
    ConnectionId connection;
    Channel channel = Channel::Mqtt;
    Reason reason = Reason::NotKept;
    Micros began;      ///< until then everything is known
    Micros ended;      ///< from then on, too
    Micros reconciled; ///< when a comparison with the Connector covered it; none yet: invalid

    [[nodiscard]] qint64 lengthMicros() const { return ended.value - began.value; }
};

} // namespace meshwatch
