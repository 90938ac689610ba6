// SPDX-License-Identifier: MIT
#pragma once

#include "presence.h"
#include "redisconnection.h"
#include "redisrepeats.h"
#include "sourcelink.h"

namespace meshwatch {

/// Takes what is published on Redis channels. Redis keeps nothing for who is absent, so each time that this
/// was not connected becomes a gap; a PING every second proves until when everything was heard.
class RedisLink : public SourceLink {
public:
    explicit RedisLink(const EventSource::Settings& settings);

    [[nodiscard]] Result<void> run(SourceFeed& feed) override;
    [[nodiscard]] Result<QString> look() override;

private:
    using Stopping = std::function<bool()>;

    /// Connects and has each pattern confirmed; what is published meanwhile goes to `onMessage`.
    [[nodiscard]] Result<void> subscribe(RedisConnection& connection, const Stopping& isStopping,
                                         const std::function<void(const redisReply&)>& onMessage);
    [[nodiscard]] Result<void> listen(RedisConnection& connection, SourceFeed& feed);
    /// Reads what is here, at most until the feed is full; true if there may be more.
    [[nodiscard]] Result<bool> read(RedisConnection& connection, SourceFeed& feed, Presence& presence);
    void take(SourceFeed& feed, const redisReply& message);

    const EventSource::Settings m_settings;
    const QStringList m_patterns;
    RedisRepeats m_repeats;
};

} // namespace meshwatch
