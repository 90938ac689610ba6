// SPDX-License-Identifier: MIT
#include "sourcefeed.h"

#include <QCoreApplication>

namespace meshwatch {

namespace {

/// Enough to make a commit worth while; more only delays the first of them.
constexpr size_t batchArrivals = 256;
constexpr qint64 batchBytes = 1024 * 1024;

} // namespace

SourceFeed::SourceFeed(std::shared_ptr<SourceShared> shared, ConnectionId connection, Channel channel,
                       StoredSource source)
    : m_shared(std::move(shared))
    , m_connection(connection)
    , m_channel(channel)
    , m_source(std::move(source))
    , m_sessionNumber(Micros::now().value) {}

void SourceFeed::connected(const QString& text) {
    SourceState state;
    state.phase = SourceState::Phase::Connected;
    state.text = text;
    m_shared->setState(std::move(state));
}

void SourceFeed::setWaiting(qint64 messages) {
    m_shared->count([messages](SourceFigures& figures) { figures.waiting = messages; });
}

void SourceFeed::take(SourceDelivery delivery) {
    if (delivery.body.size() > maxBodyBytes) {
        takeTooLarge(delivery, delivery.body.size());
        return;
    }
    auto facts = m_parser.parse(delivery.body, delivery.trigger, delivery.form);
    if (!facts) {
        refuse(delivery, delivery.body.size(), facts.error().message);
        return;
    }
    Arrival arrival;
    arrival.connection = m_connection;
    arrival.channel = delivery.channel.value_or(m_channel);
    arrival.receivedAt = delivery.receivedAt.isValid() ? delivery.receivedAt : Micros::now();
    arrival.path = std::move(delivery.path);
    arrival.headers = std::move(delivery.headers);
    arrival.correlationId = std::move(delivery.correlationId);
    arrival.body = std::move(delivery.body);
    if (delivery.canRepeat)
        arrival.mark = {m_source.id, m_sessionNumber, std::move(delivery.id), delivery.mayBeRepeat,
                        delivery.takenAt};
    countFacts(*facts, arrival.receivedAt);
    arrival.facts = std::move(*facts);
    // Not after this one: the position behind it comes with the next call, and is committed with it.
    if (m_batch.size() >= batchArrivals || m_batchBytes >= batchBytes)
        submit();
    ++m_taken;
    m_batchBytes += arrival.body.size() + 512;
    m_batch.push_back(std::move(arrival));
}

void SourceFeed::countFacts(const EventFacts& facts, Micros receivedAt) {
    m_shared->count([&](SourceFigures& figures) {
        ++figures.received;
        figures.lastReceived = receivedAt;
        if (facts.createdAt.isValid())
            figures.lagMicros = receivedAt.value - facts.createdAt.value;
    });
}

void SourceFeed::takeTooLarge(const SourceDelivery& begin, qint64 size) {
    refuse(begin, size,
           QCoreApplication::translate("EventSource", "The body of %1 bytes is larger than %2 MiB.")
               .arg(size)
               .arg(maxBodyBytes / (1024 * 1024)));
}

void SourceFeed::refuse(const SourceDelivery& delivery, qint64 size, const QString& reason) {
    // In the order of arrival: what was taken before is handed on before.
    submit();
    QuarantinedBody kept;
    kept.receivedAt = Micros::now();
    kept.connection = m_connection;
    kept.path = QString::fromUtf8(delivery.path);
    kept.headers = delivery.headers;
    kept.body = delivery.body;
    kept.bodySize = size;
    kept.reason = reason;
    m_shared->withStore([&](EventStore& store) { store.quarantine(std::move(kept)); });
    m_shared->count([](SourceFigures& figures) {
        ++figures.received;
        ++figures.refused;
        figures.lastReceived = Micros::now();
    });
    ++m_taken;
}

void SourceFeed::setPosition(QByteArray position) {
    m_position = std::move(position);
    m_hasNewPosition = true;
}

void SourceFeed::submit() {
    if (m_submitted == m_taken && !m_hasNewPosition)
        return;
    const qint64 bytes = std::exchange(m_batchBytes, 0);
    const qint64 count = qint64(m_batch.size());
    m_submitted = m_taken;
    // Behind something that was not stored nothing may settle.
    if (m_session->hasFailed) {
        m_batch.clear();
        return;
    }
    m_session->waitingBytes += bytes;
    auto committed = [session = m_session, shared = m_shared, upTo = m_taken, bytes, count](bool stored) {
        session->waitingBytes -= bytes;
        if (!stored)
            session->hasFailed = true;
        else if (!session->hasFailed)
            session->settled = upTo;
        if (stored)
            shared->count([count](SourceFigures& figures) { figures.stored += count; });
        shared->wake();
    };
    const SourceId positioned = m_hasNewPosition ? m_source.id : SourceId();
    m_hasNewPosition = false;
    m_shared->withStore([&](EventStore& store) {
        store.append(std::exchange(m_batch, {}), positioned, m_position, std::move(committed));
    });
    m_batch.clear();
}

void SourceFeed::noteSeen(Micros when) {
    m_shared->withStore([&](EventStore& store) { store.noteSeen(m_source.id, when); });
}

void SourceFeed::addGap(Gap::Reason reason, Micros began, Micros ended) {
    m_shared->withStore([&](EventStore& store) {
        Gap gap;
        gap.source = m_source.id;
        gap.connection = m_connection;
        gap.channel = m_channel;
        gap.reason = reason;
        gap.began = began;
        gap.ended = ended;
        store.addGap(gap);
    });
    m_shared->tellGapEnded();
}

void SourceFeed::forgetIndistinct(Micros from, Micros until) {
    m_shared->withStore(
        [&](EventStore& store) { store.forgetIndistinct(m_source.id, m_sessionNumber, from, until); });
}

void SourceFeed::forgetDeliveries(Micros until) {
    m_shared->withStore([&](EventStore& store) { store.forgetDeliveries(m_source.id, until); });
}

} // namespace meshwatch
