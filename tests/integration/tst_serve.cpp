// SPDX-License-Identifier: MIT
#include "servedfolder.h"

#include <meshwatch/core/json.h>
#include <meshwatch/core/micros.h>

#include <QFile>
#include <QJsonObject>
#include <QTest>

#include <atomic>
#include <stop_token>
#include <thread>

using namespace meshwatch;

namespace {

struct Delivery {
    QByteArray url;
    QByteArray headers;
    QByteArray body;
    Micros at;
};

std::vector<Delivery> recordedDeliveries() {
    QFile file(QStringLiteral(MESHWATCH_TEST_DATA "/recordings/webhooks-a.jsonl"));
    std::vector<Delivery> list;
    if (!file.open(QIODevice::ReadOnly))
        return list;
    while (!file.atEnd()) {
        const auto line = json::parseObject(file.readLine());
        if (!line)
            return {};
        Delivery delivery;
        delivery.url = line->value(QLatin1String("url")).toString().toUtf8();
        delivery.at =
            Micros::fromIso(line->value(QLatin1String("at")).toString().toLatin1()).value_or(Micros());
        const QJsonObject headers = line->value(QLatin1String("headers")).toObject();
        for (auto it = headers.begin(); it != headers.end(); ++it) {
            if (it.key() != QLatin1String("host") && it.key() != QLatin1String("content-length"))
                delivery.headers += it.key().toUtf8() + ": " + it.value().toString().toUtf8() + "\r\n";
        }
        delivery.body = json::compact(line->value(QLatin1String("body")));
        list.push_back(delivery);
    }
    return list;
}

QByteArray mail(int thread, int number) {
    return "{\"data\":{\"id\":\"MSG" + QByteArray::number(thread) + 'x' + QByteArray::number(number) +
           "\",\"isOwn\":false},\"trigger\":\"transport.messageReceived\"}";
}

} // namespace

class TestServe : public QObject, ServedFolder {
    Q_OBJECT

private Q_SLOTS:
    /// Everything that a real Connector sent: one event each, however many targets told of it.
    void recordedDeliveriesBecomeEvents() {
        const auto deliveries = recordedDeliveries();
        QCOMPARE(deliveries.size(), size_t(240));
        Program program;
        QVERIFY(program.start(serve(data("recorded"))));
        Poster poster(program.port());
        QVERIFY(poster.isConnected());
        const auto play = [&](bool catchAll) {
            bool isFirstStart = true;
            for (const Delivery& delivery : deliveries) {
                if (delivery.url.startsWith("/a/hook/") != catchAll)
                    continue;
                // Two starts of the Connector: equal but for the time between them.
                if (delivery.body.contains("runtime.modulesStarted") && !std::exchange(isFirstStart, false))
                    QTest::qWait(2100);
                if (const int status = poster.post(delivery.url, delivery.body, delivery.headers);
                    status != 204)
                    QFAIL(qPrintable(
                        QStringLiteral("%1: %2").arg(QString::fromUtf8(delivery.url)).arg(status)));
            }
        };
        play(true);
        QCOMPARE(events(data("recorded")).lines(), 124);
        play(false);
        const auto outcome = events(data("recorded"));
        QCOMPARE(outcome.lines(), 124);
        for (const QByteArray& line : outcome.out.trimmed().split('\n')) {
            const auto object = json::parseObject(line);
            QVERIFY(object.ok());
            const QString trigger = object->value(QLatin1String("trigger")).toString();
            const bool isRuntime = trigger.startsWith(QLatin1String("runtime."));
            QVERIFY2(isRuntime || !object->value(QLatin1String("object")).toString().isEmpty(),
                     line.constData());
            QVERIFY(Micros::fromIso(object->value(QLatin1String("receivedAt")).toString().toLatin1())
                        .has_value());
            QCOMPARE(object->value(QLatin1String("connection")).toString(), QStringLiteral("a"));
        }
        QCOMPARE(program.terminate(), 0);
    }

    void nothingAcknowledgedIsLost_data() {
        QTest::addColumn<bool>("isHard");
        for (int i = 0; i < 5; ++i)
            QTest::addRow("kill -9, round %d", i + 1) << true;
        QTest::newRow("SIGTERM") << false;
    }
    void nothingAcknowledgedIsLost() {
        QFETCH(bool, isHard);
        const QString folder = data("killed");
        Program program;
        QVERIFY(program.start(serve(folder)));
        const int before = events(folder).lines();
        static int round = 0;
        ++round;
        std::atomic<int> acknowledged = 0;
        std::vector<std::jthread> posters;
        for (int t = 0; t < 8; ++t) {
            posters.emplace_back([&, t](const std::stop_token& stop) {
                Poster poster(program.port());
                for (int i = 0; !stop.stop_requested() && poster.isConnected() &&
                                poster.post("/a", mail(round * 100 + t, i)) == 204;
                     ++i)
                    ++acknowledged;
            });
        }
        // However slowly, as long as it goes on.
        while (acknowledged <= 2000) {
            const int known = acknowledged;
            QTRY_VERIFY_WITH_TIMEOUT(acknowledged > known, 60'000);
        }
        const int code = isHard ? (program.killHard(), 0) : program.terminate();
        for (auto& poster : posters)
            poster.join();
        QCOMPARE(code, 0);
        const auto outcome = events(folder);
        QCOMPARE(outcome.code, 0);
        const int stored = outcome.lines() - before;
        // One more per connection can be stored without the answer getting through.
        QVERIFY2(stored >= acknowledged && stored <= acknowledged + 8,
                 qPrintable(QStringLiteral("%1 stored, %2 acknowledged").arg(stored).arg(int(acknowledged))));
    }

    /// A Connector delivers once: who keeps its events is told of which time they may be missing.
    void saysWhenNobodyListened() {
        const QString folder = data("gap");
        Program program;
        QVERIFY(program.start(serve(folder)));
        QCOMPARE(Poster(program.port()).post("/a", mail(0, 0)), 204);
        QCOMPARE(program.terminate(), 0);
        QTest::qWait(1200);
        Program again;
        QVERIFY(again.start(serve(folder) + QStringList{QStringLiteral("--log"), QStringLiteral("json")}));
        QByteArray said;
        const auto isTold = [&] {
            again.process().waitForReadyRead(50);
            said += again.process().readAllStandardError();
            return said.contains(R"("event":"gap")");
        };
        QTRY_VERIFY_WITH_TIMEOUT(isTold(), 20'000);
        const QByteArray line = said.mid(said.lastIndexOf('\n', said.indexOf(R"("event":"gap")")) + 1);
        const auto gap = json::parseObject(line.left(line.indexOf('\n')));
        QVERIFY(gap.ok());
        QCOMPARE(gap->value(QLatin1String("connection")).toString(), QStringLiteral("a"));
        QCOMPARE(gap->value(QLatin1String("channel")).toString(), QStringLiteral("webhook"));
        QVERIFY(gap->value(QLatin1String("message"))
                    .toString()
                    .startsWith(QLatin1String("a: nothing came by webhook from ")));
        QCOMPARE(again.terminate(), 0);
        QCOMPARE(again.process().readAllStandardError().count("\"gap\""), 0);
    }

    void refuses_data() {
        QTest::addColumn<QByteArray>("path");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QByteArray>("headers");
        QTest::addColumn<int>("status");
        const QByteArray json = "content-type: application/json\r\n", key = "x-hook: s3cret\r\n",
                         good = mail(0, 0);
        QTest::newRow("good") << QByteArray("/a") << good << json + key << 204;
        QTest::newRow("trigger in the path only")
            << QByteArray("/a/transport.messageReceived") << QByteArray("{\"data\":{}}") << json + key << 204;
        QTest::newRow("trigger in the query only") << QByteArray("/a?trigger=transport.messageSent")
                                                   << QByteArray("{\"data\":{}}") << json + key << 204;
        QTest::newRow("bearer") << QByteArray("/a") << good
                                << QByteArray(json + "authorization: Bearer s3cret\r\n") << 204;
        QTest::newRow("basic") << QByteArray("/a") << good
                               << QByteArray(json + "authorization: Basic " +
                                             QByteArray("u:s3cret").toBase64() + "\r\n")
                               << 204;
        QTest::newRow("no key") << QByteArray("/a") << good << json << 401;
        QTest::newRow("wrong key") << QByteArray("/a") << good << QByteArray(json + "x-hook: s3cre\r\n")
                                   << 401;
        QTest::newRow("unknown path") << QByteArray("/b") << good << json + key << 404;
        QTest::newRow("root") << QByteArray("/") << good << json + key << 404;
        QTest::newRow("form") << QByteArray("/a") << good
                              << QByteArray("content-type: application/x-www-form-urlencoded\r\n" + key)
                              << 415;
        QTest::newRow("charset is fine")
            << QByteArray("/a") << good
            << QByteArray("content-type: application/json; charset=utf-8\r\n" + key) << 204;
        QTest::newRow("empty body") << QByteArray("/a") << QByteArray() << json + key << 400;
        QTest::newRow("truncated") << QByteArray("/a") << good.left(40) << json + key << 400;
        QTest::newRow("HTML") << QByteArray("/a") << QByteArray("<html>") << json + key << 400;
        QTest::newRow("no trigger") << QByteArray("/a") << QByteArray("{\"data\":{}}") << json + key << 400;
        QTest::newRow("web page") << QByteArray("/a") << good
                                  << QByteArray(json + key + "origin: https://evil.example\r\n") << 403;
        QTest::newRow("too large") << QByteArray("/a") << QByteArray(1'200'000, ' ') << json + key << 413;
    }
    void refuses() {
        QFETCH(QByteArray, path);
        QFETCH(QByteArray, body);
        QFETCH(QByteArray, headers);
        QFETCH(int, status);
        static Program program;
        if (program.process().state() == QProcess::NotRunning) {
            auto environment = QProcessEnvironment::systemEnvironment();
            environment.insert(QStringLiteral("HOOK_KEY"), QStringLiteral("s3cret"));
            QVERIFY(program.start(serve(data("refusing")) +
                                      QStringList{QStringLiteral("--key-env"), QStringLiteral("HOOK_KEY"),
                                                  QStringLiteral("--key-header"), QStringLiteral("x-hook"),
                                                  QStringLiteral("--max-body"), QStringLiteral("1")},
                                  environment));
        }
        Poster poster(program.port());
        QCOMPARE(poster.post(path, body, headers), status);
        if (status >= 400) {
            const auto answer = json::parseObject(poster.answerBody());
            QVERIFY(answer.ok());
            QVERIFY(!json::textAt(*answer, u"error.message").isEmpty());
        }
        if (qstrcmp(QTest::currentDataTag(), "too large") != 0)
            return;
        // The key never stands in the store.
        QCOMPARE(program.terminate(), 0);
        for (const char* suffix : {"/events.sqlite", "/events.sqlite-wal", "/workspace.json"}) {
            QFile file(data("refusing") + QLatin1String(suffix));
            if (file.open(QIODevice::ReadOnly))
                QVERIFY2(!file.readAll().contains("s3cret"), suffix);
        }
    }

    /// Tokens of one run are good in the next: a Connector keeps its for an hour.
    void tokensInsteadOfAKey() {
        auto environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("TOKEN_SECRET"), QStringLiteral("s3cret"));
        const QStringList arguments =
            serve(data("tokens")) + QStringList{QStringLiteral("--oauth-client"), QStringLiteral("connector"),
                                                QStringLiteral("--oauth-secret-env"),
                                                QStringLiteral("TOKEN_SECRET")};
        const QByteArray mailHeaders = "content-type: application/json\r\n";
        QByteArray bearer;
        for (int run = 0; run < 2; ++run) {
            Program program;
            QVERIFY(program.start(arguments, environment));
            Poster poster(program.port());
            if (run == 0) {
                QCOMPARE(poster.post("/a", mail(0, 0), mailHeaders), 401);
                const QByteArray basic = QByteArray("connector:s3cret").toBase64();
                QCOMPARE(poster.post("/a/oauth/token", "grant_type=client_credentials",
                                     "content-type: application/x-www-form-urlencoded\r\n"
                                     "authorization: Basic " +
                                         basic + "\r\n"),
                         200);
                const auto answer = json::parseObject(poster.answerBody());
                QVERIFY(answer.ok());
                bearer = "authorization: Bearer " +
                         answer->value(QLatin1String("access_token")).toString().toLatin1() + "\r\n";
            }
            QCOMPARE(poster.post("/a", mail(1, run), mailHeaders + bearer), 204);
            QCOMPARE(program.terminate(), 0);
            QVERIFY(program.process().readAllStandardOutput().contains("/a/oauth/token"));
        }
        // Without the secret nobody is let in, whatever the workspace was told before.
        Program program;
        QVERIFY(program.start(serve(data("tokens"))));
        QCOMPARE(Poster(program.port()).post("/a", mail(2, 0), mailHeaders + bearer), 503);
        QCOMPARE(program.terminate(), 0);
        QVERIFY(program.process().readAllStandardError().contains("--oauth-secret-env"));
        QCOMPARE(events(data("tokens")).lines(), 2);
        for (const char* suffix : {"/events.sqlite", "/workspace.json"}) {
            QFile file(data("tokens") + QLatin1String(suffix));
            QVERIFY(file.open(QIODevice::ReadOnly));
            const QByteArray content = file.readAll();
            QVERIFY2(!content.contains("s3cret"), suffix);
            QVERIFY2(!content.contains(bearer.mid(22, 40)), suffix);
        }
    }

    void aDrillRefusesForAWhile() {
        Program program;
        QVERIFY(program.start(serve(data("drill")) +
                              QStringList{QStringLiteral("--drill"), QStringLiteral("status=500,for=1s")}));
        Poster poster(program.port());
        QCOMPARE(poster.post("/a", mail(0, 0)), 500);
        QByteArray said;
        program.process().setReadChannel(QProcess::StandardError);
        while (!said.contains("ended")) {
            QVERIFY(program.process().bytesAvailable() > 0 || program.process().waitForReadyRead(20'000));
            said += program.process().readAll();
        }
        QVERIFY2(said.contains("0 delivered, 1 refused"), said.constData());
        QCOMPARE(poster.post("/a", mail(0, 1)), 204);
        QCOMPARE(program.terminate(), 0);
        QCOMPARE(events(data("drill")).lines(), 1);
    }

    void aSecondProcessSaysWhoHasIt() {
        Program program;
        QVERIFY(program.start(serve(data("shared"))));
        const auto second = Program::run(serve(data("shared")));
        QCOMPARE(second.code, 1);
        QVERIFY2(second.err.contains(QByteArray::number(program.process().processId())),
                 second.err.constData());
        program.killHard();
        // A lock left behind by a killed process is no obstacle.
        Program third;
        QVERIFY(third.start(serve(data("shared"))));
        QCOMPARE(third.terminate(), 0);
    }
};

QTEST_GUILESS_MAIN(TestServe)
#include "tst_serve.moc"
