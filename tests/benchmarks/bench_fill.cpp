// SPDX-License-Identifier: MIT
// Fills a workspace's store: bench_fill FOLDER EVENTS [PEERS]
//
// Events of about 620 bytes, a second apart from 2026-01-01T00:00:00Z on, of PEERS (200) peers; mostly
// messages. The word "umbrella" stands in one of 500, "zyzzyva7" in one of 100 000, and the first ten are
// starts of the Connector.
#include "madeevents.h"

#include <meshwatch/events/eventparser.h>
#include <meshwatch/events/eventstore.h>

#include <cstdio>
#include <cstdlib>

using namespace meshwatch;

namespace {

constexpr qint64 batchSize = 2000;

QByteArray body(qint64 i, qint64 peers) {
    return i < 10 ? QByteArray(R"({"trigger":"runtime.modulesStarted"})") : madeevents::webhook(i, peers);
}

} // namespace

int main(int argc, char** argv) {
    if (argc != 3 && argc != 4)
        return 2;
    const qint64 peers = argc == 4 ? std::atoll(argv[3]) : 200;
    auto store = EventStore::open(QString::fromLocal8Bit(argv[1]) + QStringLiteral("/events.sqlite"));
    if (!store) {
        std::fprintf(stderr, "%s\n", qPrintable(store.error().message));
        return 1;
    }
    const ConnectionId connection = *(*store)->connectionId(QStringLiteral("bench"));
    EventParser parser;
    bool isStored = true;
    qint64 bytes = 0;
    const qint64 count = std::atoll(argv[2]);
    const Micros began = Micros::now();
    for (qint64 i = 0; i < count;) {
        std::vector<Arrival> batch;
        for (const qint64 end = qMin(count, i + batchSize); i < end; ++i) {
            Arrival arrival;
            arrival.connection = connection;
            arrival.receivedAt = {madeevents::start + i * 1'000'000};
            arrival.path = "/bench";
            arrival.headers = "content-type: application/json\n";
            arrival.correlationId = QByteArray::number(i);
            arrival.body = body(i, peers);
            bytes += arrival.body.size();
            auto facts = parser.parse(arrival.body, {});
            if (!facts) {
                std::fprintf(stderr, "%s\n", qPrintable(facts.error().message));
                return 1;
            }
            arrival.facts = std::move(*facts);
            batch.push_back(std::move(arrival));
        }
        (*store)->append(std::move(batch), [&](bool stored) { isStored = isStored && stored; });
        if ((*store)->pending() > 20 * batchSize)
            (*store)->flush();
    }
    (*store)->flush();
    const double seconds = double(Micros::now().value - began.value) / 1e6;
    std::printf("%lld events of %lld bytes stored in %.1f s: %.0f/s\n", (long long)count,
                (long long)(bytes / count), seconds, double(count) / seconds);
    return isStored ? 0 : 1;
}
