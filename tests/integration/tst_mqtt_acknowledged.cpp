// SPDX-License-Identifier: MIT
#include "ackwatcher.h"
#include "brokertrials.h"
#include "mosquittoserver.h"
#include "mqttpublisher.h"
#include "tcpproxy.h"

using namespace meshwatch;
using brokertrials::patience;

/// What an MQTT broker keeps until it is acknowledged: messages of QoS 1.
class TestMqttAcknowledged : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void acknowledgesOnlyWhatIsStored();
    void faultsLoseNothingOfQos1_data() { addMqttVersions(); }
    void faultsLoseNothingOfQos1();
    void killedProgramLosesNothingOfQos1();

private:
    std::unique_ptr<MosquittoServer> m_server;
};

void TestMqttAcknowledged::initTestCase() {
    if (!MosquittoServer::isPossible())
        QSKIP("Mosquitto is not installed");
    m_server = std::make_unique<MosquittoServer>("allow_anonymous true\nmax_queued_messages 0");
    m_server->start();
}

void TestMqttAcknowledged::acknowledgesOnlyWhatIsStored() {
    constexpr int messages = 200;
    AckWatcher broker;
    SourceTrial trial(mqttUrl(broker.serverPort()));
    const auto reader = *EventReader::open(trial.path());
    int acknowledged = 0;
    int early = 0;
    broker.setOnAcknowledged([&] {
        early += reader->range().count() < ++acknowledged;
        if (acknowledged < messages)
            broker.publish(SourceTrial::body(acknowledged + 1));
    });
    trial.start();
    QTRY_VERIFY_WITH_TIMEOUT(trial.isConnected(), patience);
    broker.publish(SourceTrial::body(1));
    QTRY_COMPARE_WITH_TIMEOUT(acknowledged, messages, patience);
    QCOMPARE(early, 0);
}

void TestMqttAcknowledged::faultsLoseNothingOfQos1() {
    QFETCH(QString, version);
    MosquittoServer server("allow_anonymous true\nmax_queued_messages 0");
    server.start();
    TcpProxy proxy(server.port());
    SourceTrial trial(mqttUrl(proxy.port(), version));
    MqttPublisher publisher(server.port(), 1);
    trial.start();
    const auto restart = [&] { server.end(), server.start(); };
    const auto cut = [&] { proxy.cut(); };
    const auto renew = [&] { trial.stop(), QTest::qWait(100), trial.start(); };
    const QList<std::function<void()>> faults{cut, renew, restart, cut, renew};
    brokertrials::goThrough(trial, faults, [&](const QByteArray& body) { return publisher.publish(body); });
    if (QTest::currentTestFailed())
        return;
    QCOMPARE(trial.judge(false), QString());
}

void TestMqttAcknowledged::killedProgramLosesNothingOfQos1() {
    SourceTrial trial(mqttUrl(m_server->port()));
    MqttPublisher publisher(m_server->port(), 1);
    brokertrials::goThroughKills(trial, mqttUrl(m_server->port()),
                                 [&](const QByteArray& body) { return publisher.publish(body); });
    if (QTest::currentTestFailed())
        return;
    QTRY_COMPARE_WITH_TIMEOUT(trial.judge(false), QString(), patience);
}

int main(int argc, char** argv) {
    int code = 0;
    if (TakingProgram::isAsked(argc, argv, code))
        return code;
    // More events than usual take more time than usual.
    qputenv("QTEST_FUNCTION_TIMEOUT", "900000");
    const QCoreApplication application(argc, argv);
    TestMqttAcknowledged test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_mqtt_acknowledged.moc"
