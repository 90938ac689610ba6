// SPDX-License-Identifier: MIT
#pragma once

#include <meshwatch/core/micros.h>

#include <QByteArray>

#include <cstdio>

/// Events made for benchmarks: messages as a Connector tells of them, all different, of `peers` peers.
namespace madeevents {

inline constexpr qint64 start = 1'767'225'600'000'000; // 2026-01-01T00:00:00Z

inline bool isOwn(qint64 i) { return i % 3 == 0; }

inline QByteArray trigger(qint64 i) {
    return QByteArray("transport.message") + (isOwn(i) ? "Sent" : "Received");
}

/// What a broker gets: the data alone.
inline QByteArray data(qint64 i, qint64 peers) {
    static constexpr const char* words[] = {"certificate", "enrolment", "transcript", "deadline", "signature",
                                            "attachment",  "semester",  "faculty",    "invoice",  "meeting"};
    char id[24], peer[64];
    std::snprintf(id, sizeof id, "MSG%017llx", (unsigned long long)(quint64(i) * 0x9e3779b97f4a7c15ULL >> 4));
    std::snprintf(peer, sizeof peer, "did:e:bench.example:dids:%020lld", (long long)(i * 7919 % peers));
    const QByteArray own = "did:e:bench.example:dids:0a1b2c3d4e5f60718293";
    const QByteArray from = isOwn(i) ? own : QByteArray(peer);
    const QByteArray to = isOwn(i) ? QByteArray(peer) : own;
    QByteArray text;
    for (int word = 0; word < 19; ++word)
        text.append(words[(i * 31 + word * 17 + i % 7 * word) % 10]).append(' ');
    if (i % 500 == 77)
        text.append("umbrella");
    if (i % 100'000 == 5'000)
        text.append("zyzzyva7");
    QByteArray out = R"({"id":")";
    out.append(id).append(R"(","isOwn":)").append(isOwn(i) ? "true" : "false");
    out.append(R"(,"content":{"@type":"Mail","to":[")").append(to);
    out.append(R"("],"cc":[],"subject":")").append(words[i % 10]).append(R"(","body":")").append(text);
    out.append(R"("},"createdBy":")").append(from);
    out.append(R"(","createdByDevice":"DVCq8Zr2LmT0vXa1cBd3","recipients":[{"address":")").append(to);
    out.append(R"("}],"createdAt":")")
        .append(meshwatch::Micros{start + i * 1'000'000 - 250'000}.toIso().toLatin1());
    out.append(R"(","attachments":[]})");
    return out;
}

/// What a webhook brings.
inline QByteArray webhook(qint64 i, qint64 peers) {
    return R"({"data":)" + data(i, peers) + R"(,"trigger":")" + trigger(i) + R"("})";
}

} // namespace madeevents
