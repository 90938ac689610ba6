// SPDX-License-Identifier: MIT
#include <meshwatch/events/eventcatalogue.h>

#include <QFile>
#include <QHash>

// In a static library nobody else does it; the macro does not work inside a namespace.
static void initResources() { Q_INIT_RESOURCE(meshwatch_events); }

namespace meshwatch {

namespace {

/// Each line is what a webhook would bring: `{"data":…,"trigger":"…"}`, or without `data`.
QHash<QByteArray, QByteArray> readSamples() {
    initResources();
    QFile file(QStringLiteral(":/meshwatch/events/samples.jsonl"));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("the samples of events are not built in");
    const QByteArray begin("{\"data\":");
    const QByteArray between(",\"trigger\":\"");
    QHash<QByteArray, QByteArray> samples;
    for (const QByteArray& line : file.readAll().split('\n')) {
        const qsizetype end = line.lastIndexOf(between);
        if (line.startsWith(begin) && end > 0)
            samples.insert(line.mid(end + between.size()).chopped(2),
                           line.mid(begin.size(), end - begin.size()));
    }
    return samples;
}

} // namespace

std::optional<QByteArray> EventCatalogue::sample(QByteArrayView trigger) {
    static const QHash<QByteArray, QByteArray> samples = readSamples();
    const auto found = samples.find(trigger.toByteArray());
    return found == samples.end() ? std::nullopt : std::optional(*found);
}

} // namespace meshwatch
