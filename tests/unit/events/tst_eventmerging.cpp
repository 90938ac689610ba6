// SPDX-License-Identifier: MIT
// Which arrivals are one event, also of those whose lookups are written behind.
#include "storefolder.h"

#include <QTest>

using namespace meshwatch;

class TestEventMerging : public QObject, StoreFolder {
    Q_OBJECT

private Q_SLOTS:
    void init() { renewFolder(); }

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

    void findsWhatItWritesBehind() {
        // Enough in one go for lookups to be behind, and for several commits to be in the middle of a run.
        constexpr int count = 300'000, batch = 4000;
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
                if (begin % 40'000 == 0) // more would be refused than may wait
                    store->flush();
            }
            store->append({arrival(message(7), Channel::Webhook, "7"),
                           arrival(message(150'007), Channel::Webhook, "150007"),
                           arrival(message(299'007), Channel::Webhook, "299007")},
                          {});
            store->flush();
            QCOMPARE(reader()->range().count(), qint64(count));
            QCOMPARE(reader()->event({150'008})->row.arrivals, 2);
            for (const int number : {7, 30'000, 150'007, 250'000, 299'999})
                QVERIFY(isThereOnce(number));
        }
        auto store = open();
        QVERIFY(add(*store, arrival(message(150'007), Channel::Webhook, "150007")));
        QCOMPARE(reader()->event({150'008})->row.arrivals, 3);
        for (const int number : {7, 30'000, 150'007, 250'000, 299'999})
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
        constexpr int count = 300'000, batch = 4000, lag = 100'000;
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
            if (begin % 40'000 == 0) // more would be refused than may wait
                store->flush();
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
        QVERIFY(reader()->forEach(Query(), {}, [&alone](const Event& event) {
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
};

QTEST_GUILESS_MAIN(TestEventMerging)
#include "tst_eventmerging.moc"
