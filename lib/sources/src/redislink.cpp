// SPDX-License-Identifier: MIT
#include "redislink.h"

#include "eventname.h"

#include <QCoreApplication>
#include <QDeadlineTimer>

namespace meshwatch {

namespace {

struct RedisLinkText {
    Q_DECLARE_TR_FUNCTIONS(EventSource)
};

constexpr int redisSubscribeMs = 10'000;
/// Then it is time to look at everything else.
constexpr int redisRepliesAtOnce = 1000;

bool isRedisMessage(const redisReply& reply) {
    return redisText(reply, 0) == "pmessage" && reply.elements == 4;
}

/// The answer to PING: in a connection that is subscribed it is an array.
bool isRedisPong(const redisReply& reply) { return redisText(reply, 0) == "pong"; }

} // namespace

RedisLink::RedisLink(const EventSource::Settings& settings)
    : m_settings(settings)
    , m_patterns(settings.address.values("pattern"))
    , m_repeats(m_patterns.size()) {}

Result<QString> RedisLink::look() {
    RedisConnection connection(m_settings.address, -1);
    const auto subscribed = subscribe(
        connection, [] { return false; }, [](const redisReply&) {});
    if (!subscribed)
        return subscribed.error();
    return RedisLinkText::tr("connects, subscribes to %1; Redis keeps nothing while nobody listens")
        .arg(m_patterns.join(QLatin1String(", ")));
}

Result<void> RedisLink::run(SourceFeed& feed) {
    RedisConnection connection(m_settings.address, feed.wakeDescriptor());
    const auto ended = listen(connection, feed);
    if (feed.isStopping())
        return {};
    return ended;
}

Result<void> RedisLink::listen(RedisConnection& connection, SourceFeed& feed) {
    const auto isStopping = [&feed] {
        feed.drainWake();
        return feed.isStopping();
    };
    const auto subscribed =
        subscribe(connection, isStopping, [&](const redisReply& message) { take(feed, message); });
    if (!subscribed)
        return subscribed;
    Presence presence(feed);
    presence.subscribed();
    feed.connected(RedisLinkText::tr("subscribed to %1 at %2")
                       .arg(m_patterns.join(QLatin1String(", ")), m_settings.address.place()));
    for (;;) {
        bool hasMore = false;
        if (feed.isFull()) {
            presence.excuse();
        } else {
            const auto read = this->read(connection, feed, presence);
            feed.submit();
            if (!read)
                return read.error();
            hasMore = *read;
        }
        presence.update();
        if (feed.isStopping())
            return {};
        if (feed.hasFailed())
            return sourceerror::notStored();
        if (presence.isLost())
            return sourceerror::broken(
                RedisLinkText::tr("%1 does not answer any more.").arg(m_settings.address.place()));
        if (presence.shouldAsk()) {
            presence.asked();
            connection.send({"PING"});
        }
        connection.wait(hasMore ? 0 : Presence::pulseMs, !feed.isFull());
        feed.drainWake();
    }
}

Result<void> RedisLink::subscribe(RedisConnection& connection, const Stopping& isStopping,
                                  const std::function<void(const redisReply&)>& onMessage) {
    if (const auto opened = connection.open(m_settings.secret, isStopping); !opened)
        return opened;
    QByteArrayList command{"PSUBSCRIBE"};
    for (const QString& pattern : m_patterns)
        command.append(pattern.toUtf8());
    connection.send(command);
    qsizetype confirmed = 0;
    const QDeadlineTimer deadline(redisSubscribeMs);
    while (!deadline.hasExpired() && !isStopping()) {
        auto reply = connection.next();
        if (!reply)
            return reply.error();
        if (!*reply) {
            connection.wait(int(deadline.remainingTime()));
            continue;
        }
        if ((*reply)->type == REDIS_REPLY_ERROR)
            return connection.explain(**reply);
        if (isRedisMessage(**reply))
            onMessage(**reply);
        else if (redisText(**reply, 0) == "psubscribe" && ++confirmed == m_patterns.size())
            return {};
    }
    return sourceerror::broken(
        RedisLinkText::tr("%1 does not confirm the subscription.").arg(m_settings.address.place()));
}

Result<bool> RedisLink::read(RedisConnection& connection, SourceFeed& feed, Presence& presence) {
    for (int i = 0; i < redisRepliesAtOnce && !feed.isFull(); ++i) {
        auto reply = connection.next();
        if (!reply)
            return reply.error();
        if (!*reply)
            return false;
        if ((*reply)->type == REDIS_REPLY_ERROR)
            return connection.explain(**reply);
        if (isRedisMessage(**reply))
            take(feed, **reply);
        else if (isRedisPong(**reply))
            presence.answered();
    }
    return true;
}

void RedisLink::take(SourceFeed& feed, const redisReply& message) {
    const QByteArrayView pattern = redisText(message, 1), channel = redisText(message, 2),
                         body = redisText(message, 3);
    if (!canBeEventName(channel) || m_repeats.isRepeat(pattern, channel, body))
        return;
    SourceDelivery delivery;
    delivery.trigger = channel.toByteArray();
    delivery.path = delivery.trigger;
    delivery.body = body.toByteArray();
    feed.take(std::move(delivery));
}

} // namespace meshwatch
