// SPDX-License-Identifier: MIT
#pragma once

#include "benchbroker.h"
#include "redispublisher.h"
#include "redisserver.h"

/// Redis, told to disconnect nobody who is slow, so that both sides get everything.
class BenchRedis : public BenchBroker {
public:
    bool start() override {
        m_server.start();
        return true;
    }
    [[nodiscard]] QString url() const override {
        return QStringLiteral("redis://127.0.0.1:%1").arg(m_server.port());
    }
    [[nodiscard]] QList<Rival> rivals(int) const override {
        return {{QStringLiteral("redis-cli"),
                 {QStringLiteral("-p"), QString::number(m_server.port()), QStringLiteral("PSUBSCRIBE"),
                  QStringLiteral("*")}}};
    }
    /// The Connector waits for each answer: a broker that does not give it holds up all that are behind it.
    bool publish(bool, const QByteArray& trigger, const QByteArray& data) override {
        return m_publisher.publish(trigger, data);
    }

private:
    RedisServer m_server{"client-output-buffer-limit pubsub 0 0 0"};
    RedisPublisher m_publisher{m_server.port()};
};
