// SPDX-License-Identifier: MIT
#include "certificates.h"
#include "recordedevents.h"
#include "redisserver.h"
#include "sourcetrial.h"
#include "takingprogram.h"
#include "tcpproxy.h"

#include <meshwatch/events/eventparser.h>

#include <hiredis/hiredis.h>

using namespace meshwatch;
using namespace std::chrono_literals;

namespace {

constexpr int patience = 30'000;

/// Publishes as the Connector does: a plain PUBLISH, nothing repeated.
class Publisher {
public:
    explicit Publisher(quint16 port)
        : m_port(port) {}
    ~Publisher() { redisFree(m_context); }
    Publisher(const Publisher&) = delete;
    Publisher& operator=(const Publisher&) = delete;

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
    void firstConnectionLeavesNoGap();
    void absenceIsAGap();
    void noticesThatNobodyIsThereAnyMore();
    void saysWhyRedisMayHaveClosed();
    void faultsLoseNothingOutsideOfGaps();
    void killedProgramLosesNothingOutsideOfGaps();
    void errorsAreSaidInWords_data();
    void errorsAreSaidInWords();
    void checksCertificates_data();
    void checksCertificates();
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
    Publisher publisher(m_server->port());
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
    Publisher publisher(m_server->port());
    // Two equal ones are two.
    QVERIFY(publisher.publish(SourceTrial::body(1)));
    QVERIFY(publisher.publish(SourceTrial::body(1)));
    QVERIFY(publisher.publish("runtime.modulesStarted", "{}"));
    QVERIFY(publisher.publish(SourceTrial::body(1)));
    QTRY_COMPARE_WITH_TIMEOUT(trial.source().figures().stored, 4, patience);
    QCOMPARE(trial.source().figures().received, 4);
}

void TestRedis::recordedMessagesAreTheRecordedWebhooks() {
    const auto webhooks = recordedWebhooks();
    const auto messages = recordedLines(QStringLiteral("redis.jsonl"));
    if (webhooks.isEmpty() || messages.isEmpty())
        QSKIP("the recordings of real Connectors are not here");
    SourceTrial trial(urlOf(m_server->port()));
    std::vector<Arrival> arrivals;
    EventParser parser;
    for (const QByteArray& body : webhooks) {
        Arrival arrival;
        arrival.connection = trial.connection();
        arrival.receivedAt = Micros::now();
        arrival.body = body;
        arrival.facts = *parser.parse(body, {});
        arrivals.push_back(std::move(arrival));
    }
    trial.store().append(std::move(arrivals), {});
    const qint64 events = trial.stored();
    trial.start();
    QTRY_VERIFY_WITH_TIMEOUT(trial.isConnected(), patience);
    Publisher publisher(m_server->port());
    for (const QJsonObject& message : messages)
        QVERIFY(publisher.publish(
            message[QLatin1String("channel")].toString().toUtf8(),
            QJsonDocument(message[QLatin1String("payload")].toObject()).toJson(QJsonDocument::Compact)));
    QTRY_COMPARE_WITH_TIMEOUT(trial.source().figures().stored, messages.size(), patience);
    QCOMPARE(trial.stored(), events);
    qint64 merged = 0;
    const auto read = trial.reader()->forEach(Query(), false, [&](const Event& event) {
        merged +=
            event.row.channels.contains(Channel::Redis) && event.row.channels.contains(Channel::Webhook);
        return true;
    });
    QVERIFY(read);
    QCOMPARE(merged, messages.size());
}

void TestRedis::firstConnectionLeavesNoGap() {
    SourceTrial trial(urlOf(m_server->port()));
    trial.start();
    QTRY_VERIFY_WITH_TIMEOUT(trial.isConnected(), patience);
    QVERIFY(trial.reader()->gaps(10).empty());
}

void TestRedis::absenceIsAGap() {
    RedisServer server;
    server.start();
    SourceTrial trial(urlOf(server.port()));
    Publisher publisher(server.port());
    trial.start();
    QTRY_VERIFY_WITH_TIMEOUT(trial.isConnected(), patience);
    QSignalSpy ended(&trial.source(), &EventSource::gapEnded);
    trial.publish([&](const QByteArray& body) { return publisher.publish(body); });
    QTRY_COMPARE_WITH_TIMEOUT(trial.stored(), 1, patience);
    server.kill();
    QTRY_COMPARE_WITH_TIMEOUT(trial.source().state().phase, SourceState::Phase::Waiting, patience);
    QCOMPARE(trial.source().state().code, QStringLiteral("source.broken"));
    server.start();
    trial.publish([&](const QByteArray& body) { return publisher.publish(body); });
    QTRY_VERIFY_WITH_TIMEOUT(trial.isConnected(), patience);
    QTRY_COMPARE_WITH_TIMEOUT(ended.count(), 1, patience);
    trial.publish([&](const QByteArray& body) { return publisher.publish(body); });
    QTRY_VERIFY_WITH_TIMEOUT(trial.stored() >= 2, patience);
    const auto gaps = trial.reader()->gaps(10);
    QCOMPARE(gaps.size(), size_t(1));
    QCOMPARE(gaps.front().reason, Gap::Reason::NotKept);
    QCOMPARE(gaps.front().channel, Channel::Redis);
    QCOMPARE(gaps.front().connection, trial.connection());
    QCOMPARE(trial.judge(), QString());
}

void TestRedis::noticesThatNobodyIsThereAnyMore() {
    TcpProxy proxy(m_server->port());
    SourceTrial trial(urlOf(proxy.port()));
    Publisher publisher(m_server->port());
    trial.start();
    QTRY_VERIFY_WITH_TIMEOUT(trial.isConnected(), patience);
    proxy.hush();
    trial.publish([&](const QByteArray& body) { return publisher.publish(body); });
    QTRY_VERIFY_WITH_TIMEOUT(!trial.isConnected(), patience);
    QVERIFY2(trial.source().state().text.contains(QLatin1String("does not answer any more")),
             qPrintable(trial.source().state().text));
    proxy.unhush();
    QTRY_VERIFY_WITH_TIMEOUT(trial.isConnected(), patience);
    QCOMPARE(trial.judge(), QString());
    QCOMPARE(trial.missing(), 1);
}

void TestRedis::saysWhyRedisMayHaveClosed() {
    RedisServer server("client-output-buffer-limit pubsub 1mb 0 0");
    server.start();
    SourceTrial trial(urlOf(server.port()));
    trial.start();
    QTRY_VERIFY_WITH_TIMEOUT(trial.isConnected(), patience);
    Publisher publisher(server.port());
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
    Publisher publisher(server.port());
    trial.start();
    QTRY_VERIFY_WITH_TIMEOUT(trial.isConnected(), patience);
    // At a pace at which most of the time lies outside of the gaps.
    const int atOnce = qMax(1, faultEvents() / 400);
    const auto publishSome = [&] {
        for (int i = 0; i < atOnce; ++i)
            trial.publish([&](const QByteArray& body) { return publisher.publish(body); });
        QTest::qWait(60);
    };
    const auto killServer = [&] { server.kill(), publishSome(), server.start(); };
    const auto cut = [&] { proxy.cut(); };
    const auto renew = [&] { trial.stop(), publishSome(), trial.start(); };
    const QList<std::function<void()>> faults{cut, killServer, renew, cut, killServer};
    const int part = faultEvents() / int(faults.size() + 1);
    for (int number = 0; number <= faults.size(); ++number) {
        while (trial.published() < (number + 1) * part)
            publishSome();
        if (number == faults.size())
            break;
        faults[number]();
        // The Connector does not wait for us.
        const QDeadlineTimer deadline(patience);
        do
            publishSome();
        while (!trial.isConnected() && !deadline.hasExpired());
        QVERIFY2(trial.isConnected(), qPrintable(trial.source().state().text));
    }
    // What is published last comes last.
    const int last = trial.published();
    while (trial.published() == last)
        publishSome();
    QTRY_VERIFY_WITH_TIMEOUT(trial.hasLast(), patience);
    QCOMPARE(trial.judge(), QString());
    qInfo("%d published, %d missing within %lld s of gaps", trial.published(), trial.missing(),
          trial.gapSeconds());
    QVERIFY(trial.reader()->gaps(100).size() >= size_t(faults.size()));
    QVERIFY(trial.missing() < trial.published());
}

void TestRedis::killedProgramLosesNothingOutsideOfGaps() {
    SourceTrial trial(urlOf(m_server->port()));
    const QString path = trial.path(), url = urlOf(m_server->port());
    trial.close();
    Publisher publisher(m_server->port());
    for (int kill = 0; kill < 3; ++kill) {
        TakingProgram program;
        QVERIFY(program.start(path, url));
        for (int i = 0; i < 1000; ++i)
            trial.publish([&](const QByteArray& body) { return publisher.publish(body); });
        program.kill();
        for (int i = 0; i < 100; ++i)
            trial.publish([&](const QByteArray& body) { return publisher.publish(body); });
    }
    trial.open();
    trial.start();
    QTRY_VERIFY_WITH_TIMEOUT(trial.isConnected(), patience);
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
    auto probing = EventSource::probe(settings);
    QTRY_VERIFY_WITH_TIMEOUT(probing.isFinished(), patience);
    const auto seen = probing.result();
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

void TestRedis::checksCertificates_data() {
    QTest::addColumn<QString>("names");
    QTest::addColumn<bool>("namesAuthority");
    QTest::addColumn<bool>("serverUsesTls");
    QTest::addColumn<QString>("scheme");
    QTest::addColumn<QString>("message");
    const auto row = [](const char* name, const char* names, bool namesAuthority, bool serverUsesTls,
                        const char* scheme, const char* message) {
        QTest::newRow(name) << QString::fromLatin1(names) << namesAuthority << serverUsesTls
                            << QString::fromLatin1(scheme) << QString::fromLatin1(message);
    };
    row("good", "IP:127.0.0.1", true, true, "rediss", "");
    row("of somebody else", "DNS:elsewhere.example", true, true, "rediss", "host name did not match");
    row("unknown authority", "IP:127.0.0.1", false, true, "rediss", "is not trusted");
    row("server without TLS", "IP:127.0.0.1", true, false, "rediss", "TLS");
    row("address without TLS", "IP:127.0.0.1", true, true, "redis", "Redis");
}

void TestRedis::checksCertificates() {
    if (!Certificates::isPossible())
        QSKIP("openssl is not installed");
    QFETCH(QString, names);
    QFETCH(bool, namesAuthority);
    QFETCH(bool, serverUsesTls);
    QFETCH(QString, scheme);
    QFETCH(QString, message);
    const Certificates certificates;
    const auto authority = certificates.authority(QStringLiteral("authority"));
    const auto pair = certificates.issue(&authority, names);
    RedisServer server;
    if (serverUsesTls)
        server.setCertificate(pair.certificate, pair.key, authority.certificate);
    server.start();
    const QString ca = server.write(QStringLiteral("authority.pem"), authority.certificate);
    QString url = QStringLiteral("%1://127.0.0.1:%2").arg(scheme).arg(server.port());
    if (namesAuthority)
        url += QLatin1String("?ca=") + ca;
    auto probing = EventSource::probe(SourceTrial::settings(url));
    QTRY_VERIFY_WITH_TIMEOUT(probing.isFinished(), patience);
    const auto seen = probing.result();
    QCOMPARE(seen.ok(), message.isEmpty());
    if (!seen)
        QVERIFY2(seen.error().text().contains(message), qPrintable(seen.error().text()));
}

void TestRedis::tellsWhatItSees() {
    const auto probe = [](const QString& url) {
        auto probing = EventSource::probe(SourceTrial::settings(url));
        probing.waitForFinished();
        return probing.result();
    };
    const auto seen = probe(urlOf(m_server->port(), QStringLiteral("?pattern=transport.*")));
    QVERIFY2(seen, qPrintable(seen ? QString() : seen.error().text()));
    QCOMPARE(*seen,
             QStringLiteral("connects, subscribes to transport.*; Redis keeps nothing while nobody listens"));

    QTcpServer nobody;
    QVERIFY(nobody.listen(QHostAddress::LocalHost));
    const QString closed = urlOf(nobody.serverPort());
    nobody.close();
    const auto unreachable = probe(closed);
    QVERIFY(!unreachable);
    QCOMPARE(unreachable.error().code, QStringLiteral("source.broken"));
    QVERIFY2(unreachable.error().message.contains(QLatin1String("cannot be reached")),
             qPrintable(unreachable.error().message));

    QTcpServer web;
    QVERIFY(web.listen(QHostAddress::LocalHost));
    connect(&web, &QTcpServer::newConnection, &web,
            [&web] { web.nextPendingConnection()->write("HTTP/1.1 400 Bad Request\r\n\r\n"); });
    auto probing = EventSource::probe(SourceTrial::settings(urlOf(web.serverPort())));
    QTRY_VERIFY_WITH_TIMEOUT(probing.isFinished(), patience);
    QVERIFY(!probing.result());
    QCOMPARE(probing.result().error().code, QStringLiteral("source.refused"));
    QVERIFY2(probing.result().error().message.contains(QLatin1String("no Redis server")),
             qPrintable(probing.result().error().message));
}

int main(int argc, char** argv) {
    int code = 0;
    if (TakingProgram::isAsked(argc, argv, code))
        return code;
    const QCoreApplication application(argc, argv);
    TestRedis test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_redis.moc"
