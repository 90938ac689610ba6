// SPDX-License-Identifier: MIT
#include "pubsubfixture.h"
#include "storedsource.h"

#include <QRandomGenerator>

using namespace meshwatch;

/// A subscription whose server fails, is lost and comes back, and delivers more than once.
class TestPubSubFaults : public QObject, PubSubFixture {
    Q_OBJECT

public:
    /// A machine that is busy takes its time.
    static void initMain() { qputenv("QTEST_FUNCTION_TIMEOUT", "1800000"); }

private Q_SLOTS:
    void init() { renew(); }
    void cleanup() { close(); }

    void goesOnAfterTrouble_data();
    void goesOnAfterTrouble();
    void marksWhatIsMissing();
    void marksWhatWasKeptNoLonger();
    void losesNothingAndStoresNothingTwice();
};

void TestPubSubFaults::goesOnAfterTrouble_data() {
    QTest::addColumn<QString>("verb");
    QTest::addColumn<int>("status");
    for (const char* verb : {"pull", "acknowledge", "modifyAckDeadline", "get"}) {
        for (const int status : {429, 500, 0})
            QTest::newRow(qPrintable(QLatin1String(verb) + QString::number(status)))
                << QString::fromLatin1(verb) << status;
    }
}

void TestPubSubFaults::goesOnAfterTrouble() {
    QFETCH(QString, verb);
    QFETCH(int, status);
    setTerm(2);
    m_server->setFault({.verb = verb, .status = status, .times = 2});
    publishMails(1, 50);
    start();
    QTRY_COMPARE_WITH_TIMEOUT(m_server->left(), qsizetype(0), longWait);
    QCOMPARE(stored(), qint64(50));
    QTRY_VERIFY_WITH_TIMEOUT(isConnected(), longWait);
}

/// Between the end of one subscription and the next of its name nothing was kept.
void TestPubSubFaults::marksWhatIsMissing() {
    publishMails(1, 1);
    start();
    QTRY_COMPARE_WITH_TIMEOUT(m_server->left(), qsizetype(0), longWait);
    const auto place = settings().address.toString();
    QTRY_VERIFY_WITH_TIMEOUT(storedSource(*m_store, lab, place)->lastSeen.isValid(), longWait);
    m_server->isMissing = true;
    QTRY_COMPARE_WITH_TIMEOUT(m_source->state().phase, Phase::Refused, longWait);
    m_source->stop();
    QVERIFY(reader()->gaps(10).empty());
    m_server->isMissing = false;
    start();
    QTRY_COMPARE_WITH_TIMEOUT(reader()->gaps(10).size(), size_t(1), longWait);
    const Gap gap = reader()->gaps(10).front();
    QCOMPARE(gap.reason, Gap::Reason::QueueLost);
    QCOMPARE(gap.connection, lab);
    QVERIFY(gap.began < gap.ended);
    QTRY_COMPARE_WITH_TIMEOUT(storedSource(*m_store, lab, place)->position, QByteArray(), longWait);
    m_source->stop();
    start();
    QTRY_VERIFY_WITH_TIMEOUT(isConnected(), longWait);
    QCOMPARE(reader()->gaps(10).size(), size_t(1));
}

void TestPubSubFaults::marksWhatWasKeptNoLonger() {
    constexpr qint64 day = 24LL * 3600 * 1'000'000;
    const auto source = storedSource(*m_store, lab, settings().address.toString());
    const Micros absentSince{Micros::now().value - 10 * day};
    m_store->noteSeen(source->id, absentSince);
    start();
    QTRY_VERIFY_WITH_TIMEOUT(isConnected(), longWait);
    QTRY_COMPARE_WITH_TIMEOUT(reader()->gaps(10).size(), size_t(1), longWait);
    const Gap gap = reader()->gaps(10).front();
    QCOMPARE(gap.reason, Gap::Reason::PositionLost);
    QCOMPARE(gap.began, absentSince);
    QVERIFY(gap.ended.value <= Micros::now().value - 7 * day);
    QVERIFY(gap.ended.value > Micros::now().value - 8 * day);
}

/// Server, connection and source end in the middle, calls fail, messages come more than once.
void TestPubSubFaults::losesNothingAndStoresNothingTwice() {
    const int events = qMax(1000, qEnvironmentVariableIntValue("MESHWATCH_FAULT_EVENTS") > 0
                                      ? qEnvironmentVariableIntValue("MESHWATCH_FAULT_EVENTS")
                                      : 20'000);
    setTerm(2);
    m_server->duplicateEvery = 5;
    QRandomGenerator random(4711);
    const std::array<QString, 4> verbs{QString(), QStringLiteral("pull"), QStringLiteral("acknowledge"),
                                       QStringLiteral("get")};
    constexpr int chunks = 40;
    start();
    for (int chunk = 0; chunk < chunks; ++chunk) {
        publishMails(events * chunk / chunks + 1, events * (chunk + 1) / chunks);
        // Something of it is under way when the next thing happens.
        const qint64 received = m_source->figures().received;
        QTRY_VERIFY_WITH_TIMEOUT(m_source->figures().received > received || m_server->left() == 0, longWait);
        switch (chunk % 8) {
        case 1:
            m_server->stop();
            m_server->start();
            break;
        case 3:
            m_server->cut();
            break;
        case 5:
            start();
            break;
        case 6:
            m_source.reset();
            m_store.reset();
            openStore();
            start();
            break;
        default:
            m_server->setFault({.verb = verbs[random.bounded(quint32(verbs.size()))],
                                .status = random.bounded(2) == 0 ? 0 : 503,
                                .times = 2});
        }
    }
    QTRY_COMPARE_WITH_TIMEOUT(m_server->left(), qsizetype(0), 10 * longWait);
    m_source.reset();
    m_store->flush();
    const auto read = reader();
    QCOMPARE(read->range().count(), qint64(events));
    std::vector<int> times(size_t(events) + 1);
    QVERIFY(read->forEach(Query(), {},
                          [&](const Event& event) {
                              ++times[event.row.object.mid(3).toUInt()];
                              return event.arrivals.size() == 1;
                          })
                .ok());
    for (int i = 1; i <= events; ++i)
        QCOMPARE(times[size_t(i)], 1);
}

QTEST_GUILESS_MAIN(TestPubSubFaults)
#include "tst_pubsubfaults.moc"
