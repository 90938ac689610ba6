// SPDX-License-Identifier: MIT
// Every way an answer can be none, told apart and explained.
#include "awaiting.h"
#include "rawserver.h"

#include <QTimer>

using namespace meshwatch;
using namespace meshwatch::connector;

class TestErrors : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void answers_data();
    void answers();
    void tellsTheRequest();
    void takesWrongKeyLate();
    void explainsConnection_data();
    void explainsConnection();
    void refusesToSend_data();
    void refusesToSend();
    void namesOldConnector_data();
    void namesOldConnector();
    void becomesAnError();
};

namespace {

/// The call that the answers are given to.
ConnectorResult<std::vector<Message>> ask(const QString& url) {
    auto settings = settingsFor(url);
    settings.repeating.tries = 1;
    ConnectorClient client(settings);
    auto future = client.messages().list();
    if (!comes(future))
        qFatal("the call never ended");
    return future.result();
}

} // namespace

void TestErrors::answers_data() {
    QTest::addColumn<QByteArray>("answer");
    QTest::addColumn<QString>("expectedKind");
    QTest::addColumn<QString>("says");
    const auto row = [](const char* name, const QByteArray& answer, const char* kindName, const char* says) {
        QTest::newRow(name) << answer << QString::fromLatin1(kindName) << QString::fromUtf8(says);
    };
    const QByteArray html = "<!DOCTYPE html><html><head><title>Sign in</title></head></html>";
    row("401", RawServer::error(401, "error.connector.unauthorized"), "unauthorized", "X-API-KEY");
    row("403", RawServer::error(403, "error.connector.forbidden"), "forbidden", "core:messages");
    row("403 of the Backbone", RawServer::error(403, "error.platform.forbidden"), "forbidden", "Backbone");
    row("404 record", RawServer::error(404, "error.runtime.recordNotFound"), "notFound", "Words.");
    row("400", RawServer::error(400, "error.runtime.validation.invalidPropertyValue"), "connector", "Words.");
    row("405", RawServer::error(405, "error.connector.http.methodNotAllowed"), "connector", "Words.");
    row("406", RawServer::error(406, "error.connector.http.notAcceptable"), "connector", "Words.");
    row("413", RawServer::error(413, "error.transport.request.bodyLengthExceeded"), "connector", "Words.");
    row("500", RawServer::error(500, "error.connector.unexpected"), "connector", "log");
    row("500 Backbone", RawServer::error(500, "error.platform.unexpected"), "connector", "Backbone");
    row("413 of a proxy", RawServer::answer(413, "<html><title>413 Too Large</title>", "text/html"),
        "notJson", "413 Too Large");
    row("401 of a proxy",
        RawServer::answer(401, html, "text/html", "WWW-Authenticate: Basic realm=\"x\"\r\n"), "unauthorized",
        "401");
    row("502 of a proxy", RawServer::answer(502, html, "text/html"), "network", "proxy");
    row("503 empty", RawServer::answer(503, ""), "network", "proxy");
    row("500 text", RawServer::answer(500, "oops", "text/plain"), "notJson", "500");
    row("302 login",
        RawServer::answer(302, "", "text/html", "Location: https://login.example/auth?state=s3cret\r\n"),
        "redirected", "OIDC");
    row("301 without target", RawServer::answer(301, ""), "redirected", "redirects");
    row("200 HTML", RawServer::answer(200, html, "text/html"), "notJson", "Sign in");
    row("200 HTML called JSON", RawServer::answer(200, "  " + html), "notJson", "Sign in");
    row("200 text", RawServer::answer(200, "hello", "text/plain"), "notJson", "line 1");
    row("200 empty", RawServer::answer(200, ""), "notJson", "empty");
    row("truncated JSON", RawServer::answer(200, "{\"result\":[{\"id\":\"MSG"), "notJson", "line 1, column");
    row("no result", RawServer::answer(200, "{\"hello\":1}"), "noResult", "result");
    row("no envelope", RawServer::answer(200, "[]"), "noResult", "result");
    row("a number", RawServer::answer(200, "42"), "noResult", "result");
    row("result is no list", RawServer::answer(200, "{\"result\":{}}"), "wrongType", "result");
    row("item is no object", RawServer::answer(200, "{\"result\":[null]}"), "wrongType", "result[0]");
    row("member of wrong type",
        RawServer::answer(
            200, R"({"result":[{"id":"MSG1","createdAt":"x","content":{},"recipients":[{"address":7}]}]})"),
        "wrongType", "result[0].recipients[0].address");
    row("member missing", RawServer::answer(200, R"({"result":[{"id":"MSG1","createdAt":"x"}]})"),
        "wrongType", "result[0].content");
    row("no HTTP", "SSH-2.0-OpenSSH_9.2p1\r\n\r\n", "network", "");
    row("deep nesting", RawServer::answer(200, QByteArray(100'000, '[')), "notJson", "");
}

void TestErrors::answers() {
    QFETCH(QByteArray, answer);
    QFETCH(QString, expectedKind);
    QFETCH(QString, says);
    RawServer server([&](const RawServer::Request&, QTcpSocket* socket) {
        socket->write(answer);
        if (!answer.startsWith("HTTP"))
            socket->disconnectFromHost();
    });
    const auto result = ask(server.url());
    QVERIFY(!result);
    const Error shown = result.error().toError();
    QCOMPARE(kind(result.error()), expectedKind);
    QCOMPARE(shown.code, QLatin1String("connector.") + expectedKind);
    QVERIFY2(shown.text().contains(says), qPrintable(shown.text()));
    QVERIFY(!shown.text().contains(QLatin1String("s3cret")));
    QVERIFY(!shown.text().contains(QLatin1String("key-of-the-test")));
}

void TestErrors::tellsTheRequest() {
    RawServer server([](const RawServer::Request&, QTcpSocket* socket) {
        socket->write(RawServer::error(404, "error.runtime.recordNotFound"));
    });
    ConnectorClient client(settingsFor(server.url()));
    CallOptions options;
    options.correlationId = "my-id";
    auto future = client.messages().get(QStringLiteral("MSGdoesnotexist12345"), options);
    QVERIFY(comes(future));
    const auto error = future.result().error();
    QCOMPARE(error.httpStatus, 404);
    QCOMPARE(error.code, QStringLiteral("error.runtime.recordNotFound"));
    QCOMPARE(error.message, QStringLiteral("Words."));
    QCOMPARE(error.id, QStringLiteral("ERR23456789ABCDEFGHJK"));
    QCOMPARE(error.time, QStringLiteral("2026-11-23T21:48:27.159Z"));
    QCOMPARE(error.docs, QStringLiteral("https://enmeshed.eu/x"));
    QCOMPARE(error.correlationId, QStringLiteral("my-id"));
    QCOMPARE(error.method, QStringLiteral("GET"));
    QCOMPARE(error.path, QStringLiteral("/api/core/v1/Messages/MSGdoesnotexist12345"));
    QCOMPARE(server.requests.size(), 1);
}

void TestErrors::takesWrongKeyLate() {
    // A Connector answers a wrong key after one to four seconds.
    RawServer server([](const RawServer::Request&, QTcpSocket* socket) {
        QTimer::singleShot(
            4000, socket, [socket] { socket->write(RawServer::error(401, "error.connector.unauthorized")); });
    });
    const auto result = ask(server.url());
    QVERIFY(!result);
    QCOMPARE(kind(result.error()), QStringLiteral("unauthorized"));
}

void TestErrors::explainsConnection_data() {
    QTest::addColumn<QString>("url");
    QTest::addColumn<QString>("expectedKind");
    QTest::addColumn<QString>("says");
    QTcpServer taken;
    QVERIFY(taken.listen(QHostAddress::LocalHost));
    const quint16 free = taken.serverPort();
    taken.close();
    QTest::newRow("refused") << QStringLiteral("http://127.0.0.1:%1").arg(free) << QStringLiteral("network")
                             << QStringLiteral("port");
    QTest::newRow("unknown host") << QStringLiteral("http://nowhere.invalid") << QStringLiteral("network")
                                  << QString();
}

void TestErrors::explainsConnection() {
    QFETCH(QString, url);
    QFETCH(QString, expectedKind);
    QFETCH(QString, says);
    const auto result = ask(url);
    QVERIFY(!result);
    QCOMPARE(kind(result.error()), expectedKind);
    QVERIFY2(result.error().advice.contains(says), qPrintable(result.error().advice));
    QVERIFY(!result.error().message.isEmpty());
}

void TestErrors::refusesToSend_data() {
    QTest::addColumn<ConnectorSettings>("settings");
    QTest::addColumn<QString>("id");
    const auto with = [](auto change) {
        auto settings = settingsFor(QStringLiteral("http://127.0.0.1:1"));
        change(settings);
        return settings;
    };
    const QString id = QStringLiteral("MSGdoesnotexist12345");
    QTest::newRow("no address") << with([](auto& s) { s.baseUrl = {}; }) << id;
    QTest::newRow("no host") << with([](auto& s) { s.baseUrl = QUrl(QStringLiteral("http://")); }) << id;
    QTest::newRow("ftp") << with([](auto& s) { s.baseUrl = QUrl(QStringLiteral("ftp://127.0.0.1")); }) << id;
    QTest::newRow("password in address")
        << with([](auto& s) { s.baseUrl = QUrl(QStringLiteral("http://a:b@127.0.0.1")); }) << id;
    QTest::newRow("empty key") << with([](auto& s) { s.authentication = ConnectorSettings::ApiKey{}; }) << id;
    QTest::newRow("key with a line break") << with([](auto& s) {
        s.authentication = ConnectorSettings::ApiKey{"X-API-KEY", "k\r\nX-Other: 1"};
    }) << id;
    QTest::newRow("header name with a colon") << with([](auto& s) {
        s.authentication = ConnectorSettings::ApiKey{"X: Y", "k"};
    }) << id;
    QTest::newRow("empty token") << with([](auto& s) { s.authentication = ConnectorSettings::Bearer{}; })
                                 << id;
    QTest::newRow("token address") << with([](auto& s) {
        s.authentication = ConnectorSettings::OAuth2ClientCredentials{
            QUrl(QStringLiteral("x")), QStringLiteral("id"), {}, {}};
    }) << id;
    QTest::newRow("authorities without PEM") << with([](auto& s) { s.caCertificatesPem = "x"; }) << id;
    QTest::newRow("client certificate without PEM")
        << with([](auto& s) { s.clientCertificatePem = "x"; }) << id;
    QTest::newRow("empty id") << with([](auto&) {}) << QString();
    QTest::newRow("id of dots") << with([](auto&) {}) << QStringLiteral("..");
}

void TestErrors::refusesToSend() {
    QFETCH(ConnectorSettings, settings);
    QFETCH(QString, id);
    ConnectorClient client(settings);
    auto future = client.messages().get(id);
    QVERIFY(comes(future));
    QVERIFY(!future.result());
    QCOMPARE(kind(future.result().error()), QStringLiteral("invalid"));
    QVERIFY(!future.result().error().message.isEmpty());
}

void TestErrors::namesOldConnector_data() {
    QTest::addColumn<QByteArray>("versionAnswer");
    QTest::addColumn<QByteArray>("oldPathAnswer");
    QTest::addColumn<QString>("expectedKind");
    QTest::addColumn<QString>("says");
    const QByteArray nothing = RawServer::error(404, "error.connector.http.routeDoesNotExist");
    const auto version = [](const char* number) {
        return RawServer::answer(200, QByteArray("{\"version\":\"") + number + "\"}");
    };
    QTest::newRow("6.7 by version") << version("6.7.0") << nothing << QStringLiteral("tooOld")
                                    << QStringLiteral("6.7.0");
    QTest::newRow("by path, self-built")
        << version("{{version}}") << RawServer::answer(200, R"({"result":{"address":"id1","publicKey":"x"}})")
        << QStringLiteral("tooOld") << QStringLiteral("/api/v2");
    QTest::newRow("by path, closed") << RawServer::error(403, "error.connector.forbidden")
                                     << RawServer::error(403, "error.connector.forbidden")
                                     << QStringLiteral("tooOld") << QStringLiteral("/api/v2");
    QTest::newRow("7 without the route")
        << version("7.4.1") << nothing << QStringLiteral("notFound") << QStringLiteral("another version");
    QTest::newRow("no version, no old path")
        << nothing << nothing << QStringLiteral("notFound") << QStringLiteral("another version");
}

void TestErrors::namesOldConnector() {
    QFETCH(QByteArray, versionAnswer);
    QFETCH(QByteArray, oldPathAnswer);
    QFETCH(QString, expectedKind);
    QFETCH(QString, says);
    RawServer server([&](const RawServer::Request& request, QTcpSocket* socket) {
        if (request.path() == "/Monitoring/Version")
            socket->write(versionAnswer);
        else if (request.path().startsWith("/api/v2/"))
            socket->write(oldPathAnswer);
        else
            socket->write(RawServer::error(404, "error.connector.http.routeDoesNotExist"));
    });
    ConnectorClient client(settingsFor(server.url()));
    auto identity = client.account().identityInfo();
    auto messages = client.messages().list();
    QVERIFY(comes(identity));
    QVERIFY(comes(messages));
    QCOMPARE(kind(identity.result().error()), expectedKind);
    QCOMPARE(kind(messages.result().error()), expectedKind);
    const QString text = identity.result().error().toError().text();
    QVERIFY2(text.contains(says), qPrintable(text));
    QCOMPARE(identity.result().error().path, QStringLiteral("/api/core/v1/Account/IdentityInfo"));
}

void TestErrors::becomesAnError() {
    ConnectorError error;
    error.kind = ConnectorError::Kind::Connector;
    error.message = QStringLiteral("Wrong.");
    error.advice = QStringLiteral("Do it right.");
    error.method = QStringLiteral("GET");
    error.path = QStringLiteral("/x");
    error.httpStatus = 400;
    error.code = QStringLiteral("error.a");
    error.id = QStringLiteral("ERR1");
    QCOMPARE(error.toError().text(), QStringLiteral("Wrong. (GET /x, 400, error.a, ERR1) Do it right."));
}

QTEST_GUILESS_MAIN(TestErrors)
#include "tst_errors.moc"
