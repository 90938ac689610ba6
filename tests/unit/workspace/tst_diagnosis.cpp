// SPDX-License-Identifier: MIT
#include <meshwatch/events/eventparser.h>
#include <meshwatch/workspace/diagnosis.h>

#include <QJsonArray>
#include <QJsonDocument>
#include <QTemporaryDir>
#include <QTest>

using namespace meshwatch;

namespace {

constexpr qint64 second = 1'000'000;
constexpr qint64 start = 1'790'000'000 * second;

using Ways = EventReader::Ways;

Ways byWebhook(qint64 at, int webhooks = 1, const QByteArray& trigger = "transport.messageReceived") {
    return {.receivedAt = {at},
            .createdAt = {at},
            .trigger = trigger,
            .channels = Channel::Webhook,
            .isRecovered = false,
            .webhooks = webhooks};
}

Ways byBoth(qint64 at, Channel channel) {
    Ways ways = byWebhook(at);
    ways.channels.insert(channel);
    return ways;
}

Ways only(qint64 at, Channel channel, const QByteArray& trigger = "transport.messageReceived") {
    Ways ways = byWebhook(at, 0, trigger);
    ways.channels = channel;
    return ways;
}

Ways recovered(qint64 receivedAt, qint64 createdAt) {
    Ways ways = only(receivedAt, Channel::Sync);
    ways.createdAt = {createdAt};
    ways.isRecovered = true;
    return ways;
}

/// A connection with webhooks and RabbitMQ where all is well, an hour after its beginning.
DiagnosisFacts healthy() {
    DiagnosisFacts facts;
    facts.connection = {1};
    facts.now = {start + 3600 * second};
    facts.receivesWebhooks = true;
    facts.subscriptions = {{Channel::Amqp, QStringLiteral("amqp://broker:5672"), {start}, facts.now, false}};
    for (int i = 30; i > 0; --i)
        facts.ways.push_back(byBoth(start + i * second, Channel::Amqp));
    facts.syncSeconds = 60;
    facts.lastSync = {facts.now.value - 40 * second};
    return facts;
}

/// These come before all others, since they are newer.
void add(DiagnosisFacts& facts, const std::vector<Ways>& newer) {
    facts.ways.insert(facts.ways.begin(), newer.rbegin(), newer.rend());
}

QStringList codes(const DiagnosisFacts& facts) {
    QStringList list;
    for (const DiagnosisFinding& finding : diagnose(facts))
        list.append(finding.code());
    return list;
}

} // namespace

class DiagnosisTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void finds_data();
    void finds();
    void saysSinceWhen();
    void readsTheExpiryOfAKey_data();
    void readsTheExpiryOfAKey();
    void readsTheExpiryOfAToken_data();
    void readsTheExpiryOfAToken();
    void readsTheWaysOfEvents();
};

void DiagnosisTest::finds_data() {
    QTest::addColumn<DiagnosisFacts>("facts");
    QTest::addColumn<QStringList>("expected");
    const auto row = [](const char* name, const QStringList& expected, auto change) {
        DiagnosisFacts facts = healthy();
        change(facts);
        QTest::newRow(name) << facts << expected;
    };
    const QStringList none;
    const qint64 later = start + 600 * second;
    row("all is well", none, [](DiagnosisFacts&) {});
    row("no event yet", none, [](DiagnosisFacts& facts) { facts.ways.clear(); });
    row("quiet for a week", none, [](DiagnosisFacts& facts) {
        facts.now = {facts.now.value + 7 * 86'400 * second};
        facts.subscriptions.front().aliveUntil = facts.now;
        facts.lastSync = facts.now;
    });
    row("webhooks go on, RabbitMQ does not", {QStringLiteral("brokerSilent")}, [&](DiagnosisFacts& facts) {
        add(facts, {byWebhook(later), byWebhook(later + 1), byWebhook(later + 2)});
    });
    row("two are no evidence", none, [&](DiagnosisFacts& facts) {
        add(facts, {byWebhook(later), byWebhook(later + 1)});
    });
    row("RabbitMQ may be slower", none, [&](DiagnosisFacts& facts) {
        const qint64 now = facts.now.value;
        add(facts, {byWebhook(now - 3 * second), byWebhook(now - 2 * second), byWebhook(now - second)});
    });
    row("RabbitMQ came back", none, [&](DiagnosisFacts& facts) {
        add(facts,
            {byWebhook(later), byWebhook(later + 1), byWebhook(later + 2), byBoth(later + 3, Channel::Amqp)});
    });
    row("we were not connected", none, [&](DiagnosisFacts& facts) {
        facts.subscriptions.front().aliveUntil = {later - second};
        add(facts, {byWebhook(later), byWebhook(later + 1), byWebhook(later + 2)});
    });
    row("we connected after them", none, [&](DiagnosisFacts& facts) {
        facts.subscriptions.front().aliveSince = {later + second};
        add(facts, {byWebhook(later), byWebhook(later + 1), byWebhook(later + 2)});
    });
    row("what no broker is told of", none, [&](DiagnosisFacts& facts) {
        const QByteArray trigger = "transport.datawalletSynchronized";
        add(facts, {byWebhook(later, 1, trigger), byWebhook(later + 1, 1, trigger),
                    byWebhook(later + 2, 1, trigger)});
    });
    row("RabbitMQ goes on, webhooks do not", {QStringLiteral("receiverSilent")}, [&](DiagnosisFacts& facts) {
        add(facts,
            {only(later, Channel::Amqp), only(later + 1, Channel::Amqp), only(later + 2, Channel::Amqp)});
    });
    row("no webhook wants these", none, [&](DiagnosisFacts& facts) {
        const QByteArray trigger = "consumption.attributeCreated";
        add(facts, {only(later, Channel::Amqp, trigger), only(later + 1, Channel::Amqp, trigger),
                    only(later + 2, Channel::Amqp, trigger)});
    });
    row("reconciliation finds what no webhook told",
        {QStringLiteral("brokerSilent"), QStringLiteral("receiverSilent")}, [&](DiagnosisFacts& facts) {
            add(facts, {byWebhook(later), byWebhook(later + 1), byWebhook(later + 2)});
            add(facts, {recovered(later + 60 * second, later + 10 * second),
                        recovered(later + 60 * second, later + 11 * second),
                        recovered(later + 60 * second, later + 12 * second)});
        });
    row("the past is no loss", none, [&](DiagnosisFacts& facts) {
        add(facts, {recovered(later, start - 30 * second), recovered(later, start - 20 * second),
                    recovered(later, start - 10 * second)});
    });
    row("receiving is turned off", none, [&](DiagnosisFacts& facts) {
        facts.receivesWebhooks = false;
        add(facts,
            {only(later, Channel::Amqp), only(later + 1, Channel::Amqp), only(later + 2, Channel::Amqp)});
    });
    row("three deliveries each", {QStringLiteral("overlappingTriggers")}, [&](DiagnosisFacts& facts) {
        facts.subscriptions.clear();
        facts.ways = {byWebhook(later + 2, 3), byWebhook(later + 1, 3), byWebhook(later, 3)};
    });
    row("one was sent again by hand", none, [&](DiagnosisFacts& facts) {
        facts.subscriptions.clear();
        facts.ways = {byWebhook(later + 2), byWebhook(later + 1, 2), byWebhook(later)};
    });
    row("no synchronisation for ten minutes", {QStringLiteral("syncStalled")},
        [](DiagnosisFacts& facts) { facts.lastSync = {facts.now.value - 600 * second}; });
    row("on demand only", none, [](DiagnosisFacts& facts) {
        facts.lastSync = {facts.now.value - 600 * second};
        facts.syncSeconds = 0;
    });
    row("every hour", none, [](DiagnosisFacts& facts) {
        facts.lastSync = {facts.now.value - 4000 * second};
        facts.syncSeconds = 3600;
    });
    row("plain everywhere",
        {QStringLiteral("plainTransport"), QStringLiteral("plainTransport"),
         QStringLiteral("plainTransport")},
        [](DiagnosisFacts& facts) {
            facts.receivesPlain = true;
            facts.subscriptions.front().isPlain = true;
            facts.plainConnector = QStringLiteral("http://connector.example");
        });
    row("key ends in a week", {QStringLiteral("keyExpires")},
        [](DiagnosisFacts& facts) { facts.keyExpires = Micros{facts.now.value + 7 * 86'400 * second}; });
    row("key has ended", {QStringLiteral("keyExpires")},
        [](DiagnosisFacts& facts) { facts.keyExpires = Micros{facts.now.value - second}; });
    row("key ends in a year", none,
        [](DiagnosisFacts& facts) { facts.keyExpires = Micros{facts.now.value + 365 * 86'400 * second}; });
}

void DiagnosisTest::finds() {
    QFETCH(DiagnosisFacts, facts);
    QFETCH(QStringList, expected);
    QCOMPARE(codes(facts), expected);
    for (const DiagnosisFinding& finding : diagnose(facts)) {
        QCOMPARE(finding.connection, facts.connection);
        QVERIFY(!finding.title.isEmpty() && !finding.evidence.isEmpty() && !finding.advice.isEmpty());
    }
}

void DiagnosisTest::saysSinceWhen() {
    DiagnosisFacts facts = healthy();
    const qint64 first = start + 600 * second;
    add(facts, {byWebhook(first), byWebhook(first + 5 * second), byWebhook(first + 9 * second)});
    const auto findings = diagnose(facts);
    QCOMPARE(findings.size(), size_t(1));
    QCOMPARE(findings.front().since.value, first);
    QVERIFY(findings.front().title.contains(QLatin1String("amqp://broker:5672")));
    QVERIFY(findings.front().evidence.contains(QLatin1Char('3')));
    QCOMPARE(findings.front().severity, DiagnosisFinding::Severity::Bad);
}

void DiagnosisTest::readsTheExpiryOfAKey_data() {
    QTest::addColumn<QByteArray>("keys");
    QTest::addColumn<QString>("expected");
    QTest::newRow("ends") << QByteArray(
                                 R"({"mine":{"key":"secret-key","expiresAt":"2027-01-02T03:04:05.000Z"}})")
                          << QStringLiteral("2027-01-02T03:04:05.000Z");
    QTest::newRow("has no end") << QByteArray(R"({"mine":{"key":"secret-key"}})") << QString();
    QTest::newRow("another's") << QByteArray(
                                      R"({"x":{"key":"other","expiresAt":"2027-01-02T03:04:05.000Z"}})")
                               << QString();
    QTest::newRow("no date") << QByteArray(R"({"x":{"key":"secret-key","expiresAt":"soon"}})") << QString();
    QTest::newRow("wrong type") << QByteArray(R"({"x":{"key":17,"expiresAt":4},"y":[]})") << QString();
    QTest::newRow("none") << QByteArray("{}") << QString();
}

void DiagnosisTest::readsTheExpiryOfAKey() {
    QFETCH(QByteArray, keys);
    QFETCH(QString, expected);
    const QByteArray json =
        R"({"infrastructure":{"httpServer":{"authentication":{"apiKey":{"keys":)" + keys + "}}}}}";
    const auto expiry = diagnosis::expiryOfKey(QJsonDocument::fromJson(json).object(), "secret-key");
    QCOMPARE(expiry ? expiry->toIso() : QString(), expected);
}

void DiagnosisTest::readsTheExpiryOfAToken_data() {
    QTest::addColumn<QByteArray>("claims");
    QTest::addColumn<qint64>("expected");
    QTest::newRow("ends") << QByteArray(R"({"exp":1800000000})") << qint64(1'800'000'000) * second;
    QTest::newRow("no end") << QByteArray(R"({"sub":"x"})") << qint64(0);
    QTest::newRow("text") << QByteArray(R"({"exp":"tomorrow"})") << qint64(0);
    QTest::newRow("beyond all time") << QByteArray(R"({"exp":9e18})") << qint64(0);
    QTest::newRow("no JSON") << QByteArray("…") << qint64(0);
}

void DiagnosisTest::readsTheExpiryOfAToken() {
    QFETCH(QByteArray, claims);
    QFETCH(qint64, expected);
    const QByteArray token = "e30." + claims.toBase64(QByteArray::Base64UrlEncoding) + ".sig";
    QCOMPARE(diagnosis::expiryOfToken(token).value_or(Micros()).value, expected);
    QVERIFY(!diagnosis::expiryOfToken("opaque"));
}

void DiagnosisTest::readsTheWaysOfEvents() {
    const QTemporaryDir folder;
    auto store = EventStore::open(folder.filePath(QStringLiteral("events.sqlite")));
    QVERIFY(store);
    const auto id = (*store)->connectionId(QStringLiteral("a"));
    QVERIFY(id);
    EventParser parser;
    const auto arrive = [&](const QByteArray& object, Channel channel, const QByteArray& correlation) {
        Arrival arrival;
        arrival.connection = *id;
        arrival.channel = channel;
        arrival.receivedAt = Micros::now();
        arrival.correlationId = correlation;
        const QByteArray data = "{\"id\":\"" + object + "\"}";
        const bool isBare = channel != Channel::Webhook;
        arrival.body = isBare ? data : "{\"data\":" + data + ",\"trigger\":\"transport.messageReceived\"}";
        arrival.facts = *parser.parse(arrival.body, "transport.messageReceived",
                                      isBare ? EventParser::Form::BareData : EventParser::Form::Envelope);
        (*store)->append({arrival}, {});
    };
    arrive("MSG1", Channel::Webhook, "c1");
    arrive("MSG1", Channel::Webhook, "c1");
    arrive("MSG1", Channel::Amqp, {});
    arrive("MSG2", Channel::Redis, {});
    arrive("MSG2", Channel::Webhook, "c2");
    (*store)->flush();
    const auto reader = EventReader::open((*store)->path());
    QVERIFY(reader);
    const auto ways = (*reader)->recentWays(*id, 10);
    QCOMPARE(ways.size(), size_t(2));
    QCOMPARE(ways[0].webhooks, 1);
    QCOMPARE(ways[0].channels.names(), QStringLiteral("webhook,redis"));
    QCOMPARE(ways[1].webhooks, 2);
    QCOMPARE(ways[1].channels.names(), QStringLiteral("webhook,amqp"));
    QCOMPARE(ways[1].trigger, QByteArray("transport.messageReceived"));
    QVERIFY((*reader)->recentWays({id->value + 1}, 10).empty());
}

QTEST_GUILESS_MAIN(DiagnosisTest)
#include "tst_diagnosis.moc"
