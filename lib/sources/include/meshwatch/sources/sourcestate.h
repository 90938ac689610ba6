// SPDX-License-Identifier: MIT
#pragma once

#include <meshwatch/core/micros.h>

#include <QString>

#include <optional>

namespace meshwatch {

/// How a source is doing, in words that say what a person can do about it.
struct SourceState {
    enum class Phase : quint8 {
        Stopped,
        Connecting,
        Connected,
        Waiting, ///< the connection broke or could not be made; it is tried again by itself
        Refused, ///< something must be changed first (password, exchange, rights); tried again rarely
    };
    Phase phase = Phase::Stopped;
    QString text;   ///< translated: “queue meshwatch.riverside at amqp://…”, “refused: …”
    QString code;   ///< of the error behind Waiting and Refused: "source.refused", …
    QString advice; ///< what to do about it; may be empty
    Micros since;   ///< when this phase began
    Micros nextTry; ///< with Waiting and Refused
    bool operator==(const SourceState&) const = default;
};

/// What a source has counted since it was made.
struct SourceFigures {
    qint64 received = 0; ///< deliveries, repeats among them
    qint64 stored = 0;   ///< of these committed
    qint64 refused = 0;  ///< that became no event; they are among the refused bodies
    Micros lastReceived;
    std::optional<qint64> lagMicros; ///< from the object's own time to its arrival, of the last that has one
    std::optional<qint64> waiting;   ///< messages that wait at the broker, where it tells
};

} // namespace meshwatch
