// SPDX-License-Identifier: MIT
#include "pubsubserver.h"

#include <meshwatch/events/eventparser.h>
#include <meshwatch/events/eventreader.h>
#include <meshwatch/sources/eventsource.h>

#include <QElapsedTimer>
#include <QFile>
#include <QRandomGenerator>
#include <QTcpServer>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <sys/resource.h>

using namespace meshwatch;
using namespace std::chrono_literals;
using Phase = SourceState::Phase;

namespace {

constexpr ConnectionId lab{1};
constexpr int longWait = 60'000;

QByteArray mailData(int number) {
    return "{\"id\":\"MSG" + QByteArray::number(number) + "\",\"isOwn\":false}";
}

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

/// While it lives no file can grow, as if the disk were full.
class FullDisk {
public:
    FullDisk() {
        std::signal(SIGXFSZ, SIG_IGN);
        ::getrlimit(RLIMIT_FSIZE, &m_before);
        const rlimit none{1, m_before.rlim_max};
        ::setrlimit(RLIMIT_FSIZE, &none);
    }
    ~FullDisk() { ::setrlimit(RLIMIT_FSIZE, &m_before); }
    FullDisk(const FullDisk&) = delete;
    FullDisk& operator=(const FullDisk&) = delete;

private:
    rlimit m_before{};
};

} // namespace

/// A subscription read over HTTP, from a server that follows the public reference.
class TestPubSubLink : public QObject {
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<EventStore> m_store;
    std::unique_ptr<PubSubServer> m_server;
    std::unique_ptr<EventSource> m_source;

    [[nodiscard]] EventSource::Settings settings(const QString& options = {},
                                                 const QByteArray& secret = {}) const {
        EventSource::Settings made;
        made.connection = lab;
        made.address = *SourceAddress::parse(
            QStringLiteral("pubsub://lab/watch?endpoint=%1%2").arg(m_server->url(), options));
        made.secret = secret;
        return made;
    }
    void start(const EventSource::Settings& with) {
        m_source = std::make_unique<EventSource>(*m_store, with);
        m_source->start();
    }
    void start() { start(settings()); }
    [[nodiscard]] bool isConnected() const { return m_source->state().phase == Phase::Connected; }
    /// Told in seconds and meant so: a short one, for tests.
    void setTerm(int seconds) {
        m_server->with([seconds](PubSubServer& server) {
            server.queue().term = std::chrono::seconds(seconds);
            server.subscription().insert(QStringLiteral("ackDeadlineSeconds"), seconds);
        });
    }
    void publishMails(int first, int last) {
        for (int i = first; i <= last; ++i)
            m_server->publish(QStringLiteral("transport.messageReceived"), mailData(i));
    }
    [[nodiscard]] std::unique_ptr<EventReader> reader() const {
        return std::move(*EventReader::open(m_store->path()));
    }
    [[nodiscard]] qint64 stored() const { return reader()->range().count(); }
    [[nodiscard]] Result<QString> look(const EventSource::Settings& with) const {
        auto future = EventSource::probe(with);
        if (!QTest::qWaitFor([&future] { return future.isFinished(); }, longWait))
            return Error{QStringLiteral("none"), {}, {}};
        return future.result();
    }

public:
    /// A machine that is busy takes its time.
    static void initMain() { qputenv("QTEST_FUNCTION_TIMEOUT", "1800000"); }

private Q_SLOTS:
    void init() {
        m_folder = std::make_unique<QTemporaryDir>();
        m_store = std::move(*EventStore::open(m_folder->filePath(QStringLiteral("events.sqlite"))));
        m_server = std::make_unique<PubSubServer>();
    }
    void cleanup() {
        qunsetenv("PUBSUB_EMULATOR_HOST");
        m_source.reset();
        m_server.reset();
        m_store.reset();
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

    void saysWhatIsWrong_data();
    void saysWhatIsWrong();
    void goesOnAfterTrouble_data();
    void goesOnAfterTrouble();
    void marksWhatIsMissing();
    void marksWhatWasKeptNoLonger();
    void losesNothingAndStoresNothingTwice();
};

void TestPubSubLink::saysWhatIsWrong_data() {
    QTest::addColumn<QString>("what");
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("message");
    QTest::addColumn<QString>("advice");
    const auto row = [](const char* what, const char* code, const char* message, const char* advice) {
        QTest::newRow(what) << QString::fromLatin1(what) << QString::fromLatin1(code)
                            << QString::fromUtf8(message) << QString::fromUtf8(advice);
    };
    const char* const refused = "source.refused";
    const char* const broken = "source.broken";
    row("missing", refused, "There is no subscription projects/lab/subscriptions/watch (Resource not found",
        "gcloud pubsub subscriptions create watch --project=lab");
    row("forbidden", refused,
        "watch@lab.iam.gserviceaccount.com may not read projects/lab/subscriptions/watch",
        "roles/pubsub.subscriber");
    row("unknown", refused, "does not know who asks", "deleted or disabled");
    row("quota", broken, "quota of Pub/Sub", "quota of the project");
    row("overload", broken, "cannot answer at the moment (status 503)", "");
    row("page", broken, "with a page instead of Pub/Sub's JSON", "login page");
    row("push", refused, "pushes its messages", "delivery type Pull");
    row("bigquery", refused, "writes its messages to another service", "delivery type Pull");
    row("detached", refused, "detached from its topic", "");
    row("no key", refused, "needs the key of a service account", "roles/pubsub.subscriber");
    row("bad key", refused, "The secret is no key of a service account", "type JSON");
    row("in the clear", refused, "is not encrypted", "https://");
    row("bad endpoint", refused, "is no endpoint", "https://pubsub.googleapis.com");
    row("clock", refused, "refuses the key of watch@lab", "clock");
    row("nothing", broken, "refused", "Nothing listens there");
    row("not HTTP", broken, "127.0.0.1", "");
    row("another server", broken, "is not Pub/Sub", "endpoint");
}

void TestPubSubLink::saysWhatIsWrong() {
    QFETCH(QString, what);
    QFETCH(QString, code);
    QFETCH(QString, message);
    QFETCH(QString, advice);
    const QByteArray key = m_server->keyFile();
    auto with = settings({}, key);
    const auto elsewhere = [&with](const QString& endpoint) {
        with.address = *SourceAddress::parse(QStringLiteral("pubsub://lab/watch?endpoint=") + endpoint);
    };
    const auto change = [this](const QString& member, const QJsonValue& value) {
        m_server->with([&](PubSubServer& server) { server.subscription().insert(member, value); });
    };
    QTcpServer plain;
    if (what == QLatin1String("missing"))
        m_server->isMissing = true;
    else if (what == QLatin1String("forbidden"))
        m_server->mayGet = m_server->mayConsume = false;
    else if (what == QLatin1String("unknown"))
        m_server->setFault(
            {.status = 401, .times = -1, .message = QStringLiteral("Bearer ya29.token-1 is not valid")});
    else if (what == QLatin1String("quota"))
        m_server->setFault({.status = 429, .times = -1});
    else if (what == QLatin1String("overload"))
        m_server->setFault({.status = 503, .times = -1});
    else if (what == QLatin1String("page"))
        m_server->setFault({.times = -1, .page = "<html>Log in</html>"});
    else if (what == QLatin1String("push"))
        change(QStringLiteral("pushConfig"),
               QJsonObject{{QStringLiteral("pushEndpoint"), QStringLiteral("https://example.com")}});
    else if (what == QLatin1String("bigquery"))
        change(QStringLiteral("bigqueryConfig"), QJsonObject{{QStringLiteral("table"), QStringLiteral("t")}});
    else if (what == QLatin1String("detached"))
        change(QStringLiteral("detached"), true);
    else if (what == QLatin1String("another server"))
        m_server->with([](PubSubServer& server) { server.subscription() = {}; });
    else if (what == QLatin1String("no key")) {
        with.address = *SourceAddress::parse(QStringLiteral("pubsub://lab/watch"));
        with.secret.clear();
    } else if (what == QLatin1String("bad key"))
        with.secret = "geheim-4711";
    else if (what == QLatin1String("in the clear"))
        elsewhere(QStringLiteral("http://pubsub.example.com"));
    else if (what == QLatin1String("bad endpoint"))
        elsewhere(QStringLiteral("ftp://example.com"));
    else if (what == QLatin1String("clock"))
        m_server->with(
            [](PubSubServer& server) { server.tokens().refusal = QStringLiteral("invalid_grant"); });
    else if (what == QLatin1String("nothing"))
        m_server->stop();
    else if (what == QLatin1String("not HTTP")) {
        QVERIFY(plain.listen(QHostAddress::LocalHost));
        connect(&plain, &QTcpServer::newConnection, this, [&plain] {
            auto* socket = plain.nextPendingConnection();
            socket->write("220 mail.example.com ESMTP\r\n");
            socket->disconnectFromHost();
        });
        elsewhere(QStringLiteral("http://127.0.0.1:%1").arg(plain.serverPort()));
        with.secret.clear();
    }
    start(with);
    QTRY_VERIFY_WITH_TIMEOUT(!m_source->state().code.isEmpty(), longWait);
    const auto state = m_source->state();
    QCOMPARE(state.phase, code == QLatin1String("source.refused") ? Phase::Refused : Phase::Waiting);
    const auto looked = look(with);
    QVERIFY(!looked.ok());
    const Error running{state.code, state.text, state.advice};
    for (const Error& error : {running, looked.error()}) {
        QCOMPARE(error.code, code);
        QVERIFY2(error.message.contains(message), qPrintable(error.message));
        QVERIFY2(error.advice.contains(advice), qPrintable(error.advice));
        const QString secret = QString::fromUtf8(key).section(QLatin1String("\\n"), 1, 1);
        QVERIFY(secret.size() > 30);
        for (const QString& never :
             {secret, QStringLiteral("ya29."), QStringLiteral("geheim"), QStringLiteral("eyJ")})
            QVERIFY2(!error.text().contains(never), qPrintable(error.text()));
    }
}

void TestPubSubLink::goesOnAfterTrouble_data() {
    QTest::addColumn<QString>("verb");
    QTest::addColumn<int>("status");
    for (const char* verb : {"pull", "acknowledge", "modifyAckDeadline", "get"}) {
        for (const int status : {429, 500, 0})
            QTest::newRow(qPrintable(QLatin1String(verb) + QString::number(status)))
                << QString::fromLatin1(verb) << status;
    }
}

void TestPubSubLink::goesOnAfterTrouble() {
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
void TestPubSubLink::marksWhatIsMissing() {
    publishMails(1, 1);
    start();
    QTRY_COMPARE_WITH_TIMEOUT(m_server->left(), qsizetype(0), longWait);
    const auto place = settings().address.toString();
    QTRY_VERIFY_WITH_TIMEOUT(m_store->source(lab, place)->lastSeen.isValid(), longWait);
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
    QTRY_COMPARE_WITH_TIMEOUT(m_store->source(lab, place)->position, QByteArray(), longWait);
    m_source->stop();
    start();
    QTRY_VERIFY_WITH_TIMEOUT(isConnected(), longWait);
    QCOMPARE(reader()->gaps(10).size(), size_t(1));
}

void TestPubSubLink::marksWhatWasKeptNoLonger() {
    constexpr qint64 day = 24LL * 3600 * 1'000'000;
    const auto source = m_store->source(lab, settings().address.toString());
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
void TestPubSubLink::losesNothingAndStoresNothingTwice() {
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
            m_store = std::move(*EventStore::open(m_folder->filePath(QStringLiteral("events.sqlite"))));
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
    QVERIFY(read->forEach(Query(), false,
                          [&](const Event& event) {
                              ++times[event.row.object.mid(3).toUInt()];
                              return event.arrivals.size() == 1;
                          })
                .ok());
    for (int i = 1; i <= events; ++i)
        QCOMPARE(times[size_t(i)], 1);
}

QTEST_GUILESS_MAIN(TestPubSubLink)
#include "tst_pubsublink.moc"
