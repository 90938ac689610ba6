// SPDX-License-Identifier: MIT
#include "httptalk.h"

#include <QTest>

using namespace meshwatch;
using namespace meshwatch::httptalk;

/// What HttpServer makes of what comes over the wire.
class TestHttpRequests : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void answersWhatIsNoRequest_data() {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<int>("status");
        const QByteArray head = "POST / HTTP/1.1\r\nHost: 127.0.0.1\r\n";
        QTest::newRow("no HTTP") << QByteArray("hello, world\r\n\r\n") << 400;
        QTest::newRow("TLS") << QByteArray::fromHex("16030100fa010000f60303").append("\r\n\r\n") << 400;
        QTest::newRow("two lengths") << head + "Content-Length: 2\r\nContent-Length: 3\r\n\r\n{}" << 400;
        QTest::newRow("length and chunks")
            << head + "Content-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"
            << 400;
        QTest::newRow("other encoding") << head + "Transfer-Encoding: gzip\r\n\r\n{}" << 400;
        QTest::newRow("negative length") << head + "Content-Length: -1\r\n\r\n{}" << 400;
        QTest::newRow("bad chunk") << head + "Transfer-Encoding: chunked\r\n\r\nxyz\r\n{}\r\n" << 400;
        QTest::newRow("space before colon") << head + "Content-Length : 2\r\n\r\n{}" << 400;
        QTest::newRow("large head") << head + "X-Much: " + QByteArray(20'000, 'x') + "\r\n\r\n" << 431;
    }
    void answersWhatIsNoRequest() {
        QFETCH(QByteArray, bytes);
        QFETCH(int, status);
        HttpServer server;
        QVERIFY(server.start({}, {}, echo()).ok());
        const QByteArray answer = talk(server.port(), bytes, true);
        QVERIFY2(statusOf(answer) == status, answer.constData());
        QVERIFY2(answer.contains("Connection: close\r\n"), answer.constData());
        QVERIFY2(answer.contains("{\"error\":{\"code\":\"http."), answer.constData());
    }

    void readsTargets_data() {
        QTest::addColumn<QByteArray>("target");
        QTest::addColumn<QByteArray>("seen");
        QTest::newRow("path") << QByteArray("/a/b") << QByteArray("/a/b?");
        QTest::newRow("encoded") << QByteArray("/a%2Fb%3Fc") << QByteArray("/a/b?c?");
        QTest::newRow("broken encoding") << QByteArray("/a%zz%") << QByteArray("/a%zz%?");
        QTest::newRow("query as sent") << QByteArray("/a?x=%20+&y") << QByteArray("/a?x=%20+&y");
        QTest::newRow("from a proxy") << QByteArray("http://127.0.0.1/a?b") << QByteArray("/a?b");
        QTest::newRow("host alone") << QByteArray("http://127.0.0.1") << QByteArray("/?");
    }
    void readsTargets() {
        QFETCH(QByteArray, target);
        QFETCH(QByteArray, seen);
        HttpServer server;
        QVERIFY(server.start({}, {}, echo()).ok());
        const QByteArray answer = talk(server.port(), post(target, "x"));
        QCOMPARE(answer.mid(answer.indexOf("\r\n\r\n") + 4), "POST " + seen + "\nx");
    }

    void answersSeveralRequestsOfOneConnectionInTheirOrder() {
        HttpServer server;
        QVERIFY(server.start({}, {}, echo()).ok());
        QTcpSocket socket;
        socket.connectToHost(QHostAddress(QHostAddress::LocalHost), server.port());
        QVERIFY(socket.waitForConnected());
        QByteArray all;
        for (int i = 0; i < 100; ++i)
            all += post("/" + QByteArray::number(i), "body");
        socket.write(all);
        QByteArray answers;
        while (answers.count("\nbody") < 100 && socket.waitForReadyRead(5000))
            answers += socket.readAll();
        qsizetype at = 0;
        for (int i = 0; i < 100; ++i) {
            at = answers.indexOf(QByteArray("POST /" + QByteArray::number(i) + "?\nbody"), at);
            QVERIFY2(at >= 0, QByteArray::number(i).constData());
        }
    }

    /// Each would have called the next: a few thousand of them must not.
    void refusesThousandsInOnePiece() {
        HttpServer server;
        QVERIFY(server.start({}, {}, echo()).ok());
        QTcpSocket socket;
        socket.connectToHost(QHostAddress(QHostAddress::LocalHost), server.port());
        QVERIFY(socket.waitForConnected());
        constexpr int count = 20'000;
        socket.write(QByteArray("GET / HTTP/1.1\r\nHost: x\r\n\r\n").repeated(count));
        int refused = 0;
        QByteArray answers;
        while (refused < count && socket.waitForReadyRead(5000)) {
            answers += socket.readAll();
            refused += int(answers.count("HTTP/1.1 403 "));
            answers = answers.right(12); // shorter than what is counted, so that nothing counts twice
        }
        QCOMPARE(refused, count);
    }

    void answersHeadWithoutBody() {
        HttpServer server;
        QVERIFY(server.start({}, {}, echo()).ok());
        const QByteArray answer =
            talk(server.port(), "HEAD /a HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n", true);
        QCOMPARE(statusOf(answer), 200);
        QVERIFY2(answer.contains("Content-Length: 9\r\n"), answer.constData());
        QVERIFY2(answer.endsWith("\r\n\r\n"), answer.constData());
    }

    void asksForABodyThatWaits() {
        HttpServer server;
        HttpServer::Options options;
        options.maxBodyBytes = 100;
        QVERIFY(server.start(options, {}, echo()).ok());
        QTcpSocket socket;
        socket.connectToHost(QHostAddress(QHostAddress::LocalHost), server.port());
        QVERIFY(socket.waitForConnected());
        // Several: the second read of a connection must not come beside the first.
        for (int i = 0; i < 3; ++i) {
            socket.write("POST / HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 5\r\n"
                         "Expect: 100-continue\r\n\r\n");
            QVERIFY(socket.waitForReadyRead());
            QCOMPARE(socket.readAll(), QByteArray("HTTP/1.1 100 Continue\r\n\r\n"));
            const QByteArray body = "body" + QByteArray::number(i);
            socket.write(body);
            QVERIFY(socket.waitForReadyRead());
            QVERIFY(socket.readAll().endsWith(QByteArray("\n" + body)));
        }
        // What would be refused is not asked for.
        socket.write(
            "POST / HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 101\r\nExpect: 100-continue\r\n\r\n");
        QVERIFY(socket.waitForReadyRead());
        QCOMPARE(statusOf(socket.readAll()), 413);
    }

    void keepsConnectionsOfHttp10WhenAsked() {
        HttpServer server;
        QVERIFY(server.start({}, {}, echo()).ok());
        const QByteArray request = "GET / HTTP/1.0\r\nHost: 127.0.0.1\r\n";
        const QByteArray kept = talk(server.port(), request + "Connection: keep-alive\r\n\r\n");
        QVERIFY2(kept.contains("Connection: keep-alive\r\n"), kept.constData());
        const QByteArray closed = talk(server.port(), request + "\r\n", true);
        QVERIFY2(closed.contains("Connection: close\r\n"), closed.constData());
    }

    /// The client still writes when the answer is on its way.
    void aClientThatWritesTooMuchReadsWhy() {
        HttpServer server;
        HttpServer::Options options;
        options.maxBodyBytes = 1000;
        QVERIFY(server.start(options, {}, echo()).ok());
        QTcpSocket socket;
        socket.connectToHost(QHostAddress(QHostAddress::LocalHost), server.port());
        QVERIFY(socket.waitForConnected());
        socket.write(post("/", QByteArray(20'000'000, 'x')));
        QByteArray answer;
        while (!answer.contains("}}") && socket.waitForReadyRead(5000))
            answer += socket.readAll();
        QCOMPARE(statusOf(answer), 413);
    }

    void sendsWhatDoesNotFitAtOnce() {
        HttpServer server;
        QVERIFY(server
                    .start({}, {},
                           [](HttpRequest, HttpResponder responder) {
                               HttpResponse response;
                               response.status = 200;
                               response.body = QByteArray(30'000'000, '!');
                               responder.send(response);
                           })
                    .ok());
        QTcpSocket socket;
        socket.setReadBufferSize(65536);
        socket.connectToHost(QHostAddress(QHostAddress::LocalHost), server.port());
        QVERIFY(socket.waitForConnected());
        socket.write(post("/", "x"));
        qint64 read = 0;
        while (read < 30'000'000 && socket.waitForReadyRead(5000))
            read += socket.readAll().count('!');
        QCOMPARE(read, 30'000'000);
    }

    void dropsTheConnectionWithoutAnAnswer() {
        HttpServer server;
        QVERIFY(server.start({}, {}, [](HttpRequest, HttpResponder responder) { responder.drop(); }).ok());
        QCOMPARE(talk(server.port(), post("/", "x"), true), QByteArray());
    }
};

QTEST_GUILESS_MAIN(TestHttpRequests)
#include "tst_httprequests.moc"
