// SPDX-License-Identifier: MIT
// Everything that real Connectors were asked to change: our calls ask it in the same words and read what was
// answered.
#include "awaiting.h"
#include "rawserver.h"
#include "recordings.h"
#include <jsonschema.h>

#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>

#include <span>

using namespace meshwatch;
using namespace meshwatch::connector;
using namespace Qt::StringLiterals;

namespace {

/// A recorded request as arguments of a call.
struct Recorded {
    QStringList ids;
    QJsonObject body;

    [[nodiscard]] QString id() const { return ids.value(0); }
    [[nodiscard]] QString text(const char* name) const {
        return body.value(QLatin1StringView(name)).toString();
    }
    [[nodiscard]] QJsonObject object(const char* name) const {
        return body.value(QLatin1StringView(name)).toObject();
    }
    [[nodiscard]] Micros time(const char* name) const {
        return Micros::fromIso(text(name).toUtf8()).value_or(Micros{});
    }
};

/// What a call came to.
struct Outcome {
    QJsonValue value; ///< undefined where there is none
    ConnectorError error;
    bool isGood = false;
};

template<typename T>
Outcome outcomeOf(const Future<T>& future) {
    if (!comes(future))
        qFatal("the call never ended");
    const auto result = future.result();
    if (!result)
        return {QJsonValue::Undefined, result.error()};
    if constexpr (std::is_void_v<T>)
        return {QJsonValue::Undefined, {}, true};
    else
        return {result->toJson(), {}, true};
}

QStringList texts(const QJsonValue& list) {
    QStringList texts;
    for (const auto& text : list.toArray())
        texts << text.toString();
    return texts;
}

std::vector<Decision> decisions(const QJsonValue& items) {
    std::vector<Decision> list;
    for (const auto& value : items.toArray()) {
        const QJsonObject item = value.toObject();
        if (item.contains("items"_L1))
            list.push_back(Decision::group(decisions(item.value("items"_L1))));
        else if (item.value("accept"_L1).toBool())
            list.push_back(Decision::accept(item));
        else
            list.push_back(
                Decision::reject(item.value("code"_L1).toString(), item.value("message"_L1).toString()));
    }
    return list;
}

std::vector<Decision> decisions(const Recorded& r) { return decisions(r.body.value("items"_L1)); }

AttributeDraft attribute(const QJsonObject& json) {
    return {json.value("value"_L1).toObject(), texts(json.value("tags"_L1))};
}

MessageDraft message(const Recorded& r) {
    return {texts(r.body.value("recipients"_L1)), r.object("content"), texts(r.body.value("attachments"_L1))};
}

TemplateDraft relationshipTemplate(const Recorded& r) {
    return {r.object("content"),
            r.time("expiresAt"),
            r.body.value("maxNumberOfAllocations"_L1).toInt(),
            r.text("forIdentity"),
            {}};
}

TokenDraft token(const Recorded& r) {
    TokenDraft draft{r.object("content"), r.time("expiresAt"), {}, r.text("forIdentity"), {}};
    if (r.body.contains("ephemeral"_L1))
        draft.ephemeral = r.body.value("ephemeral"_L1).toBool();
    return draft;
}

/// The recording has "(file hällo.txt text/plain 360 bytes)" in place of the file.
FileUpload upload(const Recorded& r) {
    static const QRegularExpression form(u"^\\(file (.*) (\\S+) (\\d+) bytes\\)$"_s);
    const auto file = form.match(r.text("file"));
    auto upload = FileUpload::fromBytes(QByteArray(file.captured(3).toInt(), 'x'), file.captured(1));
    upload.mimetype = file.captured(2).toLatin1();
    upload.title = r.text("title");
    upload.description = r.text("description");
    upload.expiresAt = r.time("expiresAt");
    return upload;
}

using C = ConnectorClient&;
using R = const Recorded&;

struct Call {
    const char* exchange; ///< as recordings::nameOf()
    Outcome (*call)(C, R);
    const char* schema = nullptr; ///< of the body, where it has one
};

const Call calls[] = {
    {"POST /api/core/v1/Account/Sync", [](C c, R) { return outcomeOf(c.account().sync()); }},
    {"POST /api/core/v1/Attributes",
     [](C c, R r) { return outcomeOf(c.attributes().create(attribute(r.object("content")))); },
     "CreateOwnIdentityAttributeRequest"},
    {"POST /api/core/v1/Attributes/{}/Succeed",
     [](C c, R r) {
         return outcomeOf(c.attributes().succeed(r.id(), attribute(r.object("successorContent"))));
     },
     "SucceedAttributeRequest"},
    {"POST /api/core/v1/Attributes/{}/NotifyPeer",
     [](C c, R r) { return outcomeOf(c.attributes().notifyPeer(r.id(), r.text("peer"))); },
     "NotifyPeerAboutOwnIdentityAttributeSuccessionRequest"},
    {"DELETE /api/core/v1/Attributes/{}", [](C c, R r) { return outcomeOf(c.attributes().remove(r.id())); }},
    {"POST /api/core/v1/BackboneNotifications",
     [](C c, R r) {
         return outcomeOf(
             c.backboneNotifications().send(texts(r.body.value("recipients"_L1)), r.text("code")));
     }},
    {"POST /api/core/v1/Challenges",
     [](C c, R r) {
         return outcomeOf(c.challenges().create(ChallengeType::Relationship, r.text("relationship")));
     },
     "CreateChallengeRequest"},
    {"POST /api/core/v1/Challenges/Validate",
     [](C c, R r) {
         return outcomeOf(c.challenges().validate(r.text("challengeString"), r.text("signature")));
     },
     "ValidateChallengeRequest"},
    {"POST /api/core/v1/Files/Own", [](C c, R r) { return outcomeOf(c.files().upload(upload(r))); }},
    {"POST /api/core/v1/Files/Peer", [](C c, R r) { return outcomeOf(c.files().load(r.text("reference"))); },
     "LoadPeerFileRequest"},
    {"POST /api/core/v1/Files/{}/Token",
     [](C c, R r) { return outcomeOf(c.files().createToken(r.id(), token(r))); },
     "CreateTokenForFileRequest"},
    {"POST /api/core/v1/IdentityDeletionProcess",
     [](C c, R) { return outcomeOf(c.identities().startDeletion()); }},
    {"DELETE /api/core/v1/IdentityDeletionProcess",
     [](C c, R) { return outcomeOf(c.identities().cancelDeletion()); }},
    {"PUT /api/core/v1/IdentityMetadata",
     [](C c, R r) {
         return outcomeOf(c.identities().putMetadata(r.text("reference"), r.body.value("value"_L1)));
     },
     "UpsertIdentityMetadataRequest"},
    {"POST /api/core/v1/Messages", [](C c, R r) { return outcomeOf(c.messages().send(message(r))); },
     "SendMessageRequest"},
    {"POST /api/core/v1/Relationships",
     [](C c, R r) {
         return outcomeOf(c.relationships().create(r.text("templateId"), r.object("creationContent")));
     },
     "CreateRelationshipRequest"},
    {"PUT /api/core/v1/Relationships/{}/Accept",
     [](C c, R r) { return outcomeOf(c.relationships().accept(r.id())); }},
    {"PUT /api/core/v1/Relationships/{}/Terminate",
     [](C c, R r) { return outcomeOf(c.relationships().terminate(r.id())); }},
    {"PUT /api/core/v1/Relationships/{}/Reactivate",
     [](C c, R r) { return outcomeOf(c.relationships().requestReactivation(r.id())); }},
    {"PUT /api/core/v1/Relationships/{}/Reactivate/Accept",
     [](C c, R r) { return outcomeOf(c.relationships().acceptReactivation(r.id())); }},
    {"DELETE /api/core/v1/Relationships/{}",
     [](C c, R r) { return outcomeOf(c.relationships().decompose(r.id())); }},
    {"POST /api/core/v1/RelationshipTemplates/Own",
     [](C c, R r) { return outcomeOf(c.relationshipTemplates().create(relationshipTemplate(r))); },
     "CreateOwnRelationshipTemplateRequest"},
    {"POST /api/core/v1/RelationshipTemplates/Peer",
     [](C c, R r) { return outcomeOf(c.relationshipTemplates().load(r.text("reference"))); },
     "LoadPeerRelationshipTemplateRequest"},
    {"POST /api/core/v1/RelationshipTemplates/Own/{}/Token",
     [](C c, R r) { return outcomeOf(c.relationshipTemplates().createToken(r.id(), token(r))); },
     "CreateTokenForOwnRelationshipTemplateRequest"},
    {"PUT /api/core/v1/Requests/Incoming/{}/CanAccept",
     [](C c, R r) { return outcomeOf(c.incomingRequests().canAccept(r.id(), decisions(r))); },
     "DecideRequest"},
    {"PUT /api/core/v1/Requests/Incoming/{}/Accept",
     [](C c, R r) { return outcomeOf(c.incomingRequests().accept(r.id(), decisions(r))); }, "DecideRequest"},
    {"PUT /api/core/v1/Requests/Incoming/{}/CanReject",
     [](C c, R r) { return outcomeOf(c.incomingRequests().canReject(r.id(), decisions(r))); },
     "DecideRequest"},
    {"PUT /api/core/v1/Requests/Incoming/{}/Reject",
     [](C c, R r) { return outcomeOf(c.incomingRequests().reject(r.id(), decisions(r))); }, "DecideRequest"},
    {"POST /api/core/v1/Requests/Outgoing/Validate",
     [](C c, R r) { return outcomeOf(c.outgoingRequests().validate(r.object("content"), r.text("peer"))); },
     "CanCreateOutgoingRequestRequest"},
    {"POST /api/core/v1/Requests/Outgoing",
     [](C c, R r) { return outcomeOf(c.outgoingRequests().create(r.object("content"), r.text("peer"))); },
     "CreateOutgoingRequestRequest"},
    {"POST /api/core/v1/Tokens/Own", [](C c, R r) { return outcomeOf(c.tokens().create(token(r))); },
     "CreateOwnTokenRequest"},
    {"POST /api/core/v1/Tokens/Peer",
     [](C c, R r) {
         return outcomeOf(c.tokens().load(r.text("reference"), {}, r.body.value("ephemeral"_L1).toBool()));
     },
     "LoadPeerTokenRequest"},
};

struct Exception {
    int line;
    const char* why;
};
/// What was tried on the Connectors and no call of ours can say.
constexpr Exception leftOut[] = {
    {191, "a message without content"},
    {192, "a message without anything"},
    {198, "a member that nobody knows"},
    {199, "no JSON"},
    {200, "no JSON"},
    {201, "messages cannot be deleted"},
    {202, "messages cannot be changed"},
    {213, "decidedByAutomation, which clients must not say"},
};
/// What a Connector took although the schemas know better; contents are passed on as they are.
constexpr Exception loose[] = {
    {47, "a form field with a maxLength, of older versions"},
    {48, "the same"},
    {205, "a mail without a bodyFormat"},
};

bool isAmong(std::span<const Exception> list, int line) {
    return std::any_of(list.begin(), list.end(), [line](const Exception& e) { return e.line == line; });
}

/// The parts of a form by name; the file's as the recording writes it.
QJsonObject formOf(const RawServer::Request& request) {
    const QByteArray type = request.header("Content-Type");
    const QByteArray mark = "--" + type.mid(type.indexOf("boundary=") + 9) + "\r\n";
    static const QRegularExpression form(
        u"name=\"(\\w+)\"(?:; filename=\"(.*)\"\r\nContent-Type: (\\S+))?\r\n\r\n"_s);
    QJsonObject fields;
    QByteArray body = request.body;
    for (qsizetype at = body.indexOf(mark); at >= 0; at = body.indexOf(mark, at + 1)) {
        const qsizetype end = body.indexOf("\r\n--", at + 1);
        const auto match = form.match(QString::fromUtf8(body.mid(at, end - at)));
        const QString value = QString::fromUtf8(body.mid(at, end - at)).mid(match.capturedEnd());
        fields.insert(
            match.captured(1),
            match.captured(2).isEmpty()
                ? value
                : u"(file %1 %2 %3 bytes)"_s.arg(match.captured(2), match.captured(3)).arg(value.size()));
    }
    return fields;
}

/// Bodies that say the same: none is as good as an empty one, and times may be written in either form.
QJsonObject plain(QJsonObject body) {
    const QJsonValue time = body.value("expiresAt"_L1);
    if (time.isString())
        body.insert("expiresAt"_L1, Micros::fromIso(time.toString().toUtf8())->toIso());
    return body;
}

} // namespace

class TestRestCalls : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void asksAndReads_data();
    void asksAndReads();
    void everyCallWasRecorded();

private:
    JsonSchema m_schema{
        QStringLiteral(MESHWATCH_SHARED_DIR "/reference/data/connector-sdk-types-7.5.11.schemas.json")};
};

void TestRestCalls::initTestCase() {
    if (!recordings::exist() || m_schema.isEmpty())
        QSKIP("SKIPPED: the recordings are not there (../shared/recordings).");
}

void TestRestCalls::asksAndReads_data() {
    QTest::addColumn<QJsonObject>("exchange");
    QTest::addColumn<bool>("hasSchema");
    int line = 0;
    for (const QJsonObject& exchange : recordings::exchanges()) {
        ++line;
        if (exchange.value("method"_L1) == "GET"_L1 || isAmong(leftOut, line))
            continue;
        const bool hasSchema = exchange.value("status"_L1).toInt() < 300 && !isAmong(loose, line);
        QTest::addRow("%d: %s", line, qPrintable(recordings::nameOf(exchange))) << exchange << hasSchema;
    }
}

void TestRestCalls::asksAndReads() {
    QFETCH(QJsonObject, exchange);
    QFETCH(bool, hasSchema);
    const auto call = std::find_if(std::begin(calls), std::end(calls), [&](const Call& c) {
        return recordings::nameOf(exchange) == QLatin1StringView(c.exchange);
    });
    QVERIFY(call != std::end(calls));
    const int status = exchange.value("status"_L1).toInt();
    const QJsonValue answer = exchange.value("responseBody"_L1);
    RawServer server([&](const RawServer::Request&, QTcpSocket* socket) {
        const QByteArray body = answer.isObject() ? QJsonDocument(answer.toObject()).toJson() : QByteArray();
        socket->write(RawServer::answer(status, body));
        if (body.isEmpty())
            socket->disconnectFromHost();
    });
    ConnectorClient client(settingsFor(server.url()));
    const QJsonObject body = exchange.value("requestBody"_L1).toObject();
    const Outcome outcome = call->call(client, {recordings::idsOf(exchange), body});

    QCOMPARE(server.requests.size(), 1);
    const RawServer::Request& sent = server.requests.at(0);
    QCOMPARE(QString::fromLatin1(sent.method + ' ' + sent.target),
             exchange.value("method"_L1).toString() + u' ' + exchange.value("path"_L1).toString());
    const QJsonObject said = sent.header("Content-Type").startsWith("multipart/")
                                 ? formOf(sent)
                                 : QJsonDocument::fromJson(sent.body).object();
    QCOMPARE(plain(said), plain(body));
    if (call->schema && hasSchema)
        QCOMPARE(m_schema.problem(QString::fromLatin1(call->schema), said), QString());

    const QJsonObject words = answer.toObject().value("error"_L1).toObject();
    QVERIFY2(outcome.isGood == (status < 300), qPrintable(outcome.error.message));
    QCOMPARE(outcome.value, answer.toObject().value("result"_L1));
    QCOMPARE(outcome.error.code, words.value("code"_L1).toString());
    QCOMPARE(outcome.error.isInDoubt, status >= 500 && !sent.target.endsWith("/Sync"));
}

void TestRestCalls::everyCallWasRecorded() {
    QStringList names;
    for (const QJsonObject& exchange : recordings::exchanges())
        names << recordings::nameOf(exchange);
    for (const Call& call : calls)
        QVERIFY2(names.contains(QLatin1StringView(call.exchange)), call.exchange);
}

QTEST_GUILESS_MAIN(TestRestCalls)
#include "tst_rest_calls.moc"
