// SPDX-License-Identifier: MIT
#include "awaiting.h"
#include "rawserver.h"

using namespace meshwatch;
using namespace meshwatch::connector;

using Step = ConnectorProbe::Step;
using Outcome = ConnectorProbe::Outcome;

namespace {

/// A Connector as the recordings show one; answers can be replaced by path.
class Lab {
public:
    Lab()
        : server([this](const RawServer::Request& request, QTcpSocket* socket) {
            socket->write(answers.value(request.path(), RawServer::answer(200, "{\"result\":[]}")));
        }) {
        answers["/health"] = RawServer::answer(
            200, R"({"isHealthy":true,"services":{"database":"healthy","backboneConnection":"healthy"}})");
        answers["/Monitoring/Version"] =
            RawServer::answer(200, R"({"version":"7.4.1","runtimeVersion":"7.5.11"})");
        answers["/api/core/v1/Account/IdentityInfo"] = RawServer::answer(
            200, R"({"result":{"address":"did:e:localhost:dids:9816","publicKey":"eyJw"}})");
        answers["/api/core/v1/Account/SyncInfo"] = RawServer::answer(
            200, R"({"result":{"lastSyncRun":{"completedAt":"2026-11-23T21:47:16.927Z"}}})");
        answers["/api/core/v1/Attributes/Own/Identity"] = RawServer::answer(
            200,
            R"({"result":[{"@type":"OwnIdentityAttribute","id":"ATT1","createdAt":"2026-11-23T21:47:40.998Z",)"
            R"("content":{"@type":"IdentityAttribute","value":{"@type":"DisplayName","value":"Lab A"}}}]})");
    }

    [[nodiscard]] ConnectorProbe probe() {
        ConnectorClient client(settingsFor(server.url()));
        auto future = client.probe();
        if (!comes(future))
            qFatal("the probe never ended");
        return future.result();
    }

    QHash<QByteArray, QByteArray> answers;
    RawServer server;
};

const QByteArray closed = RawServer::error(403, "error.connector.forbidden");

} // namespace

class TestProbe : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void allGood();
    void limitedKey();
    void keyForMessagesOnly();
    void stops_data();
    void stops();
    void unhealthy();
    void selfBuilt();
    void nothingThere();
    void cancels();
};

void TestProbe::allGood() {
    Lab lab;
    const auto probe = lab.probe();
    QVERIFY(probe.isUsable());
    QVERIFY(!probe.failure());
    QVERIFY(probe.isHealthy);
    QCOMPARE(probe.services.size(), size_t(2));
    QCOMPARE(probe.version, QStringLiteral("7.4.1"));
    QCOMPARE(probe.runtimeVersion, QStringLiteral("7.5.11"));
    QCOMPARE(probe.address, QStringLiteral("did:e:localhost:dids:9816"));
    QCOMPARE(probe.publicKey, QStringLiteral("eyJw"));
    QCOMPARE(probe.displayName, QStringLiteral("Lab A"));
    QCOMPARE(probe.lastSync.toIso(), QStringLiteral("2026-11-23T21:47:16.927Z"));
    QVERIFY(probe.closedScopes.isEmpty());
    for (const auto& step : probe.steps)
        QCOMPARE(step.outcome, Outcome::Good);
    // No list is asked for as a whole.
    for (const auto& request : lab.server.requests)
        QVERIFY2(request.path() != "/api/core/v1/Messages" || request.target.contains("createdAt="),
                 request.target);
}

void TestProbe::limitedKey() {
    Lab lab;
    lab.answers["/Monitoring/Version"] = closed;
    lab.answers["/api/core/v1/Messages"] = closed;
    lab.answers["/api/core/v1/Attributes/Own/Identity"] = closed;
    const auto probe = lab.probe();
    QVERIFY(probe.isUsable());
    QVERIFY(!probe.failure());
    QCOMPARE(probe.address, QStringLiteral("did:e:localhost:dids:9816"));
    QCOMPARE(probe.closedScopes,
             QStringList({QStringLiteral("core:attributes"), QStringLiteral("core:messages"),
                          QStringLiteral("monitoring:version")}));
    QCOMPARE(probe.result(Step::Version).outcome, Outcome::Closed);
    QCOMPARE(probe.result(Step::DisplayName).outcome, Outcome::Closed);
    QCOMPARE(probe.result(Step::Scopes).outcome, Outcome::Closed);
}

void TestProbe::keyForMessagesOnly() {
    Lab lab;
    for (auto it = lab.answers.begin(); it != lab.answers.end(); ++it) {
        if (it.key() != "/health")
            it.value() = closed;
    }
    for (const auto* path : {"Requests/Incoming", "Requests/Outgoing", "Files", "RelationshipTemplates",
                             "Tokens/Own", "Relationships"})
        lab.answers[QByteArray("/api/core/v1/") + path] = closed;
    const auto probe = lab.probe();
    QVERIFY(probe.isUsable());
    QVERIFY(!probe.closedScopes.contains(QLatin1String("core:messages")));
    QCOMPARE(probe.closedScopes.size(), 9);
}

void TestProbe::stops_data() {
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QByteArray>("answer");
    QTest::addColumn<int>("failedStep");
    QTest::addColumn<QString>("expectedKind");
    QTest::addColumn<int>("requests");
    const QByteArray html = RawServer::answer(200, "<html><title>Router</title>", "text/html");
    QTest::newRow("web page") << QByteArray("/health") << html << int(Step::Reach)
                              << QStringLiteral("notJson") << 1;
    QTest::newRow("no health at all") << QByteArray("/health") << RawServer::answer(200, "{}")
                                      << int(Step::Reach) << QStringLiteral("wrongType") << 1;
    QTest::newRow("health forbidden")
        << QByteArray("/health") << RawServer::error(403, "error.connector.forbidden") << int(Step::Reach)
        << QStringLiteral("forbidden") << 1;
    QTest::newRow("wrong key") << QByteArray("/Monitoring/Version")
                               << RawServer::error(401, "error.connector.unauthorized") << int(Step::Version)
                               << QStringLiteral("unauthorized") << 2;
    QTest::newRow("version 6") << QByteArray("/Monitoring/Version")
                               << RawServer::answer(200, R"({"version":"6.7.0"})") << int(Step::Version)
                               << QStringLiteral("tooOld") << 2;
    QTest::newRow("identity of wrong type") << QByteArray("/api/core/v1/Account/IdentityInfo")
                                            << RawServer::answer(200, R"({"result":{"address":1}})")
                                            << int(Step::Identity) << QStringLiteral("wrongType") << 3;
}

void TestProbe::stops() {
    QFETCH(QByteArray, path);
    QFETCH(QByteArray, answer);
    QFETCH(int, failedStep);
    QFETCH(QString, expectedKind);
    QFETCH(int, requests);
    Lab lab;
    lab.answers[path] = answer;
    const auto probe = lab.probe();
    QVERIFY(!probe.isUsable());
    QVERIFY(probe.failure());
    QCOMPARE(kind(*probe.failure()), expectedKind);
    QVERIFY2(!probe.failure()->advice.contains(QLatin1String("include .")),
             qPrintable(probe.failure()->advice));
    for (const auto& step : probe.steps) {
        const auto expected = int(step.step) < failedStep    ? Outcome::Good
                              : int(step.step) == failedStep ? Outcome::Failed
                                                             : Outcome::NotTried;
        QCOMPARE(step.outcome, expected);
    }
    QCOMPARE(lab.server.requests.size(), requests);
}

void TestProbe::unhealthy() {
    Lab lab;
    lab.answers["/health"] =
        RawServer::answer(500, R"({"isHealthy":false,"services":{"backboneConnection":"unhealthy"}})");
    const auto probe = lab.probe();
    QVERIFY(probe.isUsable());
    QVERIFY(!probe.isHealthy);
    QCOMPARE(probe.services.front().name, QStringLiteral("backboneConnection"));
}

void TestProbe::selfBuilt() {
    Lab lab;
    lab.answers["/Monitoring/Version"] =
        RawServer::answer(200, R"({"version":"{{version}}","runtimeVersion":"{{version}}"})");
    const auto probe = lab.probe();
    QVERIFY(probe.isUsable());
    QVERIFY(probe.version.isEmpty());
    QVERIFY(probe.runtimeVersion.isEmpty());
}

void TestProbe::nothingThere() {
    QTcpServer gone;
    QVERIFY(gone.listen(QHostAddress::LocalHost));
    const quint16 port = gone.serverPort();
    gone.close();
    ConnectorClient client(settingsFor(QStringLiteral("http://127.0.0.1:%1").arg(port)));
    auto future = client.probe();
    QVERIFY(comes(future));
    QVERIFY(!future.result().isUsable());
    QCOMPARE(kind(*future.result().failure()), QStringLiteral("network"));
    QCOMPARE(future.result().result(Step::Reach).outcome, Outcome::Failed);
}

void TestProbe::cancels() {
    QPointer<QTcpSocket> open;
    RawServer server([&](const RawServer::Request&, QTcpSocket* socket) { open = socket; });
    ConnectorClient client(settingsFor(server.url()));
    auto future = client.probe();
    QTRY_VERIFY(open);
    future.cancel();
    QVERIFY(comes(future));
    QTRY_VERIFY(!open || open->state() == QAbstractSocket::UnconnectedState);
}

QTEST_GUILESS_MAIN(TestProbe)
#include "tst_probe.moc"
