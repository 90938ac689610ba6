// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QString>
#include <QTest>

#include <mosquitto.h>
#include <utility>

/// Publishes with one QoS, nothing retained, nothing repeated; QoS 0 is how the Connector does.
class MqttPublisher {
public:
    explicit MqttPublisher(quint16 port, int qos = 0)
        : m_port(port)
        , m_qos(qos) {
        mosquitto_lib_init();
    }
    ~MqttPublisher() { mosquitto_destroy(m_client); }
    MqttPublisher(const MqttPublisher&) = delete;
    MqttPublisher& operator=(const MqttPublisher&) = delete;

    /// QoS 1 and 2: true when the broker has it.
    bool publish(const char* topic, const QByteArray& body, bool isRetained = false) {
        // A broker that is gone shows itself only when one looks.
        if (m_client && mosquitto_loop(m_client, 0, 1) != MOSQ_ERR_SUCCESS)
            disconnect();
        if (!m_client && !connect())
            return false;
        m_confirmed = 0;
        int packet = 0;
        int code = mosquitto_publish(m_client, &packet, topic, int(body.size()), body.constData(), m_qos,
                                     isRetained);
        while (code == MOSQ_ERR_SUCCESS && m_qos > 0 && m_confirmed != packet)
            code = mosquitto_loop(m_client, 1000, 1);
        if (code != MOSQ_ERR_SUCCESS)
            disconnect();
        return code == MOSQ_ERR_SUCCESS;
    }
    bool publish(const QByteArray& body) { return publish("transport/messageReceived", body); }
    void setAuthority(const QByteArray& file) { m_authority = file; }
    /// Until all of it is on its way.
    void finish() {
        while (mosquitto_want_write(m_client) && mosquitto_loop(m_client, 100, 1) == MOSQ_ERR_SUCCESS) {
        }
    }

private:
    bool connect() {
        m_client = mosquitto_new(nullptr, true, this);
        m_isAccepted = false;
        if (!m_authority.isEmpty())
            mosquitto_tls_set(m_client, m_authority.constData(), nullptr, nullptr, nullptr, nullptr);
        mosquitto_connect_callback_set(m_client, [](mosquitto*, void* self, int code) {
            static_cast<MqttPublisher*>(self)->m_isAccepted = code == 0;
        });
        mosquitto_publish_callback_set(m_client, [](mosquitto*, void* self, int packet) {
            static_cast<MqttPublisher*>(self)->m_confirmed = packet;
        });
        int code = mosquitto_connect(m_client, "127.0.0.1", m_port, 3600);
        while (code == MOSQ_ERR_SUCCESS && !m_isAccepted)
            code = mosquitto_loop(m_client, 1000, 1);
        if (code != MOSQ_ERR_SUCCESS)
            disconnect();
        return code == MOSQ_ERR_SUCCESS;
    }
    void disconnect() { mosquitto_destroy(std::exchange(m_client, nullptr)); }

    const quint16 m_port;
    const int m_qos;
    QByteArray m_authority;
    mosquitto* m_client = nullptr;
    bool m_isAccepted = false;
    int m_confirmed = 0;
};

/// Each test has a session of its own, in each version.
inline QString mqttUrl(quint16 port, const QString& options = {}) {
    return QStringLiteral("mqtt://127.0.0.1:%1?client-id=").arg(port) +
           QLatin1String(QTest::currentTestFunction()) + QLatin1String(QTest::currentDataTag()).left(1) +
           options;
}

inline void addMqttVersions() {
    QTest::addColumn<QString>("version");
    QTest::newRow("3.1.1") << QStringLiteral("&version=3.1.1");
    QTest::newRow("5") << QStringLiteral("&version=5");
}
