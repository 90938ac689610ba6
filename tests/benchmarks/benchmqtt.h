// SPDX-License-Identifier: MIT
#pragma once

#include "benchbroker.h"
#include "mosquittoserver.h"
#include "mqttpublisher.h"

/// Mosquitto, told to drop nothing when a reader is slow, so that both sides get everything.
class BenchMqtt : public BenchBroker {
public:
    bool start() override {
        m_server.start();
        return true;
    }
    [[nodiscard]] QString url() const override {
        return QStringLiteral("mqtt://127.0.0.1:%1").arg(m_server.port());
    }
    [[nodiscard]] QList<Rival> rivals(int) const override {
        return {{QStringLiteral("mosquitto_sub"),
                 {QStringLiteral("-h"), QStringLiteral("127.0.0.1"), QStringLiteral("-p"),
                  QString::number(m_server.port()), QStringLiteral("-q"), QStringLiteral("1"),
                  QStringLiteral("-t"), QStringLiteral("#")}}};
    }
    bool publish(bool, const QByteArray& trigger, const QByteArray& data) override {
        return m_publisher.publish(QByteArray(trigger).replace('.', '/').constData(), data);
    }
    bool finish() override {
        m_publisher.finish();
        return true;
    }

private:
    MosquittoServer m_server{"allow_anonymous true\nmax_queued_messages 0"};
    MqttPublisher m_publisher{m_server.port()};
};
