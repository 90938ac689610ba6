// SPDX-License-Identifier: MIT
#pragma once

#include <meshwatch/core/identifiers.h>
#include <meshwatch/core/micros.h>
#include <meshwatch/events/channel.h>
#include <meshwatch/events/eventcatalogue.h>

#include <QByteArray>
#include <QString>

#include <optional>
#include <vector>

namespace meshwatch {

/// What a list shows of an event: small whatever the size of its body.
struct EventRow {
    EventSeq seq;
    ConnectionId connection;
    Micros receivedAt;
    Micros createdAt;
    Channels channels;
    bool isRecovered = false;
    bool isFailure = false;
    int arrivals = 1;
    Family family = Family::Other;
    QString trigger;
    QString object;
    QString peer;     ///< address
    QString peerName; ///< empty if unknown
    QString summary;  ///< one translated sentence
    qint64 bodySize = 0;

    /// Object's own time to arrival in microseconds; nothing for recovered events and those without a time.
    /// Negative if the clocks differ.
    [[nodiscard]] std::optional<qint64> lag() const {
        if (isRecovered || !createdAt.isValid())
            return std::nullopt;
        return receivedAt.value - createdAt.value;
    }
};

/// One of the ways an event came.
struct EventArrival {
    Channel channel = Channel::Webhook;
    Micros receivedAt;
    QString path;
    QByteArray headers; ///< "name: value" lines, secrets redacted
    QByteArray body;    ///< as it came
};

/// All that is known of an event.
struct Event {
    EventRow row;
    QByteArray correlationId;
    QByteArray state;
    QByteArray body;                    ///< of the first arrival, byte for byte
    std::vector<EventArrival> arrivals; ///< at least one, in order of arrival

    /// The event's data, without the envelope around it; empty if it has none.
    [[nodiscard]] QByteArray data() const;
};

} // namespace meshwatch
