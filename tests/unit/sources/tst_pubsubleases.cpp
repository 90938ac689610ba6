// SPDX-License-Identifier: MIT
#include "pubsubleases.h"

#include <QTest>

using namespace meshwatch;
using namespace std::chrono_literals;

/// The terms of messages, by a clock of the test's own.
class TestPubSubLeases : public QObject {
    Q_OBJECT

    using Clock = PubSubLeases::Clock;
    const Clock::time_point m_start = Clock::now();

    static QList<QByteArray> ids(const PubSubLeases::Leases& leases) { return PubSubLeases::idsOf(leases); }

private Q_SLOTS:
    void acknowledgesOnlyWhatIsSettled() {
        PubSubLeases leases(10s);
        for (int i = 1; i <= 4; ++i)
            leases.add(i, 'a' + QByteArray::number(i), m_start);
        QVERIFY(!leases.hasSettled());
        QVERIFY(leases.takeSettled(10, m_start).empty());
        leases.settle(3);
        QCOMPARE(ids(leases.takeSettled(2, m_start)), QList<QByteArray>({"a1", "a2"}));
        QCOMPARE(ids(leases.takeSettled(2, m_start)), QList<QByteArray>({"a3"}));
        QVERIFY(!leases.hasSettled());
        QCOMPARE(leases.unsettled(), QList<QByteArray>({"a4"}));
    }

    void triesAgainUntilTheTermEnds() {
        PubSubLeases leases(10s);
        leases.add(1, "a1", m_start);
        leases.add(2, "a2", m_start + 1s);
        leases.settle(2);
        leases.giveBack(leases.takeSettled(10, m_start + 9s));
        QCOMPARE(leases.dropLapsed(m_start + 9s), qsizetype(0));
        QCOMPARE(leases.dropLapsed(m_start + 10s), qsizetype(1));
        QCOMPARE(ids(leases.takeSettled(10, m_start + 10s)), QList<QByteArray>({"a2"}));
    }

    void extendsAtHalfTheTerm() {
        PubSubLeases leases(10s);
        QVERIFY(!leases.nextExtension());
        leases.add(1, "a1", m_start);
        leases.add(2, "a2", m_start + 1s);
        QCOMPARE(*leases.nextExtension(), m_start + 5s);
        QVERIFY(leases.dueForExtension(m_start + 4s).empty());
        const auto due = leases.dueForExtension(m_start + 5s);
        QCOMPARE(ids(due), QList<QByteArray>({"a1"}));
        leases.extended(due, m_start + 5s);
        QCOMPARE(*leases.nextExtension(), m_start + 6s);
        QCOMPARE(ids(leases.dueForExtension(m_start + 14s)),
                 QList<QByteArray>({"a1"})); // the other has ended
        QCOMPARE(leases.unsettled(), QList<QByteArray>({"a1"}));
    }

    void namesThemAgainWhenTheExtensionFailed() {
        PubSubLeases leases(10s);
        leases.add(1, "a1", m_start);
        QCOMPARE(leases.dueForExtension(m_start + 5s).size(), size_t(1));
        QVERIFY(leases.dueForExtension(m_start + 5s).empty());
        QCOMPARE(*leases.nextExtension(), m_start + 6s);
        QCOMPARE(leases.dueForExtension(m_start + 6s).size(), size_t(1));
        QVERIFY(leases.dueForExtension(m_start + 10s).empty());
        QVERIFY(leases.unsettled().isEmpty());
    }

    void whatWasSettledWhileItWasExtendedIsExtendedToo() {
        PubSubLeases leases(10s);
        leases.add(1, "a1", m_start);
        const auto due = leases.dueForExtension(m_start + 9s);
        leases.settle(1);
        leases.extended(due, m_start + 9s);
        QCOMPARE(leases.takeSettled(10, m_start + 18s).size(), size_t(1));
    }

    void boundsWhatOneCallTakes() {
        PubSubLeases leases(10s);
        for (int i = 1; i <= 2500; ++i)
            leases.add(i, QByteArray::number(i), m_start);
        QCOMPARE(leases.dueForExtension(m_start + 5s).size(), size_t(1000));
        QCOMPARE(leases.dueForExtension(m_start + 5s).size(), size_t(1000));
        QCOMPARE(leases.dueForExtension(m_start + 5s).size(), size_t(500));
        QVERIFY(leases.dueForExtension(m_start + 5s).empty());
    }
};

QTEST_GUILESS_MAIN(TestPubSubLeases)
#include "tst_pubsubleases.moc"
