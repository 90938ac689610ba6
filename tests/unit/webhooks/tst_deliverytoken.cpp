// SPDX-License-Identifier: MIT
// Tokens: asked for once, shared, renewed in time; and no secret in anything that is told.
#include "deliveries.h"
#include "rawserver.h"

#include <QJsonDocument>

using namespace meshwatch;
using namespace deliveries;

class TestDeliveryToken : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void failures_data();
    void failures();
    void notReached();
    void noAnswerInTime();
    void expiryAsText();
    void isUsedAgain();
    void isRenewed();
    void isShared();
    void failureIsShared();
    void eachTargetHasItsOwn();
    void scope_data();
    void scope();
    void secretsAreNotTold_data();
    void secretsAreNotTold();

private:
    [[nodiscard]] ConfigJson authentication() const;
    [[nodiscard]] DeliveryTest::Job tokenJob() const {
        return job(target(m_server->url() + QStringLiteral("/in"), authentication()));
    }

    QByteArray m_tokenAnswer;
    QByteArray m_answer;
    std::unique_ptr<RawServer> m_server;
};

void TestDeliveryToken::init() {
    m_tokenAnswer = RawServer::answer(200, R"({"access_token":"token-of-the-test","expires_in":3600})");
    m_answer = RawServer::answer(204, {});
    m_server = std::make_unique<RawServer>([this](const RawServer::Request& request, QTcpSocket* socket) {
        socket->write(request.path() == "/token" ? m_tokenAnswer : m_answer);
    });
}

ConfigJson TestDeliveryToken::authentication() const {
    return {{"type", "OAuth2"},
            {"accessTokenUrl", m_server->url().toStdString() + "/token"},
            {"clientId", "the client"},
            {"clientSecret", "geheim:nis"},
            {"scope", "a b"}};
}

void TestDeliveryToken::failures_data() {
    QTest::addColumn<QByteArray>("answer");
    QTest::addColumn<QString>("failure");
    QTest::addColumn<QString>("says");
    const auto row = [](const char* name, const QByteArray& answer, const char* failure, const char* says) {
        QTest::newRow(name) << answer << QString::fromLatin1(failure) << QString::fromUtf8(says);
    };
    row("400", RawServer::answer(400, R"({"error":"invalid_scope"})"), "token.badRequest", "“invalid_scope”");
    row("401", RawServer::answer(401, R"({"error":"invalid_client"})"), "token.unauthorized", "clientSecret");
    row("404", RawServer::answer(404, {}), "token.notFound", "accessTokenUrl");
    row("500", RawServer::answer(500, {}), "token.serverError", "500");
    row("201", RawServer::answer(201, R"({"access_token":"t","expires_in":60})"), "token.status", "201");
    row("302", RawServer::answer(302, {}, "text/plain", "Location: /login\r\n"), "token.redirect",
        "“/login”");
    row("HTML", RawServer::answer(200, "<!DOCTYPE html><title>Log in</title>", "text/html"), "token.html",
        "web page");
    row("text", RawServer::answer(200, "access_token=abc&expires_in=60"), "token.notJson", "JSON");
    row("a list", RawServer::answer(200, "[]"), "token.notJson", "JSON");
    row("no token", RawServer::answer(200, R"({"expires_in":60})"), "token.noAccessToken", "access_token");
    row("no expiry", RawServer::answer(200, R"({"access_token":"abc"})"), "token.noExpiry", "expires_in");
    row("half", QByteArray("HTTP/1.1 200 OK\r\nContent-Length: 5\r\nConnection: close\r\nX: y"),
        "token.timeout", "time-out");
}

void TestDeliveryToken::failures() {
    QFETCH(QByteArray, answer);
    QFETCH(QString, failure);
    QFETCH(QString, says);
    m_tokenAnswer = answer;
    DeliveryTest test;
    const DeliveryResult result = one(test, tokenJob(), std::chrono::seconds(1));
    QVERIFY2(result.failure == failure, qPrintable(result.failure + result.explanation));
    QVERIFY2(result.explanation.contains(says), qPrintable(result.explanation));
    QVERIFY(!result.isDelivered);
    QVERIFY(!result.delivery);
    QVERIFY(result.token);
    QCOMPARE(m_server->requests.size(), 1); // no second attempt, no redirect, and no event
}

void TestDeliveryToken::notReached() {
    auto authentication = this->authentication();
    authentication["accessTokenUrl"] = "http://nobody.invalid/";
    DeliveryTest test;
    DeliveryResult result = one(test, job(target(m_server->url(), authentication)));
    QCOMPARE(result.failure, QStringLiteral("token.nameNotFound"));
    QVERIFY(result.isUnreachable());
    authentication["accessTokenUrl"] = "ftp://127.0.0.1/";
    result = one(test, job(target(m_server->url(), authentication)));
    QCOMPARE(result.failure, QStringLiteral("token.invalidUrl"));
    QCOMPARE(m_server->requests.size(), 0);
}

void TestDeliveryToken::noAnswerInTime() {
    m_tokenAnswer.clear();
    DeliveryTest test;
    QCOMPARE(one(test, tokenJob(), std::chrono::seconds(1)).failure, QStringLiteral("token.timeout"));
}

void TestDeliveryToken::expiryAsText() {
    m_tokenAnswer = RawServer::answer(200, R"({"access_token":"abcd","expires_in":"3600"})");
    DeliveryTest test;
    QVERIFY(one(test, tokenJob()).isDelivered);
    QCOMPARE(m_server->requests.last().header("Authorization"), QByteArray("Bearer abcd"));
}

void TestDeliveryToken::isUsedAgain() {
    DeliveryTest test;
    QVERIFY(one(test, tokenJob()).token);
    const DeliveryResult second = one(test, tokenJob());
    QVERIFY(second.isDelivered);
    QVERIFY(!second.token);
    QCOMPARE(m_server->count("/token"), 1);
}

void TestDeliveryToken::isRenewed() {
    // With less than ten seconds left it is not used again: of ten, that is at once.
    m_tokenAnswer = RawServer::answer(200, R"({"access_token":"first","expires_in":10})");
    DeliveryTest test;
    QVERIFY(one(test, tokenJob()).isDelivered);
    QCOMPARE(m_server->requests.last().header("Authorization"), QByteArray("Bearer first"));
    m_tokenAnswer = RawServer::answer(200, R"({"access_token":"second","expires_in":3600})");
    QVERIFY(one(test, tokenJob()).isDelivered);
    QCOMPARE(m_server->requests.last().header("Authorization"), QByteArray("Bearer second"));
    QVERIFY(one(test, tokenJob()).isDelivered);
    QCOMPARE(m_server->count("/token"), 2);
}

void TestDeliveryToken::isShared() {
    DeliveryTest test;
    const std::vector<DeliveryTest::Job> jobs(10, tokenJob());
    const auto results = all(test, jobs, 10);
    QCOMPARE(results.size(), size_t(10));
    for (const DeliveryResult& result : results) {
        QVERIFY2(result.isDelivered, qPrintable(result.explanation));
        QVERIFY(result.token);
    }
    QCOMPARE(m_server->count("/token"), 1);
    QCOMPARE(m_server->count("/in"), 10);
}

void TestDeliveryToken::failureIsShared() {
    m_tokenAnswer = RawServer::answer(401, {});
    DeliveryTest test;
    const std::vector<DeliveryTest::Job> jobs(3, tokenJob());
    for (const DeliveryResult& result : all(test, jobs, 3))
        QCOMPARE(result.failure, QStringLiteral("token.unauthorized"));
    QCOMPARE(m_server->count("/token"), 1);
    QVERIFY(!one(test, tokenJob()).isDelivered); // asked for anew: a failure is not kept
    QCOMPARE(m_server->count("/token"), 2);
}

void TestDeliveryToken::eachTargetHasItsOwn() {
    DeliveryTest::Job first = tokenJob();
    first.target.targetName = QStringLiteral("first");
    DeliveryTest::Job second = tokenJob();
    second.target.targetName = QStringLiteral("second");
    DeliveryTest test;
    QCOMPARE(all(test, {first, second, first, second}).size(), size_t(4));
    QCOMPARE(m_server->count("/token"), 2);
}

void TestDeliveryToken::scope_data() {
    QTest::addColumn<QByteArray>("scope");
    QTest::addColumn<QByteArray>("body");
    const QByteArray grant("grant_type=client_credentials");
    QTest::newRow("two") << QByteArray(R"("a b")") << QByteArray(grant + "&scope=a+b");
    QTest::newRow("signs") << QByteArray(R"("x/y:~*-._é&=+")")
                           << QByteArray(grant + "&scope=x%2Fy%3A%7E*-._%C3%A9%26%3D%2B");
    QTest::newRow("empty") << QByteArray(R"("")") << grant;
    QTest::newRow("null") << QByteArray("null") << grant;
}

void TestDeliveryToken::scope() {
    QFETCH(QByteArray, scope);
    QFETCH(QByteArray, body);
    auto authentication = this->authentication();
    authentication["scope"] = configjson::parse(scope).value();
    DeliveryTest test;
    QVERIFY(one(test, job(target(m_server->url(), authentication))).isDelivered);
    QCOMPARE(m_server->requests.first().body, body);
    QCOMPARE(m_server->requests.first().header("Authorization"),
             "Basic " + QByteArray("the client:geheim:nis").toBase64());
}

void TestDeliveryToken::secretsAreNotTold_data() {
    QTest::addColumn<QByteArray>("tokenAnswer");
    QTest::addColumn<bool>("isOAuth");
    const QByteArray tokens(
        R"("access_token":"MARK-token","refresh_token":"MARK-refresh","id_token":"MARK-id")");
    QTest::newRow("key") << QByteArray() << false;
    QTest::newRow("token") << RawServer::answer(200, "{" + tokens + ",\"expires_in\":60}") << true;
    QTest::newRow("no expiry") << RawServer::answer(200, "{" + tokens + "}") << true;
    QTest::newRow("a form") << RawServer::answer(200, "access_token=MARK-token&refresh_token=MARK-refresh")
                            << true;
    QTest::newRow("refusal that repeats")
        << RawServer::answer(400, R"({"error":"bad MARK-secret","error_description":"MARK-secret is wrong"})")
        << true;
    QTest::newRow("redirect that repeats")
        << RawServer::answer(302, {}, "text/plain", "Location: /?client_secret=MARK-secret\r\n") << true;
}

void TestDeliveryToken::secretsAreNotTold() {
    QFETCH(QByteArray, tokenAnswer);
    QFETCH(bool, isOAuth);
    m_tokenAnswer = tokenAnswer;
    // Whatever it was shown comes back in headers and body.
    m_server = std::make_unique<RawServer>([this](const RawServer::Request& request, QTcpSocket* socket) {
        if (request.path() == "/token")
            return void(socket->write(m_tokenAnswer));
        QByteArray echo;
        for (const auto& [name, value] : request.headers)
            echo += name + ": " + value + '\n';
        socket->write(RawServer::answer(302, echo + request.target, "text/plain",
                                        "Location: /?k=" + request.header("X-Door") +
                                            "\r\nSet-Cookie: MARK-c\r\n"
                                            "X-Was: " +
                                            request.header("Authorization") + "\r\n"));
    });
    ConfigJson authentication{{"type", "ApiKey"}, {"apiKey", "MARK-key"}, {"headerName", "X-Door"}};
    if (isOAuth) {
        authentication = this->authentication();
        authentication["clientSecret"] = "MARK-secret";
    }
    QString url = m_server->url() + QStringLiteral("/in?token=MARK-query&plain=1");
    if (!isOAuth)
        url.replace(QLatin1String("//"), QLatin1String("//user:MARK-pass@"));
    const ConfigJson headers{{"X-Secret", "MARK-static"}, {"X-Plain", "seen"}};
    DeliveryTest test;
    const DeliveryResult result = one(test, job(target(url, authentication, headers)));
    const QByteArray told = QJsonDocument(result.toJson()).toJson();
    QVERIFY2(!told.contains("MARK"), told.constData());
    for (const char* secret : {"MARK-pass", "user:MARK-pass", "the client:MARK-secret"})
        QVERIFY2(!told.contains(QByteArray(secret).toBase64()), told.constData());
    QVERIFY(!result.explanation.contains(QLatin1String("MARK")));
    QVERIFY(!result.target.contains(QLatin1String("MARK")));
    if (result.delivery)
        QVERIFY(told.contains("seen"));
}

QTEST_GUILESS_MAIN(TestDeliveryToken)
#include "tst_deliverytoken.moc"
