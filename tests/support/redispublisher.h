// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>

#include <hiredis/hiredis.h>

/// Publishes as the Connector does: a plain PUBLISH, nothing repeated.
class RedisPublisher {
public:
    explicit RedisPublisher(quint16 port)
        : m_port(port) {}
    ~RedisPublisher() { redisFree(m_context); }
    RedisPublisher(const RedisPublisher&) = delete;
    RedisPublisher& operator=(const RedisPublisher&) = delete;

    bool publish(const QByteArray& channel, const QByteArray& body) {
        if (!m_context || m_context->err) {
            redisFree(m_context);
            m_context = redisConnectWithTimeout("127.0.0.1", m_port, {5, 0});
            if (!m_context || m_context->err)
                return false;
        }
        void* reply = redisCommand(m_context, "PUBLISH %b %b", channel.constData(), size_t(channel.size()),
                                   body.constData(), size_t(body.size()));
        const bool isTaken = reply && static_cast<redisReply*>(reply)->type == REDIS_REPLY_INTEGER;
        freeReplyObject(reply);
        return isTaken;
    }
    bool publish(const QByteArray& body) { return publish("transport.messageReceived", body); }

private:
    const quint16 m_port;
    redisContext* m_context = nullptr;
};
