// SPDX-License-Identifier: MIT
#include "storefolder.h"

#include <QFile>
#include <QSignalSpy>
#include <QTest>

using namespace meshwatch;

class TestEventStore : public QObject, StoreFolder {
    Q_OBJECT

private Q_SLOTS:
    void init() { renewFolder(); }

    void keepsWhatItAcknowledges() {
        const QByteArray body = " {\"trigger\":\"transport.messageReceived\" ,\"data\":{\"id\":\"MSG1\"}}\n";
        {
            auto store = open();
            QVERIFY(add(*store, arrival(body)));
        }
        auto store = open();
        const auto event = reader()->event({1});
        QVERIFY(event.has_value());
        QCOMPARE(event->body, body);
        QCOMPARE(event->row.trigger, QStringLiteral("transport.messageReceived"));
        QCOMPARE(event->row.object, QStringLiteral("MSG1"));
        QCOMPARE(event->correlationId, QByteArray("c1"));
        QCOMPARE(event->arrivals.size(), size_t(1));
        QCOMPARE(event->arrivals.front().headers, QByteArray("content-type: application/json\n"));
        QCOMPARE(event->data(), QByteArray("{\"id\":\"MSG1\"}"));
    }

    void importingTwiceAddsNothing() {
        auto store = open();
        for (int i = 0; i < 2; ++i)
            QVERIFY(add(*store, arrival(message(1), Channel::File, "", 5'000'123)));
        QVERIFY(add(*store, arrival(message(1), Channel::File, "", 9'000'000)));
        QCOMPARE(reader()->range().count(), qint64(2));
    }

    void tellsRangesNotRows() {
        auto store = open();
        QSignalSpy appended(store.get(), &EventStore::appended);
        std::vector<Arrival> many;
        for (int i = 0; i < 1000; ++i)
            many.push_back(arrival(message(i), Channel::Webhook, QByteArray::number(i)));
        store->append(std::move(many), {});
        store->flush();
        QTRY_VERIFY(!appended.isEmpty());
        QCOMPARE(appended.first().at(0).value<EventSeq>().value, qint64(1));
        QTRY_COMPARE(appended.last().at(1).value<EventSeq>().value, qint64(1000));
        QVERIFY(appended.size() < 20);
    }

    void refusesWhatIsTooLargeForARow() {
        auto store = open();
        Arrival large = arrival(message(1));
        large.body = QByteArray(EventStore::maxBodyBytes + 1, Qt::Uninitialized);
        QVERIFY(!add(*store, std::move(large)));
        QVERIFY(add(*store, arrival(message(2))));
    }

    void isReadByItsOwnerOnly() {
        const auto store = open();
        QVERIFY(!(QFile::permissions(path()) & (QFile::ReadGroup | QFile::ReadOther)));
    }

    void bringsVersion1UpToDate() {
        {
            auto store = open();
            for (int i = 1; i <= 3; ++i)
                QVERIFY(add(*store, arrival(message(i))));
        }
        {
            constexpr char back[] =
                "DROP VIEW objects; DROP TABLE event_objects; DROP TABLE lookup_progress;"
                "DROP TABLE sources; DROP TABLE deliveries; DROP TABLE gaps; DROP TABLE event_times;"
                "DROP TABLE quarantine; CREATE TABLE quarantine(id INTEGER PRIMARY KEY, received INTEGER NOT "
                "NULL, "
                "connection_id INTEGER NOT NULL, path TEXT NOT NULL, headers BLOB, body BLOB, "
                "body_size INTEGER NOT NULL, reason TEXT NOT NULL);"
                "INSERT INTO quarantine VALUES(1, 2, 1, '/a', 'h: v', 'body', 4, 'why');"
                "CREATE TABLE event_digests(digest INTEGER NOT NULL, correlation_hash INTEGER NOT NULL, "
                "seq INTEGER NOT NULL, PRIMARY KEY(digest, correlation_hash, seq)) WITHOUT ROWID;"
                "CREATE TABLE event_objects(object TEXT NOT NULL, seq INTEGER NOT NULL, "
                "PRIMARY KEY(object, seq)) WITHOUT ROWID;"
                "INSERT INTO event_objects SELECT object, seq FROM events;"
                "CREATE TABLE lookup_progress(seq INTEGER NOT NULL); INSERT INTO lookup_progress VALUES(3);"
                "CREATE VIEW objects AS SELECT object, seq FROM event_objects; PRAGMA user_version=1";
            run(back);
        }
        QCOMPARE(reader()->ofObject("MSG2"), std::vector<EventSeq>{{2}});
        auto store = open();
        QVERIFY(!store->opening().wasDamaged);
        QVERIFY(reader()->quarantinedCount() == 1 && !reader()->quarantined(10).front().isDrill);
        QCOMPARE(reader()->ofObject("MSG2"), std::vector<EventSeq>{{2}});
        QVERIFY(add(*store, arrival(message(2))));
        QCOMPARE(reader()->range().count(), qint64(3));
        QCOMPARE(reader()->event({2})->row.arrivals, 2);
    }

    void keepsOnlyTheNewest() {
        auto store = open();
        std::vector<Arrival> many;
        for (int i = 0; i < 100; ++i)
            many.push_back(arrival(message(i), Channel::Webhook, QByteArray::number(i), Micros::now().value));
        store->append(std::move(many), {});
        store->flush();
        QSignalSpy trimmed(store.get(), &EventStore::trimmed);
        store->setRetention({0, 10, 0});
        store->flush();
        QTRY_COMPARE(trimmed.size(), 1);
        QCOMPARE(reader()->range().first.value, qint64(91));
        QCOMPARE(reader()->range().count(), qint64(10));
    }

    void dropsWhatIsTooOld() {
        auto store = open();
        const qint64 now = Micros::now().value, day = 86'400'000'000;
        for (int i = 0; i < 4; ++i)
            QVERIFY(add(*store,
                        arrival(message(i), Channel::Webhook, QByteArray::number(i), now - (3 - i) * day)));
        store->setRetention({2, 0, 0});
        store->flush();
        QTRY_COMPARE(reader()->range().first.value, qint64(3));
    }

    void quarantinesWithALimit() {
        auto store = open();
        for (int i = 0; i < 1005; ++i)
            store->quarantine({{i + 1},
                               {1},
                               QStringLiteral("/a"),
                               "h: v\n",
                               QByteArray(100'000, 'x'),
                               100'000,
                               QStringLiteral("why")});
        store->flush();
        const auto read = reader();
        QCOMPARE(read->quarantinedCount(), 1000);
        const auto newest = read->quarantined(1);
        QCOMPARE(newest.front().body.size(), qsizetype(65'536));
        QCOMPARE(newest.front().bodySize, qint64(100'000));
        store->clearQuarantine();
        store->flush();
        QCOMPARE(reader()->quarantinedCount(), 0);
    }

    /// A drill that refuses much does not push out what was refused for its own fault.
    void keepsDrillsApart() {
        auto store = open();
        QuarantinedBody body;
        body.connection = {1};
        body.path = QStringLiteral("/a");
        body.receivedAt = {1};
        body.reason = QStringLiteral("no event");
        store->quarantine(body);
        body.isDrill = true;
        for (int i = 0; i < EventStore::maxQuarantined + 5; ++i) {
            body.receivedAt = {i + 2};
            store->quarantine(body);
            if (i % 100 == 0)
                store->flush();
        }
        store->flush();
        const auto list = reader()->quarantined(2000);
        QCOMPARE(list.size(), size_t(EventStore::maxQuarantined + 1));
        QCOMPARE(list.back().reason, QStringLiteral("no event"));
        QVERIFY(list.front().isDrill && !list.back().isDrill);
        store->clearQuarantine();
        store->quarantine(body);
        store->flush();
        QCOMPARE(reader()->quarantinedCount(), 1);
    }

    void learnsPeerNames() {
        auto store = open();
        const auto attribute = [](const char* id, const char* type, const char* value) -> QByteArray {
            return QByteArray("{\"data\":{\"@type\":\"PeerIdentityAttribute\",\"id\":\"") + id +
                   "\",\"peer\":\"peer\",\"content\":{\"value\":{\"@type\":\"" + type + "\",\"value\":\"" +
                   value + "\"}}},\"trigger\":\"consumption.attributeCreated\"}";
        };
        QVERIFY(add(*store, arrival(message(1))));
        QVERIFY(add(*store, arrival(attribute("ATT1", "GivenName", "Hana"), Channel::Webhook, "1")));
        QVERIFY(add(*store, arrival(attribute("ATT2", "Surname", "Weiss"), Channel::Webhook, "2")));
        QCOMPARE(reader()->event({1})->row.peerName, QStringLiteral("Hana Weiss"));
        QVERIFY(add(*store, arrival(attribute("ATT3", "DisplayName", "Hana W."), Channel::Webhook, "3")));
        QCOMPARE(reader()->event({1})->row.peerName, QStringLiteral("Hana W."));
    }

    void searchesNewestFirstInSlices() {
        auto store = open();
        std::vector<Arrival> many;
        for (int i = 0; i < 500; ++i)
            many.push_back(arrival(message(i), Channel::Webhook, QByteArray::number(i)));
        store->append(std::move(many), {});
        store->flush();
        const auto read = reader();
        const auto query = Query::parse(QStringLiteral("object:MSG*7"));
        QVERIFY(query.ok());
        const std::atomic<bool> never = false;
        auto found = read->search(*query, {500}, {1}, 10, 1000, never);
        QCOMPARE(found.seqs.size(), size_t(10));
        QCOMPARE(found.seqs.front().value, qint64(498));
        QVERIFY(found.next.isValid());
        size_t total = found.seqs.size();
        while (found.next.isValid()) {
            found = read->search(*query, found.next, {1}, 10, 1000, never);
            total += found.seqs.size();
        }
        QCOMPARE(total, size_t(50));
        const std::atomic<bool> always = true;
        QVERIFY(read->search(*query, {500}, {1}, 10, 1000, always).seqs.empty());
    }

    void remembersMarks() {
        auto store = open();
        store->setMark({1}, QStringLiteral("m"), QStringLiteral("v1"));
        store->setMark({1}, QStringLiteral("m"), QStringLiteral("v2"));
        store->flush();
        QCOMPARE(reader()->mark({1}, QStringLiteral("m")), std::optional(QStringLiteral("v2")));
        QVERIFY(!reader()->mark({2}, QStringLiteral("m")).has_value());
    }
};

QTEST_GUILESS_MAIN(TestEventStore)
#include "tst_eventstore.moc"
