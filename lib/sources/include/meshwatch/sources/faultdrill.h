// SPDX-License-Identifier: MIT
#pragma once

#include <meshwatch/core/micros.h>
#include <meshwatch/core/result.h>

#include <QString>

#include <chrono>
#include <optional>

namespace meshwatch {

/// What a receiver does to a connection's deliveries on purpose, for a while: so that a person sees what the
/// Connector loses (it tries once and repeats nothing, Connector reference, configuration 2.4), and what
/// reconciliation brings back.
struct FaultDrill {
    static constexpr std::chrono::minutes longestDuration{60};
    static constexpr std::chrono::minutes longestDelay{5};

    std::optional<int> status; ///< answered with this; 2xx stores the event first
    bool drops = false;        ///< the connection is closed without an answer
    std::chrono::milliseconds delay{
        0};            ///< before the answer; alone, the event is stored first and answered 204
    int percent = 100; ///< so many of the deliveries, chosen by chance
    std::chrono::milliseconds duration = std::chrono::seconds(60);
    std::optional<quint32> seed; ///< the same seed chooses the same deliveries

    /// Is the Connector told that a delivery failed? Then its event is not stored.
    [[nodiscard]] bool refuses() const { return drops || (status && (*status < 200 || *status > 299)); }
    /// What cannot be: error "drill.invalid".
    [[nodiscard]] std::optional<Error> problem() const;
    /// Reads "status=500,for=60s,percent=30"; also `delay=2s`, `drop`, `seed=7`. Error "drill.invalid".
    [[nodiscard]] static Result<FaultDrill> parse(const QString& text);
    /// "status=500,percent=30,for=60s": what parse() reads.
    [[nodiscard]] QString toText() const;
    bool operator==(const FaultDrill&) const = default;
};

/// What a drill came to, so far or in all.
struct FaultDrillStatistics {
    Micros since;         ///< not valid: there was none
    qint64 delivered = 0; ///< stored, and answered 2xx
    qint64 refused = 0;   ///< answered with another status
    qint64 dropped = 0;   ///< closed without an answer
    qint64 delayed = 0;   ///< of all these, how many were answered late
    bool operator==(const FaultDrillStatistics&) const = default;
};

} // namespace meshwatch
