// SPDX-License-Identifier: MIT
#include <jsonschema.h>

#include <meshwatch/core/json.h>
#include <meshwatch/messaging/requestdecision.h>
#include <meshwatch/messaging/requestdraft.h>

#include <QFile>
#include <QJsonArray>
#include <QTemporaryDir>
#include <QTest>

using namespace meshwatch;

namespace {

using Choice = RequestDecision::Choice;

QJsonObject object(const char* text) {
    const auto parsed = json::parseObject(text);
    if (!parsed)
        qFatal("%s: %s", text, qPrintable(parsed.error().message));
    return *parsed;
}

/// A sound item of each type, and what accepting it takes; as the reference has it (dto 9).
struct Sample {
    const char* name;
    const char* item;
    const char* accept;
};
constexpr Sample samples[] = {
    {"authentication", R"({"@type":"AuthenticationRequestItem","mustBeAccepted":true,"title":"Log in"})",
     R"({})"},
    {"consent",
     R"({"@type":"ConsentRequestItem","mustBeAccepted":false,"consent":"I agree","link":"https://example.com","linkDisplayText":"Terms","requiresInteraction":true})",
     R"({})"},
    {"create identity attribute",
     R"({"@type":"CreateAttributeRequestItem","mustBeAccepted":true,"attribute":{"@type":"IdentityAttribute","owner":"","value":{"@type":"GivenName","value":"Jo"}}})",
     R"({})"},
    {"create relationship attribute",
     R"({"@type":"CreateAttributeRequestItem","mustBeAccepted":true,"attribute":{"@type":"RelationshipAttribute","owner":"","key":"number","confidentiality":"public","value":{"@type":"ProprietaryString","title":"No","value":"7"}}})",
     R"({})"},
    {"read by identity query",
     R"({"@type":"ReadAttributeRequestItem","mustBeAccepted":true,"query":{"@type":"IdentityAttributeQuery","valueType":"Surname"}})",
     R"({"existingAttributeId":"ATT00000000000000001","tags":["x:new"]})"},
    {"read by relationship query",
     R"({"@type":"ReadAttributeRequestItem","mustBeAccepted":true,"query":{"@type":"RelationshipAttributeQuery","key":"k","owner":"","attributeCreationHints":{"title":"T","valueType":"ProprietaryString","confidentiality":"private"}}})",
     R"({"newAttribute":{"@type":"RelationshipAttribute","owner":"","key":"k","confidentiality":"private","value":{"@type":"ProprietaryString","title":"T","value":"v"}}})"},
    {"read by third-party query",
     R"({"@type":"ReadAttributeRequestItem","mustBeAccepted":true,"query":{"@type":"ThirdPartyRelationshipAttributeQuery","key":"k","owner":"thirdParty","thirdParty":[""]}})",
     R"({"existingAttributeId":"ATT00000000000000001"})"},
    {"read by IQL",
     R"({"@type":"ReadAttributeRequestItem","mustBeAccepted":true,"query":{"@type":"IQLQuery","queryString":"GivenName","attributeCreationHints":{"valueType":"GivenName"}}})",
     R"({"newAttribute":{"@type":"IdentityAttribute","owner":"","value":{"@type":"GivenName","value":"Jo"}}})"},
    {"propose",
     R"({"@type":"ProposeAttributeRequestItem","mustBeAccepted":true,"query":{"@type":"IdentityAttributeQuery","valueType":"GivenName"},"attribute":{"@type":"IdentityAttribute","owner":"","value":{"@type":"GivenName","value":"Jo"}}})",
     R"({"attribute":{"@type":"IdentityAttribute","owner":"","value":{"@type":"GivenName","value":"Joan"}}})"},
    {"share",
     R"({"@type":"ShareAttributeRequestItem","mustBeAccepted":true,"attributeId":"ATT00000000000000001","attribute":{"@type":"IdentityAttribute","owner":"did:e:localhost:dids:7f770a71f026b19aa37dc8","value":{"@type":"DisplayName","value":"A"}}})",
     R"({})"},
    {"delete",
     R"({"@type":"DeleteAttributeRequestItem","mustBeAccepted":true,"attributeId":"ATT00000000000000001"})",
     R"({"deletionDate":"2099-01-01T00:00:00.000Z"})"},
    {"text field",
     R"({"@type":"FormFieldRequestItem","mustBeAccepted":true,"title":"How?","settings":{"@type":"StringFormFieldSettings","allowNewlines":true,"min":1,"max":100}})",
     R"({"response":"well"})"},
    {"whole number field",
     R"({"@type":"FormFieldRequestItem","mustBeAccepted":true,"title":"How many?","settings":{"@type":"IntegerFormFieldSettings","unit":"kg","min":1,"max":9}})",
     R"({"response":5})"},
    {"number field",
     R"({"@type":"FormFieldRequestItem","mustBeAccepted":true,"title":"How much?","settings":{"@type":"DoubleFormFieldSettings","min":0.5}})",
     R"({"response":1.25})"},
    {"yes-no field",
     R"({"@type":"FormFieldRequestItem","mustBeAccepted":true,"title":"Sure?","settings":{"@type":"BooleanFormFieldSettings"}})",
     R"({"response":false})"},
    {"date field",
     R"({"@type":"FormFieldRequestItem","mustBeAccepted":true,"title":"When?","settings":{"@type":"DateFormFieldSettings"}})",
     R"({"response":"2026-01-31"})"},
    {"rating field",
     R"({"@type":"FormFieldRequestItem","mustBeAccepted":true,"title":"Stars","settings":{"@type":"RatingFormFieldSettings","maxRating":5}})",
     R"({"response":4})"},
    {"choice field",
     R"({"@type":"FormFieldRequestItem","mustBeAccepted":true,"title":"Pick","settings":{"@type":"SelectionFormFieldSettings","options":["a","b"]}})",
     R"({"response":"b"})"},
    {"choices field",
     R"({"@type":"FormFieldRequestItem","mustBeAccepted":true,"title":"Pick","settings":{"@type":"SelectionFormFieldSettings","options":["a","b"],"allowMultipleSelection":true}})",
     R"({"response":["a","b"]})"},
    {"transfer a file",
     R"({"@type":"TransferFileOwnershipRequestItem","mustBeAccepted":true,"fileReference":"RklMaaaa","ownershipToken":"t"})",
     R"({})"},
    {"credential offer",
     R"({"@type":"ShareCredentialOfferRequestItem","mustBeAccepted":true,"credentialOfferUrl":"openid-credential-offer://?x=1"})",
     R"({})"},
    {"authorization request",
     R"({"@type":"ShareAuthorizationRequestRequestItem","mustBeAccepted":true,"authorizationRequestUrl":"openid4vp://?x=1"})",
     R"({"attributeId":"ATT00000000000000001"})"},
};

/// The choice that those parameters describe.
Choice choiceOf(const QJsonObject& accept) {
    Choice choice;
    choice.answer = Choice::Answer::Accept;
    for (const char* name : {"existingAttributeId", "attributeId"}) {
        if (accept.contains(QLatin1String(name)))
            choice.attributeId = accept.value(QLatin1String(name)).toString();
    }
    for (const char* name : {"newAttribute", "attribute"}) {
        if (accept.contains(QLatin1String(name)))
            choice.attribute = accept.value(QLatin1String(name)).toObject();
    }
    for (const auto& tag : accept.value(QLatin1String("tags")).toArray())
        choice.tags.append(tag.toString());
    choice.deletionDate =
        Micros::fromIso(json::textAt(accept, u"deletionDate").toLatin1()).value_or(Micros());
    choice.response = accept.value(QLatin1String("response"));
    return choice;
}

connector::Request requestWith(const QJsonArray& items) {
    QJsonObject json =
        object(R"({"id":"REQ00000000000000001","isOwn":false,"peer":"p","status":"ManualDecisionRequired",
        "createdAt":"2026-01-01T00:00:00.000Z"})");
    json.insert(QStringLiteral("content"), QJsonObject{{QStringLiteral("@type"), QStringLiteral("Request")},
                                                       {QStringLiteral("items"), items}});
    return *connector::Request::fromJson(json);
}

QStringList places(const RequestProblems& problems) {
    QStringList paths;
    for (const RequestProblem& problem : problems)
        paths.append(problem.path);
    return paths;
}

void addSamples() {
    QTest::addColumn<QJsonObject>("item");
    QTest::addColumn<QJsonObject>("accept");
    for (const Sample& sample : samples)
        QTest::newRow(sample.name) << object(sample.item) << object(sample.accept);
}

} // namespace

class TestRequests : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void itemsAreBuilt_data() { addSamples(); }
    void itemsAreBuilt() {
        QFETCH(QJsonObject, item);
        QJsonObject with = item;
        with.insert(QStringLiteral("fromTheFuture"), 1);
        const RequestItem read = RequestItem::fromJson(with);
        QCOMPARE(read.toJson(), with); // what we do not know is kept
        QCOMPARE(RequestItem::fromJson(item).toJson(), item);
        QVERIFY(!read.caption().isEmpty());
        QCOMPARE(RequestItem::ofType(read.type()).type(), read.type());
        RequestDraft draft;
        draft.title = QStringLiteral("T");
        draft.items = {RequestItemGroup{QStringLiteral("G"), {}, {}, {RequestItem::fromJson(item)}, {}},
                       RequestItem::fromJson(item)};
        QCOMPARE(places(draft.problems()), QStringList());
        QCOMPARE(*RequestDraft::fromJson(draft.toJson()), draft);
    }

    void itemsFitTheSchema_data() { addSamples(); }
    void itemsFitTheSchema() {
        QFETCH(QJsonObject, item);
        const JsonSchema schema(
            QStringLiteral(MESHWATCH_SHARED_DIR "/reference/data/connector-sdk-types-7.5.11.schemas.json"));
        if (schema.isEmpty())
            QSKIP("There is no Connector reference beside the project.");
        RequestDraft draft;
        draft.title = QStringLiteral("T");
        draft.expiresAt = Micros::now();
        draft.metadata = {{QStringLiteral("a"), 1}};
        draft.items = {RequestItemGroup{QStringLiteral("G"), {}, {}, {RequestItem::fromJson(item)}, {}},
                       RequestItem::fromJson(item)};
        const QJsonObject body{{QStringLiteral("content"), draft.toJson()},
                               {QStringLiteral("peer"), QStringLiteral("p")}};
        QCOMPARE(schema.problem(QStringLiteral("CreateOutgoingRequestRequest"), body), QString());
    }

    void itemsAreAccepted_data() { addSamples(); }
    void itemsAreAccepted() {
        QFETCH(QJsonObject, item);
        QFETCH(QJsonObject, accept);
        const QJsonObject group{{QStringLiteral("@type"), QStringLiteral("RequestItemGroup")},
                                {QStringLiteral("items"), QJsonArray{item}}};
        RequestDecision decision(requestWith({item, group}));
        QCOMPARE(decision.places().size(), size_t(2));
        QCOMPARE(decision.places()[1].path, QStringLiteral("items.1.items.0"));
        QCOMPARE(places(decision.problems()),
                 (QStringList{QStringLiteral("items.0"), QStringLiteral("items.1.items.0")}));
        decision.choose(0, choiceOf(accept));
        decision.choose(1, choiceOf(accept));
        QCOMPARE(places(decision.problems()), QStringList());
        QVERIFY(!decision.isRejection());
        QJsonObject expected = accept;
        expected.insert(QStringLiteral("accept"), true);
        const QJsonObject inGroup{{QStringLiteral("items"), QJsonArray{expected}}};
        QCOMPARE(decision.toJson(), (QJsonObject{{QStringLiteral("items"), QJsonArray{expected, inGroup}}}));
        RequestDecision written(requestWith({item, group}));
        QVERIFY(written.take(decision.toJson()));
        QCOMPARE(written.toJson(), decision.toJson());
    }

    void writtenDecisionsAreChecked_data() {
        QTest::addColumn<QByteArray>("decision");
        QTest::addColumn<QString>("place");
        QTest::newRow("one is missing")
            << QByteArray(R"({"items":[{"accept":true}]})") << QStringLiteral("items.1.items.0");
        QTest::newRow("one too many")
            << QByteArray(R"({"items":[{"accept":true},{"items":[{"accept":true}]},{"accept":true}]})")
            << QStringLiteral("items.2");
        QTest::newRow("a group for an item")
            << QByteArray(R"({"items":[{"items":[{"accept":true}]},{"items":[{"accept":true}]}]})")
            << QStringLiteral("items.0");
        QTest::newRow("not said") << QByteArray(R"({"items":[{},{"items":[{"accept":true}]}]})")
                                  << QStringLiteral("items.0");
        QTest::newRow("mistyped")
            << QByteArray(R"({"items":[{"accept":true,"newAtribute":{}},{"items":[{"accept":true}]}]})")
            << QStringLiteral("newAtribute");
        QTest::newRow("nothing") << QByteArray("{}") << QStringLiteral("items.0");
    }
    void writtenDecisionsAreChecked() {
        QFETCH(QByteArray, decision);
        QFETCH(QString, place);
        const QJsonObject item = object(samples[0].item);
        const QJsonObject group{{QStringLiteral("@type"), QStringLiteral("RequestItemGroup")},
                                {QStringLiteral("items"), QJsonArray{item}}};
        RequestDecision taken(requestWith({item, group}));
        const auto result = taken.take(object(decision.constData()));
        QVERIFY(!result.ok());
        QCOMPARE(result.error().code, QStringLiteral("request.decision"));
        QVERIFY2(result.error().message.contains(place), qPrintable(result.error().message));
        QCOMPARE(taken.places()[0].choice, Choice());
    }

    void itemsAreRejected_data() { addSamples(); }
    void itemsAreRejected() {
        QFETCH(QJsonObject, item);
        RequestDecision decision(requestWith({item}));
        decision.rejectAll(QStringLiteral("no"), QStringLiteral("Not now."));
        QVERIFY(decision.isRejection());
        QCOMPARE(places(decision.problems()), QStringList());
        QCOMPARE(decision.toJson(),
                 object(R"({"items":[{"accept":false,"code":"no","message":"Not now."}]})"));
    }

    void decisionsFitTheSchema_data() { addSamples(); }
    void decisionsFitTheSchema() {
        QFETCH(QJsonObject, item);
        QFETCH(QJsonObject, accept);
        const JsonSchema schema(
            QStringLiteral(MESHWATCH_SHARED_DIR "/reference/data/connector-sdk-types-7.5.11.schemas.json"));
        if (schema.isEmpty())
            QSKIP("There is no Connector reference beside the project.");
        RequestDecision decision(requestWith({item}));
        decision.choose(0, choiceOf(accept));
        QCOMPARE(schema.problem(QStringLiteral("AcceptIncomingRequestRequest"), decision.toJson()),
                 QString());
        decision.rejectAll();
        QCOMPARE(schema.problem(QStringLiteral("RejectIncomingRequestRequest"), decision.toJson()),
                 QString());
    }

    void missingParametersAreNamed_data() { addSamples(); }
    void missingParametersAreNamed() {
        QFETCH(QJsonObject, item);
        QFETCH(QJsonObject, accept);
        RequestDecision decision(requestWith({item}));
        Choice choice;
        choice.answer = Choice::Answer::Accept;
        decision.choose(0, choice);
        QCOMPARE(decision.problems().empty(), accept.isEmpty());
    }

    void mustBeAcceptedIsKept() {
        RequestDecision decision(requestWith({object(samples[0].item), object(samples[1].item)}));
        Choice accept;
        accept.answer = Choice::Answer::Accept;
        Choice reject;
        reject.answer = Choice::Answer::Reject;
        decision.choose(0, accept);
        decision.choose(1, reject); // need not be accepted
        QVERIFY(decision.problems().empty());
        decision.choose(0, reject);
        decision.choose(1, accept);
        QCOMPARE(places(decision.problems()), QStringList{QStringLiteral("items.0")});
    }

    void problemsHavePlaces_data() {
        QTest::addColumn<QString>("request");
        QTest::addColumn<QStringList>("expected");
        const auto row = [](const char* name, const char* request, const QStringList& expected) {
            QTest::newRow(name) << QString::fromLatin1(request) << expected;
        };
        row("no items", R"({"items":[]})", {QStringLiteral("items")});
        row("past",
            R"({"expiresAt":"2020-01-01T00:00:00.000Z","items":[{"@type":"AuthenticationRequestItem","title":"x"}]})",
            {QStringLiteral("expiresAt")});
        row("no title", R"({"items":[{"@type":"AuthenticationRequestItem"}]})",
            {QStringLiteral("items.0.title")});
        row("in a group",
            R"({"items":[{"@type":"RequestItemGroup","items":[{"@type":"ConsentRequestItem","consent":"c","linkDisplayText":"x","link":"https://a"}]}]})",
            {QStringLiteral("items.0.items.0.linkDisplayText")});
        row("empty group", R"({"items":[{"@type":"RequestItemGroup","items":[]}]})",
            {QStringLiteral("items.0.items")});
        row("old item", R"({"items":[{"@type":"FreeTextRequestItem","freeText":"x"}]})",
            {QStringLiteral("items.0.@type")});
        row("query",
            R"({"items":[{"@type":"ReadAttributeRequestItem","query":{"@type":"IdentityAttributeQuery"}}]})",
            {QStringLiteral("items.0.query.valueType")});
        row("unknown query", R"({"items":[{"@type":"ReadAttributeRequestItem","query":{"@type":"X"}}]})",
            {QStringLiteral("items.0.query.@type")});
        row("rating",
            R"({"items":[{"@type":"FormFieldRequestItem","title":"t","settings":{"@type":"RatingFormFieldSettings","maxRating":11}}]})",
            {QStringLiteral("items.0.settings.maxRating")});
        row("same options",
            R"({"items":[{"@type":"FormFieldRequestItem","title":"t","settings":{"@type":"SelectionFormFieldSettings","options":["a","a"]}}]})",
            {QStringLiteral("items.0.settings.options")});
        row("range",
            R"({"items":[{"@type":"FormFieldRequestItem","title":"t","settings":{"@type":"IntegerFormFieldSettings","min":3,"max":2}}]})",
            {QStringLiteral("items.0.settings.max")});
        row("attribute id", R"({"items":[{"@type":"DeleteAttributeRequestItem","attributeId":"x"}]})",
            {QStringLiteral("items.0.attributeId")});
    }
    void problemsHavePlaces() {
        QFETCH(QString, request);
        const auto draft = RequestDraft::fromJson(object(request.toLatin1()));
        QVERIFY(draft.ok());
        QTEST(places(draft->problems()), "expected");
        QCOMPARE(RequestDraft::fromJson(draft->toJson())->toJson(), draft->toJson());
    }

    void answersToFieldsAreChecked_data() {
        QTest::addColumn<QString>("settings");
        QTest::addColumn<QJsonValue>("response");
        QTest::addColumn<bool>("fits");
        const QString text = QStringLiteral(R"({"@type":"StringFormFieldSettings","min":2,"max":3})");
        const QString many = QStringLiteral(
            R"({"@type":"SelectionFormFieldSettings","options":["a","b"],"allowMultipleSelection":true})");
        QTest::newRow("short") << text << QJsonValue(QStringLiteral("a")) << false;
        QTest::newRow("long") << text << QJsonValue(QStringLiteral("abcd")) << false;
        QTest::newRow("line break") << text << QJsonValue(QStringLiteral("a\nb")) << false;
        QTest::newRow("number for text") << text << QJsonValue(12) << false;
        QTest::newRow("none of many") << many << QJsonValue(QJsonArray()) << false;
        QTest::newRow("one twice") << many << QJsonValue(QJsonArray{QStringLiteral("a"), QStringLiteral("a")})
                                   << false;
        QTest::newRow("text for many") << many << QJsonValue(QStringLiteral("a")) << false;
        QTest::newRow("unknown option") << many << QJsonValue(QJsonArray{QStringLiteral("c")}) << false;
        QTest::newRow("half a star") << QStringLiteral(R"({"@type":"RatingFormFieldSettings","maxRating":5})")
                                     << QJsonValue(2.5) << false;
        QTest::newRow("six stars") << QStringLiteral(R"({"@type":"RatingFormFieldSettings","maxRating":5})")
                                   << QJsonValue(6) << false;
        QTest::newRow("no date") << QStringLiteral(R"({"@type":"DateFormFieldSettings"})")
                                 << QJsonValue(QStringLiteral("soon")) << false;
        QTest::newRow("text") << text << QJsonValue(QStringLiteral("abc")) << true;
    }
    void answersToFieldsAreChecked() {
        QFETCH(QString, settings);
        QFETCH(QJsonValue, response);
        QFETCH(bool, fits);
        QCOMPARE(FormFieldSettings::fromJson(object(settings.toLatin1())).problemOf(response).isEmpty(),
                 fits);
    }

    void findingsOfTheConnectorAreAtTheirItems() {
        const auto problems = requestProblems(object(R"({"isSuccess":false,
            "code":"error.consumption.requests.validation.inheritedFromItem","message":"Some child items have errors.",
            "items":[{"isSuccess":true,"items":[]},
                     {"isSuccess":false,"code":"error.consumption.requests.validation.inheritedFromItem","message":"m",
                      "items":[{"isSuccess":false,"code":"error.consumption.x","message":"Wrong.","items":[]}]}]})"));
        QCOMPARE(problems, (RequestProblems{{QStringLiteral("items.1.items.0"), QStringLiteral("Wrong."),
                                             QStringLiteral("error.consumption.x")}}));
        const auto whole =
            requestProblems(object(R"({"isSuccess":false,"code":"c","message":"All.","items":[]})"));
        QCOMPARE(whole, (RequestProblems{{QString(), QStringLiteral("All."), QStringLiteral("c")}}));
        QVERIFY(requestProblems(object(R"({"isSuccess":true,"items":[]})")).empty());
    }

    void filesAreRead() {
        const QTemporaryDir folder;
        const auto write = [&folder](const char* text) {
            const QString path = folder.filePath(QStringLiteral("r.json"));
            QFile file(path);
            if (!file.open(QIODevice::WriteOnly) || file.write(text) < 0)
                qFatal("write");
            return path;
        };
        QVERIFY(RequestDraft::fromFile(write(R"({"items":[]})")).ok());
        QVERIFY(RequestDraft::fromFile(write(R"({"peer":"p","content":{"items":[]}})")).ok());
        QCOMPARE(RequestDraft::fromFile(folder.filePath(QStringLiteral("none"))).error().code,
                 QStringLiteral("request.read"));
        for (const char* wrong : {"{", "[]", R"({"items":1})", R"({"items":[1]})",
                                  R"({"@type":"Mail","items":[]})", R"({"items":[],"expiresAt":"soon"})"})
            QCOMPARE(RequestDraft::fromFile(write(wrong)).error().code, QStringLiteral("request.invalid"));
    }
};

QTEST_GUILESS_MAIN(TestRequests)
#include "tst_requests.moc"
