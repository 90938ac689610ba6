// SPDX-License-Identifier: MIT
#pragma once

#include <meshwatch/core/identifiers.h>
#include <meshwatch/core/micros.h>
#include <meshwatch/events/channel.h>

#include <QString>

#include <optional>

namespace meshwatch {

/// What shows that an entry of a conversation got so far: an event of the store, or the answer to a call.
///
/// Only what a Connector can know: whether the peer has fetched or read a message it does not tell.
struct Proof {
    enum class Step : quint8 {
        Accepted,      ///< the Connector answered our POST
        Created,       ///< a Request exists (Draft)
        Sent,          ///< transport.messageSent
        Delivered,     ///< transport.messageDelivered, should a Backbone ever send it
        Received,      ///< arrived from the peer
        Processed,     ///< consumption.messageProcessed
        StatusChanged, ///< of a Request or a relationship; `detail` is the new status
        Answered,      ///< a later message of the peer, or ours, answers it
    };
    Step step = Step::Received;
    EventSeq event;    ///< none: known from REST alone
    QString trigger;   ///< empty without an event
    QString detail;    ///< the new status; else empty
    Micros time;       ///< by the object itself; none if it carries none for this step
    Micros receivedAt; ///< arrival of the event here
    Channels channels; ///< the ways it came
    bool isRecovered = false;
    qint64 tookMs = -1; ///< of Accepted: from sending the POST to its answer; else -1

    /// Object's own time to arrival in microseconds; nothing for recovered events and those without a time.
    [[nodiscard]] std::optional<qint64> lag() const {
        if (isRecovered || !time.isValid() || !receivedAt.isValid())
            return std::nullopt;
        return receivedAt.value - time.value;
    }
    bool operator==(const Proof&) const = default;
};

} // namespace meshwatch
