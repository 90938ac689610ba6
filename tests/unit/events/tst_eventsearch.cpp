// SPDX-License-Identifier: MIT
// Searches over a store that pass over what cannot match: by time, and by free text alone.
#include "storefolder.h"

#include <QTest>

#include <atomic>
#include <functional>

using namespace meshwatch;

namespace {

constexpr qint64 second = 1'000'000;
/// 2026-01-01T00:00:00Z
constexpr qint64 start = 1'767'225'600 * second;
/// Three times what a row of `event_times` stands for, and a little.
constexpr int many = 50'000;

/// Mostly a second apart; for a while the clock was two days ahead, and later a file brought older ones.
qint64 receivedAt(int number) {
    const qint64 moved = number > 20'000 && number < 20'100   ? 2 * 86'400 * second
                         : number > 40'000 && number < 40'010 ? -86'400 * second
                                                              : 0;
    return start + number * second + moved;
}

} // namespace

class TestEventSearch : public QObject, StoreFolder {
    Q_OBJECT

    using Wanted = std::function<bool(qint64)>;

    [[nodiscard]] std::vector<qint64> found(const QString& filter, int limit = many) const {
        const auto query = Query::parse(filter);
        if (!query)
            qFatal("%s", qPrintable(query.error().message));
        const auto from = reader();
        const std::atomic<bool> never = false;
        std::vector<qint64> seqs;
        const auto range = from->range();
        EventSeq next = range.last;
        while (next.isValid()) {
            const auto part = from->search(*query, next, range.first, limit, 1000, never);
            if (part.failure)
                qFatal("%s", qPrintable(part.failure->message));
            for (const EventSeq seq : part.seqs)
                seqs.push_back(seq.value);
            next = part.next;
        }
        std::vector<qint64> listed;
        (void)from->forEach(*query, {1}, [&listed](const Event& event) {
            listed.insert(listed.begin(), event.row.seq.value);
            return listed.size() < 1000;
        });
        if (listed.size() < 1000 && listed != seqs)
            qFatal("forEach() finds others than search()");
        return seqs;
    }

    void addMany(EventStore& store) {
        for (int first = 1; first <= many; first += 10'000) {
            std::vector<Arrival> batch;
            for (int i = first; i < first + 10'000; ++i)
                batch.push_back(arrival(message(i), Channel::Webhook, QByteArray::number(i), receivedAt(i)));
            store.append(std::move(batch), {});
            store.flush();
        }
    }

    void checkTimes(EventSeq first = {1}) {
        const auto at = [](int hour, int minute) { return start + (hour * 60 + minute) * 60 * second; };
        const QList<std::pair<const char*, Wanted>> filters{
            {"received>=2026-01-01T05:00:00Z received<2026-01-01T06:00:00Z",
             [&](qint64 t) { return t >= at(5, 0) && t < at(6, 0); }},
            {"received>2026-01-02T20:00:00Z", [&](qint64 t) { return t > at(44, 0); }},
            {"received<=2025-12-31T23:00:00Z", [&](qint64 t) { return t <= at(-1, 0); }},
            {"received:2026-01-01T13:53Z", [&](qint64 t) { return t >= at(13, 53) && t < at(13, 54); }},
            {"since:2026-01-01T13:50:00Z until:2026-01-01T13:51:00Z",
             [&](qint64 t) { return t >= at(13, 50) && t < at(13, 51); }},
            {"received<2026-01-01T00:01:00Z or received>=2026-01-03T05:34:30Z",
             [&](qint64 t) { return t < at(0, 1) || t >= at(53, 34) + 30 * second; }},
            {"not received<2026-01-01T13:53:00Z", [&](qint64 t) { return t >= at(13, 53); }},
            {"received:2026-01-01T01:00Z,2026-01-01T12:00Z",
             [&](qint64 t) { return (t >= at(1, 0) && t < at(1, 1)) || (t >= at(12, 0) && t < at(12, 1)); }},
            {"received>2030-01-01", [](qint64) { return false; }},
            {"received>=2026-01-02T00:00:00Z (MSG20050 or MSG20051)",
             [](qint64 t) { return t == receivedAt(20'050) || t == receivedAt(20'051); }}};
        for (const auto& [filter, wanted] : filters) {
            std::vector<qint64> expected;
            for (int i = many; i >= first.value; --i) {
                if (wanted(receivedAt(i)))
                    expected.push_back(i);
            }
            QVERIFY2(found(QString::fromLatin1(filter)) == expected, filter);
        }
    }

private Q_SLOTS:
    void init() { renewFolder(); }

    void findsByTime() {
        auto store = open();
        addMany(*store);
        QCOMPARE(run("SELECT count(*) FROM event_times"), qint64(3));
        checkTimes();
        // A full span is known after a restart in the middle of it, and removed with its events.
        store.reset();
        store = open();
        store->setRetention({0, 30'000, 0});
        store->flush();
        QTRY_COMPARE(reader()->range().first.value, qint64(many - 30'000 + 1));
        QCOMPARE(run("SELECT min(last_seq) FROM event_times"), qint64(2 * 16'384 - 1));
        checkTimes({many - 30'000 + 1});
    }

    void knowsTheTimesOfASpanThatWasBegunBefore() {
        auto store = open();
        addMany(*store);
        run("DELETE FROM event_times WHERE last_seq > 32000");
        store.reset();
        store = open();
        std::vector<Arrival> rest;
        for (int i = many + 1; i <= 4 * 16'384; ++i)
            rest.push_back(arrival(message(i), Channel::Webhook, QByteArray::number(i), receivedAt(i)));
        store->append(std::move(rest), {});
        store->flush();
        QCOMPARE(run("SELECT oldest FROM event_times WHERE last_seq = 65535"), receivedAt(3 * 16'384));
        QCOMPARE(run("SELECT newest FROM event_times WHERE last_seq = 65535"), receivedAt(65'535));
    }

    void bringsVersion5UpToDate() {
        auto store = open();
        addMany(*store);
        store.reset();
        run("DROP TABLE event_times; PRAGMA user_version=5");
        checkTimes();
        store = open();
        QVERIFY(!store->opening().wasDamaged);
        QCOMPARE(run("SELECT count(*) FROM event_times"), qint64(3));
        QCOMPARE(run("SELECT newest FROM event_times WHERE last_seq = 32767"), receivedAt(20'099));
        checkTimes();
    }

    void findsText_data() {
        QTest::addColumn<QString>("filter");
        QTest::addColumn<QList<int>>("numbers");
        QTest::newRow("in a body") << "MSG7" << QList<int>{7};
        QTest::newRow("whatever the case") << "msg7" << QList<int>{7};
        QTest::newRow("nowhere") << "MSG9000" << QList<int>{};
        QTest::newRow("in all") << "MSG" << QList<int>{10, 9, 8, 7, 6, 5, 4, 3, 2, 1};
        QTest::newRow("in the name of the trigger") << "relationshipChanged" << QList<int>{10};
        QTest::newRow("in the name of the peer") << "hana" << QList<int>{9, 8};
        QTest::newRow("in the name and in a body") << "Weiß" << QList<int>{9, 8, 5};
        QTest::newRow("with a quotation mark") << "\"say \\\"yes\\\"\"" << QList<int>{6};
        QTest::newRow("both") << "MSG isOwn \"MSG3\"" << QList<int>{3};
        QTest::newRow("either") << "MSG3 or MSG4" << QList<int>{4, 3};
        QTest::newRow("one of a list") << "(MSG3 or MSG4) -MSG4" << QList<int>{3};
        QTest::newRow("not") << "-MSG1 -MSG2 -MSG3 -MSG4 -MSG5 -MSG6 -MSG7 -MSG8" << QList<int>{9};
        QTest::newRow("expression") << "/MSG[45]\"/" << QList<int>{5, 4};
        QTest::newRow("nothing, as peers without a name have")
            << "/^$/" << QList<int>{10, 7, 6, 5, 4, 3, 2, 1};
        QTest::newRow("and a path") << "yes data.id:MSG6" << QList<int>{6};
        QTest::newRow("and a column") << "MSG is:recovered" << QList<int>{};
    }
    void findsText() {
        QFETCH(QString, filter);
        QFETCH(QList<int>, numbers);
        auto store = open();
        for (int i = 1; i <= 10; ++i) {
            QByteArray body = message(i);
            if (i == 5)
                body.replace("\"isOwn\"", "\"title\":\"Weiß\",\"isOwn\"");
            if (i == 6)
                body.replace("\"isOwn\"", "\"title\":\"say \\\"yes\\\"\",\"isOwn\"");
            if (i == 8 || i == 9)
                body.replace("\"peer\"", "\"hw\"");
            if (i == 10)
                body.replace("transport.messageReceived", "transport.relationshipChanged");
            QVERIFY(add(*store, arrival(body, Channel::Webhook, QByteArray::number(i))));
        }
        store->setPeerName("hw", QStringLiteral("Hana Weiß"));
        store->flush();
        const std::vector<qint64> expected(numbers.begin(), numbers.end());
        QCOMPARE(found(filter), expected);
        QCOMPARE(found(filter, 1), expected);
    }
};

QTEST_GUILESS_MAIN(TestEventSearch)
#include "tst_eventsearch.moc"
