// SPDX-License-Identifier: MIT
// A source of AMQP 0-9-1 beside a real RabbitMQ.
#include "amqpfixture.h"
#include "certificates.h"

#include <meshwatch/events/eventparser.h>

#include <QJsonDocument>
#include <QJsonObject>

using namespace meshwatch;

class TestAmqp : public QObject {
    Q_OBJECT
public:
    /// RabbitMQ takes its time on a busy machine.
    static void initMain() { qputenv("QTEST_FUNCTION_TIMEOUT", "1800000"); }
private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase() { m_server.reset(); }
    void quorum();
    void look();
    void problems_data();
    void problems();
    void badBodies();
    void properties();
    void largeBody();
    void likeWebhooks();
    void overTls();
    void unreachable();

private:
    QString url(const QString& rest) const { return m_server->url(rest); }
    Result<QString> probe(const QString& url, const QByteArray& secret = "guest") const {
        const auto future = EventSource::probe(m_settings->settings(url, secret));
        if (!QTest::qWaitFor([&future] { return future.isFinished(); }, 60'000))
            return Error{QStringLiteral("test"), QStringLiteral("no answer"), {}};
        return future.result();
    }

    std::unique_ptr<RabbitMqServer> m_server;
    std::unique_ptr<AmqpFixture> m_settings;
};

void TestAmqp::initTestCase() {
    if (!RabbitMqServer::isInstalled())
        QSKIP("SKIPPED: rabbitmq-server is not installed.");
    m_settings = std::make_unique<AmqpFixture>();
    m_server = std::make_unique<RabbitMqServer>();
    m_server->addUser(QStringLiteral("mesh"), QStringLiteral("secret"));
    m_server->allow(QStringLiteral("mesh"), QStringLiteral("/"), QStringLiteral("^meshwatch"),
                    QStringLiteral("^meshwatch"), QStringLiteral("^meshwatch"));
    m_server->addUser(QStringLiteral("nobody"), QStringLiteral("secret"));
    m_server->allow(QStringLiteral("guest"), QStringLiteral("other"));
    QVERIFY(Certificates::isPossible());
    const Certificates certificates;
    const auto authority = certificates.authority(QStringLiteral("authority"));
    const auto pair = certificates.issue(&authority, QStringLiteral("IP:127.0.0.1"));
    m_server->setCertificate(pair.certificate, pair.key, authority.certificate);
    QVERIFY2(m_server->start(), m_server->log().constData());
    AmqpPublisher publisher(m_server->port());
    QVERIFY(publisher.makeExchange("lab.events"));
}

void TestAmqp::quorum() {
    AmqpFixture fixture;
    fixture.listen(url(QStringLiteral("?exchange=lab.events&queue=q1")));
    QVERIFY(fixture.becomesConnected());
    QVERIFY2(fixture.source->state().text.contains(QLatin1String("q1")),
             qPrintable(fixture.source->state().text));
    AmqpPublisher publisher(m_server->port());
    for (int n = 0; n < 1000; ++n)
        QVERIFY(publisher.publish("lab.events", amqpEvent(n)));
    QVERIFY(fixture.becomes(1000));
    const auto all = fixture.events();
    QCOMPARE(all.front().body, amqpEvent(0).body);
    QCOMPARE(all.front().row.trigger, QStringLiteral("transport.messageReceived"));
    QCOMPARE(all.front().arrivals.front().channel, Channel::Amqp);
    QCOMPARE(all.front().arrivals.front().path, QStringLiteral("transport.messageReceived"));
    QCOMPARE(all.back().body, amqpEvent(999).body);
    QCOMPARE(fixture.source->figures().received, 1000);
    QTRY_COMPARE(fixture.source->figures().stored, 1000);
    QTRY_COMPARE_WITH_TIMEOUT(fixture.source->figures().waiting.value_or(-1), 0, 30'000);
    // What waits while nobody listens comes afterwards, in order.
    fixture.source.reset();
    QTRY_COMPARE_WITH_TIMEOUT(publisher.waiting("q1").value_or(-1), 0, 30'000);
    for (int n = 1000; n < 1010; ++n)
        QVERIFY(publisher.publish("lab.events", amqpEvent(n)));
    QTRY_COMPARE_WITH_TIMEOUT(publisher.waiting("q1").value_or(-1), 10, 30'000);
    fixture.reopen();
    fixture.listen(url(QStringLiteral("?exchange=lab.events&queue=q1")));
    QVERIFY(fixture.becomes(1010));
    QVERIFY(fixture.gaps().empty());
}

void TestAmqp::look() {
    const QString address = url(QStringLiteral("?exchange=lab.events&queue=looked"));
    const auto before = probe(address);
    QVERIFY2(before, before ? "" : qPrintable(before.error().text()));
    QVERIFY2(before->contains(QLatin1String("looked")), qPrintable(*before));
    {
        AmqpFixture fixture;
        fixture.listen(address);
        QVERIFY(fixture.becomesConnected());
    }
    AmqpPublisher publisher(m_server->port());
    for (int n = 0; n < 3; ++n)
        QVERIFY(publisher.publish("lab.events", amqpEvent(n)));
    QTRY_COMPARE_WITH_TIMEOUT(publisher.waiting("looked").value_or(-1), 3, 30'000);
    const auto after = probe(address);
    QVERIFY2(after && after->contains(QLatin1String("3 messages waiting")), after ? qPrintable(*after) : "");
    QCOMPARE(publisher.waiting("looked").value_or(-1), 3);
}

void TestAmqp::problems_data() {
    QTest::addColumn<QString>("user");
    QTest::addColumn<QByteArray>("secret");
    QTest::addColumn<QString>("rest");
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("words"); ///< in the message
    QTest::addColumn<QString>("advice");
    const QString refused = QStringLiteral("source.refused");
    const auto row = [&](const char* name, const char* user, const char* secret, const char* rest,
                         const char* words, const char* advice) {
        QTest::newRow(name) << QString::fromLatin1(user) << QByteArray(secret) << QString::fromLatin1(rest)
                            << refused << QString::fromUtf8(words) << QString::fromUtf8(advice);
    };
    row("no such exchange", "guest", "guest", "?exchange=none", "“none”", "Connector's configuration");
    row("wrong password", "mesh", "wr0ng-pass", "?exchange=lab.events", "refuses the user “mesh”",
        "authenticate_user");
    row("no such user", "nobodyatall", "x", "?exchange=lab.events", "refuses the user", "authenticate_user");
    row("no such virtual host", "guest", "guest", "nowhere?exchange=lab.events", "“nowhere”",
        "set_permissions");
    row("no right to the virtual host", "mesh", "secret", "other?exchange=lab.events", "“other”",
        "set_permissions");
    row("no right to the queue", "mesh", "secret", "?exchange=lab.events&queue=foreign", "foreign",
        "configure");
    row("no right to the exchange", "mesh", "secret", "?exchange=lab.events", "lab.events", "“read”");
    row("a queue of another type", "guest", "guest", "?exchange=lab.events&queue=typed", "“typed”", "?type=");
    row("another program's queue", "guest", "guest", "?exchange=lab.events&queue=locked", "“locked”",
        "?queue=");
}

void TestAmqp::problems() {
    QFETCH(QString, user);
    QFETCH(QByteArray, secret);
    QFETCH(QString, rest);
    QFETCH(QString, code);
    QFETCH(QString, words);
    QFETCH(QString, advice);
    AmqpPublisher publisher(m_server->port());
    QVERIFY(publisher.makeQueue("typed", false));
    // The one of the row before is gone a little after its connection.
    QTRY_VERIFY_WITH_TIMEOUT(publisher.makeQueue("locked", true), 30'000);
    AmqpFixture fixture;
    fixture.listen(url(rest).replace(QLatin1String("guest@"), QString(user + QLatin1Char('@'))), secret);
    QTRY_COMPARE_WITH_TIMEOUT(fixture.source->state().phase, SourceState::Phase::Refused, 60'000);
    const SourceState state = fixture.source->state();
    QCOMPARE(state.code, code);
    QVERIFY2(state.text.contains(words), qPrintable(state.text));
    QVERIFY2(state.advice.contains(advice), qPrintable(state.advice));
    QVERIFY(!QString(state.text + state.advice).contains(QString::fromLatin1(secret)) || secret == "guest" ||
            secret.size() < 2);
}

void TestAmqp::badBodies() {
    AmqpFixture fixture;
    fixture.listen(
        url(QStringLiteral("?exchange=lab.events&queue=bad&routing-key=bad.*&routing-key=good.*")));
    QVERIFY(fixture.becomesConnected());
    AmqpPublisher publisher(m_server->port());
    const QList<AmqpPublisher::Event> events{{"bad.one", "no JSON"}, {"bad.two", ""},
                                             {"good.one", "{}"},     {"bad.three", "[1]"},
                                             {"other.one", "{}"},    {"good.two", "{\"id\":\"MSG1\"}"}};
    for (const auto& event : events)
        QVERIFY(publisher.publish("lab.events", event));
    QVERIFY(fixture.becomes(2));
    QTRY_COMPARE(fixture.reader()->quarantinedCount(), 3);
    const auto kept = fixture.reader()->quarantined(10);
    QCOMPARE(kept.back().body, QByteArray("no JSON"));
    QCOMPARE(kept.back().path, QStringLiteral("bad.one"));
    // Acknowledged: they do not come again.
    fixture.source->stop();
    QTRY_COMPARE_WITH_TIMEOUT(publisher.waiting("bad").value_or(-1), 0, 30'000);
}

void TestAmqp::properties() {
    AmqpFixture fixture;
    fixture.listen(url(QStringLiteral("?exchange=lab.events&queue=prop&routing-key=prop.*")));
    QVERIFY(fixture.becomesConnected());
    AmqpPublisher publisher(m_server->port());
    amqp_basic_properties_t properties{};
    properties._flags = AMQP_BASIC_CONTENT_TYPE_FLAG | AMQP_BASIC_CORRELATION_ID_FLAG;
    properties.content_type = amqp_cstring_bytes("application/json");
    properties.correlation_id = amqp_cstring_bytes("together");
    QVERIFY(publisher.publish("lab.events", {"prop.one", "{}"}, &properties));
    QVERIFY(fixture.becomes(1));
    const Event event = fixture.events().front();
    QCOMPARE(event.correlationId, QByteArray("together"));
    QCOMPARE(event.arrivals.front().headers, QByteArray("content-type: application/json\n"));
}

void TestAmqp::largeBody() {
    AmqpFixture fixture;
    fixture.listen(url(QStringLiteral("?exchange=lab.events&queue=large&routing-key=large.*")));
    QVERIFY(fixture.becomesConnected());
    AmqpPublisher publisher(m_server->port());
    const QByteArray fits = "{\"text\":\"" + QByteArray(3'000'000, 'x') + "\"}";
    QVERIFY(publisher.publish("lab.events", {"large.fits", fits}));
    QVERIFY(publisher.publish("lab.events", {"large.not", QByteArray(65 * 1024 * 1024, 'y')}));
    QVERIFY(publisher.publish("lab.events", {"large.next", "{}"}));
    QVERIFY(fixture.becomes(2));
    QCOMPARE(fixture.events().front().body, fits);
    const auto kept = fixture.reader()->quarantined(10);
    QCOMPARE(kept.size(), size_t(1));
    QCOMPARE(kept.front().bodySize, 65LL * 1024 * 1024);
    QCOMPARE(kept.front().body, QByteArray(64 * 1024, 'y'));
}

void TestAmqp::likeWebhooks() {
    QFile broker(QStringLiteral(MESHWATCH_SHARED_DIR "/recordings/amqp.jsonl"));
    QFile webhooks(QStringLiteral(MESHWATCH_TEST_DATA "/recordings/webhooks-a.jsonl"));
    if (!broker.open(QIODevice::ReadOnly) || !webhooks.open(QIODevice::ReadOnly))
        QSKIP("SKIPPED: the recordings are not beside the project.");
    AmqpFixture fixture;
    EventParser parser;
    std::vector<Arrival> arrivals;
    while (!webhooks.atEnd()) {
        const auto line = QJsonDocument::fromJson(webhooks.readLine()).object();
        if (!line.value(QLatin1String("url")).toString().startsWith(QLatin1String("/a/hook/")))
            continue;
        Arrival arrival;
        arrival.connection = fixture.connection;
        arrival.receivedAt = *Micros::fromIso(line.value(QLatin1String("at")).toString().toLatin1());
        arrival.correlationId =
            line[QLatin1String("headers")][QLatin1String("x-correlation-id")].toString().toLatin1();
        arrival.body = QJsonDocument(line.value(QLatin1String("body")).toObject()).toJson();
        arrival.facts = *parser.parse(arrival.body, {});
        arrivals.push_back(std::move(arrival));
    }
    const qint64 told = qint64(arrivals.size());
    QVERIFY(told > 100);
    fixture.store->append(std::move(arrivals), {});
    const qint64 before = fixture.count();

    AmqpPublisher publisher(m_server->port());
    QVERIFY(publisher.makeExchange("recorded"));
    fixture.listen(url(QStringLiteral("?exchange=recorded")));
    QVERIFY(fixture.becomesConnected());
    QCOMPARE(fixture.source->state().text.contains(QLatin1String("meshwatch.recorded")), true);
    qint64 published = 0;
    while (!broker.atEnd()) {
        const auto line = QJsonDocument::fromJson(broker.readLine()).object();
        QVERIFY(publisher.publish("recorded",
                                  {line.value(QLatin1String("routingKey")).toString().toLatin1(),
                                   QJsonDocument(line.value(QLatin1String("payload")).toObject()).toJson()}));
        ++published;
    }
    QTRY_COMPARE_WITH_TIMEOUT(fixture.source->figures().stored, published, 60'000);
    QCOMPARE(fixture.count(), before);
    qint64 both = 0;
    for (const Event& event : fixture.events())
        both += event.row.channels.contains(Channel::Amqp) ? 1 : 0;
    QCOMPARE(both, published);
}

void TestAmqp::overTls() {
    const auto address = [this](const QString& host, const QString& rest) {
        return QStringLiteral("amqps://guest@%1:%2/?exchange=lab.events&queue=tls%3")
            .arg(host)
            .arg(m_server->tlsPort())
            .arg(rest);
    };
    const QString ca = QStringLiteral("&ca=") + m_server->caFile();
    const QString here = QStringLiteral("127.0.0.1");
    const auto good = probe(address(here, ca));
    QVERIFY2(good, good ? "" : qPrintable(good.error().text()));
    const auto unknown = probe(address(here, {}));
    QVERIFY(!unknown);
    QCOMPARE(unknown.error().code, QStringLiteral("source.refused"));
    QVERIFY2(unknown.error().advice.contains(QLatin1String("?ca=")), qPrintable(unknown.error().text()));
    const auto otherName = probe(address(QStringLiteral("localhost"), ca));
    QVERIFY(!otherName);
    QVERIFY2(otherName.error().message.contains(QLatin1String("another host")),
             qPrintable(otherName.error().text()));
    const auto noFile = probe(address(here, QStringLiteral("&ca=/nowhere/ca.pem")));
    QVERIFY(!noFile);
    QVERIFY(noFile.error().message.contains(QLatin1String("/nowhere/ca.pem")));
    const auto plain =
        probe(QStringLiteral("amqps://guest@127.0.0.1:%1/?exchange=lab.events").arg(m_server->port()));
    QVERIFY(!plain);
    QVERIFY2(plain.error().advice.contains(QLatin1String("amqp://")), qPrintable(plain.error().text()));

    AmqpFixture fixture;
    fixture.listen(address(here, ca));
    QVERIFY(fixture.becomesConnected());
    AmqpPublisher publisher(m_server->port());
    for (int n = 0; n < 500; ++n)
        QVERIFY(publisher.publish("lab.events", amqpEvent(n)));
    QVERIFY(fixture.becomes(500));
}

void TestAmqp::unreachable() {
    QTcpServer silent;
    QVERIFY(silent.listen(QHostAddress::LocalHost));
    const quint16 port = silent.serverPort();
    silent.close();
    const auto nothing = probe(QStringLiteral("amqp://127.0.0.1:%1/?exchange=e").arg(port));
    QVERIFY(!nothing);
    QCOMPARE(nothing.error().code, QStringLiteral("source.broken"));
    QVERIFY2(nothing.error().message.contains(QLatin1String("Nothing answers")),
             qPrintable(nothing.error().text()));
    QTcpServer other;
    QVERIFY(other.listen(QHostAddress::LocalHost));
    connect(&other, &QTcpServer::newConnection, this,
            [&other] { other.nextPendingConnection()->write("HTTP/1.1 400 Bad Request\r\n\r\n"); });
    const auto http = probe(QStringLiteral("amqp://127.0.0.1:%1/?exchange=e").arg(other.serverPort()));
    QVERIFY(!http);
    QVERIFY2(http.error().advice.contains(QLatin1String("5672")), qPrintable(http.error().text()));
}

QTEST_GUILESS_MAIN(TestAmqp)
#include "tst_amqp.moc"
