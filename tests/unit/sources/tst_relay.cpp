// SPDX-License-Identifier: MIT
#include "relaypeer.h"

#include <meshwatch/events/eventreader.h>

#include <QTcpSocket>
#include <QTemporaryDir>

using namespace meshwatch;
using relaytest::Peer;
using relaytest::Relay;
using relaytest::upgrade;

namespace {

/// The answer to one request, byte for byte; empty if the connection ends without.
QByteArray answerTo(quint16 port, const QByteArray& request) {
    QTcpSocket socket;
    socket.connectToHost(QHostAddress(QHostAddress::LocalHost), port);
    socket.write(request);
    (void)QTest::qWaitFor([&] { return socket.state() == QAbstractSocket::UnconnectedState; }, 20'000);
    return socket.readAll();
}

} // namespace

/// The relay's protocol, frame by frame.
class TestRelay : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    std::unique_ptr<Relay> m_relay;
    int m_number = 0;

    [[nodiscard]] quint16 port() const { return m_relay->server->port(); }
    void restart(const RelayServer::Options& options) {
        m_relay->server.reset();
        QVERIFY(m_relay->start(options));
    }

private Q_SLOTS:
    void init() {
        m_relay =
            std::make_unique<Relay>(m_folder.filePath(QStringLiteral("relay-%1.sqlite").arg(++m_number)));
        QVERIFY(m_relay->start());
    }
    void cleanup() { m_relay.reset(); }

    void refusesAtTheDoor_data() {
        QTest::addColumn<QByteArray>("request");
        QTest::addColumn<int>("status");
        const QByteArray bearer = "Authorization: Bearer " + relaytest::token + "\r\n";
        QTest::newRow("no token") << upgrade("/riverside", {}) << 401;
        QTest::newRow("wrong token") << upgrade("/riverside", "Authorization: Bearer wrong\r\n") << 401;
        QTest::newRow("a beginning of the token")
            << upgrade("/riverside", "Authorization: Bearer a-token\r\n") << 401;
        QTest::newRow("token as basic")
            << upgrade("/riverside", "Authorization: Basic " + relaytest::token.toBase64() + "\r\n") << 401;
        QTest::newRow("token in the URL") << upgrade("/riverside?token=" + relaytest::token, {}) << 401;
        QTest::newRow("web page") << upgrade("/riverside", bearer + "Origin: https://evil.example\r\n")
                                  << 403;
        QTest::newRow("web page without token") << upgrade("/riverside", "Origin: null\r\n") << 403;
        QTest::newRow("unknown connection") << upgrade("/nowhere", bearer) << 404;
        QTest::newRow("connection of another token")
            << upgrade("/riverside", "Authorization: Bearer another-token-of-the-desk\r\n") << 404;
        QTest::newRow("no upgrade") << QByteArray("GET /riverside HTTP/1.1\r\nHost: a\r\n" + bearer + "\r\n")
                                    << 426;
        QTest::newRow("POST") << QByteArray("POST /riverside HTTP/1.1\r\nHost: a\r\n" + bearer +
                                            "Content-Length: 0\r\n\r\n")
                              << 426;
        QTest::newRow("no HTTP") << QByteArray("hello\r\n\r\n") << 400;
        QTest::newRow("header without colon") << upgrade("/riverside", bearer + "nonsense\r\n") << 400;
        QTest::newRow("endless head") << upgrade("/riverside", "X: " + QByteArray(20'000, 'x')) << 431;
    }
    void refusesAtTheDoor() {
        QFETCH(QByteArray, request);
        QFETCH(int, status);
        const QByteArray answer = answerTo(port(), request);
        QCOMPARE(answer.mid(9, 3).toInt(), status);
        QVERIFY(!answer.contains(relaytest::token));
        const auto body = json::parseObject(QByteArrayView(answer).sliced(answer.indexOf("\r\n\r\n") + 4));
        QVERIFY(body.ok());
        QVERIFY(!body->value(QLatin1String("error"))
                     .toObject()
                     .value(QLatin1String("code"))
                     .toString()
                     .isEmpty());
    }

    void greets() {
        m_relay->addMails(m_relay->riverside, 0, 3);
        Peer peer(port(), QStringLiteral("/Riverside%20School"));
        QTRY_VERIFY(peer.isOpen());
        peer.send(QByteArray("{\"type\":\"hello\",\"versions\":[7,1],\"more\":{}}"));
        QVERIFY(peer.waitFor(QStringLiteral("welcome")));
        const QJsonObject welcome = peer.frame(QStringLiteral("welcome"));
        QCOMPARE(welcome.value(QLatin1String("version")).toInt(), 1);
        QCOMPARE(welcome.value(QLatin1String("relay")).toString(), QLatin1String(MESHWATCH_VERSION));
        QCOMPARE(welcome.value(QLatin1String("connection")).toString(), QStringLiteral("Riverside School"));
        QCOMPARE(welcome.value(QLatin1String("firstSeq")).toInt(), 1);
        QCOMPARE(welcome.value(QLatin1String("lastSeq")).toInt(), 3);
        QCOMPARE(welcome.value(QLatin1String("events")).toInt(), 3);
    }

    void refusesFrames_data() {
        QTest::addColumn<QByteArrayList>("frames");
        QTest::addColumn<QString>("code");
        const QByteArray hello = "{\"type\":\"hello\",\"versions\":[1]}";
        const QByteArray subscribe =
            "{\"type\":\"subscribe\",\"from\":\"start\",\"filter\":\"\",\"credit\":1}";
        const auto row = [](const char* name, const QByteArrayList& frames, const char* code) {
            QTest::newRow(name) << frames << QString::fromLatin1(code);
        };
        row("no JSON", {"hello"}, "badFrame");
        row("half an object", {"{\"type\":\"hel"}, "badFrame");
        row("a list", {"[1]"}, "badFrame");
        row("nothing", {""}, "badFrame");
        row("no type", {"{}"}, "badFrame");
        row("type is a number", {"{\"type\":1}"}, "badFrame");
        row("unknown type", {"{\"type\":\"steal\"}"}, "badFrame");
        row("nested deeply", {QByteArray(5000, '[')}, "badFrame");
        row("subscribe before hello", {subscribe}, "badFrame");
        row("hello twice", {hello, hello}, "badFrame");
        row("versions missing", {"{\"type\":\"hello\"}"}, "version");
        row("later version", {"{\"type\":\"hello\",\"versions\":[2,3]}"}, "version");
        row("version as text", {"{\"type\":\"hello\",\"versions\":[\"1\"]}"}, "version");
        row("no from", {hello, "{\"type\":\"subscribe\",\"credit\":1}"}, "badFrame");
        row("cursor of nonsense", {hello, "{\"type\":\"subscribe\",\"from\":\"a.b.c\"}"}, "badFrame");
        row("negative cursor", {hello, "{\"type\":\"subscribe\",\"from\":\"1.-5.1\"}"}, "badFrame");
        row("filter of nonsense",
            {hello, "{\"type\":\"subscribe\",\"from\":\"start\",\"filter\":\"since:nonsense\"}"}, "filter");
        row("filter without end",
            {hello,
             "{\"type\":\"subscribe\",\"from\":\"start\",\"filter\":\"" + QByteArray(20'000, 'x') + "\"}"},
            "filter");
        row("credit below 0", {hello, "{\"type\":\"subscribe\",\"from\":\"start\",\"credit\":-1}"},
            "badFrame");
        row("half a credit", {hello, "{\"type\":\"subscribe\",\"from\":\"start\",\"credit\":1.5}"},
            "badFrame");
        row("credit without end", {hello, "{\"type\":\"subscribe\",\"from\":\"start\",\"credit\":1e300}"},
            "badFrame");
        row("credit as text", {hello, "{\"type\":\"subscribe\",\"from\":\"start\",\"credit\":\"9\"}"},
            "badFrame");
        row("credit before subscribing", {hello, "{\"type\":\"credit\",\"events\":1}"}, "badFrame");
        row("subscribe twice", {hello, subscribe, subscribe}, "badFrame");
    }
    void refusesFrames() {
        QFETCH(QByteArrayList, frames);
        QFETCH(QString, code);
        Peer peer(port());
        QTRY_VERIFY(peer.isOpen());
        for (const QByteArray& frame : frames) {
            peer.send(frame);
            // What follows a greeting follows the answer to it.
            if (frame.contains("hello\""))
                (void)QTest::qWaitFor([&] { return !peer.frames.isEmpty(); }, 5000);
        }
        QVERIFY(peer.waitFor(QStringLiteral("error")));
        QCOMPARE(peer.frame(QStringLiteral("error")).value(QLatin1String("code")).toString(), code);
        QTRY_VERIFY(peer.isClosed());
    }

    void endsWhatIsNoText() {
        Peer binary(port());
        QTRY_VERIFY(binary.isOpen());
        binary.socket().sendBinaryMessage("{}");
        QTRY_VERIFY(binary.isClosed());
        Peer large(port());
        QTRY_VERIFY(large.isOpen());
        large.send(QByteArray(100'000, ' '));
        QTRY_VERIFY(large.isClosed());
        // Frames that break the rules of WebSocket: not masked, a code that does not exist.
        for (const QByteArray& bytes : {QByteArray("\x81\x02{}", 4), QByteArray("\x8f\x80\0\0\0\0", 6)}) {
            QTcpSocket raw;
            raw.connectToHost(QHostAddress(QHostAddress::LocalHost), port());
            raw.write(upgrade("/riverside", "Authorization: Bearer " + relaytest::token + "\r\n"));
            QTRY_VERIFY(raw.bytesAvailable() > 0);
            raw.write(bytes);
            QTRY_COMPARE_WITH_TIMEOUT(raw.state(), QAbstractSocket::UnconnectedState, 30'000);
        }
        Peer after(port());
        QVERIFY(after.begin(QStringLiteral("now"), 1));
    }

    void sendsWhatComesFromTheStart() {
        m_relay->addMails(m_relay->riverside, 0, 3);
        m_relay->addMails(m_relay->harbour, 100, 2);
        Peer peer(port());
        QVERIFY(peer.begin(QStringLiteral("start"), 1000));
        QVERIFY(peer.waitForEvents(3));
        m_relay->addMails(m_relay->riverside, 3, 4);
        QVERIFY(peer.waitForEvents(7));
        QCOMPARE(peer.events.size(), 7);
        const QList<int> seqs{1, 2, 3, 6, 7, 8, 9};
        for (int i = 0; i < 7; ++i) {
            const QJsonObject& event = peer.events.at(i);
            QCOMPARE(event.value(QLatin1String("seq")).toInt(), seqs.at(i));
            QCOMPARE(event.value(QLatin1String("body")).toString().toUtf8(), Relay::mail(i));
            QCOMPARE(event.value(QLatin1String("trigger")).toString(),
                     QStringLiteral("transport.messageReceived"));
            QCOMPARE(event.value(QLatin1String("path")).toString(), QStringLiteral("/riverside"));
            QVERIFY(
                event.value(QLatin1String("headers")).toString().contains(QLatin1String("x-api-key: ***")));
            QVERIFY(event.value(QLatin1String("correlationId")).toString().startsWith(QLatin1String("c-")));
            QVERIFY(event.value(QLatin1String("receivedAt")).toInteger() > 1'600'000'000'000'000);
        }
    }

    void startsNow() {
        m_relay->addMails(m_relay->riverside, 0, 3);
        Peer peer(port());
        QVERIFY(peer.begin(QStringLiteral("now"), 1000));
        m_relay->addMails(m_relay->riverside, 3, 1);
        QVERIFY(peer.waitForEvents(1));
        QCOMPARE(peer.events.constFirst().value(QLatin1String("seq")).toInt(), 4);
    }

    void resumesExactly() {
        m_relay->addMails(m_relay->riverside, 0, 1200);
        QList<qint64> seqs;
        QString cursor = QStringLiteral("start");
        // From the middle of what was sent, each time, and from a relay that was started anew in between.
        while (seqs.size() < 1200) {
            Peer peer(port());
            QVERIFY(peer.begin(cursor, 300));
            QVERIFY(peer.waitForEvents(1));
            const qsizetype taken = qMin<qsizetype>(peer.events.size(), 137);
            for (qsizetype i = 0; i < taken; ++i)
                seqs.append(peer.events.at(i).value(QLatin1String("seq")).toInteger());
            cursor = peer.cursor(taken - 1);
            if (seqs.size() % 3 == 0)
                restart(m_relay->options());
        }
        for (qsizetype i = 0; i < seqs.size(); ++i)
            QCOMPARE(seqs.at(i), i + 1);
    }

    void filters() {
        for (int i = 0; i < 40; ++i)
            m_relay->add(m_relay->riverside, Relay::mail(i, i % 10 == 0 ? "consumption.requestReceived"
                                                                        : "transport.messageSent"));
        m_relay->store->flush();
        Peer peer(port());
        QVERIFY(peer.begin(QStringLiteral("start"), 1000, QStringLiteral("trigger:consumption.*")));
        Peer byData(port());
        QVERIFY(byData.begin(QStringLiteral("start"), 1000, QStringLiteral("data.id:MSG7")));
        QVERIFY(peer.waitForEvents(4));
        QVERIFY(byData.waitForEvents(1));
        m_relay->add(m_relay->riverside, Relay::mail(50, "consumption.requestReceived"));
        m_relay->store->flush();
        QVERIFY(peer.waitForEvents(5));
        QCOMPARE(peer.events.size(), 5);
        QCOMPARE(byData.events.size(), 1);
        for (const QJsonObject& event : std::as_const(peer.events))
            QCOMPARE(event.value(QLatin1String("trigger")).toString(),
                     QStringLiteral("consumption.requestReceived"));
    }

    /// Where nothing matches, the place moves on all the same.
    void tellsThePosition() {
        auto options = m_relay->options();
        options.positionPause = std::chrono::milliseconds(100);
        restart(options);
        Peer peer(port());
        QVERIFY(peer.begin(QStringLiteral("start"), 10, QStringLiteral("trigger:nothing.*")));
        m_relay->addMails(m_relay->riverside, 0, 30);
        const auto last = [&] {
            return peer.frames.constLast()
                .value(QLatin1String("cursor"))
                .toString()
                .section(QLatin1Char('.'), 1, 1);
        };
        QTRY_COMPARE(last(), QStringLiteral("30"));
        QVERIFY(peer.frames.constLast().value(QLatin1String("upTo")).toInteger() > 0);
        const QString cursor = peer.frames.constLast().value(QLatin1String("cursor")).toString();
        Peer again(port());
        QVERIFY(again.begin(cursor, 10));
        m_relay->addMails(m_relay->riverside, 30, 1);
        QVERIFY(again.waitForEvents(1));
        QCOMPARE(again.events.constFirst().value(QLatin1String("seq")).toInt(), 31);
    }

    void sendsNoMoreThanTheCredit() {
        m_relay->addMails(m_relay->riverside, 0, 700);
        Peer peer(port());
        QVERIFY(peer.begin(QStringLiteral("start"), 0));
        Peer generous(port());
        QVERIFY(generous.begin(QStringLiteral("start"), 10'000));
        QVERIFY(generous.waitForEvents(700));
        QCOMPARE(peer.events.size(), 0);
        int granted = 0;
        for (const int credit : {1, 2, 10, 77, 300, 5, 305}) {
            peer.credit(credit);
            granted += credit;
            QVERIFY(peer.waitForEvents(granted));
            QTest::qWait(60);
            QCOMPARE(peer.events.size(), granted);
        }
        QCOMPARE(granted, 700);
        for (int i = 0; i < granted; ++i)
            QCOMPARE(peer.events.at(i).value(QLatin1String("seq")).toInt(), i + 1);
    }

    void keepsBodiesByteForByte_data() {
        QTest::addColumn<QByteArray>("body");
        const QByteArray begin = "{\"trigger\":\"transport.messageSent\",\"data\":", end = "}";
        QTest::newRow("odd whitespace")
            << QByteArray(" \t\r\n{ \"trigger\" :\t\"transport.messageSent\" ,\r\n"
                          "  \"data\":\t{ }\n\n } \n");
        QTest::newRow("escapes")
            << begin + "{\"a\":\"\\u00e9\\/\\\"\\\\\\b\\f\\n\\r\\t\\ud83d\\ude00\\u0000\",\"\\u0062\":1E+2}" +
                   end;
        QTest::newRow("more than ASCII") << begin + "{\"a\":\"\u00e9\u4e2d\U0001F600\uFEFF\u2028\"}" + end;
        QTest::newRow("noncharacters") << begin + "{\"a\":\"\xef\xbf\xbe\xef\xbf\xbf\x7f\"}" + end;
        QTest::newRow("numbers") << begin + "{\"a\":[1.0,-0,1e300,12345678901234567890,0.1000]}" + end;
        QTest::newRow("same member twice") << begin + "{\"a\":1,\"a\":2}" + end;
        QTest::newRow("large") << begin + "{\"a\":\"" + QByteArray(9'000'000, 'x') + "\"}" + end;
        QTest::newRow("large and all escapes")
            << begin + "{\"a\":[" + QByteArray("\"\\\\\",\n").repeated(500'000) + "1]}" + end;
    }
    void keepsBodiesByteForByte() {
        QFETCH(QByteArray, body);
        m_relay->addMails(m_relay->riverside, 0, 1);
        m_relay->add(m_relay->riverside, body);
        m_relay->store->flush();
        Peer peer(port());
        QVERIFY(peer.begin(QStringLiteral("start"), 10));
        QVERIFY(peer.waitForEvents(2));
        QVERIFY(peer.events.at(1).value(QLatin1String("body")).toString().toUtf8() == body);
    }

    void saysHowADataBodyIsMeant() {
        m_relay->add(m_relay->riverside, "{\"id\":\"MSG1\"}", "transport.messageSent", Channel::Amqp);
        m_relay->store->flush();
        Peer peer(port());
        QVERIFY(peer.begin(QStringLiteral("start"), 10));
        QVERIFY(peer.waitForEvents(1));
        QCOMPARE(peer.events.constFirst().value(QLatin1String("form")).toString(), QStringLiteral("data"));
    }
};

QTEST_GUILESS_MAIN(TestRelay)
#include "tst_relay.moc"
