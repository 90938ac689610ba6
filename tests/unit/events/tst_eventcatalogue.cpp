// SPDX-License-Identifier: MIT
#include <meshwatch/events/eventcatalogue.h>

#include <meshwatch/core/json.h>

#include <QFile>
#include <QJsonArray>
#include <QJsonObject>
#include <QRegularExpression>
#include <QTest>

using namespace meshwatch;

namespace {

QJsonObject object(const QByteArray& text) {
    const auto parsed = json::parseObject(text);
    if (!parsed)
        qFatal("bad JSON in a test: %s", text.constData());
    return *parsed;
}

QJsonObject samples() {
    QFile file(QStringLiteral(MESHWATCH_TEST_DATA "/recordings/samples.json"));
    return file.open(QIODevice::ReadOnly) ? object(file.readAll()) : QJsonObject();
}

} // namespace

class TestEventCatalogue : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void saysWhatHappened_data() {
        QTest::addColumn<QString>("trigger");
        QTest::addColumn<QByteArray>("data");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char* name, const char* trigger, const char* data, const char* expected) {
            QTest::newRow(name) << QString::fromUtf8(trigger) << QByteArray(data)
                                << QString::fromUtf8(expected);
        };
        row("mail with attachment", "transport.messageReceived",
            R"({"content":{"@type":"Mail","subject":"Re: Your certificate"},"attachments":["FIL1"]})",
            "Mail “Re: Your certificate” · 1 attachment");
        row("mail without subject", "transport.messageReceived",
            R"({"content":{"@type":"Mail","subject":" "}})", "Mail without subject");
        row("mail sent", "transport.messageSent",
            R"({"content":{"@type":"Mail","subject":"Your certificate"}})",
            "Mail “Your certificate” left the Connector");
        row("delivered", "transport.messageDelivered",
            R"({"content":{"@type":"Mail","subject":"Hi"},"recipients":[{"receivedAt":"x"},{}]})",
            "Mail “Hi” fetched by 1 of 2 recipients");
        row("percent signs are text", "transport.messageDelivered",
            R"({"content":{"@type":"Mail","subject":"%2 %n %3"},"recipients":[{},{}]})",
            "Mail “%2 %n %3” fetched by 0 of 2 recipients");
        row("read", "transport.messageWasReadAtChanged",
            R"({"content":{"@type":"Mail","subject":"Hi"},"wasReadAt":"2026-01-01T00:00:00.000Z"})",
            "Mail “Hi” marked as read");
        row("request to read", "consumption.incomingRequestReceived",
            R"({"content":{"items":[{"@type":"ReadAttributeRequestItem","query":{"@type":"IdentityAttributeQuery","valueType":"GivenName"}},
                {"@type":"RequestItemGroup","items":[{"@type":"ReadAttributeRequestItem","query":{"valueType":"Surname"}}]}]}})",
            "asks to read: GivenName, Surname");
        row("request of several kinds", "transport.messageReceived",
            R"({"content":{"@type":"Request","items":[{"@type":"ConsentRequestItem","consent":"Terms"},
                {"@type":"AuthenticationRequestItem","title":"Log in"},{"@type":"CreateAttributeRequestItem",
                "attribute":{"value":{"@type":"ProprietaryString","title":"Customer ID","value":"1"}}}]}})",
            "asks to agree: “Terms”; authenticate: “Log in”; store: Customer ID");
        row("sent", "consumption.outgoingRequestStatusChanged", R"({"oldStatus":"Draft","newStatus":"Open"})",
            "Draft → Open");
        row("one rejected", "consumption.outgoingRequestStatusChanged",
            R"({"oldStatus":"Open","newStatus":"Completed","request":{"response":{"content":{"result":"Accepted",
                "items":[{"result":"Accepted"},{"items":[{"result":"Rejected"}]}]}}}})",
            "Open → Completed (1 item rejected)");
        row("rejected", "consumption.outgoingRequestStatusChanged",
            R"({"oldStatus":"Open","newStatus":"Completed","request":{"response":{"content":{"result":"Rejected","items":[]}}}})",
            "Open → Completed (rejected)");
        row("answer", "transport.messageReceived",
            R"({"content":{"@type":"ResponseWrapper","response":{"result":"Accepted",
                "items":[{"result":"Accepted"},{"result":"Accepted"},{"result":"Rejected"}]}}})",
            "Request accepted · 2 of 3 items");
        row("relationship", "transport.relationshipChanged",
            R"({"auditLog":[{"newStatus":"Pending","reason":"Creation"},{"oldStatus":"Pending","newStatus":"Active","reason":"AcceptanceOfCreation"}]})",
            "Pending → Active");
        row("attribute", "consumption.attributeCreated",
            R"({"content":{"value":{"@type":"DisplayName","value":"Riverside School"}}})",
            "DisplayName “Riverside School”");
        row("birth date", "consumption.attributeCreated",
            R"({"content":{"value":{"@type":"BirthDate","day":1,"month":2,"year":2001}}})",
            "BirthDate “2001-02-01”");
        row("address", "consumption.attributeCreated",
            R"({"content":{"value":{"@type":"StreetAddress","recipient":"H","street":"Main St","houseNo":"3","zipCode":"12345","city":"Ulm","country":"DE"}}})",
            "StreetAddress “Main St 3, 12345 Ulm”");
        row("succession", "consumption.attributeSucceeded",
            R"({"predecessor":{},"successor":{"content":{"value":{"@type":"StreetAddress"}}}})",
            "StreetAddress has a newer version");
        row("peer to be deleted", "transport.peerToBeDeleted",
            R"({"peerDeletionInfo":{"deletionStatus":"ToBeDeleted","deletionDate":"2026-12-07T12:00:00.000Z"}})",
            "will be deleted on 2026-12-07");
        row("started", "runtime.modulesStarted", "{}", "The Connector has started");
        row("unknown", "custom.somethingNewHappened", R"({"title":"A title","status":"Open"})",
            "Something new happened · “A title” · Open");
        row("unknown without data", "custom.x-y_z", "{}", "X y z");
        row("markup is text", "transport.messageReceived",
            R"({"content":{"@type":"Mail","subject":"<b>Hi</b>\u202e\u0007\n  there"}})",
            "Mail “<b>Hi</b> there”");
    }
    void saysWhatHappened() {
        QFETCH(QString, trigger);
        QFETCH(QByteArray, data);
        QTEST(EventCatalogue::summary(trigger.toUtf8(), object(data)), "expected");
    }

    void hasASentenceForEveryRecordedEvent_data() {
        QTest::addColumn<QJsonObject>("body");
        const QJsonObject all = samples();
        QCOMPARE(all.size(), 63);
        for (auto it = all.begin(); it != all.end(); ++it)
            QTest::newRow(qPrintable(it.key()))
                << it.value().toObject().value(QLatin1String("body")).toObject();
    }
    void hasASentenceForEveryRecordedEvent() {
        QFETCH(QJsonObject, body);
        const QByteArray trigger = body.value(QLatin1String("trigger")).toString().toUtf8();
        const QString text = EventCatalogue::summary(trigger, body.value(QLatin1String("data")).toObject());
        QVERIFY(text.size() >= 8);
        QVERIFY2(text.size() <= 240, qPrintable(text));
        // A person reads words: no type names of items, no ids, no addresses, no holes where something is
        // missing.
        static const QRegularExpression technical(
            QStringLiteral("RequestItem|ResponseItem|@|%\\d|did:e|“”|\\b(MSG|REQ|REL|ATT|FIL|RLT)\\w{17}|  "
                           "|: *$|^ | $|\\.$"));
        QVERIFY2(!technical.match(text).hasMatch(), qPrintable(text));
    }

    void survivesAnyData_data() {
        QTest::addColumn<QByteArray>("trigger");
        for (const EventKind& kind : EventCatalogue::kinds())
            QTest::newRow(kind.trigger.constData()) << kind.trigger;
        QTest::newRow("relationship event") << QByteArray("consumption.relationshipEvent.RELabc");
        QTest::newRow("one word") << QByteArray("word");
        QTest::newRow("empty") << QByteArray();
    }
    void survivesAnyData() {
        QFETCH(QByteArray, trigger);
        static const QByteArray odd[] = {
            "{}",
            R"({"content":7,"attachments":"x","recipients":{},"auditLog":[1,null],"request":[],"items":[[]]})",
            R"({"content":{"@type":"Request","items":[1,{"items":[{"items":[{}]}]}]},"message":{"content":{"@type":"Notification","items":[]}}})",
            R"({"content":{"@type":"ResponseWrapper","response":{"items":7,"result":"Other"}},"oldStatus":1,"newStatus":[]})",
            R"({"template":{"content":{"title":"\u0000"}},"successor":[],"numberOfForwards":"many","result":"New"})"};
        for (const QByteArray& data : odd) {
            const QString text = EventCatalogue::summary(trigger, object(data));
            QVERIFY2(!text.isEmpty() || trigger.isEmpty(), data.constData());
            const bool isFailure = EventCatalogue::isFailure(trigger, object(data));
            QVERIFY(isFailure || !EventCatalogue::kind(trigger).isFailure);
        }
    }

    void shortensWhatPeersWrite() {
        const QString longText = QString(100'000, QLatin1Char('x'));
        const QJsonObject content{{QStringLiteral("@type"), QStringLiteral("Mail")},
                                  {QStringLiteral("subject"), longText}};
        const QString text =
            EventCatalogue::summary("transport.messageReceived", {{QStringLiteral("content"), content}});
        QVERIFY2(text.size() < 100, qPrintable(QString::number(text.size())));
        QVERIFY(text.endsWith(QStringLiteral("…”")));
    }

    void keepsWholeCharacters() {
        const QString emoji = QString::fromUtf8("👩‍👧").repeated(60);
        const QJsonObject content{{QStringLiteral("@type"), QStringLiteral("Mail")},
                                  {QStringLiteral("subject"), emoji}};
        const QString text =
            EventCatalogue::summary("transport.messageReceived", {{QStringLiteral("content"), content}});
        QVERIFY(text.isValidUtf16());
    }

    void knowsFailures_data() {
        QTest::addColumn<QByteArray>("trigger");
        QTest::addColumn<QByteArray>("data");
        QTest::addColumn<bool>("expected");
        const auto row = [](const char* name, const char* trigger, const char* data, bool expected) {
            QTest::newRow(name) << QByteArray(trigger) << QByteArray(data) << expected;
        };
        row("expired", "consumption.incomingRequestStatusChanged", R"({"newStatus":"Expired"})", true);
        row("decided", "consumption.incomingRequestStatusChanged", R"({"newStatus":"Decided"})", false);
        row("rejected item", "consumption.outgoingRequestStatusChanged",
            R"({"newStatus":"Completed","request":{"response":{"content":{"result":"Accepted","items":[{"result":"Rejected"}]}}}})",
            true);
        row("accepted", "consumption.outgoingRequestStatusChanged",
            R"({"newStatus":"Completed","request":{"response":{"content":{"result":"Accepted","items":[{"result":"Accepted"}]}}}})",
            false);
        row("rejecting message", "transport.messageReceived",
            R"({"content":{"@type":"ResponseWrapper","response":{"result":"Rejected"}}})", true);
        row("mail", "transport.messageReceived", R"({"content":{"@type":"Mail"}})", false);
        row("processing failed", "consumption.messageProcessed", R"({"result":"Error"})", true);
        row("active", "transport.relationshipChanged", R"({"auditLog":[{"reason":"AcceptanceOfCreation"}]})",
            false);
        row("revoked", "transport.relationshipChanged", R"({"auditLog":[{"reason":"RevocationOfCreation"}]})",
            true);
        row("peer goes", "transport.peerToBeDeleted", "{}", true);
        row("peer stays", "transport.peerDeletionCancelled", "{}", false);
        row("attribute taken back", "consumption.ownAttributeDeletedByOwner", "{}", true);
        row("own identity goes", "transport.identityDeletionProcessStatusChanged", R"({"status":"Active"})",
            true);
        row("unknown", "other.thing", R"({"status":"Expired"})", false);
    }
    void knowsFailures() {
        QFETCH(QByteArray, trigger);
        QFETCH(QByteArray, data);
        QTEST(EventCatalogue::isFailure(trigger, object(data)), "expected");
    }

    void knowsEveryTriggerOnce() {
        QSet<QByteArray> names;
        for (const EventKind& kind : EventCatalogue::kinds()) {
            QVERIFY2(!names.contains(kind.trigger), kind.trigger.constData());
            names.insert(kind.trigger);
            QCOMPARE(EventCatalogue::kind(kind.trigger).family, kind.family);
            QCOMPARE(EventCatalogue::kind(kind.trigger).objectType, kind.objectType);
        }
        QCOMPARE(names.size(), 40);
    }

    void hasASampleOfEach() {
        for (const EventKind& kind : EventCatalogue::kinds()) {
            const auto sample = EventCatalogue::sample(kind.trigger);
            // Connector reference, events 2 and 6: these have no data.
            const bool isBare =
                kind.trigger.startsWith("runtime.") || kind.trigger == "transport.datawalletSynchronized";
            QVERIFY2(sample.has_value() != isBare, kind.trigger.constData());
            if (!sample)
                continue;
            QVERIFY2(!object(*sample).isEmpty(), kind.trigger.constData());
            QVERIFY(!sample->contains("localhost") && !sample->contains("127.0.0.1"));
        }
        QVERIFY(!EventCatalogue::sample("no.suchEvent"));
    }

    void guessesUnknownKinds_data() {
        QTest::addColumn<QByteArray>("trigger");
        QTest::addColumn<QString>("family");
        QTest::newRow("message") << QByteArray("transport.messageRecalled") << "message";
        QTest::newRow("template") << QByteArray("transport.relationshipTemplateGone") << "relationship";
        QTest::newRow("event of a relationship")
            << QByteArray("consumption.relationshipEvent.RELx") << "relationship";
        QTest::newRow("attribute") << QByteArray("consumption.attributeCopied") << "attribute";
        QTest::newRow("runtime") << QByteArray("runtime.modulesStopped") << "runtime";
        QTest::newRow("own") << QByteArray("my.thing") << "other";
        QTest::newRow("empty") << QByteArray() << "other";
    }
    void guessesUnknownKinds() {
        QFETCH(QByteArray, trigger);
        QTEST(familyName(EventCatalogue::kind(trigger).family), "family");
    }

    void namesFamilies() {
        QSet<QString> names;
        for (int i = 0; i <= int(Family::Other); ++i) {
            names.insert(familyName(Family(i)));
            QVERIFY(!familyTitle(Family(i)).isEmpty());
        }
        QCOMPARE(names.size(), int(Family::Other) + 1);
    }
};

QTEST_APPLESS_MAIN(TestEventCatalogue)
#include "tst_eventcatalogue.moc"
