// SPDX-License-Identifier: MIT
// What a source of AMQP makes of brokers that restart, connections that break, and queues that are gone.
#include "amqpfixture.h"
#include "tcpproxy.h"

#include <sqlite3.h>

using namespace meshwatch;

namespace {

/// A number out of the store's file.
qint64 number(const AmqpFixture& fixture, const char* sql) {
    fixture.store->flush();
    sqlite3* database = nullptr;
    sqlite3_stmt* count = nullptr;
    qint64 found = -1;
    if (sqlite3_open_v2(fixture.store->path().toUtf8().constData(), &database, SQLITE_OPEN_READONLY,
                        nullptr) == SQLITE_OK &&
        sqlite3_prepare_v2(database, sql, -1, &count, nullptr) == SQLITE_OK &&
        sqlite3_step(count) == SQLITE_ROW)
        found = sqlite3_column_int64(count, 0);
    sqlite3_finalize(count);
    sqlite3_close(database);
    return found;
}

/// Deliveries that the store would know again.
qint64 remembered(const AmqpFixture& fixture) { return number(fixture, "SELECT count(*) FROM deliveries"); }
qint64 lastSeen(const AmqpFixture& fixture) { return number(fixture, "SELECT max(last_seen) FROM sources"); }

} // namespace

class TestAmqpFaults : public QObject {
    Q_OBJECT
public:
    /// RabbitMQ takes its time on a busy machine.
    static void initMain() { qputenv("QTEST_FUNCTION_TIMEOUT", "1800000"); }
private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase() { m_server.reset(); }
    void streamGoesOn();
    void streamForgot();
    void deletedQueue_data();
    void deletedQueue();
    void equalMessages();
    void oldConnectionLivesOn();
    void restart_data();
    void restart();
    void nothingLostNothingTwice();

private:
    QString url(const QString& rest) const { return m_server->url(rest); }
    QString through(const TcpProxy& proxy, const QString& rest) const {
        return QStringLiteral("amqp://guest@127.0.0.1:%1/%2").arg(proxy.port()).arg(rest);
    }
    /// RabbitMQ says who it is before its queues are there.
    bool connectAgain(std::unique_ptr<AmqpPublisher>& publisher) const {
        return QTest::qWaitFor(
            [&] {
                publisher = std::make_unique<AmqpPublisher>(m_server->port());
                return publisher->isOpen();
            },
            120'000);
    }

    std::unique_ptr<RabbitMqServer> m_server;
};

void TestAmqpFaults::initTestCase() {
    if (!RabbitMqServer::isInstalled())
        QSKIP("SKIPPED: rabbitmq-server is not installed.");
    m_server = std::make_unique<RabbitMqServer>();
    m_server->addPolicy(QStringLiteral("^short"),
                        {{QStringLiteral("max-length-bytes"), 500'000},
                         {QStringLiteral("stream-max-segment-size-bytes"), 200'000}});
    QVERIFY2(m_server->start(), m_server->log().constData());
    AmqpPublisher publisher(m_server->port());
    QVERIFY(publisher.makeExchange("lab.events"));
}

void TestAmqpFaults::streamGoesOn() {
    const QString address =
        url(QStringLiteral("?exchange=lab.events&queue=stream&type=stream&prefetch=50&routing-key=s.*"));
    AmqpFixture fixture;
    fixture.listen(address);
    QVERIFY(fixture.becomesConnected());
    AmqpPublisher publisher(m_server->port());
    int n = 0;
    // The program ends again and again, in the middle.
    for (int round = 1; round <= 4; ++round) {
        for (; n < 1000 * round; ++n)
            QVERIFY(publisher.publish("lab.events", {"s.a", amqpEvent(n).body}));
        QTRY_VERIFY_WITH_TIMEOUT(fixture.count() > 1000 * round - 900, 60'000);
        fixture.reopen();
        fixture.listen(address);
    }
    QVERIFY(fixture.becomes(4000));
    const auto all = fixture.events();
    for (int i = 0; i < 4000; ++i)
        QCOMPARE(all[size_t(i)].body, amqpEvent(i).body);
    QVERIFY(fixture.gaps().empty());
    // Another workspace reads the same stream from where it likes.
    AmqpFixture late;
    late.listen(QString(address + QStringLiteral("&offset=3990")));
    QVERIFY(late.becomes(10));
}

/// A stream keeps so much and no more: what an absent reader missed of it is a gap.
void TestAmqpFaults::streamForgot() {
    const QString address =
        url(QStringLiteral("?exchange=lab.events&queue=short&type=stream&routing-key=t.*"));
    AmqpFixture fixture;
    fixture.listen(address);
    QVERIFY(fixture.becomesConnected());
    AmqpPublisher publisher(m_server->port());
    QVERIFY(publisher.publish("lab.events", {"t.a", "{\"id\":\"first\"}"}));
    QVERIFY(fixture.becomes(1));
    fixture.source.reset();
    const QByteArray filling(200'000, 'x');
    for (int n = 0; n < 20; ++n) {
        const QByteArray body = "{\"id\":\"" + QByteArray::number(n) + "\",\"text\":\"" + filling + "\"}";
        QCOMPARE(publisher.publishConfirmed("lab.events", {{"t.a", body}}).size(), size_t(1));
    }
    // The stream drops what is old a little after it was written.
    QTRY_VERIFY_WITH_TIMEOUT(publisher.waiting("short").value_or(21) < 15, 60'000);
    fixture.listen(address);
    QVERIFY(fixture.becomesConnected());
    const QByteArray last = "{\"id\":\"last\"}";
    QVERIFY(publisher.publish("lab.events", {"t.a", last}));
    QTRY_VERIFY_WITH_TIMEOUT(fixture.events().back().body == last, 60'000);
    QVERIFY(fixture.count() < 20);
    const auto gaps = fixture.gaps();
    QCOMPARE(gaps.size(), size_t(1));
    QCOMPARE(gaps.front().reason, Gap::Reason::PositionLost);
}

void TestAmqpFaults::deletedQueue_data() {
    QTest::addColumn<QString>("type");
    for (const char* type : {"quorum", "classic", "stream"})
        QTest::newRow(type) << QString::fromLatin1(type);
}

void TestAmqpFaults::deletedQueue() {
    QFETCH(QString, type);
    const QByteArray queue = "deleted-" + type.toLatin1();
    const QString address = url(QStringLiteral("?exchange=lab.events&routing-key=d.*&queue=%1&type=%2")
                                    .arg(QString::fromLatin1(queue), type));
    AmqpFixture fixture;
    fixture.listen(address);
    QVERIFY(fixture.becomesConnected());
    AmqpPublisher publisher(m_server->port());
    QVERIFY(publisher.publish("lab.events", {"d.a", "{\"id\":\"1\"}"}));
    QVERIFY(fixture.becomes(1));
    // The broker is asked again and again whether there is more, so the gap begins where that ended.
    const Micros before = Micros::now();
    QTRY_VERIFY_WITH_TIMEOUT(lastSeen(fixture) > before.value, 60'000);
    QVERIFY(publisher.deleteQueue(queue));
    QTRY_COMPARE_WITH_TIMEOUT(fixture.gaps().size(), size_t(1), 60'000);
    const Gap gap = fixture.gaps().front();
    QCOMPARE(gap.reason, Gap::Reason::QueueLost);
    QCOMPARE(gap.channel, Channel::Amqp);
    QVERIFY(gap.began > before);
    QVERIFY(gap.began < gap.ended);
    QVERIFY(fixture.becomesConnected());
    QVERIFY(publisher.publish("lab.events", {"d.a", "{\"id\":\"2\"}"}));
    QVERIFY(fixture.becomes(2));
    QCOMPARE(fixture.gaps().size(), size_t(1));
}

/// Two messages may be equal to the last byte: those that are repeated are known again, others are not.
void TestAmqpFaults::equalMessages() {
    TcpProxy proxy(m_server->port());
    const QString address =
        through(proxy, QStringLiteral("?exchange=lab.events&routing-key=e.*&queue=equal"));
    AmqpFixture fixture;
    fixture.listen(address);
    QVERIFY(fixture.becomesConnected());
    AmqpPublisher publisher(m_server->port());
    for (int i = 0; i < 5; ++i) {
        QVERIFY(publisher.publish("lab.events", {"e.a", "{}"}));
        proxy.cut();
        QVERIFY(publisher.publish("lab.events", {"e.a", "{}"}));
        QVERIFY2(fixture.becomes(2 * (i + 1)), qPrintable(QStringLiteral("round %1: %2 stored, %3 received")
                                                              .arg(i + 1)
                                                              .arg(fixture.count())
                                                              .arg(fixture.source->figures().received)));
        // Until the broker certainly has the acknowledgement, an equal one cannot be told from a repeat.
        QTRY_COMPARE_WITH_TIMEOUT(remembered(fixture), 0, 120'000);
    }
}

/// The broker takes a connection that was cut off for alive, and repeats what it holds for it much later.
void TestAmqpFaults::oldConnectionLivesOn() {
    TcpProxy proxy(m_server->port());
    const QString rest = QStringLiteral("?exchange=lab.events&routing-key=o.*&queue=half&heartbeat=5");
    AmqpFixture fixture;
    fixture.listen(through(proxy, rest));
    QVERIFY(fixture.becomesConnected());
    AmqpPublisher publisher(m_server->port());
    proxy.holdBack(); // the broker hears no acknowledgement
    for (int n = 0; n < 100; ++n)
        QVERIFY(publisher.publish("lab.events", {"o.a", amqpEvent(n).body}));
    QVERIFY(fixture.becomes(100));
    proxy.cutClientOnly();
    QTRY_VERIFY_WITH_TIMEOUT(!fixture.isConnected(), 30'000);
    QVERIFY(fixture.becomesConnected());
    for (int n = 100; n < 200; ++n)
        QVERIFY(publisher.publish("lab.events", {"o.a", amqpEvent(n).body}));
    QVERIFY(fixture.becomes(200));
    // All the hundred come again: from the broker's own belief that the old connection is dead.
    QTRY_VERIFY_WITH_TIMEOUT(fixture.source->figures().received >= 300, 60'000);
    QCOMPARE(fixture.count(), 200);
    proxy.forgetHalves();
    // When no repeat is possible any more, nothing is remembered for one.
    QTRY_COMPARE_WITH_TIMEOUT(remembered(fixture), 0, 120'000);
}

void TestAmqpFaults::restart_data() {
    QTest::addColumn<QString>("type");
    QTest::addColumn<bool>("keeps");
    QTest::newRow("quorum") << QStringLiteral("quorum") << true;
    QTest::newRow("classic") << QStringLiteral("classic") << false;
    QTest::newRow("stream") << QStringLiteral("stream") << true;
}

/// What waits when RabbitMQ restarts: a classic queue loses the Connector's messages, and a gap says so.
void TestAmqpFaults::restart() {
    QFETCH(QString, type);
    QFETCH(bool, keeps);
    const QByteArray queue = "restart-" + type.toLatin1();
    const QByteArray key = type.toLatin1() + ".a";
    const QString address = url(QStringLiteral("?exchange=lab.events&routing-key=%2.*&queue=%1&type=%2")
                                    .arg(QString::fromLatin1(queue), type));
    AmqpFixture fixture;
    fixture.listen(address);
    QVERIFY(fixture.becomesConnected());
    QCOMPARE(fixture.source->state().text.contains(QLatin1String("loses")), !keeps);
    {
        AmqpPublisher publisher(m_server->port());
        QVERIFY(publisher.publish("lab.events", {key, "{\"id\":\"1\"}"}));
        QVERIFY(fixture.becomes(1));
        // A connection that breaks is no restart.
        fixture.reopen();
        fixture.listen(address);
        QVERIFY(fixture.becomesConnected());
        QVERIFY(fixture.gaps().empty());
        fixture.source.reset();
        QTRY_VERIFY_WITH_TIMEOUT(
            type == QLatin1String("stream") || publisher.waiting(queue).value_or(-1) == 0, 30'000);
        QCOMPARE(publisher.publishConfirmed("lab.events", {{key, "{\"id\":\"2\"}"}}).size(), size_t(1));
    }
    QTRY_VERIFY_WITH_TIMEOUT(!keeps || m_server->hasOnDisk(queue, type == QLatin1String("stream")), 30'000);
    QVERIFY2(m_server->restart(), m_server->log().constData());
    fixture.listen(address);
    QVERIFY(fixture.becomesConnected());
    AmqpPublisher publisher(m_server->port());
    QVERIFY(publisher.publish("lab.events", {key, "{\"id\":\"3\"}"}));
    QVERIFY(fixture.becomes(keeps ? 3 : 2));
    const auto gaps = fixture.gaps();
    QCOMPARE(gaps.size(), size_t(keeps ? 0 : 1));
    if (!keeps)
        QCOMPARE(gaps.front().reason, Gap::Reason::QueueLost);
}

/// Everything that the broker confirmed is stored, and nothing twice, whatever breaks in between.
void TestAmqpFaults::nothingLostNothingTwice() {
    const int total = qMax(100, qEnvironmentVariableIntValue("MESHWATCH_FAULT_EVENTS") > 0
                                    ? qEnvironmentVariableIntValue("MESHWATCH_FAULT_EVENTS")
                                    : 20'000);
    TcpProxy proxy(m_server->port());
    const QString address =
        through(proxy, QStringLiteral("?exchange=lab.events&routing-key=f.*&queue=faults"));
    AmqpFixture fixture;
    fixture.listen(address);
    QVERIFY(fixture.becomesConnected());
    std::unique_ptr<AmqpPublisher> publisher;
    QVERIFY(connectAgain(publisher));
    QTRY_VERIFY_WITH_TIMEOUT(m_server->hasOnDisk("faults"), 30'000);
    QList<std::function<void()>> faults{
        [&] { proxy.cut(); },
        [&] {
            m_server->killHard();
            m_server->launch();
        },
        [&] { fixture.source = nullptr, fixture.listen(address); },
        [&] {
            m_server->killHard();
            m_server->launch();
        },
        [&] { fixture.reopen(), fixture.listen(address); },
    };
    const int pause = total / int(faults.size() + 1);
    constexpr int window = 100;
    QSet<QByteArray> certain;
    QSet<QByteArray> possible;
    for (int n = 0; n < total; n += window) {
        QList<AmqpPublisher::Event> events;
        for (int i = n; i < qMin(n + window, total); ++i)
            events.append({"f.a", amqpEvent(i).body});
        if (!faults.isEmpty() && n / pause > 5 - faults.size()) {
            // Half of a window is on its way when it happens.
            for (const auto& event : events.mid(0, window / 2)) {
                QVERIFY(publisher->publish("lab.events", event));
                possible.insert(event.body);
            }
            events = events.mid(window / 2);
            QTest::qWait(20);
            qInfo() << "fault before" << n;
            faults.takeFirst()();
            QVERIFY2(m_server->start(), m_server->log().constData());
            QVERIFY(connectAgain(publisher));
        }
        const auto confirmed = publisher->publishConfirmed("lab.events", events);
        for (int i = 0; i < events.size(); ++i)
            (confirmed.contains(i) ? certain : possible).insert(events.at(i).body);
        if (confirmed.size() < size_t(events.size()))
            QVERIFY(connectAgain(publisher));
        QTest::qWait(1);
    }
    QVERIFY(faults.isEmpty());
    // The queue keeps the order: when the last one is here, so are all before it.
    const AmqpPublisher::Event last{"f.a", "{\"id\":\"last\"}"};
    QCOMPARE(publisher->publishConfirmed("lab.events", {last}).size(), size_t(1));
    certain.insert(last.body);
    QTRY_VERIFY_WITH_TIMEOUT(fixture.newestBody() == last.body, 300'000);
    QSet<QByteArray> stored;
    for (const Event& event : fixture.events()) {
        QVERIFY2(!stored.contains(event.body), event.body.constData());
        stored.insert(event.body);
    }
    QVERIFY(certain.size() > total * 9 / 10);
    const auto missing = (certain - stored).values();
    if (!missing.isEmpty())
        qWarning() << missing.size() << "are missing:" << missing.mid(0, 20);
    QVERIFY(missing.isEmpty());
    QVERIFY((stored - certain - possible).isEmpty());
    qInfo() << "confirmed" << certain.size() << "stored" << stored.size() << "sent into a fault"
            << possible.size();
    QVERIFY(fixture.gaps().empty());
}

QTEST_GUILESS_MAIN(TestAmqpFaults)
#include "tst_amqp_faults.moc"
