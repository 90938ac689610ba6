// SPDX-License-Identifier: MIT
#include "httppost.h"

#include <meshwatch/events/eventparser.h>
#include <meshwatch/events/eventreader.h>
#include <meshwatch/events/eventstore.h>
#include <meshwatch/sources/webhookreceiver.h>

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace meshwatch;
using namespace std::chrono_literals;

namespace {

constexpr ConnectionId school{1};

QByteArray mail(int number) {
    return R"({"data":{"id":"MSG)" + QByteArray::number(number) +
           R"(","isOwn":false},"trigger":"transport.messageReceived"})";
}

FaultDrill drill(const char* text) {
    const auto parsed = FaultDrill::parse(QLatin1String(text));
    return parsed ? *parsed : FaultDrill();
}

} // namespace

/// What happens to deliveries on purpose, over real HTTP.
class TestFaultDrill : public QObject {
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<EventStore> m_store;
    std::unique_ptr<WebhookReceiver> m_receiver;
    HttpPost m_http;

    [[nodiscard]] QString url(const char* path = "/a") const {
        return m_receiver->url() + QLatin1String(path);
    }
    int deliver(int number, const char* path = "/a") { return m_http.post(url(path), mail(number)).status; }
    [[nodiscard]] std::unique_ptr<EventReader> reader() const {
        m_store->flush();
        return std::move(*EventReader::open(m_store->path()));
    }

private Q_SLOTS:
    void init() {
        m_folder = std::make_unique<QTemporaryDir>();
        auto opened = EventStore::open(m_folder->filePath(QStringLiteral("events.sqlite")));
        QVERIFY(opened.ok());
        m_store = std::move(*opened);
        m_receiver = std::make_unique<WebhookReceiver>(*m_store);
        WebhookReceiver::Endpoint a, b;
        a.connection = school;
        a.path = QStringLiteral("a");
        b.connection = {2};
        b.path = QStringLiteral("b");
        m_receiver->setEndpoints({a, b});
        QVERIFY(m_receiver->start({}));
    }
    void cleanup() {
        m_receiver.reset();
        m_store.reset();
    }

    void reads_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("again"); // empty: refused
        const auto row = [](const char* text, const char* again) {
            QTest::newRow(text) << QString::fromLatin1(text) << QString::fromLatin1(again);
        };
        row("status=500,for=60s,percent=30", "status=500,percent=30,for=60s");
        row("drop", "drop,for=60s");
        row("delay=1500ms, for=2m ,seed=7", "delay=1500ms,for=120s,seed=7");
        row("status=503,delay=2s", "status=503,delay=2s,for=60s");
        row("", "");
        row("for=10s", "");
        row("status=100", "");
        row("status=x", "");
        row("status=500,drop", "");
        row("drop=1", "");
        row("drop,percent=0", "");
        row("drop,percent=101", "");
        row("drop,for=0s", "");
        row("drop,for=61m", "");
        row("delay=6m", "");
        row("drop,for=10", "");
        row("drop,until=10s", "");
    }
    void reads() {
        QFETCH(QString, text);
        QFETCH(QString, again);
        const auto parsed = FaultDrill::parse(text);
        QCOMPARE(parsed.ok(), !again.isEmpty());
        if (!parsed) {
            QCOMPARE(parsed.error().code, QStringLiteral("drill.invalid"));
            return;
        }
        QCOMPARE(parsed->toText(), again);
        QCOMPARE(*FaultDrill::parse(again), *parsed);
    }

    void refusesAndKeepsWhatItRefused() {
        QSignalSpy began(m_receiver.get(), &WebhookReceiver::drillBegan);
        QSignalSpy ended(m_receiver.get(), &WebhookReceiver::drillEnded);
        QVERIFY(m_receiver->setDrill(school, drill("status=500")));
        QCOMPARE(began.count(), 1);
        QCOMPARE(m_receiver->drill(school)->status, 500);
        QCOMPARE(deliver(1), 500);
        QCOMPARE(deliver(2, "/b"), 204); // another connection is left alone
        QVERIFY(m_receiver->setDrill(school, std::nullopt));
        QCOMPARE(ended.count(), 1);
        QVERIFY(!m_receiver->drill(school));
        QCOMPARE(deliver(3), 204);
        const auto read = reader();
        QCOMPARE(read->range().count(), qint64(2));
        QVERIFY(read->ofObject("MSG1").empty());
        const auto kept = read->quarantined(10);
        QCOMPARE(kept.size(), size_t(1));
        QVERIFY(kept.front().isDrill);
        QCOMPARE(kept.front().body, mail(1));
        QCOMPARE(kept.front().trigger, QByteArray("transport.messageReceived"));
        QCOMPARE(kept.front().object, QByteArray("MSG1"));
        QVERIFY(!kept.front().counterpart.isValid());
        const auto numbers = m_receiver->drillStatistics(school);
        QVERIFY(numbers.since.isValid());
        QCOMPARE(numbers.refused, qint64(1));
        QCOMPARE(numbers.delivered, qint64(0));
        QCOMPARE(m_receiver->statistics(school).refused, qint64(0));
    }

    void showsWhatReconciliationBroughtBack() {
        QVERIFY(m_receiver->setDrill(school, drill("status=503")));
        QCOMPARE(deliver(1), 503);
        QCOMPARE(deliver(2), 503);
        Arrival arrival;
        arrival.connection = school;
        arrival.channel = Channel::Sync;
        arrival.receivedAt = Micros::now();
        arrival.body = mail(2);
        arrival.facts = std::move(*EventParser().parse(arrival.body, {}));
        arrival.isRecovered = true;
        std::vector<Arrival> one;
        one.push_back(std::move(arrival));
        m_store->append(std::move(one), {});
        const auto kept = reader()->quarantined(10);
        QCOMPARE(kept.size(), size_t(2));
        QCOMPARE(kept[0].object, QByteArray("MSG2"));
        QCOMPARE(kept[0].counterpart, EventSeq{1});
        QVERIFY(!kept[1].counterpart.isValid());
    }

    void dropsTheConnection() {
        QVERIFY(m_receiver->setDrill(school, drill("drop")));
        const auto reply = m_http.begin(url(), mail(1));
        const auto answer = HttpPost::wait(*reply);
        QCOMPARE(answer.status, 0);
        QCOMPARE(reply->error(), QNetworkReply::RemoteHostClosedError);
        QVERIFY(m_receiver->drillStatistics(school).dropped >= 1);
        QVERIFY(m_receiver->setDrill(school, std::nullopt));
        QCOMPARE(deliver(2), 204);
        QVERIFY(reader()->ofObject("MSG1").empty());
    }

    /// Durable before acknowledged, however late that is.
    void storesBeforeItAnswersLate() {
        QVERIFY(m_receiver->setDrill(school, drill("delay=5m")));
        const auto reply = m_http.begin(url(), mail(1));
        QTRY_COMPARE(reader()->range().count(), qint64(1));
        QVERIFY(!reply->isFinished());
        QCOMPARE(m_receiver->drillStatistics(school).delayed, qint64(1));
        // Who waits is not told that it failed when the receiver ends: it is stored.
        QTRY_COMPARE(m_receiver->drillStatistics(school).delivered, qint64(1));
        m_receiver->stop();
        QCOMPARE(HttpPost::wait(*reply).status, 204);
    }

    void answersLate() {
        QVERIFY(m_receiver->setDrill(school, drill("delay=300ms,status=201")));
        QElapsedTimer timer;
        timer.start();
        QCOMPARE(deliver(1), 201);
        QVERIFY(timer.elapsed() >= 300);
        QVERIFY(m_receiver->setDrill(school, drill("delay=300ms,status=500")));
        timer.start();
        QCOMPARE(deliver(2), 500);
        QVERIFY(timer.elapsed() >= 300);
        QCOMPARE(reader()->range().count(), qint64(1));
    }

    void endsByItself() {
        QSignalSpy ended(m_receiver.get(), &WebhookReceiver::drillEnded);
        QVERIFY(m_receiver->setDrill(school, drill("status=500,for=200ms")));
        QTRY_COMPARE(ended.count(), 1);
        QVERIFY(!m_receiver->drill(school));
        QCOMPARE(deliver(1), 204);
    }

    void hitsSomeByTheSeed() {
        const auto play = [this](const char* text) {
            QByteArray hits;
            (void)m_receiver->setDrill(school, drill(text));
            for (int i = 0; i < 100; ++i)
                hits += deliver(i) == 500 ? 'x' : '.';
            return hits;
        };
        const QByteArray first = play("status=500,percent=30,seed=7");
        const auto numbers = m_receiver->drillStatistics(school);
        QCOMPARE(numbers.refused, qint64(first.count('x')));
        QCOMPARE(numbers.delivered, qint64(first.count('.')));
        QVERIFY2(first.count('x') > 10 && first.count('x') < 55, first.constData());
        QCOMPARE(play("status=500,percent=30,seed=7"), first);
        QVERIFY(play("status=500,percent=30,seed=8") != first);
    }

    /// Who shows no key gets no drill either, and is kept nowhere.
    void theKeyComesFirst() {
        WebhookReceiver::Endpoint locked;
        locked.connection = school;
        locked.path = QStringLiteral("a");
        locked.key = "key";
        m_receiver->setEndpoints({locked});
        QVERIFY(m_receiver->setDrill(school, drill("status=500")));
        QCOMPARE(deliver(1), 401);
        QCOMPARE(reader()->quarantinedCount(), 0);
    }

    void refusesABadDrill() {
        FaultDrill bad;
        bad.status = 42;
        const auto set = m_receiver->setDrill(school, bad);
        QVERIFY(!set);
        QCOMPARE(set.error().code, QStringLiteral("drill.invalid"));
        QVERIFY(!m_receiver->drill(school));
    }
};

QTEST_GUILESS_MAIN(TestFaultDrill)
#include "tst_faultdrill.moc"
