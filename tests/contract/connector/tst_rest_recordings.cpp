// SPDX-License-Identifier: MIT
// Everything that real Connectors were heard to answer: types keep it whole, errors keep its words.
#include "awaiting.h"
#include "rawserver.h"
#include "recordings.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace meshwatch;
using namespace meshwatch::connector;

namespace {

/// fromJson() and back.
using RoundTrip = ConnectorResult<QJsonValue> (*)(const QJsonValue&);

template<typename T>
ConnectorResult<QJsonValue> one(const QJsonValue& json) {
    const auto value = T::fromJson(json.toObject());
    if (!value)
        return value.error();
    return QJsonValue(value->toJson());
}

template<typename T>
ConnectorResult<QJsonValue> each(const QJsonValue& json) {
    QJsonArray list;
    for (const auto& item : json.toArray()) {
        const auto value = one<T>(item);
        if (!value)
            return value.error();
        list.append(*value);
    }
    return QJsonValue(list);
}

struct Known {
    const char* exchange; ///< method and path; ids as {}
    RoundTrip roundTrip;
};

const Known known[] = {
    {"GET /health", one<Health>},
    {"GET /Monitoring/Version", one<Version>},
    {"GET /Monitoring/Requests", one<RequestCount>},
    {"GET /Monitoring/Support", one<Support>},
    {"GET /api/core/v1/Account/IdentityInfo", one<IdentityInfo>},
    {"GET /api/core/v1/Account/SyncInfo", one<SyncInfo>},
    {"GET /api/core/v1/Announcements", each<Announcement>},
    {"GET /api/core/v1/Attributes", each<Attribute>},
    {"POST /api/core/v1/Attributes", one<Attribute>},
    {"GET /api/core/v1/Attributes/Own/Identity", each<Attribute>},
    {"GET /api/core/v1/Attributes/Own/Shared/{}", each<Attribute>},
    {"GET /api/core/v1/Attributes/Peer/{}", each<Attribute>},
    {"GET /api/core/v1/Attributes/TagCollection", one<TagCollection>},
    {"DELETE /api/core/v1/Attributes/{}", one<AttributeDeleted>},
    {"POST /api/core/v1/Attributes/{}/NotifyPeer", one<AttributeSuccession>},
    {"POST /api/core/v1/Attributes/{}/Succeed", one<AttributeSuccession>},
    {"POST /api/core/v1/Challenges", one<Challenge>},
    {"POST /api/core/v1/Challenges/Validate", one<ChallengeValidation>},
    {"GET /api/core/v1/Files", each<File>},
    {"GET /api/core/v1/Files/Own", each<File>},
    {"GET /api/core/v1/Files/Peer", each<File>},
    {"POST /api/core/v1/Files/Own", one<File>},
    {"POST /api/core/v1/Files/Peer", one<File>},
    {"GET /api/core/v1/Files/{}", one<File>},
    {"POST /api/core/v1/Files/{}/Token", one<Token>},
    {"POST /api/core/v1/IdentityDeletionProcess", one<IdentityDeletionProcess>},
    {"DELETE /api/core/v1/IdentityDeletionProcess", one<IdentityDeletionProcess>},
    {"GET /api/core/v1/IdentityMetadata", one<IdentityMetadata>},
    {"PUT /api/core/v1/IdentityMetadata", one<IdentityMetadata>},
    {"GET /api/core/v1/Messages", each<Message>},
    {"POST /api/core/v1/Messages", one<Message>},
    {"GET /api/core/v1/Messages/{}", one<Message>},
    {"GET /api/core/v1/Messages/{}/Attachments/{}", one<File>},
    {"GET /api/core/v1/RelationshipTemplates", each<RelationshipTemplate>},
    {"GET /api/core/v1/RelationshipTemplates/Own", each<RelationshipTemplate>},
    {"GET /api/core/v1/RelationshipTemplates/Peer", each<RelationshipTemplate>},
    {"POST /api/core/v1/RelationshipTemplates/Own", one<RelationshipTemplate>},
    {"POST /api/core/v1/RelationshipTemplates/Peer", one<RelationshipTemplate>},
    {"POST /api/core/v1/RelationshipTemplates/Own/{}/Token", one<Token>},
    {"GET /api/core/v1/Relationships", each<Relationship>},
    {"GET /api/core/v1/Relationships/{}", one<Relationship>},
    {"PUT /api/core/v1/Relationships/{}/Accept", one<Relationship>},
    {"PUT /api/core/v1/Relationships/{}/Terminate", one<Relationship>},
    {"PUT /api/core/v1/Relationships/{}/Reactivate", one<Relationship>},
    {"PUT /api/core/v1/Relationships/{}/Reactivate/Accept", one<Relationship>},
    {"GET /api/core/v1/Requests/Incoming", each<Request>},
    {"GET /api/core/v1/Requests/Incoming/{}", one<Request>},
    {"PUT /api/core/v1/Requests/Incoming/{}/Accept", one<Request>},
    {"PUT /api/core/v1/Requests/Incoming/{}/Reject", one<Request>},
    {"PUT /api/core/v1/Requests/Incoming/{}/CanAccept", one<Validation>},
    {"PUT /api/core/v1/Requests/Incoming/{}/CanReject", one<Validation>},
    {"GET /api/core/v1/Requests/Outgoing", each<Request>},
    {"GET /api/core/v1/Requests/Outgoing/{}", one<Request>},
    {"POST /api/core/v1/Requests/Outgoing", one<Request>},
    {"POST /api/core/v1/Requests/Outgoing/Validate", one<Validation>},
    {"GET /api/core/v1/Tokens/Own", each<Token>},
    {"GET /api/core/v1/Tokens/Peer", each<Token>},
    {"POST /api/core/v1/Tokens/Own", one<Token>},
    {"POST /api/core/v1/Tokens/Peer", one<Token>},
};

} // namespace

class TestRestRecordings : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void typesKeepEverything_data();
    void typesKeepEverything();
    void errorsKeepTheirWords_data();
    void errorsKeepTheirWords();
    void supportHidesSecrets();
    void accessorsRead();
};

void TestRestRecordings::initTestCase() {
    if (!recordings::exist())
        QSKIP("SKIPPED: the recordings are not there (../shared/recordings).");
    QCOMPARE(recordings::exchanges().size(), 225);
}

void TestRestRecordings::typesKeepEverything_data() {
    QTest::addColumn<QString>("exchange");
    QTest::addColumn<QJsonValue>("value");
    int line = 0;
    for (const QJsonObject& exchange : recordings::exchanges()) {
        ++line;
        const QJsonValue body = exchange.value(QLatin1String("responseBody"));
        if (exchange.value(QLatin1String("status")).toInt() >= 300 || !body.isObject())
            continue; // errors are below; files, pictures and nothing have no type
        const QJsonValue result = body.toObject().value(QLatin1String("result"));
        QTest::addRow("%d", line) << recordings::nameOf(exchange) << (result.isUndefined() ? body : result);
    }
}

void TestRestRecordings::typesKeepEverything() {
    QFETCH(QString, exchange);
    QFETCH(QJsonValue, value);
    const auto it = std::find_if(std::begin(known), std::end(known),
                                 [&](const Known& k) { return exchange == QLatin1String(k.exchange); });
    QVERIFY2(it != std::end(known), qPrintable(exchange));
    const auto result = it->roundTrip(value);
    QVERIFY2(result, result ? "" : qPrintable(result.error().message));
    QCOMPARE(*result, value);
}

void TestRestRecordings::errorsKeepTheirWords_data() {
    QTest::addColumn<int>("status");
    QTest::addColumn<QJsonObject>("body");
    int line = 0;
    for (const QJsonObject& exchange : recordings::exchanges()) {
        ++line;
        const int status = exchange.value(QLatin1String("status")).toInt();
        if (status >= 400)
            QTest::addRow("%d: %d", line, status)
                << status << exchange.value(QLatin1String("responseBody")).toObject();
    }
}

void TestRestRecordings::errorsKeepTheirWords() {
    QFETCH(int, status);
    QFETCH(QJsonObject, body);
    RawServer server([&](const RawServer::Request&, QTcpSocket* socket) {
        socket->write(RawServer::answer(status, QJsonDocument(body).toJson()));
    });
    ConnectorClient client(settingsFor(server.url()));
    auto future = client.messages().list();
    QVERIFY(comes(future));
    QVERIFY(!future.result());
    const ConnectorError error = future.result().error();
    const QJsonObject words = body.value(QLatin1String("error")).toObject();
    QCOMPARE(error.httpStatus, status);
    QCOMPARE(error.code, words.value(QLatin1String("code")).toString());
    QCOMPARE(error.message, words.value(QLatin1String("message")).toString());
    QCOMPARE(error.id, words.value(QLatin1String("id")).toString());
    QCOMPARE(error.docs, words.value(QLatin1String("docs")).toString());
    QCOMPARE(server.count("/api/core/v1/Messages"), 1);
}

void TestRestRecordings::supportHidesSecrets() {
    int seen = 0;
    for (const QJsonObject& exchange : recordings::exchanges()) {
        if (recordings::nameOf(exchange) != QLatin1String("GET /Monitoring/Support"))
            continue;
        ++seen;
        const auto support = Support::fromJson(exchange.value(QLatin1String("responseBody")).toObject());
        QVERIFY(support);
        const QByteArray open = QJsonDocument(support->toJson()).toJson();
        const QByteArray shown = QJsonDocument(support->redacted()).toJson();
        for (const auto* secret :
             {"lab-webhook-key", "lab-webhook-key-2", "lab-secret", "guest:guest", "in clear"}) {
            QVERIFY2(open.contains(secret), secret);
            QVERIFY2(!shown.contains(secret), secret);
        }
        // What it is for stays: which webhooks there are.
        QVERIFY(shown.contains("/a/hook/{{trigger}}"));
        QVERIFY(shown.contains("transport.messageReceived"));
    }
    QCOMPARE(seen, 1);
}

void TestRestRecordings::accessorsRead() {
    int mails = 0;
    int attached = 0;
    int accepted = 0;
    int reactivations = 0;
    for (const QJsonObject& exchange : recordings::exchanges()) {
        const QString name = recordings::nameOf(exchange);
        const QJsonObject result = exchange.value(QLatin1String("responseBody"))
                                       .toObject()
                                       .value(QLatin1String("result"))
                                       .toObject();
        if (name.endsWith(QLatin1String("/Messages/{}")) ||
            name == QLatin1String("POST /api/core/v1/Messages")) {
            const auto message = Message::fromJson(result);
            if (!message)
                continue; // a recorded error
            QVERIFY(message->id().startsWith(QLatin1String("MSG")));
            QVERIFY(message->createdAt().isValid());
            QVERIFY(!message->recipients().empty());
            QVERIFY(message->recipients().front().address().startsWith(QLatin1String("did:e:")));
            mails += message->content().type() == QLatin1String("Mail");
            for (const File& file : message->attachedFiles())
                QVERIFY(message->attachmentIds().contains(file.id()));
            attached += int(message->attachmentIds().size());
        }
        if (name == QLatin1String("GET /api/core/v1/Requests/Outgoing/{}")) {
            const auto request = Request::fromJson(result);
            QVERIFY(request);
            QVERIFY(request->status().value != Request::Status::Unknown);
            if (const auto response = request->response())
                accepted += response->result() == RequestResponse::Result::Accepted;
        }
        if (name.endsWith(QLatin1String("/Reactivate"))) {
            const auto relationship = Relationship::fromJson(result);
            QVERIFY(relationship);
            QVERIFY(relationship->status() == RelationshipStatus::Terminated);
            QVERIFY(relationship->hasOpenReactivation());
            QVERIFY(relationship->auditLog().front().reason() == RelationshipReason::Creation);
            ++reactivations;
        }
    }
    QVERIFY(mails > 10);
    QVERIFY(attached > 0);
    QVERIFY(accepted > 0);
    QCOMPARE(reactivations, 1);
}

QTEST_GUILESS_MAIN(TestRestRecordings)
#include "tst_rest_recordings.moc"
