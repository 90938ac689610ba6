// SPDX-License-Identifier: MIT
#include <meshwatch/core/httpserver.h>
#include <meshwatch/sandbox/sandbox.h>

#include <QElapsedTimer>
#include <QJsonArray>
#include <QJsonDocument>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QTest>

#include <mutex>

using namespace meshwatch;
using sandbox::Sandbox;

namespace {

constexpr qint64 begin = 1'700'000'000'000'000;

/// Everything that a sandbox tells of so many actions, by side, in order.
QList<QByteArray> tell(quint64 seed, int actions) {
    std::mutex mutex;
    QList<QByteArray> sides[2];
    HttpServer server;
    const auto listening = server.start({}, {}, [&](const HttpRequest& request, HttpResponder responder) {
        {
            const std::lock_guard lock(mutex);
            sides[request.path.startsWith("/1") ? 1 : 0].append(request.body);
        }
        responder.send({});
    });
    if (!listening)
        qFatal("%s", qPrintable(listening.error().text()));
    Micros now{begin};
    Sandbox::Options options;
    options.seed = seed;
    options.syncInterval = std::chrono::milliseconds(0);
    options.clock = [&now] { return now; };
    Sandbox sandbox(options);
    if (const auto started = sandbox.start(); !started)
        qFatal("%s", qPrintable(started.error().text()));
    for (int side = 0; side < 2; ++side) {
        if (!sandbox.setWebhookUrl(side, server.url() + QLatin1Char('/') + QString::number(side)))
            qFatal("webhooks");
    }
    const auto settle = [&] {
        qsizetype before = -1;
        for (int quiet = 0; quiet < 3;) {
            QTest::qWait(10);
            const std::lock_guard lock(mutex);
            const qsizetype count = sides[0].size() + sides[1].size();
            quiet = count == before ? quiet + 1 : 0;
            before = count;
        }
    };
    for (int i = 0; i < actions; i += 10) {
        now.value += 1'000'000;
        sandbox.act(10);
        sandbox.sync(0);
        sandbox.sync(1);
        settle();
    }
    // Deliveries run side by side and may overtake each other; what they tell may not differ.
    QList<QByteArray> all = sides[0] + sides[1];
    std::sort(all.begin(), all.end());
    return all;
}

} // namespace

class SandboxTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void sameSeedSameLife();
    void answersWrongKeysLate();
    void refusesWhatIsWrong_data();
    void refusesWhatIsWrong();
    void misbehavesWhenTold();
    void saysWhichPortIsTaken();
    void refusesWebhooksAsARealOne();
};

void SandboxTest::sameSeedSameLife() {
    const auto first = tell(7, 200);
    QVERIFY2(first.size() > 300, qPrintable(QString::number(first.size())));
    const auto second = tell(7, 200);
    QCOMPARE(second.size(), first.size());
    for (qsizetype i = 0; i < first.size(); ++i)
        QCOMPARE(second[i], first[i]);
    QVERIFY(tell(8, 20) != tell(7, 20));
}

namespace {

/// One call; what came of it.
struct Answer {
    int status = 0;
    QByteArray body;
    qint64 milliseconds = 0;
};
Answer call(const Sandbox& sandbox, const QByteArray& method, const QString& path,
            const QByteArray& body = {}, const QByteArray& key = {}) {
    QNetworkAccessManager network;
    QNetworkRequest request(QUrl(sandbox.connectors().first().url + path));
    request.setRawHeader("X-API-KEY", key.isNull() ? sandbox.connectors().first().apiKey.toLatin1() : key);
    request.setHeader(QNetworkRequest::ContentTypeHeader, QStringLiteral("application/json"));
    QElapsedTimer timer;
    timer.start();
    std::unique_ptr<QNetworkReply> reply(network.sendCustomRequest(request, method, body));
    if (!QTest::qWaitFor([&] { return reply->isFinished(); }, 10'000))
        return {};
    return {reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt(), reply->readAll(),
            timer.elapsed()};
}

} // namespace

void SandboxTest::answersWrongKeysLate() {
    Sandbox sandbox({});
    QVERIFY(sandbox.start());
    const Answer answer = call(sandbox, "GET", QStringLiteral("/api/core/v1/Messages"), {}, "wrong");
    QCOMPARE(answer.status, 401);
    // The delay is what is tested: real ones take 1 to 4 s (reference, observed).
    QVERIFY2(answer.milliseconds >= 1000, qPrintable(QString::number(answer.milliseconds)));
    QCOMPARE(call(sandbox, "GET", QStringLiteral("/health"), {}, "wrong").status, 200);
}

void SandboxTest::refusesWhatIsWrong_data() {
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QString>("path");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("code");
    const auto row = [](const char* name, const char* method, const char* path, const char* body, int status,
                        const char* code) {
        QTest::newRow(name) << QByteArray(method) << QString::fromLatin1(path) << QByteArray(body) << status
                            << QString::fromLatin1(code);
    };
    row("unknown route", "GET", "/api/core/v1/Nothing", "", 404, "error.connector.http.routeDoesNotExist");
    row("old API", "GET", "/api/v2/Messages", "", 404, "error.connector.http.routeDoesNotExist");
    row("unknown id", "GET", "/api/core/v1/Messages/MSGdoesnotexist12345", "", 404,
        "error.runtime.recordNotFound");
    row("no id", "GET", "/api/core/v1/Messages/short", "", 400,
        "error.runtime.validation.invalidPropertyValue");
    row("half JSON", "POST", "/api/core/v1/Messages", "{\"recipients\":", 400,
        "error.connector.validation.invalidJsonInPayload");
    row("a list", "POST", "/api/core/v1/Messages", "[]", 400,
        "error.runtime.validation.invalidPropertyValue");
    row("nothing in it", "POST", "/api/core/v1/Messages", "{}", 400,
        "error.runtime.validation.invalidPropertyValue");
    row("wrong method", "PATCH", "/api/core/v1/Messages", "", 405, "error.connector.http.methodNotAllowed");
    row("paging", "GET", "/api/core/v1/Messages?limit=2", "", 400,
        "error.runtime.validation.invalidPropertyValue");
    row("deep", "POST", "/api/core/v1/Attributes", QByteArray(5000, '[').constData(), 400,
        "error.connector.validation.invalidJsonInPayload");
}

void SandboxTest::refusesWhatIsWrong() {
    QFETCH(QByteArray, method);
    QFETCH(QString, path);
    QFETCH(QByteArray, body);
    QFETCH(int, status);
    QFETCH(QString, code);
    Sandbox sandbox({});
    QVERIFY(sandbox.start());
    const Answer answer = call(sandbox, method, path, body);
    QCOMPARE(answer.status, status);
    QCOMPARE(QJsonDocument::fromJson(answer.body)
                 .object()
                 .value(QLatin1String("error"))
                 .toObject()
                 .value(QLatin1String("code"))
                 .toString(),
             code);
    QCOMPARE(call(sandbox, "GET", QStringLiteral("/api/core/v1/Account/IdentityInfo")).status,
             200); // it goes on
}

void SandboxTest::misbehavesWhenTold() {
    Sandbox sandbox({});
    QVERIFY(sandbox.start());
    const QString path = QStringLiteral("/api/core/v1/Account/IdentityInfo");
    sandbox.setFault(0, sandbox::Fault::Html, std::chrono::seconds(60));
    QCOMPARE(call(sandbox, "GET", path).status, 502);
    sandbox.setFault(0, sandbox::Fault::ServerError, std::chrono::seconds(60));
    QCOMPARE(call(sandbox, "GET", path).status, 500);
    sandbox.setFault(0, sandbox::Fault::None, std::chrono::seconds(0));
    QCOMPARE(call(sandbox, "GET", path).status, 200);
    sandbox.setBackboneDown(true);
    QCOMPARE(call(sandbox, "POST", QStringLiteral("/api/core/v1/Account/Sync")).status, 500);
    QVERIFY(sandbox.setRunning(0, false));
    QCOMPARE(call(sandbox, "GET", path).status, 0);
    QVERIFY(sandbox.setRunning(0, true));
    QCOMPARE(call(sandbox, "GET", path).status, 200);
}

void SandboxTest::saysWhichPortIsTaken() {
    Sandbox first({});
    QVERIFY(first.start());
    Sandbox::Options options;
    options.basePort = quint16(QUrl(first.connectors().first().url).port());
    Sandbox second(options);
    const auto started = second.start();
    QVERIFY(!started);
    QCOMPARE(started.error().code, QStringLiteral("http.listen"));
    QVERIFY(started.error().message.contains(QString::number(options.basePort)));
}

void SandboxTest::refusesWebhooksAsARealOne() {
    Sandbox sandbox({});
    QVERIFY(sandbox.start());
    QVERIFY(sandbox.setWebhookUrl(0, QStringLiteral("http://127.0.0.1:1/a")));
    const QJsonObject nowhere{
        {QStringLiteral("enabled"), true},
        {QStringLiteral("targets"), QJsonObject{}},
        {QStringLiteral("webhooks"),
         QJsonArray{QJsonObject{{QStringLiteral("triggers"), QJsonArray{QStringLiteral("**")}},
                                {QStringLiteral("target"), QStringLiteral("nowhere")}}}}};
    const auto refused = sandbox.setWebhooks(0, nowhere);
    QVERIFY(!refused);
    QVERIFY2(!refused.error().code.isEmpty(), qPrintable(refused.error().message));
}

QTEST_GUILESS_MAIN(SandboxTest)
#include "tst_sandbox.moc"
