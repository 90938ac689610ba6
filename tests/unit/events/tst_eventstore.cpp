// SPDX-License-Identifier: MIT
#include "storefolder.h"

#include <meshwatch/events/eventparser.h>

#include <sqlite3.h>

#include <QFile>
#include <QSignalSpy>
#include <QTest>

using namespace meshwatch;

namespace {

Arrival arrival(const QByteArray& body, Channel channel = Channel::Webhook,
                const QByteArray& correlation = "c1", qint64 receivedAt = 1'000'000) {
    Arrival one;
    one.connection = {1};
    one.channel = channel;
    one.receivedAt = {receivedAt};
    one.path = "/a";
    one.headers = "content-type: application/json\n";
    one.correlationId = correlation;
    one.body = body;
    EventParser parser;
    auto facts = parser.parse(body, {});
    if (facts)
        one.facts = *facts;
    return one;
}

} // namespace

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

    void merges_data() {
        QTest::addColumn<QList<int>>("channels");
        QTest::addColumn<QStringList>("correlations");
        QTest::addColumn<QList<qint64>>("times");
        QTest::addColumn<int>("events");
        const int hook = int(Channel::Webhook), amqp = int(Channel::Amqp), mqtt = int(Channel::Mqtt);
        const auto row = [](const char* name, QList<int> channels, QStringList correlations,
                            QList<qint64> times, int events) {
            QTest::newRow(name) << channels << correlations << times << events;
        };
        row("five overlapping patterns", {hook, hook, hook, hook, hook}, {"r", "r", "r", "r", "r"},
            {1, 2, 3, 4, 5}, 1);
        row("two sync runs", {hook, hook}, {"r1", "r2"}, {1, 2}, 2);
        row("no correlation, close", {hook, hook}, {"", ""}, {1'000'000, 2'900'000}, 1);
        row("no correlation, apart", {hook, hook}, {"", ""}, {1'000'000, 3'100'000}, 2);
        row("broker after webhook", {hook, amqp}, {"r", ""}, {1, 2}, 1);
        row("broker before webhook", {amqp, hook}, {"", "r"}, {1, 2}, 1);
        row("two brokers and a webhook", {amqp, mqtt, hook}, {"", "", "r"}, {1, 2, 3}, 1);
        row("twice on the broker, twice by webhook", {hook, amqp, amqp, hook}, {"r1", "", "", "r2"},
            {1, 2, 3, 4}, 2);
        row("twice on the broker alone", {amqp, amqp}, {"", ""}, {1, 2}, 2);
        row("overlap after broker first", {amqp, hook, hook}, {"", "r", "r"}, {1, 2, 3}, 1);
    }
    void merges() {
        QFETCH(QList<int>, channels);
        QFETCH(QStringList, correlations);
        QFETCH(QList<qint64>, times);
        QFETCH(int, events);
        auto store = open();
        for (qsizetype i = 0; i < channels.size(); ++i)
            QVERIFY(
                add(*store, arrival(message(1), Channel(channels[i]), correlations[i].toLatin1(), times[i])));
        const auto read = reader();
        QCOMPARE(read->range().count(), qint64(events));
        int arrivals = 0;
        for (int i = 1; i <= events; ++i) {
            const auto event = read->event({i});
            QCOMPARE(int(event->arrivals.size()), event->row.arrivals);
            arrivals += event->row.arrivals;
        }
        QCOMPARE(arrivals, int(channels.size()));
    }

    void connectionsDoNotMix() {
        auto store = open();
        Arrival other = arrival(message(1));
        other.connection = {2};
        QVERIFY(add(*store, arrival(message(1))));
        QVERIFY(add(*store, other));
        QCOMPARE(reader()->range().count(), qint64(2));
    }

    void aLateDeliveryJoinsTheRecoveredEvent() {
        auto store = open();
        Arrival recovered = arrival("{\"data\":{\"id\":\"MSG1\",\"isOwn\":false,\"extra\":1},\"trigger\":"
                                    "\"transport.messageReceived\"}",
                                    Channel::Sync, "");
        recovered.isRecovered = true;
        QVERIFY(add(*store, recovered));
        QVERIFY(reader()->event({1})->row.isRecovered);
        QVERIFY(add(*store, arrival(message(1))));
        const auto event = reader()->event({1});
        QCOMPARE(reader()->range().count(), qint64(1));
        QVERIFY(!event->row.isRecovered);
        QCOMPARE(event->row.channels.names(), QStringLiteral("webhook,sync"));
        // Recovering it once more, or what was delivered, adds nothing.
        QVERIFY(add(*store, recovered));
        QCOMPARE(reader()->range().count(), qint64(1));
        QCOMPARE(reader()->event({1})->row.arrivals, 2);
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
            sqlite3* file = nullptr;
            QCOMPARE(sqlite3_open(path().toUtf8().constData(), &file), SQLITE_OK);
            constexpr char back[] =
                "DROP VIEW objects; DROP TABLE event_objects; DROP TABLE lookup_progress;"
                "DROP TABLE sources; DROP TABLE deliveries; DROP TABLE gaps;"
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
            QCOMPARE(sqlite3_exec(file, back, nullptr, nullptr, nullptr), SQLITE_OK);
            sqlite3_close(file);
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

    void findsWhatItWritesBehind() {
        // Enough in one go for lookups to be behind, and for several commits to be in the middle of a run.
        constexpr int count = 120'000, batch = 4000;
        const auto isThereOnce = [this](int number) {
            return reader()->ofObject("MSG" + QByteArray::number(number)).size() == 1;
        };
        {
            auto store = open();
            for (int begin = 0; begin < count; begin += batch) {
                std::vector<Arrival> many;
                for (int i = begin; i < begin + batch; ++i)
                    many.push_back(arrival(message(i), Channel::Webhook, QByteArray::number(i)));
                store->append(std::move(many), {});
            }
            store->append({arrival(message(7), Channel::Webhook, "7"),
                           arrival(message(60'007), Channel::Webhook, "60007"),
                           arrival(message(119'007), Channel::Webhook, "119007")},
                          {});
            store->flush();
            QCOMPARE(reader()->range().count(), qint64(count));
            QCOMPARE(reader()->event({60'008})->row.arrivals, 2);
            for (const int number : {7, 30'000, 60'007, 100'000, 119'999})
                QVERIFY(isThereOnce(number));
        }
        auto store = open();
        QVERIFY(add(*store, arrival(message(60'007), Channel::Webhook, "60007")));
        QCOMPARE(reader()->event({60'008})->row.arrivals, 3);
        for (const int number : {7, 30'000, 60'007, 100'000, 119'999})
            QVERIFY(isThereOnce(number));
    }

    void channelsFindWhatIsWrittenBehind_data() {
        QTest::addColumn<Channel>("first");
        QTest::addColumn<Channel>("second");
        QTest::newRow("a broker after the webhook") << Channel::Webhook << Channel::Amqp;
        QTest::newRow("the webhook after a broker") << Channel::Amqp << Channel::Webhook;
        QTest::newRow("a broker after another") << Channel::Mqtt << Channel::Redis;
    }

    void channelsFindWhatIsWrittenBehind() {
        // Events by one channel, and each by another: at once, when a run may be writing its lookup, and
        // after that.
        QFETCH(Channel, first);
        QFETCH(Channel, second);
        const auto by = [](Channel channel, int number) {
            // Only webhooks name a correlation.
            const bool isWebhook = channel == Channel::Webhook;
            return arrival(message(number), channel, isWebhook ? QByteArray::number(number) : QByteArray());
        };
        constexpr int count = 120'000, batch = 4000, lag = 40'000;
        auto store = open();
        std::vector<Arrival> many;
        many.push_back(by(first, count));
        for (int begin = 0; begin < count + 2 * lag; begin += batch) {
            for (int i = begin; i < begin + batch; ++i) {
                if (i < count)
                    many.push_back(by(first, i));
                for (int lags = 0; lags < 3; ++lags) {
                    const int late = i - lags * lag;
                    if (late >= 0 && late < count && late % 3 == lags)
                        many.push_back(by(second, late));
                }
            }
            store->append(std::exchange(many, {}), {});
        }
        // Of two equal ones the older is meant first, wherever its lookup is.
        Arrival equal = by(first, count);
        if (first == Channel::Webhook)
            equal.correlationId = "another";
        store->append({equal, by(second, count)}, {});
        store->flush();
        QCOMPARE(reader()->range().count(), qint64(count + 2));
        QCOMPARE(reader()->event({1})->row.arrivals, 2);
        QCOMPARE(reader()->event({count + 2})->row.arrivals, 1);
        Arrival last = by(second, count);
        if (second == Channel::Webhook)
            last.correlationId = "another";
        QVERIFY(add(*store, last));
        int alone = 0;
        QVERIFY(reader()->forEach(Query(), false, [&alone](const Event& event) {
            alone += event.row.arrivals != 2;
            return true;
        }));
        QCOMPARE(alone, 0);
    }

    /// A test that delivers one sample again and again: each is an event, and pairs with one of each channel.
    void manyEqualOnesPair() {
        constexpr int count = 5000;
        auto store = open();
        int round = 0;
        for (const Channel channel : {Channel::Webhook, Channel::Amqp, Channel::Webhook, Channel::Mqtt}) {
            ++round;
            for (int i = 0; i < count; ++i) {
                const auto correlation = channel == Channel::Webhook
                                             ? QByteArray::number(round) + 'x' + QByteArray::number(i)
                                             : QByteArray();
                store->append({arrival(message(1), channel, correlation)}, {});
            }
            store->flush();
        }
        // The second round of webhooks finds no event that only a broker told of.
        QCOMPARE(reader()->range().count(), qint64(2 * count));
        QCOMPARE(reader()->event({1})->row.arrivals, 3);
        QCOMPARE(reader()->event({count})->row.arrivals, 3);
        QCOMPARE(reader()->event({count + 1})->row.arrivals, 1);
        QVERIFY(add(*store, arrival(message(1), Channel::Amqp, {})));
        QCOMPARE(reader()->event({count + 1})->row.arrivals, 2);
        QVERIFY(add(*store, arrival(message(1), Channel::Webhook, "3x4999")));
        QCOMPARE(reader()->event({2 * count})->row.arrivals, 2);
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
