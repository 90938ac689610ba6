// SPDX-License-Identifier: MIT
#include "program.h"

#include <meshwatch/core/httpserver.h>
#include <meshwatch/core/json.h>
#include <meshwatch/sandbox/sandbox.h>

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

using namespace meshwatch;

/// `webhooks diff` with files, with Connectors of a sandbox, and with the recorded answer of a real one.
class TestWebhooksDiff : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    std::unique_ptr<sandbox::Sandbox> m_sandbox;
    QProcessEnvironment m_environment;

    QString file(const char* name, const QJsonObject& webhooks) {
        const QJsonObject root{
            {QStringLiteral("modules"), QJsonObject{{QStringLiteral("webhooks"), webhooks}}}};
        QFile file(m_folder.filePath(QLatin1String(name)));
        if (!file.open(QIODevice::WriteOnly))
            return {};
        file.write(QJsonDocument(root).toJson());
        return file.fileName();
    }
    static QJsonObject webhooks(const char* text) {
        return QJsonDocument::fromJson(QByteArray(text).replace('\'', '"')).object();
    }
    /// Runs the program while the sandbox, in this thread, answers it.
    Program::Outcome diff(const QStringList& arguments) {
        QProcess process;
        process.setProcessEnvironment(m_environment);
        process.start(Program::cli(),
                      QStringList{QStringLiteral("webhooks"), QStringLiteral("diff")} + arguments);
        if (!QTest::qWaitFor([&process] { return process.state() == QProcess::NotRunning; }, 60'000))
            return {};
        return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
    }
    QStringList running(const QString& url, const char* key) const {
        return {QStringLiteral("--running"), QStringLiteral("--url"), url, QStringLiteral("--key-env"),
                QLatin1String(key)};
    }

private Q_SLOTS:
    void initTestCase() {
        sandbox::Sandbox::Options options;
        options.people = 0;
        options.rate = 0;
        options.connectors = 1;
        options.loginDelayScale = 0;
        m_sandbox = std::make_unique<sandbox::Sandbox>(options);
        QVERIFY(m_sandbox->start());
        sandbox::Access narrow;
        narrow.secret = QStringLiteral("narrow-key-narrow-key-narrow-key-12AB!");
        narrow.scopes = QStringList{QStringLiteral("core:messages")};
        m_sandbox->addAccess(0, narrow);
        m_environment = QProcessEnvironment::systemEnvironment();
        m_environment.insert(QStringLiteral("KEY"), m_sandbox->connectors().first().apiKey);
        m_environment.insert(QStringLiteral("NARROW"), narrow.secret);
    }

    void files() {
        const QString a =
            file("a.json", webhooks("{'enabled':true,'targets':{'t':{'url':'http://h/','headers':"
                                    "{'X-A':'1'}}},'webhooks':[{'triggers':['**'],'target':'t'}]}"));
        const QString b =
            file("b.json", webhooks("{'enabled':true,'targets':{'t':{'url':'http://h/','headers':"
                                    "{'x-a':'1'}}},'webhooks':[{'target':'t','triggers':['**']}]}"));
        const QString c =
            file("c.json", webhooks("{'enabled':true,'targets':{'u':{'url':'http://h/'}},'webhooks':"
                                    "[{'triggers':['**','transport.*'],'target':'u'}]}"));
        auto same = diff({a, b});
        QCOMPARE(same.code, 0);
        QCOMPARE(same.out, QByteArray());
        const auto differ = diff({a, c});
        QCOMPARE(differ.code, 1);
        QCOMPARE(differ.out,
                 QByteArray("- targets.t: http://h/\n+ targets.u: http://h/\n"
                            "+ webhooks[0].triggers: transport.*\n~ webhooks[0].target: t → u\n"));
        const auto asJson = diff({a, c, QStringLiteral("--json")});
        QCOMPARE(asJson.code, 1);
        const auto object = json::parseObject(asJson.out);
        QVERIFY(object.ok());
        QCOMPARE(object->value(QLatin1String("isSame")), QJsonValue(false));
        QCOMPARE(object->value(QLatin1String("differences")).toArray().size(), 4);
    }

    /// The same webhooks in two forms are the same.
    void acrossForms() {
        const QString a = file("a.json", webhooks("{'enabled':true,'targets':{'t':{'url':'http://h/'}}}"));
        QFile variables(m_folder.filePath(QStringLiteral("b.env")));
        QVERIFY(variables.open(QIODevice::WriteOnly));
        variables.write("modules__webhooks__enabled=true\nmodules__webhooks__targets__t__url=http://h/\n");
        variables.close();
        const auto same = diff({a, variables.fileName()});
        QVERIFY2(same.code == 0, QByteArray(same.out + same.err).constData());
    }

    void misuse_data() {
        QTest::addColumn<QString>("arguments");
        QTest::addColumn<QByteArray>("says");
        QTest::newRow("nothing") << QString() << QByteArray("A");
        QTest::newRow("one file") << QStringLiteral("a.json") << QByteArray("--running");
        QTest::newRow("no such file") << QStringLiteral("missing.json a.json") << QByteArray("missing.json");
        QTest::newRow("not JSON") << QStringLiteral("broken.json a.json") << QByteArray("broken.json");
        QTest::newRow("both") << QStringLiteral("a.json a.json --running --url http://127.0.0.1:9")
                              << QByteArray("--running");
        QTest::newRow("no Connector") << QStringLiteral("a.json --running") << QByteArray("--url");
        QTest::newRow("an address without --running")
            << QStringLiteral("a.json a.json --url http://127.0.0.1:9") << QByteArray("--running");
    }
    void misuse() {
        QFETCH(QString, arguments);
        QFETCH(QByteArray, says);
        QVERIFY(!file("a.json", {}).isEmpty());
        QFile broken(m_folder.filePath(QStringLiteral("broken.json")));
        QVERIFY(broken.open(QIODevice::WriteOnly) && broken.write("{\"modules\":") > 0);
        broken.close();
        QStringList words = arguments.split(QLatin1Char(' '), Qt::SkipEmptyParts);
        for (QString& word : words) {
            if (word.endsWith(QLatin1String(".json")))
                word = m_folder.filePath(word);
        }
        const auto outcome = diff(words);
        QVERIFY2(outcome.code == 2, outcome.err.constData());
        QVERIFY2(outcome.err.contains(says) || outcome.out.contains(says), outcome.err.constData());
    }

    void whatASandboxRuns() {
        const QString url = m_sandbox->connectors().first().url;
        const QString intended = file(
            "intended.json", sandbox::Sandbox::webhookModule(QStringLiteral("http://127.0.0.1:9/{{trigger}}"),
                                                             QStringLiteral("0ne-secret")));
        const auto nothing = diff(QStringList{intended} + running(url, "KEY"));
        QCOMPARE(nothing.code, 1);
        QVERIFY2(nothing.out.contains("- enabled: true"), nothing.out.constData());
        QVERIFY(m_sandbox->setWebhookUrl(0, QStringLiteral("http://127.0.0.1:9/{{trigger}}"),
                                         QStringLiteral("0ne-secret")));
        const auto same = diff(QStringList{intended} + running(url, "KEY"));
        QVERIFY2(same.code == 0, QByteArray(same.out + same.err).constData());
        QCOMPARE(same.err.count("environment of its process"), 1);
        QVERIFY(m_sandbox->setWebhookUrl(0, QStringLiteral("http://127.0.0.1:9/{{trigger}}"),
                                         QStringLiteral("an0ther-secret")));
        const auto other = diff(QStringList{intended} + running(url, "KEY"));
        QCOMPARE(other.code, 1);
        QVERIFY2(other.out.contains("differs in what is secret"), other.out.constData());
        const QByteArray all = other.out + other.err;
        QVERIFY2(!all.contains("-secret"), all.constData());
        const auto closed = diff(QStringList{intended} + running(url, "NARROW"));
        QCOMPARE(closed.code, 2);
        QVERIFY2(closed.err.contains("monitoring:support") && closed.err.contains("Add the scope"),
                 closed.err.constData());
        const auto nobody =
            diff(QStringList{intended} + running(QStringLiteral("http://127.0.0.1:9"), "KEY"));
        QCOMPARE(nobody.code, 3);
    }

    /// Nothing of what a real Connector answers for support is said but where webhooks differ.
    void noSecretOfARealAnswerIsSaid() {
        QFile recorded(QStringLiteral(MESHWATCH_TEST_DATA "/recordings/support.json"));
        QVERIFY(recorded.open(QIODevice::ReadOnly));
        HttpResponse answer;
        answer.status = 200;
        answer.body =
            recorded.readAll().replace("http://127.0.0.1:8095", "http://me:in clear@127.0.0.1:8095");
        HttpServer server;
        QVERIFY(server.start(
            {}, [](const HttpRequest&) { return std::nullopt; },
            [&answer](const HttpRequest&, HttpResponder responder) { responder.send(answer); }));
        for (const char* more : {"", "--json"}) {
            QStringList arguments = QStringList{file("empty.json", {})} + running(server.url(), "KEY");
            if (*more)
                arguments.append(QLatin1String(more));
            const auto outcome = diff(arguments);
            QCOMPARE(outcome.code, 1);
            const QByteArray all = outcome.out + outcome.err;
            QVERIFY2(all.contains("targets.oauth"), all.constData());
            for (const char* secret : {"lab-webhook-key", "lab-secret", "guest", "in clear"})
                QVERIFY2(!all.contains(secret), all.constData());
        }
    }
};

QTEST_GUILESS_MAIN(TestWebhooksDiff)
#include "tst_webhooks_diff.moc"
