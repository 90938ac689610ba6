// SPDX-License-Identifier: MIT
// Fills a workspace's store: bench_fill FOLDER EVENTS [PEERS]
//
// Events of about 620 bytes, a second apart from 2026-01-01T00:00:00Z on, of PEERS (200) peers; mostly
// messages. The word "umbrella" stands in one of 500, "zyzzyva7" in one of 100 000, and the first ten are
// starts of the Connector.
#include <meshwatch/events/eventparser.h>
#include <meshwatch/events/eventstore.h>

#include <cstdio>
#include <cstdlib>

using namespace meshwatch;

namespace {

constexpr qint64 start = 1'767'225'600'000'000; // 2026-01-01T00:00:00Z
constexpr qint64 batchSize = 2000;

QByteArray body(qint64 i, qint64 peers) {
    if (i < 10)
        return R"({"trigger":"runtime.modulesStarted"})";
    static constexpr const char* words[] = {"certificate", "enrolment", "transcript", "deadline", "signature",
                                            "attachment",  "semester",  "faculty",    "invoice",  "meeting"};
    char id[24], peer[64];
    std::snprintf(id, sizeof id, "MSG%017llx", (unsigned long long)(quint64(i) * 0x9e3779b97f4a7c15ULL >> 4));
    std::snprintf(peer, sizeof peer, "did:e:bench.example:dids:%020lld", (long long)(i * 7919 % peers));
    const bool isOwn = i % 3 == 0;
    const QByteArray own = "did:e:bench.example:dids:0a1b2c3d4e5f60718293";
    QByteArray text;
    for (int word = 0; word < 19; ++word)
        text.append(words[(i * 31 + word * 17 + i % 7 * word) % 10]).append(' ');
    if (i % 500 == 77)
        text.append("umbrella");
    if (i % 100'000 == 5'000)
        text.append("zyzzyva7");
    QByteArray out = R"({"data":{"id":")";
    out.append(id).append(R"(","isOwn":)").append(isOwn ? "true" : "false");
    out.append(R"(,"content":{"@type":"Mail","to":[")").append(isOwn ? QByteArray(peer) : own);
    out.append(R"("],"cc":[],"subject":")").append(words[i % 10]).append(R"(","body":")").append(text);
    out.append(R"("},"createdBy":")").append(isOwn ? own : QByteArray(peer));
    out.append(R"(","createdByDevice":"DVCq8Zr2LmT0vXa1cBd3","recipients":[{"address":")")
        .append(isOwn ? QByteArray(peer) : own);
    out.append(R"("}],"createdAt":")").append(Micros{start + i * 1'000'000 - 250'000}.toIso().toLatin1());
    out.append(R"(","attachments":[]},"trigger":"transport.message)")
        .append(isOwn ? "Sent" : "Received")
        .append("\"}");
    return out;
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
            arrival.receivedAt = {start + i * 1'000'000};
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
