// SPDX-License-Identifier: MIT
// Calls that change something: sent once, and it is said whether they may have been done all the same.
#include "awaiting.h"
#include "rawserver.h"

#include <meshwatch/connector/limits.h>

#include <QJsonDocument>
#include <QNetworkProxy>

using namespace meshwatch;
using namespace meshwatch::connector;

class TestDoubt : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void answers_data();
    void answers();
    void brokenConnections_data();
    void brokenConnections();
    void silence();
    void beforeItLeaves_data();
    void beforeItLeaves();
    void handshakeThatNeverComes();
    void closedWhileTheBodyIsUnderWay();
    void clientGoesAway();
    void readingIsNeverInDoubt();
    void tooLargeIsNotSent();
    void justFits();
    void isSaid();
};

namespace {

using Handler = RawServer::Handler;

Handler always(const QByteArray& answer) {
    return [answer](const RawServer::Request&, QTcpSocket* socket) { socket->write(answer); };
}

/// Each call that changes something goes through these two: with a body and without.
ConnectorError send(ConnectorClient& client) {
    auto future = client.messages().send(MessageDraft::arbitrary({QStringLiteral("did:e:x")}, 1));
    if (!comes(future) || future.result())
        qFatal("the call did not fail");
    return future.result().error();
}

ConnectorError decompose(ConnectorClient& client) {
    auto future = client.relationships().decompose(QStringLiteral("REL1"));
    if (!comes(future) || future.result())
        qFatal("the call did not fail");
    return future.result().error();
}

quint16 freePort() {
    QTcpServer server;
    if (!server.listen(QHostAddress::LocalHost))
        qFatal("the test cannot listen");
    return server.serverPort();
}

} // namespace

void TestDoubt::answers_data() {
    QTest::addColumn<QByteArray>("answer");
    QTest::addColumn<bool>("isInDoubt");
    const QByteArray page = "<!DOCTYPE html><html><head><title>Oops</title></head></html>";
    const auto row = [](const char* name, const QByteArray& answer, bool isInDoubt) {
        QTest::newRow(name) << answer << isInDoubt;
    };
    row("400", RawServer::error(400, "error.runtime.validation.invalidPropertyValue"), false);
    row("401", RawServer::error(401, "error.connector.unauthorized"), false);
    row("403", RawServer::error(403, "error.connector.forbidden"), false);
    row("404", RawServer::error(404, "error.runtime.recordNotFound"), false);
    row("409 of the Backbone", RawServer::error(409, "error.platform.conflict"), false);
    row("500 unexpected", RawServer::error(500, "error.connector.unexpected"), true);
    row("500 Backbone", RawServer::error(500, "error.platform.unexpected"), true);
    row("401 of a proxy", RawServer::answer(401, page, "text/html"), false);
    row("403 of a proxy", RawServer::answer(403, page, "text/html"), false);
    row("413 of a proxy", RawServer::answer(413, page, "text/html"), false);
    row("408 of a proxy", RawServer::answer(408, page, "text/html"), true);
    row("500 page", RawServer::answer(500, page, "text/html"), true);
    row("502", RawServer::answer(502, page, "text/html"), true);
    row("503", RawServer::answer(503, "", "text/html"), true);
    row("504", RawServer::answer(504, page, "text/html"), true);
    row("to a login page", RawServer::answer(302, "", "text/html", "Location: https://x.example/\r\n"),
        false);
    row("200 page", RawServer::answer(200, page, "text/html"), true);
}

void TestDoubt::answers() {
    QFETCH(QByteArray, answer);
    QFETCH(bool, isInDoubt);
    RawServer server(always(answer));
    ConnectorClient client(settingsFor(server.url()));
    const ConnectorError sent = send(client);
    QCOMPARE(sent.isInDoubt, isInDoubt);
    QCOMPARE(decompose(client).isInDoubt, isInDoubt);
    QTest::qWait(50); // a repeated one would come about now
    QCOMPARE(server.count("/api/core/v1/Messages"), 1);
    QCOMPARE(server.count("/api/core/v1/Relationships/REL1"), 1);
}

void TestDoubt::brokenConnections_data() {
    QTest::addColumn<QByteArray>("answer");
    QTest::newRow("closed without an answer") << QByteArray();
    QTest::newRow("closed in the head") << QByteArray("HTTP/1.1 20");
    QTest::newRow("closed in the body") << QByteArray("HTTP/1.1 201 X\r\nContent-Length: 100\r\n\r\n{");
    QTest::newRow("no HTTP") << QByteArray("SSH-2.0-OpenSSH_9.2p1\r\n\r\n");
    QTest::newRow("cut JSON") << RawServer::answer(201, "{\"result\":{\"id\":\"MSG");
    QTest::newRow("another type") << RawServer::answer(201, "{\"result\":{}}");
}

void TestDoubt::brokenConnections() {
    QFETCH(QByteArray, answer);
    RawServer server([&](const RawServer::Request& request, QTcpSocket* socket) {
        if (request.method == "GET") {
            socket->write(RawServer::answer(200, "{\"result\":[]}"));
            return;
        }
        socket->write(answer);
        socket->disconnectFromHost();
    });
    ConnectorClient client(settingsFor(server.url()));
    QVERIFY(send(client).isInDoubt);
    auto opens = client.messages().list();
    QVERIFY(comes(opens));
    // On a connection that is open already, where Qt would send it again by itself.
    QVERIFY(send(client).isInDoubt);
    auto opensAgain = client.messages().list();
    QVERIFY(comes(opensAgain));
    if (!answer.startsWith("HTTP/1.1 201 Whatever"))
        QVERIFY(decompose(client).isInDoubt);
    QTest::qWait(50);
    QCOMPARE(std::count_if(server.requests.begin(), server.requests.end(),
                           [](const RawServer::Request& r) { return r.method == "POST"; }),
             2);
    QVERIFY(server.count("/api/core/v1/Relationships/REL1") <= 1);
}

void TestDoubt::silence() {
    RawServer server([](const RawServer::Request&, QTcpSocket*) {});
    auto settings = settingsFor(server.url());
    settings.timeout = std::chrono::milliseconds(100);
    ConnectorClient client(settings);
    const ConnectorError sent = send(client);
    QCOMPARE(kind(sent), QStringLiteral("timedOut"));
    QVERIFY(sent.isInDoubt);
    QVERIFY(decompose(client).isInDoubt);
}

void TestDoubt::beforeItLeaves_data() {
    QTest::addColumn<ConnectorSettings>("settings");
    const auto refusing = settingsFor(QStringLiteral("http://127.0.0.1:%1").arg(freePort()));
    QTest::newRow("refused") << refusing;
    QTest::newRow("unknown host") << settingsFor(QStringLiteral("http://nowhere.invalid"));
    auto proxied = settingsFor(QStringLiteral("http://connector.invalid"));
    proxied.proxyUse = ConnectorSettings::ProxyUse::Custom;
    proxied.proxy = QNetworkProxy(QNetworkProxy::HttpProxy, QStringLiteral("127.0.0.1"), freePort());
    QTest::newRow("proxy refused") << proxied;
    QTest::newRow("no address") << settingsFor(QString());
    auto tokenless = refusing;
    tokenless.authentication = ConnectorSettings::OAuth2ClientCredentials{
        QUrl(refusing.baseUrl), QStringLiteral("id"), QStringLiteral("secret"), {}};
    QTest::newRow("no token") << tokenless;
}

void TestDoubt::beforeItLeaves() {
    QFETCH(ConnectorSettings, settings);
    ConnectorClient client(settings);
    QVERIFY(!send(client).isInDoubt);
    QVERIFY(!decompose(client).isInDoubt);
}

void TestDoubt::handshakeThatNeverComes() {
    // Connected, but nothing was ever said: time ran out in the handshake.
    QTcpServer mute;
    QVERIFY(mute.listen(QHostAddress::LocalHost));
    auto settings = settingsFor(QStringLiteral("https://127.0.0.1:%1").arg(mute.serverPort()));
    settings.timeout = std::chrono::milliseconds(200);
    ConnectorClient client(settings);
    const ConnectorError sent = send(client);
    QCOMPARE(kind(sent), QStringLiteral("timedOut"));
    QVERIFY(!sent.isInDoubt);
}

void TestDoubt::closedWhileTheBodyIsUnderWay() {
    // What never arrived whole was never done.
    QTcpServer rude;
    QVERIFY(rude.listen(QHostAddress::LocalHost));
    connect(&rude, &QTcpServer::newConnection, &rude, [&] {
        QTcpSocket* socket = rude.nextPendingConnection();
        socket->setReadBufferSize(1024);
        connect(socket, &QTcpSocket::readyRead, socket, [socket] { socket->abort(); });
    });
    ConnectorClient client(settingsFor(QStringLiteral("http://127.0.0.1:%1").arg(rude.serverPort())));
    auto future = client.files().upload(
        FileUpload::fromBytes(QByteArray(limits::fileBytes, 'x'), QStringLiteral("large.bin")));
    QVERIFY(comes(future));
    QVERIFY(!future.result());
    QCOMPARE(kind(future.result().error()), QStringLiteral("network"));
    QVERIFY(!future.result().error().isInDoubt);
}

void TestDoubt::clientGoesAway() {
    RawServer server([](const RawServer::Request&, QTcpSocket*) {});
    auto client = std::make_unique<ConnectorClient>(settingsFor(server.url()));
    auto sent = client->messages().send(MessageDraft::arbitrary({QStringLiteral("did:e:x")}, 1));
    QTRY_COMPARE(server.requests.size(), 1);
    auto waiting = client->messages().send(MessageDraft::arbitrary({QStringLiteral("did:e:x")}, 2));
    client.reset();
    QVERIFY(comes(sent) && comes(waiting));
    QCOMPARE(kind(sent.result().error()), QStringLiteral("cancelled"));
    QVERIFY(sent.result().error().isInDoubt);
    QVERIFY(!waiting.result().error().isInDoubt);
}

void TestDoubt::readingIsNeverInDoubt() {
    RawServer server(always(RawServer::error(500, "error.connector.unexpected")));
    ConnectorClient client(settingsFor(server.url()));
    auto read = client.messages().list();
    auto dryRun = client.incomingRequests().canAccept(QStringLiteral("REQ1"), {});
    QVERIFY(comes(read) && comes(dryRun));
    QVERIFY(!read.result().error().isInDoubt);
    QVERIFY(!dryRun.result().error().isInDoubt);
    QCOMPARE(server.requests.size(), 2);
}

void TestDoubt::tooLargeIsNotSent() {
    RawServer server(always(RawServer::error(500, "error.connector.unexpected")));
    ConnectorClient client(settingsFor(server.url()));
    auto text = client.messages().send(MessageDraft::arbitrary(
        {QStringLiteral("did:e:x")}, QString(limits::jsonBodyBytes, QLatin1Char('z'))));
    auto file = client.files().upload(
        FileUpload::fromBytes(QByteArray(limits::fileBytes + 1, 'z'), QStringLiteral("large.bin")));
    QVERIFY(comes(text) && comes(file));
    for (const ConnectorError& error : {text.result().error(), file.result().error()}) {
        QCOMPARE(kind(error), QStringLiteral("invalid"));
        QVERIFY(!error.isInDoubt);
        QVERIFY2(error.message.contains(QLatin1String("MiB")), qPrintable(error.message));
    }
    QCOMPARE(server.requests.size(), 0);
}

void TestDoubt::justFits() {
    RawServer server(
        always(RawServer::answer(201, R"({"result":{"id":"MSG1","createdAt":"x","content":{}}})")));
    ConnectorClient client(settingsFor(server.url()));
    auto draft = MessageDraft::arbitrary({QStringLiteral("did:e:x")}, QString());
    const auto size = [&draft] {
        return QJsonDocument(draft.toJson()).toJson(QJsonDocument::Compact).size();
    };
    draft =
        MessageDraft::arbitrary(draft.recipients, QString(limits::jsonBodyBytes - size(), QLatin1Char('z')));
    auto future = client.messages().send(draft);
    QVERIFY(comes(future));
    QVERIFY(future.result());
    QCOMPARE(server.requests.at(0).body.size(), limits::jsonBodyBytes);
}

void TestDoubt::isSaid() {
    ConnectorError error;
    error.message = QStringLiteral("Broken.");
    error.advice = QStringLiteral("Mend it.");
    QVERIFY(!error.toError().text().contains(QLatin1String("look before")));
    error.isInDoubt = true;
    QVERIFY(error.toError().text().startsWith(QLatin1String("Broken. Mend it. ")));
    QVERIFY(error.toError().text().contains(QLatin1String("look before")));
}

QTEST_GUILESS_MAIN(TestDoubt)
#include "tst_doubt.moc"
