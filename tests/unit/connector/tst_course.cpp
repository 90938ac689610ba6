// SPDX-License-Identifier: MIT
// The course of a call: repeating, cancelling, threads, ways out.
#include "awaiting.h"
#include "rawserver.h"

#include <QNetworkProxy>
#include <QThread>

using namespace meshwatch;
using namespace meshwatch::connector;

class TestCourse : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void repeatsSafeRequests_data();
    void repeatsSafeRequests();
    void neverRepeatsOthers_data();
    void neverRepeatsOthers();
    void cancelAborts();
    void cancelWhileWaitingForTheNextTry();
    void endsWithTheClient();
    void newSettingsEndCalls();
    void callsFromAnotherThread();
    void contextMayGo();
    void throughProxy_data();
    void throughProxy();
};

namespace {

const QByteArray emptyList = RawServer::answer(200, "{\"result\":[]}");

RawServer::Handler always(const QByteArray& answer) {
    return [answer](const RawServer::Request&, QTcpSocket* socket) { socket->write(answer); };
}

} // namespace

void TestCourse::repeatsSafeRequests_data() {
    QTest::addColumn<QList<int>>("statuses");
    QTest::addColumn<int>("tries");
    QTest::addColumn<int>("sent");
    QTest::addColumn<bool>("isGood");
    QTest::newRow("first time") << QList<int>{200} << 3 << 1 << true;
    QTest::newRow("503 once") << QList<int>{503, 200} << 3 << 2 << true;
    QTest::newRow("502, 504") << QList<int>{502, 504, 200} << 3 << 3 << true;
    QTest::newRow("too often") << QList<int>{503, 503, 503, 200} << 3 << 3 << false;
    QTest::newRow("one try only") << QList<int>{503, 200} << 1 << 1 << false;
    QTest::newRow("500 is final") << QList<int>{500, 200} << 3 << 1 << false;
    QTest::newRow("404 is final") << QList<int>{400, 200} << 3 << 1 << false;
    QTest::newRow("401 is final") << QList<int>{401, 200} << 3 << 1 << false;
}

void TestCourse::repeatsSafeRequests() {
    QFETCH(QList<int>, statuses);
    QFETCH(int, tries);
    QFETCH(int, sent);
    QFETCH(bool, isGood);
    qsizetype next = 0;
    RawServer server([&](const RawServer::Request&, QTcpSocket* socket) {
        const int status = statuses.at(next++);
        socket->write(status == 200 ? emptyList : RawServer::error(status, "error.x"));
    });
    auto settings = settingsFor(server.url());
    settings.repeating.tries = tries;
    ConnectorClient client(settings);
    auto future = client.messages().list();
    QVERIFY(comes(future));
    QCOMPARE(bool(future.result()), isGood);
    QCOMPARE(server.requests.size(), sent);
    for (const auto& request : server.requests)
        QCOMPARE(request.header("X-Correlation-ID"), server.requests.at(0).header("X-Correlation-ID"));
}

void TestCourse::neverRepeatsOthers_data() {
    QTest::addColumn<QByteArray>("answer");
    QTest::addColumn<QString>("expectedKind");
    QTest::newRow("503") << RawServer::error(503, "error.x") << QStringLiteral("connector");
    const QString network = QStringLiteral("network");
    QTest::newRow("502") << RawServer::answer(502, "<html>", "text/html") << network;
    // Qt would send it again by itself here.
    QTest::newRow("closed without an answer") << QByteArray() << network;
    QTest::newRow("closed in the head") << QByteArray("HTTP/1.1 20") << network;
    QTest::newRow("closed in the body")
        << QByteArray("HTTP/1.1 500 X\r\nContent-Length: 100\r\n\r\n{") << network;
}

void TestCourse::neverRepeatsOthers() {
    QFETCH(QByteArray, answer);
    QFETCH(QString, expectedKind);
    RawServer server([&](const RawServer::Request& request, QTcpSocket* socket) {
        if (request.method == "GET") {
            socket->write(emptyList);
            return;
        }
        socket->write(answer);
        socket->disconnectFromHost();
    });
    ConnectorClient client(settingsFor(server.url()));
    // Once on a fresh connection, once on one that is open already.
    auto fresh = client.account().sync();
    QVERIFY(comes(fresh));
    QVERIFY(!fresh.result());
    auto list = client.messages().list();
    QVERIFY(comes(list));
    auto reused = client.account().sync();
    QVERIFY(comes(reused));
    QVERIFY(!reused.result());
    QCOMPARE(kind(reused.result().error()), expectedKind);
    QTest::qWait(50); // a repeated one would come about now
    QCOMPARE(server.count("/api/core/v1/Account/Sync"), 2);
}

void TestCourse::cancelAborts() {
    QPointer<QTcpSocket> open;
    RawServer server([&](const RawServer::Request&, QTcpSocket* socket) { open = socket; });
    ConnectorClient client(settingsFor(server.url()));
    auto future = client.messages().list();
    QTRY_VERIFY(open);
    future.cancel();
    QVERIFY(comes(future));
    QCOMPARE(future.resultCount(), 0);
    QTRY_VERIFY(!open || open->state() == QAbstractSocket::UnconnectedState);
}

void TestCourse::cancelWhileWaitingForTheNextTry() {
    RawServer server(always(RawServer::error(503, "error.x")));
    auto settings = settingsFor(server.url());
    settings.repeating.firstPause = settings.repeating.longestPause = std::chrono::hours(1);
    ConnectorClient client(settings);
    auto future = client.messages().list();
    QTRY_COMPARE(server.requests.size(), 1);
    future.cancel();
    QVERIFY(comes(future));
}

void TestCourse::endsWithTheClient() {
    RawServer server([](const RawServer::Request&, QTcpSocket*) {});
    auto client = std::make_unique<ConnectorClient>(settingsFor(server.url()));
    auto future = client->messages().list();
    QTRY_COMPARE(server.requests.size(), 1);
    client.reset();
    QVERIFY(comes(future));
    QCOMPARE(kind(future.result().error()), QStringLiteral("cancelled"));
}

void TestCourse::newSettingsEndCalls() {
    RawServer silent([](const RawServer::Request&, QTcpSocket*) {});
    RawServer server(always(emptyList));
    ConnectorClient client(settingsFor(silent.url()));
    auto old = client.messages().list();
    auto unsent = client.messages().list();
    client.setSettings(settingsFor(server.url()));
    auto fresh = client.messages().list();
    QVERIFY(comes(old) && comes(unsent) && comes(fresh));
    QCOMPARE(kind(old.result().error()), QStringLiteral("cancelled"));
    QCOMPARE(kind(unsent.result().error()), QStringLiteral("cancelled"));
    QVERIFY(fresh.result());
}

void TestCourse::callsFromAnotherThread() {
    RawServer server(always(emptyList));
    ConnectorClient client(settingsFor(server.url()));
    QFuture<ConnectorResult<std::vector<Message>>> future;
    const std::unique_ptr<QThread> thread(QThread::create([&] { future = client.messages().list(); }));
    thread->start();
    QVERIFY(thread->wait());
    QVERIFY(comes(future));
    QVERIFY(future.result());
}

void TestCourse::contextMayGo() {
    RawServer server(always(emptyList));
    ConnectorClient client(settingsFor(server.url()));
    int called = 0;
    auto gone = std::make_unique<QObject>();
    auto first = client.messages().list();
    auto second = client.messages().list();
    auto third = client.messages().list();
    whenFinished(first, gone.get(), [&](const auto&) { ++called; });
    whenFinished(second, &client, [&](const auto& list) { called += list ? 10 : 100; });
    whenFinished(third, &client, [&](const auto&) { called += 1000; });
    gone.reset();
    third.cancel();
    QVERIFY(comes(first) && comes(second) && comes(third));
    QTRY_COMPARE(called, 10);
    second.cancel(); // late, and without harm
}

void TestCourse::throughProxy_data() {
    QTest::addColumn<ConnectorSettings::ProxyUse>("use");
    QTest::addColumn<bool>("isReached");
    QTest::newRow("given") << ConnectorSettings::ProxyUse::Custom << true;
    QTest::newRow("of the environment") << ConnectorSettings::ProxyUse::System << true;
    QTest::newRow("none") << ConnectorSettings::ProxyUse::None << false;
}

void TestCourse::throughProxy() {
    QFETCH(ConnectorSettings::ProxyUse, use);
    QFETCH(bool, isReached);
    RawServer proxy(always(emptyList));
    qputenv("http_proxy", proxy.url().toLatin1());
    auto settings = settingsFor(QStringLiteral("http://connector.invalid"));
    settings.proxyUse = use;
    settings.proxy = QNetworkProxy(QNetworkProxy::HttpProxy, QStringLiteral("127.0.0.1"),
                                   quint16(QUrl(proxy.url()).port()));
    settings.repeating.tries = 1;
    ConnectorClient client(settings);
    auto future = client.messages().list();
    QVERIFY(comes(future));
    qunsetenv("http_proxy");
    QCOMPARE(bool(future.result()), isReached);
    QCOMPARE(proxy.requests.size(), isReached ? 1 : 0);
    if (isReached)
        QCOMPARE(proxy.requests.at(0).target, QByteArray("http://connector.invalid/api/core/v1/Messages"));
}

QTEST_GUILESS_MAIN(TestCourse)
#include "tst_course.moc"
