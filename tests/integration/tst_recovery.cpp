// SPDX-License-Identifier: MIT
// A workspace beside the sandbox over real HTTP: what synchronising alone shows, and what it brings back
// after the receiver was away.
#include <meshwatch/core/httpserver.h>
#include <meshwatch/events/event.h>
#include <meshwatch/events/eventparser.h>
#include <meshwatch/events/eventreader.h>
#include <meshwatch/sandbox/sandbox.h>
#include <meshwatch/workspace/workspace.h>

#include <QJsonArray>
#include <QJsonDocument>
#include <QTemporaryDir>
#include <QTest>
#include <QUrl>

#include <mutex>

using namespace meshwatch;
using sandbox::Sandbox;

namespace {

/// Trigger, object and state: what one happening is told by, whichever way it came.
using Happening = std::tuple<QString, QString, QByteArray>;

/// Listens to every delivery of a Connector, whatever the workspace does.
class Witness {
public:
    Witness() {
        const auto started =
            m_server.start({}, {}, [this](const HttpRequest& request, HttpResponder responder) {
                EventParser parser;
                if (const auto facts = parser.parse(request.body, {})) {
                    const std::lock_guard lock(m_mutex);
                    m_seen.push_back(
                        {QString::fromUtf8(facts->trigger), QString::fromUtf8(facts->object), facts->state});
                }
                responder.send({});
            });
        if (!started)
            qFatal("%s", qPrintable(started.error().text()));
    }
    QString url() const { return m_server.url() + QStringLiteral("/witness"); }
    std::vector<Happening> seen() const {
        const std::lock_guard lock(m_mutex);
        return m_seen;
    }

private:
    mutable std::mutex m_mutex;
    std::vector<Happening> m_seen;
    HttpServer m_server;
};

class Fixture {
public:
    Fixture()
        : sandbox(options()) {
        auto opened = Workspace::open(folder.filePath(QStringLiteral("workspace")));
        if (!opened)
            qFatal("%s", qPrintable(opened.error().text()));
        workspace = std::move(*opened);
        workspace->secrets().setKeeping(SecretStore::Keeping::UntilExit);
        if (const auto started = sandbox.start(); !started)
            qFatal("%s", qPrintable(started.error().text()));
    }

    static Sandbox::Options options() {
        Sandbox::Options options;
        options.connectors = 2;
        options.rate = 0.001; // people, who act when act() says so
        options.syncInterval = std::chrono::milliseconds(100);
        return options;
    }

    /// Adds the first Connector as a connection, as a user would, and lets it look around once.
    void connectFirst() {
        const Sandbox::ConnectorInfo info = sandbox.connectors().first();
        Connection connection;
        connection.name = info.name;
        connection.url = QUrl(info.url);
        connection.syncSeconds = 0;
        id = *workspace->add(connection);
        workspace->secrets().setUntilExit(id, SecretKind::ApiKey, info.apiKey);
        workspace->reloadSecrets(id);
    }
    /// Two targets: the workspace's receiver and the witness.
    void deliverTo(const QString& receiver, const QString& witness) {
        const QJsonObject all{{QStringLiteral("triggers"), QJsonArray{QStringLiteral("**")}}};
        QJsonArray webhooks;
        QJsonObject targets;
        for (const auto& [name, url] : {std::pair(QStringLiteral("meshwatch"), receiver),
                                        std::pair(QStringLiteral("witness"), witness)}) {
            targets.insert(name, QJsonObject{{QStringLiteral("url"), url}});
            QJsonObject webhook = all;
            webhook.insert(QStringLiteral("target"), name);
            webhooks.append(webhook);
        }
        const auto set = sandbox.setWebhooks(0, {{QStringLiteral("enabled"), true},
                                                 {QStringLiteral("targets"), targets},
                                                 {QStringLiteral("webhooks"), webhooks}});
        QVERIFY2(set, set ? "" : qPrintable(set.error().text()));
    }
    /// Synchronises and waits for the end of it.
    bool syncNow() {
        bool isFinished = false;
        QObject context;
        QObject::connect(workspace->sync(id), &BackboneSync::finished, &context,
                         [&](const BackboneSync::Summary& s) {
                             qDebug() << s.durationMs << s.recovered << s.compared;
                             isFinished = true;
                         });
        workspace->sync(id)->syncNow();
        const bool isDone = QTest::qWaitFor([&] { return isFinished; }, 30'000);
        workspace->store().flush();
        return isDone;
    }
    std::vector<Event> events(const QString& filter = {}) const {
        workspace->store().flush();
        const auto reader = EventReader::open(workspace->store().path());
        std::vector<Event> list;
        (void)(*reader)->forEach(*Query::parse(filter), false, [&](const Event& event) {
            list.push_back(event);
            return true;
        });
        return list;
    }
    static Happening happening(const Event& event) {
        return {event.row.trigger, event.row.object, event.state};
    }

    QTemporaryDir folder;
    Sandbox sandbox;
    std::unique_ptr<Workspace> workspace;
    ConnectionId id;
};

bool isMessage(const Happening& happening) {
    return std::get<0>(happening) == QLatin1String("transport.messageReceived") ||
           std::get<0>(happening) == QLatin1String("transport.messageSent");
}

} // namespace

class RecoveryTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void synchronisingAloneShowsWhatHappens();
    void missedDeliveriesComeBackOnce();
};

void RecoveryTest::synchronisingAloneShowsWhatHappens() {
    Fixture fixture;
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
        ++counts[Fixture::happening(event)];
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
    Fixture fixture;
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
        ++stored[Fixture::happening(event)];
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
