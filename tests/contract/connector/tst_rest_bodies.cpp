// SPDX-License-Identifier: MIT
// What our calls send, against the schemas of request bodies: a Connector refuses every member that it does
// not know.
#include "awaiting.h"
#include "rawserver.h"
#include <jsonschema.h>

#include <QJsonArray>
#include <QJsonDocument>

using namespace meshwatch;
using namespace meshwatch::connector;
using namespace Qt::StringLiterals;

namespace {

using C = ConnectorClient&;
using Finished = QFuture<void>;

const QString id = u"FIL00000000000000001"_s;
const QString address = u"did:e:localhost:dids:981694099f7c2f2f5b55ce"_s;
const QJsonObject name{{u"@type"_s, u"DisplayName"_s}, {u"value"_s, u"Ada"_s}};
const QJsonObject consent{
    {u"@type"_s, u"ConsentRequestItem"_s}, {u"mustBeAccepted"_s, true}, {u"consent"_s, u"Yes?"_s}};
const QJsonObject request{{u"@type"_s, u"Request"_s}, {u"items"_s, QJsonArray{consent}}};
const QJsonObject templateContent{{u"@type"_s, u"RelationshipTemplateContent"_s},
                                  {u"onNewRelationship"_s, request}};
const QJsonObject creationContent{{u"@type"_s, u"ArbitraryRelationshipCreationContent"_s}, {u"value"_s, 1}};
const QJsonObject hints{
    {u"title"_s, u"T"_s}, {u"valueType"_s, u"ProprietaryString"_s}, {u"confidentiality"_s, u"public"_s}};
const Micros later = *Micros::fromIso("2030-01-01T00:00:00.000Z");

const AttributeDraft attribute{name, {u"x:a"_s}};
const TemplateDraft fullTemplate{templateContent, later, 3, address,
                                 PasswordProtection{u"1234"_s, true, u"Self"_s}};
const TokenDraft fullToken{{}, later, true, address, PasswordProtection{u"secret"_s, false, u"50"_s}};
const std::vector<Decision> decisions{Decision::accept({{u"response"_s, 7}}),
                                      Decision::reject(u"c"_s, u"m"_s),
                                      Decision::group({Decision::accept(), Decision::reject()})};

MessageDraft mailWithAttachment() {
    MessageDraft draft =
        MessageDraft::mail({address}, {address}, u"S"_s, u"B"_s, MessageDraft::BodyFormat::Markdown);
    draft.attachments = {id};
    return draft;
}

MessageDraft requestMessage() {
    QJsonObject content = request;
    content.insert("id"_L1, id);
    const auto kept = Request::fromJson({{u"id"_s, id},
                                         {u"peer"_s, address},
                                         {u"status"_s, u"Draft"_s},
                                         {u"createdAt"_s, u"2026-01-01T00:00:00Z"_s},
                                         {u"content"_s, content}});
    return MessageDraft::request(*kept);
}

TokenDraft ownToken() {
    TokenDraft draft = fullToken;
    draft.content = {{u"any"_s, u"thing"_s}};
    return draft;
}

struct Body {
    const char* schema;
    Finished (*call)(C);
};

const Body bodies[] = {
    {"CanCreateOwnIdentityAttributeRequest",
     [](C c) { return Finished(c.attributes().canCreate(attribute)); }},
    {"CreateOwnIdentityAttributeRequest", [](C c) { return Finished(c.attributes().create(attribute)); }},
    {"SucceedAttributeRequest", [](C c) { return Finished(c.attributes().succeed(id, attribute)); }},
    {"NotifyPeerAboutOwnIdentityAttributeSuccessionRequest",
     [](C c) { return Finished(c.attributes().notifyPeer(id, address)); }},
    {"ExecuteIdentityAttributeQueryRequest",
     [](C c) {
         return Finished(c.attributes().findIdentityAttributes(
             {{u"@type"_s, u"IdentityAttributeQuery"_s}, {u"valueType"_s, u"DisplayName"_s}}));
     }},
    {"ExecuteRelationshipAttributeQueryRequest",
     [](C c) {
         return Finished(
             c.attributes().findRelationshipAttribute({{u"@type"_s, u"RelationshipAttributeQuery"_s},
                                                       {u"key"_s, u"k"_s},
                                                       {u"owner"_s, address},
                                                       {u"attributeCreationHints"_s, hints}}));
     }},
    {"ExecuteThirdPartyRelationshipAttributeQueryRequest",
     [](C c) {
         return Finished(c.attributes().findThirdPartyRelationshipAttributes(
             {{u"@type"_s, u"ThirdPartyRelationshipAttributeQuery"_s},
              {u"key"_s, u"k"_s},
              {u"owner"_s, u"thirdParty"_s},
              {u"thirdParty"_s, QJsonArray{address}}}));
     }},
    {"ExecuteIQLQueryRequest", [](C c) { return Finished(c.attributes().findByIql(u"DisplayName"_s)); }},
    // The one of validation is not among the schemas, and demands the same with @type.
    {"ExecuteIQLQueryRequest", [](C c) { return Finished(c.attributes().validateIql(u"DisplayName"_s)); }},
    {"CreateChallengeRequest", [](C c) { return Finished(c.challenges().create(ChallengeType::Identity)); }},
    {"CreateChallengeRequest", [](C c) { return Finished(c.challenges().create(ChallengeType::Device)); }},
    {"CreateChallengeRequest",
     [](C c) { return Finished(c.challenges().create(ChallengeType::Relationship, id)); }},
    {"ValidateChallengeRequest", [](C c) { return Finished(c.challenges().validate(u"{}"_s, u"s"_s)); }},
    {"LoadPeerFileRequest", [](C c) { return Finished(c.files().load(u"VE9L"_s, u"p"_s)); }},
    {"CreateTokenForFileRequest", [](C c) { return Finished(c.files().createToken(id, fullToken)); }},
    {"CreateTokenForFileRequest", [](C c) { return Finished(c.files().createToken(id)); }},
    {"CreateTokenQrCodeForFileRequest",
     [](C c) { return Finished(c.files().createTokenQrCode(id, fullToken)); }},
    {"UpsertIdentityMetadataRequest",
     [](C c) { return Finished(c.identities().putMetadata(address, QJsonArray{1}, u"k"_s)); }},
    {"SendMessageRequest", [](C c) { return Finished(c.messages().send(mailWithAttachment())); }},
    {"SendMessageRequest", [](C c) { return Finished(c.messages().send(requestMessage())); }},
    {"SendMessageRequest",
     [](C c) { return Finished(c.messages().send(MessageDraft::arbitrary({address}, u"x"_s))); }},
    {"CanCreateRelationshipRequest", [](C c) { return Finished(c.relationships().canCreate(id)); }},
    {"CanCreateRelationshipRequest",
     [](C c) { return Finished(c.relationships().canCreate(id, creationContent)); }},
    {"CreateRelationshipRequest",
     [](C c) { return Finished(c.relationships().create(id, creationContent)); }},
    {"CreateOwnRelationshipTemplateRequest",
     [](C c) { return Finished(c.relationshipTemplates().create(fullTemplate)); }},
    {"LoadPeerRelationshipTemplateRequest",
     [](C c) { return Finished(c.relationshipTemplates().load(u"UkxU"_s, u"p"_s)); }},
    {"CreateTokenForOwnRelationshipTemplateRequest",
     [](C c) { return Finished(c.relationshipTemplates().createToken(id, fullToken)); }},
    {"CreateTokenQrCodeForOwnRelationshipTemplateRequest",
     [](C c) { return Finished(c.relationshipTemplates().createTokenQrCode(id, fullToken)); }},
    {"CanAcceptIncomingRequestRequest",
     [](C c) { return Finished(c.incomingRequests().canAccept(id, decisions)); }},
    {"AcceptIncomingRequestRequest",
     [](C c) { return Finished(c.incomingRequests().accept(id, decisions)); }},
    {"CanRejectIncomingRequestRequest",
     [](C c) { return Finished(c.incomingRequests().canReject(id, decisions)); }},
    {"RejectIncomingRequestRequest",
     [](C c) { return Finished(c.incomingRequests().reject(id, decisions)); }},
    {"CanCreateOutgoingRequestRequest", [](C c) { return Finished(c.outgoingRequests().validate(request)); }},
    {"CreateOutgoingRequestRequest",
     [](C c) { return Finished(c.outgoingRequests().create(request, address)); }},
    {"CreateOwnTokenRequest", [](C c) { return Finished(c.tokens().create(ownToken())); }},
    {"LoadPeerTokenRequest", [](C c) { return Finished(c.tokens().load(u"VE9L"_s, u"p"_s, true)); }},
};

} // namespace

class TestRestBodies : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void fitsItsSchema_data();
    void fitsItsSchema();
    void schemasRefuse();

private:
    JsonSchema m_schema{
        QStringLiteral(MESHWATCH_SHARED_DIR "/reference/data/connector-sdk-types-7.5.11.schemas.json")};
};

void TestRestBodies::initTestCase() {
    if (m_schema.isEmpty())
        QSKIP("SKIPPED: the Connector reference is not there (../shared/reference).");
}

void TestRestBodies::fitsItsSchema_data() {
    QTest::addColumn<int>("row");
    for (int row = 0; row < int(std::size(bodies)); ++row)
        QTest::addRow("%d: %s", row, bodies[row].schema) << row;
}

void TestRestBodies::fitsItsSchema() {
    QFETCH(int, row);
    RawServer server([](const RawServer::Request&, QTcpSocket* socket) {
        socket->write(RawServer::answer(200, "{\"result\":{}}"));
    });
    ConnectorClient client(settingsFor(server.url()));
    QVERIFY(comes(bodies[row].call(client)));
    QCOMPARE(server.requests.size(), 1);
    const QJsonObject body = QJsonDocument::fromJson(server.requests.at(0).body).object();
    QCOMPARE(m_schema.problem(QString::fromLatin1(bodies[row].schema), body), QString());
}

void TestRestBodies::schemasRefuse() {
    // A checker that finds everything fitting would find nothing.
    const auto refuses = [this](QJsonObject body, const char* member, const QJsonValue& value) {
        body.insert(QLatin1StringView(member), value);
        return !m_schema.problem(u"SendMessageRequest"_s, body).isEmpty();
    };
    const QJsonObject good = mailWithAttachment().toJson();
    QVERIFY(!refuses(good, "attachments", QJsonArray{}));
    QVERIFY(refuses(good, "unknown", 1));
    QVERIFY(refuses(good, "recipients", u"x"_s));
    QVERIFY(refuses(good, "attachments", QJsonArray{7}));
    QVERIFY(refuses(good, "content", QJsonObject{{u"@type"_s, u"Nonsense"_s}}));
    QVERIFY(!m_schema.problem(u"SendMessageRequest"_s, QJsonObject()).isEmpty());
}

QTEST_GUILESS_MAIN(TestRestBodies)
#include "tst_rest_bodies.moc"
