// SPDX-License-Identifier: MIT
#include "brokertrials.h"
#include "certificates.h"
#include "redispublisher.h"
#include "redisserver.h"
#include "tcpproxy.h"

#include <hiredis/hiredis.h>

using namespace meshwatch;
using brokertrials::look, brokertrials::patience;

namespace {

QString urlOf(quint16 port, const QString& rest = {}) {
    return QStringLiteral("redis://127.0.0.1:%1%2").arg(port).arg(rest);
}

} // namespace

/// The Redis source against real servers.
class TestRedis : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void storesWhatIsPublished();
    void takesAMessageOnceThoughSeveralPatternsMatch();
    void recordedMessagesAreTheRecordedWebhooks();
    void absenceIsAGap();
    void noticesThatNobodyIsThereAnyMore();
    void saysWhyRedisMayHaveClosed();
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
    std::unique_ptr<RedisServer> m_server;
};

void TestRedis::initTestCase() {
    if (!RedisServer::isPossible())
        QSKIP("redis-server is not installed");
    m_server = std::make_unique<RedisServer>();
    m_server->start();
}

void TestRedis::storesWhatIsPublished() {
    SourceTrial trial(urlOf(m_server->port()));
    trial.start();
    QTRY_VERIFY_WITH_TIMEOUT(trial.isConnected(), patience);
    RedisPublisher publisher(m_server->port());
    QVERIFY(publisher.publish("runtime.modulesStarted", "{}"));
    QVERIFY(publisher.publish("chatter", "of others"));
    QVERIFY(publisher.publish("socket.io#/#", "of others"));
    QVERIFY(publisher.publish("transport.messageReceived", "no event"));
    QVERIFY(publisher.publish("transport.messageReceived", "{\"id\": \"MSG1\" ,\"isOwn\":false}"));
    QTRY_COMPARE_WITH_TIMEOUT(trial.stored(), 2, patience);
    const auto reader = trial.reader();
    const auto first = reader->event({1}), second = reader->event({2});
    QVERIFY(first && second);
    QCOMPARE(first->row.trigger, QStringLiteral("runtime.modulesStarted"));
    QCOMPARE(second->body, QByteArray("{\"id\": \"MSG1\" ,\"isOwn\":false}"));
    QCOMPARE(second->arrivals.front().path, QStringLiteral("transport.messageReceived"));
    QVERIFY(second->row.channels == Channels(Channel::Redis));
    const auto refused = reader->quarantined(10);
    QCOMPARE(refused.size(), size_t(1));
    QCOMPARE(refused.front().body, QByteArray("no event"));
    QCOMPARE(trial.source().figures().refused, 1);
}

void TestRedis::takesAMessageOnceThoughSeveralPatternsMatch() {
    SourceTrial trial(
        urlOf(m_server->port(), QStringLiteral("?pattern=transport.*&pattern=*.message*&pattern=*")));
    trial.start();
    QTRY_VERIFY_WITH_TIMEOUT(trial.isConnected(), patience);
    RedisPublisher publisher(m_server->port());
    // Two equal ones are two.
    QVERIFY(publisher.publish(SourceTrial::body(1)));
    QVERIFY(publisher.publish(SourceTrial::body(1)));
    QVERIFY(publisher.publish("runtime.modulesStarted", "{}"));
    QVERIFY(publisher.publish(SourceTrial::body(1)));
    QTRY_COMPARE_WITH_TIMEOUT(trial.source().figures().stored, 4, patience);
    QCOMPARE(trial.source().figures().received, 4);
}

void TestRedis::recordedMessagesAreTheRecordedWebhooks() {
    SourceTrial trial(urlOf(m_server->port()));
    RedisPublisher publisher(m_server->port());
    const auto publish = [&](const QJsonObject& message, const QByteArray& body) {
        return publisher.publish(message[QLatin1String("channel")].toString().toUtf8(), body);
    };
    brokertrials::mergeRecordings(trial, Channel::Redis, recordedLines(QStringLiteral("redis.jsonl")),
                                  publish);
}

void TestRedis::absenceIsAGap() {
    RedisServer server;
    server.start();
    SourceTrial trial(urlOf(server.port()));
    RedisPublisher publisher(server.port());
    brokertrials::noteAbsence(
        trial, Channel::Redis, [&](const QByteArray& body) { return publisher.publish(body); },
        [&] { server.kill(); }, [&] { server.start(); });
}

void TestRedis::noticesThatNobodyIsThereAnyMore() {
    TcpProxy proxy(m_server->port());
    SourceTrial trial(urlOf(proxy.port()));
    RedisPublisher publisher(m_server->port());
    brokertrials::noteSilence(trial, proxy, [&](const QByteArray& body) { return publisher.publish(body); });
}

void TestRedis::saysWhyRedisMayHaveClosed() {
    RedisServer server("client-output-buffer-limit pubsub 1mb 0 0");
    server.start();
    SourceTrial trial(urlOf(server.port()));
    trial.start();
    QTRY_VERIFY_WITH_TIMEOUT(trial.isConnected(), patience);
    RedisPublisher publisher(server.port());
    QVERIFY(publisher.publish("{\"id\":\"" + QByteArray(8'000'000, 'x') + "\"}"));
    QTRY_VERIFY_WITH_TIMEOUT(!trial.isConnected(), patience);
    QVERIFY2(trial.source().state().advice.contains(QLatin1String("client-output-buffer-limit pubsub")),
             qPrintable(trial.source().state().advice));
}

void TestRedis::faultsLoseNothingOutsideOfGaps() {
    RedisServer server;
    server.start();
    TcpProxy proxy(server.port());
    SourceTrial trial(urlOf(proxy.port()));
    RedisPublisher publisher(server.port());
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

void TestRedis::killedProgramLosesNothingOutsideOfGaps() {
    SourceTrial trial(urlOf(m_server->port()));
    RedisPublisher publisher(m_server->port());
    brokertrials::goThroughKills(trial, urlOf(m_server->port()),
                                 [&](const QByteArray& body) { return publisher.publish(body); });
    if (QTest::currentTestFailed())
        return;
    QTRY_COMPARE_WITH_TIMEOUT(trial.judge(), QString(), patience);
    QVERIFY(trial.missing() >= 300);
}

void TestRedis::errorsAreSaidInWords_data() {
    QTest::addColumn<QByteArray>("configuration");
    QTest::addColumn<QString>("user");
    QTest::addColumn<QByteArray>("secret");
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("message");
    QTest::addColumn<QString>("advice");
    const auto row = [](const char* name, const char* configuration, const char* user, const char* secret,
                        const char* code, const char* message, const char* advice) {
        QTest::newRow(name) << QByteArray(configuration) << QString::fromLatin1(user) << QByteArray(secret)
                            << QString::fromLatin1(code) << QString::fromLatin1(message)
                            << QString::fromLatin1(advice);
    };
    constexpr char users[] = "user listener on >s3cret resetchannels &transport.* -@all +psubscribe +ping\n"
                             "user deaf on >s3cret resetchannels -@all +ping\n";
    row("no password", "requirepass s3cret", "", "", "source.refused", "NOAUTH", "secret");
    row("wrong password", "requirepass s3cret", "", "wr0ng", "source.refused", "WRONGPASS", "Check user");
    row("right password", "requirepass s3cret", "", "s3cret", "", "", "");
    row("password too many", "", "", "s3cret", "source.refused", "ERR AUTH", "remove the secret");
    row("wrong user", users, "nobody@", "s3cret", "source.refused", "WRONGPASS", "Check user");
    row("no right to subscribe", users, "deaf@", "s3cret", "source.refused", "NOPERM", "psubscribe");
    row("no right to the channel", users, "listener@", "s3cret", "source.refused", "NOPERM", "PATTERN");
    row("switched off", "rename-command PSUBSCRIBE \"\"", "", "", "source.refused", "unknown command",
        "PSUBSCRIBE");
}

void TestRedis::errorsAreSaidInWords() {
    QFETCH(QByteArray, configuration);
    QFETCH(QString, user);
    QFETCH(QByteArray, secret);
    QFETCH(QString, code);
    QFETCH(QString, message);
    QFETCH(QString, advice);
    RedisServer server(configuration);
    server.start();
    const auto settings = SourceTrial::settings(
        QLatin1String("redis://") + user + QLatin1String("127.0.0.1:") + QString::number(server.port()),
        secret);
    const auto seen = look(settings);
    QCOMPARE(seen.ok(), code.isEmpty());
    if (seen)
        return;
    const Error& error = seen.error();
    QCOMPARE(error.code, code);
    QVERIFY2(error.message.contains(message), qPrintable(error.message));
    QVERIFY2(error.message.contains(QString::number(server.port())), qPrintable(error.message));
    QVERIFY2(error.advice.contains(advice), qPrintable(error.advice));
    QVERIFY(secret.isEmpty() || !error.text().contains(QString::fromUtf8(secret)));
}

void TestRedis::checksCertificates() {
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
    RedisServer server;
    if (serverUsesTls)
        server.setCertificate(pair.certificate, pair.key, authority.certificate);
    server.start();
    const QString ca = server.write(QStringLiteral("authority.pem"), authority.certificate);
    QString url = QLatin1String(addressUsesTls ? "rediss" : "redis") +
                  QStringLiteral("://127.0.0.1:%1").arg(server.port());
    if (namesAuthority)
        url += QLatin1String("?ca=") + ca;
    const auto seen = look(SourceTrial::settings(url));
    QCOMPARE(seen.ok(), message.isEmpty());
    if (!seen)
        QVERIFY2(seen.error().text().contains(message), qPrintable(seen.error().text()));
}

void TestRedis::takesThroughTls() {
    if (!Certificates::isPossible())
        QSKIP("openssl is not installed");
    const Certificates certificates;
    const auto authority = certificates.authority(QStringLiteral("authority"));
    const auto pair = certificates.issue(&authority, QStringLiteral("IP:127.0.0.1"));
    RedisServer server;
    server.setCertificate(pair.certificate, pair.key, authority.certificate);
    server.start();
    const QString ca = server.write(QStringLiteral("authority.pem"), authority.certificate);
    SourceTrial trial(QStringLiteral("rediss://127.0.0.1:%1?ca=%2").arg(server.port()).arg(ca));
    trial.start();
    QTRY_VERIFY_WITH_TIMEOUT(trial.isConnected(), patience);
    const QByteArray large = "{\"id\":\"" + QByteArray(3'000'000, 'x') + "\"}";
    const auto redisCli = [&](QStringList arguments, const QByteArray& input) {
        QProcess program;
        program.start(QStringLiteral("redis-cli"),
                      QStringList{QStringLiteral("--tls"), QStringLiteral("--cacert"), ca,
                                  QStringLiteral("-p"), QString::number(server.port())} +
                          arguments);
        program.write(input);
        program.closeWriteChannel();
        return program.waitForFinished() && program.exitCode() == 0;
    };
    QByteArray commands;
    for (int i = 0; i < 1000; ++i)
        commands += "PUBLISH transport.messageReceived '" + SourceTrial::body(i) + "'\n";
    QVERIFY(redisCli({}, commands));
    QVERIFY(redisCli(
        {QStringLiteral("-x"), QStringLiteral("PUBLISH"), QStringLiteral("transport.messageReceived")},
        large));
    QTRY_COMPARE_WITH_TIMEOUT(trial.source().figures().stored, 1001, patience);
    QVERIFY(trial.isConnected());
}

void TestRedis::takesMoreThanMayWait() {
    RedisServer server("client-output-buffer-limit pubsub 0 0 0");
    server.start();
    SourceTrial trial(urlOf(server.port()));
    RedisPublisher publisher(server.port());
    brokertrials::takeMuch(trial, [&](const QByteArray& body) { return publisher.publish(body); });
}

void TestRedis::tellsWhatItSees() {
    const auto lookAt = [](quint16 port) {
        return look(SourceTrial::settings(urlOf(port, QStringLiteral("?pattern=transport.*"))));
    };
    const auto seen = lookAt(m_server->port());
    QVERIFY2(seen, qPrintable(seen ? QString() : seen.error().text()));
    QCOMPARE(*seen,
             QStringLiteral("connects, subscribes to transport.*; Redis keeps nothing while nobody listens"));

    const auto unreachable = lookAt(brokertrials::closedPort());
    QVERIFY(!unreachable);
    QCOMPARE(unreachable.error().code, QStringLiteral("source.broken"));
    QVERIFY2(unreachable.error().message.contains(QLatin1String("cannot be reached")),
             qPrintable(unreachable.error().message));

    const brokertrials::WebServer web;
    const auto other = lookAt(web.serverPort());
    QVERIFY(!other);
    QCOMPARE(other.error().code, QStringLiteral("source.refused"));
    QVERIFY2(other.error().message.contains(QLatin1String("no Redis server")),
             qPrintable(other.error().message));
}

int main(int argc, char** argv) {
    int code = 0;
    if (TakingProgram::isAsked(argc, argv, code))
        return code;
    // More events than usual take more time than usual.
    qputenv("QTEST_FUNCTION_TIMEOUT", "900000");
    const QCoreApplication application(argc, argv);
    TestRedis test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_redis.moc"
