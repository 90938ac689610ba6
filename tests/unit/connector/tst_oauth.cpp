// SPDX-License-Identifier: MIT
// OAuth2 client credentials: fetching, keeping, sharing and renewing the token.
#include "awaiting.h"
#include "rawserver.h"

using namespace meshwatch;
using namespace meshwatch::connector;

namespace {

/// A Connector and its OAuth2 server in one. Tokens are t1, t2, …; only those in `accepted` are let in.
class Servers {
public:
    Servers()
        : server([this](const RawServer::Request& request, QTcpSocket* socket) { answer(request, socket); }) {
    }

    [[nodiscard]] ConnectorSettings settings() const {
        auto settings = settingsFor(server.url());
        settings.authentication = ConnectorSettings::OAuth2ClientCredentials{
            QUrl(server.url() + QLatin1String("/oauth/token")), QStringLiteral("lab-id"),
            QStringLiteral("lab-secret"), QStringLiteral("lab.scope core:*")};
        return settings;
    }
    [[nodiscard]] int fetches() const { return server.count("/oauth/token"); }

    QByteArray expiresIn = "3600";
    QByteArray tokenAnswer; ///< instead of a token
    QSet<QByteArray> accepted{"t1", "t2", "t3", "t4"};
    RawServer server;

private:
    void answer(const RawServer::Request& request, QTcpSocket* socket) {
        if (request.path() == "/oauth/token") {
            const QByteArray token = "t" + QByteArray::number(fetches());
            socket->write(tokenAnswer.isEmpty()
                              ? RawServer::answer(
                                    200, "{\"access_token\":\"" + token +
                                             "\",\"token_type\":\"Bearer\",\"expires_in\":" + expiresIn + "}")
                              : tokenAnswer);
            return;
        }
        const QByteArray token = request.header("Authorization").mid(7);
        if (!accepted.contains(token))
            socket->write(RawServer::error(401, "error.connector.unauthorized"));
        else if (request.path().endsWith("/Sync"))
            socket->write("HTTP/1.1 204 No Content\r\n\r\n");
        else
            socket->write(RawServer::answer(200, "{\"result\":[]}"));
    }
};

} // namespace

class TestOAuth : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void fetchesAsTheStandardSays();
    void encodesCredentials();
    void sharesOneFetch();
    void keepsTheToken_data();
    void keepsTheToken();
    void renewsOnceAfter401();
    void givesUpAfterTheSecond401();
    void renewsForWritesToo();
    void refused_data();
    void refused();
    void serverNotReached();
    void cancelledWhileFetching();
    void healthNeedsNoToken();
};

void TestOAuth::fetchesAsTheStandardSays() {
    Servers servers;
    ConnectorClient client(servers.settings());
    auto future = client.messages().list();
    QVERIFY(comes(future));
    QVERIFY(future.result());
    const auto& fetch = servers.server.requests.at(0);
    QCOMPARE(fetch.method, QByteArray("POST"));
    QCOMPARE(fetch.body, QByteArray("grant_type=client_credentials&scope=lab.scope+core%3A%2A"));
    QCOMPARE(fetch.header("Content-Type"), QByteArray("application/x-www-form-urlencoded"));
    QCOMPARE(fetch.header("Authorization"), QByteArray("Basic bGFiLWlkOmxhYi1zZWNyZXQ="));
    QCOMPARE(servers.server.requests.at(1).header("Authorization"), QByteArray("Bearer t1"));
}

void TestOAuth::encodesCredentials() {
    Servers servers;
    auto settings = servers.settings();
    auto& credentials = std::get<ConnectorSettings::OAuth2ClientCredentials>(settings.authentication);
    credentials.clientId = QStringLiteral("a:b");
    credentials.clientSecret = QStringLiteral("p w%ü");
    credentials.scope.clear();
    ConnectorClient client(settings);
    auto future = client.messages().list();
    QVERIFY(comes(future));
    const auto& fetch = servers.server.requests.at(0);
    QCOMPARE(QByteArray::fromBase64(fetch.header("Authorization").mid(6)), QByteArray("a%3Ab:p+w%25%C3%BC"));
    QCOMPARE(fetch.body, QByteArray("grant_type=client_credentials"));
}

void TestOAuth::sharesOneFetch() {
    Servers servers;
    ConnectorClient client(servers.settings());
    std::vector<QFuture<ConnectorResult<std::vector<Message>>>> futures;
    for (int i = 0; i < 10; ++i)
        futures.push_back(client.messages().list());
    for (const auto& future : futures) {
        QVERIFY(comes(future));
        QVERIFY(future.result());
    }
    QCOMPARE(servers.fetches(), 1);
}

void TestOAuth::keepsTheToken_data() {
    QTest::addColumn<QByteArray>("expiresIn");
    QTest::addColumn<int>("fetches");
    QTest::newRow("an hour") << QByteArray("3600") << 1;
    QTest::newRow("as text") << QByteArray("\"3600\"") << 1;
    QTest::newRow("within the reserve of ten seconds") << QByteArray("9") << 3;
    QTest::newRow("at once") << QByteArray("0") << 3;
}

void TestOAuth::keepsTheToken() {
    QFETCH(QByteArray, expiresIn);
    QFETCH(int, fetches);
    Servers servers;
    servers.expiresIn = expiresIn;
    ConnectorClient client(servers.settings());
    for (int i = 0; i < 3; ++i) {
        auto future = client.messages().list();
        QVERIFY(comes(future));
        QVERIFY(future.result());
    }
    QCOMPARE(servers.fetches(), fetches);
}

void TestOAuth::renewsOnceAfter401() {
    Servers servers;
    ConnectorClient client(servers.settings());
    auto first = client.messages().list();
    QVERIFY(comes(first));
    servers.accepted.remove("t1"); // revoked before its time
    auto second = client.messages().list();
    auto third = client.files().list();
    QVERIFY(comes(second) && comes(third));
    QVERIFY(second.result());
    QVERIFY(third.result());
    QCOMPARE(servers.fetches(), 2);
}

void TestOAuth::givesUpAfterTheSecond401() {
    Servers servers;
    servers.accepted.clear();
    ConnectorClient client(servers.settings());
    auto future = client.messages().list();
    QVERIFY(comes(future));
    QCOMPARE(kind(future.result().error()), QStringLiteral("unauthorized"));
    QVERIFY(future.result().error().advice.contains(QLatin1String("OAuth2")));
    QCOMPARE(servers.fetches(), 2);
    QCOMPARE(servers.server.count("/api/core/v1/Messages"), 2);
}

void TestOAuth::renewsForWritesToo() {
    Servers servers;
    servers.accepted = {"t2"};
    ConnectorClient client(servers.settings());
    auto future = client.account().sync();
    QVERIFY(comes(future));
    QVERIFY(future.result());
    QCOMPARE(servers.server.count("/api/core/v1/Account/Sync"), 2);
}

void TestOAuth::refused_data() {
    QTest::addColumn<QByteArray>("answer");
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("says");
    QTest::newRow("wrong secret") << RawServer::answer(
                                         401, R"({"error":"invalid_client","error_description":"Nope."})")
                                  << QStringLiteral("invalid_client") << QStringLiteral("Nope.");
    QTest::newRow("wrong scope") << RawServer::answer(400, R"({"error":"invalid_scope"})")
                                 << QStringLiteral("invalid_scope") << QStringLiteral("scope");
    QTest::newRow("web page") << RawServer::answer(404, "<html>", "text/html") << QString()
                              << QStringLiteral("address");
    QTest::newRow("redirected") << RawServer::answer(302, "", "text/html",
                                                     "Location: http://127.0.0.1:1/\r\n")
                                << QString() << QStringLiteral("address");
    QTest::newRow("no token inside") << RawServer::answer(200, R"({"token_type":"Bearer"})") << QString()
                                     << QStringLiteral("address");
    QTest::newRow("token with a line break") << RawServer::answer(200, R"({"access_token":"a\r\nX: y"})")
                                             << QString() << QStringLiteral("address");
    QTest::newRow("server error") << RawServer::answer(503, "") << QString() << QStringLiteral("address");
}

void TestOAuth::refused() {
    QFETCH(QByteArray, answer);
    QFETCH(QString, code);
    QFETCH(QString, says);
    Servers servers;
    servers.tokenAnswer = answer;
    ConnectorClient client(servers.settings());
    auto future = client.messages().list();
    QVERIFY(comes(future));
    const auto error = future.result().error();
    QCOMPARE(kind(error), QStringLiteral("tokenRefused"));
    QCOMPARE(error.code, code);
    QVERIFY2(error.toError().text().contains(says), qPrintable(error.toError().text()));
    QVERIFY(error.path.endsWith(QLatin1String("/oauth/token")));
    QVERIFY(!error.toError().text().contains(QLatin1String("lab-secret")));
    QCOMPARE(servers.fetches(), 1);
    QCOMPARE(servers.server.requests.size(), 1);
}

void TestOAuth::serverNotReached() {
    Servers servers;
    auto settings = servers.settings();
    QTcpServer closed;
    QVERIFY(closed.listen(QHostAddress::LocalHost));
    std::get<ConnectorSettings::OAuth2ClientCredentials>(settings.authentication).tokenUrl =
        QUrl(QStringLiteral("http://127.0.0.1:%1/token").arg(closed.serverPort()));
    closed.close();
    ConnectorClient client(settings);
    auto future = client.messages().list();
    QVERIFY(comes(future));
    QCOMPARE(kind(future.result().error()), QStringLiteral("network"));
    QVERIFY(future.result().error().path.endsWith(QLatin1String("/token")));
    QCOMPARE(servers.server.requests.size(), 0);
}

void TestOAuth::cancelledWhileFetching() {
    Servers servers;
    ConnectorClient client(servers.settings());
    auto given = client.messages().list();
    auto kept = client.files().list();
    given.cancel();
    QVERIFY(comes(given) && comes(kept));
    QVERIFY(kept.result());
    QCOMPARE(servers.server.count("/api/core/v1/Messages"), 0);
}

void TestOAuth::healthNeedsNoToken() {
    Servers servers;
    ConnectorClient client(servers.settings());
    auto future = client.monitoring().health();
    QVERIFY(comes(future));
    QCOMPARE(servers.fetches(), 0);
}

QTEST_GUILESS_MAIN(TestOAuth)
#include "tst_oauth.moc"
