// SPDX-License-Identifier: MIT
#pragma once

#include "recordedevents.h"
#include "sourcetrial.h"
#include "takingprogram.h"
#include "tcpproxy.h"

#include <meshwatch/events/eventparser.h>

#include <QDeadlineTimer>
#include <QTcpServer>
#include <QTcpSocket>

/// What every broker's source has to stand, told by the broker's own way of publishing. Each function fails
/// the running test.
namespace brokertrials {

using Publish = std::function<bool(const QByteArray& body)>;
inline constexpr int patience = 30'000;

/// The recorded messages of a broker are, one by one, the events that the recorded webhooks brought.
inline void
mergeRecordings(SourceTrial& trial, meshwatch::Channel channel, const QList<QJsonObject>& messages,
                const std::function<bool(const QJsonObject& message, const QByteArray& body)>& publish) {
    using namespace meshwatch;
    std::vector<Arrival> arrivals;
    EventParser parser;
    for (const QByteArray& body : recordedWebhooks()) {
        Arrival arrival;
        arrival.connection = trial.connection();
        arrival.receivedAt = Micros::now();
        arrival.body = body;
        arrival.facts = *parser.parse(body, {});
        arrivals.push_back(std::move(arrival));
    }
    if (arrivals.empty() || messages.isEmpty())
        QSKIP("the recordings of real Connectors are not here");
    trial.store().append(std::move(arrivals), {});
    const qint64 events = trial.stored();
    trial.start();
    QTRY_VERIFY_WITH_TIMEOUT(trial.isConnected(), patience);
    for (const QJsonObject& message : messages)
        QVERIFY(publish(
            message,
            QJsonDocument(message[QLatin1String("payload")].toObject()).toJson(QJsonDocument::Compact)));
    QTRY_COMPARE_WITH_TIMEOUT(trial.source().figures().stored, messages.size(), patience);
    QCOMPARE(trial.stored(), events);
    qint64 merged = 0;
    const auto read = trial.reader()->forEach(Query(), {}, [&](const Event& event) {
        merged += event.row.channels.contains(channel) && event.row.channels.contains(Channel::Webhook);
        return true;
    });
    QVERIFY(read);
    QCOMPARE(merged, messages.size());
}

/// A broker that keeps nothing for those who are away: what it could have sent meanwhile is a gap.
inline void noteAbsence(SourceTrial& trial, meshwatch::Channel channel, const Publish& publish,
                        const std::function<void()>& killServer, const std::function<void()>& startServer) {
    using namespace meshwatch;
    trial.start();
    QTRY_VERIFY_WITH_TIMEOUT(trial.isConnected(), patience);
    QVERIFY(trial.reader()->gaps(10).empty());
    QSignalSpy ended(&trial.source(), &EventSource::gapEnded);
    trial.publish(publish);
    QTRY_COMPARE_WITH_TIMEOUT(trial.stored(), 1, patience);
    killServer();
    QTRY_COMPARE_WITH_TIMEOUT(trial.source().state().phase, SourceState::Phase::Waiting, patience);
    QCOMPARE(trial.source().state().code, QStringLiteral("source.broken"));
    startServer();
    trial.publish(publish);
    QTRY_VERIFY_WITH_TIMEOUT(trial.isConnected(), patience);
    QTRY_COMPARE_WITH_TIMEOUT(ended.count(), 1, patience);
    trial.publish(publish);
    QTRY_VERIFY_WITH_TIMEOUT(trial.stored() >= 2, patience);
    const auto gaps = trial.reader()->gaps(10);
    QCOMPARE(gaps.size(), size_t(1));
    QCOMPARE(gaps.front().reason, Gap::Reason::NotKept);
    QCOMPARE(gaps.front().channel, channel);
    QCOMPARE(gaps.front().connection, trial.connection());
    QCOMPARE(trial.judge(), QString());
}

/// The source goes through `proxy`, which says nothing for a while and closes nothing either.
inline void noteSilence(SourceTrial& trial, TcpProxy& proxy, const Publish& publish) {
    trial.start();
    QTRY_VERIFY_WITH_TIMEOUT(trial.isConnected(), patience);
    proxy.hush();
    trial.publish(publish);
    QTRY_VERIFY_WITH_TIMEOUT(!trial.isConnected(), patience);
    QVERIFY2(trial.source().state().text.contains(QLatin1String("does not answer any more")),
             qPrintable(trial.source().state().text));
    proxy.unhush();
    QTRY_VERIFY_WITH_TIMEOUT(trial.isConnected(), patience);
    QCOMPARE(trial.judge(), QString());
    QCOMPARE(trial.missing(), 1);
}

/// Publishes while one fault after the other happens, at a pace at which most of the time lies outside of
/// them; until the last event is stored.
inline void goThrough(SourceTrial& trial, const QList<std::function<void()>>& faults,
                      const Publish& publish) {
    QTRY_VERIFY_WITH_TIMEOUT(trial.isConnected(), patience);
    const int atOnce = qMax(1, faultEvents() / 400);
    const auto publishSome = [&] {
        for (int i = 0; i < atOnce; ++i)
            trial.publish(publish);
        QTest::qWait(60);
    };
    const int part = faultEvents() / int(faults.size() + 1) + 1;
    for (int number = 0; number <= faults.size(); ++number) {
        while (trial.published() < (number + 1) * part)
            publishSome();
        if (number == faults.size())
            break;
        faults[number]();
        // The Connector does not wait for us.
        const QDeadlineTimer deadline(patience);
        do
            publishSome();
        while (!trial.isConnected() && !deadline.hasExpired());
        QVERIFY2(trial.isConnected(), qPrintable(trial.source().state().text));
    }
    QTRY_VERIFY_WITH_TIMEOUT(trial.hasLast(), patience);
    qInfo("%d published, %lld stored, gaps of %lld s", trial.published(), trial.stored(), trial.gapSeconds());
}

/// Three programs take events and are killed meanwhile; then a source of this program goes on.
inline void goThroughKills(SourceTrial& trial, const QString& url, const Publish& publish) {
    trial.close();
    for (int kill = 0; kill < 3; ++kill) {
        TakingProgram program;
        QVERIFY(program.start(trial.path(), url));
        for (int i = 0; i < 1000; ++i)
            trial.publish(publish);
        program.kill();
        for (int i = 0; i < 100; ++i)
            trial.publish(publish);
    }
    trial.open();
    trial.start();
    QTRY_VERIFY_WITH_TIMEOUT(trial.isConnected(), patience);
    trial.publish(publish);
    QTRY_VERIFY_WITH_TIMEOUT(trial.hasLast(), patience);
}

/// More at once than may wait for the store: then nothing is read for a while.
inline void takeMuch(SourceTrial& trial, const Publish& publish) {
    constexpr int messages = 100;
    trial.start();
    QTRY_VERIFY_WITH_TIMEOUT(trial.isConnected(), patience);
    const QByteArray filling(1024 * 1024, 'x');
    for (int i = 0; i < messages; ++i)
        QVERIFY(publish(R"({"id":"MSG)" + QByteArray::number(i) + R"(","text":")" + filling + R"("})"));
    QTRY_COMPARE_WITH_TIMEOUT(trial.source().figures().stored, messages, 2 * patience);
    QVERIFY(trial.isConnected());
    QVERIFY(trial.reader()->gaps(10).empty());
}

/// Certificates of a server, and what a look at it says of them.
inline void addCertificates() {
    QTest::addColumn<QString>("names");
    QTest::addColumn<bool>("namesAuthority");
    QTest::addColumn<bool>("serverUsesTls");
    QTest::addColumn<bool>("addressUsesTls");
    QTest::addColumn<QString>("message");
    const auto row = [](const char* name, const char* names, bool namesAuthority, bool serverUsesTls,
                        bool addressUsesTls, const char* message) {
        QTest::newRow(name) << QString::fromLatin1(names) << namesAuthority << serverUsesTls << addressUsesTls
                            << QString::fromLatin1(message);
    };
    row("good", "IP:127.0.0.1", true, true, true, "");
    row("of somebody else", "DNS:elsewhere.example", true, true, true, "host name");
    row("unknown authority", "IP:127.0.0.1", false, true, true, "is not trusted");
    row("server without TLS", "IP:127.0.0.1", true, false, true, "TLS");
    row("address without TLS", "IP:127.0.0.1", true, true, false, "TLS");
}

/// What a look at a broker says, or its error.
inline meshwatch::Result<QString> look(const meshwatch::EventSource::Settings& settings) {
    auto looking = meshwatch::EventSource::probe(settings);
    // The other side may be this very thread.
    if (!QTest::qWaitFor([&] { return looking.isFinished(); }, patience))
        qFatal("a look does not end");
    return looking.result();
}

/// A port on which nobody listens.
inline quint16 closedPort() {
    QTcpServer server;
    return server.listen(QHostAddress::LocalHost) ? server.serverPort() : 0;
}

/// Answers like a web server that does not understand.
class WebServer : public QTcpServer {
public:
    WebServer() {
        connect(this, &QTcpServer::newConnection, this, [this] {
            QTcpSocket* const socket = nextPendingConnection();
            socket->write(
                "HTTP/1.1 400 Bad Request\r\nConnection: close\r\n\r\n<html>What do you mean?</html>");
            socket->disconnectFromHost();
        });
        if (!listen(QHostAddress::LocalHost))
            qFatal("the test cannot listen on 127.0.0.1");
    }
};

} // namespace brokertrials
