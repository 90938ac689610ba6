// SPDX-License-Identifier: MIT
// A workspace beside the sandbox over real HTTP: what synchronising alone shows, and what it brings back
// after the receiver was away.
#include "recoveryfixture.h"

using namespace meshwatch;
using meshwatch::test::Happening, meshwatch::test::isMessage, meshwatch::test::RecoveryFixture,
    meshwatch::test::Witness;

class RecoveryTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void synchronisingAloneShowsWhatHappens();
    void missedDeliveriesComeBackOnce();
};

void RecoveryTest::synchronisingAloneShowsWhatHappens() {
    RecoveryFixture fixture;
    fixture.connectFirst();
    QTRY_VERIFY_WITH_TIMEOUT(fixture.workspace->sync(fixture.id), 10'000);
    QVERIFY(fixture.syncNow());
    const size_t before = fixture.events().size();
    fixture.sandbox.act(60);
    QTest::qWait(1000);
    QVERIFY(fixture.syncNow());
    const auto after = fixture.events();
    QVERIFY2(after.size() > before + 10, qPrintable(QString::number(after.size() - before)));
    std::map<Happening, int> counts;
    for (const Event& event : after) {
        QCOMPARE(event.row.channels, Channels(Channel::Sync));
        QVERIFY(!event.row.summary.isEmpty());
        ++counts[RecoveryFixture::happening(event)];
    }
    for (const auto& [happening, count] : counts)
        QVERIFY2(count == 1 || std::get<0>(happening).contains(QStringLiteral("relationshipChanged")),
                 qPrintable(std::get<0>(happening) + QLatin1Char(' ') + std::get<1>(happening)));
    // Nothing happens: nothing is filed again.
    QVERIFY(fixture.syncNow());
    QVERIFY(fixture.syncNow());
    QCOMPARE(fixture.events().size(), after.size());
}

void RecoveryTest::missedDeliveriesComeBackOnce() {
    Witness witness;
    RecoveryFixture fixture;
    fixture.connectFirst();
    QVERIFY(fixture.workspace->receiver().start({}));
    const quint16 port = fixture.workspace->receiver().port();
    QTRY_VERIFY_WITH_TIMEOUT(fixture.workspace->sync(fixture.id), 10'000);
    QVERIFY(fixture.syncNow()); // what was before anybody watched
    fixture.deliverTo(fixture.workspace->webhookUrl(fixture.workspace->connections().front()), witness.url());

    fixture.sandbox.act(30);
    QTest::qWait(1500);
    QVERIFY(fixture.syncNow());
    const size_t recoveredBefore = fixture.events(QStringLiteral("is:recovered")).size();
    QVERIFY(fixture.events(QStringLiteral("via:webhook")).size() > 5);

    fixture.workspace->receiver().stop();
    const size_t seenBefore = witness.seen().size();
    fixture.sandbox.act(40);
    QTest::qWait(1500);
    QVERIFY(witness.seen().size() > seenBefore + 10);
    HttpServer::Options same;
    same.port = port;
    QVERIFY(fixture.workspace->receiver().start(same));
    QVERIFY(fixture.syncNow());
    const size_t recovered = fixture.events(QStringLiteral("is:recovered")).size() - recoveredBefore;
    QVERIFY2(recovered > 5, qPrintable(QString::number(recovered)));
    fixture.sandbox.act(20);
    QTest::qWait(1500);
    QVERIFY(fixture.syncNow());
    QVERIFY(fixture.syncNow());

    // Every message that the Connector reported is there, once, by whichever way.
    std::map<Happening, int> stored;
    for (const Event& event : fixture.events())
        ++stored[RecoveryFixture::happening(event)];
    int messages = 0;
    for (const Happening& happening : witness.seen()) {
        if (!isMessage(happening))
            continue;
        ++messages;
        QVERIFY2(stored[happening] == 1, qPrintable(QStringLiteral("%1 %2: %3 times")
                                                        .arg(std::get<0>(happening), std::get<1>(happening))
                                                        .arg(stored[happening])));
    }
    QVERIFY(messages > 10);
    // Nothing is there more often than the Connector told of it.
    std::map<Happening, int> told;
    for (const Happening& happening : witness.seen())
        ++told[happening];
    for (const auto& [happening, count] : told)
        QVERIFY2(stored[happening] <= count,
                 qPrintable(std::get<0>(happening) + QLatin1Char(' ') + std::get<1>(happening)));
}

QTEST_GUILESS_MAIN(RecoveryTest)
#include "tst_recovery.moc"
