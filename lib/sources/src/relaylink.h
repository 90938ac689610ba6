// SPDX-License-Identifier: MIT
#pragma once

#include "sourcelink.h"

namespace meshwatch {

/// Subscribes to a relay (docs/relay-protocol.md): goes on behind the last event that is stored, and gives
/// credit for new ones only as those before are stored.
class RelayLink : public SourceLink {
public:
    explicit RelayLink(EventSource::Settings settings)
        : m_settings(std::move(settings)) {}

    [[nodiscard]] Result<void> run(SourceFeed& feed) override;
    [[nodiscard]] Result<QString> look() override;

private:
    const EventSource::Settings m_settings;
};

} // namespace meshwatch
