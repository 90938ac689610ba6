// SPDX-License-Identifier: MIT
#include "pubsubfixture.h"

#include <meshwatch/events/eventparser.h>

#include <QElapsedTimer>
#include <QFile>

using namespace meshwatch;

namespace {

/// The webhook deliveries of a recorded story, each once, in their order.
std::vector<QJsonObject> recordedEvents() {
    std::vector<QJsonObject> events;
    QFile file(QStringLiteral(MESHWATCH_SHARED_DIR "/recordings/webhooks-a.jsonl"));
    if (!file.open(QIODevice::ReadOnly))
        return events;
    while (!file.atEnd()) {
        const auto line = QJsonDocument::fromJson(file.readLine()).object();
        if (line.value(QLatin1String("url")).toString().startsWith(QLatin1String("/a/hook/")))
            events.push_back(line);
    }
    return events;
}

} // namespace

/// A subscription read over HTTP, from a server that follows the public reference.
class TestPubSubLink : public QObject, PubSubFixture {
    Q_OBJECT

private Q_SLOTS:
    void init() { renew(); }
    void cleanup() {
        qunsetenv("PUBSUB_EMULATOR_HOST");
        close();
    }

    /// The same events as by webhook: equal when read alone, one event each when both ways are watched.
    void storesWhatWasRecorded() {
        const auto recorded = recordedEvents();
        if (recorded.empty())
            QSKIP("There are no recordings beside the project.");
        std::vector<Arrival> byWebhook;
        EventParser parser;
        for (const QJsonObject& line : recorded) {
            const QJsonObject body = line.value(QLatin1String("body")).toObject();
            const QByteArray data = json::compact(body.value(QLatin1String("data")).toObject());
            m_server->publish(body.value(QLatin1String("trigger")).toString(), data);
            Arrival arrival;
            arrival.connection = lab;
            arrival.receivedAt = Micros::now();
            arrival.correlationId = json::textAt(line, u"headers.x-correlation-id").toUtf8();
            arrival.body = json::compact(body);
            arrival.facts = *parser.parse(arrival.body, {});
            byWebhook.push_back(std::move(arrival));
        }
        start();
        QTRY_COMPARE_WITH_TIMEOUT(m_server->left(), qsizetype(0), longWait);
        QCOMPARE(stored(), qint64(recorded.size()));
        const auto read = reader();
        for (size_t i = 0; i < recorded.size(); ++i) {
            const QJsonObject body = recorded[i].value(QLatin1String("body")).toObject();
            const auto event = read->event({qint64(i) + 1});
            QCOMPARE(event->row.trigger, body.value(QLatin1String("trigger")).toString());
            QCOMPARE(event->body, json::compact(body.value(QLatin1String("data")).toObject()));
            QCOMPARE(event->row.channels, Channels(Channel::PubSub));
            QCOMPARE(event->arrivals.front().path, QByteArray("lab/watch"));
            QCOMPARE(event->arrivals.front().headers,
                     QByteArray("namespace: ") + event->row.trigger.toUtf8() + '\n');
        }
        m_store->append(byWebhook, {});
        m_store->flush();
        QCOMPARE(stored(), qint64(recorded.size()));
        QCOMPARE(m_source->figures().received, qint64(recorded.size()));
        QCOMPARE(m_source->figures().stored, qint64(recorded.size()));
    }

    void acknowledgesOnlyWhatIsCommitted() {
        constexpr int events = 2000;
        std::atomic<qint64> acknowledged = 0;
        std::atomic<bool> isTooEarly = false;
        m_server->onAcknowledge = [&](const QStringList& ids) {
            acknowledged += ids.size();
            if (reader()->range().count() < acknowledged)
                isTooEarly = true;
        };
        publishMails(1, events);
        start(settings(QStringLiteral("&messages=100")));
        QTRY_COMPARE_WITH_TIMEOUT(m_server->left(), qsizetype(0), longWait);
        QVERIFY(!isTooEarly);
        QCOMPARE(stored(), qint64(events));
    }

    void extendsWhatTheStoreCannotWriteYet() {
        setTerm(2);
        start();
        QTRY_VERIFY_WITH_TIMEOUT(isConnected(), longWait);
        {
            const FullDisk full;
            publishMails(1, 20);
            QTRY_VERIFY_WITH_TIMEOUT(m_server->calls(QStringLiteral("modifyAckDeadline")) >= 4, longWait);
            QVERIFY(m_server->acknowledged().isEmpty());
            QVERIFY(isConnected());
        }
        QTRY_COMPARE_WITH_TIMEOUT(m_server->left(), qsizetype(0), longWait);
        QCOMPARE(stored(), qint64(20));
    }

    /// Acknowledging fails for longer than messages are lent, so all of them come again.
    void knowsWhatComesAgain() {
        setTerm(1);
        m_server->setFault({.verb = QStringLiteral("acknowledge"), .status = 500, .times = -1});
        publishMails(1, 30);
        start();
        QTRY_VERIFY_WITH_TIMEOUT(m_source->figures().received >= 60, longWait);
        m_server->clearFault();
        QTRY_COMPARE_WITH_TIMEOUT(m_server->left(), qsizetype(0), longWait);
        const auto read = reader();
        QCOMPARE(read->range().count(), qint64(30));
        for (int i = 1; i <= 30; ++i)
            QCOMPARE(read->event({i})->row.arrivals, 1);
    }

    void equalMessagesStayTwo() {
        publishMails(1, 1);
        publishMails(1, 1);
        start();
        QTRY_COMPARE_WITH_TIMEOUT(m_server->left(), qsizetype(0), longWait);
        QCOMPARE(stored(), qint64(2));
    }

    /// One of the acknowledgements is not accepted; the others must not suffer.
    void onePoisonedAcknowledgementHoldsNothingUp() {
        for (int i = 1; i <= 40; ++i) {
            const QString id = m_server->publish(QStringLiteral("transport.messageReceived"), mailData(i));
            if (i == 17)
                m_server->poison.append(id);
        }
        start();
        QTRY_COMPARE_WITH_TIMEOUT(m_server->left(), qsizetype(1), longWait);
        QCOMPARE(stored(), qint64(40));
        QVERIFY(isConnected());
    }

    void refusesWhatIsNoEvent() {
        m_server->publish({}, mailData(1));
        m_server->publish(QStringLiteral("transport.messageReceived"), {}, QStringLiteral("{\"id\":1}"));
        m_server->publish(QStringLiteral("transport.messageReceived"), "no JSON");
        m_server->publish(QStringLiteral("no trigger!"), mailData(1));
        publishMails(2, 2);
        start();
        QTRY_COMPARE_WITH_TIMEOUT(m_server->left(), qsizetype(0), longWait);
        QCOMPARE(stored(), qint64(1));
        const auto refused = reader()->quarantined(10);
        QCOMPARE(refused.size(), size_t(4));
        QVERIFY(refused[3].reason.contains(QStringLiteral("“namespace”")));
        QCOMPARE(refused[3].body, mailData(1));
        QVERIFY(refused[2].reason.contains(QLatin1String("base64")));
        QCOMPARE(refused[2].body, QByteArray("{\"id\":1}"));
        QCOMPARE(m_source->figures().refused, qint64(4));
    }

    void handsBackWhatItDidNotStore() {
        setTerm(600);
        start();
        QTRY_VERIFY_WITH_TIMEOUT(isConnected(), longWait);
        const FullDisk full;
        publishMails(1, 20);
        QTRY_COMPARE_WITH_TIMEOUT(m_server->lent(), qsizetype(20), longWait);
        QTRY_COMPARE_WITH_TIMEOUT(m_source->figures().received, qint64(20), longWait);
        m_source->stop();
        QCOMPARE(m_source->state().phase, Phase::Stopped);
        QTRY_COMPARE_WITH_TIMEOUT(m_server->givenBack(), 20, longWait);
        QCOMPARE(m_server->left(), qsizetype(20));
    }

    /// An answer without messages that comes at once must not be asked for again at once.
    void doesNotAskInARush() {
        m_server->returnsAtOnce = true;
        QElapsedTimer time;
        time.start();
        start();
        QTRY_VERIFY_WITH_TIMEOUT(m_server->calls(QStringLiteral("pull")) >= 7, longWait);
        const int pulls = m_server->calls(QStringLiteral("pull"));
        QVERIFY2(pulls <= 7 + time.elapsed() / 900, qPrintable(QString::number(pulls)));
        publishMails(1, 1);
        QTRY_COMPARE_WITH_TIMEOUT(m_server->left(), qsizetype(0), longWait);
    }

    void asksAsTheServiceAccount() {
        m_server->needsToken = true;
        m_server->mayGet = false; // the role of a subscriber
        const QByteArray key = m_server->keyFile();
        publishMails(1, 10);
        start(settings({}, key));
        QTRY_COMPARE_WITH_TIMEOUT(m_server->left(), qsizetype(0), longWait);
        QTRY_VERIFY_WITH_TIMEOUT(isConnected(), longWait);
        // A token that is withdrawn is replaced without a word.
        m_server->with([](PubSubServer& server) { server.tokens().withdrawAll(); });
        publishMails(11, 20);
        QTRY_COMPARE_WITH_TIMEOUT(m_server->left(), qsizetype(0), longWait);
        QCOMPARE(stored(), qint64(20));
        QVERIFY(isConnected());
        QTRY_COMPARE_WITH_TIMEOUT(look(settings({}, key))->contains(QLatin1String("may be read")), true,
                                  longWait);
    }

    void usesTheEmulatorOfTheEnvironment() {
        qputenv("PUBSUB_EMULATOR_HOST", m_server->url().mid(7).toUtf8());
        publishMails(1, 3);
        EventSource::Settings with = settings();
        with.address = *SourceAddress::parse(QStringLiteral("pubsub://lab/watch"));
        start(with);
        QTRY_COMPARE_WITH_TIMEOUT(m_server->left(), qsizetype(0), longWait);
        QCOMPARE(stored(), qint64(3));
    }

    void looks() {
        publishMails(1, 3);
        const auto found = look(settings());
        QVERIFY2(found.ok(), qPrintable(found ? QString() : found.error().text()));
        QCOMPARE(*found,
                 QStringLiteral("connects, the subscription exists, topic projects/lab/topics/events, "
                                "acknowledgement within 10 s"));
        QCOMPARE(m_server->lent(), qsizetype(0));
        m_server->with([](PubSubServer& server) {
            server.subscription().insert(QStringLiteral("filter"), QStringLiteral("attributes:x"));
        });
        QVERIFY(look(settings())->endsWith(QLatin1String("; its filter holds some messages back")));
        m_server->with([](PubSubServer& server) {
            server.subscription().insert(QStringLiteral("topic"), QStringLiteral("_deleted-topic_"));
        });
        QVERIFY(look(settings())->contains(QLatin1String("topic was deleted")));
        m_server->needsToken = true;
        m_server->mayConsume = false; // may look at it, but not read it
        const auto refused = look(settings({}, m_server->keyFile()));
        QVERIFY(!refused.ok());
        QVERIFY(refused.error().message.contains(
            QLatin1String("watch@lab.iam.gserviceaccount.com may not read")));
    }
};

QTEST_GUILESS_MAIN(TestPubSubLink)
#include "tst_pubsublink.moc"
