// SPDX-License-Identifier: MIT
#include "storyfixture.h"

#include <meshwatch/core/json.h>
#include <meshwatch/messaging/conversationlist.h>
#include <meshwatch/messaging/peerprofile.h>

#include <QJsonArray>
#include <QSignalSpy>
#include <QTest>

using namespace meshwatch;

namespace {

using Kind = ConversationEntry::Kind;
using Outcome = ConversationEntry::Outcome;
using Step = Proof::Step;

const QString peerOfA = QString::fromLatin1(StoryFixture::peerOfA);
const QString peerOfB = QString::fromLatin1(StoryFixture::peerOfB);

std::vector<Step> stepsOf(const ConversationEntry& entry) {
    std::vector<Step> steps;
    for (const Proof& proof : entry.proofs)
        steps.push_back(proof.step);
    return steps;
}

QJsonObject mail(int number, const QString& createdAt, bool isOwn,
                 const QStringList& recipients = {peerOfA}) {
    QJsonArray to;
    for (const QString& address : recipients)
        to.append(QJsonObject{{QStringLiteral("address"), address}});
    return {{QStringLiteral("id"), QStringLiteral("MSG%1").arg(number, 17, 10, QLatin1Char('0'))},
            {QStringLiteral("isOwn"), isOwn},
            {QStringLiteral("createdBy"), isOwn ? QStringLiteral("me") : peerOfA},
            {QStringLiteral("createdByDevice"), QStringLiteral("DVC")},
            {QStringLiteral("createdAt"), createdAt},
            {QStringLiteral("recipients"), to},
            {QStringLiteral("attachments"), QJsonArray()},
            {QStringLiteral("content"),
             QJsonObject{{QStringLiteral("@type"), QStringLiteral("Mail")},
                         {QStringLiteral("subject"), QStringLiteral("S%1").arg(number)},
                         {QStringLiteral("body"), QStringLiteral("B")}}}};
}

} // namespace

class TestThreads : public QObject {
    Q_OBJECT

    std::unique_ptr<StoryFixture> m_story;

    [[nodiscard]] std::unique_ptr<Conversation> conversation(const QString& peer = peerOfA) {
        auto made = std::make_unique<Conversation>(m_story->store(), nullptr, m_story->connection(), peer);
        StoryFixture::read(*made);
        return made;
    }

private Q_SLOTS:
    void init() { m_story = std::make_unique<StoryFixture>(); }
    void cleanup() { m_story.reset(); }

    void recordedStoryIsOneThread() {
        m_story->tellStoryOfA();
        const auto thread = conversation();
        QCOMPARE(thread->count(), 43);
        QHash<Kind, int> kinds;
        for (int i = 0; i < thread->count(); ++i) {
            QVERIFY(i == 0 || thread->time(i - 1) <= thread->time(i));
            ++kinds[thread->kind(i)];
            QCOMPARE(thread->entry(i)->id, thread->id(i));
            QCOMPARE(thread->indexOf(thread->id(i)), i);
            QVERIFY(!thread->entry(i)->summary().isEmpty());
        }
        QCOMPARE(kinds.value(Kind::Mail), 20);
        QCOMPARE(kinds.value(Kind::Request), 11);
        QCOMPARE(kinds.value(Kind::Notification), 2);
        QCOMPARE(kinds.value(Kind::RelationshipChange), 9);
        QCOMPARE(kinds.value(Kind::Other), 1);
        QVERIFY(thread->isGone());
    }

    void requestsSayHowTheyEnded_data() {
        QTest::addColumn<QString>("id");
        QTest::addColumn<Outcome>("outcome");
        QTest::addColumn<QStringList>("items");
        const QString yes = QStringLiteral("Accepted");
        const QString no = QStringLiteral("Rejected");
        QTest::newRow("accepted") << QStringLiteral("REQxf9XGvvvXV3ALbwIh") << Outcome::Accepted
                                  << QStringList{yes};
        QTest::newRow("rejected, though completed")
            << QStringLiteral("REQqnUxo8h9mF8xyKbHU") << Outcome::Rejected << QStringList{no};
        QTest::newRow("expired") << QStringLiteral("REQLmipiIRR3qscoo60Z") << Outcome::Expired
                                 << QStringList{QString()};
        QTest::newRow("open") << QStringLiteral("REQo77EYvbOcMmdCRIMi") << Outcome::Pending
                              << QStringList{QString()};
        QTest::newRow("of a template")
            << QStringLiteral("REQSamxkxlw4m0wlwe09") << Outcome::Accepted << QStringList{yes, yes, no, yes};
        QTest::newRow("accepted in part, in a group")
            << QStringLiteral("REQGkBCPLvXb8bATpKxX") << Outcome::Accepted << QStringList{yes, yes, no};
    }
    void requestsSayHowTheyEnded() {
        QFETCH(QString, id);
        m_story->tellStoryOfA();
        const auto thread = conversation();
        const auto* entry = thread->entry(thread->indexOf(id));
        QVERIFY(entry && entry->hasRequest());
        QTEST(entry->outcome(), "outcome");
        QStringList items;
        for (const auto& item : entry->itemResults())
            items.append(item.result());
        QTEST(items, "items");
    }

    void proofsAreInTheOrderOfSteps() {
        m_story->tellStoryOfA();
        const auto thread = conversation();
        const auto* request = thread->entry(thread->indexOf(QStringLiteral("REQxf9XGvvvXV3ALbwIh")));
        QCOMPARE(stepsOf(*request), (std::vector{Step::Created, Step::Sent, Step::StatusChanged,
                                                 Step::StatusChanged, Step::Answered}));
        // The message that carried it finds it too.
        QCOMPARE(thread->indexOf(QStringLiteral("MSGn4PuevZ18TlMO5qu6")), thread->indexOf(request->id));
        const auto* sent = thread->entry(thread->indexOf(QStringLiteral("MSGoAYv0lMDk6Oo3NtuQ")));
        QCOMPARE(stepsOf(*sent), (std::vector{Step::Sent, Step::Answered}));
        QCOMPARE(sent->answeredBy, QStringLiteral("MSGAObbBy1tQuOeUOchU"));
        const auto* received = thread->entry(thread->indexOf(sent->answeredBy));
        QCOMPARE(stepsOf(*received), (std::vector{Step::Received, Step::Processed}));
        QVERIFY(received->proofs.front().lag().value_or(-1) > 0);
        QVERIFY(received->proofs.front().channels.contains(Channel::Webhook));
    }

    void otherSideAsIncoming() {
        m_story->tellSamples(QStringLiteral("B"));
        const auto thread = conversation(peerOfB);
        const auto* decided = thread->entry(thread->indexOf(QStringLiteral("REQSamxkxlw4m0wlwe09")));
        QVERIFY(decided);
        QVERIFY(!decided->isOwn);
        QCOMPARE(decided->outcome(), Outcome::Accepted);
        QVERIFY(!decided->waitsForUs());
    }

    void whatComesIsInserted() {
        m_story->tellStoryOfA();
        const auto thread = conversation();
        const int before = thread->count();
        QSignalSpy inserted(thread.get(), &Conversation::inserted);
        m_story->tell("transport.messageReceived",
                      mail(1, QStringLiteral("2026-11-24T00:00:00.000Z"), false));
        QTRY_COMPARE(thread->count(), before + 1);
        QCOMPARE(inserted.front(), (QVariantList{before, 1}));
        QVERIFY(!thread->entry(before));
        thread->want(before, before);
        QTRY_VERIFY(thread->entry(before));
        QCOMPARE(thread->entry(before)->subject(), QStringLiteral("S1"));
        // What was told in the middle goes to its place.
        m_story->tell("transport.messageReceived",
                      mail(2, QStringLiteral("2026-11-23T21:47:22.000Z"), false));
        QTRY_COMPARE(thread->count(), before + 2);
        QCOMPARE(thread->id(4), QStringLiteral("MSG00000000000000002"));
    }

    void answerIsNoticed() {
        m_story->tell("transport.messageSent", mail(1, QStringLiteral("2026-11-24T00:00:00.000Z"), true));
        const auto thread = conversation();
        QVERIFY(thread->entry(0)->answeredBy.isEmpty());
        m_story->tell("transport.messageReceived",
                      mail(2, QStringLiteral("2026-11-24T00:00:01.000Z"), false));
        QTRY_COMPARE(thread->entry(0)->answeredBy, QStringLiteral("MSG00000000000000002"));
    }

    void ownPostIsTheFirstProof() {
        m_story->tell("transport.messageSent", mail(1, QStringLiteral("2026-11-24T00:00:00.000Z"), true));
        const auto thread = conversation();
        SendResult result;
        result.peer = peerOfA;
        result.state = SendResult::State::Sent;
        result.tookMs = 17;
        result.postedAt = Micros::now();
        result.message =
            *connector::Message::fromJson(mail(1, QStringLiteral("2026-11-24T00:00:00.000Z"), true));
        thread->noteSent(result);
        QTRY_COMPARE(stepsOf(*thread->entry(0)), (std::vector{Step::Accepted, Step::Sent}));
        QCOMPARE(thread->entry(0)->proofs.front().tookMs, 17);
    }

    void sentToSeveralStandsInEachThread() {
        m_story->tell("transport.messageSent", mail(1, QStringLiteral("2026-11-24T00:00:00.000Z"), true,
                                                    {QStringLiteral("did:e:localhost:dids:other"), peerOfA}));
        auto thread = conversation();
        QCOMPARE(thread->count(), 1);
        m_story->tell("transport.messageSent", mail(2, QStringLiteral("2026-11-24T00:00:01.000Z"), true,
                                                    {QStringLiteral("did:e:localhost:dids:other"), peerOfA}));
        QTRY_COMPARE(thread->count(), 2);
    }

    void manyInAnyOrder() {
        std::vector<Arrival> arrivals;
        static constexpr int count = 5000;
        for (int i = 0; i < count; ++i) {
            const int number = (i * 1237) % count;
            const Micros at{1'700'000'000'000'000 + qint64(number) * 1'000'000};
            const auto body = json::compact(
                QJsonObject{{QStringLiteral("trigger"), QStringLiteral("transport.messageReceived")},
                            {QStringLiteral("data"), mail(number, at.toIso(), false)}});
            arrivals.push_back(m_story->arrival(body, Micros::now(), QByteArray::number(i)));
        }
        m_story->append(std::move(arrivals));
        Conversation thread(m_story->store(), nullptr, m_story->connection(), peerOfA);
        // A model that believes the signals has the same entries in the end.
        int believed = 0;
        connect(&thread, &Conversation::inserted, this, [&](int first, int number) {
            QVERIFY(first <= believed);
            believed += number;
            QCOMPARE(believed, thread.count());
        });
        connect(&thread, &Conversation::reset, this, [&] { believed = thread.count(); });
        StoryFixture::read(thread);
        QCOMPARE(believed, count);
        for (int i = 0; i < count; ++i)
            QCOMPARE(thread.id(i), QStringLiteral("MSG%1").arg(i, 17, 10, QLatin1Char('0')));
    }

    void listShowsPeers() {
        m_story->tellStoryOfA();
        ConversationList list(m_story->store(), nullptr, m_story->connection());
        list.start();
        QTRY_VERIFY(list.isReady());
        QCOMPARE(list.peers().size(), size_t(1));
        const PeerSummary* peer = list.peer(peerOfA);
        QVERIFY(peer);
        QCOMPARE(peer->name, QStringLiteral("Bodo Beispiel"));
        QCOMPARE(peer->status, PeerSummary::Status::Gone);
        QCOMPARE(peer->unread, 0); // all of it was there before anybody looked
        QVERIFY(!peer->lastText.isEmpty());
        QCOMPARE(list.search(QStringLiteral("bod")).size(), size_t(1));
        QCOMPARE(list.search(QStringLiteral("nobody")).size(), size_t(0));
    }

    void unreadIsCountedAndKept() {
        const auto later = [](int seconds) {
            return Micros{Micros::now().value + seconds * 1'000'000LL}.toIso();
        };
        ConversationList list(m_story->store(), nullptr, m_story->connection());
        list.start();
        QTRY_VERIFY(list.isReady());
        m_story->tell("transport.messageReceived", mail(1, later(1), false));
        m_story->tell("transport.messageReceived", mail(2, later(2), false));
        m_story->tell("transport.messageSent", mail(3, later(3), true));
        QTRY_COMPARE(list.unread(), 2);
        QTRY_VERIFY(list.peer(peerOfA)->lastText.contains(QStringLiteral("S3")));
        list.markRead(peerOfA);
        QTRY_COMPARE(list.unread(), 0);
        m_story->tell("transport.messageReceived", mail(4, later(4), false));
        QTRY_COMPARE(list.unread(), 1);
        m_story->store().flush();
        ConversationList again(m_story->store(), nullptr, m_story->connection());
        again.start();
        QTRY_VERIFY(again.isReady());
        QCOMPARE(again.unread(), 1);
    }

    void waitingRequestsAreCounted() {
        ConversationList list(m_story->store(), nullptr, m_story->connection());
        list.start();
        QTRY_VERIFY(list.isReady());
        const auto status = [this](const QString& now) {
            m_story->tell(
                "consumption.incomingRequestStatusChanged",
                {{QStringLiteral("newStatus"), now},
                 {QStringLiteral("request"), QJsonObject{{QStringLiteral("id"), QStringLiteral("REQ1")},
                                                         {QStringLiteral("peer"), peerOfA},
                                                         {QStringLiteral("status"), now}}}});
        };
        status(QStringLiteral("ManualDecisionRequired"));
        QTRY_COMPARE(list.waiting(), 1);
        ConversationList again(m_story->store(), nullptr, m_story->connection());
        again.start();
        QTRY_VERIFY(again.isReady());
        QCOMPARE(again.waiting(), 1);
        status(QStringLiteral("Decided"));
        QTRY_COMPARE(list.waiting(), 0);
        status(QStringLiteral("DecisionRequired")); // overtaken
        m_story->tell("transport.messageReceived",
                      mail(9, QStringLiteral("2026-11-24T00:00:00.000Z"), false));
        QTRY_VERIFY(list.peer(peerOfA)->lastText.contains(QStringLiteral("S9")));
        QCOMPARE(list.waiting(), 0);
    }

    void profileFromTheStore() {
        m_story->tellStoryOfA();
        PeerProfile profile(m_story->store(), nullptr, m_story->connection(), peerOfA);
        QSignalSpy changed(&profile, &PeerProfile::changed);
        profile.refresh();
        QVERIFY(changed.wait());
        QVERIFY(profile.isGone());
        QVERIFY(profile.since().isValid());
        QVERIFY(profile.actions().empty());
        QVERIFY(!profile.sharedByPeer().empty());
        QCOMPARE(profile.sharedByPeer().front().value().type(), QStringLiteral("GivenName"));
        QCOMPARE(profile.values().value(QStringLiteral("peer.GivenName")), QStringLiteral("Bodo"));
    }
};

QTEST_GUILESS_MAIN(TestThreads)
#include "tst_threads.moc"
