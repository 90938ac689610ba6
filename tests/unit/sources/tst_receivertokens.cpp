// SPDX-License-Identifier: MIT
#include "httppost.h"
#include "tokenendpoint.h"

#include <meshwatch/core/json.h>
#include <meshwatch/events/eventreader.h>
#include <meshwatch/events/eventstore.h>

#include <QFile>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

using namespace meshwatch;

namespace {

const QByteArray oneEvent = R"({"trigger":"transport.messageSent","data":{"id":"MSG1"}})";
constexpr char form[] = "application/x-www-form-urlencoded";

} // namespace

/// Deliveries protected by OAuth2: what the token endpoint answers, and which tokens let an event in.
class TestReceiverTokens : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    std::unique_ptr<EventStore> m_store;
    std::unique_ptr<WebhookReceiver> m_receiver;
    HttpPost m_http;

    static WebhookReceiver::Endpoint endpoint(qint32 connection, const char* path, const QByteArray& id,
                                              const QByteArray& secret) {
        WebhookReceiver::Endpoint endpoint;
        endpoint.connection = {connection};
        endpoint.path = QLatin1String(path);
        endpoint.client = {id, secret};
        return endpoint;
    }
    void receive(const std::vector<WebhookReceiver::Endpoint>& endpoints) {
        m_receiver = std::make_unique<WebhookReceiver>(*m_store);
        m_receiver->setEndpoints(endpoints);
        QVERIFY(m_receiver->start({}));
    }
    [[nodiscard]] QString url(const char* path) const { return m_receiver->url() + QLatin1String(path); }
    static HttpPost::Headers basic(const QByteArray& pair, const QByteArray& contentType = form) {
        return {{"Authorization", "Basic " + pair.toBase64()}, {"Content-Type", contentType}};
    }
    QByteArray token(const QByteArray& pair = "lab-id:lab-secret") {
        const auto answer = m_http.post(url("/a/oauth/token"), "grant_type=client_credentials", basic(pair));
        const auto json = json::parseObject(answer.body);
        return json ? json->value(QLatin1String("access_token")).toString().toLatin1() : QByteArray();
    }
    int deliver(const QByteArray& authorization, const char* path = "/a") {
        HttpPost::Headers headers;
        if (!authorization.isNull())
            headers.append({"Authorization", authorization});
        return m_http.post(url(path), oneEvent, headers).status;
    }

private Q_SLOTS:
    void init() {
        auto opened = EventStore::open(m_folder.filePath(QStringLiteral("events.sqlite")));
        QVERIFY(opened.ok());
        m_store = std::move(*opened);
        receive({endpoint(1, "a", "lab-id", "lab-secret"), endpoint(2, "b", "lab-id", "lab-secret")});
    }
    void cleanup() {
        m_receiver.reset();
        m_store.reset();
    }

    /// Byte for byte what a real Connector asked with.
    void recordedRequestsGetTokens() {
        QFile file(QStringLiteral(MESHWATCH_TEST_DATA "/recordings/oauth-token.jsonl"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        int requests = 0;
        while (!file.atEnd()) {
            const auto line = json::parseObject(file.readLine());
            QVERIFY(line.ok());
            HttpPost::Headers headers;
            const QJsonObject recorded = line->value(QLatin1String("headers")).toObject();
            for (auto it = recorded.begin(); it != recorded.end(); ++it) {
                if (it.key() != QLatin1String("host") && it.key() != QLatin1String("content-length") &&
                    it.key() != QLatin1String("accept-encoding"))
                    headers.append({it.key().toUtf8(), it.value().toString().toUtf8()});
            }
            const auto answer = m_http.post(url("/a/oauth/token"),
                                            line->value(QLatin1String("body")).toString().toUtf8(), headers);
            QCOMPARE(answer.status, 200);
            QCOMPARE(answer.cacheControl, QByteArray("no-store"));
            const auto body = json::parseObject(answer.body);
            QVERIFY(body.ok());
            QCOMPARE(body->value(QLatin1String("token_type")).toString(), QStringLiteral("Bearer"));
            QCOMPARE(body->value(QLatin1String("expires_in")).toInt(), 3600);
            QCOMPARE(deliver("Bearer " + body->value(QLatin1String("access_token")).toString().toLatin1()),
                     204);
            ++requests;
        }
        QCOMPARE(requests, 2);
    }

    void refusesAsTheStandardSays_data() {
        QTest::addColumn<QByteArray>("pair");
        QTest::addColumn<QByteArray>("type");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QByteArray>("method");
        QTest::addColumn<int>("status");
        QTest::addColumn<QString>("error");
        const QByteArray good = "lab-id:lab-secret", ask = "grant_type=client_credentials", post = "POST";
        const auto row = [&](const char* name, const QByteArray& pair, const QByteArray& type,
                             const QByteArray& body, const QByteArray& method, int status,
                             const char* error) {
            QTest::newRow(name) << pair << type << body << method << status << QString::fromLatin1(error);
        };
        row("wrong secret", "lab-id:other", form, ask, post, 401, "invalid_client");
        row("wrong client", "other:lab-secret", form, ask, post, 401, "invalid_client");
        row("no secret", "lab-id", form, ask, post, 401, "invalid_client");
        row("nobody", "", form, ask, post, 401, "invalid_client");
        row("other grant", good, form, "grant_type=password&username=a", post, 400, "unsupported_grant_type");
        row("no grant", good, form, "scope=a", post, 400, "invalid_request");
        row("two grants", good, form, ask + '&' + ask, post, 400, "invalid_request");
        row("too large", good, form, ask + "&x=" + QByteArray(20'000, 'x'), post, 400, "invalid_request");
        row("JSON", good, "application/json", R"({"grant_type":"client_credentials"})", post, 400,
            "invalid_request");
        row("GET", good, form, "", "GET", 405, "invalid_request");
        row("encoded parts", "lab%2Did:lab%2dsecret", form, ask, post, 200, "");
        row("scope", good, "application/x-www-form-urlencoded; charset=utf-8", ask + "&scope=a%20b", post,
            200, "");
    }
    void refusesAsTheStandardSays() {
        QFETCH(QByteArray, pair);
        QFETCH(QByteArray, type);
        QFETCH(QByteArray, body);
        QFETCH(QByteArray, method);
        QFETCH(int, status);
        QFETCH(QString, error);
        const auto answer = m_http.post(url("/a/oauth/token"), body, basic(pair, type), method);
        QCOMPARE(answer.status, status);
        QCOMPARE(answer.challenge.startsWith("Basic"), status == 401);
        const auto json = json::parseObject(answer.body);
        QVERIFY(json.ok());
        QCOMPARE(json->value(QLatin1String("error")).toString(), error);
        QVERIFY(!answer.body.contains("lab-secret"));
        QCOMPARE(m_receiver->statistics({1}).refused, qint64(status == 200 ? 0 : 1));
    }

    void onlyTokensLetIn() {
        const QByteArray good = token();
        QVERIFY(!good.isEmpty());
        QByteArray changed = good;
        changed[3] = changed.at(3) == 'A' ? 'B' : 'A';
        QCOMPARE(deliver({}), 401);
        QCOMPARE(deliver("Bearer "), 401);
        QCOMPARE(deliver("Bearer lab-secret"), 401);
        QCOMPARE(deliver("Basic " + QByteArray("lab-id:lab-secret").toBase64()), 401);
        QCOMPARE(deliver("Bearer " + changed), 401);
        QCOMPARE(deliver("Bearer " + good + "A"), 401);
        QCOMPARE(deliver("Bearer " + good, "/b"), 401); // another connection's
        QCOMPARE(deliver("bearer " + good), 204);
        QCOMPARE(deliver("Bearer " + good, "/a/transport.messageSent"), 204);
        QVERIFY(token() != good);
        m_store->flush();
        const auto reader = EventReader::open(m_store->path());
        QVERIFY(reader.ok());
        const auto stored = (*reader)->event((*reader)->range().last);
        QVERIFY(stored.has_value());
        for (const EventArrival& arrival : stored->arrivals)
            QVERIFY(!arrival.headers.contains(good) && arrival.headers.contains("***"));
    }

    /// A Connector goes on with its token for nearly an hour, and repeats nothing that is refused.
    void tokensOutliveARestart() {
        const QByteArray good = token();
        receive({endpoint(1, "a", "lab-id", "lab-secret")});
        QCOMPARE(deliver("Bearer " + good), 204);
        receive({endpoint(1, "a", "lab-id", "another secret")});
        QCOMPARE(deliver("Bearer " + good), 401);
        receive({endpoint(1, "a", "another id", "lab-secret")});
        QCOMPARE(deliver("Bearer " + good), 401);
    }

    void tokensEnd() {
        const WebhookReceiver::OAuth2Client client{"id", "secret"};
        const Micros now{1'800'000'000'000'000};
        const auto after = [&](qint64 seconds) { return Micros{now.value + seconds * 1'000'000}; };
        HttpRequest asking;
        asking.body = "grant_type=client_credentials";
        const auto body = json::parseObject(tokenendpoint::answer(asking, client, {1}, now).body);
        QVERIFY(body.ok());
        HttpRequest delivery;
        const QByteArray given = body->value(QLatin1String("access_token")).toString().toLatin1();
        delivery.headers.add("Authorization", QByteArray("Bearer " + given));
        QVERIFY(tokenendpoint::showsToken(delivery, client, {1}, now));
        QVERIFY(tokenendpoint::showsToken(delivery, client, {1}, after(tokenendpoint::toldSeconds)));
        QVERIFY(!tokenendpoint::showsToken(delivery, client, {1},
                                           after(tokenendpoint::toldSeconds + tokenendpoint::graceSeconds)));
    }

    void lockedWithoutTheSecret() {
        auto locked = endpoint(1, "a", "lab-id", "");
        locked.isLocked = true;
        receive({locked});
        QCOMPARE(m_http.post(url("/a/oauth/token"), "grant_type=client_credentials", basic("lab-id:")).status,
                 503);
        QCOMPARE(deliver("Bearer x"), 503);
    }
};

QTEST_GUILESS_MAIN(TestReceiverTokens)
#include "tst_receivertokens.moc"
