// SPDX-License-Identifier: MIT
// What becomes of a store's file that is damaged, and of who reads it.
#include "storefolder.h"

#include <meshwatch/events/eventexport.h>

#include <QFile>
#include <QFileInfo>
#include <QTest>

#include <csignal>
#include <sys/resource.h>

using namespace meshwatch;

class TestStoreDamage : public QObject, StoreFolder {
    Q_OBJECT

    static Arrival arrival(int number, Channel channel) {
        Arrival one = StoreFolder::arrival(message(number), channel, {}, number + 1);
        // What a sync or an import brings has neither path nor headers.
        if (channel != Channel::Webhook) {
            one.path = {};
            one.headers = {};
        }
        return one;
    }
    /// Makes a store with 3000 events; its size.
    qint64 fill(Channel channel = Channel::File) {
        auto store = open();
        std::vector<Arrival> many;
        for (int i = 0; i < events; ++i)
            many.push_back(arrival(i, channel));
        store->append(std::move(many), {});
        store.reset();
        return QFileInfo(path()).size();
    }
    static constexpr int events = 3000;

    void overwriteMiddle(qint64 size) {
        QFile file(path());
        QVERIFY(file.open(QIODevice::ReadWrite));
        file.seek(size / 2 / 4096 * 4096);
        file.write(QByteArray(10 * 4096, '\x5a'));
    }

private Q_SLOTS:
    void init() { renewFolder(); }

    void salvages_data() {
        QTest::addColumn<int>("channel");
        QTest::newRow("webhook") << int(Channel::Webhook);
        QTest::newRow("file") << int(Channel::File);
    }
    void salvages() {
        QFETCH(int, channel);
        overwriteMiddle(fill(Channel(channel)));
        {
            const auto store = open();
            QVERIFY(store->opening().wasDamaged);
            QVERIFY(QFile::exists(store->opening().damagedCopy));
            const qint64 kept = reader()->range().count();
            QCOMPARE(kept, store->opening().salvaged);
            QVERIFY2(kept > 2000 && kept < events, qPrintable(QString::number(kept)));
            QCOMPARE(kept + store->opening().lost, qint64(events));
            store->append({arrival(events, Channel::Webhook)}, {});
            store->flush();
            QCOMPARE(reader()->range().count(), kept + 1);
        }
        QVERIFY(!open()->opening().wasDamaged);
    }

    void salvagesAFileCutShort() {
        const qint64 size = fill();
        QVERIFY(QFile::resize(path(), size / 2));
        const auto store = open();
        QVERIFY(store->opening().wasDamaged);
        QVERIFY2(store->opening().salvaged > 500, qPrintable(QString::number(store->opening().salvaged)));
        QCOMPARE(store->opening().salvaged + store->opening().lost, qint64(events));
    }

    /// What cannot be salvaged for want of space is there to be salvaged later.
    void salvagesLaterWhenTheDiskIsFull() {
        const qint64 size = fill();
        overwriteMiddle(size);
        std::signal(SIGXFSZ, SIG_IGN);
        rlimit before{};
        ::getrlimit(RLIMIT_FSIZE, &before);
        const rlimit small{rlim_t(size / 2), before.rlim_max};
        ::setrlimit(RLIMIT_FSIZE, &small);
        const auto refused = EventStore::open(path());
        ::setrlimit(RLIMIT_FSIZE, &before);
        QVERIFY(!refused.ok());
        const auto store = open();
        QVERIFY(store->opening().wasDamaged);
        QVERIFY(store->opening().salvaged > 2000);
    }

    /// The process was ended between moving the damaged file away and naming the new one.
    void takesWhatWasSalvagedBefore() {
        fill();
        QVERIFY(QFile::rename(path(), path() + QStringLiteral(".salvaged")));
        const auto store = open();
        QCOMPARE(reader()->range().count(), qint64(events));
    }

    /// Each event has arrived twice, and something came that was none.
    void salvagesFurtherArrivalsAndRefusedBodies() {
        {
            auto store = open();
            std::vector<Arrival> many;
            for (int i = 0; i < events; ++i) {
                many.push_back(arrival(i, Channel::Webhook));
                many.push_back(many.back());
            }
            store->append(std::move(many), {});
            QuarantinedBody refused;
            refused.path = QStringLiteral("/a");
            refused.body = "no event";
            refused.bodySize = 8;
            refused.reason = QStringLiteral("why");
            refused.isDrill = true;
            refused.trigger = "transport.messageSent";
            store->quarantine(refused);
            store->flush();
        }
        overwriteMiddle(QFileInfo(path()).size());
        const auto store = open();
        QVERIFY(store->opening().salvaged > 2000);
        int twice = 0;
        const auto read = reader()->forEach(Query(), {}, [&](const Event& event) {
            const bool isTwice = event.arrivals.size() == 2;
            twice += int(isTwice);
            return event.arrivals.back().path == "/a";
        });
        QVERIFY(read.ok());
        QVERIFY2(twice > 1500, qPrintable(QString::number(twice)));
        const auto refused = reader()->quarantined(10);
        QCOMPARE(refused.size(), size_t(1));
        QCOMPARE(refused.front().reason, QStringLiteral("why"));
        QCOMPARE(refused.front().body, QByteArray("no event"));
        QVERIFY(refused.front().isDrill);
        QCOMPARE(refused.front().trigger, QByteArray("transport.messageSent"));
    }

    /// A large file is not read whole on opening, until somebody has met the damage.
    void repairsALargeFileOnceItsDamageWasMet() {
        {
            auto store = open();
            Arrival large = arrival(events, Channel::File);
            large.body = QByteArray(270 * 1024 * 1024, ' ') + large.body;
            store->append({std::move(large)}, {});
            store->flush();
        }
        const qint64 size = fill();
        QFile file(path());
        QVERIFY(file.open(QIODevice::ReadWrite));
        file.seek((size - 300 * 4096) / 4096 * 4096);
        file.write(QByteArray(100 * 4096, '\x5a'));
        file.close();
        QVERIFY(!open()->opening().wasDamaged);
        const auto read = reader()->forEach(Query(), {}, [](const Event&) { return true; });
        QVERIFY(!read.ok());
        QCOMPARE(read.error().code, QStringLiteral("store.damaged"));
        const auto store = open();
        QVERIFY(store->opening().wasDamaged);
        QVERIFY(store->opening().salvaged > 1000);
    }

    void setsAsideWhatIsNoDatabase() {
        QFile file(path());
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(QByteArray(20'000, 'x'));
        file.close();
        auto store = open();
        QVERIFY(store->opening().wasDamaged);
        store->append({arrival(1, Channel::Webhook)}, {});
        store->flush();
        QCOMPARE(reader()->range().count(), qint64(1));
    }

    void tellsWhatCannotBeRead() {
        overwriteMiddle(fill());
        const auto read = reader();
        int visited = 0;
        const auto all = read->forEach(Query(), {}, [&visited](const Event&) { return ++visited > 0; });
        QVERIFY(!all.ok());
        QCOMPARE(all.error().code, QStringLiteral("store.damaged"));
        QVERIFY(visited < events);
        // The newest do not need what is older.
        const auto start = read->startOfNewest(Query(), 10);
        QVERIFY(start.ok());
        QVERIFY(read->forEach(Query(), *start, [&visited](const Event&) { return ++visited > 0; }).ok());
        QCOMPARE(start->value, qint64(events) - 9);
        const std::atomic<bool> never = false;
        const auto query = Query::parse(QStringLiteral("nothing-has-this"));
        EventReader::Found found;
        found.next = {events};
        while (found.next.isValid() && !found.failure)
            found = read->search(*query, found.next, {1}, 10, 1000, never);
        QVERIFY(found.failure.has_value());
        const EventExport target{inFolder(QStringLiteral("out")), {}, Query(), 0};
        QVERIFY(!target.run(*read).ok());
        QVERIFY2(!QFile::exists(target.fileName), "half an export was written");
    }

    void aReadingCanBeCancelled() {
        fill();
        const auto read = reader();
        read->setCancel([] { return true; });
        const auto all = read->forEach(*Query::parse(QStringLiteral("nothing-has-this")), {},
                                       [](const Event&) { return true; });
        QVERIFY(!all.ok());
        QCOMPARE(all.error().code, QStringLiteral("store.cancelled"));
    }

    void refusesALaterVersion() {
        { auto store = open(); }
        {
            // user_version stands at byte 60 of the file.
            QFile file(path());
            QVERIFY(file.open(QIODevice::ReadWrite));
            file.seek(60);
            file.write(QByteArray("\0\0\0\x63", 4));
        }
        const auto store = EventStore::open(path());
        QVERIFY(!store.ok());
        QCOMPARE(store.error().code, QStringLiteral("store.tooNew"));
    }
};

QTEST_GUILESS_MAIN(TestStoreDamage)
#include "tst_storedamage.moc"
