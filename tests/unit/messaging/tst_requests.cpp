// SPDX-License-Identifier: MIT
#include "requestsamples.h"

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

const QString schemaFile =
    QStringLiteral(MESHWATCH_SHARED_DIR "/reference/data/connector-sdk-types-7.5.11.schemas.json");

QJsonObject groupOf(const QJsonObject& item) {
    return {{QStringLiteral("@type"), QStringLiteral("RequestItemGroup")},
            {QStringLiteral("items"), QJsonArray{item}}};
}

/// In a group and beside it.
RequestDraft draftWith(const QJsonObject& json) {
    const RequestItem item = RequestItem::fromJson(json);
    RequestDraft draft;
    draft.title = QStringLiteral("T");
    draft.items = {RequestItemGroup{QStringLiteral("G"), {}, {}, {item}, {}}, item};
    return draft;
}

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
        const RequestDraft draft = draftWith(item);
        QCOMPARE(places(draft.problems()), QStringList());
        QCOMPARE(*RequestDraft::fromJson(draft.toJson()), draft);
    }

    void itemsFitTheSchema_data() { addSamples(); }
    void itemsFitTheSchema() {
        QFETCH(QJsonObject, item);
        const JsonSchema schema(schemaFile);
        if (schema.isEmpty())
            QSKIP("There is no Connector reference beside the project.");
        RequestDraft draft = draftWith(item);
        draft.expiresAt = Micros::now();
        draft.metadata = {{QStringLiteral("a"), 1}};
        const QJsonObject body{{QStringLiteral("content"), draft.toJson()},
                               {QStringLiteral("peer"), QStringLiteral("p")}};
        QCOMPARE(schema.problem(QStringLiteral("CreateOutgoingRequestRequest"), body), QString());
    }

    void itemsAreAccepted_data() { addSamples(); }
    void itemsAreAccepted() {
        QFETCH(QJsonObject, item);
        QFETCH(QJsonObject, accept);
        RequestDecision decision(requestWith({item, groupOf(item)}));
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
        RequestDecision written(requestWith({item, groupOf(item)}));
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
        RequestDecision taken(requestWith({item, groupOf(item)}));
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
        const JsonSchema schema(schemaFile);
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
