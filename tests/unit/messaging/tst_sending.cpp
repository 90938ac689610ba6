// SPDX-License-Identifier: MIT
// Over real HTTP against the sandbox: what is sent, and that it is never sent twice.
#include "cuttingproxy.h"
#include "pairfixture.h"

#include <meshwatch/events/eventreader.h>
#include <meshwatch/messaging/requestcheck.h>
#include <meshwatch/messaging/sendmany.h>

#include <QFile>
#include <QSignalSpy>

using namespace meshwatch;
using State = SendResult::State;
using Cut = CuttingProxy::Cut;

namespace {

Sender::Settings hurried() {
    return {std::chrono::milliseconds(20), std::chrono::milliseconds(50), std::chrono::milliseconds(300)};
}

MailDraft mail(const QString& subject) { return {subject, QStringLiteral("Text"), false, {}}; }

RequestDraft request(const QString& title) {
    RequestDraft draft;
    draft.title = title;
    RequestItem item;
    item.kind = RequestItem::Consent{QStringLiteral("I agree"), {}, {}, false};
    draft.items.emplace_back(item);
    return draft;
}

} // namespace

class TestSending : public QObject {
    Q_OBJECT

    std::unique_ptr<PairFixture> m_pair;

    /// The states that a message goes through, to its end.
    static QList<State> statesOf(Sender& sender, const std::function<qint64()>& send,
                                 bool waitsForEnd = true) {
        QList<State> states;
        const auto connection = connect(&sender, &Sender::changed, &sender,
                                        [&states](const SendResult& result) { states.append(result.state); });
        const qint64 id = send();
        (void)QTest::qWaitFor(
            [&] {
                const State state = sender.result(id)->state;
                return sender.result(id)->isFinished() || (!waitsForEnd && state == State::InDoubt);
            },
            20'000);
        disconnect(connection);
        return states;
    }

    [[nodiscard]] bool isInStore(const QString& message) const {
        const auto reader = EventReader::open(m_pair->store().path());
        return reader && !(*reader)->ofObject(message.toUtf8()).empty();
    }

private Q_SLOTS:
    void initTestCase() { m_pair = std::make_unique<PairFixture>(); }
    void cleanupTestCase() { m_pair.reset(); }

    void mailIsSent() {
        QFile file(m_pair->folder() + QStringLiteral("/hällo.txt"));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write("hello") == 5);
        file.close();
        Sender sender(m_pair->client(0));
        MailDraft draft = mail(QStringLiteral("With file"));
        draft.attachments = {file.fileName()};
        qint64 id = 0;
        const auto states = statesOf(sender, [&] { return id = sender.sendMail(m_pair->address(1), draft); });
        QCOMPARE(states, (QList{State::Uploading, State::Posting, State::Sent}));
        const SendResult& result = *sender.result(id);
        QVERIFY(result.tookMs >= 0);
        QCOMPARE(result.message.attachmentIds().size(), 1);
        QCOMPARE(m_pair->countSent(0, draft.subject), 1);
        const auto sent = PairFixture::valueOf(m_pair->client(0).messages().get(result.message.id()));
        QCOMPARE(sent.attachedFiles().front().filename(), QStringLiteral("hällo.txt"));
        sender.forget(id);
        QVERIFY(!sender.result(id));
    }

    void whatCannotBeSentIsSaid() {
        Sender sender(m_pair->client(0));
        MailDraft draft = mail(QStringLiteral("x"));
        draft.attachments = {QStringLiteral("/no/such/file")};
        qint64 id = 0;
        QCOMPARE(statesOf(sender, [&] { return id = sender.sendMail(m_pair->address(1), draft); }),
                 QList{State::Failed});
        QVERIFY(sender.result(id)->text().contains(QStringLiteral("/no/such/file")));
        const QString stranger = QStringLiteral("did:e:localhost:dids:0123456789abcdef012345");
        statesOf(sender, [&] { return id = sender.sendMail(stranger, mail(QStringLiteral("y"))); });
        QCOMPARE(sender.result(id)->state, State::Failed);
        QVERIFY(!sender.result(id)->error.code.isEmpty());
    }

    void requestIsSentAndAnswered() {
        Sender sender(m_pair->client(0));
        qint64 id = 0;
        const QString title = QStringLiteral("Agree?");
        const auto states =
            statesOf(sender, [&] { return id = sender.sendRequest(m_pair->address(1), request(title)); });
        QCOMPARE(states, (QList{State::Checking, State::Posting, State::Sent}));
        const QString requestId = sender.result(id)->requestId;
        QCOMPARE(m_pair->countSent(0, title), 1);

        connector::Request incoming;
        QTRY_VERIFY(([&] {
            const auto list = PairFixture::valueOf(m_pair->client(1).incomingRequests().list(
                connector::Filter().is(u"id", requestId).is(u"status", u"ManualDecisionRequired")));
            if (!list.empty())
                incoming = list.front();
            return !list.empty();
        }()));
        RequestDecision decision(incoming);
        decision.acceptAll();
        QVERIFY(PairFixture::valueOf(requestcheck::canDecide(m_pair->client(1), decision)).empty());
        PairFixture::valueOf(requestcheck::decide(m_pair->client(1), decision));
        QTRY_COMPARE(PairFixture::valueOf(m_pair->client(0).outgoingRequests().get(requestId)).response()
                         ? PairFixture::valueOf(m_pair->client(0).outgoingRequests().get(requestId))
                               .response()
                               ->result()
                               .text
                         : QString(),
                     QStringLiteral("Accepted"));
        // Deciding twice is refused.
        const auto again = requestcheck::decide(m_pair->client(1), decision);
        QTRY_VERIFY(again.isFinished());
        QVERIFY(!again.result().ok());
    }

    void connectorFindsWhatIsWrong() {
        RequestDraft draft = request(QStringLiteral("x"));
        RequestItem item;
        item.kind = RequestItem::DeleteAttribute{QStringLiteral("ATT00000000000000001")};
        draft.items.emplace_back(item);
        const auto problems =
            PairFixture::valueOf(requestcheck::canCreate(m_pair->client(0), draft, m_pair->address(1)));
        QVERIFY(!problems.empty());
        QCOMPARE(problems.front().path, QStringLiteral("items.1"));
        Sender sender(m_pair->client(0));
        qint64 id = 0;
        statesOf(sender, [&] { return id = sender.sendRequest(m_pair->address(1), draft); });
        QCOMPARE(sender.result(id)->state, State::Failed);
        QVERIFY(sender.result(id)->text().contains(QStringLiteral("items.1")));
    }

    void candidatesAreFound() {
        RequestItem item;
        item.kind =
            RequestItem::ReadAttribute{{AttributeQuery::Identity{QStringLiteral("DisplayName"), {}}, {}}};
        const auto found = PairFixture::valueOf(requestcheck::candidates(m_pair->client(1), item));
        QCOMPARE(found.size(), size_t(1));
        QCOMPARE(found.front().value().at(u"value").toString(), QStringLiteral("Bodo"));
        item.kind = RequestItem::Authentication{};
        QVERIFY(PairFixture::valueOf(requestcheck::candidates(m_pair->client(1), item)).empty());
    }

    void brokenConnectionIsFoundOut_data() {
        QTest::addColumn<bool>("isRequest");
        QTest::addColumn<Cut>("cut");
        QTest::addColumn<State>("end");
        QTest::newRow("mail arrived") << false << Cut::Answer << State::Sent;
        QTest::newRow("mail did not arrive") << false << Cut::Request << State::Failed;
        QTest::newRow("request arrived") << true << Cut::Answer << State::Sent;
        QTest::newRow("request did not arrive") << true << Cut::Request << State::Failed;
    }
    void brokenConnectionIsFoundOut() {
        QFETCH(bool, isRequest);
        QFETCH(Cut, cut);
        QFETCH(State, end);
        CuttingProxy proxy(quint16(m_pair->client(0).settings().baseUrl.port()));
        ConnectorClient client(m_pair->settings(0, proxy.port()));
        Sender sender(client);
        sender.setSettings(hurried());
        const QString subject = QString::fromLatin1(QTest::currentDataTag());
        proxy.setCut(cut);
        qint64 id = 0;
        const auto send = [&] {
            id = isRequest ? sender.sendRequest(m_pair->address(1), request(subject))
                           : sender.sendMail(m_pair->address(1), mail(subject));
            return id;
        };
        const auto states = statesOf(sender, send, false);
        QCOMPARE(states.last(), State::InDoubt);
        QCOMPARE(sender.inDoubt(), 1);
        // It stays in doubt while nobody answers.
        QTest::qWait(400);
        QCOMPARE(sender.result(id)->state, State::InDoubt);
        proxy.recover();
        QTRY_VERIFY(sender.result(id)->isFinished());
        QCOMPARE(sender.result(id)->state, end);
        QVERIFY(sender.result(id)->wasInDoubt);
        QCOMPARE(sender.inDoubt(), 0);
        QCOMPARE(proxy.posts, 1);
        QCOMPARE(m_pair->countSent(0, subject), end == State::Sent ? 1 : 0);
        if (end == State::Sent)
            QCOMPARE(sender.result(id)->message.toJson().isEmpty(), false);
    }

    void equalMailsInDoubtAreTwo() {
        CuttingProxy proxy(quint16(m_pair->client(0).settings().baseUrl.port()));
        ConnectorClient client(m_pair->settings(0, proxy.port()));
        Sender sender(client);
        sender.setSettings(hurried());
        const QString subject = QStringLiteral("Twice the same");
        qint64 first = 0;
        statesOf(sender, [&] { return first = sender.sendMail(m_pair->address(1), mail(subject)); });
        proxy.setCut(Cut::Request);
        qint64 second = 0;
        statesOf(
            sender, [&] { return second = sender.sendMail(m_pair->address(1), mail(subject)); }, false);
        proxy.recover();
        QTRY_VERIFY(sender.result(second)->isFinished());
        // The first one's message is not taken for the second one's.
        QCOMPARE(sender.result(second)->state, State::Failed);
        QCOMPARE(m_pair->countSent(0, subject), 1);
    }

    /// Another client sends the same at the same time: its event says that it is not ours.
    void eventsTellWhoseMailItIs_data() {
        QTest::addColumn<Cut>("cut");
        QTest::addColumn<State>("end");
        QTest::newRow("ours arrived") << Cut::Answer << State::Sent;
        QTest::newRow("ours did not arrive") << Cut::Request << State::Failed;
    }
    void eventsTellWhoseMailItIs() {
        QFETCH(Cut, cut);
        const MailDraft draft =
            mail(QStringLiteral("By two: ") + QString::fromLatin1(QTest::currentDataTag()));
        CuttingProxy proxy(quint16(m_pair->client(0).settings().baseUrl.port()));
        ConnectorClient client(m_pair->settings(0, proxy.port()));
        Sender sender(client);
        sender.setSettings(hurried());
        sender.setProofs(m_pair->store(), m_pair->connection(0));
        proxy.setCut(cut);
        qint64 id = 0;
        statesOf(
            sender, [&] { return id = sender.sendMail(m_pair->address(1), draft); }, false);
        QCOMPARE(sender.result(id)->state, State::InDoubt);
        connector::MessageDraft same;
        same.recipients = {m_pair->address(1)};
        same.content = draft.content(m_pair->address(1));
        const QString other = PairFixture::valueOf(m_pair->client(0).messages().send(same)).id();
        QTRY_VERIFY(isInStore(other));
        proxy.recover();
        QTRY_VERIFY(sender.result(id)->isFinished());
        QTEST(sender.result(id)->state, "end");
        QVERIFY(sender.result(id)->message.toJson().isEmpty() || sender.result(id)->message.id() != other);
    }

    void interruptedMailIsFoundOut_data() {
        QTest::addColumn<bool>("isSent");
        QTest::addColumn<bool>("hasProofs");
        QTest::addColumn<State>("end");
        QTest::newRow("sent, by its event") << true << true << State::Sent;
        QTest::newRow("sent, by its content") << true << false << State::Sent;
        QTest::newRow("not sent") << false << true << State::Failed;
    }
    void interruptedMailIsFoundOut() {
        QFETCH(bool, isSent);
        QFETCH(bool, hasProofs);
        QFile file(m_pair->folder() + QStringLiteral("/interrupted.txt"));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write("hello") == 5);
        file.close();
        PostedMail posted{
            mail(QStringLiteral("Interrupted: ") + QString::fromLatin1(QTest::currentDataTag())),
            Micros::now(), QByteArray("call-of-") + QByteArray::number(isSent + 2 * hasProofs)};
        posted.mail.attachments = {file.fileName()};
        QString id;
        if (isSent) {
            Sender first(m_pair->client(0));
            qint64 sent = 0;
            statesOf(first, [&] {
                return sent = first.sendMail(m_pair->address(1), posted.mail, posted.correlationId);
            });
            id = first.result(sent)->message.id();
            QTRY_VERIFY(isInStore(id));
        }
        // The next start of the program knows only what was noted before.
        Sender sender(m_pair->client(0));
        sender.setSettings(hurried());
        if (hasProofs)
            sender.setProofs(m_pair->store(), m_pair->connection(0));
        const qint64 found = sender.findOut(m_pair->address(1), posted);
        QCOMPARE(sender.result(found)->state, State::InDoubt);
        QVERIFY(sender.result(found)->text().contains(QStringLiteral("may have been sent")));
        QTRY_VERIFY(sender.result(found)->isFinished());
        QTEST(sender.result(found)->state, "end");
        if (isSent)
            QCOMPARE(sender.result(found)->message.id(), id);
        else
            QVERIFY(sender.result(found)->text().contains(QStringLiteral("Certainly not sent")));
        QCOMPARE(m_pair->countSent(0, posted.mail.subject), isSent ? 1 : 0);
    }

    void manyGetTheirOwn() {
        Sender sender(m_pair->client(0));
        SendMany many(sender);
        QSignalSpy finished(&many, &SendMany::finished);
        TemplateValues known;
        known.set(QStringLiteral("peer.name"), QStringLiteral("Bodo"));
        const QString stranger = QStringLiteral("did:e:localhost:dids:0123456789abcdef012345");
        QFile file(m_pair->folder() + QStringLiteral("/many.txt"));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write("hello") == 5);
        file.close();
        MailDraft draft{QStringLiteral("To {{peer.name}}"), QStringLiteral("Text"), false, {file.fileName()}};
        many.start(draft,
                   {{m_pair->address(1), known}, {m_pair->address(1), TemplateValues()}, {stranger, known}},
                   2);
        QVERIFY(finished.wait(20'000));
        QCOMPARE(many.results()[0].state, State::Sent);
        QCOMPARE(many.results()[1].state, State::Skipped);
        QCOMPARE(many.results()[1].unresolved, QStringList{QStringLiteral("peer.name")});
        QCOMPARE(many.results()[2].state, State::Failed);
        QCOMPARE(many.progress().done(), 3);
        QCOMPARE(m_pair->countSent(0, QStringLiteral("To Bodo")), 1);
        QVERIFY(!many.isRunning());
        const auto files = PairFixture::valueOf(
            m_pair->client(0).files().own(connector::Filter().is(u"filename", u"many.txt")));
        QCOMPARE(files.size(), size_t(1));
    }

    void manyCanBeStopped() {
        Sender sender(m_pair->client(0));
        SendMany many(sender);
        QSignalSpy finished(&many, &SendMany::finished);
        std::vector<SendMany::To> peers(50, SendMany::To{m_pair->address(1), {}});
        connect(&many, &SendMany::resultChanged, this, [&many] {
            if (many.progress().sent == 3)
                many.stop();
        });
        many.start(mail(QStringLiteral("Stopped")), peers, 2);
        QVERIFY(finished.wait(20'000));
        const auto progress = many.progress();
        QCOMPARE(progress.done(), 50);
        QVERIFY(progress.skipped > 40);
        QCOMPARE(m_pair->countSent(0, QStringLiteral("Stopped")), progress.sent);
    }

    /// Who is not online gets twenty messages from one sender, and no more.
    void unfetchedMessagesAreLimited() {
        sandbox::Sandbox& sandbox = m_pair->sandbox();
        sandbox.sync(1);
        QVERIFY(sandbox.setRunning(1, false));
        Sender sender(m_pair->client(0));
        SendMany many(sender);
        QSignalSpy finished(&many, &SendMany::finished);
        const MailDraft draft = mail(QStringLiteral("Too many"));
        many.start(draft, std::vector<SendMany::To>(25, {m_pair->address(1), {}}), 3);
        QVERIFY(finished.wait(20'000));
        QCOMPARE(many.progress().sent, 20);
        QCOMPARE(many.progress().failed, 5);
        for (const SendResult& result : many.results()) {
            if (result.state == State::Failed)
                QVERIFY2(result.text().contains(QStringLiteral("20 messages")), qPrintable(result.text()));
        }
        QCOMPARE(m_pair->countSent(0, draft.subject), 20);
        // Once they are fetched there is room again.
        QVERIFY(sandbox.setRunning(1, true));
        qint64 id = 0;
        statesOf(sender, [&] { return id = sender.sendMail(m_pair->address(1), draft); });
        QCOMPARE(sender.result(id)->state, State::Sent);
    }
};

QTEST_GUILESS_MAIN(TestSending)
#include "tst_sending.moc"
