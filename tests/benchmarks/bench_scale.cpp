// SPDX-License-Identifier: MIT
#include "../integration/program.h"
#include "amqppublisher.h"
#include "postgresserver.h"
#include "rabbitmqserver.h"
#include "readingdesktop.h"

#include <QElapsedTimer>

#include <algorithm>
#include <cstdio>

namespace {

struct Outcome {
    qint64 requests = 0;
    qint64 errors = 0;
    double rate = 0;
};

/// One run of wrk for each relay, at the same time.
Outcome load(const QString& script, const std::vector<Program*>& relays, int seconds, int run) {
    std::vector<std::unique_ptr<QProcess>> clients;
    const QString connections = QString::number(64 / int(relays.size()));
    for (Program* relay : relays) {
        clients.push_back(std::make_unique<QProcess>());
        clients.back()->start(
            QStringLiteral("wrk"),
            {QStringLiteral("-t1"), QStringLiteral("-c") + connections, QStringLiteral("-d%1s").arg(seconds),
             QStringLiteral("--timeout"), QStringLiteral("30s"), QStringLiteral("-s"), script,
             QStringLiteral("http://127.0.0.1:%1/bench").arg(relay->port()), QStringLiteral("--"),
             QStringLiteral("%1").arg(run * 8 + int(clients.size()), 4, 16, QLatin1Char('0'))});
    }
    Outcome sum;
    for (const auto& client : clients) {
        client->waitForFinished(-1);
        const QByteArray out = client->readAllStandardOutput();
        const QList<QByteArray> words = out.mid(out.indexOf("RESULT ") + 7).simplified().split(' ');
        if (words.size() < 3) {
            for (Program* relay : relays) {
                relay->process().waitForFinished(1000);
                std::fprintf(
                    stderr, "relay: %s (exit code %d)\n", relay->process().readAllStandardError().constData(),
                    relay->process().state() == QProcess::NotRunning ? relay->process().exitCode() : -1);
            }
            qFatal("wrk: %s", client->readAllStandardError().constData());
        }
        sum.requests += words[0].toLongLong();
        sum.errors += words[1].toLongLong();
        sum.rate += words[2].toDouble();
    }
    return sum;
}

/// Relays of one kind, and what they did.
struct Way {
    const char* name;
    std::vector<Program*> relays;
    ReadingDesktop* desktop;
    qint64 acknowledged = 0;
    std::vector<double> rates{};
};

double median(std::vector<double> values) {
    std::sort(values.begin(), values.end());
    return values[values.size() / 2];
}

bool serve(Program& program, const QStringList& where) {
    auto environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("STORE_PASSWORD"), QString::fromLatin1(PostgresServer::password()));
    return program.start(QStringList{QStringLiteral("serve"), QStringLiteral("--listen"),
                                     QStringLiteral("127.0.0.1:0"), QStringLiteral("--connection"),
                                     QStringLiteral("bench")} +
                             where,
                         environment);
}

} // namespace

/// bench_scale SCRIPT ROUNDS SECONDS: lines for people, then “errors N” and “missing N”.
int main(int argc, char** argv) {
    const QCoreApplication application(argc, argv);
    if (argc != 4)
        return 2;
    const QString script = QString::fromLocal8Bit(argv[1]);
    const int rounds = std::max(1, std::atoi(argv[2]));
    const int seconds = std::max(1, std::atoi(argv[3]));
    RabbitMqServer rabbit;
    PostgresServer postgres;
    if (!rabbit.start() || !postgres.start())
        qFatal("RabbitMQ or PostgreSQL does not start");
    AmqpPublisher(rabbit.port()).makeExchange("bench");
    postgres.sql("CREATE DATABASE bench");

    const QString broker = rabbit.url(QStringLiteral("?exchange=bench"));
    ReadingDesktop behindBroker(broker);
    const QStringList toBroker{QStringLiteral("--broker"), broker};
    const QStringList toStore{QStringLiteral("--store"), postgres.url(QStringLiteral("bench")),
                              QStringLiteral("--store-secret-env"), QStringLiteral("STORE_PASSWORD")};
    const QTemporaryDir data;
    Program local, publisher, second, writer, secondWriter;
    if (!serve(local, {QStringLiteral("--data"), data.path()}) || !serve(publisher, toBroker) ||
        !serve(second, toBroker) || !serve(writer, toStore) || !serve(secondWriter, toStore))
        qFatal("serve does not start");
    ReadingDesktop behindStore(postgres.url(QStringLiteral("bench"), QStringLiteral("connection=bench")),
                               PostgresServer::password());
    if (!QTest::qWaitFor([&] { return behindBroker.isConnected() && behindStore.isConnected(); }, 60'000))
        qFatal("nothing reads");

    std::vector<Way> ways{{"one receiver, SQLite", {&local}, nullptr},
                          {"one relay, RabbitMQ (quorum queue)", {&publisher}, &behindBroker},
                          {"two relays, RabbitMQ", {&publisher, &second}, &behindBroker},
                          {"one relay, PostgreSQL", {&writer}, &behindStore},
                          {"two relays, PostgreSQL", {&writer, &secondWriter}, &behindStore}};
    qint64 errors = 0;
    int run = 0;
    for (int round = 0; round < rounds; ++round) {
        for (Way& way : ways) {
            std::fprintf(stderr, "round %d: %s\n", round + 1, way.name);
            const Outcome outcome = load(script, way.relays, seconds, ++run);
            way.acknowledged += outcome.requests;
            way.rates.push_back(outcome.rate);
            errors += outcome.errors;
            // What a desktop has still to read is not to weigh on the next.
            if (way.desktop) {
                qint64 before = -1;
                for (qint64 now = way.desktop->stored(); now != before; now = way.desktop->stored()) {
                    before = now;
                    QTest::qWait(1000);
                }
            }
        }
    }
    for (Program* program : {&local, &publisher, &second, &writer, &secondWriter})
        errors += program->terminate() == 0 ? 0 : 1;
    const double one = median(ways.front().rates);
    for (const Way& way : ways)
        std::printf("%-38s %8.0f/s   %.2f of SQLite's\n", way.name, median(way.rates),
                    median(way.rates) / one);
    const qint64 missing =
        std::max<qint64>(0, ways[1].acknowledged + ways[2].acknowledged - behindBroker.stored()) +
        std::max<qint64>(0, ways[3].acknowledged + ways[4].acknowledged - behindStore.stored());
    std::printf("errors %lld\nmissing %lld\n", static_cast<long long>(errors),
                static_cast<long long>(missing));
    return 0;
}
