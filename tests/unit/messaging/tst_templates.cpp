// SPDX-License-Identifier: MIT
#include <meshwatch/core/json.h>
#include <meshwatch/messaging/draftstore.h>
#include <meshwatch/messaging/messagetemplatestore.h>

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace meshwatch;

namespace {

connector::Attribute attribute(const char* value) {
    const QByteArray text =
        QByteArray(R"({"@type":"PeerIdentityAttribute","id":"ATT","createdAt":"2026-01-01T00:00:00.000Z",)"
                   R"("content":{"@type":"IdentityAttribute","owner":"p","value":)") +
        value + "}}";
    return *connector::Attribute::fromJson(*json::parseObject(text));
}

TemplateValues values() {
    TemplateValues values(QDateTime(QDate(2026, 1, 31), QTime(12, 0)), QStringLiteral("School"));
    values.addPeer(QStringLiteral("did:e:x:dids:1"),
                   {attribute(R"({"@type":"GivenName","value":"Hana"})"),
                    attribute(R"({"@type":"Surname","value":"Weiss"})"),
                    attribute(R"({"@type":"JobTitle","value":"{{me.DisplayName}}"})"),
                    attribute(R"({"@type":"StreetAddress","city":"Ulm","zipCode":"89073"})"),
                    attribute(R"({"@type":"BirthDate","day":1,"month":2,"year":2003})")});
    values.addOwn({attribute(R"({"@type":"DisplayName","value":"Riverside"})")});
    return values;
}

} // namespace

class TestTemplates : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void textsAreFilled_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("filled");
        QTest::addColumn<QStringList>("unresolved");
        const auto row = [](const char* name, const char* text, const char* filled,
                            const QStringList& unresolved = {}) {
            QTest::newRow(name) << QString::fromUtf8(text) << QString::fromUtf8(filled) << unresolved;
        };
        row("none", "plain { } {{ }}", "plain { } {{ }}");
        row("peer", "Dear {{peer.GivenName}} {{ peer.Surname }},", "Dear Hana Weiss,");
        row("name", "{{peer.name}}", "Hana Weiss");
        row("member", "{{peer.StreetAddress.zipCode}} {{peer.StreetAddress.city}}", "89073 Ulm");
        row("number", "{{peer.BirthDate.year}}", "2003");
        row("me", "{{me.DisplayName}}, {{connection}}", "Riverside, School");
        row("unknown stays", "{{peer.EMailAddress}} and {{peer.EMailAddress}}",
            "{{peer.EMailAddress}} and {{peer.EMailAddress}}", {QStringLiteral("peer.EMailAddress")});
        row("a value is no template", "{{peer.JobTitle}}", "{{me.DisplayName}}");
        row("side by side", "{{connection}}{{connection}}", "SchoolSchool");
        row("braces around", "{{{connection}}}", "{School}");
    }
    void textsAreFilled() {
        QFETCH(QString, text);
        const auto filled = MessageTemplate::fill(text, values());
        QTEST(filled.text, "filled");
        QTEST(filled.unresolved, "unresolved");
    }

    void timesAreFilled() {
        const auto filled = MessageTemplate::fill(QStringLiteral("{{now}}|{{date}}|{{time}}"), values());
        QVERIFY(filled.unresolved.isEmpty());
        QVERIFY(!filled.text.contains(QLatin1Char('{')));
    }

    void templatesAreKept() {
        const QTemporaryDir folder;
        const QString path = MessageTemplateStore::fileName(folder.path());
        MessageTemplateStore store(path);
        QVERIFY(store.load().ok());
        store.put({QStringLiteral("a"), QStringLiteral("S"), QStringLiteral("B"), true});
        store.put({QStringLiteral("a"), QStringLiteral("S2"), QStringLiteral("B"), true});
        QVERIFY(store.save().ok());
        MessageTemplateStore again(path);
        QVERIFY(again.load().ok());
        QCOMPARE(again.templates(), store.templates());
        QCOMPARE(again.find(QStringLiteral("a"))->subject, QStringLiteral("S2"));
        const auto added = again.importFrom(path);
        QCOMPARE(*added, 1);
        QVERIFY(again.find(QStringLiteral("a (2)")));
        QVERIFY(again.remove(QStringLiteral("a")));
        QVERIFY(!again.remove(QStringLiteral("a")));
    }

    void damagedFilesStay_data() {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("named");
        QTest::newRow("no JSON") << QByteArray("{\"a\":") << QStringLiteral("line 1");
        QTest::newRow("no list") << QByteArray("{}") << QStringLiteral("templates");
        QTest::newRow("no body") << QByteArray(R"({"templates":[{"name":"a","subject":"s"}]})")
                                 << QStringLiteral("templates[0]: “body”");
        QTest::newRow("format")
            << QByteArray(R"({"templates":[{"name":"a","subject":"s","body":"b","bodyFormat":"Html"}]})")
            << QStringLiteral("bodyFormat");
    }
    void damagedFilesStay() {
        QFETCH(QByteArray, text);
        QFETCH(QString, named);
        const QTemporaryDir folder;
        const QString path = MessageTemplateStore::fileName(folder.path());
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(text) == text.size());
        file.close();
        MessageTemplateStore store(path);
        const auto loaded = store.load();
        QVERIFY(!loaded.ok());
        QCOMPARE(loaded.error().code, QStringLiteral("template.invalid"));
        QVERIFY2(loaded.error().message.contains(named), qPrintable(loaded.error().message));
        QVERIFY(!store.save().ok());
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), text);
    }

    void draftsSurvive() {
        const QTemporaryDir folder;
        const DraftStore::Draft draft{
            {QStringLiteral("S"), QStringLiteral("B"), false, {QStringLiteral("/tmp/x")}},
            {{QStringLiteral("title"), QStringLiteral("T")}},
            PostedMail{{QStringLiteral("S"), QStringLiteral("filled"), true, {QStringLiteral("FIL1")}},
                       {1'700'000'000'123'456},
                       "call"}};
        {
            DraftStore store(folder.path());
            store.setDraft({1}, QStringLiteral("p"), draft);
            store.setDraft({1}, QStringLiteral("q"), draft);
            store.setDraft({1}, QStringLiteral("q"), {});
            // Without being told to: a crash would come without warning.
            QTRY_VERIFY(QFile::exists(folder.filePath(QStringLiteral("drafts.json"))));
        }
        const DraftStore store(folder.path());
        QCOMPARE(store.draft({1}, QStringLiteral("p")), draft);
        QVERIFY(store.draft({2}, QStringLiteral("p")).isEmpty());
        QCOMPARE(store.peers({1}), QStringList{QStringLiteral("p")});
    }

    /// What is noted before a message is posted is on disk before it is posted.
    void draftsAreOnDiskWhenToldSo() {
        const QTemporaryDir folder;
        DraftStore store(folder.path());
        DraftStore::Draft draft;
        draft.posted = PostedMail{{QStringLiteral("S"), {}, false, {}}, {1}, "call"};
        store.setDraft({1}, QStringLiteral("p"), draft);
        std::optional<DraftStore::Draft> read;
        store.whenWritten(this, [&] { read = DraftStore(folder.path()).draft({1}, QStringLiteral("p")); });
        QTRY_VERIFY(read);
        QCOMPARE(*read, draft);
    }

    void damagedDraftsAreSetAside() {
        const QTemporaryDir folder;
        QFile file(folder.filePath(QStringLiteral("drafts.json")));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write("{") == 1);
        file.close();
        const DraftStore store(folder.path());
        QCOMPARE(QDir(folder.path()).entryList({QStringLiteral("drafts.json.damaged-*")}).size(), 1);
    }

    void draftsThatCannotBeKeptAreTold() {
        const QTemporaryDir folder;
        DraftStore store(folder.filePath(QStringLiteral("none/there")));
        QSignalSpy failed(&store, &DraftStore::failed);
        store.setDraft({1}, QStringLiteral("p"), {{QStringLiteral("S"), {}, false, {}}, {}});
        store.flush();
        QTRY_COMPARE(failed.size(), 1);
    }

    void mailsAreChecked() {
        MailDraft mail;
        mail.subject = QString(301, QLatin1Char('x'));
        mail.body = QString(50'001, QLatin1Char('x'));
        mail.attachments = {QStringLiteral("/no/such"), QStringLiteral("FIL00000000000000001")};
        QCOMPARE(mail.problems().size(), 3);
        QCOMPARE(MailDraft::fromJson(mail.toJson()), mail);
        QCOMPARE(mail.content(QStringLiteral("p")).value(QLatin1String("@type")).toString(),
                 QStringLiteral("Mail"));
    }
};

QTEST_GUILESS_MAIN(TestTemplates)
#include "tst_templates.moc"
