// SPDX-License-Identifier: MIT
#include "relaylaptop.h"
#include "relaypeer.h"

#include <QTcpServer>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QWebSocketServer>

using namespace meshwatch;
using relaytest::Laptop;
using relaytest::Relay;

namespace {

std::vector<QByteArray> bodies(const EventReader& reader, ConnectionId connection) {
    std::vector<QByteArray> list;
    EventReader::Selection selection;
    selection.connection = connection;
    selection.withBody = true;
    reader.visit(selection, [&](const EventReader::Glance& glance) {
        list.push_back(glance.body.toByteArray());
        return true;
    });
    return list;
}

} // namespace

/// A source that subscribes to a relay: what arrives in its store, and what it says when nothing can.
class TestRelayLink : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    std::unique_ptr<Relay> m_relay;
    std::unique_ptr<Laptop> m_laptop;
    int m_number = 0;

    [[nodiscard]] QString path(const char* name) const {
        return m_folder.filePath(QStringLiteral("%1-%2.sqlite").arg(QLatin1String(name)).arg(m_number));
    }
    [[nodiscard]] quint16 port() const { return m_relay->server->port(); }
    void compareStores() {
        const auto ours = m_laptop->reader();
        const auto theirs = EventReader::open(m_relay->store->path());
        QVERIFY(bodies(*ours, m_laptop->connection) == bodies(**theirs, m_relay->riverside));
    }

private Q_SLOTS:
    void init() {
        ++m_number;
        m_relay = std::make_unique<Relay>(path("relay"));
        m_laptop = std::make_unique<Laptop>(path("laptop"));
        QVERIFY(m_relay->start());
        QVERIFY(m_laptop->open());
    }
    void cleanup() {
        m_laptop.reset();
        m_relay.reset();
    }

    void storesWhatTheRelayHas() {
        m_relay->addMails(m_relay->riverside, 0, 1500);
        m_relay->addMails(m_relay->harbour, 0, 5);
        m_laptop->subscribe(port());
        QTRY_COMPARE_WITH_TIMEOUT(m_laptop->count(), 1500, 30'000);
        m_relay->addMails(m_relay->riverside, 1500, 100);
        QTRY_COMPARE_WITH_TIMEOUT(m_laptop->count(), 1600, 30'000);
        compareStores();
        const auto theirs = EventReader::open(m_relay->store->path());
        const auto event = m_laptop->reader()->event({1600});
        const auto original = (*theirs)->event((*theirs)->range().last);
        QVERIFY(event && original);
        QCOMPARE(event->row.receivedAt, original->row.receivedAt);
        QCOMPARE(event->correlationId, original->correlationId);
        QCOMPARE(event->arrivals.front().headers, original->arrivals.front().headers);
        QCOMPARE(event->arrivals.front().path, original->arrivals.front().path);
        QCOMPARE(event->arrivals.front().channel, Channel::Relay);
        QCOMPARE(m_laptop->source->state().phase, SourceState::Phase::Connected);
        QVERIFY(m_laptop->source->state().text.contains(QLatin1String("Riverside School")));
        QCOMPARE(m_laptop->source->figures().stored, 1600);
        QCOMPARE(m_laptop->source->figures().refused, 0);
    }

    /// Broken at any moment, by either side: each event once, in its order.
    void isCompleteAfterBreaks() {
        int added = 0;
        for (int round = 0; round < 8; ++round) {
            m_laptop->subscribe(port());
            m_relay->addMails(m_relay->riverside, added, 1000);
            added += 1000;
            QTRY_VERIFY_WITH_TIMEOUT(m_laptop->count() > added - 1000 + 100 * round, 30'000);
            if (round % 2 == 0) {
                m_laptop->source.reset();
            } else {
                const auto before = port();
                m_relay->server.reset();
                auto options = m_relay->options();
                options.port = before;
                QVERIFY(m_relay->start(options));
            }
        }
        m_laptop->subscribe(port());
        QTRY_COMPARE_WITH_TIMEOUT(m_laptop->count(), added, 60'000);
        compareStores();
    }

    void stopsSoon() {
        m_laptop->subscribe(port());
        QTRY_COMPARE(m_laptop->source->state().phase, SourceState::Phase::Connected);
        QTRY_COMPARE(m_relay->server->figures().subscribers.size(), size_t(1));
        m_laptop->source->stop();
        QTRY_COMPARE(m_relay->server->figures().subscribers.size(), size_t(0));
    }

    void filtersAtTheRelay() {
        for (int i = 0; i < 30; ++i)
            m_relay->add(m_relay->riverside, Relay::mail(i, i % 3 == 0 ? "consumption.requestReceived"
                                                                       : "transport.messageSent"));
        m_relay->store->flush();
        m_laptop->subscribe(port(), QStringLiteral("/riverside?filter=trigger:consumption.*"));
        QTRY_COMPARE(m_laptop->count(), 10);
        QTRY_COMPARE(m_relay->server->figures().eventsSent, 10);
    }

    void takesDataBodies() {
        m_relay->add(m_relay->riverside, "{\"id\":\"MSG1\"}", "transport.messageSent", Channel::Amqp);
        m_relay->store->flush();
        m_laptop->subscribe(port());
        QTRY_COMPARE(m_laptop->count(), 1);
        const auto event = m_laptop->reader()->event({1});
        QCOMPARE(event->row.trigger, QStringLiteral("transport.messageSent"));
        QCOMPARE(event->body, QByteArray("{\"id\":\"MSG1\"}"));
    }

    /// What the relay no longer keeps is a gap with its bounds.
    void filesAGapWhereTheRelayForgot() {
        m_relay->addMails(m_relay->riverside, 0, 10);
        m_laptop->subscribe(port());
        QTRY_COMPARE(m_laptop->count(), 10);
        const Micros last = m_laptop->reader()->event({10})->row.receivedAt;
        m_laptop->source.reset();
        m_relay->addMails(m_relay->riverside, 10, 100);
        Retention retention;
        retention.events = 20;
        const QObject here;
        bool isTrimmed = false;
        connect(m_relay->store.get(), &EventStore::trimmed, &here, [&isTrimmed] { isTrimmed = true; });
        m_relay->store->setRetention(retention);
        QTRY_VERIFY_WITH_TIMEOUT(isTrimmed, 30'000);
        m_laptop->subscribe(port());
        QTRY_COMPARE(m_laptop->count(), 30);
        QTRY_COMPARE(m_laptop->reader()->gaps(10).size(), size_t(1));
        const Gap gap = m_laptop->reader()->gaps(10).front();
        QCOMPARE(gap.reason, Gap::Reason::PositionLost);
        QCOMPARE(gap.channel, Channel::Relay);
        QCOMPARE(gap.began, last);
        QCOMPARE(gap.ended, m_laptop->reader()->event({11})->row.receivedAt);
        // Told once.
        m_laptop->source.reset();
        m_laptop->subscribe(port());
        QTRY_COMPARE(m_laptop->source->state().phase, SourceState::Phase::Connected);
        m_relay->addMails(m_relay->riverside, 200, 1);
        QTRY_COMPARE(m_laptop->count(), 31);
        QCOMPARE(m_laptop->reader()->gaps(10).size(), size_t(1));
    }

    /// Numbers of another store mean nothing; what was there before is not sent again.
    void findsItsPlaceInAnotherStore() {
        m_relay->addMails(m_relay->riverside, 0, 10);
        m_laptop->subscribe(port());
        QTRY_COMPARE(m_laptop->count(), 10);
        m_laptop->source.reset();
        m_relay = std::make_unique<Relay>(path("other"));
        QVERIFY(m_relay->start());
        m_relay->addMails(m_relay->riverside, 10, 5);
        m_laptop->subscribe(port());
        QTRY_COMPARE(m_laptop->count(), 15);
        // The address is another one by its port, so that it began anew: the position is of the address.
        QCOMPARE(m_laptop->reader()->gaps(10).size(), size_t(0));
    }

    void saysWhatIsWrong_data() {
        QTest::addColumn<QString>("rest");
        QTest::addColumn<QByteArray>("secret");
        QTest::addColumn<QString>("words");
        const QString riverside = QStringLiteral("/riverside");
        QTest::newRow("wrong token") << riverside << QByteArray("wrong")
                                     << QStringLiteral("does not take the token");
        QTest::newRow("no token") << riverside << QByteArray() << QStringLiteral("does not take the token");
        QTest::newRow("unknown connection")
            << QStringLiteral("/nowhere") << relaytest::token << QStringLiteral("no connection “nowhere”");
        QTest::newRow("bad filter") << QStringLiteral("/riverside?filter=since:nonsense") << relaytest::token
                                    << QStringLiteral("filter cannot be read");
    }
    void saysWhatIsWrong() {
        QFETCH(QString, rest);
        QFETCH(QByteArray, secret);
        QFETCH(QString, words);
        m_laptop->subscribe(port(), rest, secret);
        QTRY_COMPARE(m_laptop->source->state().phase, SourceState::Phase::Refused);
        const SourceState state = m_laptop->source->state();
        QVERIFY2(state.text.contains(words), qPrintable(state.text));
        QVERIFY(!state.advice.isEmpty());
        QVERIFY(!state.text.contains(QString::fromLatin1(relaytest::token)));
    }

    void looks() {
        m_relay->addMails(m_relay->riverside, 0, 3);
        m_laptop->subscribe(port());
        const auto settings = m_laptop->source->settings();
        m_laptop->source.reset();
        const auto good = EventSource::probe(settings);
        QTRY_VERIFY(good.isFinished());
        QVERIFY2(good.result().ok(), good.result() ? "" : qPrintable(good.result().error().text()));
        QVERIFY2(good.result()->contains(QLatin1String("Riverside School")) &&
                     good.result()->contains(QLatin1String("3")),
                 qPrintable(*good.result()));
        auto open = settings;
        open.address = *SourceAddress::parse(QStringLiteral("relay://relay.example.com/riverside"));
        const auto inClear = EventSource::probe(open);
        QTRY_VERIFY(inClear.isFinished());
        QCOMPARE(inClear.result().error().code, QStringLiteral("source.refused"));
        QVERIFY(inClear.result().error().advice.contains(QLatin1String("relays://")));
    }

    void knowsWhatIsNoRelay() {
        QTcpServer http;
        QVERIFY(http.listen(QHostAddress::LocalHost));
        connect(&http, &QTcpServer::newConnection, &http, [&] {
            QTcpSocket* const socket = http.nextPendingConnection();
            connect(socket, &QTcpSocket::readyRead, socket, [socket] {
                socket->write("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nhi");
                socket->disconnectFromHost();
            });
        });
        QWebSocketServer echo(QStringLiteral("echo"), QWebSocketServer::NonSecureMode);
        QVERIFY(echo.listen(QHostAddress::LocalHost));
        connect(&echo, &QWebSocketServer::newConnection, &echo, [&] {
            QWebSocket* const socket = echo.nextPendingConnection();
            connect(socket, &QWebSocket::textMessageReceived, socket, &QWebSocket::sendTextMessage);
        });
        for (const quint16 other : {http.serverPort(), echo.serverPort()}) {
            m_laptop->subscribe(other);
            QTRY_COMPARE(m_laptop->source->state().phase, SourceState::Phase::Refused);
            QVERIFY2(m_laptop->source->state().text.contains(QLatin1String("no relay")),
                     qPrintable(m_laptop->source->state().text));
        }
        QTcpServer gone;
        QVERIFY(gone.listen(QHostAddress::LocalHost));
        const quint16 closed = gone.serverPort();
        gone.close();
        m_laptop->subscribe(closed);
        QTRY_COMPARE(m_laptop->source->state().phase, SourceState::Phase::Waiting);
        QVERIFY(m_laptop->source->state().text.contains(QLatin1String("cannot be reached")));
    }
};

QTEST_GUILESS_MAIN(TestRelayLink)
#include "tst_relaylink.moc"
