// SPDX-License-Identifier: MIT
#include "relayreading.h"

namespace meshwatch {

namespace {

constexpr qint64 relayBatchBytes = 256 * 1024;
/// A filter that matches little must not hold up the others.
constexpr int relaySliceMs = 50;
/// Counting goes through all events.
constexpr qint64 recountMicros = 30'000'000;

} // namespace

Result<std::unique_ptr<RelayReading>> RelayReading::open(const QString& path, QByteArray epoch,
                                                         QObject* context) {
    auto reader = EventReader::open(path);
    if (!reader)
        return reader.error();
    return std::unique_ptr<RelayReading>(new RelayReading(std::move(*reader), std::move(epoch), context));
}

RelayReading::RelayReading(std::unique_ptr<EventReader> reader, QByteArray epoch, QObject* context)
    : m_reader(std::move(reader))
    , m_epoch(std::move(epoch))
    , m_context(context) {
    m_reader->setCancel([this] { return m_isEnding.load(); });
    m_thread.setObjectName(QStringLiteral("relay reader"));
    m_worker.moveToThread(&m_thread);
    m_thread.start();
}

RelayReading::~RelayReading() {
    m_isEnding = true;
    m_thread.quit();
    m_thread.wait();
}

template<typename Work>
void RelayReading::run(Work work) {
    QMetaObject::invokeMethod(
        &m_worker,
        [this, work = std::move(work)] {
            if (!m_isEnding)
                work();
        },
        Qt::QueuedConnection);
}

void RelayReading::read(const Request& request, std::function<void(Result<RelayBatch>)> answer) {
    run([this, request, answer = std::move(answer)] {
        QMetaObject::invokeMethod(
            m_context, [answer, batch = readNow(request)] { answer(batch); }, Qt::QueuedConnection);
    });
}

Result<RelayBatch> RelayReading::readNow(const Request& request) const {
    RelayBatch batch;
    batch.from = request.following.after;
    batch.cursor = {m_epoch, {}, request.receivedAt};
    QByteArray json("{\"type\":\"events\",\"events\":[");
    const auto done =
        m_reader->follow(request.following, relaySliceMs, [&](const EventReader::Delivered& event) {
            batch.cursor = {m_epoch, event.seq, event.receivedAt};
            if (batch.count++ > 0)
                json.append(',');
            relay::appendEvent(json, event, batch.cursor);
            return batch.count < request.most && json.size() < relayBatchBytes;
        });
    if (!done)
        return done.error();
    batch.to = *done;
    batch.cursor.seq = *done;
    // Looked at afterwards: retention goes on while we read.
    if (m_reader->range().first.value > batch.from.value + 1)
        batch.lostUntil = m_reader->keptSince();
    if (batch.count == 0)
        return batch;
    json.append("],\"cursor\":\"").append(batch.cursor.toText()).append("\"}");
    batch.bytes = json.size();
    batch.message = relay::message(json);
    return batch;
}

void RelayReading::look(ConnectionId connection, std::function<void(const Kept&)> answer) {
    run([this, connection, answer = std::move(answer)] {
        const Kept kept{m_reader->range(), m_reader->keptSince(), countOf(connection)};
        QMetaObject::invokeMethod(
            m_context, [answer, kept] { answer(kept); }, Qt::QueuedConnection);
    });
}

qint64 RelayReading::countOf(ConnectionId connection) {
    const qint64 now = Micros::now().value;
    if (m_countedAt == 0 || qAbs(now - m_countedAt) > recountMicros) {
        m_counts.clear();
        for (const EventReader::Connection& counted : m_reader->connections())
            m_counts.insert(counted.id, counted.events);
        m_countedAt = now;
    }
    return m_counts.value(connection);
}

void RelayReading::findTime(ConnectionId connection, Micros receivedAt,
                            std::function<void(EventSeq)> answer) {
    run([this, connection, receivedAt, answer = std::move(answer)] {
        QMetaObject::invokeMethod(
            m_context, [answer, seq = m_reader->newestUntil(connection, receivedAt)] { answer(seq); },
            Qt::QueuedConnection);
    });
}

} // namespace meshwatch
