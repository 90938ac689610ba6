// SPDX-License-Identifier: MIT
// A Connector's broker that keeps nothing: what is missed in a gap comes back from the Connector.
#include "recoveryfixture.h"
#include "redispublisher.h"
#include "redisserver.h"

#include <QJsonDocument>

using namespace meshwatch;
using meshwatch::test::Happening, meshwatch::test::isMessage, meshwatch::test::RecoveryFixture,
    meshwatch::test::Witness;

class GapRecoveryTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whatAGapTookComesBackOnce();
};

void GapRecoveryTest::whatAGapTookComesBackOnce() {
    if (!RedisServer::isPossible())
        QSKIP("redis-server is not installed");
    RedisServer redis;
    redis.start();
    RedisPublisher publisher(redis.port());
    // The sandbox delivers webhooks; a Connector publishes the same data to its brokers.
    Witness witness([&publisher](const EventFacts& facts, const QByteArray& body) {
        const QJsonObject data = QJsonDocument::fromJson(body).object()[QLatin1String("data")].toObject();
        (void)publisher.publish(facts.trigger, QJsonDocument(data).toJson(QJsonDocument::Compact));
    });
    RecoveryFixture fixture;
    fixture.connectFirst();
    QTRY_VERIFY_WITH_TIMEOUT(fixture.workspace->sync(fixture.id), 20'000);
    QVERIFY(fixture.syncNow()); // what was before anybody watched
    Connection connection = fixture.workspace->connections().front();
    connection.receivesWebhooks = false;
    connection.sources.push_back(
        {1, *SourceAddress::parse(QStringLiteral("redis://127.0.0.1:%1").arg(redis.port())), true});
    QVERIFY(fixture.workspace->update(connection));
    const auto phase = [&] {
        const auto sources = fixture.workspace->sources(fixture.id);
        return sources.empty() ? SourceState::Phase::Stopped : sources.front().state.phase;
    };
    QTRY_COMPARE_WITH_TIMEOUT(phase(), SourceState::Phase::Connected, 30'000);
    // Long enough that it is known to have been there.
    const auto lastSeen = [&] {
        const auto reader = EventReader::open(fixture.workspace->store().path());
        const auto sources = (*reader)->sources();
        return sources.empty() ? Micros() : sources.front().lastSeen;
    };
    QTRY_VERIFY_WITH_TIMEOUT(lastSeen().isValid(), 30'000);
    fixture.deliverTo(QStringLiteral("http://127.0.0.1:9/nobody"), witness.url());

    fixture.sandbox.act(20);
    QTRY_VERIFY_WITH_TIMEOUT(fixture.events(QStringLiteral("via:redis")).size() > 5, 30'000);

    redis.kill();
    QTRY_VERIFY_WITH_TIMEOUT(phase() != SourceState::Phase::Connected, 30'000);
    const size_t seenBefore = witness.seen().size();
    fixture.sandbox.act(40);
    QTRY_VERIFY_WITH_TIMEOUT(witness.seen().size() > seenBefore + 10, 30'000);
    redis.start();
    QTRY_COMPARE_WITH_TIMEOUT(phase(), SourceState::Phase::Connected, 60'000);

    // By itself: the end of the gap has the connection compare with the Connector.
    const auto gap = [&]() -> std::optional<Gap> {
        const auto reader = EventReader::open(fixture.workspace->store().path());
        const auto gaps = (*reader)->gaps(10);
        return gaps.empty() ? std::nullopt : std::optional(gaps.front());
    };
    QTRY_VERIFY_WITH_TIMEOUT(gap() && gap()->reconciled.isValid(), 60'000);
    QCOMPARE(gap()->channel, Channel::Redis);
    QVERIFY(gap()->began < gap()->ended);
    const auto seen = witness.seen();
    const auto missing = [&] {
        std::map<Happening, int> counts;
        for (const Event& event : fixture.events())
            ++counts[RecoveryFixture::happening(event)];
        QStringList list;
        for (const Happening& happening : seen) {
            if (isMessage(happening) && counts[happening] != 1)
                list.append(std::get<0>(happening) + QLatin1Char(' ') + std::get<1>(happening));
        }
        return list.join(QStringLiteral(", "));
    };
    QTRY_COMPARE_WITH_TIMEOUT(missing(), QString(), 60'000);
    QVERIFY(fixture.events(QStringLiteral("is:recovered")).size() > 5);
}

QTEST_GUILESS_MAIN(GapRecoveryTest)
#include "tst_gaprecovery.moc"
