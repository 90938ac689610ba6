// SPDX-License-Identifier: MIT
// Two Connectors of a sandbox and the client: everything that changes something, as one story.
#include <meshwatch/connector/connectorclient.h>
#include <meshwatch/core/qrcode.h>
#include <meshwatch/sandbox/sandbox.h>

#include <QBuffer>
#include <QJsonArray>
#include <QTemporaryDir>
#include <QTest>

using namespace meshwatch;
using namespace meshwatch::connector;
using namespace Qt::StringLiterals;

namespace {

/// The value that a call must give.
template<typename T>
T given(const Future<T>& future) {
    if (!QTest::qWaitFor([&future] { return future.isFinished(); }, 150'000))
        qFatal("a call never ended");
    if (!future.result())
        qFatal("%s", qPrintable(future.result().error().toError().text()));
    if constexpr (!std::is_void_v<T>)
        return *future.result();
}

template<typename T>
ConnectorError refused(const Future<T>& future) {
    if (!QTest::qWaitFor([&future] { return future.isFinished(); }, 150'000) || future.result())
        qFatal("a call was not refused");
    return future.result().error();
}

QJsonObject consent(const QString& question) {
    return {{u"@type"_s, u"ConsentRequestItem"_s}, {u"mustBeAccepted"_s, true}, {u"consent"_s, question}};
}

Micros tomorrow() { return {Micros::now().value + qint64(24) * 3600 * 1'000'000}; }

} // namespace

class TestConversation : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void aTemplateBecomesARelationship();
    void aFileGoesAsAttachment();
    void aFileGoesByReference();
    void aRequestIsAccepted();
    void aRequestIsRejected();
    void attributesHaveVersions();
    void tokensAndNotes();
    void theIdentityCanGo();
    void itEnds();

private:
    void sync();
    [[nodiscard]] QString incoming(const QString& sourceReference);

    std::unique_ptr<sandbox::Sandbox> m_sandbox;
    std::unique_ptr<ConnectorClient> m_ann;
    std::unique_ptr<ConnectorClient> m_ben;
    QString m_annsAddress;
    QString m_bensAddress;
    QString m_relationship;
    QTemporaryDir m_dir;
};

void TestConversation::initTestCase() {
    sandbox::Sandbox::Options options;
    options.names = {u"Ann"_s, u"Ben"_s};
    options.syncInterval = std::chrono::milliseconds(0);
    options.isDebug = true;
    m_sandbox = std::make_unique<sandbox::Sandbox>(options);
    QVERIFY(m_sandbox->start());
    const auto connect = [this](int place) {
        const auto info = m_sandbox->connectors().at(place);
        ConnectorSettings settings;
        settings.baseUrl = QUrl(info.url);
        settings.timeout = std::chrono::minutes(2); // a busy machine is no failure
        settings.authentication = ConnectorSettings::ApiKey{"X-API-KEY", info.apiKey.toLatin1()};
        return std::make_unique<ConnectorClient>(settings);
    };
    m_ann = connect(0);
    m_ben = connect(1);
    m_annsAddress = given(m_ann->account().identityInfo()).address();
    m_bensAddress = given(m_ben->account().identityInfo()).address();
}

void TestConversation::sync() {
    given(m_ann->account().sync());
    given(m_ben->account().sync());
}

/// The Request at Ben's that came by a message or template, once it waits for a decision.
QString TestConversation::incoming(const QString& sourceReference) {
    std::vector<Request> requests;
    const bool isThere = QTest::qWaitFor([&] {
        requests = given(m_ben->incomingRequests().list(
            Filter().is(u"source.reference", sourceReference).is(u"status", u"ManualDecisionRequired")));
        return !requests.empty();
    });
    return isThere ? requests.front().id() : QString();
}

void TestConversation::aTemplateBecomesARelationship() {
    const QJsonObject request{{u"@type"_s, u"Request"_s}, {u"items"_s, QJsonArray{consent(u"Friends?"_s)}}};
    QVERIFY(given(m_ann->outgoingRequests().validate(request)).isSuccess());
    TemplateDraft draft;
    draft.content = {{u"@type"_s, u"RelationshipTemplateContent"_s}, {u"onNewRelationship"_s, request}};
    draft.expiresAt = tomorrow();
    draft.passwordProtection = PasswordProtection{u"1234"_s, true, u"Letter"_s};
    const auto offer = given(m_ann->relationshipTemplates().create(draft));
    QVERIFY(offer.isPasswordProtected());
    QVERIFY(given(m_ann->relationshipTemplates().qrCode(offer.id())).bytes.startsWith("\x89PNG"));
    QVERIFY(QrCode::encode(offer.reference().url.toUtf8()));
    TokenDraft token;
    token.passwordProtection = draft.passwordProtection;
    const auto handedOn = given(m_ann->relationshipTemplates().createToken(offer.id(), token));
    QVERIFY(given(m_ann->relationshipTemplates().createTokenQrCode(offer.id(), token))
                .bytes.startsWith("\x89PNG"));

    QVERIFY(!refused(m_ben->relationshipTemplates().load(handedOn.reference().url)).isInDoubt);
    const auto loaded = given(m_ben->relationshipTemplates().load(handedOn.reference().url, u"1234"_s));
    QCOMPARE(loaded.id(), offer.id());
    QVERIFY(!given(m_ben->relationships().canCreate(u"RLT00000000000000000"_s)).isSuccess());
    const QString id = incoming(offer.id());
    const auto received = given(m_ben->incomingRequests().get(id));
    const auto yes = Decision::forAll(received, Decision::accept());
    QVERIFY(given(m_ben->incomingRequests().canAccept(id, yes)).isSuccess());
    given(m_ben->incomingRequests().accept(id, yes));
    sync();
    const auto pending = given(m_ann->relationships().list(Filter().is(u"templateId", offer.id())));
    QCOMPARE(pending.size(), size_t(1));
    QVERIFY(pending.front().status() == RelationshipStatus::Pending);
    m_relationship = pending.front().id();
    QVERIFY(given(m_ann->relationships().accept(m_relationship)).status() == RelationshipStatus::Active);
    const auto again = refused(m_ann->relationships().accept(m_relationship));
    QCOMPARE(again.code, u"error.transport.relationships.wrongRelationshipStatus"_s);
    QVERIFY(!again.isInDoubt);
    sync();
    given(m_ann->relationshipTemplates().remove(offer.id()));
}

void TestConversation::aFileGoesAsAttachment() {
    QByteArray content;
    for (int i = 0; i < 500'000; ++i)
        content += QByteArray::number(i);
    FileUpload upload = FileUpload::fromBytes(content, u"häl \"lo\".pdf"_s);
    upload.title = u"Für Ben"_s;
    upload.tags = {u"x:one"_s};
    const auto file = given(m_ann->files().upload(upload));
    QCOMPARE(file.filename(), u"häl \"lo\".pdf"_s);
    QCOMPARE(file.mimetype(), u"application/pdf"_s);
    QCOMPARE(file.title(), u"Für Ben"_s);
    QCOMPARE(file.tags(), QStringList({u"x:one"_s}));
    QCOMPARE(file.filesize(), content.size());

    MessageDraft mail = MessageDraft::mail({m_bensAddress}, {}, u"Look"_s, u"at *this*"_s,
                                           MessageDraft::BodyFormat::Markdown);
    mail.attachments = {file.id()};
    const auto sent = given(m_ann->messages().send(mail));
    sync();
    const auto received = given(m_ben->messages().get(sent.id()));
    QCOMPARE(received.content().at(u"body").toString(), u"at *this*"_s);
    QCOMPARE(received.attachedFiles().size(), size_t(1));
    const QString target = m_dir.filePath(u"attachment"_s);
    const auto saved = given(m_ben->messages().downloadAttachmentTo(sent.id(), file.id(), target));
    QCOMPARE(saved.size, content.size());
    QCOMPARE(saved.fileName, u"häl \"lo\".pdf"_s);
    QFile written(target);
    QVERIFY(written.open(QIODevice::ReadOnly));
    QVERIFY(written.readAll() == content);
}

void TestConversation::aFileGoesByReference() {
    const auto file = given(m_ann->files().upload(FileUpload::fromBytes("tiny", u"tiny.txt"_s)));
    const auto token = given(m_ann->files().createToken(file.id()));
    QVERIFY(given(m_ann->files().createTokenQrCode(file.id())).bytes.startsWith("\x89PNG"));
    QCOMPARE(given(m_ben->files().load(token.reference().truncated)).id(), file.id());
    auto buffer = std::make_shared<QBuffer>();
    QVERIFY(buffer->open(QIODevice::WriteOnly));
    QCOMPARE(given(m_ben->files().downloadTo(file.id(), buffer)).size, 4);
    const auto renewed = given(m_ann->files().regenerateOwnershipToken(file.id()));
    QVERIFY(renewed.ownershipToken() != file.ownershipToken());
    given(m_ann->files().remove(file.id()));
    QCOMPARE(refused(m_ann->files().get(file.id())).kind, ConnectorError::Kind::NotFound);
}

void TestConversation::aRequestIsAccepted() {
    const QJsonObject group{{u"@type"_s, u"RequestItemGroup"_s},
                            {u"items"_s, QJsonArray{consent(u"Two?"_s), consent(u"Three?"_s)}}};
    const QJsonObject content{{u"title"_s, u"Some questions"_s},
                              {u"items"_s, QJsonArray{consent(u"One?"_s), group}}};
    QVERIFY(given(m_ann->outgoingRequests().validate(content, m_bensAddress)).isSuccess());
    const auto draft = given(m_ann->outgoingRequests().create(content, m_bensAddress));
    QVERIFY(draft.status() == Request::Status::Draft);
    const auto message = given(m_ann->messages().send(MessageDraft::request(draft)));
    sync();
    const QString id = incoming(message.id());
    QCOMPARE(id, draft.id());
    const auto received = given(m_ben->incomingRequests().get(id));
    const auto half = given(m_ben->incomingRequests().canAccept(
        id, {Decision::accept(), Decision::group({Decision::accept(), Decision::reject()})}));
    QVERIFY(!half.isSuccess());
    QCOMPARE(half.items().size(), size_t(2));
    QVERIFY(!half.items().at(1).items().at(1).isSuccess());
    given(m_ben->incomingRequests().accept(id, Decision::forAll(received, Decision::accept())));
    sync();
    sync();
    const auto answered = given(m_ann->outgoingRequests().get(id));
    QVERIFY(answered.status() == Request::Status::Completed);
    QVERIFY(answered.response()->result() == RequestResponse::Result::Accepted);
}

void TestConversation::aRequestIsRejected() {
    const QJsonObject content{{u"items"_s, QJsonArray{consent(u"No?"_s)}}};
    const auto draft = given(m_ann->outgoingRequests().create(content, m_bensAddress));
    const auto message = given(m_ann->messages().send(MessageDraft::request(draft)));
    sync();
    const QString id = incoming(message.id());
    const std::vector<Decision> no{Decision::reject(u"test.no"_s, u"No."_s)};
    QVERIFY(given(m_ben->incomingRequests().canReject(id, no)).isSuccess());
    given(m_ben->incomingRequests().reject(id, no));
    const auto late = refused(m_ben->incomingRequests().accept(id, {Decision::accept()}));
    QVERIFY(!late.isInDoubt);
    sync();
    sync();
    const auto answered = given(m_ann->outgoingRequests().get(id));
    QVERIFY(answered.response()->result() == RequestResponse::Result::Rejected);
    QCOMPARE(answered.response()->at(u"content.items.0.code").toString(), u"test.no"_s);
}

void TestConversation::attributesHaveVersions() {
    const auto surname = [](const QString& name) {
        return AttributeDraft{{{u"@type"_s, u"Surname"_s}, {u"value"_s, name}}, {}};
    };
    QVERIFY(given(m_ann->attributes().canCreate(surname(u"Alt"_s))).isSuccess());
    const auto old = given(m_ann->attributes().create(surname(u"Alt"_s)));
    QVERIFY(!given(m_ann->attributes().canCreate(surname(u"Alt"_s))).isSuccess());
    const auto succession = given(m_ann->attributes().succeed(old.id(), surname(u"Neu"_s)));
    QCOMPARE(succession.predecessor().succeededBy(), succession.successor().id());
    QVERIFY(succession.notificationId().isEmpty());
    const auto found = given(m_ann->attributes().findIdentityAttributes(
        {{u"@type"_s, u"IdentityAttributeQuery"_s}, {u"valueType"_s, u"Surname"_s}}));
    QCOMPARE(found.size(), size_t(1));
    QCOMPARE(given(m_ann->attributes().findByIql(u"Surname"_s)).size(), size_t(1));
    QVERIFY(given(m_ann->attributes().validateIql(u"Surname"_s)).isValid());
    const auto wrong = given(m_ann->attributes().validateIql(u"Surname &&"_s));
    QVERIFY(!wrong.isValid());
    QVERIFY(!wrong.message().isEmpty());
    QVERIFY(given(m_ann->attributes().remove(succession.successor().id())).notificationIds().isEmpty());
}

void TestConversation::tokensAndNotes() {
    TokenDraft draft;
    draft.content = {{u"hello"_s, u"there"_s}};
    draft.expiresAt = tomorrow();
    const auto token = given(m_ann->tokens().create(draft));
    QVERIFY(!token.isEphemeral());
    const auto loaded = given(m_ben->tokens().load(token.reference().url, {}, true));
    QVERIFY(loaded.isEphemeral());
    QCOMPARE(loaded.content().toJson(), draft.content);
    given(m_ann->tokens().remove(token.id()));
    given(m_ann->identities().putMetadata(m_bensAddress, u"a note"_s, u"k"_s));
    QCOMPARE(given(m_ann->identities().metadata(m_bensAddress, u"k"_s)).value(), u"a note"_s);
    given(m_ann->identities().removeMetadata(m_bensAddress, u"k"_s));
    QCOMPARE(refused(m_ann->identities().metadata(m_bensAddress, u"k"_s)).code,
             u"error.runtime.identityMetadata.notFound"_s);
    const auto challenge = given(m_ann->challenges().create(ChallengeType::Relationship, m_relationship));
    QVERIFY(challenge.type() == ChallengeType::Relationship);
    const auto proof =
        given(m_ben->challenges().validate(challenge.challengeString(), challenge.signature()));
    QVERIFY(proof.isValid());
    QCOMPARE(proof.correspondingRelationship()->peer(), m_annsAddress);
    given(m_ann->backboneNotifications().send({m_bensAddress}, u"a_code"_s));
}

void TestConversation::theIdentityCanGo() {
    const auto process = given(m_ben->identities().startDeletion(0.5));
    QVERIFY(process.status() == IdentityDeletionProcess::Status::Active);
    QVERIFY(given(m_ben->identities().cancelDeletion()).status() ==
            IdentityDeletionProcess::Status::Cancelled);
}

void TestConversation::itEnds() {
    QVERIFY(given(m_ann->relationships().terminate(m_relationship)).status() ==
            RelationshipStatus::Terminated);
    sync();
    given(m_ben->relationships().requestReactivation(m_relationship));
    sync();
    QVERIFY(!given(m_ann->relationships().rejectReactivation(m_relationship)).hasOpenReactivation());
    given(m_ann->relationships().requestReactivation(m_relationship));
    QVERIFY(!given(m_ann->relationships().revokeReactivation(m_relationship)).hasOpenReactivation());
    sync();
    given(m_ann->relationships().requestReactivation(m_relationship));
    sync();
    QVERIFY(given(m_ben->relationships().acceptReactivation(m_relationship)).status() ==
            RelationshipStatus::Active);
    given(m_ben->relationships().terminate(m_relationship));
    sync();
    given(m_ann->relationships().decompose(m_relationship));
    sync();
    QCOMPARE(refused(m_ann->relationships().get(m_relationship)).kind, ConnectorError::Kind::NotFound);
    QVERIFY(given(m_ann->messages().list()).empty());
    QVERIFY(given(m_ben->relationships().get(m_relationship)).status() ==
            RelationshipStatus::DeletionProposed);
    given(m_ben->relationships().decompose(m_relationship));
    const auto gone = refused(m_ben->messages().send(MessageDraft::arbitrary({m_annsAddress}, u"Hello?"_s)));
    QCOMPARE(gone.code, u"error.runtime.messages.hasNoActiveRelationship"_s);
    QVERIFY(!gone.isInDoubt);
}

QTEST_GUILESS_MAIN(TestConversation)
#include "tst_conversation.moc"
