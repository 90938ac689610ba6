// SPDX-License-Identifier: MIT
// Measures `meshwatch-cli serve --source` beside the plain clients of a broker, turn by turn:
// bench_channels amqp|mqtt|redis CLI FOLDER EVENTS ROUNDS
//
// In each turn EVENTS events of about 620 bytes are published as fast as the broker takes them, and the time
// is taken until the last of them is stored by Meshwatch, or received by the rival. Prints "NAME RATE
// MISSING" of each turn, and "stored EVENTS PUBLISHED" at the end.
#include "benchamqp.h"
#include "benchmqtt.h"
#include "benchredis.h"
#include "madeevents.h"

#include <meshwatch/events/eventreader.h>

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QProcess>

using namespace meshwatch;

namespace {

constexpr int patienceMs = 20'000;

[[noreturn]] void giveUp(const char* what, const QByteArray& said = {}) {
    std::fprintf(stderr, "%s %s\n", what, said.constData());
    std::exit(1);
}

/// Turn by turn on one broker; what is published is never the same twice.
class Turns {
public:
    Turns(BenchBroker& broker, QString cli, QString folder, int events)
        : m_broker(broker)
        , m_cli(std::move(cli))
        , m_folder(std::move(folder))
        , m_events(events) {}

    void ours();
    void rival(const BenchBroker::Rival& rival);
    void printSum() const { std::printf("stored %lld %lld\n", stored(), m_published); }

private:
    struct Received {
        qint64 count;
        qint64 nanos; ///< when it was seen that it was as many
    };
    void publish(bool isForRival, int count);
    /// Until `count` says that all are there, or no more come.
    static Received await(const QElapsedTimer& timer, qint64 events, const std::function<qint64()>& count);
    static void print(const QString& name, qint64 events, Received received);
    [[nodiscard]] qint64 stored() const;
    [[nodiscard]] QString rivalFile() const { return m_folder + QStringLiteral("/rival.out"); }
    [[nodiscard]] qint64 received(bool onlyIfLast) const;
    void awaitSubscription();

    BenchBroker& m_broker;
    const QString m_cli, m_folder;
    const int m_events;
    qint64 m_published = 0; ///< for us
    qint64 m_made = 0;
    QByteArray m_lastData;
};

void Turns::publish(bool isForRival, int count) {
    for (int i = 0; i < count; ++i) {
        m_lastData = madeevents::data(++m_made, 200);
        if (!m_broker.publish(isForRival, madeevents::trigger(m_made), m_lastData))
            giveUp("cannot publish");
    }
    if (!m_broker.finish())
        giveUp("cannot publish");
}

Turns::Received Turns::await(const QElapsedTimer& timer, qint64 events,
                             const std::function<qint64()>& count) {
    Received last{0, 0};
    while (last.count < events) {
        const Received now{count(), timer.nsecsElapsed()};
        if (now.count > last.count)
            last = now;
        else if (now.nanos - last.nanos > patienceMs * 1'000'000LL)
            break;
        QThread::msleep(5);
    }
    return last;
}

void Turns::print(const QString& name, qint64 events, Received received) {
    std::printf("%s %.0f %lld\n", qPrintable(name), double(received.count) * 1e9 / double(received.nanos),
                events - received.count);
    std::fflush(stdout);
}

qint64 Turns::stored() const {
    const auto reader = EventReader::open(m_folder + QStringLiteral("/events.sqlite"));
    return reader ? (*reader)->range().count() : 0;
}

void Turns::ours() {
    QProcess serve;
    auto environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("BENCH_SECRET"), QStringLiteral("guest"));
    QStringList arguments{
        QStringLiteral("serve"),        QStringLiteral("--data"),   m_folder,
        QStringLiteral("--connection"), QStringLiteral("bench"),    QStringLiteral("--listen"),
        QStringLiteral("127.0.0.1:0"),  QStringLiteral("--source"), m_broker.url()};
    if (m_broker.url().startsWith(QLatin1String("amqp")))
        arguments += {QStringLiteral("--source-secret-env"), QStringLiteral("BENCH_SECRET")};
    serve.setProcessEnvironment(environment);
    serve.start(m_cli, arguments);
    // It says what it reads when it is connected.
    QByteArray said;
    const QDeadlineTimer deadline(patienceMs);
    while (!said.contains("queue ") && !said.contains("subscribed to")) {
        serve.waitForReadyRead(100);
        said += serve.readAllStandardError();
        if (deadline.hasExpired() || serve.state() == QProcess::NotRunning)
            giveUp("serve does not connect:", said);
    }
    QElapsedTimer timer;
    timer.start();
    const qint64 before = stored();
    publish(false, m_events);
    m_published += m_events;
    const auto reader = EventReader::open(m_folder + QStringLiteral("/events.sqlite"));
    if (!reader)
        giveUp("cannot read the store");
    const Received all = await(timer, m_events, [&] { return (*reader)->range().count() - before; });
    serve.terminate();
    if (!serve.waitForFinished(patienceMs) || serve.exitCode() != 0)
        giveUp("serve does not end well:", serve.readAllStandardError());
    print(QStringLiteral("meshwatch"), m_events, all);
}

/// How many events the rival has printed; reading all of it takes a while, so that it can be asked for only
/// when the last one is there.
qint64 Turns::received(bool onlyIfLast) const {
    QFile file(rivalFile());
    if (!file.open(QIODevice::ReadOnly))
        giveUp("cannot read what the rival printed");
    if (onlyIfLast) {
        file.seek(qMax<qint64>(0, file.size() - 4096));
        return file.readAll().contains(m_lastData) ? m_events : 0;
    }
    qint64 count = 0;
    while (!file.atEnd())
        count += file.readLine().startsWith("{\"id\":\"MSG");
    return count;
}

/// A subscription is there when something comes by it.
void Turns::awaitSubscription() {
    const QDeadlineTimer deadline(patienceMs);
    m_lastData = "{}";
    while (received(true) == 0) {
        if (deadline.hasExpired() || !m_broker.publish(true, "bench.begins", m_lastData) ||
            !m_broker.finish())
            giveUp("the rival does not subscribe");
        QThread::msleep(50);
    }
}

void Turns::rival(const BenchBroker::Rival& rival) {
    QProcess process;
    process.setStandardOutputFile(rival.endsByItself ? QProcess::nullDevice() : rivalFile());
    process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    process.start(rival.program, rival.arguments);
    if (!process.waitForStarted())
        giveUp("cannot start", rival.program.toUtf8());
    const int events = m_events / rival.share;
    if (!rival.endsByItself)
        awaitSubscription();
    QElapsedTimer timer;
    timer.start();
    publish(true, events);
    if (rival.endsByItself) {
        if (!process.waitForFinished(30 * patienceMs) || process.exitCode() != 0)
            giveUp("does not receive everything:", rival.program.toUtf8());
        print(rival.name(), events, {events, timer.nsecsElapsed()});
        return;
    }
    Received all = await(timer, events, [this] { return received(true); });
    process.kill();
    process.waitForFinished();
    all.count = received(false);
    if (all.nanos == 0)
        all.nanos = timer.nsecsElapsed();
    print(rival.name(), events, all);
}

std::unique_ptr<BenchBroker> makeBroker(const QByteArray& channel) {
    if (channel == "amqp")
        return std::make_unique<BenchAmqp>();
    if (channel == "mqtt")
        return std::make_unique<BenchMqtt>();
    if (channel == "redis")
        return std::make_unique<BenchRedis>();
    return nullptr;
}

} // namespace

int main(int argc, char** argv) {
    if (argc != 6)
        return 2;
    const QCoreApplication application(argc, argv);
    const auto broker = makeBroker(argv[1]);
    if (!broker)
        return 2;
    if (!broker->start())
        giveUp("cannot start the broker of", argv[1]);
    const int events = std::atoi(argv[4]);
    Turns turns(*broker, QString::fromLocal8Bit(argv[2]), QString::fromLocal8Bit(argv[3]), events);
    for (int round = std::atoi(argv[5]); round > 0; --round) {
        for (const BenchBroker::Rival& rival : broker->rivals(events))
            turns.rival(rival);
        turns.ours();
    }
    turns.printSum();
    return 0;
}
