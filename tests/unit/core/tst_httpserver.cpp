// SPDX-License-Identifier: MIT
#include "httptalk.h"

#include <meshwatch/core/httpserver.h>

#include <QTcpSocket>
#include <QTest>

#include <atomic>
#include <thread>

using namespace meshwatch;
using namespace meshwatch::httptalk;

class TestHttpServer : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void echoes() {
        HttpServer server;
        QVERIFY(server.start({}, {}, echo()).ok());
        QVERIFY(server.port() > 0);
        const QByteArray answer = talk(server.port(), post("/a%20b/c?x=1", "body"));
        QCOMPARE(statusOf(answer), 200);
        QVERIFY2(answer.endsWith("POST /a b/c?x=1\nbody"), answer.constData());
    }

    void answersFromAnotherThreadAndInAnyOrder() {
        HttpServer server;
        std::vector<std::thread> threads;
        QVERIFY(server
                    .start({}, {},
                           [&](HttpRequest request, HttpResponder responder) {
                               threads.emplace_back([request = std::move(request),
                                                     answer = std::move(responder)]() mutable {
                                   std::this_thread::sleep_for(
                                       std::chrono::milliseconds(request.path == "/slow" ? 100 : 0));
                                   answer.send({.status = 204, .body = {}, .contentType = {}, .headers = {}});
                               });
                           })
                    .ok());
        QCOMPARE(statusOf(talk(server.port(), post("/slow", "x"))), 204);
        QCOMPARE(statusOf(talk(server.port(), post("/quick", "x"))), 204);
        server.stop();
        for (auto& thread : threads)
            thread.join();
    }

    void anUnansweredRequestGets503() {
        HttpServer server;
        QVERIFY(server.start({}, {}, [](HttpRequest, HttpResponder) {}).ok());
        QCOMPARE(statusOf(talk(server.port(), post("/", "x"))), 503);
    }

    void refuses_data() {
        QTest::addColumn<QByteArray>("request");
        QTest::addColumn<int>("status");
        QTest::newRow("web page") << post("/", "{}", "Origin: http://evil.example\r\n") << 403;
        QTest::newRow("web page, opaque") << post("/", "{}", "Origin: null\r\n") << 403;
        QTest::newRow("rebound name")
            << QByteArray("POST / HTTP/1.1\r\nHost: evil.example\r\nContent-Length: 2\r\n\r\n{}") << 403;
        QTest::newRow("no host") << QByteArray("POST / HTTP/1.0\r\nContent-Length: 2\r\n\r\n{}") << 403;
        QTest::newRow("other address")
            << QByteArray("POST / HTTP/1.1\r\nHost: 10.0.0.1\r\nContent-Length: 2\r\n\r\n{}") << 403;
        QTest::newRow("own address and port")
            << QByteArray("POST / HTTP/1.1\r\nHost: 127.0.0.1:99\r\nContent-Length: 2\r\n\r\n{}") << 200;
        QTest::newRow("localhost")
            << QByteArray("POST / HTTP/1.1\r\nHost: LOCALHOST:99\r\nContent-Length: 2\r\n\r\n{}") << 200;
        QTest::newRow("allowed name")
            << QByteArray("POST / HTTP/1.1\r\nHost: hooks.example:99\r\nContent-Length: 2\r\n\r\n{}") << 200;
        QTest::newRow("body too large") << post("/", QByteArray(2000, 'x')) << 413;
        QTest::newRow("chunked body too large")
            << QByteArray("POST / HTTP/1.1\r\nHost: 127.0.0.1\r\nTransfer-Encoding: chunked\r\n\r\n7d0\r\n" +
                          QByteArray(2000, 'x') + "\r\n0\r\n\r\n")
            << 413;
    }
    void refuses() {
        QFETCH(QByteArray, request);
        QFETCH(int, status);
        HttpServer server;
        HttpServer::Options options;
        options.maxBodyBytes = 1000;
        options.allowedHosts = {QStringLiteral("hooks.example")};
        QVERIFY(server.start(options, {}, echo()).ok());
        const QByteArray answer = talk(server.port(), request);
        QVERIFY2(statusOf(answer) == status, answer.constData());
    }

    void aCheckRefusesBeforeTheHandler() {
        HttpServer server;
        std::atomic<int> handled = 0;
        QVERIFY(server
                    .start(
                        {},
                        [](const HttpRequest&) -> std::optional<HttpResponse> {
                            return HttpResponse::refusal(401, QStringLiteral("no"), QStringLiteral("No."));
                        },
                        [&](HttpRequest, HttpResponder) { ++handled; })
                    .ok());
        const QByteArray answer = talk(server.port(), post("/", "{}"));
        QCOMPARE(statusOf(answer), 401);
        QVERIFY(answer.endsWith(R"({"error":{"code":"no","message":"No."}})"));
        QCOMPARE(int(handled), 0);
    }

    void endsSlowRequests_data() {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("silent connection") << QByteArray();
        QTest::newRow("half a head") << QByteArray("POST / HTTP/1.1\r\nHo");
        QTest::newRow("half a body") << QByteArray(
            "POST / HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 100\r\n\r\nabc");
    }
    void endsSlowRequests() {
        QFETCH(QByteArray, bytes);
        HttpServer server;
        HttpServer::Options options;
        options.requestTime = std::chrono::milliseconds(200);
        QVERIFY(server.start(options, {}, echo()).ok());
        const QByteArray answer = talk(server.port(), bytes, true);
        QVERIFY2(statusOf(answer) == 408, answer.constData());
        const qsizetype length = answer.mid(answer.indexOf("Content-Length: ") + 16, 2).toInt();
        QCOMPARE(answer.size() - answer.indexOf("\r\n\r\n") - 4, length);
    }

    void limitsConnections() {
        HttpServer server;
        HttpServer::Options options;
        options.maxConnections = 2;
        QVERIFY(server.start(options, {}, echo()).ok());
        QTcpSocket first, second;
        for (QTcpSocket* socket : {&first, &second}) {
            socket->connectToHost(QHostAddress(QHostAddress::LocalHost), server.port());
            QVERIFY(socket->waitForConnected());
            socket->write(post("/", "x"));
            QVERIFY(socket->waitForReadyRead());
        }
        QCOMPARE(statusOf(talk(server.port(), post("/", "x"))), 503);
    }

    void stoppingLetsRequestsUnderWayFinish() {
        HttpServer server;
        std::thread answering;
        std::atomic<bool> isHandled = false;
        QVERIFY(server
                    .start({}, {},
                           [&](HttpRequest, HttpResponder responder) {
                               isHandled = true;
                               answering = std::thread([answer = std::move(responder)]() mutable {
                                   std::this_thread::sleep_for(std::chrono::milliseconds(200));
                                   answer.send({.status = 204, .body = {}, .contentType = {}, .headers = {}});
                               });
                           })
                    .ok());
        QTcpSocket socket;
        socket.connectToHost(QHostAddress(QHostAddress::LocalHost), server.port());
        QVERIFY(socket.waitForConnected());
        socket.write(post("/", "x"));
        QVERIFY(socket.waitForBytesWritten());
        QTRY_VERIFY(isHandled);
        server.stop();
        QVERIFY(socket.waitForReadyRead(2000));
        QCOMPARE(statusOf(socket.readAll()), 204);
        answering.join();
    }

    void stoppingRefusesWhatNobodyAnswers() {
        HttpServer server;
        std::vector<HttpResponder> held;
        std::atomic<bool> isHandled = false;
        QVERIFY(server
                    .start({}, {},
                           [&](HttpRequest, HttpResponder responder) {
                               held.push_back(std::move(responder));
                               isHandled = true;
                           })
                    .ok());
        QTcpSocket socket;
        socket.connectToHost(QHostAddress(QHostAddress::LocalHost), server.port());
        QVERIFY(socket.waitForConnected());
        socket.write(post("/", "x"));
        QVERIFY(socket.waitForBytesWritten());
        QTRY_VERIFY(isHandled);
        server.stop(std::chrono::milliseconds(50));
        QVERIFY(socket.waitForReadyRead(2000));
        QCOMPARE(statusOf(socket.readAll()), 503);
        held.front().send({.status = 204, .body = {}, .contentType = {}, .headers = {}});
    }

    void saysWhenThePortIsTaken() {
        HttpServer first, second;
        QVERIFY(first.start({}, {}, echo()).ok());
        HttpServer::Options options;
        options.port = first.port();
        const auto result = second.start(options, {}, echo());
        QVERIFY(!result.ok());
        QCOMPARE(result.error().code, QStringLiteral("http.listen"));
        QVERIFY2(result.error().message.contains(QString::number(first.port())),
                 qPrintable(result.error().message));
    }
};

QTEST_GUILESS_MAIN(TestHttpServer)
#include "tst_httpserver.moc"
