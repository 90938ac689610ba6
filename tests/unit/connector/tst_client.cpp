// SPDX-License-Identifier: MIT
// What goes over the wire when all is well: requests, answers, downloads.
#include "awaiting.h"
#include "rawserver.h"

#include <meshwatch/connector/routes.h>

#include <QRegularExpression>

using namespace meshwatch;
using namespace meshwatch::connector;

class TestClient : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void sendsWhatIsDue();
    void sendsLogin_data();
    void sendsLogin();
    void encodesPathAndQuery();
    void keepsPathInFront_data();
    void keepsPathInFront();
    void everyCallUsesItsRoute();
    void refusesUnknownFilter();
    void answersNothing();
    void unhealthyIsAValue();
    void downloads_data();
    void downloads();
    void picture();
    void readsLargeListsAside();
};

namespace {

const QByteArray emptyList = RawServer::answer(200, "{\"result\":[]}");

RawServer::Handler always(const QByteArray& answer) {
    return [answer](const RawServer::Request&, QTcpSocket* socket) { socket->write(answer); };
}

} // namespace

void TestClient::sendsWhatIsDue() {
    RawServer server(always(emptyList));
    ConnectorClient client(settingsFor(server.url()));
    auto first = client.messages().list();
    auto second = client.messages().list();
    QVERIFY(comes(first));
    QVERIFY(comes(second));
    QVERIFY(first.result());
    const auto& sent = server.requests.at(0);
    QCOMPARE(sent.method, QByteArray("GET"));
    QCOMPARE(sent.target, QByteArray("/api/core/v1/Messages"));
    QCOMPARE(sent.header("Accept"), QByteArray("application/json"));
    QCOMPARE(sent.header("X-API-KEY"), QByteArray("key-of-the-test"));
    QVERIFY(sent.header("User-Agent").startsWith("Meshwatch/"));
    QVERIFY(sent.header("Cookie").isEmpty());
    static const QRegularExpression uuid(QStringLiteral("^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$"));
    QVERIFY(uuid.match(QString::fromLatin1(sent.header("X-Correlation-ID"))).hasMatch());
    QVERIFY(sent.header("X-Correlation-ID") != server.requests.at(1).header("X-Correlation-ID"));
}

void TestClient::sendsLogin_data() {
    QTest::addColumn<ConnectorSettings::Authentication>("authentication");
    QTest::addColumn<QByteArray>("header");
    QTest::addColumn<QByteArray>("value");
    using S = ConnectorSettings;
    QTest::newRow("none") << S::Authentication(S::NoAuthentication{}) << QByteArray("X-API-KEY")
                          << QByteArray();
    QTest::newRow("other header") << S::Authentication(S::ApiKey{"X-Lab-Key", "k"}) << QByteArray("X-Lab-Key")
                                  << QByteArray("k");
    QTest::newRow("bearer") << S::Authentication(S::Bearer{"t.o.k"}) << QByteArray("Authorization")
                            << QByteArray("Bearer t.o.k");
}

void TestClient::sendsLogin() {
    QFETCH(ConnectorSettings::Authentication, authentication);
    QFETCH(QByteArray, header);
    QFETCH(QByteArray, value);
    RawServer server(always(emptyList));
    auto settings = settingsFor(server.url());
    settings.authentication = authentication;
    ConnectorClient client(settings);
    auto future = client.messages().list();
    QVERIFY(comes(future));
    QVERIFY(future.result());
    QCOMPARE(server.requests.at(0).header(header), value);
}

void TestClient::encodesPathAndQuery() {
    RawServer server(always(emptyList));
    ConnectorClient client(settingsFor(server.url()));
    Filter filter;
    filter.is(u"content.@type", u"Mail").createdBetween(*Micros::fromIso("2026-01-01T00:00:00Z"), {});
    auto messages = client.messages().list(filter.exists(u"attachments"));
    auto shared = client.attributes().ownShared(QStringLiteral("did:e:localhost:dids:7f77"));
    auto file = client.files().get(QStringLiteral("http://b/r/FIL1#M3w+x?/.."));
    QVERIFY(comes(messages) && comes(shared) && comes(file));
    QStringList targets;
    for (const auto& request : server.requests)
        targets << QString::fromLatin1(request.target);
    QVERIFY2(targets.contains(QLatin1String("/api/core/v1/Messages?content.%40type=Mail&"
                                            "createdAt=%3E%3D2026-01-01T00%3A00%3A00.000Z&attachments=%2B")),
             qPrintable(targets.join(QLatin1Char('\n'))));
    QVERIFY2(targets.contains(
                 QLatin1String("/api/core/v1/Attributes/Own/Shared/did%3Ae%3Alocalhost%3Adids%3A7f77")),
             qPrintable(targets.join(QLatin1Char('\n'))));
    QVERIFY2(
        targets.contains(QLatin1String("/api/core/v1/Files/http%3A%2F%2Fb%2Fr%2FFIL1%23M3w%2Bx%3F%2F..")),
        qPrintable(targets.join(QLatin1Char('\n'))));
}

void TestClient::keepsPathInFront_data() {
    QTest::addColumn<QString>("path");
    QTest::addColumn<QByteArray>("target");
    QTest::newRow("root") << QStringLiteral("/") << QByteArray("/health");
    QTest::newRow("prefix") << QStringLiteral("/connectors/a/") << QByteArray("/connectors/a/health");
    QTest::newRow("API copied along") << QStringLiteral("/x/api/core/v1") << QByteArray("/x/health");
    QTest::newRow("health copied along") << QStringLiteral("/health?x=1#y") << QByteArray("/health");
    QTest::newRow("encoded prefix") << QStringLiteral("/a%20b") << QByteArray("/a%20b/health");
}

void TestClient::keepsPathInFront() {
    QFETCH(QString, path);
    QFETCH(QByteArray, target);
    RawServer server(always(RawServer::answer(200, "{\"isHealthy\":true,\"services\":{}}")));
    ConnectorClient client(settingsFor(server.url() + path));
    auto future = client.monitoring().health();
    QVERIFY(comes(future));
    QVERIFY(future.result());
    QCOMPARE(server.requests.at(0).target, target);
}

namespace {

using Calls = std::vector<QFuture<void>>;
const QString id = QStringLiteral("ID");

void addReading(ConnectorClient& client, Calls& calls) {
    const auto add = [&calls](auto future) { calls.emplace_back(future); };
    add(client.monitoring().health());
    add(client.monitoring().version());
    add(client.monitoring().requests());
    add(client.monitoring().support());
    add(client.account().identityInfo());
    add(client.account().syncInfo());
    add(client.account().sync());
    add(client.attributes().list());
    add(client.attributes().ownIdentity());
    add(client.attributes().ownShared(id));
    add(client.attributes().ofPeer(id));
    add(client.attributes().get(id));
    add(client.attributes().versions(id));
    add(client.attributes().sharedVersions(id, id));
    add(client.attributes().forwardingDetails(id));
    add(client.attributes().tagCollection());
    add(client.files().list());
    add(client.files().own());
    add(client.files().ofPeers());
    add(client.files().get(id));
    add(client.files().qrCode(id));
    add(client.files().download(id));
    add(client.identities().announcements(QStringLiteral("en")));
    add(client.identities().metadata(id, id));
    add(client.identities().deletionProcess());
    add(client.messages().list());
    add(client.messages().get(id));
    add(client.messages().attachment(id, id));
    add(client.messages().downloadAttachment(id, id));
    add(client.relationships().list());
    add(client.relationships().get(id));
    add(client.relationships().attributes(id));
    add(client.relationshipTemplates().list());
    add(client.relationshipTemplates().own());
    add(client.relationshipTemplates().ofPeers());
    add(client.relationshipTemplates().get(id));
    add(client.relationshipTemplates().qrCode(id));
    add(client.incomingRequests().list());
    add(client.incomingRequests().get(id));
    add(client.outgoingRequests().list());
    add(client.outgoingRequests().get(id));
    add(client.tokens().own());
    add(client.tokens().ofPeers());
    add(client.tokens().get(id));
    add(client.tokens().qrCode(id));
}

void addChangingThings(ConnectorClient& client, Calls& calls) {
    const auto add = [&calls](auto future) { calls.emplace_back(future); };
    add(client.attributes().canCreate({}));
    add(client.attributes().create({}));
    add(client.attributes().succeed(id, {}));
    add(client.attributes().notifyPeer(id, id));
    add(client.attributes().remove(id));
    add(client.attributes().findIdentityAttributes({}));
    add(client.attributes().findRelationshipAttribute({}));
    add(client.attributes().findThirdPartyRelationshipAttributes({}));
    add(client.attributes().findByIql(id));
    add(client.attributes().validateIql(id));
    add(client.challenges().create(ChallengeType::Identity));
    add(client.challenges().validate(id, id));
    add(client.files().upload(FileUpload::fromBytes("x", id)));
    add(client.files().load(id));
    add(client.files().createToken(id));
    add(client.files().createTokenQrCode(id));
    add(client.files().regenerateOwnershipToken(id));
    add(client.files().remove(id));
    add(client.identities().putMetadata(id, id));
    add(client.identities().removeMetadata(id, id));
    add(client.identities().startDeletion(0.5));
    add(client.identities().cancelDeletion());
    add(client.relationshipTemplates().create({}));
    add(client.relationshipTemplates().load(id));
    add(client.relationshipTemplates().createToken(id));
    add(client.relationshipTemplates().createTokenQrCode(id));
    add(client.relationshipTemplates().remove(id));
    add(client.tokens().create({}));
    add(client.tokens().load(id));
    add(client.tokens().remove(id));
}

void addChangingPeople(ConnectorClient& client, Calls& calls) {
    const auto add = [&calls](auto future) { calls.emplace_back(future); };
    add(client.backboneNotifications().send({id}, id));
    add(client.messages().send({}));
    add(client.relationships().canCreate(id));
    add(client.relationships().create(id, {}));
    add(client.relationships().accept(id));
    add(client.relationships().reject(id));
    add(client.relationships().revoke(id));
    add(client.relationships().terminate(id));
    add(client.relationships().requestReactivation(id));
    add(client.relationships().acceptReactivation(id));
    add(client.relationships().rejectReactivation(id));
    add(client.relationships().revokeReactivation(id));
    add(client.relationships().decompose(id));
    add(client.incomingRequests().canAccept(id, {}));
    add(client.incomingRequests().canReject(id, {}));
    add(client.incomingRequests().accept(id, {}));
    add(client.incomingRequests().reject(id, {}));
    add(client.outgoingRequests().validate({}));
    add(client.outgoingRequests().create({}, id));
}

} // namespace

void TestClient::everyCallUsesItsRoute() {
    RawServer server(always(RawServer::answer(200, "{\"result\":[]}")));
    ConnectorClient client(settingsFor(server.url()));
    Calls calls;
    addReading(client, calls);
    addChangingThings(client, calls);
    addChangingPeople(client, calls);
    for (const auto& call : calls)
        QVERIFY(comes(call));
    QSet<QByteArray> asked;
    for (const auto& request : server.requests)
        asked << request.method + ' ' + request.path();
    for (const Route* route : routes::all()) {
        static const QRegularExpression part(QStringLiteral("\\{[^}]*\\}"));
        const QString path = QString::fromLatin1(route->path).replace(part, id);
        QVERIFY2(asked.remove(QByteArray(route->method) + ' ' + path.toLatin1()), route->path);
    }
    QVERIFY2(asked.isEmpty(), asked.values().join(' ').constData());
}

void TestClient::refusesUnknownFilter() {
    RawServer server(always(emptyList));
    ConnectorClient client(settingsFor(server.url()));
    auto future = client.incomingRequests().list(Filter().raw(u"limit", u"2"));
    QVERIFY(comes(future));
    QCOMPARE(kind(future.result().error()), QStringLiteral("invalid"));
    QVERIFY(future.result().error().message.contains(QLatin1String("limit")));
    QCOMPARE(server.requests.size(), 0);
}

void TestClient::answersNothing() {
    RawServer server(always("HTTP/1.1 204 No Content\r\n\r\n"));
    ConnectorClient client(settingsFor(server.url()));
    auto future = client.account().sync();
    QVERIFY(comes(future));
    QVERIFY(future.result());
    QCOMPARE(server.requests.at(0).method, QByteArray("POST"));
    QCOMPARE(server.requests.at(0).body, QByteArray("{}"));
    QCOMPARE(server.requests.at(0).header("Content-Type"), QByteArray("application/json"));
    auto removed = client.files().remove(QStringLiteral("FIL1"));
    QVERIFY(comes(removed));
    QVERIFY(removed.result());
    QCOMPARE(server.requests.at(1).method, QByteArray("DELETE"));
    QCOMPARE(server.requests.at(1).body, QByteArray());
    QVERIFY(server.requests.at(1).header("Content-Type").isEmpty());
}

void TestClient::unhealthyIsAValue() {
    RawServer server(always(RawServer::answer(
        500, R"({"isHealthy":false,"services":{"database":"healthy","backboneConnection":"unhealthy"}})")));
    ConnectorClient client(settingsFor(server.url()));
    auto future = client.monitoring().health();
    QVERIFY(comes(future));
    const auto health = future.result();
    QVERIFY(health);
    QVERIFY(!health->isHealthy());
    QCOMPARE(health->services().size(), size_t(2));
    QCOMPARE(health->services().at(0).name, QStringLiteral("backboneConnection"));
    QVERIFY(!health->services().at(0).isHealthy());
}

void TestClient::downloads_data() {
    QTest::addColumn<QByteArray>("disposition");
    QTest::addColumn<QString>("fileName");
    QTest::newRow("as a Connector writes it")
        << QByteArray("attachment;filename=h%C3%A4llo.txt") << QStringLiteral("hällo.txt");
    QTest::newRow("quoted") << QByteArray("attachment; filename=\"a b.txt\"; x=y")
                            << QStringLiteral("a b.txt");
    QTest::newRow("no name") << QByteArray("attachment") << QString();
    QTest::newRow("with folders") << QByteArray("attachment;filename=..%2F..%2Fetc%2Fpasswd")
                                  << QStringLiteral("passwd");
    QTest::newRow("with backslashes")
        << QByteArray("attachment;filename=c%3A%5Cwin%5Ccmd.exe") << QStringLiteral("cmd.exe");
    QTest::newRow("dots") << QByteArray("attachment;filename=..") << QString();
    QTest::newRow("line break") << QByteArray("attachment;filename=a%0Ab") << QStringLiteral("ab");
}

void TestClient::downloads() {
    QFETCH(QByteArray, disposition);
    QFETCH(QString, fileName);
    const QByteArray content = QByteArray("<html>\0\xff", 8);
    RawServer server(
        always(RawServer::answer(200, content, "text/html", "Content-Disposition: " + disposition + "\r\n")));
    ConnectorClient client(settingsFor(server.url()));
    auto future = client.files().download(QStringLiteral("FIL1"));
    QVERIFY(comes(future));
    const auto download = future.result();
    QVERIFY(download);
    QCOMPARE(download->bytes, content);
    QCOMPARE(download->contentType, QByteArray("text/html"));
    QCOMPARE(download->fileName, fileName);
    QCOMPARE(server.requests.at(0).header("Accept"), QByteArray("application/json"));
}

void TestClient::picture() {
    QByteArray answer = RawServer::answer(200, "\x89PNG", "image/png");
    RawServer server([&](const RawServer::Request&, QTcpSocket* socket) { socket->write(answer); });
    ConnectorClient client(settingsFor(server.url()));
    auto picture = client.tokens().qrCode(QStringLiteral("TOK1"));
    QVERIFY(comes(picture));
    QVERIFY(picture.result());
    QCOMPARE(picture.result()->bytes, QByteArray("\x89PNG"));
    QCOMPARE(server.requests.at(0).header("Accept"), QByteArray("image/png"));
    answer = RawServer::answer(200, "{\"result\":{}}");
    auto json = client.tokens().qrCode(QStringLiteral("TOK1"));
    QVERIFY(comes(json));
    QCOMPARE(kind(json.result().error()), QStringLiteral("unexpectedContent"));
}

void TestClient::readsLargeListsAside() {
    QByteArray items;
    for (int i = 0; i < 20'000; ++i)
        items += (i ? "," : "") +
                 QByteArray(R"({"id":"MSG%1","createdAt":"2026-01-01T00:00:00.000Z","content":{}})")
                     .replace("%1", QByteArray::number(i));
    RawServer server(always(RawServer::answer(200, "{\"result\":[" + items + "]}")));
    ConnectorClient client(settingsFor(server.url()));
    auto future = client.messages().list();
    QVERIFY(comes(future));
    const auto messages = future.result();
    QVERIFY(messages);
    QCOMPARE(messages->size(), size_t(20'000));
    QCOMPARE(messages->back().id(), QStringLiteral("MSG19999"));
}

QTEST_GUILESS_MAIN(TestClient)
#include "tst_client.moc"
