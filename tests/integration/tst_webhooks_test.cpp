// SPDX-License-Identifier: MIT
// `meshwatch-cli webhooks test`: what it sends, says and ends with.
#include "rawserver.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

class TestWebhooksTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void delivers();
    void saysWhy();
    void chosenEvents();
    void jsonHasNoSecrets();
    void environment();
    void fromStore();
    void load();
    void refusedConfiguration();
    void misuse_data();
    void misuse();

private:
    struct Outcome {
        int code = -1;
        QByteArray out;
        QByteArray err;
    };
    /// Runs while the servers of the test answer.
    [[nodiscard]] static Outcome run(const QStringList& arguments, const QByteArray& input = {});
    [[nodiscard]] Outcome test(const QStringList& arguments) const {
        return run(QStringList{"webhooks", "test", m_file} + arguments);
    }
    [[nodiscard]] QString write(const QString& name, const QByteArray& content) const;

    QTemporaryDir m_folder;
    std::unique_ptr<RawServer> m_server;
    QByteArray m_answer;
    QString m_file;
};

TestWebhooksTest::Outcome TestWebhooksTest::run(const QStringList& arguments, const QByteArray& input) {
    QProcess process;
    process.start(QStringLiteral(MESHWATCH_BIN_DIR "/meshwatch-cli"), arguments);
    process.write(input);
    process.closeWriteChannel();
    if (!QTest::qWaitFor([&process] { return process.state() == QProcess::NotRunning; }, 60'000))
        return {};
    return {process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1,
            process.readAllStandardOutput(), process.readAllStandardError()};
}

QString TestWebhooksTest::write(const QString& name, const QByteArray& content) const {
    QFile file(m_folder.filePath(name));
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
        qFatal("cannot write %s", qPrintable(file.fileName()));
    return file.fileName();
}

void TestWebhooksTest::init() {
    m_answer = RawServer::answer(204, {});
    m_server = std::make_unique<RawServer>(
        [this](const RawServer::Request&, QTcpSocket* socket) { socket->write(m_answer); });
    const QByteArray url = m_server->url().toUtf8();
    m_file = write(QStringLiteral("config.json"),
                   R"({"modules":{"webhooks":{"enabled":true,"targets":{"crm":{"url":")" + url +
                       R"(/crm/{{trigger}}","authentication":{"type":"ApiKey","apiKey":"MARK-key"}},)"
                       R"("other":{"url":")" +
                       url +
                       R"(/other"}},"webhooks":[{"triggers":["transport.*"],"target":"crm"},)"
                       R"({"triggers":["runtime.modulesStarted"],"target":"other"}]}}})");
}

void TestWebhooksTest::delivers() {
    const Outcome outcome = test({});
    QCOMPARE(outcome.code, 0);
    QVERIFY2(outcome.out.contains("delivered crm transport."), outcome.out.constData());
    QVERIFY(outcome.out.contains("delivered other runtime.modulesStarted"));
    QCOMPARE(m_server->requests.size(), 2);
    QCOMPARE(m_server->count("/other"), 1);
    const auto bare = std::find_if(m_server->requests.begin(), m_server->requests.end(),
                                   [](const auto& request) { return request.path() == "/other"; });
    QCOMPARE(bare->body, QByteArray(R"({"trigger":"runtime.modulesStarted"})"));
    QVERIFY(bare->header("x-correlation-id").isEmpty());
}

void TestWebhooksTest::saysWhy() {
    m_answer = RawServer::answer(302, {}, "text/plain", "Location: /new\r\n");
    Outcome outcome = test({});
    QCOMPARE(outcome.code, 1);
    QVERIFY2(outcome.out.contains("does not follow"), outcome.out.constData());
    m_server.reset(); // nobody listens any more
    outcome = test({});
    QCOMPARE(outcome.code, 3);
    QVERIFY2(outcome.out.contains("Nothing listens"), outcome.out.constData());
}

void TestWebhooksTest::chosenEvents() {
    QCOMPARE(test({"--target", "crm", "--trigger", "transport.messageSent"}).code, 0);
    QCOMPARE(m_server->requests.size(), 1);
    QCOMPARE(m_server->requests.first().target, QByteArray("/crm/transport.messageSent"));
    QCOMPARE(m_server->requests.first().header("x-api-key"), QByteArray("MARK-key"));
    QVERIFY(m_server->requests.first().body.startsWith(R"({"data":{"id":"MSG)"));
    m_server->requests.clear();
    QCOMPARE(test({"--target", "crm", "--all"}).code, 0);
    QCOMPARE(m_server->requests.size(), 17); // all of transport.* in the catalogue
}

void TestWebhooksTest::jsonHasNoSecrets() {
    m_answer = RawServer::answer(401, "who is MARK-key?");
    const Outcome outcome = test({"--json", "--target", "crm"});
    QCOMPARE(outcome.code, 1);
    QVERIFY(!outcome.out.contains("MARK"));
    const QJsonArray deliveries =
        QJsonDocument::fromJson(outcome.out).object().value(QLatin1String("deliveries")).toArray();
    QCOMPARE(deliveries.size(), 1);
    const QJsonObject delivery = deliveries.first().toObject();
    QCOMPARE(delivery.value(QLatin1String("failure")).toString(), QStringLiteral("unauthorized"));
    QCOMPARE(
        delivery.value(QLatin1String("delivery")).toObject().value(QLatin1String("responseBody")).toString(),
        QStringLiteral("who is ***?"));
}

void TestWebhooksTest::environment() {
    const QString variables =
        write(QStringLiteral("more.env"), "modules__webhooks__targets__crm__authentication"
                                          "__apiKey=\"of-the-env\"\n");
    QCOMPARE(test({"--target", "crm", "--env", variables}).code, 0);
    QCOMPARE(m_server->requests.first().header("x-api-key"), QByteArray("of-the-env"));
}

void TestWebhooksTest::fromStore() {
    const QString data = m_folder.filePath(QStringLiteral("workspace"));
    const QString events =
        write(QStringLiteral("events.jsonl"),
              R"({"seq":1,"receivedAt":"2026-11-23T21:47:20.000Z","connection":"c","channels":["webhook"],)"
              R"("trigger":"transport.messageSent","object":"MSG1","data":{"id":"MSG1","kept":true}})"
              "\n");
    const Outcome imported = run({"import", events, "--data", data});
    QVERIFY2(imported.code == 0, imported.err.constData());
    const Outcome outcome =
        test({"--target", "crm", "--trigger", "transport.messageSent", "--data", data, "--connection", "c"});
    QVERIFY2(outcome.code == 0, outcome.err.constData());
    QCOMPARE(m_server->requests.first().body,
             QByteArray(R"({"data":{"id":"MSG1","kept":true},"trigger":"transport.messageSent"})"));
}

void TestWebhooksTest::load() {
    const Outcome outcome = test({"--target", "crm", "--rate", "20", "--for", "1s", "--yes", "--json"});
    QCOMPARE(outcome.code, 0);
    const QJsonObject figures =
        QJsonDocument::fromJson(outcome.out).object().value(QLatin1String("load")).toObject();
    QCOMPARE(figures.value(QLatin1String("delivered")).toInt(), 20);
    QCOMPARE(m_server->requests.size(), 20);
}

void TestWebhooksTest::refusedConfiguration() {
    const QString file = write(QStringLiteral("bad.json"),
                               R"({"modules":{"webhooks":{"enabled":true,"targets":{"a":{"url":"x"}}}}})");
    const Outcome outcome = run({"webhooks", "test", file});
    QCOMPARE(outcome.code, 1);
    QVERIFY2(outcome.err.contains("is not a valid URL"), outcome.err.constData());
    QCOMPARE(run({"webhooks", "test", m_folder.filePath(QStringLiteral("none.json"))}).code, 1);
}

void TestWebhooksTest::misuse_data() {
    QTest::addColumn<QStringList>("arguments");
    QTest::newRow("unknown target") << QStringList{"--target", "nobody"};
    QTest::newRow("load without yes") << QStringList{"--rate", "1", "--for", "1s"};
    QTest::newRow("load without end") << QStringList{"--rate", "1", "--yes"};
    QTest::newRow("load of several") << QStringList{"--rate", "1", "--for", "1s", "--yes"};
    QTest::newRow("too fast") << QStringList{"--rate", "1001", "--for", "1s", "--yes"};
    QTest::newRow("store without connection") << QStringList{"--data", "x"};
    QTest::newRow("unknown event") << QStringList{"--target", "crm", "--trigger", "transport.nothing"};
}

void TestWebhooksTest::misuse() {
    QFETCH(QStringList, arguments);
    const Outcome outcome = test(arguments);
    QVERIFY2(outcome.code == 2, outcome.err.constData());
    QVERIFY(!outcome.err.isEmpty());
    QCOMPARE(m_server->requests.size(), 0);
}

QTEST_GUILESS_MAIN(TestWebhooksTest)
#include "tst_webhooks_test.moc"
