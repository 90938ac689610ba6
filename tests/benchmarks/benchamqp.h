// SPDX-License-Identifier: MIT
#pragma once

#include "amqppublisher.h"
#include "benchbroker.h"
#include "rabbitmqserver.h"

#include <QCoreApplication>

/// RabbitMQ with a quorum queue for Meshwatch and one like it for the rivals, which read as far ahead.
class BenchAmqp : public BenchBroker {
public:
    bool start() override {
        if (!m_server.start())
            return false;
        m_publisher.emplace(m_server.port());
        return m_publisher->isOpen() && m_publisher->makeExchange("enmeshed") &&
               m_publisher->makeExchange("rival") && m_publisher->makeQueue("rival", false, "quorum") &&
               m_publisher->bind("rival", "rival", "#");
    }
    [[nodiscard]] QString url() const override {
        return m_server.url(QStringLiteral("?exchange=enmeshed&prefetch=%1").arg(prefetch));
    }
    [[nodiscard]] QList<Rival> rivals(int events) const override {
        // The tool starts a program for each message.
        constexpr int share = 50;
        return {{QCoreApplication::applicationDirPath() + QStringLiteral("/bench_consume"),
                 {QString::number(m_server.port()), QStringLiteral("rival"), QString::number(prefetch),
                  QString::number(events)},
                 1,
                 true},
                {QStringLiteral("amqp-consume"),
                 {QStringLiteral("--url=amqp://guest:guest@127.0.0.1:%1").arg(m_server.port()),
                  QStringLiteral("--queue=rival"), QStringLiteral("--prefetch-count=%1").arg(prefetch),
                  QStringLiteral("--count=%1").arg(events / share), QStringLiteral("cat")},
                 share,
                 true}};
    }
    bool publish(bool isForRival, const QByteArray& trigger, const QByteArray& data) override {
        return m_publisher->publish(isForRival ? "rival" : "enmeshed", {trigger, data});
    }

private:
    static constexpr int prefetch = 1000;

    RabbitMqServer m_server;
    std::optional<AmqpPublisher> m_publisher;
};
