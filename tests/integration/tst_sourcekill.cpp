// SPDX-License-Identifier: MIT
// The program that runs on servers is killed while it takes events of a broker that keeps them.
#include "amqppublisher.h"
#include "program.h"
#include "rabbitmqserver.h"

#include <meshwatch/events/event.h>
#include <meshwatch/events/eventreader.h>

#include <QTemporaryDir>
#include <QTest>

using namespace meshwatch;

namespace {

constexpr int patience = 300'000;

QByteArray body(int number) { return "{\"id\":\"MSG" + QByteArray::number(number) + "\"}"; }

/// MESHWATCH_FAULT_EVENTS says how many.
int eventsToPublish() {
    bool isGiven = false;
    const int given = qEnvironmentVariableIntValue("MESHWATCH_FAULT_EVENTS", &isGiven);
    return isGiven ? given : 10'000;
}

} // namespace

class TestSourceKill : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void storesEachEventOnce();

private:
    bool startServe(Program& serve) const;
    [[nodiscard]] std::unique_ptr<EventReader> reader() const;
    [[nodiscard]] qint64 stored() const;
    void lookAtEvents(int published) const;

    QTemporaryDir m_folder;
    RabbitMqServer m_rabbit;
};

bool TestSourceKill::startServe(Program& serve) const {
    auto environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("RABBIT_PASSWORD"), QStringLiteral("guest"));
    return serve.start({QStringLiteral("serve"), QStringLiteral("--data"), m_folder.path(),
                        QStringLiteral("--connection"), QStringLiteral("school"), QStringLiteral("--listen"),
                        QStringLiteral("127.0.0.1:0"), QStringLiteral("--source"),
                        m_rabbit.url(QStringLiteral("?exchange=enmeshed&queue=killed")),
                        QStringLiteral("--source-secret-env"), QStringLiteral("RABBIT_PASSWORD")},
                       environment);
}

std::unique_ptr<EventReader> TestSourceKill::reader() const {
    auto opened = EventReader::open(m_folder.filePath(QStringLiteral("events.sqlite")));
    if (!opened)
        qFatal("%s", qPrintable(opened.error().text()));
    return std::move(*opened);
}

qint64 TestSourceKill::stored() const { return reader()->range().count(); }

void TestSourceKill::lookAtEvents(int published) const {
    QSet<QByteArray> bodies;
    int repeated = 0;
    QVERIFY(reader()->forEach(Query(), {}, [&](const Event& event) {
        repeated += bodies.contains(event.body) || event.row.arrivals != 1;
        bodies.insert(event.body);
        return true;
    }));
    QCOMPARE(repeated, 0);
    for (int number = 0; number < published; ++number)
        QVERIFY2(bodies.contains(body(number)), body(number).constData());
    QCOMPARE(bodies.size(), published);
    QVERIFY(reader()->gaps(1).empty());
}

void TestSourceKill::storesEachEventOnce() {
    if (!RabbitMqServer::isInstalled())
        QSKIP("SKIPPED: rabbitmq-server is not installed.");
    QVERIFY2(m_rabbit.start(), m_rabbit.log().constData());
    AmqpPublisher publisher(m_rabbit.port());
    QVERIFY(publisher.isOpen() && publisher.makeExchange("enmeshed"));
    auto serve = std::make_unique<Program>();
    QVERIFY2(startServe(*serve), serve->process().readAllStandardError().constData());
    // Before the queue is there and bound, RabbitMQ keeps nothing.
    QByteArray said;
    const auto isConnected = [&] {
        serve->process().waitForReadyRead(100);
        said += serve->process().readAllStandardError();
        return said.contains("queue ");
    };
    QVERIFY2(QTest::qWaitFor(isConnected, patience), said.constData());

    constexpr int kills = 3;
    const int part = eventsToPublish() / (kills + 1);
    int published = 0;
    for (int kill = 0; kill <= kills; ++kill) {
        const qint64 before = stored();
        for (const int end = published + part; published < end; ++published)
            QVERIFY(publisher.publish("enmeshed", {"transport.messageReceived", body(published)}));
        if (kill == kills)
            break;
        // In the middle of it, as far as that can be met.
        QTRY_VERIFY_WITH_TIMEOUT(stored() > before, patience);
        serve->killHard();
        qInfo("killed: %lld of %d events stored", stored(), published);
        serve = std::make_unique<Program>();
        QVERIFY2(startServe(*serve), serve->process().readAllStandardError().constData());
    }
    QTRY_VERIFY_WITH_TIMEOUT(stored() >= published, patience);
    // What is still repeated comes before anything new.
    QVERIFY(publisher.publish("enmeshed", {"transport.messageReceived", body(published++)}));
    QTRY_VERIFY_WITH_TIMEOUT(stored() >= published, patience);
    lookAtEvents(published);
    QCOMPARE(serve->terminate(), 0);
}

QTEST_GUILESS_MAIN(TestSourceKill)
#include "tst_sourcekill.moc"
