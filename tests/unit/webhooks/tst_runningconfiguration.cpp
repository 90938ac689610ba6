// SPDX-License-Identifier: MIT
#include <meshwatch/connector/connectorclient.h>
#include <meshwatch/core/httpserver.h>
#include <meshwatch/webhooks/runningconfiguration.h>

#include <QFile>
#include <QTest>

using namespace meshwatch;

namespace {

QByteArray s_log;

void keepLog(QtMsgType, const QMessageLogContext&, const QString& message) {
    s_log += message.toUtf8() + '\n';
}

/// JSON with ' for ".
QByteArray quoted(const char* text) { return QByteArray(text).replace('\'', '"'); }

/// The answer of a real Connector.
QByteArray recordedSupport() {
    QFile file(QStringLiteral(MESHWATCH_TEST_DATA "/recordings/support.json"));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// What stands in it and must not leave it: keys of targets, passwords of brokers, the environment.
const QList<QByteArray>& secretsInSupport() {
    static const QList<QByteArray> list{"lab-webhook-key", "lab-secret", "guest", "in clear"};
    return list;
}

} // namespace

class TestRunningConfiguration : public QObject {
    Q_OBJECT

    HttpServer m_server;
    HttpResponse m_answer;
    QByteArray m_asked;

    [[nodiscard]] ConnectorSettings settings() const {
        ConnectorSettings settings;
        settings.baseUrl = QUrl(m_server.url());
        settings.authentication = ConnectorSettings::ApiKey{"X-API-KEY", "key"};
        settings.proxyUse = ConnectorSettings::ProxyUse::None;
        settings.repeating.tries = 1;
        return settings;
    }
    void answer(int status, const QByteArray& body, const QByteArray& type = "application/json") {
        m_answer = {};
        m_answer.status = status;
        m_answer.body = body;
        m_answer.contentType = type;
    }
    static Result<RunningConfiguration::Comparison> compare(const ConnectorSettings& with,
                                                            const ConfigJson& intended) {
        ConnectorClient client(with);
        auto future = RunningConfiguration::compare(client, intended);
        if (!QTest::qWaitFor([&future] { return future.isFinished(); }, 30'000))
            return Error{QStringLiteral("test.late"), {}, {}};
        return future.result();
    }
    static ConfigJson recordedWebhooks() {
        return (*configjson::parse(recordedSupport()))["configuration"]["modules"]["webhooks"];
    }

private Q_SLOTS:
    void initTestCase() {
        QVERIFY(m_server.start(
            {}, [](const HttpRequest&) { return std::nullopt; },
            [this](const HttpRequest& request, HttpResponder responder) {
                m_asked = request.method + ' ' + request.path;
                responder.send(m_answer);
            }));
        qInstallMessageHandler(&keepLog);
    }
    void cleanupTestCase() {
        m_server.stop();
        qInstallMessageHandler(nullptr);
    }
    void init() { s_log.clear(); }

    void sameAsTheRecorded() {
        answer(200, recordedSupport());
        ConfigJson intended = recordedWebhooks();
        intended.erase("location");
        const auto comparison = compare(settings(), intended);
        QVERIFY(comparison.ok());
        QCOMPARE(m_asked, QByteArray("GET /Monitoring/Support"));
        QVERIFY(comparison->differences.isEmpty());
        QVERIFY(comparison->isSyncEnabled && !comparison->isSseEnabled);
    }

    void differsWithoutTellingSecrets() {
        answer(200, recordedSupport());
        ConfigJson intended = recordedWebhooks();
        intended["targets"]["keyed"]["authentication"]["apiKey"] = "another";
        intended["targets"]["oauth"]["authentication"]["clientSecret"] = "yet another";
        intended["targets"].erase("keyedDefaultName");
        ConnectorClient client(settings());
        auto future = RunningConfiguration::check(client, intended);
        QVERIFY(QTest::qWaitFor([&future] { return future.isFinished(); }, 30'000));
        const auto result = future.result();
        QVERIFY(result.ok());
        QStringList places;
        QByteArray all = s_log;
        for (const ConfigurationDifference& one : *result) {
            places.append(one.place);
            all += (one.place + one.before + one.after).toUtf8();
        }
        QCOMPARE(places, QStringList({QStringLiteral("targets.keyed.authentication.apiKey"),
                                      QStringLiteral("targets.oauth.authentication.clientSecret"),
                                      QStringLiteral("targets.keyedDefaultName")}));
        for (const QByteArray& secret : secretsInSupport())
            QVERIFY2(!all.contains(secret), all.constData());
    }

    void saysWhyNot_data() {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QByteArray>("type");
        QTest::addColumn<QString>("code");
        QTest::addColumn<QString>("says");
        const QByteArray json = "application/json";
        const auto envelope = [](const char* code) {
            return QByteArray(quoted("{'error':{'code':'") + code +
                              quoted("','message':'m','id':'ERR1','time':'t'}}"));
        };
        QTest::newRow("no scope") << 403 << envelope("error.connector.forbidden") << json
                                  << QStringLiteral("running.scopeMissing")
                                  << QStringLiteral("monitoring:support");
        QTest::newRow("wrong key") << 401 << envelope("error.connector.unauthorized") << json
                                   << QStringLiteral("connector.unauthorized") << QString();
        QTest::newRow("a page") << 200 << QByteArray("<html>in clear</html>") << QByteArray("text/html")
                                << QStringLiteral("connector.notJson") << QString();
        QTest::newRow("no route") << 404 << envelope("error.connector.http.routeDoesNotExist") << json
                                  << QStringLiteral("connector.notFound") << QString();
        QTest::newRow("no configuration") << 200 << quoted("{'version':{},'lab-secret':1}") << json
                                          << QStringLiteral("running.noConfiguration") << QString();
        QTest::newRow("configuration of another shape")
            << 200 << quoted("{'configuration':{'modules':'in clear'}}") << json
            << QStringLiteral("running.noConfiguration") << QString();
        QTest::newRow("too old") << 200
                                 << quoted("{'version':{'version':'6.7.0'},'configuration':{'modules':{}}}")
                                 << json << QStringLiteral("connector.tooOld") << QStringLiteral("6.7.0");
        QTest::newRow("cut short") << 200 << recordedSupport().chopped(20) << json
                                   << QStringLiteral("connector.notJson") << QString();
    }
    void saysWhyNot() {
        QFETCH(int, status);
        QFETCH(QByteArray, body);
        QFETCH(QByteArray, type);
        QFETCH(QString, code);
        QFETCH(QString, says);
        answer(status, body, type);
        const auto comparison = compare(settings(), {});
        QVERIFY(!comparison.ok());
        QCOMPARE(comparison.error().code, code);
        const QString text = comparison.error().text();
        QVERIFY2(text.contains(says), qPrintable(text));
        for (const QByteArray& secret : secretsInSupport())
            QVERIFY2(!text.toUtf8().contains(secret) && !s_log.contains(secret), qPrintable(text));
    }

    void saysThatNobodyAnswers() {
        ConnectorSettings nowhere = settings();
        nowhere.baseUrl = QUrl(QStringLiteral("http://127.0.0.1:9"));
        const auto comparison = compare(nowhere, {});
        QVERIFY(!comparison.ok());
        QCOMPARE(comparison.error().code, QStringLiteral("connector.network"));
    }

    void warnsTheOperator() {
        QVERIFY(RunningConfiguration::operatorWarning().contains(QLatin1String("monitoring:support")));
    }
};

QTEST_GUILESS_MAIN(TestRunningConfiguration)
#include "tst_runningconfiguration.moc"
