// SPDX-License-Identifier: MIT
#include <meshwatch/events/query.h>

#include <QRandomGenerator>
#include <QTest>

#include "querystore.h"

using namespace meshwatch;

namespace {

/// 2026-11-23T12:00:00Z, in whatever zone the tests run.
const Micros now = *Micros::fromIso("2026-11-23T12:00:00.000Z");

Query parsed(const QString& text) {
    const auto query = Query::parse(text, now);
    if (!query)
        qFatal("%s: %s", qPrintable(text), qPrintable(query.error().message));
    return *query;
}

SampleEvent mail() { return mailOf({now.value - 30'000'000}); }

} // namespace

class TestQuery : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void matches_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("expected");
        const auto yes = [](const char* text) { QTest::newRow(text) << QString::fromUtf8(text) << true; };
        const auto no = [](const char* text) { QTest::newRow(text) << QString::fromUtf8(text) << false; };
        yes("");
        yes("   ");
        yes("trigger:transport.*");
        yes("trigger:transport.messageReceived");
        yes("trigger:TRANSPORT.MESSAGE*");
        yes("TRIGGER:*received");
        no("trigger:transport");
        no("trigger=transport.*");
        no("trigger:\"transport.*\"");
        yes("trigger:consumption.*,transport.message*");
        no("trigger!=transport.*");
        yes("trigger!=consumption.*");
        yes("trigger~messager");
        yes("trigger~/message(Sent|Received)$/");
        no("trigger~/^message/");
        yes("family:message");
        yes("family:Message,file");
        no("family:request");
        yes("object:MSG*");
        yes("id:MSGq8Zr2LmT0vXa1cBd3");
        no("id:msgq8zr2lmt0vxa1cbd3");
        yes("peer:\"Hana Weiß\"");
        yes("peer:\"hana weiß\"");
        yes("peer:hana*");
        yes("peer:did:e:localhost:*");
        no("peer:Hana");
        yes("peer~HANA");
        yes("peer~/wei(ß|ss)/");
        yes("connection:\"riverside school\"");
        yes("via:webhook");
        yes("via:hook");
        yes("channel:sync,webhook");
        no("via:sync");
        yes("-via:sync");
        yes("since:1m");
        no("since:10s");
        yes("until:10s");
        no("until:1m");
        yes("since:2026-11-23T11:59:00Z until:2026-11-23T12:00:00Z");
        yes("since:2026-11-20");
        yes("lag>400ms");
        yes("lag<=431ms");
        no("lag>2s");
        yes("lag>-5m");
        yes("lag:431ms");
        yes("lag=0.4s,2s");
        no("lag:1s");
        no("lag!=0s");
        yes("created<2026-11-23T12:00:00Z");
        yes("created:2026-11-23T11:59:29.569Z");
        yes("created:2026-11-23T11:59Z");
        yes("created>5m");
        no("created<5m");
        yes("received:2026-11-23T11:59:30Z");
        yes("received>=2026-11-23T11:59:30Z");
        no("received>2026-11-23T11:59Z");
        yes("received<=2026-11-23T11:59Z");
        yes("seq:7");
        yes("seq>=7 seq<8");
        no("seq:1,2,3");
        yes("state:\"\"");
        yes("correlation:7d1f*");
        no("is:recovered");
        no("is:merged");
        no("is:failure");
        yes("-is:failure");
        yes("has:peer");
        yes("has:object has:time has:correlation");
        yes("size>100 size<1KB");
        no("size>1MB");
        yes("data.content.@type:Mail");
        yes("data.content.subject~certificate");
        yes("data.content.subject:\"re: your \\\"certificate\\\"\"");
        yes("data.content.subject~/^re:.*certificate.$/");
        no("data.content.subject:certificate");
        yes("data.content.to:did:e:b");
        yes("data.content.to.1:did:e:b");
        no("data.content.to.0:did:e:b");
        yes("data.content.items.n:2.5");
        yes("data.content.items.0.n:1");
        yes("data.content.items.n>2");
        no("data.content.items.n>3");
        yes("data.content.items.ok:true");
        yes("data.content.items.1.ok:null");
        yes("data.content.items.ok:*");
        yes("data.isOwn:false");
        yes("data.size:3");
        yes("data.createdAt>2026-11-01");
        no("data.createdAt>2026-12");
        no("data.nothing:*");
        yes("data.nothing!=x");
        yes("data.content:*");
        yes("certificate");
        yes("CERTIFICATE ulm");
        yes("\"your \\\"certificate\"");
        yes("grüße");
        yes("GRÜSSE or GRÜßE");
        yes("weiß");
        no("invoice");
        yes("messageReceived");
        yes("did:e:b");
        no("https://example.org");
        yes("/cert.?fic/");
        no("/hooks/a");
        yes("hello, or certificate");
        yes("certificate and ulm");
        yes("invoice or certificate");
        no("certificate not ulm");
        yes("not invoice");
        yes("not (invoice or bill)");
        no("not not invoice");
        yes("invoice or certificate and ulm");
        no("(invoice or certificate) and paris");
        yes("NOT invoice AND Ulm");
        yes("\"and\" or certificate");
        yes("trigger:transport.message* peer:\"Hana Weiß\" -via:sync since:30m "
            "data.content.subject~certificate \"aus ulm\"");
    }
    void matches() {
        QFETCH(QString, text);
        QFETCH(bool, expected);
        const SampleEvent event = mail();
        const Query query = parsed(text);
        QCOMPARE(query.matches(event.row()), expected);
        QCOMPARE(query.text(), text);
        QCOMPARE(query.isEmpty(), text.trimmed().isEmpty());
        // Broker bodies are the data alone, and files may carry the trigger elsewhere: the same answer.
        SampleEvent bare = event;
        const qsizetype end = bare.body.indexOf(",\"trigger\"");
        bare.body = bare.body.mid(8, end - 8);
        if (!text.contains(QLatin1String("size")))
            QCOMPARE(query.matches(bare.row()), expected);
        // SQL lets it through if it matches, and only then where it says that it is complete.
        QueryStore store({event});
        QCOMPARE(store.found(query).size(), expected ? size_t(1) : size_t(0));
    }

    void refuses_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("position");
        QTest::addColumn<int>("length");
        QTest::addColumn<QString>("word");
        const auto row = [](const char* text, int position, int length, const char* word) {
            QTest::newRow(text) << QString::fromUtf8(text) << position << length << QString::fromUtf8(word);
        };
        row("triger:x", 0, 6, "trigger");
        row("a pear:x", 2, 4, "peer");
        row("colour:x", 0, 6, "quotes");
        row("data:x", 0, 4, "path");
        row("trigger:", 8, 0, "“trigger:”");
        row("trigger: x", 8, 1, "value");
        row("trigger:a,", 10, 0, "value");
        row("trigger:(a or b)", 8, 1, "a,b");
        row("trigger:a,(b", 10, 1, "quotes");
        row("peer:\"Hana", 5, 1, "not closed");
        row("(a or b", 0, 1, "not closed");
        row("a)", 1, 1, "closes no");
        row("()", 1, 1, "expected");
        row("a or", 4, 0, "expected");
        row("or a", 0, 2, "expected");
        row("a or or b", 5, 2, "expected");
        row("and a", 0, 3, "between");
        row("a and and b", 6, 3, "between");
        row("a and", 5, 0, "expected");
        row("(a and )", 7, 1, "expected");
        row("not", 0, 3, "expected");
        row("a -", 2, 1, "expected");
        row("- a", 0, 1, "expected");
        row("since:soon", 6, 4, "time");
        row("since:1h,2h", 0, 11, "not a list");
        row("since>1h", 5, 1, "compared");
        row("since!=1h", 5, 2, "wants");
        row("until:2026-13-01", 6, 10, "time");
        row("created~x", 7, 1, "no text");
        row("lag>fast", 4, 4, "duration");
        row("lag>1s,2s", 0, 9, "not a list");
        row("seq:nan", 4, 3, "whole number");
        row("seq:1.5", 4, 3, "whole number");
        row("seq>99999999999999999999", 4, 20, "whole number");
        row("size>big", 5, 3, "size");
        row("via:pigeon", 4, 6, "webhook");
        row("via>sync", 3, 1, "compared");
        row("family:animals", 7, 7, "relationship");
        row("is:nice", 3, 4, "recovered");
        row("has:money", 4, 5, "correlation");
        row("trigger>x", 7, 1, "compared");
        row("data.a~/(/", 9, 1, "regular expression");
        row("trigger~/abc", 8, 1, "not closed");
    }
    void refuses() {
        QFETCH(QString, text);
        const auto query = Query::parse(text, now);
        QVERIFY(!query);
        QTEST(int(query.error().position), "position");
        QTEST(int(query.error().length), "length");
        QFETCH(QString, word);
        QVERIFY2(query.error().message.contains(word), qPrintable(query.error().message));
    }

    void staysBounded() {
        QVERIFY(!Query::parse(QString(20'000, QLatin1Char('x')), now));
        QVERIFY(!Query::parse(QString(5'000, QLatin1Char('(')), now));
        QVERIFY(!Query::parse(QString(5'000, QLatin1Char('-')) + QStringLiteral("a"), now));
        QVERIFY(!Query::parse(QStringLiteral("not ").repeated(2'000) + QStringLiteral("a"), now));
        QVERIFY(!Query::parse(QStringLiteral("a ").repeated(1'000), now));
        QVERIFY(!Query::parse(QStringLiteral("trigger:a") + QStringLiteral(",a").repeated(1'000), now));
        // The largest that is taken is still one that SQLite takes.
        QueryStore store({mail()});
        const QString wide = QStringLiteral("seq:7 or ").repeated(199) + QStringLiteral("seq:7");
        QCOMPARE(store.found(parsed(wide)).size(), size_t(1));
        const QString list = QStringLiteral("peer:a") + QStringLiteral(",b").repeated(199);
        QCOMPARE(store.found(parsed(list)).size(), size_t(0));
        const QString deep = QStringLiteral("(seq:7 or ").repeated(90) + QStringLiteral("a") +
                             QStringLiteral(")").repeated(90);
        QCOMPARE(store.found(parsed(deep)).size(), size_t(1));
    }

    void endsRunawayExpressions() {
        SampleEvent event = mail();
        event.body = "{\"data\":{\"x\":\"" + QByteArray(5'000, 'a') + "!\"},\"trigger\":\"a.b\"}";
        QVERIFY(!parsed(QStringLiteral("/(a+)+$/")).matches(event.row()));
        QVERIFY(!parsed(QStringLiteral("data.x~/(a|aa)+$/")).matches(event.row()));
    }

    void usesIndexes() {
        QueryStore store({mail()});
        QVERIFY(store.plan(parsed(QStringLiteral("id:MSG1"))).contains("event_objects"));
        QVERIFY(store.plan(parsed(QStringLiteral("peer:Hana"))).contains("events_peer"));
        QVERIFY(store.plan(parsed(QStringLiteral("trigger:transport.*"))).contains("events_trigger"));
        QVERIFY(store.plan(parsed(QStringLiteral("seq>5"))).contains("rowid>?"));
    }

    void saysWhetherColumnsSuffice_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("isComplete");
        QTest::addColumn<bool>("needsBody");
        const auto row = [](const char* text, bool isComplete, bool needsBody) {
            QTest::newRow(text) << QString::fromUtf8(text) << isComplete << needsBody;
        };
        row("", true, false);
        row("trigger:a.b peer:x since:1h -via:sync", true, false);
        row("not (trigger:a.* or object:X)", true, false);
        row("size>1KB", true, false);
        row("size>1KB family:message", false, true);
        row("family:message", false, false);
        row("peer:Weiß", false, false);
        row("trigger~/x/", false, false);
        row("word", false, true);
        row("data.a:b", false, true);
        row("is:failure", false, true);
        row("is:recovered", true, false);
        row("is:recovered,failure", false, true);
    }
    void saysWhetherColumnsSuffice() {
        QFETCH(QString, text);
        const Query::Sql sql = parsed(text).toSql();
        QTEST(sql.isComplete, "isComplete");
        QTEST(sql.needsBody, "needsBody");
        QCOMPARE(sql.where.count('?'), sql.bindings.size());
    }

    void sqlAndMatchesAgree() {
        QRandomGenerator random(42);
        std::vector<SampleEvent> events;
        for (int i = 0; i < 120; ++i)
            events.push_back(randomEvent(random, i + 1, now));
        QueryStore store(events);
        int found = 0;
        for (int i = 0; i < 4'000; ++i) {
            const QString text = randomQuery(random, 3);
            const auto query = Query::parse(text, now);
            QVERIFY2(query.ok(), qPrintable(text));
            std::vector<qint64> expected;
            for (const SampleEvent& event : events) {
                if (query->matches(event.row()))
                    expected.push_back(event.seq);
            }
            QVERIFY2(store.found(*query) == expected,
                     qPrintable(text + QLatin1Char('\n') + QLatin1String(query->toSql().where)));
            found += int(expected.size());
        }
        QVERIFY(found > 1'000);
    }

    void neverBreaks() {
        QRandomGenerator random(7);
        const QString letters = QStringLiteral("()\"\\/-:=!~<>,*. aornotdt1sé@");
        const SampleEvent event = mail();
        for (int i = 0; i < 20'000; ++i) {
            QString text;
            for (int length = int(random.bounded(24)); length > 0; --length)
                text.append(letters[int(random.bounded(int(letters.size())))]);
            const auto query = Query::parse(text, now);
            if (query) {
                const bool isMatch = query->matches(event.row());
                QVERIFY(isMatch || !query->isEmpty());
                continue;
            }
            QVERIFY(query.error().position >= 0 && query.error().length >= 0);
            QVERIFY(query.error().position + query.error().length <= text.size());
            QVERIFY(!query.error().message.isEmpty());
            for (const auto& proposal : Query::complete(text, text.size(), {}))
                QVERIFY(proposal.from >= 0 && proposal.from <= text.size());
        }
    }

    void completes_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("from");
        QTest::addColumn<QString>("first");
        const auto row = [](const char* text, int from, const char* first) {
            QTest::newRow(text) << QString::fromUtf8(text) << from << QString::fromUtf8(first);
        };
        row("", 0, "trigger:");
        row("tr", 0, "trigger:");
        row("a -vi", 3, "via:");
        row("(fam", 1, "family:");
        row("la", 0, "lag>");
        row("dat", 0, "data.");
        row("a an", 2, "and ");
        row("trigger:", 8, "transport.messageSent");
        row("trigger:cons", 8, "consumption.messageProcessed");
        row("trigger=cons", 8, "consumption.messageProcessed");
        row("trigger!=cons", 9, "consumption.messageProcessed");
        row("trigger:x,cons", 10, "consumption.messageProcessed");
        row("peer:han", 5, "\"Hana Weiß\"");
        row("peer:\"Hana W", 5, "\"Hana Weiß\"");
        row("via:we", 4, "webhook");
        row("is:", 3, "recovered");
        row("since:to", 6, "today");
        row("nofield:x", -1, "");
        row("\"free te", -1, "");
        row("trigger:zzz", -1, "");
    }
    void completes() {
        QFETCH(QString, text);
        QFETCH(int, from);
        const auto values = [](const QString& field) {
            if (field == QLatin1String("trigger"))
                return QStringList{QStringLiteral("transport.messageSent"),
                                   QStringLiteral("consumption.messageProcessed")};
            return field == QLatin1String("peer") ? QStringList{QString::fromUtf8("Hana Weiß")}
                                                  : QStringList();
        };
        const auto list = Query::complete(text, text.size(), values);
        QCOMPARE(list.isEmpty() ? -1 : int(list.front().from), from);
        if (from < 0)
            return;
        QTEST(list.front().text, "first");
        // What is proposed can be read, once a field has its value.
        const QString completed = text.left(from) + list.front().text;
        if (!completed.contains(QLatin1Char('(')) && !QStringLiteral(":.> ").contains(completed.back()))
            QVERIFY2(Query::parse(completed, now).ok(), qPrintable(completed));
    }

    void completesAnywhere() {
        QVERIFY(!Query::complete(QStringLiteral("tri foo"), 3, {}).isEmpty());
        QVERIFY(Query::complete(QStringLiteral("x"), 99, {}).isEmpty());
        QVERIFY(Query::complete(QStringLiteral("trigger:a"), -5, {}).size() > 5);
    }
};

QTEST_APPLESS_MAIN(TestQuery)
#include "tst_query.moc"
