// SPDX-License-Identifier: MIT
#pragma once

#include "sinkqueue.h"

#include <meshwatch/core/result.h>
#include <meshwatch/sources/remotesink.h>

namespace meshwatch {

/// The protocol of one kind of engine: what SourceLink is on the way in.
class SinkLink {
public:
    virtual ~SinkLink() = default;

    /// Connects (SinkQueue::connected()) and writes what waits, until the queue is to stop and nothing is
    /// left, or something fails. Keeps a receipt only when the engine has said that it has the arrival; drops
    /// the items otherwise. Errors are those of SourceLink.
    [[nodiscard]] virtual Result<void> run(SinkQueue& queue) = 0;

    /// Null for an engine that keeps nothing.
    [[nodiscard]] static std::unique_ptr<SinkLink> make(const RemoteSink::Settings& settings);
};

} // namespace meshwatch
