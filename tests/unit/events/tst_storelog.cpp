// SPDX-License-Identifier: MIT
#include "storefolder.h"

#include <sqlite3.h>

#include <QFileInfo>
#include <QTest>

#include <atomic>
#include <thread>

using namespace meshwatch;

/// The write-ahead log of the store: it is brought into the file beside the writer, and may not grow for
/// ever.
class TestStoreLog : public QObject, StoreFolder {
    Q_OBJECT

    qint64 logBytes() const { return QFileInfo(path() + QStringLiteral("-wal")).size(); }

    /// Each takes more than a page. True once all are stored; `largest` is the largest log seen.
    bool addLargeEvents(EventStore& store, int from, int count, qint64& largest) const {
        bool isGood = true;
        for (int i = from; i < from + count; i += 50) {
            std::vector<Arrival> some;
            for (int k = i; k < i + 50; ++k) {
                QByteArray body = message(k);
                body.replace("\"peer\"", QByteArray("\"peer\",\"content\":\"" + QByteArray(4096, 'x') + '"'));
                some.push_back(arrival(body, Channel::Webhook, QByteArray::number(k)));
            }
            store.append(std::move(some), [&isGood](bool stored) { isGood = isGood && stored; });
            if (i % 1000 == 0) {
                store.flush();
                largest = qMax(largest, logBytes());
            }
        }
        store.flush();
        return isGood;
    }

private Q_SLOTS:
    void init() { renewFolder(); }

    void theLogBeginsAnewWhileEventsKeepComing() {
        constexpr int count = 60'000;
        qint64 largest = 0;
        {
            auto store = open();
            QVERIFY(addLargeEvents(*store, 0, count, largest));
        }
        QCOMPARE(reader()->range().count(), qint64(count));
        QVERIFY(QFileInfo(path()).size() > qint64(count) * 4096);
        QVERIFY2(largest < 160LL * 1024 * 1024, QByteArray::number(largest).constData());
        QVERIFY(logBytes() == 0);
    }

    /// What SQLite writes to the log is gathered until the commit: nobody may see a commit before that.
    void readersSeeWholeCommitsOnly() {
        qint64 largest = 0;
        auto store = open();
        QVERIFY(addLargeEvents(*store, 0, 50, largest));
        std::atomic<bool> isEnding = false;
        int looked = 0, problems = 0;
        std::thread looking([&] {
            sqlite3* other = nullptr;
            sqlite3_open_v2(path().toUtf8().constData(), &other, SQLITE_OPEN_READONLY, nullptr);
            for (; !isEnding; ++looked) {
                const char sql[] = "SELECT count(*), total(length(body) < 4096), max(seq) FROM bodies";
                sqlite3_stmt* statement = nullptr;
                sqlite3_prepare_v2(other, sql, -1, &statement, nullptr);
                const bool isGood = sqlite3_step(statement) == SQLITE_ROW &&
                                    sqlite3_column_int(statement, 0) % 50 == 0 &&
                                    sqlite3_column_int(statement, 1) == 0 &&
                                    sqlite3_column_int(statement, 2) == sqlite3_column_int(statement, 0);
                problems += isGood ? 0 : 1;
                sqlite3_finalize(statement);
            }
            sqlite3_close(other);
        });
        const bool isStored = addLargeEvents(*store, 50, 4000, largest);
        isEnding = true;
        looking.join();
        QVERIFY(isStored);
        QVERIFY2(looked > 10, QByteArray::number(looked).constData());
        QCOMPARE(problems, 0);
    }

    /// Whoever reads an old state keeps the log from beginning anew; afterwards it does.
    void aReaderHoldsTheLogOnlyAsLongAsItReads() {
        qint64 largest = 0;
        auto store = open();
        QVERIFY(addLargeEvents(*store, 0, 1000, largest));
        sqlite3* old = nullptr;
        QCOMPARE(sqlite3_open(path().toUtf8().constData(), &old), SQLITE_OK);
        QCOMPARE(sqlite3_exec(old, "BEGIN; SELECT count(*) FROM events", nullptr, nullptr, nullptr),
                 SQLITE_OK);
        QVERIFY(addLargeEvents(*store, 1000, 20'000, largest));
        const qint64 held = logBytes();
        QVERIFY2(held > 80LL * 1024 * 1024, QByteArray::number(held).constData());
        QCOMPARE(sqlite3_exec(old, "COMMIT", nullptr, nullptr, nullptr), SQLITE_OK);
        QVERIFY(addLargeEvents(*store, 21'000, 15'000, largest));
        int inLog = 0;
        QCOMPARE(sqlite3_wal_checkpoint_v2(old, nullptr, SQLITE_CHECKPOINT_PASSIVE, &inLog, nullptr),
                 SQLITE_OK);
        QVERIFY2(inLog < 20'000, QByteArray::number(inLog).constData());
        sqlite3_close(old);
        QCOMPARE(reader()->range().count(), qint64(36'000));
    }
};

QTEST_GUILESS_MAIN(TestStoreLog)
#include "tst_storelog.moc"
