// SPDX-License-Identifier: MIT
// Many deliveries: side by side within their bounds, for a time, and ended at any moment.
#include "deliveries.h"
#include "rawserver.h"

#include <QElapsedTimer>

using namespace meshwatch;
using namespace deliveries;

namespace {

/// Answers when told to.
struct HeldServer {
    QList<QPointer<QTcpSocket>> held;
    RawServer server{[this](const RawServer::Request&, QTcpSocket* socket) { held.append(socket); }};

    void answerAll() {
        for (const auto& socket : std::exchange(held, {})) {
            if (socket)
                socket->write(RawServer::answer(204, {}));
        }
    }
};

void answer204(const RawServer::Request&, QTcpSocket* socket) { socket->write(RawServer::answer(204, {})); }

} // namespace

class TestDeliveryLoad : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void parallelIsBounded();
    void nothingToDo();
    void twoRunsAtOnce();
    void cancel();
    void cancelBeforeToken();
    void cancelWhileConnecting();
    void destroyed();
    void load();
    void loadWithFailures();
    void loadIsBoundedBySlowTarget();
    void cancelLoad();
    void closedConnectionIsNotTriedAgain();
};

void TestDeliveryLoad::parallelIsBounded() {
    HeldServer held;
    DeliveryTest test;
    QSignalSpy finished(&test, &DeliveryTest::finished);
    QSignalSpy done(&test, &DeliveryTest::done);
    test.deliver(std::vector<DeliveryTest::Job>(9, job(target(held.server.url()))), 3);
    QVERIFY(test.isRunning());
    for (int answered = 0; answered < 9; answered += 3) {
        QTRY_COMPARE(held.held.size(), 3);
        QCOMPARE(held.server.requests.size(), answered + 3);
        held.answerAll();
        QTRY_COMPARE(finished.size(), answered + 3);
    }
    QTRY_COMPARE(done.size(), 1);
    QVERIFY(!test.isRunning());
}

void TestDeliveryLoad::nothingToDo() {
    DeliveryTest test;
    QVERIFY(all(test, {}).empty());
}

void TestDeliveryLoad::twoRunsAtOnce() {
    HeldServer held;
    DeliveryTest test;
    QSignalSpy finished(&test, &DeliveryTest::finished);
    QSignalSpy done(&test, &DeliveryTest::done);
    test.deliver({job(target(held.server.url()))});
    test.deliver({job(target(held.server.url()))});
    QTRY_COMPARE(held.held.size(), 2);
    held.answerAll();
    QTRY_COMPARE(done.size(), 1);
    QCOMPARE(finished.size(), 2);
}

void TestDeliveryLoad::cancel() {
    HeldServer held;
    DeliveryTest test;
    QList<DeliveryResult> results;
    connect(&test, &DeliveryTest::finished, &test,
            [&](const DeliveryResult& result) { results.append(result); });
    QSignalSpy done(&test, &DeliveryTest::done);
    test.deliver(std::vector<DeliveryTest::Job>(9, job(target(held.server.url()))), 2);
    QTRY_COMPARE(held.held.size(), 2);
    test.cancel();
    QTRY_COMPARE(done.size(), 1);
    QVERIFY(!test.isRunning());
    QCOMPARE(results.size(), 2); // those under way
    QCOMPARE(results.first().failure, QStringLiteral("cancelled"));
    QCOMPARE(held.server.requests.size(), 2);
    QTRY_VERIFY(std::all_of(
        held.held.begin(), held.held.end(), // closed, not left open
        [](const auto& socket) { return !socket || socket->state() == QAbstractSocket::UnconnectedState; }));
    held.held.clear();
    // It can be used again.
    test.deliver({job(target(held.server.url()))});
    QTRY_COMPARE(held.held.size(), 1);
    held.answerAll();
    QTRY_COMPARE(done.size(), 2);
    QVERIFY(results.last().isDelivered);
}

void TestDeliveryLoad::cancelBeforeToken() {
    HeldServer held;
    DeliveryTest test;
    QList<DeliveryResult> results;
    connect(&test, &DeliveryTest::finished, &test,
            [&](const DeliveryResult& result) { results.append(result); });
    QSignalSpy done(&test, &DeliveryTest::done);
    const ConfigJson authentication{{"type", "OAuth2"},
                                    {"accessTokenUrl", held.server.url().toStdString()},
                                    {"clientId", "id"},
                                    {"clientSecret", "secret"}};
    test.deliver(std::vector<DeliveryTest::Job>(3, job(target(held.server.url(), authentication))), 2);
    QTRY_COMPARE(held.held.size(), 1); // both wait for the same
    test.cancel();
    QTRY_COMPARE(done.size(), 1);
    QCOMPARE(results.size(), 2);
    QCOMPARE(results.first().failure, QStringLiteral("cancelled"));
    QVERIFY2(results.first().explanation.contains(QLatin1String("not sent")),
             qPrintable(results.first().explanation));
}

void TestDeliveryLoad::cancelWhileConnecting() {
    // A listener that takes nothing: its queue is full after some, and further connections hang.
    QTcpServer full;
    full.setMaxPendingConnections(1);
    QVERIFY(full.listen(QHostAddress::LocalHost));
    DeliveryTest test;
    QSignalSpy done(&test, &DeliveryTest::done);
    const auto url = QStringLiteral("http://127.0.0.1:%1/").arg(full.serverPort());
    test.deliver(std::vector<DeliveryTest::Job>(64, job(target(url))), 64);
    test.cancel();
    QTRY_COMPARE(done.size(), 1);
}

void TestDeliveryLoad::destroyed() {
    HeldServer held;
    auto test = std::make_unique<DeliveryTest>();
    test->deliver(std::vector<DeliveryTest::Job>(4, job(target(held.server.url()))));
    QTRY_COMPARE(held.held.size(), 4);
    test->load(job(target(held.server.url())), 10, std::chrono::seconds(60));
    test.reset(); // returns although nothing was answered
    QTRY_VERIFY(std::none_of(held.held.begin(), held.held.end(), [](const auto& socket) {
        return socket && socket->state() == QAbstractSocket::ConnectedState;
    }));
    // Nor does a name hold it up for which no answer came yet.
    test = std::make_unique<DeliveryTest>();
    test->deliver({job(target(QStringLiteral("http://nobody.invalid/")))});
    test.reset();
}

void TestDeliveryLoad::load() {
    RawServer server(answer204);
    DeliveryTest test;
    QSignalSpy finished(&test, &DeliveryTest::finished);
    QSignalSpy done(&test, &DeliveryTest::done);
    DeliveryTest::LoadFigures last;
    int told = 0;
    connect(&test, &DeliveryTest::loadProgress, &test, [&](const DeliveryTest::LoadFigures& figures) {
        last = figures;
        ++told;
    });
    test.load(job(target(server.url())), 100, std::chrono::seconds(2));
    QTRY_COMPARE_WITH_TIMEOUT(done.size(), 1, 60'000);
    QCOMPARE(last.sent + last.skipped, 200);
    QCOMPARE(last.delivered, last.sent);
    QCOMPARE(last.failed, 0);
    QCOMPARE(server.requests.size(), last.sent);
    QVERIFY(told <= 60'000 / 100);
    QVERIFY(last.median.count() > 0);
    QVERIFY(last.median <= last.p99);
    QVERIFY(last.p99 <= last.slowest);
    QVERIFY(finished.isEmpty());
    QVERIFY2(server.connections < 100, qPrintable(QString::number(server.connections))); // kept between
}

void TestDeliveryLoad::loadWithFailures() {
    RawServer server(
        [](const RawServer::Request&, QTcpSocket* socket) { socket->write(RawServer::answer(500, {})); });
    DeliveryTest test;
    QSignalSpy done(&test, &DeliveryTest::done);
    DeliveryTest::LoadFigures last;
    connect(&test, &DeliveryTest::loadProgress, &test, [&](const auto& figures) { last = figures; });
    test.load(job(target(server.url())), 10, std::chrono::seconds(1));
    QTRY_COMPARE_WITH_TIMEOUT(done.size(), 1, 60'000);
    QCOMPARE(last.sent, 10);
    QCOMPARE(last.failed, 10);
    QVERIFY2(last.firstFailure.contains(QLatin1String("500")), qPrintable(last.firstFailure));
}

void TestDeliveryLoad::loadIsBoundedBySlowTarget() {
    HeldServer held;
    DeliveryTest test;
    QSignalSpy done(&test, &DeliveryTest::done);
    DeliveryTest::LoadFigures last;
    connect(&test, &DeliveryTest::loadProgress, &test, [&](const auto& figures) { last = figures; });
    test.load(job(target(held.server.url())), 200, std::chrono::seconds(1));
    QTRY_COMPARE_WITH_TIMEOUT(last.skipped, 200 - 64, 60'000);
    QCOMPARE(last.sent, 64);
    QTRY_COMPARE(held.held.size(), 64);
    held.answerAll();
    QTRY_COMPARE(done.size(), 1);
    QCOMPARE(last.delivered, 64);
}

void TestDeliveryLoad::cancelLoad() {
    RawServer server(answer204);
    DeliveryTest test;
    QSignalSpy done(&test, &DeliveryTest::done);
    test.load(job(target(server.url())), 50, std::chrono::seconds(300));
    QTRY_VERIFY(server.requests.size() > 3);
    test.cancel();
    QTRY_COMPARE(done.size(), 1);
    QVERIFY(!test.isRunning());
}

void TestDeliveryLoad::closedConnectionIsNotTriedAgain() {
    // The first request on a connection is answered; the second finds it closed.
    QHash<QTcpSocket*, int> count;
    RawServer server([&count](const RawServer::Request&, QTcpSocket* socket) {
        if (++count[socket] == 1)
            socket->write(RawServer::answer(204, {}));
        else
            socket->abort();
    });
    DeliveryTest test;
    QSignalSpy done(&test, &DeliveryTest::done);
    DeliveryTest::LoadFigures last;
    connect(&test, &DeliveryTest::loadProgress, &test, [&](const auto& figures) { last = figures; });
    test.load(job(target(server.url())), 10, std::chrono::seconds(1));
    QTRY_COMPARE_WITH_TIMEOUT(done.size(), 1, 60'000);
    QCOMPARE(server.requests.size(), last.sent);
    QVERIFY(last.failed > 0);
}

QTEST_GUILESS_MAIN(TestDeliveryLoad)
#include "tst_deliveryload.moc"
