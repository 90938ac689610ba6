// SPDX-License-Identifier: MIT
#include "brokertrials.h"
#include "certificates.h"
#include "mosquittoserver.h"
#include "mqttpublisher.h"
#include "storedsource.h"
#include "tcpproxy.h"

#include <QCryptographicHash>
#include <QPasswordDigestor>

using namespace meshwatch;
using brokertrials::look, brokertrials::patience;

namespace {

constexpr char rightsPlugin[] = "/usr/lib/x86_64-linux-gnu/mosquitto_dynamic_security.so";

/// What Mosquitto's plugin for rights reads: a user who may subscribe to one topic, and nothing else.
QByteArray rights(const QByteArray& topic) {
    constexpr int rounds = 101;
    const QByteArray salt = "0123456789ab";
    const QByteArray hash =
        QPasswordDigestor::deriveKeyPbkdf2(QCryptographicHash::Sha512, "s3cret", salt, rounds, 64);
    return R"({"clients":[{"username":"listener","password":")" + hash.toBase64() + R"(","salt":")" +
           salt.toBase64() +
           R"(","iterations":101,"roles":[{"rolename":"listener"}]}],)"
           R"("roles":[{"rolename":"listener","acls":[{"acltype":"subscribePattern","topic":")" +
           topic +
           R"(","allow":true}]}],"defaultACLAccess":{"publishClientSend":false,"publishClientReceive":true,)"
           R"("subscribe":false,"unsubscribe":false}})";
}

} // namespace

/// The MQTT source against real servers.
class TestMqtt : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void storesWhatIsPublished_data() { addMqttVersions(); }
    void storesWhatIsPublished();
    void takesTopicsThatOneCovers();
    void refusesTopicsThatOverlap();
    void recordedMessagesAreTheRecordedWebhooks();
    void absenceIsAGap();
    void noticesThatNobodyIsThereAnyMore();
    void provesWithoutRights();
    void saysWhoTookTheSession_data() { addMqttVersions(); }
    void saysWhoTookTheSession();
    void faultsLoseNothingOutsideOfGaps_data() { addMqttVersions(); }
    void faultsLoseNothingOutsideOfGaps();
    void killedProgramLosesNothingOutsideOfGaps();
    void errorsAreSaidInWords_data();
    void errorsAreSaidInWords();
    void checksCertificates_data() { brokertrials::addCertificates(); }
    void checksCertificates();
    void takesThroughTls();
    void takesMoreThanMayWait();
    void tellsWhatItSees();

private:
    std::unique_ptr<MosquittoServer> m_server;
};

void TestMqtt::initTestCase() {
    if (!MosquittoServer::isPossible())
        QSKIP("Mosquitto is not installed");
    m_server = std::make_unique<MosquittoServer>();
    m_server->start();
}

void TestMqtt::storesWhatIsPublished() {
    QFETCH(QString, version);
    MqttPublisher retaining(m_server->port());
    QVERIFY(retaining.publish("transport/messageReceived", SourceTrial::body(7), true));
    SourceTrial trial(mqttUrl(m_server->port(), version));
    trial.start();
    QTRY_VERIFY_WITH_TIMEOUT(trial.isConnected(), patience);
    MqttPublisher publisher(m_server->port());
    QVERIFY(publisher.publish("runtime/modulesStarted", "{}"));
    QVERIFY(publisher.publish("chatter", "of others"));
    QVERIFY(publisher.publish("sensors/room 3", "of others"));
    QVERIFY(publisher.publish("site1/transport/messageReceived", "{\"id\": \"MSG1\" ,\"isOwn\":false}"));
    QVERIFY(publisher.publish("transport/messageReceived", "no event"));
    QTRY_COMPARE_WITH_TIMEOUT(trial.source().figures().refused, 1, patience);
    QTRY_COMPARE_WITH_TIMEOUT(trial.stored(), 2, patience);
    const auto reader = trial.reader();
    const auto first = reader->event({1}), second = reader->event({2});
    QVERIFY(first && second);
    QCOMPARE(first->row.trigger, QStringLiteral("runtime.modulesStarted"));
    QCOMPARE(second->row.trigger, QStringLiteral("transport.messageReceived"));
    QCOMPARE(second->body, QByteArray("{\"id\": \"MSG1\" ,\"isOwn\":false}"));
    QCOMPARE(second->arrivals.front().path, QStringLiteral("site1/transport/messageReceived"));
    QVERIFY(second->row.channels == Channels(Channel::Mqtt));
    const auto refused = reader->quarantined(10);
    QCOMPARE(refused.size(), size_t(1));
    QCOMPARE(refused.front().body, QByteArray("no event"));
    QVERIFY(retaining.publish("transport/messageReceived", {}, true));
}

void TestMqtt::takesTopicsThatOneCovers() {
    SourceTrial trial(
        mqttUrl(m_server->port(), QStringLiteral("&topic=transport/+&topic=transport/%23&topic=runtime/+")));
    trial.start();
    QTRY_VERIFY_WITH_TIMEOUT(trial.isConnected(), patience);
    QVERIFY2(trial.source().state().text.contains(QLatin1String("subscribed to transport/#, runtime/+ at")),
             qPrintable(trial.source().state().text));
    MqttPublisher publisher(m_server->port());
    // Two equal ones are two.
    QVERIFY(publisher.publish(SourceTrial::body(1)));
    QVERIFY(publisher.publish(SourceTrial::body(1)));
    QVERIFY(publisher.publish("consumption/attributeCreated", "{}"));
    QVERIFY(publisher.publish("runtime/modulesStarted", "{}"));
    QTRY_COMPARE_WITH_TIMEOUT(trial.source().figures().stored, 3, patience);
    QCOMPARE(trial.source().figures().received, 3);
}

void TestMqtt::refusesTopicsThatOverlap() {
    const auto overlapping = look(SourceTrial::settings(
        mqttUrl(m_server->port(), QStringLiteral("&topic=transport/%23&topic=+/messageReceived"))));
    QVERIFY(!overlapping);
    QCOMPARE(overlapping.error().code, QStringLiteral("source.refused"));
    QVERIFY(overlapping.error().message.contains(QLatin1String("+/messageReceived")));
    const auto wrong =
        look(SourceTrial::settings(mqttUrl(m_server->port(), QStringLiteral("&topic=transport%23"))));
    QVERIFY(!wrong);
    QVERIFY(wrong.error().message.contains(QLatin1String("transport#")));
}

void TestMqtt::recordedMessagesAreTheRecordedWebhooks() {
    SourceTrial trial(mqttUrl(m_server->port()));
    MqttPublisher publisher(m_server->port());
    const auto publish = [&](const QJsonObject& message, const QByteArray& body) {
        return publisher.publish(message[QLatin1String("topic")].toString().toUtf8().constData(), body);
    };
    brokertrials::mergeRecordings(trial, Channel::Mqtt, recordedLines(QStringLiteral("mqtt.jsonl")), publish);
}

void TestMqtt::absenceIsAGap() {
    MosquittoServer server;
    server.start();
    SourceTrial trial(mqttUrl(server.port()));
    MqttPublisher publisher(server.port());
    brokertrials::noteAbsence(
        trial, Channel::Mqtt, [&](const QByteArray& body) { return publisher.publish(body); },
        [&] { server.kill(); }, [&] { server.start(); });
}

void TestMqtt::noticesThatNobodyIsThereAnyMore() {
    TcpProxy proxy(m_server->port());
    SourceTrial trial(mqttUrl(proxy.port()));
    MqttPublisher publisher(m_server->port());
    brokertrials::noteSilence(trial, proxy, [&](const QByteArray& body) { return publisher.publish(body); });
}

void TestMqtt::provesWithoutRights() {
    // This user may subscribe to its topic, and to end no subscription.
    MosquittoServer server(QByteArray("allow_anonymous false\nplugin ") + rightsPlugin);
    if (!QFile::exists(QLatin1String(rightsPlugin)))
        QSKIP("Mosquitto's plugin for rights is not installed");
    server.addLines("plugin_opt_config_file " +
                    server.write(QStringLiteral("rights.json"), rights("transport/#")).toUtf8());
    server.start();
    SourceTrial trial(QStringLiteral("mqtt://listener@127.0.0.1:%1?topic=transport/%23").arg(server.port()),
                      "s3cret");
    trial.start();
    QTRY_VERIFY_WITH_TIMEOUT(trial.isConnected(), patience);
    const auto seen = [&] {
        return storedSource(trial.store(), trial.connection(), trial.source().settings().address.toString())
            ->lastSeen;
    };
    const Micros before = seen();
    QVERIFY(before.isValid());
    QTRY_VERIFY_WITH_TIMEOUT(seen() > before, patience);
    QVERIFY(trial.isConnected());
    const auto denied = look(SourceTrial::settings(
        QStringLiteral("mqtt://listener@127.0.0.1:%1?topic=runtime/%23").arg(server.port()), "s3cret"));
    QVERIFY(!denied);
    QCOMPARE(denied.error().code, QStringLiteral("source.refused"));
    QVERIFY2(denied.error().message.contains(QLatin1String("refuses the subscription to runtime/#")),
             qPrintable(denied.error().message));
}

void TestMqtt::saysWhoTookTheSession() {
    QFETCH(QString, version);
    const QString url = mqttUrl(m_server->port(), version);
    SourceTrial one(url), other(url);
    one.start();
    QTRY_VERIFY_WITH_TIMEOUT(one.isConnected(), patience);
    other.start();
    QTRY_VERIFY_WITH_TIMEOUT(!one.isConnected(), patience);
    QTRY_VERIFY_WITH_TIMEOUT(
        one.source().state().advice.contains(QLatin1String("another program uses the client id")), patience);
}

void TestMqtt::faultsLoseNothingOutsideOfGaps() {
    QFETCH(QString, version);
    MosquittoServer server;
    server.start();
    TcpProxy proxy(server.port());
    SourceTrial trial(mqttUrl(proxy.port(), version));
    MqttPublisher publisher(server.port());
    trial.start();
    const auto killServer = [&] { server.kill(), QTest::qWait(100), server.start(); };
    const auto cut = [&] { proxy.cut(); };
    const auto renew = [&] { trial.stop(), QTest::qWait(100), trial.start(); };
    const QList<std::function<void()>> faults{cut, killServer, renew, cut, killServer};
    brokertrials::goThrough(trial, faults, [&](const QByteArray& body) { return publisher.publish(body); });
    if (QTest::currentTestFailed())
        return;
    QCOMPARE(trial.judge(), QString());
    QVERIFY(trial.reader()->gaps(100).size() >= size_t(faults.size()));
}

void TestMqtt::killedProgramLosesNothingOutsideOfGaps() {
    SourceTrial trial(mqttUrl(m_server->port()));
    MqttPublisher publisher(m_server->port());
    brokertrials::goThroughKills(trial, mqttUrl(m_server->port()),
                                 [&](const QByteArray& body) { return publisher.publish(body); });
    if (QTest::currentTestFailed())
        return;
    QTRY_COMPARE_WITH_TIMEOUT(trial.judge(), QString(), patience);
    QVERIFY(trial.missing() >= 300);
}

void TestMqtt::errorsAreSaidInWords_data() { addMqttVersions(); }

void TestMqtt::errorsAreSaidInWords() {
    QFETCH(QString, version);
    MosquittoServer server("allow_anonymous false");
    const QString passwords = server.write(QStringLiteral("passwords"), {});
    QCOMPARE(QProcess::execute(
                 QStringLiteral("mosquitto_passwd"),
                 {QStringLiteral("-b"), passwords, QStringLiteral("user"), QStringLiteral("s3cret")}),
             0);
    server.addLines("password_file " + passwords.toUtf8());
    server.start();
    const auto lookAs = [&](const QString& user, const QByteArray& secret) {
        return look(SourceTrial::settings(QLatin1String("mqtt://") + user + QLatin1String("127.0.0.1:") +
                                              QString::number(server.port()) + QLatin1Char('?') +
                                              version.mid(1),
                                          secret));
    };
    for (const auto& [user, secret] :
         {std::pair{"", ""}, {"user@", ""}, {"user@", "wr0ng"}, {"nobody@", "s3cret"}}) {
        const auto seen = lookAs(QLatin1String(user), secret);
        QVERIFY(!seen);
        QCOMPARE(seen.error().code, QStringLiteral("source.refused"));
        QVERIFY2(seen.error().message.contains(QLatin1String("not authorised")),
                 qPrintable(seen.error().message));
        QVERIFY(seen.error().message.contains(QString::number(server.port())));
        QVERIFY2(seen.error().advice.contains(QLatin1String("Check the user")),
                 qPrintable(seen.error().advice));
        QVERIFY(!seen.error().text().contains(QLatin1String("wr0ng")));
    }
    const auto right = lookAs(QStringLiteral("user@"), "s3cret");
    QVERIFY2(right, qPrintable(right ? QString() : right.error().text()));
}

void TestMqtt::checksCertificates() {
    if (!Certificates::isPossible())
        QSKIP("openssl is not installed");
    QFETCH(QString, names);
    QFETCH(bool, namesAuthority);
    QFETCH(bool, serverUsesTls);
    QFETCH(bool, addressUsesTls);
    QFETCH(QString, message);
    const Certificates certificates;
    const auto authority = certificates.authority(QStringLiteral("authority"));
    const auto pair = certificates.issue(&authority, names);
    MosquittoServer server;
    if (serverUsesTls)
        server.setCertificate(pair.certificate, pair.key);
    server.start();
    const QString ca = server.write(QStringLiteral("authority.pem"), authority.certificate);
    QString url = QLatin1String(addressUsesTls ? "mqtts" : "mqtt") +
                  QStringLiteral("://127.0.0.1:%1").arg(server.port());
    if (namesAuthority)
        url += QLatin1String("?ca=") + ca;
    const auto seen = look(SourceTrial::settings(url));
    QCOMPARE(seen.ok(), message.isEmpty());
    if (!seen)
        QVERIFY2(seen.error().text().contains(message), qPrintable(seen.error().text()));
}

void TestMqtt::takesThroughTls() {
    if (!Certificates::isPossible())
        QSKIP("openssl is not installed");
    const Certificates certificates;
    const auto authority = certificates.authority(QStringLiteral("authority"));
    const auto pair = certificates.issue(&authority, QStringLiteral("IP:127.0.0.1"));
    MosquittoServer server;
    server.setCertificate(pair.certificate, pair.key);
    server.start();
    const QString ca = server.write(QStringLiteral("authority.pem"), authority.certificate);
    SourceTrial trial(QStringLiteral("mqtts://127.0.0.1:%1?ca=%2").arg(server.port()).arg(ca));
    trial.start();
    QTRY_VERIFY_WITH_TIMEOUT(trial.isConnected(), patience);
    MqttPublisher publisher(server.port());
    publisher.setAuthority(ca.toLocal8Bit());
    for (int i = 0; i < 1000; ++i)
        QVERIFY(publisher.publish(SourceTrial::body(i)));
    QVERIFY(publisher.publish("{\"id\":\"" + QByteArray(3'000'000, 'x') + "\"}"));
    publisher.finish();
    QTRY_COMPARE_WITH_TIMEOUT(trial.source().figures().stored, 1001, patience);
    QVERIFY(trial.isConnected());
}

void TestMqtt::takesMoreThanMayWait() {
    MosquittoServer server;
    server.start();
    SourceTrial trial(mqttUrl(server.port()));
    MqttPublisher publisher(server.port());
    brokertrials::takeMuch(trial, [&](const QByteArray& body) {
        const bool isTaken = publisher.publish(body);
        publisher.finish();
        return isTaken;
    });
}

void TestMqtt::tellsWhatItSees() {
    const auto lookAt = [](quint16 port) {
        return look(SourceTrial::settings(mqttUrl(port, QStringLiteral("&topic=transport/%23"))));
    };
    const auto seen = lookAt(m_server->port());
    QVERIFY2(seen, qPrintable(seen ? QString() : seen.error().text()));
    QCOMPARE(
        *seen,
        QStringLiteral(
            "connects, subscribes to transport/#; the broker keeps nothing of QoS 0 while nobody listens"));

    const auto unreachable = lookAt(brokertrials::closedPort());
    QVERIFY(!unreachable);
    QCOMPARE(unreachable.error().code, QStringLiteral("source.broken"));
    QVERIFY2(unreachable.error().message.contains(QLatin1String("cannot be reached")),
             qPrintable(unreachable.error().message));

    const brokertrials::WebServer web;
    const auto other = lookAt(web.serverPort());
    QVERIFY(!other);
    QCOMPARE(other.error().code, QStringLiteral("source.refused"));
    QVERIFY2(other.error().message.contains(QLatin1String("does not speak MQTT")),
             qPrintable(other.error().message));
}

int main(int argc, char** argv) {
    int code = 0;
    if (TakingProgram::isAsked(argc, argv, code))
        return code;
    // More events than usual take more time than usual.
    qputenv("QTEST_FUNCTION_TIMEOUT", "900000");
    const QCoreApplication application(argc, argv);
    TestMqtt test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_mqtt.moc"
