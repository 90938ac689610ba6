// SPDX-License-Identifier: MIT
#include <meshwatch/events/eventparser.h>

#include <meshwatch/core/json.h>

#include <QFile>
#include <QJsonObject>
#include <QTest>

using namespace meshwatch;

class TestEventParser : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void readsFacts_data() {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QByteArray>("object");
        QTest::addColumn<QByteArray>("peer");
        QTest::addColumn<QByteArray>("state");
        QTest::addColumn<QByteArray>("createdAt");
        const auto row = [](const char* name, const char* trigger, const char* data, const char* object,
                            const char* peer, const char* state, const char* createdAt) {
            QTest::newRow(name) << QByteArray("{\"data\":") + data + ",\"trigger\":\"" + trigger + "\"}"
                                << QByteArray(object) << QByteArray(peer) << QByteArray(state)
                                << QByteArray(createdAt);
        };
        row("message received", "transport.messageReceived",
            "{\"id\":\"MSG1\",\"isOwn\":false,\"createdBy\":\"peer\",\"createdAt\":\"2026-01-01T00:00:00."
            "000Z\",\"recipients\":[{\"address\":\"me\"}]}",
            "MSG1", "peer", "", "2026-01-01T00:00:00.000Z");
        row("message sent", "transport.messageSent",
            "{\"id\":\"MSG1\",\"isOwn\":true,\"createdBy\":\"me\",\"createdAt\":\"2026-01-01T00:00:00.000Z\","
            "\"recipients\":[{\"address\":\"peer\"}]}",
            "MSG1", "peer", "", "2026-01-01T00:00:00.000Z");
        row("message processed", "consumption.messageProcessed",
            "{\"message\":{\"id\":\"MSG1\",\"isOwn\":false,\"createdBy\":\"peer\"},\"result\":\"NoRequest\"}",
            "MSG1", "peer", "NoRequest", "");
        row("status changed", "consumption.outgoingRequestStatusChanged",
            "{\"request\":{\"id\":\"REQ1\",\"peer\":\"p\",\"status\":\"Completed\",\"createdAt\":\"2026-01-"
            "01T00:00:00.000Z\",\"response\":{\"createdAt\":\"2026-01-02T00:00:00.000Z\"}},\"oldStatus\":"
            "\"Open\",\"newStatus\":\"Completed\"}",
            "REQ1", "p", "Completed", "2026-01-02T00:00:00.000Z");
        row("expired", "consumption.incomingRequestStatusChanged",
            "{\"request\":{\"id\":\"REQ1\",\"peer\":\"p\",\"status\":\"Expired\",\"content\":{\"expiresAt\":"
            "\"2026-01-03T00:00:00.000Z\"}},\"newStatus\":\"Expired\"}",
            "REQ1", "p", "Expired", "2026-01-03T00:00:00.000Z");
        row("relationship", "transport.relationshipChanged",
            "{\"id\":\"REL1\",\"peer\":\"p\",\"auditLog\":[{\"createdAt\":\"2026-01-01T00:00:00.000Z\"},{"
            "\"createdAt\":\"2026-01-02T00:00:00.000Z\"}]}",
            "REL1", "p", "2", "2026-01-02T00:00:00.000Z");
        row("peer to be deleted", "transport.peerToBeDeleted",
            "{\"id\":\"REL1\",\"peer\":\"p\",\"auditLog\":[{}],\"peerDeletionInfo\":{\"deletionStatus\":"
            "\"ToBeDeleted\"}}",
            "REL1", "p", "1/ToBeDeleted", "");
        row("decomposed", "transport.relationshipDecomposedBySelf", "{\"relationshipId\":\"REL1\"}", "REL1",
            "", "", "");
        row("succession", "consumption.attributeSucceeded",
            "{\"predecessor\":{\"id\":\"ATT1\"},\"successor\":{\"id\":\"ATT2\",\"createdAt\":\"2026-01-01T00:"
            "00:00.000Z\"}}",
            "ATT2", "", "ATT1", "2026-01-01T00:00:00.000Z");
        row("unknown", "other.somethingHappened", "{\"id\":\"X\",\"peer\":\"p\",\"status\":\"s\"}", "X", "p",
            "s", "");
        row("wrong types", "transport.messageReceived", "{\"id\":1,\"createdAt\":true,\"recipients\":{}}", "",
            "", "", "");
    }
    void readsFacts() {
        QFETCH(QByteArray, body);
        EventParser parser;
        const auto facts = parser.parse(body, {});
        QVERIFY2(facts.ok(), facts.ok() ? "" : qPrintable(facts.error().message));
        QTEST(facts->object, "object");
        QTEST(facts->peer, "peer");
        QTEST(facts->state, "state");
        QFETCH(QByteArray, createdAt);
        QCOMPARE(facts->createdAt.isValid() ? facts->createdAt.toIso().toLatin1() : QByteArray(), createdAt);
    }

    void refuses_data() {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QString>("code");
        QTest::newRow("empty") << QByteArray() << "event.notJson";
        QTest::newRow("blank") << QByteArray("  \n") << "event.notJson";
        QTest::newRow("truncated") << QByteArray("{\"trigger\":\"a.b\",\"data\":{\"x\":") << "event.notJson";
        QTest::newRow("text") << QByteArray("hello") << "event.notJson";
        QTest::newRow("HTML") << QByteArray("<html></html>") << "event.notJson";
        QTest::newRow("list") << QByteArray("[]") << "event.notAnObject";
        QTest::newRow("number") << QByteArray("12") << "event.notAnObject";
        QTest::newRow("no trigger") << QByteArray("{\"data\":{}}") << "event.noTrigger";
        QTest::newRow("trigger number") << QByteArray("{\"trigger\":7}") << "event.badTrigger";
        QTest::newRow("trigger without dot") << QByteArray("{\"trigger\":\"hello\"}") << "event.badTrigger";
        QTest::newRow("trigger with blank") << QByteArray("{\"trigger\":\"a.b c\"}") << "event.badTrigger";
        QTest::newRow("trigger with path")
            << QByteArray("{\"trigger\":\"../../etc.passwd\"}") << "event.badTrigger";
        QTest::newRow("endless trigger") << "{\"trigger\":\"a." + QByteArray(5000, 'b') + "\"}"
                                         << "event.badTrigger";
        QTest::newRow("data text") << QByteArray("{\"trigger\":\"a.b\",\"data\":\"x\"}") << "event.badData";
        QTest::newRow("data list") << QByteArray("{\"trigger\":\"a.b\",\"data\":[]}") << "event.badData";
        QTest::newRow("too deep") << "{\"trigger\":\"a.b\",\"data\":{\"x\":" + QByteArray(5000, '[') +
                                         QByteArray(5000, ']') + "}}"
                                  << "event.tooDeep";
        QTest::newRow("not UTF-8") << QByteArray("{\"trigger\":\"a.b\",\"data\":{\"x\":\"\xff\xfe\"}}")
                                   << "event.notUtf8";
    }
    void refuses() {
        QFETCH(QByteArray, body);
        QFETCH(QString, code);
        EventParser parser;
        const auto facts = parser.parse(body, {});
        QVERIFY(!facts.ok());
        QCOMPARE(facts.error().code, code);
        QVERIFY(!facts.error().message.isEmpty());
        QVERIFY2(facts.error().message.size() < 300, qPrintable(facts.error().message));
        // The parser goes on working afterwards.
        QVERIFY(parser.parse("{\"trigger\":\"a.b\"}", {}).ok());
    }

    void takesTheTriggerFromOutside() {
        EventParser parser;
        const auto facts = parser.parse("{\"data\":{\"id\":\"X\"}}", "a.b");
        QVERIFY(facts.ok());
        QCOMPARE(facts->trigger, QByteArray("a.b"));
        QCOMPARE(parser.parse("{\"trigger\":\"a.c\"}", "a.b").error().code,
                 QStringLiteral("event.triggerMismatch"));
    }

    void equalEventsHaveOneDigest_data() {
        QTest::addColumn<QByteArray>("one");
        QTest::addColumn<QByteArray>("other");
        QTest::addColumn<bool>("isEqual");
        const auto row = [](const char* name, const char* one, const char* other, bool isEqual) {
            QTest::newRow(name) << QByteArray(one) << QByteArray(other) << isEqual;
        };
        row("order of the envelope", "{\"data\":{\"a\":1},\"trigger\":\"a.b\"}",
            "{\"trigger\":\"a.b\",\"data\":{\"a\":1}}", true);
        row("order of members", "{\"data\":{\"a\":1,\"b\":{\"c\":2,\"d\":3}},\"trigger\":\"a.b\"}",
            "{\"data\":{\"b\":{\"d\":3,\"c\":2},\"a\":1},\"trigger\":\"a.b\"}", true);
        row("white space", "{\"data\":{\"a\":[1,2]},\"trigger\":\"a.b\"}",
            "{ \"data\" : { \"a\" : [ 1 , 2 ] } , \"trigger\":\"a.b\" }", true);
        row("escapes", "{\"data\":{\"a\":\"\\u00e4\\/\"},\"trigger\":\"a.b\"}",
            "{\"data\":{\"a\":\"ä/\"},\"trigger\":\"a.b\"}", true);
        row("no data is an empty object", "{\"trigger\":\"a.b\"}", "{\"data\":{},\"trigger\":\"a.b\"}", true);
        row("null data too", "{\"trigger\":\"a.b\",\"data\":null}", "{\"data\":{},\"trigger\":\"a.b\"}",
            true);
        row("whole double", "{\"data\":{\"a\":1.0},\"trigger\":\"a.b\"}",
            "{\"data\":{\"a\":1},\"trigger\":\"a.b\"}", true);
        row("order of a list", "{\"data\":{\"a\":[1,2]},\"trigger\":\"a.b\"}",
            "{\"data\":{\"a\":[2,1]},\"trigger\":\"a.b\"}", false);
        row("trigger", "{\"data\":{\"a\":1},\"trigger\":\"a.b\"}", "{\"data\":{\"a\":1},\"trigger\":\"a.c\"}",
            false);
        row("number and text", "{\"data\":{\"a\":1},\"trigger\":\"a.b\"}",
            "{\"data\":{\"a\":\"1\"},\"trigger\":\"a.b\"}", false);
        row("long integers", "{\"data\":{\"a\":9007199254740993},\"trigger\":\"a.b\"}",
            "{\"data\":{\"a\":9007199254740992},\"trigger\":\"a.b\"}", false);
        row("null member", "{\"data\":{\"a\":null},\"trigger\":\"a.b\"}", "{\"data\":{},\"trigger\":\"a.b\"}",
            false);
        row("text that looks like structure",
            "{\"data\":{\"a\":\"\\\",\\\"b\\\":\\\"\"},\"trigger\":\"a.b\"}",
            "{\"data\":{\"a\":\"\",\"b\":\"\"},\"trigger\":\"a.b\"}", false);
    }
    void equalEventsHaveOneDigest() {
        QFETCH(QByteArray, one);
        QFETCH(QByteArray, other);
        QFETCH(bool, isEqual);
        EventParser parser;
        const auto first = parser.parse(one, {});
        const auto second = parser.parse(other, {});
        QVERIFY(first.ok() && second.ok());
        QCOMPARE(first->digest == second->digest, isEqual);
    }

    void aBrokersDataHasTheDigestOfTheWebhook() {
        EventParser parser;
        const auto webhook = parser.parse(
            "{\"data\":{\"id\":\"MSG1\",\"isOwn\":false},\"trigger\":\"transport.messageReceived\"}", {});
        const auto broker = parser.parse("{\"isOwn\":false,\"id\":\"MSG1\"}", "transport.messageReceived",
                                         EventParser::Form::BareData);
        QVERIFY(webhook.ok() && broker.ok());
        QVERIFY(webhook->digest == broker->digest);
        QCOMPARE(broker->object, QByteArray("MSG1"));
        const auto empty = parser.parse("{}", "runtime.modulesStarted", EventParser::Form::BareData);
        QVERIFY(empty->digest == parser.parse("{\"trigger\":\"runtime.modulesStarted\"}", {})->digest);
    }

    void learnsPeerNames() {
        EventParser parser;
        const auto facts =
            parser.parse("{\"data\":{\"@type\":\"PeerIdentityAttribute\",\"id\":\"ATT1\",\"peer\":\"did:e:"
                         "x\",\"content\":{\"value\":{\"@type\":\"DisplayName\",\"value\":\"Hana "
                         "Weiss\"}}},\"trigger\":\"consumption.attributeCreated\"}",
                         {});
        QCOMPARE(facts->peerName.value, QByteArray("Hana Weiss"));
        QCOMPARE(facts->peerName.address, QByteArray("did:e:x"));
    }

    void readsLargeBodies() {
        const QByteArray body = "{\"data\":{\"id\":\"MSG1\",\"content\":{\"body\":\"" +
                                QByteArray(19'000'000, 'x') +
                                "\"}},\"trigger\":\"transport.messageReceived\"}";
        EventParser parser;
        const auto facts = parser.parse(body, {});
        QVERIFY(facts.ok());
        QCOMPARE(facts->object, QByteArray("MSG1"));
        QVERIFY(parser.parse("{\"trigger\":\"a.b\"}", {}).ok());
    }

    void readsEveryRecordedEvent_data() {
        QTest::addColumn<QByteArray>("body");
        QFile file(QStringLiteral(MESHWATCH_TEST_DATA "/recordings/samples.json"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const auto samples = json::parseObject(file.readAll());
        QVERIFY(samples.ok());
        for (auto it = samples->begin(); it != samples->end(); ++it)
            QTest::newRow(qPrintable(it.key()))
                << json::compact(it.value().toObject().value(QLatin1String("body")));
        QCOMPARE(samples->size(), 63);
    }
    void readsEveryRecordedEvent() {
        QFETCH(QByteArray, body);
        EventParser parser;
        const auto facts = parser.parse(body, {});
        QVERIFY2(facts.ok(), facts.ok() ? "" : qPrintable(facts.error().message));
        const QByteArray name(QTest::currentDataTag());
        QCOMPARE(facts->trigger, name.left(name.indexOf(' ')));
        const bool hasObject = facts->trigger != "runtime.modulesStarted";
        QCOMPARE(!facts->object.isEmpty(), hasObject);
        const bool isOwnAlone = !body.contains("\"peer\"") && !body.contains("\"recipients\"");
        QVERIFY(isOwnAlone || !facts->peer.isEmpty());
    }
};

QTEST_APPLESS_MAIN(TestEventParser)
#include "tst_eventparser.moc"
