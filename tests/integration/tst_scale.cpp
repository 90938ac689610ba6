// SPDX-License-Identifier: MIT
#include "amqppublisher.h"
#include "postgresserver.h"
#include "program.h"
#include "rabbitmqserver.h"
#include "readingdesktop.h"

using namespace meshwatch;

namespace {

/// `serve` without a workspace, on a free port.
class StatelessRelay {
public:
    StatelessRelay(QStringList where, QProcessEnvironment environment)
        : m_where(std::move(where))
        , m_environment(std::move(environment)) {}
    ~StatelessRelay() {
        if (m_program)
            m_program->killHard();
    }
    StatelessRelay(StatelessRelay&&) = default;
    StatelessRelay& operator=(StatelessRelay&&) = delete;

    bool start() {
        m_program = std::make_unique<Program>();
        m_environment.insert(QStringLiteral("RELAY_KEY"), QStringLiteral("key-of-the-test"));
        return m_program->start(QStringList{QStringLiteral("serve"), QStringLiteral("--listen"),
                                            QStringLiteral("127.0.0.1:0"), QStringLiteral("--connection"),
                                            QStringLiteral("Riverside"), QStringLiteral("--key-env"),
                                            QStringLiteral("RELAY_KEY")} +
                                    m_where,
                                m_environment);
    }
    [[nodiscard]] quint16 port() const { return m_program->port(); }
    Program& program() { return *m_program; }
    /// What it has said on stderr so far.
    QByteArray said() {
        QTest::qWait(1);
        m_said += m_program->process().readAllStandardError();
        return m_said;
    }

private:
    QStringList m_where;
    QProcessEnvironment m_environment;
    std::unique_ptr<Program> m_program;
    QByteArray m_said;
};

const QByteArray keyHeader = "x-api-key: key-of-the-test\r\n";
constexpr int patience = 180'000;

int loadSize() {
    bool isGiven = false;
    const int given = qEnvironmentVariableIntValue("MESHWATCH_SCALE_EVENTS", &isGiven);
    return isGiven ? given : 3'000;
}

} // namespace

/// Beyond one machine: relays that keep nothing, before RabbitMQ and PostgreSQL, with faults under load.
class TestScale : public QObject {
    Q_OBJECT

    std::unique_ptr<RabbitMqServer> m_rabbit;
    std::unique_ptr<PostgresServer> m_postgres;

    void needRabbit() {
        if (m_rabbit)
            return;
        m_rabbit = std::make_unique<RabbitMqServer>();
        QVERIFY2(m_rabbit->start(), m_rabbit->log());
    }
    void needPostgres() {
        if (m_postgres)
            return;
        m_postgres = std::make_unique<PostgresServer>();
        QVERIFY2(m_postgres->start(), m_postgres->log());
    }
    StatelessRelay brokerRelay(const QString& exchange) const {
        return {{QStringLiteral("--broker"), m_rabbit->url(QStringLiteral("?exchange=") + exchange)},
                QProcessEnvironment::systemEnvironment()};
    }
    StatelessRelay storeRelay(const QString& database,
                              const QByteArray& password = PostgresServer::password()) const {
        auto environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("STORE_PASSWORD"), QString::fromLatin1(password));
        return {{QStringLiteral("--store"), m_postgres->url(database), QStringLiteral("--store-secret-env"),
                 QStringLiteral("STORE_PASSWORD")},
                environment};
    }
    static int post(quint16 port, const QByteArray& body, const QByteArray& headers = {}) {
        Poster poster(port);
        return poster.post("/riverside", body, "content-type: application/json\r\n" + keyHeader + headers,
                           60'000);
    }

private Q_SLOTS:
    void relaysWithOneBroker() {
        if (!RabbitMqServer::isInstalled())
            QSKIP("RabbitMQ is not installed (rabbitmq-server)");
        needRabbit();
        AmqpPublisher admin(m_rabbit->port());
        QVERIFY(admin.makeExchange("relayed"));
        ReadingDesktop desktop(m_rabbit->url(QStringLiteral("?exchange=relayed&queue=history")));
        QTRY_VERIFY_WITH_TIMEOUT(desktop.isConnected(), patience);
        QTRY_VERIFY_WITH_TIMEOUT(m_rabbit->hasOnDisk("history"), patience);
        StatelessRelay first = brokerRelay(QStringLiteral("relayed"));
        StatelessRelay second = brokerRelay(QStringLiteral("relayed"));
        QVERIFY(first.start() && second.start());

        const int events = loadSize();
        WebhookLoad load("/riverside", keyHeader);
        load.setPorts({first.port(), second.port()});
        load.start(events, 8);
        QTRY_VERIFY_WITH_TIMEOUT(load.acknowledged() > events / 4, patience);
        first.program().killHard();
        QTRY_VERIFY_WITH_TIMEOUT(load.acknowledged() > events / 2, patience);
        QVERIFY(first.start());
        load.setPorts({first.port(), second.port()});
        m_rabbit->killHard();
        QTest::qWait(500);
        QVERIFY2(m_rabbit->start(), m_rabbit->log());
        QTRY_VERIFY_WITH_TIMEOUT(load.isDone(), patience);
        load.join();
        QVERIFY(load.failures() > 0);
        QTRY_COMPARE_WITH_TIMEOUT(desktop.stored(), events, patience);
        QCOMPARE(desktop.judge(events), QString());
        QCOMPARE(first.program().terminate(), 0);
        QCOMPARE(second.program().terminate(), 0);
        // What was repeated by the load balancer came as a further delivery, not as another event.
        QTest::qWait(1000);
        QCOMPARE(desktop.stored(), events);
    }

    void saysWhyTheBrokerDoesNotKeep_data() {
        QTest::addColumn<QString>("exchange");
        QTest::addColumn<bool>("exists");
        QTest::addColumn<QByteArray>("said");
        QTest::newRow("no queue is bound")
            << QStringLiteral("unheard") << true << QByteArray("no queue is bound");
        QTest::newRow("no exchange") << QStringLiteral("missing") << false << QByteArray("no exchange");
    }
    void saysWhyTheBrokerDoesNotKeep() {
        if (!RabbitMqServer::isInstalled())
            QSKIP("RabbitMQ is not installed (rabbitmq-server)");
        needRabbit();
        QFETCH(QString, exchange);
        QFETCH(bool, exists);
        QFETCH(QByteArray, said);
        if (exists)
            QVERIFY(AmqpPublisher(m_rabbit->port()).makeExchange(exchange.toUtf8()));
        StatelessRelay relay = brokerRelay(exchange);
        QVERIFY(relay.start());
        QCOMPARE(post(relay.port(), WebhookLoad::body(1)), 503);
        QTRY_VERIFY2_WITH_TIMEOUT(relay.said().contains(said), relay.said(), patience);
        QCOMPARE(relay.program().terminate(), 0);
    }

    /// Events are checked before they are handed on.
    void refusesWhatIsNoEvent() {
        if (!RabbitMqServer::isInstalled())
            QSKIP("RabbitMQ is not installed (rabbitmq-server)");
        needRabbit();
        QVERIFY(AmqpPublisher(m_rabbit->port()).makeExchange("checked"));
        StatelessRelay relay = brokerRelay(QStringLiteral("checked"));
        QVERIFY(relay.start());
        QCOMPARE(post(relay.port(), "[]"), 400);
        Poster stranger(relay.port());
        QCOMPARE(stranger.post("/riverside", WebhookLoad::body(1)), 401);
        QTRY_VERIFY_WITH_TIMEOUT(relay.said().contains("are no events"), patience);
    }

    void writersAndReadersOfOneHistory() {
        if (!PostgresServer::isInstalled())
            QSKIP("PostgreSQL is not installed (postgresql)");
        needPostgres();
        QCOMPARE(m_postgres->sql("CREATE DATABASE team"), QByteArray());
        const QString database = QStringLiteral("team");
        StatelessRelay first = storeRelay(database);
        StatelessRelay second = storeRelay(database);
        QVERIFY(first.start() && second.start());
        const QString url = m_postgres->url(database, QStringLiteral("connection=Riverside"));
        ReadingDesktop early(url, PostgresServer::password());

        const int events = loadSize();
        WebhookLoad load("/riverside", keyHeader);
        load.setPorts({first.port(), second.port()});
        load.start(events, 8);
        QTRY_VERIFY_WITH_TIMEOUT(load.acknowledged() > events / 4, patience);
        first.program().killHard();
        ReadingDesktop late(url, PostgresServer::password());
        QTRY_VERIFY_WITH_TIMEOUT(load.acknowledged() > events / 2, patience);
        QVERIFY(first.start());
        load.setPorts({first.port(), second.port()});
        m_postgres->kill();
        QTest::qWait(500);
        early.stop();
        QVERIFY2(m_postgres->start(), m_postgres->log());
        early.start();
        QTRY_VERIFY_WITH_TIMEOUT(load.isDone(), patience);
        load.join();
        QVERIFY(load.failures() > 0);

        QCOMPARE(m_postgres->sql("SELECT count(*), max(seq), min(seq) FROM meshwatch.events", database),
                 QByteArray::number(events) + '|' + QByteArray::number(events) + "|1");
        const QList<QByteArray> order =
            m_postgres->sql("SELECT object FROM meshwatch.events ORDER BY seq", database).split('\n');
        for (ReadingDesktop* desktop : {&early, &late}) {
            QTRY_COMPARE_WITH_TIMEOUT(desktop->stored(), events, patience);
            QCOMPARE(desktop->judge(events), QString());
            QCOMPARE(desktop->objects(), order);
        }
        QCOMPARE(first.program().terminate(), 0);
        QCOMPARE(second.program().terminate(), 0);
    }

    /// The same webhook through both relays is one event, known by its correlation id or, without one, by
    /// coming at the same time.
    void countsFurtherDeliveries() {
        if (!PostgresServer::isInstalled())
            QSKIP("PostgreSQL is not installed (postgresql)");
        needPostgres();
        QCOMPARE(m_postgres->sql("CREATE DATABASE twins"), QByteArray());
        const QString database = QStringLiteral("twins");
        StatelessRelay first = storeRelay(database);
        StatelessRelay second = storeRelay(database);
        QVERIFY(first.start() && second.start());
        for (StatelessRelay* relay : {&first, &second}) {
            QCOMPARE(post(relay->port(), WebhookLoad::body(1), "x-correlation-id: a\r\n"), 204);
            QCOMPARE(post(relay->port(), WebhookLoad::body(1), "x-correlation-id: b\r\n"), 204);
        }
        QCOMPARE(
            m_postgres->sql("SELECT seq, correlation, arrivals FROM meshwatch.events ORDER BY seq", database),
            QByteArray("1|a|2\n2|b|2"));
        QCOMPARE(
            m_postgres->sql("SELECT seq, n, body IS NULL FROM meshwatch.arrivals ORDER BY seq", database),
            QByteArray("1|2|t\n2|2|t"));
        ReadingDesktop desktop(m_postgres->url(database, QStringLiteral("connection=Riverside")),
                               PostgresServer::password());
        QTRY_COMPARE_WITH_TIMEOUT(desktop.stored(), 2, patience);
        // Of another connection nothing comes.
        ReadingDesktop other(m_postgres->url(database, QStringLiteral("connection=Elsewhere")),
                             PostgresServer::password());
        QTRY_VERIFY_WITH_TIMEOUT(other.isConnected(), patience);
        QCOMPARE(post(first.port(), WebhookLoad::body(2), "x-correlation-id: c\r\n"), 204);
        QTRY_COMPARE_WITH_TIMEOUT(desktop.stored(), 3, patience);
        QCOMPARE(other.stored(), 0);
    }

    void saysWhyTheStoreDoesNotKeep_data() {
        QTest::addColumn<QString>("database");
        QTest::addColumn<QByteArray>("password");
        QTest::addColumn<QByteArray>("said");
        QTest::newRow("wrong password")
            << QStringLiteral("postgres") << QByteArray("wrong") << QByteArray("does not let “postgres” in");
        QTest::newRow("no database") << QStringLiteral("nowhere") << PostgresServer::password()
                                     << QByteArray("There is no database “nowhere”");
        QTest::newRow("takes no changes")
            << QStringLiteral("frozen") << PostgresServer::password() << QByteArray("takes no changes");
        QTest::newRow("not UTF-8") << QStringLiteral("latin") << PostgresServer::password()
                                   << QByteArray("does not keep texts as UTF-8");
    }
    void saysWhyTheStoreDoesNotKeep() {
        if (!PostgresServer::isInstalled())
            QSKIP("PostgreSQL is not installed (postgresql)");
        needPostgres();
        QFETCH(QString, database);
        QFETCH(QByteArray, password);
        QFETCH(QByteArray, said);
        (void)m_postgres->sql("CREATE DATABASE frozen");
        (void)m_postgres->sql("ALTER DATABASE frozen SET default_transaction_read_only = on");
        (void)m_postgres->sql("CREATE DATABASE latin ENCODING 'LATIN1' TEMPLATE template0");
        StatelessRelay relay = storeRelay(database, password);
        QVERIFY(relay.start());
        QCOMPARE(post(relay.port(), WebhookLoad::body(1)), 503);
        QTRY_VERIFY2_WITH_TIMEOUT(relay.said().contains(said), relay.said(), patience);
        QVERIFY(!relay.said().contains(password));
        QCOMPARE(relay.program().terminate(), 0);
    }

    void looksAtTheHistory_data() {
        QTest::addColumn<QString>("database");
        QTest::addColumn<QString>("query");
        QTest::addColumn<QByteArray>("password");
        QTest::addColumn<QString>("said");
        const QByteArray right = PostgresServer::password();
        QTest::newRow("no rights") << QStringLiteral("looked") << QStringLiteral("connection=Stranger")
                                   << right << QStringLiteral("does not allow “stranger”");
        const QString riverside = QStringLiteral("connection=Riverside");
        QTest::newRow("events") << QStringLiteral("looked") << riverside << right
                                << QStringLiteral("connects, 1 events kept");
        QTest::newRow("no name") << QStringLiteral("looked") << QString() << right
                                 << QStringLiteral("names no connection");
        QTest::newRow("no history") << QStringLiteral("postgres") << riverside << right
                                    << QStringLiteral("There is no history");
        QTest::newRow("no password") << QStringLiteral("looked") << riverside << QByteArray()
                                     << QStringLiteral("for a password");
        QTest::newRow("no TLS") << QStringLiteral("looked") << riverside + QStringLiteral("&sslmode=require")
                                << right << QStringLiteral("No TLS");
    }
    void looksAtTheHistory() {
        if (!PostgresServer::isInstalled())
            QSKIP("PostgreSQL is not installed (postgresql)");
        needPostgres();
        QFETCH(QString, database);
        QFETCH(QString, query);
        QFETCH(QByteArray, password);
        QFETCH(QString, said);
        if (m_postgres->sql("CREATE DATABASE looked").isEmpty()) {
            StatelessRelay relay = storeRelay(QStringLiteral("looked"));
            QVERIFY(relay.start());
            QCOMPARE(post(relay.port(), WebhookLoad::body(1)), 204);
        }
        QString url = m_postgres->url(database, query);
        if (query == QLatin1String("connection=Stranger")) {
            (void)m_postgres->sql("CREATE ROLE stranger LOGIN PASSWORD '" + password + "'");
            url.replace(QLatin1String("postgres@"), QLatin1String("stranger@"));
        }
        EventSource::Settings settings;
        settings.address = *SourceAddress::parse(url);
        settings.secret = password;
        const auto looked = EventSource::probe(settings);
        QTRY_VERIFY_WITH_TIMEOUT(looked.isFinished(), patience);
        const auto result = looked.result();
        const QString text = result ? *result : result.error().message;
        QVERIFY2(text.contains(said), qPrintable(text));
    }

    /// A desktop whose cursor is behind what was removed, or in another history, marks the gap.
    void marksWhatTheHistoryLost() {
        if (!PostgresServer::isInstalled())
            QSKIP("PostgreSQL is not installed (postgresql)");
        needPostgres();
        QCOMPARE(m_postgres->sql("CREATE DATABASE lossy"), QByteArray());
        const QString database = QStringLiteral("lossy");
        StatelessRelay relay = storeRelay(database);
        QVERIFY(relay.start());
        QCOMPARE(post(relay.port(), WebhookLoad::body(1), "x-correlation-id: call-1\r\n"), 204);
        ReadingDesktop desktop(m_postgres->url(database, QStringLiteral("connection=Riverside")),
                               PostgresServer::password());
        QTRY_COMPARE_WITH_TIMEOUT(desktop.stored(), 1, patience);
        QTRY_VERIFY_WITH_TIMEOUT(desktop.hasSeenAll(), patience);
        desktop.stop();
        for (int number = 2; number <= 4; ++number)
            QCOMPARE(post(relay.port(), WebhookLoad::body(number),
                          "x-correlation-id: call-" + QByteArray::number(number) + "\r\n"),
                     204);
        (void)m_postgres->sql("DELETE FROM meshwatch.events WHERE seq < 4", database);
        desktop.start();
        QTRY_COMPARE_WITH_TIMEOUT(desktop.stored(), 2, patience);
        QCOMPARE(desktop.reader()->gaps(10).size(), 1);
        desktop.stop();
        (void)m_postgres->sql("UPDATE meshwatch.about SET history = gen_random_uuid()", database);
        desktop.start();
        QTRY_COMPARE_WITH_TIMEOUT(desktop.reader()->gaps(10).size(), 2, patience);
        QTest::qWait(1000);
        QCOMPARE(desktop.stored(), 2);
    }
};

QTEST_GUILESS_MAIN(TestScale)
#include "tst_scale.moc"
