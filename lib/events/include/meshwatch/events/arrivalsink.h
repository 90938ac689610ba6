// SPDX-License-Identifier: MIT
#pragma once

#include <meshwatch/events/arrival.h>
#include <meshwatch/events/quarantinedbody.h>

#include <functional>
#include <vector>

namespace meshwatch {

/// Where a receiver puts what it was sent: the store of a workspace, or an engine that keeps it for others.
class ArrivalSink {
public:
    /// Called once per append(), on a thread of the sink's: true when all its arrivals are safe, false when
    /// they could not be made so and will not be (then nothing may be acknowledged).
    using Committed = std::function<void(bool stored)>;

    virtual ~ArrivalSink() = default;

    /// Takes arrivals for keeping; thread-safe, does not wait. `committed` may be empty.
    virtual void append(std::vector<Arrival> arrivals, Committed committed) = 0;
    /// Takes a body that became no event; thread-safe, does not wait.
    virtual void quarantine(QuarantinedBody body) = 0;
};

} // namespace meshwatch
