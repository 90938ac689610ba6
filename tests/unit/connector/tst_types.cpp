// SPDX-License-Identifier: MIT
// Types of the API: what they keep, what they refuse, what they hide.
#include <meshwatch/connector/attribute.h>
#include <meshwatch/connector/health.h>
#include <meshwatch/connector/message.h>
#include <meshwatch/connector/relationship.h>
#include <meshwatch/connector/request.h>
#include <meshwatch/connector/support.h>
#include <meshwatch/connector/version.h>

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace meshwatch;
using namespace meshwatch::connector;

namespace {

QJsonObject object(const char* json) {
    const auto document = QJsonDocument::fromJson(json);
    if (!document.isObject())
        qFatal("not JSON: %s", json);
    return document.object();
}

} // namespace

class TestTypes : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void keepUnknownMembers();
    void keepUnknownWords();
    void refuseWrongTypes_data();
    void refuseWrongTypes();
    void absentIsFine();
    void attachmentsInBothForms();
    void reactivation_data();
    void reactivation();
    void versions_data();
    void versions();
    void supportHides_data();
    void supportHides();
};

void TestTypes::keepUnknownMembers() {
    const auto json =
        object(R"({"id":"REL1","status":"Active","peer":"did:e:x","new":{"a":[1,null,{"b":9007199254740993}]},
                                 "auditLog":[{"reason":"Creation","later":true}]})");
    const auto relationship = Relationship::fromJson(json);
    QVERIFY(relationship);
    QCOMPARE(relationship->toJson(), json);
    QCOMPARE(relationship->auditLog().front().toJson().value(QLatin1String("later")).toBool(), true);
    QCOMPARE(relationship->at(u"new.a.2.b").toInteger(), 9007199254740993);
}

void TestTypes::keepUnknownWords() {
    const auto relationship = Relationship::fromJson(object(R"({"id":"REL1","status":"Frozen","peer":"x"})"));
    QVERIFY(relationship);
    QVERIFY(relationship->status() == RelationshipStatus::Unknown);
    QCOMPARE(relationship->status().text, QStringLiteral("Frozen"));
    const auto attribute = Attribute::fromJson(object(R"({"id":"ATT1","@type":"Strange","content":{}})"));
    QVERIFY(attribute);
    QCOMPARE(attribute->kind().text, QStringLiteral("Strange"));
    QVERIFY(attribute->deletionStatus().text.isEmpty());
}

void TestTypes::refuseWrongTypes_data() {
    QTest::addColumn<QString>("type");
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("path");
    const auto row = [](const char* name, const char* type, const char* json, const char* path) {
        QTest::newRow(name) << QString::fromLatin1(type) << QByteArray(json) << QString::fromLatin1(path);
    };
    row("id missing", "message", R"({"createdAt":"x","content":{}})", "here.id");
    row("id is a number", "message", R"({"id":7,"createdAt":"x","content":{}})", "here.id");
    row("id is null", "message", R"({"id":null,"createdAt":"x","content":{}})", "here.id");
    row("content is a text", "message", R"({"id":"a","createdAt":"x","content":"Mail"})", "here.content");
    row("@type is a list", "message", R"({"id":"a","createdAt":"x","content":{"@type":[]}})",
        "here.content.@type");
    row("attachment is a number", "message",
        R"({"id":"a","createdAt":"x","content":{},"attachments":["FIL1",3]})", "here.attachments[1]");
    row("attached file without id", "message",
        R"({"id":"a","createdAt":"x","content":{},"attachments":[{}]})", "here.attachments[0].id");
    row("recipients are an object", "message", R"({"id":"a","createdAt":"x","content":{},"recipients":{}})",
        "here.recipients");
    row("audit log holds a text", "relationship",
        R"({"id":"a","status":"Active","peer":"p","auditLog":["x"]})", "here.auditLog[0]");
    row("audit log reason", "relationship",
        R"({"id":"a","status":"Active","peer":"p","auditLog":[{},{"reason":1}]})", "here.auditLog[1].reason");
    row("response without content", "request",
        R"({"id":"a","status":"Open","createdAt":"x","content":{},"response":{}})", "here.response.content");
    row("source type", "request",
        R"({"id":"a","status":"Open","createdAt":"x","content":{},"source":{"type":true}})",
        "here.source.type");
}

void TestTypes::refuseWrongTypes() {
    QFETCH(QString, type);
    QFETCH(QByteArray, json);
    QFETCH(QString, path);
    const auto errorOf = [&](auto result) { return result ? ConnectorError() : result.error(); };
    const QString here = QStringLiteral("here");
    const QJsonObject value = object(json);
    const ConnectorError error = type == QLatin1String("message") ? errorOf(Message::fromJson(value, here))
                                 : type == QLatin1String("relationship")
                                     ? errorOf(Relationship::fromJson(value, here))
                                     : errorOf(Request::fromJson(value, here));
    QCOMPARE(ConnectorError::kindName(error.kind), QStringLiteral("wrongType"));
    QVERIFY2(error.message.contains(QLatin1String("“") + path + QLatin1String("”")) ||
                 error.message.contains(path),
             qPrintable(error.message));
}

void TestTypes::absentIsFine() {
    const auto message = Message::fromJson(object(R"({"id":"MSG1","createdAt":"no date","content":{}})"));
    QVERIFY(message);
    QVERIFY(!message->createdAt().isValid());
    QVERIFY(!message->wasReadAt().isValid());
    QVERIFY(message->recipients().empty());
    QVERIFY(message->content().type().isEmpty());
}

void TestTypes::attachmentsInBothForms() {
    const auto ids =
        Message::fromJson(object(R"({"id":"M","createdAt":"x","content":{},"attachments":["FIL1","FIL2"]})"));
    QVERIFY(ids);
    QCOMPARE(ids->attachmentIds(), QStringList({QStringLiteral("FIL1"), QStringLiteral("FIL2")}));
    QVERIFY(ids->attachedFiles().empty());
    const auto files = Message::fromJson(object(
        R"({"id":"M","createdAt":"x","content":{},"attachments":[{"id":"FIL1","filename":"a.txt"}]})"));
    QVERIFY(files);
    QCOMPARE(files->attachmentIds(), QStringList(QStringLiteral("FIL1")));
    QCOMPARE(files->attachedFiles().front().filename(), QStringLiteral("a.txt"));
}

void TestTypes::reactivation_data() {
    QTest::addColumn<QString>("status");
    QTest::addColumn<QString>("lastReason");
    QTest::addColumn<bool>("isOpen");
    QTest::newRow("asked") << QStringLiteral("Terminated") << QStringLiteral("ReactivationRequested") << true;
    QTest::newRow("declined") << QStringLiteral("Terminated") << QStringLiteral("RejectionOfReactivation")
                              << false;
    QTest::newRow("accepted") << QStringLiteral("Active") << QStringLiteral("AcceptanceOfReactivation")
                              << false;
    QTest::newRow("never asked") << QStringLiteral("Terminated") << QStringLiteral("Termination") << false;
}

void TestTypes::reactivation() {
    QFETCH(QString, status);
    QFETCH(QString, lastReason);
    QFETCH(bool, isOpen);
    const auto relationship = Relationship::fromJson(
        {{QStringLiteral("id"), QStringLiteral("REL1")},
         {QStringLiteral("peer"), QStringLiteral("x")},
         {QStringLiteral("status"), status},
         {QStringLiteral("auditLog"),
          QJsonArray{QJsonObject{{QStringLiteral("reason"), QStringLiteral("Creation")}},
                     QJsonObject{{QStringLiteral("reason"), lastReason}}}}});
    QVERIFY(relationship);
    QCOMPARE(relationship->hasOpenReactivation(), isOpen);
}

void TestTypes::versions_data() {
    QTest::addColumn<QString>("version");
    QTest::addColumn<int>("major");
    QTest::newRow("release") << QStringLiteral("7.4.1") << 7;
    QTest::newRow("beta") << QStringLiteral("8.0.0-beta.1") << 8;
    QTest::newRow("self-built") << QStringLiteral("{{version}}") << -1;
    QTest::newRow("empty") << QString() << -1;
}

void TestTypes::versions() {
    QFETCH(QString, version);
    QFETCH(int, major);
    const auto parsed = Version::fromJson({{QStringLiteral("version"), version}});
    QVERIFY(parsed);
    QCOMPARE(parsed->major(), major);
}

void TestTypes::supportHides_data() {
    QTest::addColumn<QByteArray>("configuration");
    QTest::newRow("environment") << QByteArray(R"({"SOME_VALUE":"hide-me"})");
    QTest::newRow("nested environment") << QByteArray(R"({"MY":{"NESTED":"hide-me"}})");
    QTest::newRow("webhook header") << QByteArray(
        R"({"modules":{"webhooks":{"targets":{"a":{"headers":{"x":"hide-me"}}}}}})");
    QTest::newRow("webhook key") << QByteArray(
        R"({"modules":{"webhooks":{"targets":{"a":{"authentication":{"apiKey":"hide-me"}}}}}})");
    QTest::newRow("password in an address")
        << QByteArray(R"({"modules":{"x":{"url":"amqp://u:hide-me@host:1"}}})");
    QTest::newRow("odd password") << QByteArray(R"({"modules":{"x":{"url":"amqp://u:p/#hide-me@host:1"}}})");
    QTest::newRow("user alone") << QByteArray(R"({"modules":{"x":{"url":"https://hide-me@host/a"}}})");
    QTest::newRow("query of an address")
        << QByteArray(R"({"modules":{"x":{"url":"https://host/a?sig=hide-me&b=1"}}})");
    QTest::newRow("option of a foreign module")
        << QByteArray(R"({"modules":{"ours":{"location":"./mine","enabled":true,"pin":"hide-me"}}})");
    QTest::newRow("Backbone headers")
        << QByteArray(R"({"transportLibrary":{"platformAdditionalHeaders":{"x":"hide-me"}}})");
}

void TestTypes::supportHides() {
    QFETCH(QByteArray, configuration);
    const auto support =
        Support::fromJson({{QStringLiteral("configuration"), object(configuration.constData())}});
    QVERIFY(support);
    const QByteArray shown = QJsonDocument(support->redacted()).toJson();
    QVERIFY2(!shown.contains("hide-me"), shown.constData());
    QVERIFY(QJsonDocument(support->toJson()).toJson().contains("hide-me"));
}

QTEST_GUILESS_MAIN(TestTypes)
#include "tst_types.moc"
