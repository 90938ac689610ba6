// SPDX-License-Identifier: MIT
#pragma once

#include "amqpqueue.h"
#include "sourcelink.h"

namespace meshwatch {

/// AMQP 0-9-1 as RabbitMQ speaks it: a durable queue of our own, bound to the Connector's exchange.
class AmqpLink : public SourceLink {
public:
    explicit AmqpLink(EventSource::Settings settings)
        : m_settings(std::move(settings)) {}

    [[nodiscard]] Result<void> run(SourceFeed& feed) override;
    [[nodiscard]] Result<QString> look() override;

private:
    /// Makes the queue if there is none, and keeps a gap if it lost what waited in it. Streams: the offset to
    /// go on after; empty: as the address says.
    [[nodiscard]] static Result<QByteArray> prepare(AmqpConnection& connection, AmqpQueue& queue,
                                                    SourceFeed& feed);
    [[nodiscard]] QString description(const AmqpQueue& queue) const;

    const EventSource::Settings m_settings;
};

} // namespace meshwatch
