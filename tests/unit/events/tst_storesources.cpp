// SPDX-License-Identifier: MIT
// What the store remembers of sources: where they go on, which deliveries may come again, what they missed.
#include "storedsource.h"
#include "storefolder.h"

#include <QFile>
#include <QSignalSpy>
#include <QTest>

using namespace meshwatch;

namespace {

/// One delivery of a broker in a test's story.
struct Delivery {
    int session;
    int message;
    QByteArray id; ///< empty: the broker names none
    bool mayBeRepeat = true;
    int source = 1;
};

constexpr ConnectionId lab{1};

} // namespace

Q_DECLARE_METATYPE(QList<Delivery>)

class TestStoreSources : public QObject, StoreFolder {
    Q_OBJECT

    static Arrival arrival(int number, const DeliveryMark& mark = {}, qint64 receivedAt = 1'000'000) {
        Arrival one = StoreFolder::arrival(message(number), Channel::Amqp, {}, receivedAt);
        one.mark = mark;
        return one;
    }
    static Gap gap(qint64 began, qint64 ended, ConnectionId connection = lab) {
        Gap made;
        made.source = {1};
        made.connection = connection;
        made.channel = Channel::Redis;
        made.reason = Gap::Reason::NotKept;
        made.began = {began};
        made.ended = {ended};
        return made;
    }
    [[nodiscard]] QList<qint64> gapEnds(int limit = 100) const {
        QList<qint64> ends;
        for (const Gap& one : reader()->gaps(limit))
            ends.append(one.ended.value);
        return ends;
    }

private Q_SLOTS:
    void init() { renewFolder(); }

    void bringsVersion3UpToDate() {
        {
            auto store = open();
            for (int i = 1; i <= 3; ++i)
                QVERIFY(add(*store, arrival(i)));
            QuarantinedBody drill;
            drill.isDrill = true;
            drill.reason = QStringLiteral("drill");
            store->quarantine(drill);
            store->flush();
        }
        run("DROP TABLE sources; DROP TABLE deliveries; DROP TABLE gaps; DROP TABLE event_times;"
            "PRAGMA user_version=3");
        QVERIFY(reader()->gaps(10).empty());
        auto store = open();
        QVERIFY(!store->opening().wasDamaged);
        QCOMPARE(reader()->range().count(), qint64(3));
        QCOMPARE(reader()->event({2})->body, message(2));
        QVERIFY(reader()->quarantined(10).front().isDrill);
        const auto source = storedSource(*store, lab, QStringLiteral("redis://h"));
        QVERIFY(source.ok());
        QVERIFY(add(*store, arrival(1, {source->id, 1, "a", true})));
        QVERIFY(add(*store, arrival(1, {source->id, 2, "a", true})));
        QCOMPARE(reader()->range().count(), qint64(4));
        store->addGap(gap(1, 2));
        store->flush();
        QCOMPARE(gapEnds(), QList<qint64>({2}));
    }

    /// Its index of events without webhook stood in the order of their digests.
    void bringsVersion4UpToDate() {
        {
            auto store = open();
            for (int i = 1; i <= 3; ++i)
                QVERIFY(add(*store, arrival(i)));
        }
        run("DROP INDEX events_without_webhook;"
            "CREATE INDEX events_without_webhook ON events(digest) WHERE channels & 1 = 0;"
            "DROP TABLE event_times; PRAGMA user_version=4");
        auto store = open();
        QVERIFY(!store->opening().wasDamaged);
        Arrival webhook = arrival(2);
        webhook.channel = Channel::Webhook;
        QVERIFY(add(*store, webhook));
        QCOMPARE(reader()->range().count(), qint64(3));
        QCOMPARE(reader()->event({2})->row.arrivals, 2);
    }

    void knowsADeliveryAgain_data() {
        QTest::addColumn<QList<Delivery>>("deliveries");
        QTest::addColumn<int>("events");
        const auto row = [](const char* name, const QList<Delivery>& deliveries, int events) {
            QTest::newRow(name) << deliveries << events;
        };
        row("repeated in the next session", {{1, 1, {}}, {2, 1, {}}}, 1);
        row("equal ones in one session", {{1, 1, {}}, {1, 1, {}}}, 2);
        row("two equal ones, both repeated", {{1, 1, {}}, {1, 1, {}}, {2, 1, {}}, {2, 1, {}}}, 2);
        row("two equal ones, one repeated", {{1, 1, {}}, {1, 1, {}}, {2, 1, {}}}, 2);
        row("two equal ones repeated, and a third",
            {{1, 1, {}}, {1, 1, {}}, {2, 1, {}}, {2, 1, {}}, {2, 1, {}}}, 3);
        row("repeated in each of three sessions", {{1, 1, {}}, {2, 1, {}}, {3, 1, {}}, {4, 1, {}}}, 1);
        row("another message", {{1, 1, {}}, {2, 2, {}}}, 2);
        row("equal, but surely no repeat", {{1, 1, {}}, {2, 1, {}, false}}, 2);
        row("named, in one session", {{1, 1, "a"}, {1, 1, "a"}, {1, 1, "a"}}, 1);
        row("named, in the next session", {{1, 1, "a"}, {2, 1, "a"}, {2, 1, "a"}}, 1);
        row("equal, under two names", {{1, 1, "a"}, {1, 1, "b"}, {2, 1, "a"}, {2, 1, "b"}}, 2);
        row("the same name at another source", {{1, 1, "a"}, {1, 1, "a", true, 2}}, 2);
        row("repeated at another source", {{1, 1, {}}, {2, 1, {}, true, 2}}, 2);
        row("a name equal to nothing's", {{1, 1, {}}, {2, 1, "a"}}, 2);
    }
    /// With the store reopened before every delivery, and without.
    void knowsADeliveryAgain() {
        QFETCH(QList<Delivery>, deliveries);
        QFETCH(int, events);
        for (const bool isReopened : {false, true}) {
            renewFolder();
            auto store = open();
            for (qsizetype i = 0; i < deliveries.size(); ++i) {
                const Delivery& one = deliveries[i];
                if (isReopened) {
                    store.reset();
                    store = open();
                }
                const DeliveryMark mark{{one.source}, one.session, one.id, one.mayBeRepeat};
                QVERIFY(add(*store, arrival(one.message, mark, 1'000'000 * (i + 1))));
            }
            QCOMPARE(reader()->range().count(), qint64(events));
        }
    }

    void forgetsIndistinctOnesOnly() {
        const auto indistinct = [](const DeliveryMark& mark, qint64 receivedAt) {
            Arrival one = StoreFolder::arrival(R"({"trigger":"runtime.modulesStarted"})", Channel::Amqp, {},
                                               receivedAt);
            one.mark = mark;
            return one;
        };
        const QByteArray name(17, '1');
        auto store = open();
        QVERIFY(add(*store, indistinct({{1}, 1, {}, true}, 1'000'000)));
        QVERIFY(add(*store, arrival(2, {{1}, 1, {}, true}, 2'000'000)));
        QVERIFY(add(*store, arrival(3, {{1}, 1, name, true}, 3'000'000)));
        QCOMPARE(reader()->range().count(), qint64(3));
        store->forgetIndistinct({1}, 1, {0}, {10'000'000});
        QVERIFY(add(*store, arrival(2, {{1}, 2, {}, true}, 12'000'000)));
        QVERIFY(add(*store, arrival(3, {{1}, 2, name, true}, 13'000'000)));
        QCOMPARE(reader()->range().count(), qint64(3));
        QVERIFY(add(*store, indistinct({{1}, 2, {}, true}, 14'000'000)));
        QCOMPARE(reader()->range().count(), qint64(4));
    }

    void forgetsDeliveries() {
        auto store = open();
        const auto deliver = [&store](int message, int session, qint64 receivedAt, int source = 1) {
            return add(*store, arrival(message, {{source}, session, {}, true}, receivedAt));
        };
        QVERIFY(deliver(1, 1, 1'000'000) && deliver(2, 1, 2'000'000) && deliver(1, 1, 1'000'000, 2));
        store->forgetDeliveries({1}, {1'000'000});
        QVERIFY(deliver(2, 2, 9'000'000));
        QCOMPARE(reader()->range().count(), qint64(3));
        QVERIFY(deliver(1, 2, 9'000'000, 2));
        QCOMPARE(reader()->range().count(), qint64(3));
        QVERIFY(deliver(1, 2, 9'000'000));
        QCOMPARE(reader()->range().count(), qint64(4));
    }

    void numbersSources() {
        SourceId first;
        {
            auto store = open();
            first = storedSource(*store, lab, QStringLiteral("mqtt://h"))->id;
            QVERIFY(first.isValid());
            QVERIFY(storedSource(*store, {2}, QStringLiteral("mqtt://h"))->id != first);
            QVERIFY(storedSource(*store, lab, QStringLiteral("mqtt://i"))->id != first);
            const auto found = *storedSource(*store, lab, QStringLiteral("mqtt://h"));
            QCOMPARE(found.position, QByteArray());
            QVERIFY(!found.lastSeen.isValid());
        }
        QVERIFY(storedSource(*open(), lab, QStringLiteral("mqtt://h"))->id == first);
    }

    void commitsThePositionWithTheArrivals() {
        const QString address = QStringLiteral("amqp://h?exchange=e&type=stream");
        auto store = open();
        const SourceId id = storedSource(*store, lab, address)->id;
        const auto append = [&](std::vector<Arrival> arrivals, const QByteArray& position) {
            bool isStored = false;
            store->append(std::move(arrivals), id, position, [&isStored](bool stored) { isStored = stored; });
            store->flush();
            return isStored;
        };
        QVERIFY(append({arrival(1)}, "offset 1"));
        store.reset();
        store = open();
        QCOMPARE(storedSource(*store, lab, address)->position, QByteArray("offset 1"));
        QVERIFY(append({}, "offset 2"));
        QCOMPARE(storedSource(*store, lab, address)->position, QByteArray("offset 2"));
        // What cannot be stored takes its position with it.
        Arrival tooLarge = arrival(2);
        tooLarge.body = QByteArray(EventStore::maxBodyBytes + 1, ' ');
        QVERIFY(!append({arrival(3), std::move(tooLarge)}, "offset 4"));
        QCOMPARE(storedSource(*store, lab, address)->position, QByteArray("offset 2"));
        QCOMPARE(reader()->range().count(), qint64(1));
        QVERIFY(append({}, QByteArray()));
        QCOMPARE(storedSource(*store, lab, address)->position, QByteArray());
    }

    void notesHowFarASourceHasSeen() {
        const QString address = QStringLiteral("redis://h");
        auto store = open();
        const SourceId id = storedSource(*store, lab, address)->id;
        store->noteSeen(id, {2'000});
        store->noteSeen(id, {1'000});
        QCOMPARE(storedSource(*store, lab, address)->lastSeen, Micros{2'000});
        store.reset();
        store = open();
        QCOMPARE(storedSource(*store, lab, address)->lastSeen, Micros{2'000});
        store->noteSeen(id, {3'000});
        QCOMPARE(storedSource(*store, lab, address)->lastSeen, Micros{3'000});
    }

    void keepsGaps() {
        auto store = open();
        QSignalSpy changed(store.get(), &EventStore::gapsChanged);
        for (const qint64 ended : {20, 40, 10, 30})
            store->addGap(gap(ended - 5, ended));
        store->flush();
        QTRY_VERIFY(!changed.isEmpty());
        QCOMPARE(gapEnds(), QList<qint64>({40, 30, 20, 10}));
        QCOMPARE(gapEnds(2), QList<qint64>({40, 30}));
        const Gap one = reader()->gaps(1).front();
        QCOMPARE(one.source, SourceId{1});
        QCOMPARE(one.connection, lab);
        QCOMPARE(one.channel, Channel::Redis);
        QCOMPARE(one.reason, Gap::Reason::NotKept);
        QCOMPARE(one.began, Micros{35});
        QVERIFY(!one.reconciled.isValid());
    }

    void coversGapsByAComparison() {
        auto store = open();
        store->addGap(gap(10, 20));
        store->addGap(gap(30, 40));
        store->addGap(gap(10, 20, {2}));
        store->gapsReconciled(lab, {25});
        store->gapsReconciled(lab, {26}); // covered already
        store->flush();
        const auto gaps = reader()->gaps(10);
        QCOMPARE(gaps.size(), size_t(3));
        QVERIFY(gaps[0].ended.value == 40 && !gaps[0].reconciled.isValid());
        for (const Gap& one : {gaps[1], gaps[2]})
            QCOMPARE(one.reconciled, one.connection == lab ? Micros{25} : Micros{});
        store->gapsReconciled(lab, {41});
        store->flush();
        QCOMPARE(reader()->gaps(1).front().reconciled, Micros{41});
    }

    void keepsTheNewestGapsOnly() {
        open().reset();
        run("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < " +
            QByteArray::number(EventStore::maxGaps) +
            ") INSERT INTO gaps(source_id, connection_id, channel, reason, began, ended) "
            "SELECT 1, 1, 2, 0, i, i FROM n");
        auto store = open();
        QCOMPARE(gapEnds(20'000).size(), qsizetype(EventStore::maxGaps));
        store->addGap(gap(20'000, 20'001));
        store->addGap(gap(20'000, 20'002));
        store->flush();
        const auto ends = gapEnds(20'000);
        QCOMPARE(ends.size(), qsizetype(EventStore::maxGaps));
        QCOMPARE(ends.front(), qint64(20'002));
        QCOMPARE(ends.back(), qint64(3));
    }

    void survivesDamage() {
        constexpr int events = 3000;
        const QString address = QStringLiteral("pubsub://lab/watch"), other = QStringLiteral("redis://h");
        SourceId id;
        {
            auto store = open();
            id = storedSource(*store, lab, address)->id;
            QVERIFY(storedSource(*store, lab, other).ok());
            std::vector<Arrival> many;
            for (int i = 1; i <= events; ++i)
                many.push_back(
                    arrival(i, {id, 1, i % 2 ? QByteArray() : QByteArray::number(i), true}, i * 1000));
            store->append(std::move(many), id, "here", {});
            store->noteSeen(id, {4711});
            store->addGap(gap(1, 2));
            store->gapsReconciled(lab, {3});
            store->addGap(gap(4, 5));
        }
        QFile file(path());
        QVERIFY(file.open(QIODevice::ReadWrite));
        file.seek(file.size() / 2 / 4096 * 4096);
        file.write(QByteArray(10 * 4096, '\x5a'));
        file.close();
        auto store = open();
        QVERIFY(store->opening().wasDamaged);
        const qint64 salvaged = reader()->range().count();
        QVERIFY2(salvaged > 2000, qPrintable(QString::number(salvaged)));
        const auto source = *storedSource(*store, lab, address);
        QCOMPARE(source.id, id);
        QCOMPARE(source.position, QByteArray("here"));
        QCOMPARE(source.lastSeen, Micros{4711});
        QCOMPARE(storedSource(*store, lab, other)->position, QByteArray());
        QCOMPARE(gapEnds(), QList<qint64>({5, 2}));
        QCOMPARE(reader()->gaps(2)[1].reconciled, Micros{3});
        // The latest come again: they are known, by name and by content.
        for (int i = events - 100; i <= events; ++i)
            QVERIFY(add(*store,
                        arrival(i, {id, 2, i % 2 ? QByteArray() : QByteArray::number(i), true}, i * 1000)));
        QCOMPARE(reader()->range().count(), salvaged);
    }
};

QTEST_GUILESS_MAIN(TestStoreSources)
#include "tst_storesources.moc"
