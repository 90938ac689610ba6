// SPDX-License-Identifier: MIT
#include <meshwatch/events/query.h>

#include <QRandomGenerator>
#include <QTest>

#include <sqlite3.h>

using namespace meshwatch;

namespace {

/// Sunday, 2026-11-22 12:00 UTC.
constexpr Micros now{1'795'348'800'000'000};

QueryRow sampleRow() {
    QueryRow row;
    row.seq = 7;
    row.receivedAt = {now.value - 60'000'000};
    row.createdAt = {now.value - 63'000'000};
    row.channels = Channel::Webhook;
    row.connection = u"Riverside School";
    row.trigger = "transport.messageReceived";
    row.object = "MSG1";
    row.peer = "did:e:localhost:dids:8f21";
    row.peerName = u"Hana Weiss";
    row.correlationId = "7d1fc2";
    row.state = "";
    row.body = "{\"data\":{\"id\":\"MSG1\",\"content\":{\"subject\":\"Your Certificate\",\"n\":5,\"ok\":true,"
               "\"items\":[{\"@type\":\"Read\"},{\"@type\":\"Consent\"}]}},\"trigger\":\"transport.messageReceived\"}";
    return row;
}

} // namespace

class TestQuery : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void matches_data() {
        QTest::addColumn<bool>("isMatch");
        for (const char* text : {"",
                                 "trigger:transport.message*",
                                 "trigger:TRANSPORT.messagereceived",
                                 "trigger:a.b,transport.messageReceived",
                                 "peer:\"Hana Weiss\"",
                                 "peer:hana*",
                                 "peer:did:e:localhost:dids:8f21",
                                 "peer~weiss",
                                 "object:MSG1",
                                 "id=MSG1",
                                 "-via:sync",
                                 "not via:sync",
                                 "via:hook",
                                 "via!=amqp,mqtt",
                                 "since:30m",
                                 "until:5s",
                                 "lag>2s",
                                 "lag<=3s",
                                 "lag=3s",
                                 "certificate",
                                 "\"your certificate\"",
                                 "data.content.subject~certificate",
                                 "data.content.subject:\"your certificate\"",
                                 "data.content.subject:your*",
                                 "data.content.subject~/cert.+te$/",
                                 "data.content.n:5",
                                 "data.content.n>4",
                                 "data.content.n<=5",
                                 "data.content.ok:true",
                                 "data.content.items.@type:Consent",
                                 "data.content.items.1.@type:Consent",
                                 "data.content:*",
                                 "seq:7",
                                 "seq>=7 seq<8",
                                 "connection:\"riverside school\"",
                                 "family:message or family:request",
                                 "has:peer has:time",
                                 "size<1KB",
                                 "correlation:7d1*",
                                 "(trigger:x.y or peer:hana*) and certificate",
                                 "trigger:x.y or (peer:hana* and not lag>10s)",
                                 "not (a or b) or c",
                                 "weiss"})
            QTest::newRow(text) << true;
        for (const char* text : {"trigger:transport.message", "trigger:\"transport.message*\"", "-certificate", "peer:Weiss",
                                 "object:msg1", "via:sync", "since:10s", "until:2h", "lag>3s", "is:recovered", "is:merged",
                                 "data.content.n:6", "data.content.none:*", "data.content.items.0.@type:Consent",
                                 "nothing like this", "seq!=7", "has:object -has:object", "size>1KB",
                                 "trigger:x.y or peer:jon*", "data.content.subject=your"})
            QTest::newRow(text) << false;
    }
    void matches() {
        QFETCH(bool, isMatch);
        const auto query = Query::parse(QLatin1String(QTest::currentDataTag()), now);
        QVERIFY2(query.ok(), query.ok() ? "" : qPrintable(query.error().message));
        QCOMPARE(query->matches(sampleRow()), isMatch);
    }

    void namesThePlaceOfAnError_data() {
        QTest::addColumn<int>("position");
        QTest::addColumn<int>("length");
        QTest::addColumn<QString>("part");
        const auto row = [](const char* text, int position, int length, const char* part) {
            QTest::newRow(text) << position << length << QString::fromLatin1(part);
        };
        row("trigge:x", 0, 6, "trigger");
        row("peer:x and zzz:y", 11, 3, "zzz");
        row("peer:", 5, 0, "peer");
        row("peer:\"x", 5, 1, "quote");
        row("(a or b", 0, 1, "not closed");
        row("a)", 1, 1, "(");
        row("a or", 4, 0, "or");
        row("and a", 0, 3, "and");
        row("since:soon", 6, 4, "time");
        row("lag>x", 4, 1, "duration");
        row("via:pigeon", 4, 6, "webhook");
        row("family:cats", 7, 4, "family");
        row("is:nice", 3, 4, "recovered");
        row("seq:x", 4, 1, "number");
        row("size>big", 5, 3, "size");
        row("peer>5", 5, 1, "compared");
        row("data.x~/(/", 9, 1, "expression");
        row("data.x~/abc", 7, 1, "closed");
        row("not", 0, 3, "expected");
        row("()", 1, 1, "expected");
        row("http://x", 0, 4, "quotes");
    }
    void namesThePlaceOfAnError() {
        QFETCH(int, position);
        QFETCH(int, length);
        QFETCH(QString, part);
        const auto query = Query::parse(QLatin1String(QTest::currentDataTag()), now);
        QVERIFY(!query.ok());
        QVERIFY2(query.error().message.contains(part), qPrintable(query.error().message));
        QCOMPARE(int(query.error().position), position);
        QCOMPARE(int(query.error().length), length);
    }

    void survivesNonsense() {
        QVERIFY(!Query::parse(QString(5000, QLatin1Char('('))).ok());
        QVERIFY(!Query::parse(QString(20'000, QLatin1Char('a'))).ok());
        QVERIFY(!Query::parse(QString(500, QLatin1Char('-')) + QLatin1String("a")).ok());
        auto* random = QRandomGenerator::global();
        const QString alphabet = QStringLiteral("ab:\"()-,*~/=<>! orndt.");
        for (int i = 0; i < 2000; ++i) {
            QString text;
            for (int j = random->bounded(30); j > 0; --j)
                text.append(alphabet[random->bounded(int(alphabet.size()))]);
            const auto query = Query::parse(text);
            if (query)
                (void)query->matches(sampleRow());
            else
                QVERIFY(query.error().position <= text.size());
        }
    }

    /// What SQL lets through and matches() confirms is what matches() alone finds.
    void sqlAndMemoryAgree();

    void completes() {
        const auto values = [](const QString& field) {
            return field == QLatin1String("peer") ? QStringList{QStringLiteral("Hana Weiss"), QStringLiteral("Jon")} : QStringList();
        };
        auto list = Query::complete(QStringLiteral("tri"), 3, values);
        QCOMPARE(list.front().text, QStringLiteral("trigger:"));
        QCOMPARE(list.front().from, qsizetype(0));
        list = Query::complete(QStringLiteral("a -via:s"), 8, values);
        QCOMPARE(list.front().text, QStringLiteral("sync"));
        QCOMPARE(list.front().from, qsizetype(7));
        list = Query::complete(QStringLiteral("peer:ha"), 7, values);
        QCOMPARE(list.size(), 1);
        QCOMPARE(list.front().text, QStringLiteral("\"Hana Weiss\""));
    }
};

void TestQuery::sqlAndMemoryAgree() {
    sqlite3* database = nullptr;
    QCOMPARE(sqlite3_open(":memory:", &database), SQLITE_OK);
    QCOMPARE(sqlite3_exec(database,
                          "CREATE TABLE triggers(id INTEGER PRIMARY KEY, name TEXT);"
                          "CREATE TABLE peers(id INTEGER PRIMARY KEY, address TEXT, name TEXT);"
                          "CREATE TABLE connections(id INTEGER PRIMARY KEY, name TEXT);"
                          "CREATE TABLE events(seq INTEGER PRIMARY KEY, received INT, created INT, connection_id INT, "
                          "trigger_id INT, object TEXT, peer_id INT, channels INT, recovered INT, arrivals INT, "
                          "correlation TEXT, state TEXT);"
                          "INSERT INTO triggers VALUES(1,'transport.messageReceived'),(2,'consumption.attributeCreated'),"
                          "(3,'odd.na[me]?x');"
                          "INSERT INTO peers VALUES(1,'did:e:x:dids:1','Hana Weiss'),(2,'did:e:x:dids:2',''),"
                          "(3,'did:e:x:dids:3','\xc3\x84nne');"
                          "INSERT INTO connections VALUES(1,'Riverside'),(2,'City');",
                          nullptr, nullptr, nullptr),
             SQLITE_OK);
    const QByteArrayList triggers{"", "transport.messageReceived", "consumption.attributeCreated", "odd.na[me]?x"};
    const QByteArrayList peers{"", "did:e:x:dids:1", "did:e:x:dids:2", "did:e:x:dids:3"};
    const QStringList peerNames{QString(), QStringLiteral("Hana Weiss"), QString(), QStringLiteral("\u00c4nne")};
    const QStringList connections{QString(), QStringLiteral("Riverside"), QStringLiteral("City")};
    const QByteArrayList states{"", "Open", "Completed"};
    const QByteArray bodies[] = {"{\"data\":{\"a\":1,\"s\":\"Foo\"},\"trigger\":\"x.y\"}", "{\"trigger\":\"x.y\"}",
                                 "{\"data\":{\"a\":[2,3],\"s\":null},\"trigger\":\"x.y\"}"};
    QRandomGenerator random(4711);
    std::vector<QueryRow> rows;
    std::vector<QByteArray> objects;
    objects.reserve(200);
    for (int i = 1; i <= 200; ++i) {
        QueryRow row;
        row.seq = i;
        row.receivedAt = {now.value - random.bounded(1000) * 1'000'000LL};
        row.createdAt = {random.bounded(3) == 0 ? 0 : row.receivedAt.value - random.bounded(5000) * 1000LL};
        const int trigger = random.bounded(1, 4), peer = random.bounded(4), connection = random.bounded(1, 3);
        row.trigger = triggers[trigger];
        row.peer = peers[peer];
        row.peerName = peerNames[peer];
        row.connection = connections[connection];
        objects.push_back(random.bounded(4) == 0 ? QByteArray() : "MSG" + QByteArray::number(random.bounded(5)));
        row.object = objects.back();
        row.state = states[random.bounded(3)];
        row.correlationId = random.bounded(2) ? QByteArrayView("c1") : QByteArrayView();
        row.channels = Channel(random.bounded(8));
        row.isRecovered = random.bounded(5) == 0;
        row.arrivals = random.bounded(1, 3);
        row.body = bodies[random.bounded(3)];
        rows.push_back(row);
        const auto text = [](QByteArrayView value) {
            return value.isEmpty() ? QByteArray("NULL") : QByteArray("'" + value.toByteArray() + "'");
        };
        const QByteArrayList values{QByteArray::number(i), QByteArray::number(row.receivedAt.value),
                                    QByteArray::number(row.createdAt.value), QByteArray::number(connection),
                                    QByteArray::number(trigger), text(row.object), peer ? QByteArray::number(peer) : "NULL",
                                    QByteArray::number(row.channels.bits()), QByteArray::number(int(row.isRecovered)),
                                    QByteArray::number(row.arrivals), text(row.correlationId),
                                    QByteArray("'" + row.state.toByteArray() + "'")};
        const QByteArray insert = "INSERT INTO events VALUES(" + values.join(',') + ")";
        QCOMPARE(sqlite3_exec(database, insert.constData(), nullptr, nullptr, nullptr), SQLITE_OK);
    }
    const QStringList terms{
        QStringLiteral("trigger:transport.*"), QStringLiteral("trigger!=transport.*"), QStringLiteral("trigger~ATTR"),
        QStringLiteral("trigger:odd.na[me]?x"), QStringLiteral("trigger:\"*\""), QStringLiteral("trigger~/mess.*ved/"),
        QStringLiteral("peer:\"Hana Weiss\""), QStringLiteral("peer!=hana*"), QStringLiteral("peer:*"),
        QStringLiteral("peer:\u00c4nne"), QStringLiteral("peer~did"), QStringLiteral("object:MSG1,MSG2"),
        QStringLiteral("object!=MSG1"), QStringLiteral("object:MSG*"), QStringLiteral("connection:city"),
        QStringLiteral("via:webhook,sync"), QStringLiteral("via!=webhook"), QStringLiteral("since:5m"),
        QStringLiteral("until:3m"), QStringLiteral("lag>2s"), QStringLiteral("lag!=1s"), QStringLiteral("created>10m"),
        QStringLiteral("seq>100"), QStringLiteral("seq:5,6,7"), QStringLiteral("seq!=5,6"), QStringLiteral("state:open"),
        QStringLiteral("state!=open"), QStringLiteral("correlation:c1"), QStringLiteral("correlation!=c1"),
        QStringLiteral("is:recovered"), QStringLiteral("is!=merged"), QStringLiteral("has:object,peer"),
        QStringLiteral("has!=time"), QStringLiteral("family:message"), QStringLiteral("data.a:1"),
        QStringLiteral("data.a>1"), QStringLiteral("data.s~foo"), QStringLiteral("data.s!=Foo"), QStringLiteral("foo"),
        QStringLiteral("size>40")};
    for (int round = 0; round < 600; ++round) {
        QString text = terms[round % terms.size()];
        for (int more = round < terms.size() ? 0 : random.bounded(4); more > 0; --more) {
            const QString term = (random.bounded(3) == 0 ? QStringLiteral("-") : QString()) + terms[random.bounded(int(terms.size()))];
            text = random.bounded(2) ? QStringLiteral("(%1) or %2").arg(text, term) : QStringLiteral("not (%1) %2").arg(text, term);
        }
        const auto query = Query::parse(text, now);
        QVERIFY2(query.ok(), qPrintable(text + QStringLiteral(": ") + (query.ok() ? QString() : query.error().message)));
        const auto sql = query->toSql();
        const QByteArray select = "SELECT seq FROM events WHERE " + sql.where;
        sqlite3_stmt* statement = nullptr;
        QVERIFY2(sqlite3_prepare_v2(database, select.constData(), -1, &statement, nullptr) == SQLITE_OK,
                 sqlite3_errmsg(database));
        for (int i = 0; i < sql.bindings.size(); ++i) {
            if (sql.bindings[i].typeId() == QMetaType::QByteArray) {
                const QByteArray bytes = sql.bindings[i].toByteArray();
                sqlite3_bind_text(statement, i + 1, bytes.constData(), int(bytes.size()), SQLITE_TRANSIENT);
            } else {
                sqlite3_bind_int64(statement, i + 1, sql.bindings[i].toLongLong());
            }
        }
        QSet<qint64> selected;
        while (sqlite3_step(statement) == SQLITE_ROW)
            selected.insert(sqlite3_column_int64(statement, 0));
        sqlite3_finalize(statement);
        for (const QueryRow& row : rows) {
            const bool inMemory = query->matches(row);
            const bool inStore = selected.contains(row.seq) && (sql.isComplete || inMemory);
            QVERIFY2(inMemory == inStore, qPrintable(QStringLiteral("%1 on row %2").arg(text).arg(row.seq)));
        }
    }
    sqlite3_close(database);
}

QTEST_APPLESS_MAIN(TestQuery)
#include "tst_query.moc"
