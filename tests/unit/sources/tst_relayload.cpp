// SPDX-License-Identifier: MIT
#include "relaylaptop.h"
#include "relaypeer.h"

#include <meshwatch/sources/relaymetrics.h>

#include <QProcess>
#include <QStandardPaths>
#include <QTcpSocket>
#include <QTemporaryDir>

#include <thread>

using namespace meshwatch;
using relaytest::clientFrame;
using relaytest::Laptop;
using relaytest::Peer;
using relaytest::Relay;

namespace {

/// A subscriber below WebSocket: reads nothing, so that it stands still, and answers no pings.
class Statue {
public:
    explicit Statue(quint16 port) {
        m_socket.setReadBufferSize(4096);
        m_socket.connectToHost(QHostAddress(QHostAddress::LocalHost), port);
        m_socket.write(
            relaytest::upgrade("/riverside", "Authorization: Bearer " + relaytest::token + "\r\n"));
    }
    bool subscribe() {
        if (!QTest::qWaitFor([this] { return m_socket.bytesAvailable() > 0; }, 20'000))
            return false;
        m_socket.readAll();
        m_socket.write(clientFrame("{\"type\":\"hello\",\"versions\":[1]}"));
        if (!QTest::qWaitFor([this] { return m_socket.bytesAvailable() > 0; }, 20'000))
            return false;
        m_socket.readAll();
        m_socket.write(clientFrame("{\"type\":\"subscribe\",\"from\":\"start\",\"credit\":100000}"));
        return true;
    }
    [[nodiscard]] bool isGone() const { return m_socket.state() == QAbstractSocket::UnconnectedState; }
    /// What comes is seen only by who reads.
    void look() { m_socket.readAll(); }

private:
    QTcpSocket m_socket;
};

bool makeCertificate(const QString& folder) {
    return QProcess::execute(
               QStringLiteral("openssl"),
               {QStringLiteral("req"), QStringLiteral("-x509"), QStringLiteral("-newkey"),
                QStringLiteral("ec"), QStringLiteral("-pkeyopt"), QStringLiteral("ec_paramgen_curve:P-256"),
                QStringLiteral("-nodes"), QStringLiteral("-subj"), QStringLiteral("/CN=localhost"),
                QStringLiteral("-addext"), QStringLiteral("subjectAltName=DNS:localhost,IP:127.0.0.1"),
                QStringLiteral("-keyout"), folder + QStringLiteral("/key.pem"), QStringLiteral("-out"),
                folder + QStringLiteral("/cert.pem")}) == 0;
}

QByteArray contentOf(const QString& name) {
    QFile file(name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

/// A relay among subscribers that are slow, gone, many, or not let in.
class TestRelayLoad : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    std::unique_ptr<Relay> m_relay;
    int m_number = 0;

    [[nodiscard]] quint16 port() const { return m_relay->server->port(); }
    void restart(const RelayServer::Options& options) {
        m_relay->server.reset();
        QVERIFY(m_relay->start(options));
    }

private Q_SLOTS:
    void init() {
        m_relay =
            std::make_unique<Relay>(m_folder.filePath(QStringLiteral("relay-%1.sqlite").arg(++m_number)));
        QVERIFY(m_relay->start());
    }
    void cleanup() { m_relay.reset(); }

    void oneThatStandsStillCostsNoMemory() {
        // 64 MB, more than the kernel takes for a socket.
        const QByteArray filler(64 * 1024, 'x');
        for (int i = 0; i < 1000; ++i)
            m_relay->add(m_relay->riverside, "{\"trigger\":\"transport.messageSent\",\"data\":{\"id\":\"MSG" +
                                                 QByteArray::number(i) + "\",\"x\":\"" + filler + "\"}}");
        m_relay->store->flush();
        Statue statue(port());
        QVERIFY(statue.subscribe());
        Peer peer(port());
        QVERIFY(peer.begin(QStringLiteral("start"), 100'000));
        QVERIFY(peer.waitForEvents(1000));
        qint64 largest = 0, sent = 0;
        for (int i = 0; i < 10; ++i) {
            QTest::qWait(150);
            const auto figures = m_relay->server->figures();
            QVERIFY(figures.bytesCached < 8 * 1024 * 1024);
            for (const auto& subscriber : figures.subscribers) {
                largest = qMax(largest, subscriber.bytesUnsent);
                if (subscriber.lag > 0)
                    sent = subscriber.sent;
            }
        }
        QVERIFY(sent > 0 && sent < 1000);
        QVERIFY2(largest < 512 * 1024, QByteArray::number(largest).constData());
    }

    void sharesWhatIsReadOnce() {
        std::vector<std::unique_ptr<Peer>> peers;
        for (int i = 0; i < 40; ++i)
            peers.push_back(std::make_unique<Peer>(port()));
        for (const auto& peer : peers)
            QVERIFY(peer->begin(QStringLiteral("now"), 100'000));
        for (int i = 0; i < 20; ++i) {
            m_relay->addMails(m_relay->riverside, i * 50, 50);
            QTest::qWait(10);
        }
        for (const auto& peer : peers)
            QVERIFY(peer->waitForEvents(1000));
        const auto figures = m_relay->server->figures();
        QTRY_COMPARE(m_relay->server->figures().eventsSent, 40'000);
        QVERIFY2(figures.batchesRead * 10 < m_relay->server->figures().batchesSent,
                 QByteArray::number(figures.batchesRead).constData());
    }

    void whoDoesNotAnswerPingsIsDropped() {
        auto options = m_relay->options();
        options.pingPause = std::chrono::milliseconds(200);
        options.silence = std::chrono::milliseconds(2'000);
        restart(options);
        // A spy would write its list in the relay's thread.
        const QObject here;
        QStringList reasons;
        connect(m_relay->server.get(), &RelayServer::subscriberWent, &here,
                [&reasons](const QString&, const QString&, const QString&, qint64, const QString& reason) {
                    reasons.append(reason);
                });
        Statue statue(port());
        QVERIFY(statue.subscribe());
        Peer peer(port());
        QVERIFY(peer.begin(QStringLiteral("start"), 10));
        QTRY_COMPARE_WITH_TIMEOUT(reasons, QStringList(QStringLiteral("timeOut")), 30'000);
        QTest::qWait(3'000);
        QVERIFY(peer.isOpen());
        statue.look();
        QTRY_VERIFY(statue.isGone());
    }

    void whoSaysNothingIsDropped() {
        auto options = m_relay->options();
        options.handshakeTime = std::chrono::milliseconds(500);
        options.silence = std::chrono::milliseconds(1'000);
        restart(options);
        std::vector<std::unique_ptr<QTcpSocket>> silent;
        for (int i = 0; i < 300; ++i) {
            silent.push_back(std::make_unique<QTcpSocket>());
            silent.back()->connectToHost(QHostAddress(QHostAddress::LocalHost), port());
        }
        // They do not keep others out.
        Peer peer(port());
        QVERIFY(peer.begin(QStringLiteral("start"), 10));
        for (const auto& socket : silent)
            QTRY_COMPARE_WITH_TIMEOUT(socket->state(), QAbstractSocket::UnconnectedState, 20'000);
        Peer undecided(port());
        QTRY_VERIFY(undecided.isOpen());
        QVERIFY(undecided.waitFor(QStringLiteral("error")));
        QCOMPARE(undecided.frame(QStringLiteral("error")).value(QLatin1String("code")).toString(),
                 QStringLiteral("timeOut"));
    }

    void wrongTokensDisturbNobody() {
        const QObject here;
        int refused = 0;
        connect(m_relay->server.get(), &RelayServer::tokensRefused, &here, [&refused] { ++refused; });
        Peer peer(port());
        QVERIFY(peer.begin(QStringLiteral("now"), 100'000));
        int answered = 0, added = 0;
        for (int round = 0; round < 40; ++round) {
            std::vector<std::unique_ptr<QTcpSocket>> guesses;
            for (int i = 0; i < 50; ++i) {
                guesses.push_back(std::make_unique<QTcpSocket>());
                guesses.back()->connectToHost(QHostAddress(QHostAddress::LocalHost), port());
                guesses.back()->write(relaytest::upgrade("/riverside", "Authorization: Bearer guess-" +
                                                                           QByteArray::number(i) + "\r\n"));
            }
            m_relay->addMails(m_relay->riverside, added, 25);
            added += 25;
            for (const auto& guess : guesses) {
                QTRY_COMPARE_WITH_TIMEOUT(guess->state(), QAbstractSocket::UnconnectedState, 20'000);
                answered += guess->readAll().startsWith("HTTP/1.1 401") ? 1 : 0;
            }
        }
        QVERIFY(peer.waitForEvents(added));
        QTRY_COMPARE(m_relay->server->figures().wrongTokens, 2000);
        QCOMPARE(answered, m_relay->options().wrongTokensExplained);
        QVERIFY(refused < 20);
        // From the same address, with the right one.
        Peer late(port());
        QVERIFY(late.begin(QStringLiteral("start"), 10));
    }

    void hasRoomForSoMany() {
        auto options = m_relay->options();
        options.maxSubscribers = 2;
        restart(options);
        Peer first(port()), second(port());
        QVERIFY(first.begin(QStringLiteral("start"), 1));
        QVERIFY(second.begin(QStringLiteral("start"), 1));
        QTcpSocket third;
        third.connectToHost(QHostAddress(QHostAddress::LocalHost), port());
        third.write(relaytest::upgrade("/riverside", "Authorization: Bearer " + relaytest::token + "\r\n"));
        QTRY_VERIFY(third.bytesAvailable() > 0);
        QVERIFY(third.readAll().startsWith("HTTP/1.1 503"));
        first.socket().close();
        QTRY_VERIFY([&] {
            Peer again(port());
            return again.begin(QStringLiteral("start"), 1);
        }());
    }

    void saysWhenRetentionOvertakes() {
        m_relay->addMails(m_relay->riverside, 0, 100);
        Peer peer(port());
        QVERIFY(peer.begin(QStringLiteral("start"), 10));
        QVERIFY(peer.waitForEvents(10));
        Retention retention;
        retention.events = 20;
        const QObject here;
        bool isTrimmed = false;
        connect(m_relay->store.get(), &EventStore::trimmed, &here, [&isTrimmed] { isTrimmed = true; });
        m_relay->store->setRetention(retention);
        QTRY_VERIFY_WITH_TIMEOUT(isTrimmed, 30'000);
        peer.credit(1000);
        QVERIFY(peer.waitForEvents(30));
        QCOMPARE(peer.events.at(10).value(QLatin1String("seq")).toInt(), 81);
        const QJsonObject gap = peer.frame(QStringLiteral("lost")).value(QLatin1String("gap")).toObject();
        QCOMPARE(gap.value(QLatin1String("began")), peer.events.at(9).value(QLatin1String("receivedAt")));
        QCOMPARE(gap.value(QLatin1String("ended")), peer.events.at(10).value(QLatin1String("receivedAt")));
    }

    void speaksTls() {
        if (QStandardPaths::findExecutable(QStringLiteral("openssl")).isEmpty())
            QSKIP("openssl is not installed");
        QTemporaryDir good, other;
        bool areMade = false;
        // The thread sanitizer sees no lock any more in a thread that has started a program.
        std::thread([&] { areMade = makeCertificate(good.path()) && makeCertificate(other.path()); }).join();
        QVERIFY(areMade);
        auto options = m_relay->options();
        options.certificatePem = contentOf(good.filePath(QStringLiteral("cert.pem")));
        options.privateKeyPem = contentOf(good.filePath(QStringLiteral("key.pem")));
        restart(options);
        QVERIFY(m_relay->server->url().startsWith(QLatin1String("relays://")));
        m_relay->addMails(m_relay->riverside, 0, 3000);
        Laptop laptop(m_folder.filePath(QStringLiteral("laptop.sqlite")));
        QVERIFY(laptop.open());
        const auto with = [](const QTemporaryDir& folder) -> QString {
            return QStringLiteral("/riverside?ca=") + folder.filePath(QStringLiteral("cert.pem"));
        };
        laptop.subscribe(port(), with(other), relaytest::token, QStringLiteral("relays"));
        QTRY_COMPARE(laptop.source->state().phase, SourceState::Phase::Refused);
        QVERIFY2(laptop.source->state().text.contains(QLatin1String("secure connection")),
                 qPrintable(laptop.source->state().text));
        QCOMPARE(laptop.count(), 0);
        laptop.subscribe(port(), with(good), relaytest::token, QStringLiteral("relays"));
        QTRY_COMPARE_WITH_TIMEOUT(laptop.count(), 3000, 30'000);
    }

    void metricsAreText() {
        RelayMetrics metrics;
        metrics.connections = {{QStringLiteral("a \"b\" \\"), 3, 4, 5}};
        metrics.trouble = EventStore::Trouble::DiskFull;
        metrics.relay = RelayServer::Figures();
        metrics.relay->subscribers = {{QStringLiteral("laptop"), QStringLiteral("a"), {}, {}, 1, 7, 0},
                                      {QStringLiteral("laptop"), QStringLiteral("a"), {}, {}, 1, 9, 0}};
        const QByteArray text = metrics.toPrometheus();
        QVERIFY(text.contains("meshwatch_events_stored{connection=\"a \\\"b\\\" \\\\\"} 3\n"));
        QVERIFY(text.contains("meshwatch_relay_subscribers{subscriber=\"laptop\",connection=\"a\"} 2\n"));
        QVERIFY(text.contains(
            "meshwatch_relay_subscriber_lag_events{subscriber=\"laptop\",connection=\"a\"} 9\n"));
        QVERIFY(text.contains("meshwatch_store_trouble 1\n"));
        QCOMPARE(metrics.troubles().size(), 1);
        metrics.trouble = EventStore::Trouble::None;
        QVERIFY(metrics.troubles().isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestRelayLoad)
#include "tst_relayload.moc"
