// SPDX-License-Identifier: MIT
// What we send to a target is what a real Connector sent to it, byte for byte in the body and header by
// header.
#include "deliveries.h"
#include "rawserver.h"

#include <meshwatch/core/json.h>
#include <meshwatch/webhooks/verdict.h>

#include <QFile>
#include <QRegularExpression>

using namespace meshwatch;
using namespace deliveries;

namespace {

using Headers = QMap<QByteArray, QByteArray>;

struct Recorded {
    QByteArray url;
    Headers headers;
    QByteArray body; ///< as it was sent
};

/// One line of a recording. Its body is JSON.stringify's work like the body that was sent, so it stands there
/// as it was; Content-Length proves it.
Recorded recorded(const QByteArray& line) {
    const QJsonObject json = json::parseObject(line).value();
    Recorded delivery;
    delivery.url = json.value(QLatin1String("url")).toString().toUtf8();
    const QJsonObject headers = json.value(QLatin1String("headers")).toObject();
    for (auto it = headers.begin(); it != headers.end(); ++it)
        delivery.headers.insert(it.key().toUtf8(), it.value().toString().toUtf8());
    const QJsonValue body = json.value(QLatin1String("body"));
    const QByteArray marker("\"body\":");
    const qsizetype begin = line.indexOf(marker) + marker.size();
    delivery.body =
        body.isString() ? body.toString().toUtf8() : line.mid(begin, line.lastIndexOf('}') - begin);
    return delivery;
}

QList<QByteArray> lines(const QString& name) {
    QFile file(QStringLiteral(MESHWATCH_TEST_DATA "/") + name);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("cannot read %s", qPrintable(file.fileName()));
    QList<QByteArray> all;
    while (!file.atEnd()) {
        if (const QByteArray line = file.readLine().trimmed(); !line.isEmpty())
            all.append(line);
    }
    return all;
}

Headers headersOf(const RawServer::Request& request) {
    Headers headers;
    for (const auto& [name, value] : request.headers)
        headers.insert(name.toLower(), value);
    return headers;
}

/// Without what is ours alone: who we are, and where the server of the test is.
Headers comparable(Headers headers) {
    headers.remove("user-agent");
    headers.remove("host");
    return headers;
}

} // namespace

class TestDeliveries : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init();
    void recordings_data();
    void recordings();
    void tokenRequest();
    void accepted_data();
    void accepted();
    void failing_data();
    void failing();

private:
    [[nodiscard]] ResolvedWebhook targetOf(const QByteArray& url) const;
    [[nodiscard]] ResolvedWebhook caseTarget(const QByteArray& line) const;

    std::unique_ptr<RawServer> m_server;
};

void TestDeliveries::initTestCase() {
    m_server = std::make_unique<RawServer>([](const RawServer::Request& request, QTcpSocket* socket) {
        const bool isToken = request.path() == "/oauth/token";
        socket->write(isToken ? RawServer::answer(200, R"({"access_token":"lab-token-1","expires_in":60})")
                              : RawServer::answer(204, {}));
    });
}

void TestDeliveries::init() { m_server->requests.clear(); }

/// The targets that the recording Connector was configured with (recordings, README).
ResolvedWebhook TestDeliveries::targetOf(const QByteArray& url) const {
    const QString base = m_server->url();
    if (url.startsWith("/a/keyed-default"))
        return target(base + QStringLiteral("/a/keyed-default"),
                      {{"type", "ApiKey"}, {"apiKey", "lab-webhook-key-2"}});
    if (url.startsWith("/a/keyed"))
        return target(base + QStringLiteral("/a/keyed/{{trigger}}"),
                      {{"type", "ApiKey"}, {"apiKey", "lab-webhook-key"}, {"headerName", "X-Lab-Key"}},
                      {{"X-Lab-Header", "one"}, {"X-Lab-Other", "two"}});
    if (url.startsWith("/a/oauth"))
        return target(base + QStringLiteral("/a/oauth/{{trigger}}"),
                      {{"type", "OAuth2"},
                       {"accessTokenUrl", QString(base + QStringLiteral("/oauth/token")).toStdString()},
                       {"clientId", "lab-id"},
                       {"clientSecret", "lab-secret"},
                       {"scope", "lab.scope"}});
    return target(base + QStringLiteral("/a/hook/{{trigger}}"));
}

void TestDeliveries::recordings_data() {
    QTest::addColumn<QByteArray>("line");
    for (const QByteArray& line : lines(QStringLiteral("recordings/webhooks-a.jsonl")))
        QTest::addRow("%d %s", int(json::parseObject(line)->value(QLatin1String("seq")).toInt()),
                      recorded(line).url.constData())
            << line;
}

void TestDeliveries::recordings() {
    QFETCH(QByteArray, line);
    const Recorded real = recorded(line);
    QCOMPARE(QByteArray::number(real.body.size()), real.headers.value("content-length"));
    const QJsonObject body = json::parseObject(real.body).value();
    DeliveryEvent event{body.value(QLatin1String("trigger")).toString(),
                        {},
                        QString::fromUtf8(real.headers.value("x-correlation-id"))};
    const QByteArray tail = ",\"trigger\":\"" + event.trigger.toUtf8() + "\"}";
    if (real.body.startsWith("{\"data\":") && real.body.endsWith(tail))
        event.data = real.body.mid(8, real.body.size() - 8 - tail.size());

    DeliveryTest test;
    const DeliveryResult result = one(test, {targetOf(real.url), false, event});
    QVERIFY2(result.isDelivered, qPrintable(result.explanation));
    const RawServer::Request& ours = m_server->requests.last();
    QCOMPARE(ours.method, QByteArray("POST"));
    QCOMPARE(ours.target, real.url);
    QCOMPARE(ours.body, real.body);
    Headers expected = comparable(real.headers);
    if (expected.contains("authorization")) // the second token of the recording is another
        expected.insert("authorization", "Bearer lab-token-1");
    QCOMPARE(comparable(headersOf(ours)), expected);
    QCOMPARE(ours.header("Host"), m_server->url().mid(7).toUtf8());
    QCOMPARE(ours.header("User-Agent"), QByteArray("meshwatch/" MESHWATCH_VERSION));
    const auto isAsConfigured = [](const auto& header) { return header.first == "X-Lab-Header"; };
    QCOMPARE(std::any_of(ours.headers.begin(), ours.headers.end(), isAsConfigured),
             real.headers.contains("x-lab-header"));
}

void TestDeliveries::tokenRequest() {
    for (const QByteArray& line : lines(QStringLiteral("recordings/oauth-token.jsonl"))) {
        init();
        const Recorded real = recorded(line);
        DeliveryTest test;
        QVERIFY(one(test, job(targetOf("/a/oauth"))).isDelivered);
        QCOMPARE(m_server->requests.size(), 2);
        const RawServer::Request& ours = m_server->requests.first();
        QCOMPARE(ours.method, QByteArray("POST"));
        QCOMPARE(ours.target, real.url);
        QCOMPARE(ours.body, real.body);
        QCOMPARE(comparable(headersOf(ours)), comparable(real.headers));
    }
}

/// The first webhook of a case, its host replaced by ours.
ResolvedWebhook TestDeliveries::caseTarget(const QByteArray& line) const {
    const ConfigJson json = configjson::parse(line).value();
    ConnectorConfiguration::Environment environment;
    if (json.contains("env")) {
        for (auto it = json.at("env").begin(); it != json.at("env").end(); ++it)
            environment.emplaceBack(QString::fromStdString(it.key()), configjson::toString(it.value()));
    }
    const Verdict verdict = Verdict::of(ConnectorConfiguration(
        json.contains("config") ? json.at("config") : ConfigJson::object(), environment));
    if (verdict.resolved.webhooks.empty())
        return {};
    ResolvedWebhook webhook = verdict.resolved.webhooks.front();
    if (webhook.url.is_string()) {
        static const QRegularExpression host(QStringLiteral("^(\\s*https?:/*)[^/?#\\s]+"));
        QString url = configjson::toString(webhook.url);
        url.replace(QLatin1String("///x"), QLatin1String("///h/x"));
        webhook.url =
            configjson::fromString(url.replace(host, QStringLiteral("\\1") + m_server->url().mid(7)));
    }
    return webhook;
}

void TestDeliveries::accepted_data() {
    QTest::addColumn<QByteArray>("line");
    for (const QByteArray& line : lines(QStringLiteral("webhooks/webhook-cases.jsonl"))) {
        const QJsonObject json = json::parseObject(line).value();
        if (json.contains(QLatin1String("deliveredHeaders")))
            QTest::addRow("%s", qPrintable(json.value(QLatin1String("id")).toString())) << line;
    }
}

void TestDeliveries::accepted() {
    QFETCH(QByteArray, line);
    const QJsonObject json = json::parseObject(line).value();
    DeliveryTest test;
    const ResolvedWebhook webhook = caseTarget(line);
    const DeliveryResult result = one(test, job(webhook));
    QVERIFY2(result.isDelivered, qPrintable(result.explanation));
    QCOMPARE(m_server->requests.size(), 1);
    const Headers ours = headersOf(m_server->requests.first());
    const QJsonObject real = json.value(QLatin1String("deliveredHeaders")).toObject();
    for (auto it = real.begin(); it != real.end(); ++it) {
        if (it.key() != QLatin1String("user-agent") && it.key() != QLatin1String("content-length"))
            QCOMPARE(ours.value(it.key().toUtf8()), it.value().toString().toUtf8());
    }
    if (webhook.headers.is_object()) {
        for (auto it = webhook.headers.begin(); it != webhook.headers.end(); ++it) {
            const QString name = QString::fromStdString(it.key()).toLower();
            QCOMPARE(ours.contains(name.toUtf8()), real.contains(name));
        }
    }
    if (const QString path = json.value(QLatin1String("deliveredPath")).toString(); !path.isEmpty()) {
        const QString rest = path.mid(int(qstrlen("/a/case")));
        QCOMPARE(QString::fromUtf8(m_server->requests.first().target),
                 rest.isEmpty() ? QStringLiteral("/x") : rest);
    }
}

void TestDeliveries::failing_data() {
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<QString>("failure");
    QTest::addColumn<QString>("names");
    QHash<QString, std::pair<const char*, const char*>> expected;
    expected.insert(QStringLiteral("031"), {"noTarget", "no target"});
    expected.insert(QStringLiteral("032"), {"noTarget", "no target"});
    expected.insert(QStringLiteral("053"), {"invalidUrl", "http://"});
    expected.insert(QStringLiteral("113"), {"invalidHeader", "“ü”"});
    expected.insert(QStringLiteral("139"), {"invalidHeader", "“a b”"});
    for (const QByteArray& line : lines(QStringLiteral("webhooks/webhook-cases.jsonl"))) {
        const QJsonObject json = json::parseObject(line).value();
        const QString why = json.value(QLatin1String("failsAtDelivery")).toString();
        if (why.isEmpty() || why.contains(QLatin1String("while stopping")))
            continue;
        const QString id = json.value(QLatin1String("id")).toString();
        QVERIFY2(expected.contains(id.left(3)), qPrintable(id));
        QTest::addRow("%s", qPrintable(id)) << line << QString::fromUtf8(expected.value(id.left(3)).first)
                                            << QString::fromUtf8(expected.value(id.left(3)).second);
    }
}

void TestDeliveries::failing() {
    QFETCH(QByteArray, line);
    QFETCH(QString, failure);
    QFETCH(QString, names);
    DeliveryTest test;
    const DeliveryResult result = one(test, job(caseTarget(line)));
    QVERIFY(!result.isDelivered);
    QCOMPARE(result.failure, failure);
    QVERIFY2(result.explanation.contains(names), qPrintable(result.explanation));
    QCOMPARE(m_server->requests.size(), 0);
}

QTEST_GUILESS_MAIN(TestDeliveries)
#include "tst_deliveries.moc"
