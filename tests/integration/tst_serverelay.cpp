// SPDX-License-Identifier: MIT
#include "program.h"
#include "relaylaptop.h"

#include <QTcpSocket>
#include <QTemporaryDir>

#include <atomic>
#include <thread>

using namespace meshwatch;

namespace {

constexpr char secret[] = "a-token-for-this-test-only";

QByteArray mail(const QByteArray& id) {
    return "{\"data\":{\"id\":\"" + id + "\",\"isOwn\":false},\"trigger\":\"transport.messageReceived\"}";
}

/// The answer of a server to GET, head and body.
QByteArray get(quint16 port, const QByteArray& path) {
    QTcpSocket socket;
    socket.connectToHost(QHostAddress(QHostAddress::LocalHost), port);
    socket.write("GET " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n");
    while (socket.waitForReadyRead(20'000)) {
    }
    return socket.readAll();
}

/// What the test program is when it is started with a port and a folder: a subscriber that can be killed.
int subscribeUntilKilled(quint16 port, const QString& folder) {
    relaytest::Laptop laptop(folder + QStringLiteral("/laptop.sqlite"));
    if (!laptop.open())
        return 1;
    laptop.subscribe(port, QStringLiteral("/a"), secret);
    return QCoreApplication::exec();
}

QByteArrayList idsIn(const QString& store) {
    QByteArrayList ids;
    const auto reader = EventReader::open(store);
    if (!reader)
        return ids;
    EventReader::Selection selection;
    selection.connection = {1};
    (*reader)->visit(selection, [&](const EventReader::Glance& glance) {
        ids.append(glance.object.toByteArray());
        return true;
    });
    return ids;
}

} // namespace

/// The real program as a relay, and a subscriber in a process of its own; either is killed in the middle.
class TestServeRelay : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    quint16 m_webhooks = 0, m_relay = 0, m_status = 0;

    [[nodiscard]] QString data(const QString& name) const { return m_folder.filePath(name); }
    /// The port in the next line on stdout that has `word`.
    static quint16 portAfter(Program& program, const QByteArray& word) {
        QProcess& process = program.process();
        for (;;) {
            while (!process.canReadLine()) {
                if (!process.waitForReadyRead(20'000))
                    return 0;
            }
            const QByteArray line = process.readLine();
            if (!line.contains(word))
                continue;
            const QByteArray rest = line.mid(line.indexOf("://") + 3);
            return quint16(rest.mid(rest.indexOf(':') + 1).split('/').constFirst().toUInt());
        }
    }
    void startRelay(Program& program, const QStringList& more = {}) {
        auto environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("RELAY_TOKENS"),
                           QStringLiteral("desk@a=%1\nother=%1-of-the-other\n").arg(QLatin1String(secret)));
        const auto at = [](quint16 port) { return QStringLiteral("127.0.0.1:%1").arg(port); };
        QVERIFY(program.start(QStringList{QStringLiteral("serve"), QStringLiteral("--data"),
                                          data(QStringLiteral("relay")), QStringLiteral("--listen"),
                                          at(m_webhooks), QStringLiteral("--connection"), QStringLiteral("a"),
                                          QStringLiteral("--relay"), at(m_relay),
                                          QStringLiteral("--relay-token-env"), QStringLiteral("RELAY_TOKENS"),
                                          QStringLiteral("--status"), at(m_status)} +
                                  more,
                              environment));
        m_webhooks = program.port();
        m_relay = portAfter(program, "relay: ");
        m_status = portAfter(program, "status: ");
        QVERIFY(m_relay != 0 && m_status != 0);
    }
    void startSubscriber(QProcess& process) {
        process.start(QCoreApplication::applicationFilePath(),
                      {QStringLiteral("subscribe"), QString::number(m_relay), m_folder.path()});
        QVERIFY(process.waitForStarted());
    }

private Q_SLOTS:
    void nothingIsMissingWhenEitherIsKilled() {
        auto relay = std::make_unique<Program>();
        startRelay(*relay);
        auto subscriber = std::make_unique<QProcess>();
        startSubscriber(*subscriber);
        const QString laptop = m_folder.filePath(QStringLiteral("laptop.sqlite"));
        QSet<QByteArray> acknowledged;
        for (int round = 0; round < 6; ++round) {
            std::array<QByteArrayList, 4> stored;
            std::atomic<int> count = 0;
            std::vector<std::thread> posters;
            for (size_t t = 0; t < stored.size(); ++t) {
                posters.emplace_back([&, t] {
                    Poster poster(m_webhooks);
                    for (int i = 0; i < 400; ++i) {
                        const QByteArray id =
                            "MSG" +
                            QByteArray::number(round * 10'000 + int(t) * 1000 + i).rightJustified(8, '0');
                        if (!poster.isConnected() || poster.post("/a", mail(id)) != 204)
                            return;
                        stored.at(t).append(id);
                        ++count;
                    }
                });
            }
            QTRY_VERIFY_WITH_TIMEOUT(count > 300 + 100 * round, 60'000);
            const bool isRelayKilled = round % 2 == 0;
            if (isRelayKilled) {
                relay->killHard();
            } else {
                subscriber->kill();
                subscriber->waitForFinished();
            }
            for (auto& poster : posters)
                poster.join();
            for (const QByteArrayList& ids : stored)
                acknowledged.unite(QSet<QByteArray>(ids.begin(), ids.end()));
            if (isRelayKilled) {
                relay = std::make_unique<Program>();
                startRelay(*relay);
            } else {
                subscriber = std::make_unique<QProcess>();
                startSubscriber(*subscriber);
            }
        }
        const QByteArrayList kept = idsIn(data(QStringLiteral("relay/events.sqlite")));
        QVERIFY(QSet<QByteArray>(kept.begin(), kept.end()).contains(acknowledged));
        QVERIFY(acknowledged.size() > 2000);
        QTRY_COMPARE_WITH_TIMEOUT(idsIn(laptop).size(), kept.size(), 120'000);
        QCOMPARE(idsIn(laptop), kept);
        subscriber->kill();
        subscriber->waitForFinished();
        QCOMPARE(relay->terminate(), 0);
    }

    void tellsHowItIs() {
        Program relay;
        m_relay = m_webhooks = m_status = 0;
        startRelay(relay, {QStringLiteral("--log"), QStringLiteral("json")});
        Poster poster(m_webhooks);
        QCOMPARE(poster.post("/a", mail("MSGlast")), 204);
        relaytest::Peer wrong(m_relay, QStringLiteral("/a"), "wrong");
        relaytest::Peer peer(m_relay, QStringLiteral("/a"), secret);
        QVERIFY(peer.begin(QStringLiteral("start"), 100'000));
        QVERIFY(peer.waitForEvents(1));
        QVERIFY(get(m_status, "/healthz").startsWith("HTTP/1.1 200"));
        QVERIFY(get(m_status, "/healthz").endsWith("{\"status\":\"ok\"}\n"));
        QVERIFY(get(m_status, "/else").startsWith("HTTP/1.1 404"));
        QTRY_VERIFY(get(m_status, "/metrics").contains("meshwatch_relay_wrong_tokens_total 1\n"));
        const QByteArray metrics = get(m_status, "/metrics");
        for (const char* line :
             {"meshwatch_deliveries_accepted_total{connection=\"a\"} 1\n", "meshwatch_store_trouble 0\n",
              "meshwatch_relay_subscribers{subscriber=\"desk\",connection=\"a\"} 1\n",
              "meshwatch_relay_subscriber_lag_events{subscriber=\"desk\",connection=\"a\"} 0\n"})
            QVERIFY2(metrics.contains(line), metrics.constData());
        QVERIFY(!metrics.contains(secret));
        QCOMPARE(relay.terminate(), 0);
        const QByteArray log = relay.process().readAllStandardError();
        QByteArrayList events;
        for (const QByteArray& line : log.trimmed().split('\n')) {
            const auto object = json::parseObject(line);
            QVERIFY2(object.ok(), line.constData());
            events.append(object->value(QLatin1String("event")).toString().toLatin1());
        }
        QVERIFY(events.contains("start") && events.contains("subscriberCame") && events.contains("stop"));
        QVERIFY(!log.contains(secret) && !log.contains("wrong\""));
    }

    void refusesBadOptions_data() {
        QTest::addColumn<QString>("tokens");
        QTest::addColumn<QByteArray>("words");
        QTest::newRow("too short") << QStringLiteral("desk=short") << QByteArray("too short");
        QTest::newRow("not served") << QStringLiteral("desk@elsewhere=a-token-that-is-long-enough")
                                    << QByteArray("not served");
        QTest::newRow("twice") << QStringLiteral("a=one-token-for-two-of-them\nb=one-token-for-two-of-them")
                               << QByteArray("same token");
        QTest::newRow("none") << QString() << QByteArray("not set or empty");
    }
    void refusesBadOptions() {
        QFETCH(QString, tokens);
        QFETCH(QByteArray, words);
        auto environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("RELAY_TOKENS"), tokens);
        const auto outcome = Program::run(
            {QStringLiteral("serve"), QStringLiteral("--data"), data(QStringLiteral("bad")),
             QStringLiteral("--listen"), QStringLiteral("127.0.0.1:0"), QStringLiteral("--connection"),
             QStringLiteral("a"), QStringLiteral("--relay"), QStringLiteral("127.0.0.1:0"),
             QStringLiteral("--relay-token-env"), QStringLiteral("RELAY_TOKENS")},
            {}, environment);
        QVERIFY(outcome.code != 0);
        QVERIFY2(outcome.err.contains(words), outcome.err.constData());
        QVERIFY(!outcome.err.contains("long-enough") && !outcome.err.contains("one-token"));
    }
};

int main(int argc, char** argv) {
    QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() == 4 && arguments.at(1) == QLatin1String("subscribe"))
        return subscribeUntilKilled(quint16(arguments.at(2).toUInt()), arguments.at(3));
    TestServeRelay test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_serverelay.moc"
