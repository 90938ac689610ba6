// SPDX-License-Identifier: MIT
// What becomes of a delivery: every status, every way to break off, and headers that nobody meant.
#include "deliveries.h"
#include "rawserver.h"

#include <QScopeGuard>
#include <QTcpServer>

using namespace meshwatch;
using namespace deliveries;

namespace {

using Handler = RawServer::Handler;

Handler answering(const QByteArray& bytes) {
    return [bytes](const RawServer::Request&, QTcpSocket* socket) { socket->write(bytes); };
}

/// Answers with these bytes and closes then.
Handler closingAfter(const QByteArray& bytes) {
    return [bytes](const RawServer::Request&, QTcpSocket* socket) {
        socket->write(bytes);
        socket->disconnectFromHost();
    };
}

QByteArray answer(int status, const QByteArray& moreHeaders = {}) {
    return RawServer::answer(status, {}, "text/plain", moreHeaders);
}

/// A port of 127.0.0.1 at which nobody listens.
QString closedPort() {
    QTcpServer server;
    server.listen(QHostAddress::LocalHost);
    return QStringLiteral("http://127.0.0.1:%1/x").arg(server.serverPort());
}

} // namespace

class TestDelivery : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void answers_data();
    void answers();
    void breaks_data();
    void breaks();
    void notReached();
    void noAnswerInTime();
    void longAnswer();
    void endlessAnswer();
    void packedAnswer();
    void manyHeaders();
    void headers_data();
    void headers();
    void addressWithUser();
    void formIsRefused();
    void informational();
    void figures();
    void proxies_data();
    void proxies();
};

void TestDelivery::answers_data() {
    QTest::addColumn<QByteArray>("answer");
    QTest::addColumn<QString>("url"); // below the server
    QTest::addColumn<ConfigJson>("authentication");
    QTest::addColumn<QString>("failure"); // empty: delivered
    QTest::addColumn<QString>("says");
    const QString path = QStringLiteral("/in/{{trigger}}");
    const ConfigJson none;
    const ConfigJson key{{"type", "ApiKey"}, {"apiKey", "the-key-of-it"}};
    const auto row = [&](const char* name, const QByteArray& bytes, const char* failure, const char* says) {
        QTest::newRow(name) << bytes << path << none << QString::fromLatin1(failure)
                            << QString::fromUtf8(says);
    };
    row("200", answer(200), "", "Delivered: the target answered 200.");
    row("201", answer(201), "", "201");
    row("204", answer(204), "", "204");
    row("299", answer(299), "", "299");
    row("301", answer(301, "Location: http://127.0.0.1:1/else\r\n"), "redirect", "“http://127.0.0.1:1/else”");
    row("302 without place", answer(302), "redirect", "without an address");
    row("307", answer(307, "location: /else\r\n"), "redirect", "“/else”");
    row("400", answer(400), "badRequest", "400");
    row("401", answer(401), "unauthorized", "none is configured");
    row("403", answer(403), "forbidden", "403");
    row("404", answer(404), "notFound", "/in/transport.messageSent");
    row("405", answer(405), "methodNotAllowed", "no POST");
    row("408", answer(408), "requestTimeout", "408");
    row("411", answer(411), "lengthRequired", "Content-Length");
    row("413", answer(413), "tooLarge", "70 bytes");
    row("415", answer(415), "unsupportedType", "application/json");
    row("418", answer(418), "status", "418");
    row("429", answer(429), "tooManyRequests", "does not try again");
    row("500", answer(500), "serverError", "log");
    row("503", answer(503), "serverError", "Check that it runs");
    QTest::newRow("401 with key") << answer(401) << path << key << QStringLiteral("unauthorized")
                                  << QStringLiteral("API key");
    QTest::newRow("404 without placeholder")
        << answer(404) << QStringLiteral("/in") << none << QStringLiteral("notFound")
        << QStringLiteral("Correct the path");
}

void TestDelivery::answers() {
    QFETCH(QByteArray, answer);
    QFETCH(QString, url);
    QFETCH(ConfigJson, authentication);
    QFETCH(QString, failure);
    QFETCH(QString, says);
    RawServer server(answering(answer));
    DeliveryTest test;
    const DeliveryResult result = one(test, job(target(server.url() + url, authentication)));
    QCOMPARE(result.failure, failure);
    QCOMPARE(result.isDelivered, failure.isEmpty());
    QVERIFY2(result.explanation.contains(says), qPrintable(result.explanation));
    QVERIFY(result.delivery);
    QCOMPARE(result.delivery->status, answer.mid(9, 3).toInt());
    QCOMPARE(server.requests.size(), 1); // one attempt, and no redirect followed
    QVERIFY(!result.isUnreachable());
}

void TestDelivery::breaks_data() {
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("failure");
    QTest::newRow("nothing") << QByteArray() << QStringLiteral("closedEarly");
    QTest::newRow("half a status line") << QByteArray("HTTP/1.1 20") << QStringLiteral("closedEarly");
    QTest::newRow("half the headers")
        << QByteArray("HTTP/1.1 200 OK\r\nContent-Le") << QStringLiteral("halfAnswer");
    QTest::newRow("half the body") << QByteArray("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nhalf")
                                   << QStringLiteral("halfAnswer");
    QTest::newRow("half a chunk") << QByteArray(
                                         "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n9\r\nhalf")
                                  << QStringLiteral("halfAnswer");
    QTest::newRow("garbage") << QByteArray("220 mail.example ESMTP\r\n") << QStringLiteral("noHttp");
    QTest::newRow("bytes") << QByteArray("\0\1\2\3\4\5\6\7\n\n\n", 11) << QStringLiteral("noHttp");
    QTest::newRow("not packed as it says")
        << QByteArray("HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 9\r\n\r\nnot gzip!")
        << QStringLiteral("badEncoding");
}

void TestDelivery::breaks() {
    QFETCH(QByteArray, bytes);
    QFETCH(QString, failure);
    RawServer server(closingAfter(bytes));
    DeliveryTest test;
    const DeliveryResult result = one(test, job(target(server.url())));
    QVERIFY2(result.failure == failure, qPrintable(result.failure + result.explanation));
    QVERIFY(!result.isDelivered);
    QCOMPARE(server.requests.size(), 1);
}

void TestDelivery::notReached() {
    DeliveryTest test;
    DeliveryResult result = one(test, job(target(closedPort())));
    QCOMPARE(result.failure, QStringLiteral("refused"));
    QVERIFY(result.isUnreachable());
    // RFC 6761: no name below .invalid exists.
    result = one(test, job(target(QStringLiteral("http://nobody.invalid/x"))));
    QCOMPARE(result.failure, QStringLiteral("nameNotFound"));
    QVERIFY(result.isUnreachable());
    result = one(test, job(target(QStringLiteral("http://{{trigger}}.invalid/x"))));
    QCOMPARE(result.failure, QStringLiteral("nameNotFound"));
    QVERIFY2(result.explanation.contains(QLatin1String("{{trigger}}")), qPrintable(result.explanation));
}

void TestDelivery::noAnswerInTime() {
    RawServer silent([](const RawServer::Request&, QTcpSocket*) {});
    RawServer slow(answering("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nhalf"));
    DeliveryTest test;
    DeliveryResult result = one(test, job(target(silent.url())), std::chrono::seconds(1));
    QCOMPARE(result.failure, QStringLiteral("timeout"));
    QVERIFY2(result.explanation.contains(QLatin1String("no time-out")), qPrintable(result.explanation));
    result = one(test, job(target(slow.url())), std::chrono::seconds(1));
    QCOMPARE(result.failure, QStringLiteral("timeout"));
    QVERIFY2(result.explanation.contains(QLatin1String("began its answer")), qPrintable(result.explanation));
}

void TestDelivery::longAnswer() {
    const qsizetype size = qsizetype(10) * 1024 * 1024;
    RawServer server(answering(RawServer::answer(200, QByteArray(size, 'x'))));
    DeliveryTest test;
    const DeliveryResult result = one(test, job(target(server.url())));
    QVERIFY(result.isDelivered);
    QCOMPARE(result.delivery->responseBytes, size);
    QCOMPARE(result.delivery->responseBody.size(), 64 * 1024);
    QVERIFY2(result.explanation.contains(QLatin1String("204")), qPrintable(result.explanation));
}

void TestDelivery::endlessAnswer() {
    RawServer server([](const RawServer::Request&, QTcpSocket* socket) {
        socket->write("HTTP/1.1 200 OK\r\n\r\n");
        const auto more = [socket] {
            if (socket->bytesToWrite() < 1024 * 1024)
                socket->write(QByteArray(1024 * 1024, 'x'));
        };
        QObject::connect(socket, &QTcpSocket::bytesWritten, socket, more);
        more();
    });
    DeliveryTest test;
    const DeliveryResult result = one(test, job(target(server.url())));
    QVERIFY2(result.isDelivered, qPrintable(result.explanation));
    QVERIFY2(result.explanation.contains(QLatin1String("no further")), qPrintable(result.explanation));
    QCOMPARE(result.delivery->responseBody.size(), 64 * 1024);
}

void TestDelivery::packedAnswer() {
    // gzip of "packed"
    const QByteArray gzip = QByteArray::fromHex("1f8b08000000000002032b484cce4e4d010010b4f62106000000");
    RawServer server(answering(RawServer::answer(200, gzip, "text/plain", "Content-Encoding: gzip\r\n")));
    DeliveryTest test;
    const DeliveryResult result = one(test, job(target(server.url())));
    QVERIFY2(result.isDelivered, qPrintable(result.explanation));
    QCOMPARE(result.delivery->responseBody, QByteArray("packed"));
}

void TestDelivery::manyHeaders() {
    QByteArray headers;
    for (int i = 0; i < 1000; ++i)
        headers += "X-" + QByteArray::number(i) + ": a value of some length\r\n";
    RawServer server(answering(answer(200, headers)));
    DeliveryTest test;
    QCOMPARE(one(test, job(target(server.url()))).failure, QStringLiteral("headersTooLarge"));
}

void TestDelivery::headers_data() {
    QTest::addColumn<QByteArray>("configured");
    QTest::addColumn<QByteArray>("sent"); // of the header X-A, as lines; "-" is none
    QTest::newRow("list") << QByteArray(R"({"X-A":["1","2"]})") << QByteArray("X-A: 1\nX-A: 2");
    QTest::newRow("empty list") << QByteArray(R"({"X-A":[]})") << QByteArray("-");
    QTest::newRow("false") << QByteArray(R"({"X-A":false})") << QByteArray("-");
    QTest::newRow("false, then a value") << QByteArray(R"({"X-A":false,"x-a":"y"})") << QByteArray("X-A: y");
    QTest::newRow("number") << QByteArray(R"({"X-A":1e21})") << QByteArray("X-A: 1e+21");
    QTest::newRow("empty") << QByteArray(R"({"X-A":""})") << QByteArray("X-A: ");
    QTest::newRow("blanks around") << QByteArray(R"({" X-A ":" x "})") << QByteArray("X-A: x");
    QTest::newRow("Latin-1") << QByteArray(R"({"X-A":"ü"})") << QByteArray("X-A: \xfc");
    QTest::newRow("beyond Latin-1") << QByteArray(R"({"X-A":"a日b"})") << QByteArray("X-A: ab");
    QTest::newRow("control") << QByteArray(R"({"X-A":"a\u0001\u007fb"})") << QByteArray("X-A: ab");
}

void TestDelivery::headers() {
    QFETCH(QByteArray, configured);
    QFETCH(QByteArray, sent);
    RawServer server(answering(answer(204)));
    DeliveryTest test;
    const auto parsed = configjson::parse(configured);
    QVERIFY(parsed);
    const DeliveryResult result = one(test, job(target(server.url(), nullptr, *parsed)));
    QVERIFY2(result.isDelivered, qPrintable(result.explanation));
    QByteArrayList lines;
    for (const auto& [name, value] : server.requests.first().headers) {
        if (name.toLower() == "x-a")
            lines.append(name + ": " + value);
    }
    QCOMPARE(lines.isEmpty() ? QByteArray("-") : lines.join('\n'), sent);
}

void TestDelivery::addressWithUser() {
    RawServer server(answering(answer(204)));
    DeliveryTest test;
    QString url = server.url() + QStringLiteral("/p?a=1#part");
    url.replace(QLatin1String("//"), QLatin1String("//us%40er:pass%20word@"));
    const DeliveryResult result =
        one(test, job(target(url, nullptr, ConfigJson{{"authorization", "Bearer other"}})));
    QVERIFY2(result.isDelivered, qPrintable(result.explanation));
    QCOMPARE(server.requests.first().header("Authorization"),
             "Basic " + QByteArray("us@er:pass word").toBase64());
    QCOMPARE(server.requests.first().target, QByteArray("/p?a=1"));
    QVERIFY(!result.delivery->url.contains(QLatin1String("word")));
}

void TestDelivery::formIsRefused() {
    RawServer server(answering(answer(204)));
    DeliveryTest test;
    const ConfigJson headers{{"Content-Type", "application/x-www-form-urlencoded"}};
    const DeliveryResult result = one(test, job(target(server.url(), nullptr, headers)));
    QCOMPARE(result.failure, QStringLiteral("formBody"));
    QCOMPARE(server.requests.size(), 0);
}

void TestDelivery::informational() {
    RawServer server(
        answering("HTTP/1.1 103 Early Hints\r\nX-Early: 1\r\n\r\nHTTP/1.1 200 OK\r\nX-Late: 1\r\n"
                  "Content-Length: 0\r\n\r\n"));
    DeliveryTest test;
    const DeliveryResult result = one(test, job(target(server.url())));
    QVERIFY(result.isDelivered);
    QCOMPARE(result.delivery->status, 200);
    QCOMPARE(result.delivery->responseHeaders.first().first, QByteArray("X-Late"));
}

void TestDelivery::figures() {
    RawServer server(answering(RawServer::answer(200, "what it says", "text/plain", "X-More: 1\r\n")));
    DeliveryTest test;
    const DeliveryResult result = one(test, job(target(server.url(QStringLiteral("localhost")))));
    QVERIFY2(result.isDelivered, qPrintable(result.explanation));
    const DeliveryExchange& exchange = *result.delivery;
    QVERIFY(exchange.connect.count() > 0);
    QCOMPARE(exchange.tls.count(), 0);
    QVERIFY(exchange.firstByte.count() > 0);
    QVERIFY(exchange.total >= exchange.nameLookup + exchange.connect + exchange.tls);
    QCOMPARE(exchange.requestBody, server.requests.first().body);
    QVERIFY(exchange.responseHeaders.contains(std::pair<QByteArray, QByteArray>("X-More", "1")));
    const QJsonObject json = result.toJson();
    QCOMPARE(json.value(QLatin1String("delivery")).toObject().value(QLatin1String("responseBody")).toString(),
             QStringLiteral("what it says"));
    QCOMPARE(json.value(QLatin1String("isDelivered")).toBool(), true);
}

void TestDelivery::proxies_data() {
    QTest::addColumn<QByteArray>("variable");
    QTest::addColumn<QByteArray>("exceptions");
    QTest::addColumn<bool>("isLoopback");
    QTest::addColumn<bool>("isProxied");
    QTest::newRow("lower case") << QByteArray("http_proxy") << QByteArray() << false << true;
    QTest::newRow("upper case") << QByteArray("HTTP_PROXY") << QByteArray() << false << true;
    QTest::newRow("for all") << QByteArray("ALL_PROXY") << QByteArray() << false << true;
    QTest::newRow("of the other scheme") << QByteArray("https_proxy") << QByteArray() << false << false;
    QTest::newRow("excepted") << QByteArray("http_proxy") << QByteArray("a.example,nobody.invalid") << false
                              << false;
    QTest::newRow("loopback") << QByteArray("http_proxy") << QByteArray() << true << false;
}

void TestDelivery::proxies() {
    QFETCH(QByteArray, variable);
    QFETCH(QByteArray, exceptions);
    QFETCH(bool, isLoopback);
    QFETCH(bool, isProxied);
    RawServer proxy(answering(answer(204)));
    RawServer server(answering(answer(204)));
    const auto forget = qScopeGuard([&variable] {
        qunsetenv(variable.constData());
        qunsetenv("NO_PROXY");
    });
    qputenv(variable.constData(), proxy.url().toLatin1());
    qputenv("NO_PROXY", exceptions);
    DeliveryTest test;
    const QString url = isLoopback ? server.url() : QStringLiteral("http://nobody.invalid/x");
    const DeliveryResult result = one(test, job(target(url)));
    QCOMPARE(proxy.requests.size(), isProxied ? 1 : 0);
    QCOMPARE(server.requests.size(), isLoopback ? 1 : 0);
    QCOMPARE(result.failure, isProxied || isLoopback ? QString() : QStringLiteral("nameNotFound"));
    if (isProxied)
        QCOMPARE(proxy.requests.first().target, QByteArray("http://nobody.invalid/x"));
}

QTEST_GUILESS_MAIN(TestDelivery)
#include "tst_delivery.moc"
