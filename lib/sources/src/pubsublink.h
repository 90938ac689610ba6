// SPDX-License-Identifier: MIT
#pragma once

#include "sourcelink.h"

namespace meshwatch {

/// A Google Pub/Sub subscription, pulled over the public REST interface (v1).
class PubSubLink : public SourceLink {
public:
    explicit PubSubLink(EventSource::Settings settings)
        : m_settings(std::move(settings)) {}

    [[nodiscard]] Result<void> run(SourceFeed& feed) override;
    [[nodiscard]] Result<QString> look() override;

private:
    const EventSource::Settings m_settings;
};

} // namespace meshwatch
