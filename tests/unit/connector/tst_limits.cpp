// SPDX-License-Identifier: MIT
// Time, size and broken connections.
#include "awaiting.h"
#include "rawserver.h"

#include <QTimer>

using namespace meshwatch;
using namespace meshwatch::connector;

class TestLimits : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void timesOut_data();
    void timesOut();
    void longestRequestEndsADripping();
    void slowButSteadyArrives();
    void tooLarge_data();
    void tooLarge();
    void tooLargeStopsTheServer();
    void justFits();
    void unpackedSizeCounts();
    void dropped_data();
    void dropped();
    void manyAtOnce();
};

namespace {

ConnectorResult<std::vector<Message>> ask(const ConnectorSettings& settings) {
    ConnectorClient client(settings);
    auto future = client.messages().list();
    if (!comes(future))
        qFatal("the call never ended");
    return future.result();
}

ConnectorSettings once(const RawServer& server) {
    auto settings = settingsFor(server.url());
    settings.repeating.tries = 1;
    return settings;
}

const QByteArray head = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n";

} // namespace

void TestLimits::timesOut_data() {
    QTest::addColumn<QByteArray>("sent");
    QTest::newRow("silence") << QByteArray();
    QTest::newRow("silence after the head") << head + "Content-Length: 100\r\n\r\n";
    QTest::newRow("silence in the body") << head + "Content-Length: 100\r\n\r\n{\"result\":";
    QTest::newRow("silence in a chunk") << head + "Transfer-Encoding: chunked\r\n\r\n10\r\n{\"res";
}

void TestLimits::timesOut() {
    QFETCH(QByteArray, sent);
    RawServer server([&](const RawServer::Request&, QTcpSocket* socket) { socket->write(sent); });
    auto settings = settingsFor(server.url());
    settings.timeout = std::chrono::milliseconds(100);
    const auto result = ask(settings);
    QVERIFY(!result);
    QCOMPARE(kind(result.error()), QStringLiteral("timedOut"));
    QCOMPARE(server.requests.size(), 1); // waited for once, not three times
}

void TestLimits::longestRequestEndsADripping() {
    RawServer server([](const RawServer::Request&, QTcpSocket* socket) {
        socket->write(head + "Content-Length: 1000000\r\n\r\n");
        auto* drip = new QTimer(socket);
        connect(drip, &QTimer::timeout, socket, [socket] { socket->write(" "); });
        drip->start(10);
    });
    auto settings = once(server);
    settings.timeout = std::chrono::milliseconds(200);
    settings.longestRequest = std::chrono::milliseconds(600);
    const auto result = ask(settings);
    QVERIFY(!result);
    QCOMPARE(kind(result.error()), QStringLiteral("timedOut"));
}

void TestLimits::slowButSteadyArrives() {
    // Takes longer than the time-out in all, but is never silent for so long.
    RawServer server([](const RawServer::Request&, QTcpSocket* socket) {
        const QByteArray body = "{\"result\":[]}" + QByteArray(27, ' ');
        socket->write(head + "Content-Length: " + QByteArray::number(body.size()) + "\r\n\r\n");
        auto* drip = new QTimer(socket);
        const auto next = std::make_shared<qsizetype>(0);
        connect(drip, &QTimer::timeout, socket, [=] {
            socket->write(body.mid(*next, 1));
            if (++*next == body.size())
                drip->stop();
        });
        drip->start(50);
    });
    auto settings = once(server);
    settings.timeout = std::chrono::milliseconds(1000);
    QVERIFY(ask(settings));
}

void TestLimits::tooLarge_data() {
    QTest::addColumn<QByteArray>("answer");
    const QByteArray body = "{\"result\":[]}" + QByteArray(2000, ' ');
    QTest::newRow("announced") << RawServer::answer(200, body);
    QTest::newRow("announced only") << head + "Content-Length: 100000000000\r\n\r\n{";
    QTest::newRow("chunked") << head + "Transfer-Encoding: chunked\r\n\r\n7dd\r\n" + body + "\r\n0\r\n\r\n";
    QTest::newRow("until closed") << head + "\r\n" + body;
    QTest::newRow("an error") << RawServer::answer(500, body);
}

void TestLimits::tooLarge() {
    QFETCH(QByteArray, answer);
    RawServer server([&](const RawServer::Request&, QTcpSocket* socket) { socket->write(answer); });
    auto settings = settingsFor(server.url());
    settings.maxResponseBytes = 1000;
    const auto result = ask(settings);
    QVERIFY(!result);
    QCOMPARE(kind(result.error()), QStringLiteral("tooLarge"));
    QVERIFY(!result.error().advice.isEmpty());
    QCOMPARE(server.requests.size(), 1);
}

void TestLimits::tooLargeStopsTheServer() {
    // A server that would send for ever is cut off soon after the limit.
    qint64 written = 0;
    RawServer server([&](const RawServer::Request&, QTcpSocket* socket) {
        socket->write(head + "\r\n");
        const auto more = [&written, socket] {
            written += socket->bytesToWrite() < 65536 ? socket->write(QByteArray(65536, ' ')) : 0;
        };
        connect(socket, &QTcpSocket::bytesWritten, socket, more);
        more();
    });
    auto settings = once(server);
    settings.maxResponseBytes = 1'000'000;
    const auto result = ask(settings);
    QVERIFY(!result);
    QCOMPARE(kind(result.error()), QStringLiteral("tooLarge"));
    QVERIFY2(written < 50'000'000, qPrintable(QString::number(written)));
}

void TestLimits::justFits() {
    const QByteArray body = "{\"result\":[]}" + QByteArray(987, ' ');
    RawServer server(
        [&](const RawServer::Request&, QTcpSocket* socket) { socket->write(RawServer::answer(200, body)); });
    auto settings = once(server);
    settings.maxResponseBytes = 1000;
    QCOMPARE(body.size(), 1000);
    QVERIFY(ask(settings));
}

void TestLimits::unpackedSizeCounts() {
    // 20 MB of blanks, deflated to 20 kB. Qt's zlib format has four bytes in front that HTTP does not.
    const QByteArray packed = qCompress(QByteArray(20'000'000, ' '), 9).mid(4);
    RawServer server([&](const RawServer::Request&, QTcpSocket* socket) {
        socket->write(RawServer::answer(200, packed, "application/json", "Content-Encoding: deflate\r\n"));
    });
    auto settings = once(server);
    settings.maxResponseBytes = 1'000'000;
    const auto result = ask(settings);
    QVERIFY(!result);
    QCOMPARE(kind(result.error()), QStringLiteral("tooLarge"));
}

void TestLimits::dropped_data() {
    QTest::addColumn<QByteArray>("sent");
    QTest::addColumn<QString>("expectedKind");
    QTest::newRow("before the answer") << QByteArray() << QStringLiteral("network");
    QTest::newRow("in the head") << QByteArray("HTTP/1.1 200 OK\r\nCont") << QStringLiteral("network");
    QTest::newRow("before the body") << head + "Content-Length: 100\r\n\r\n" << QStringLiteral("network");
    QTest::newRow("in the body") << head + "Content-Length: 100\r\n\r\n{\"result\":["
                                 << QStringLiteral("network");
    QTest::newRow("in a chunk") << head + "Transfer-Encoding: chunked\r\n\r\n64\r\n{\"result\":["
                                << QStringLiteral("network");
    QTest::newRow("between chunks") << head + "Transfer-Encoding: chunked\r\n\r\nb\r\n{\"result\":[\r\n"
                                    << QStringLiteral("network");
    // Without a length the close is the end, so only the JSON can tell.
    QTest::newRow("without a length") << head + "\r\n{\"result\":[" << QStringLiteral("notJson");
}

void TestLimits::dropped() {
    QFETCH(QByteArray, sent);
    QFETCH(QString, expectedKind);
    RawServer server([&](const RawServer::Request&, QTcpSocket* socket) {
        socket->write(sent);
        socket->disconnectFromHost();
    });
    const auto result = ask(once(server));
    QVERIFY(!result);
    QCOMPARE(kind(result.error()), expectedKind);
    // A read that broke is tried again, and then it works.
    int left = 1;
    RawServer recovering([&](const RawServer::Request&, QTcpSocket* socket) {
        if (left-- > 0 && expectedKind == QLatin1String("network")) {
            socket->write(sent);
            socket->disconnectFromHost();
            return;
        }
        socket->write(RawServer::answer(200, "{\"result\":[]}"));
    });
    QVERIFY(ask(settingsFor(recovering.url())));
}

void TestLimits::manyAtOnce() {
    // More calls than connections, each as long as the time-out: waiting for one's turn does not count.
    RawServer server([](const RawServer::Request&, QTcpSocket* socket) {
        QTimer::singleShot(300, socket,
                           [socket] { socket->write(RawServer::answer(200, "{\"result\":[]}")); });
    });
    auto settings = once(server);
    settings.timeout = std::chrono::milliseconds(1500);
    ConnectorClient client(settings);
    std::vector<QFuture<ConnectorResult<std::vector<Message>>>> futures;
    for (int i = 0; i < 48; ++i)
        futures.push_back(client.messages().list());
    futures.at(7).cancel();
    for (const auto& future : futures)
        QVERIFY(comes(future));
    for (size_t i = 0; i < futures.size(); ++i) {
        if (i != 7)
            QVERIFY2(futures.at(i).result(), qPrintable(QString::number(i)));
    }
    QVERIFY2(server.connections <= 6, qPrintable(QString::number(server.connections)));
}

QTEST_GUILESS_MAIN(TestLimits)
#include "tst_limits.moc"
