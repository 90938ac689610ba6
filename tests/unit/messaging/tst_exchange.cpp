// SPDX-License-Identifier: MIT
// Conversations, profiles and round trips over real HTTP: the sandbox delivers webhooks and answers REST.
#include "pairfixture.h"
#include "storyfixture.h"

#include <meshwatch/messaging/conversationlist.h>
#include <meshwatch/messaging/peerprofile.h>
#include <meshwatch/messaging/requestcheck.h>
#include <meshwatch/messaging/requestwatch.h>
#include <meshwatch/messaging/roundtrip.h>
#include <meshwatch/messaging/sender.h>

#include <QSignalSpy>
#include <QTimer>

using namespace meshwatch;
using Kind = RelationshipAction::Kind;

class TestExchange : public QObject {
    Q_OBJECT

    std::unique_ptr<PairFixture> m_pair;

    [[nodiscard]] std::unique_ptr<Conversation> conversation(int side) {
        auto made = std::make_unique<Conversation>(m_pair->store(), &m_pair->client(side),
                                                   m_pair->connection(side), m_pair->address(1 - side));
        StoryFixture::read(*made);
        return made;
    }
    void send(int from, const QString& subject) {
        const auto draft =
            connector::MessageDraft::mail({m_pair->address(1 - from)}, {}, subject, QStringLiteral("B"));
        PairFixture::valueOf(m_pair->client(from).messages().send(draft));
    }
    /// B accepts what it is asked and writes back to Mail, once each, until the object goes.
    [[nodiscard]] std::unique_ptr<QObject> answeringPeer() {
        auto context = std::make_unique<QObject>();
        auto* store = &m_pair->store();
        const auto since = std::make_shared<Micros>(Micros::now());
        connect(store, &EventStore::appended, context.get(), [this, since] {
            const auto messages = PairFixture::valueOf(m_pair->client(1).messages().list(
                connector::Filter().is(u"isOwn", false).between(u"createdAt", *since, {})));
            for (const auto& message : messages) {
                if (m_answered.contains(message.id()))
                    continue;
                m_answered.insert(message.id());
                if (message.content().type() == QLatin1String("Mail"))
                    send(1, QStringLiteral("Re"));
                else if (message.content().type() == QLatin1String("Request"))
                    accept(message.content().at(u"id").toString());
            }
        });
        return context;
    }
    void accept(const QString& id) {
        const auto request = PairFixture::valueOf(m_pair->client(1).incomingRequests().get(id));
        if (request.status() != connector::Request::Status::ManualDecisionRequired) {
            QTimer::singleShot(50, this, [this, id] { accept(id); });
            return;
        }
        RequestDecision decision(request);
        decision.acceptAll();
        PairFixture::valueOf(requestcheck::decide(m_pair->client(1), decision));
    }
    QSet<QString> m_answered;

private Q_SLOTS:
    void init() {
        m_pair = std::make_unique<PairFixture>();
        m_answered.clear(); // every sandbox gives the same ids
    }
    void cleanup() { m_pair.reset(); }

    void threadFollowsWhatHappens() {
        const auto thread = conversation(0);
        const int before = thread->count();
        QVERIFY(before >= 3); // asked for, accepted, and the template's Request
        Sender sender(m_pair->client(0));
        connect(&sender, &Sender::finished, thread.get(), &Conversation::noteSent);
        sender.sendMail(m_pair->address(1), {QStringLiteral("Hello"), QStringLiteral("B"), false, {}});
        QTRY_COMPARE(thread->count(), before + 1);
        thread->want(before, before);
        QTRY_VERIFY(thread->entry(before) && thread->entry(before)->proofs.size() == 2);
        const auto proofs = thread->entry(before)->proofs;
        QCOMPARE(proofs[0].step, Proof::Step::Accepted);
        QCOMPARE(proofs[1].step, Proof::Step::Sent);
        QTRY_VERIFY(!PairFixture::valueOf(m_pair->client(1).messages().list()).empty());
        send(1, QStringLiteral("Re: Hello"));
        QTRY_COMPARE(thread->entry(before)->proofs.size(), size_t(3));
        QCOMPARE(thread->entry(before)->proofs[2].step, Proof::Step::Answered);
    }

    void restHasWhatRetentionRemoved() {
        for (int i = 0; i < 12; ++i)
            send(i % 2, QStringLiteral("Mail %1").arg(i));
        const auto whole = conversation(0);
        QTRY_COMPARE(whole->indexOf(whole->id(whole->count() - 1)), whole->count() - 1);
        QTRY_VERIFY(([&] {
            int mails = 0;
            for (int i = 0; i < whole->count(); ++i)
                mails += whole->kind(i) == ConversationEntry::Kind::Mail;
            return mails == 12;
        }()));
        m_pair->store().flush();
        m_pair->store().setRetention({0, 6, 0});
        QSignalSpy trimmed(&m_pair->store(), &EventStore::trimmed);
        send(0, QStringLiteral("Last"));
        QTRY_VERIFY(!trimmed.isEmpty());
        const auto thread = conversation(0);
        QStringList subjects;
        int requests = 0;
        for (int i = 0; i < thread->count(); ++i) {
            const auto* entry = thread->entry(i);
            QVERIFY(entry);
            if (entry->kind == ConversationEntry::Kind::Mail)
                subjects.append(entry->subject());
            requests += entry->hasRequest();
        }
        QStringList expected;
        for (int i = 0; i < 12; ++i)
            expected.append(QStringLiteral("Mail %1").arg(i));
        expected.append(QStringLiteral("Last"));
        QCOMPARE(subjects.size(), expected.size());
        QCOMPARE(QSet<QString>(subjects.begin(), subjects.end()),
                 QSet<QString>(expected.begin(), expected.end()));
        QCOMPARE(requests, 1);
    }

    void listKnowsWhatRestKnows() {
        ConversationList list(m_pair->store(), &m_pair->client(0), m_pair->connection(0));
        list.start();
        QTRY_VERIFY(list.isReady() && list.peer(m_pair->address(1)));
        QTRY_COMPARE(list.peer(m_pair->address(1))->status, PeerSummary::Status::Active);
        send(1, QStringLiteral("News"));
        QTRY_COMPARE(list.unread(), 1);
        QVERIFY(list.peer(m_pair->address(1))->lastText.contains(QStringLiteral("News")));
    }

    /// A store that missed the end: only REST can tell.
    void listNoticesWhatWasLeftUnseen() {
        m_pair->sandbox().setWebhooksPaused(0, true);
        const QString id = PairFixture::valueOf(m_pair->client(0).relationships().list()).front().id();
        PairFixture::valueOf(m_pair->client(0).relationships().terminate(id));
        PairFixture::valueOf(m_pair->client(0).relationships().decompose(id));
        ConversationList list(m_pair->store(), &m_pair->client(0), m_pair->connection(0));
        list.start();
        QTRY_VERIFY(list.peer(m_pair->address(1)));
        QTRY_COMPARE(list.peer(m_pair->address(1))->status, PeerSummary::Status::Gone);
        const auto thread = conversation(0);
        QTRY_VERIFY(thread->isGone());
    }

    void relationshipEndsAndIsReadable() {
        send(0, QStringLiteral("Kept"));
        const auto thread = conversation(0);
        PeerProfile profile(m_pair->store(), &m_pair->client(0), m_pair->connection(0), m_pair->address(1));
        PeerProfile other(m_pair->store(), &m_pair->client(1), m_pair->connection(1), m_pair->address(0));
        const auto actionsOf = [](PeerProfile& of) {
            of.refresh();
            QSignalSpy changed(&of, &PeerProfile::changed);
            (void)changed.wait();
            QList<Kind> kinds;
            for (const auto& action : of.actions())
                kinds.append(action.kind);
            return kinds;
        };
        const auto perform = [](PeerProfile& of, Kind kind) {
            QSignalSpy performed(&of, &PeerProfile::performed);
            of.perform({kind});
            return performed.wait();
        };
        QCOMPARE(actionsOf(profile), QList{Kind::Terminate});
        QCOMPARE(actionsOf(other), QList{Kind::Terminate});
        QVERIFY(profile.since().isValid());
        QVERIFY(perform(profile, Kind::Terminate));
        // The other side is told by an event, without asking.
        QTRY_COMPARE(other.actions().size(), size_t(2));
        QCOMPARE(actionsOf(profile), (QList{Kind::RequestReactivation, Kind::Decompose}));
        QVERIFY(perform(profile, Kind::RequestReactivation));
        QCOMPARE(actionsOf(profile), (QList{Kind::RevokeReactivation, Kind::Decompose}));
        QCOMPARE(profile.reactivation(), PeerProfile::Reactivation::ByUs);
        QTRY_COMPARE(actionsOf(other),
                     (QList{Kind::AcceptReactivation, Kind::RejectReactivation, Kind::Decompose}));
        QVERIFY(perform(other, Kind::RejectReactivation));
        QTRY_COMPARE(actionsOf(profile), (QList{Kind::RequestReactivation, Kind::Decompose}));
        QVERIFY(perform(profile, Kind::Decompose));
        QTRY_COMPARE(actionsOf(profile), QList<Kind>());
        QVERIFY(profile.isGone());
        QVERIFY(profile.relationship().has_value());
        QTRY_VERIFY(thread->isGone());
        const auto again = conversation(0);
        QTRY_VERIFY(again->isGone());
        int kept = 0;
        for (int i = 0; i < again->count(); ++i)
            kept += again->entry(i)->subject() == QLatin1String("Kept");
        QCOMPARE(kept, 1);
        QTRY_COMPARE(actionsOf(other), QList{Kind::Decompose});
    }

    void expiryIsNoticed() {
        RequestWatch watch(m_pair->client(0), m_pair->store(), m_pair->connection(0));
        QSignalSpy expired(&watch, &RequestWatch::expired);
        watch.start();
        RequestDraft draft;
        draft.expiresAt = Micros{Micros::now().value + 2'000'000};
        RequestItem item;
        item.kind = RequestItem::Authentication{QStringLiteral("Soon over")};
        draft.items.emplace_back(item);
        Sender sender(m_pair->client(0));
        const qint64 id = sender.sendRequest(m_pair->address(1), draft);
        QTRY_COMPARE(sender.result(id)->state, SendResult::State::Sent);
        QTRY_COMPARE(watch.watched(), 1);
        const auto thread = conversation(0);
        const int at = thread->indexOf(sender.result(id)->requestId);
        QVERIFY(at >= 0);
        QTRY_COMPARE(expired.size(), 1);
        QCOMPARE(watch.watched(), 0);
        QTRY_COMPARE(thread->entry(at)->outcome(), ConversationEntry::Outcome::Expired);
    }

    void roundTrips_data() {
        QTest::addColumn<RoundTripResult::Way>("way");
        QTest::addColumn<bool>("isRequest");
        QTest::newRow("mail by events") << RoundTripResult::Way::Events << false;
        QTest::newRow("mail by polling") << RoundTripResult::Way::Polling << false;
        QTest::newRow("request by events") << RoundTripResult::Way::Events << true;
        QTest::newRow("request by polling") << RoundTripResult::Way::Polling << true;
    }
    void roundTrips() {
        QFETCH(RoundTripResult::Way, way);
        QFETCH(bool, isRequest);
        const auto peer = answeringPeer();
        RoundTrip trip(m_pair->client(0), m_pair->store(), m_pair->connection(0));
        QSignalSpy finished(&trip, &RoundTrip::finished);
        RoundTrip::Settings settings;
        settings.way = way;
        settings.pollInterval = std::chrono::milliseconds(100);
        settings.timeout = std::chrono::seconds(20);
        const auto content = isRequest ? RoundTrip::Content(RoundTrip::testRequest())
                                       : RoundTrip::Content(RoundTrip::testMail());
        trip.start(m_pair->address(1), content, settings);
        QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 1, 25'000);
        const RoundTripResult& result = trip.result();
        QCOMPARE(result.ending, RoundTripResult::Ending::Answered);
        QVERIFY(result.totalMs() >= 0 && result.sentConfirmedMs >= 0);
        QVERIFY(!result.answerId.isEmpty());
        QVERIFY(result.bytesSent() > 0 && result.bytesReceived() > 0);
        QStringList names;
        for (const auto& step : result.steps)
            names.append(step.name);
        QVERIFY(names.contains(QStringLiteral("POST Messages")));
        const bool isPolling = way == RoundTripResult::Way::Polling;
        QCOMPARE(names.contains(QStringLiteral("transport.messageSent")), !isPolling);
        QCOMPARE(names.contains(QStringLiteral("transport.messageReceived")), !isPolling);
        QCOMPARE(names.contains(QStringLiteral("POST Account/Sync")), isPolling);
        QCOMPARE(result.calls(), isPolling ? int(names.size()) : (isRequest ? 2 : 1));
        QVERIFY(RoundTripResult::compare(result, result).size() >= 4);
        QCOMPARE(result.toJson().value(QLatin1String("ending")).toString(), QStringLiteral("answered"));
    }

    void roundTripsEnd() {
        RoundTrip late(m_pair->client(0), m_pair->store(), m_pair->connection(0));
        QSignalSpy finished(&late, &RoundTrip::finished);
        RoundTrip::Settings settings;
        settings.timeout = std::chrono::milliseconds(300);
        late.start(m_pair->address(1), RoundTrip::testMail(), settings);
        QVERIFY(finished.wait());
        QCOMPARE(late.result().ending, RoundTripResult::Ending::TimedOut);
        QVERIFY(!late.result().error.message.isEmpty());
        RoundTrip cancelled(m_pair->client(0), m_pair->store(), m_pair->connection(0));
        cancelled.start(m_pair->address(1), RoundTrip::testMail(), settings);
        cancelled.cancel();
        QCOMPARE(cancelled.result().ending, RoundTripResult::Ending::Cancelled);
    }
};

QTEST_GUILESS_MAIN(TestExchange)
#include "tst_exchange.moc"
