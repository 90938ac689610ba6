// SPDX-License-Identifier: MIT
#include <meshwatch/core/httpserver.h>
#include <meshwatch/core/json.h>
#include <meshwatch/events/eventparser.h>
#include <meshwatch/events/eventreader.h>
#include <meshwatch/sync/backbonesync.h>

#include <QJsonArray>
#include <QJsonObject>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <mutex>

using namespace meshwatch;

namespace {

QJsonObject object(const char* text) {
    const auto parsed = json::parseObject(text);
    return parsed ? *parsed : QJsonObject();
}

/// Answers lists with what a test puts there, and remembers what was asked.
class FakeConnector {
public:
    FakeConnector() {
        const auto started = m_server.start({}, {}, [this](HttpRequest request, HttpResponder responder) {
            responder.send(answer(request));
        });
        if (!started)
            qFatal("%s", qPrintable(started.error().message));
    }
    QUrl url() const { return QUrl(m_server.url()); }
    void put(const QString& route, const QJsonArray& objects) {
        const std::lock_guard lock(m_mutex);
        m_lists[route] = objects;
    }
    void fail(const QString& route, int status) {
        const std::lock_guard lock(m_mutex);
        m_failures[route] = status;
    }
    int asked(const QString& route) {
        const std::lock_guard lock(m_mutex);
        return m_asked.value(route);
    }

private:
    HttpResponse answer(const HttpRequest& request) {
        const std::lock_guard lock(m_mutex);
        QString route = QString::fromUtf8(request.path);
        route.remove(QStringLiteral("/api/core/v1/"));
        ++m_asked[route];
        if (const int status = m_failures.value(route)) {
            const QString code = status == 403 ? QStringLiteral("error.connector.forbidden")
                                               : QStringLiteral("error.platform.unexpected");
            return HttpResponse::refusal(status, code, QStringLiteral("No."));
        }
        if (route == QLatin1String("Account/Sync"))
            return {};
        HttpResponse response;
        response.status = 200;
        if (route == QLatin1String("Account/IdentityInfo")) {
            response.body = "{\"result\":{\"address\":\"me\",\"publicKey\":\"k\"}}";
            return response;
        }
        QJsonArray matching;
        for (const auto& item : m_lists.value(route)) {
            if (isWithin(request, item.toObject()))
                matching.append(item);
        }
        response.body = json::compact(QJsonObject{{QStringLiteral("result"), matching}});
        return response;
    }
    /// createdAt windows as the Connector applies them: texts compared.
    static bool isWithin(const HttpRequest& request, const QJsonObject& item) {
        const QByteArray created = item.value(QLatin1String("createdAt")).toString().toLatin1();
        for (const QByteArray& part : request.query.split('&')) {
            const QByteArray value = QByteArray::fromPercentEncoding(part.mid(part.indexOf('=') + 1));
            if (part.startsWith("createdAt=")) {
                if (value.startsWith(">=") && created < value.mid(2))
                    return false;
                if (value.startsWith("<") && !value.startsWith("<=") && created >= value.mid(1))
                    return false;
            } else if (part.startsWith("response.createdAt=") || part.startsWith("content.expiresAt=") ||
                       part.startsWith("deletionInfo")) {
                return false;
            }
        }
        return true;
    }

    std::mutex m_mutex;
    QHash<QString, QJsonArray> m_lists;
    QHash<QString, int> m_failures;
    QHash<QString, int> m_asked;
    HttpServer m_server;
};

QJsonObject message(int number, const QString& createdAt) {
    return {{QStringLiteral("id"), QStringLiteral("MSG%1").arg(number, 17, 10, QLatin1Char('0'))},
            {QStringLiteral("isOwn"), false},
            {QStringLiteral("content"), QJsonObject{{QStringLiteral("@type"), QStringLiteral("Mail")}}},
            {QStringLiteral("createdBy"), QStringLiteral("peer")},
            {QStringLiteral("createdByDevice"), QStringLiteral("DVC")},
            {QStringLiteral("recipients"), QJsonArray()},
            {QStringLiteral("attachments"), QJsonArray()},
            {QStringLiteral("createdAt"), createdAt}};
}

} // namespace

class TestBackboneSync : public QObject {
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<EventStore> m_store;
    std::unique_ptr<FakeConnector> m_connector;
    std::unique_ptr<ConnectorClient> m_client;
    std::unique_ptr<BackboneSync> m_sync;

    [[nodiscard]] QStringList triggers() const {
        const auto reader = EventReader::open(m_store->path());
        QStringList list;
        (void)(*reader)->forEach(Query(), {}, [&list](const Event& event) {
            list.append(event.row.trigger +
                        (event.row.isRecovered ? QStringLiteral(" recovered") : QString()));
            return true;
        });
        list.sort();
        return list;
    }
    /// Runs once; the summary, or nothing if it failed.
    std::optional<BackboneSync::Summary> run() {
        std::optional<BackboneSync::Summary> result;
        bool isDone = false;
        const auto ok =
            connect(m_sync.get(), &BackboneSync::finished, this, [&](const BackboneSync::Summary& summary) {
                result = summary;
                isDone = true;
            });
        const auto bad = connect(m_sync.get(), &BackboneSync::failed, this, [&] { isDone = true; });
        m_sync->syncNow();
        (void)QTest::qWaitFor([&isDone] { return isDone; }, 20'000);
        disconnect(ok);
        disconnect(bad);
        m_store->flush();
        return result;
    }

private Q_SLOTS:
    void init() {
        m_folder = std::make_unique<QTemporaryDir>();
        m_store = std::move(*EventStore::open(m_folder->filePath(QStringLiteral("events.sqlite"))));
        m_connector = std::make_unique<FakeConnector>();
        ConnectorSettings settings;
        settings.baseUrl = m_connector->url();
        m_client = std::make_unique<ConnectorClient>(settings);
        m_sync =
            std::make_unique<BackboneSync>(*m_client, *m_store, *m_store->connectionId(QStringLiteral("a")));
        m_sync->setSettings({std::chrono::seconds(0), std::chrono::milliseconds(50)});
        m_connector->put(
            QStringLiteral("Relationships"),
            {object(
                "{\"id\":\"REL00000000000000001\",\"templateId\":\"RLT00000000000000001\",\"peer\":\"peer\","
                "\"status\":\"Active\",\"peerIdentity\":{\"address\":\"peer\",\"publicKey\":\"k\"},"
                "\"creationContent\":{\"@type\":\"x\"},\"auditLog\":["
                "{\"createdAt\":\"2026-01-01T00:00:00.000Z\",\"createdBy\":\"peer\",\"newStatus\":"
                "\"Pending\",\"reason\":\"Creation\"},"
                "{\"createdAt\":\"2026-01-02T00:00:00.000Z\",\"createdBy\":\"me\",\"oldStatus\":\"Pending\","
                "\"newStatus\":\"Active\",\"reason\":\"AcceptanceOfCreation\"}]}")});
    }
    void cleanup() {
        m_sync.reset();
        m_client.reset();
        m_connector.reset();
        m_store.reset();
    }

    void fillsTheTimelineByItself() {
        m_connector->put(QStringLiteral("Messages"),
                         {message(1, QStringLiteral("2026-01-03T00:00:00.000Z")),
                          message(2, QStringLiteral("2026-05-03T00:00:00.000Z"))});
        m_connector->put(
            QStringLiteral("Requests/Outgoing"),
            {object(
                "{\"id\":\"REQ00000000000000001\",\"isOwn\":true,\"peer\":\"peer\",\"status\":\"Completed\","
                "\"createdAt\":\"2026-01-04T00:00:00.000Z\",\"content\":{\"@type\":\"Request\",\"items\":[]},"
                "\"source\":{\"type\":\"Message\",\"reference\":\"MSG\"},"
                "\"response\":{\"createdAt\":\"2026-01-05T00:00:00.000Z\",\"content\":{\"result\":"
                "\"Accepted\"}}}")});
        const auto summary = run();
        QVERIFY(summary.has_value());
        const QStringList expected{QStringLiteral("consumption.outgoingRequestCreated recovered"),
                                   QStringLiteral("consumption.outgoingRequestStatusChanged recovered"),
                                   QStringLiteral("consumption.outgoingRequestStatusChanged recovered"),
                                   QStringLiteral("transport.messageReceived recovered"),
                                   QStringLiteral("transport.messageReceived recovered"),
                                   QStringLiteral("transport.relationshipChanged recovered"),
                                   QStringLiteral("transport.relationshipChanged recovered")};
        QCOMPARE(triggers(), expected);
        QCOMPARE(summary->recovered, int(expected.size()));
        // A second run finds nothing new, and asks only for what is new.
        QCOMPARE(run()->recovered, 0);
        QCOMPARE(triggers(), expected);
    }

    void windowsFindEverythingOnce() {
        QJsonArray many;
        for (int i = 0; i < 900; ++i)
            many.append(message(i, Micros{1767400000'000'000 + qint64(i) * 31'000'000'000}.toIso()));
        m_connector->put(QStringLiteral("Messages"), many);
        QVERIFY(run().has_value());
        QCOMPARE(triggers().filter(QStringLiteral("messageReceived")).size(), 900);
        QVERIFY(m_connector->asked(QStringLiteral("Messages")) > 2);
    }

    void whatWasDeliveredIsNotRecovered() {
        m_connector->put(QStringLiteral("Messages"),
                         {message(1, QStringLiteral("2026-01-03T00:00:00.000Z"))});
        Arrival arrival;
        arrival.connection = {1};
        arrival.receivedAt = Micros::now();
        arrival.correlationId = "c";
        arrival.body = json::compact(
            QJsonObject{{QStringLiteral("data"), message(1, QStringLiteral("2026-01-03T00:00:00.000Z"))},
                        {QStringLiteral("trigger"), QStringLiteral("transport.messageReceived")}});
        EventParser parser;
        arrival.facts = *parser.parse(arrival.body, {});
        // It arrives while reconciliation waits for just that.
        m_sync->setSettings({std::chrono::seconds(0), std::chrono::milliseconds(800)});
        QTimer::singleShot(400, this, [&] { m_store->append({arrival}, {}); });
        QVERIFY(run().has_value());
        QCOMPARE(triggers().filter(QStringLiteral("message")),
                 QStringList{QStringLiteral("transport.messageReceived")});
    }

    /// Two changes in one sync are told of twice with the later state: nothing is missing.
    void twoEventsOfOneStateAreNotALoss() {
        EventParser parser;
        const auto relationship = object("{\"id\":\"REL00000000000000001\",\"peer\":\"peer\",\"auditLog\":[{"
                                         "\"createdAt\":\"2026-01-01T00:00:00.000Z\"},"
                                         "{\"createdAt\":\"2026-01-02T00:00:00.000Z\"}]}");
        for (const char* correlation : {"c1", "c2"}) {
            Arrival arrival;
            arrival.connection = {1};
            arrival.receivedAt = Micros::now();
            arrival.correlationId = correlation;
            arrival.body = json::compact(
                QJsonObject{{QStringLiteral("data"), relationship},
                            {QStringLiteral("trigger"), QStringLiteral("transport.relationshipChanged")}});
            arrival.facts = *parser.parse(arrival.body, {});
            m_store->append({arrival}, {});
        }
        m_store->flush();
        QCOMPARE(run()->recovered, 0);
    }

    void aClosedListNarrowsTheRun() {
        m_connector->fail(QStringLiteral("Messages"), 403);
        const auto summary = run();
        QVERIFY(summary.has_value());
        QCOMPARE(summary->closed.size(), 1);
        QCOMPARE(triggers().size(), 2);
    }

    void aFailureEndsTheRunAndIsTold() {
        m_connector->fail(QStringLiteral("Account/Sync"), 500);
        QSignalSpy failed(m_sync.get(), &BackboneSync::failed);
        QVERIFY(!run().has_value());
        QCOMPARE(failed.size(), 1);
        const auto error = failed.first().first().value<ConnectorError>();
        QCOMPARE(error.httpStatus, 500);
        QVERIFY(!m_sync->isRunning());
        m_connector->fail(QStringLiteral("Account/Sync"), 0);
        QVERIFY(run().has_value());
    }

    void neverTwoAtOnce() {
        QSignalSpy started(m_sync.get(), &BackboneSync::started);
        m_sync->syncNow();
        m_sync->syncNow();
        QCOMPARE(started.size(), 1);
        QVERIFY(m_sync->isRunning());
        QTRY_VERIFY(!m_sync->isRunning());
        QCOMPARE(m_connector->asked(QStringLiteral("Account/Sync")), 1);
    }

    void goesOnBySchedule() {
        m_sync->setSettings({std::chrono::seconds(1), std::chrono::milliseconds(0)});
        QSignalSpy finished(m_sync.get(), &BackboneSync::finished);
        m_sync->start();
        QTRY_VERIFY_WITH_TIMEOUT(finished.size() >= 2, 20'000);
        m_sync->stop();
    }
};

QTEST_GUILESS_MAIN(TestBackboneSync)
#include "tst_backbonesync.moc"
