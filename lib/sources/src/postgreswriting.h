// SPDX-License-Identifier: MIT
#pragma once

#include "postgreshistory.h"
#include "sinklink.h"

namespace meshwatch {

/// Writes webhooks to the shared history, a batch with each transaction: while one is being committed the
/// next gathers.
class PostgresWriting : public SinkLink {
public:
    explicit PostgresWriting(RemoteSink::Settings settings)
        : m_settings(std::move(settings)) {}

    [[nodiscard]] Result<void> run(SinkQueue& queue) override;

private:
    [[nodiscard]] Result<void> write(PostgresHistory& history, const std::vector<SinkItem>& batch) const;

    const RemoteSink::Settings m_settings;
};

} // namespace meshwatch
