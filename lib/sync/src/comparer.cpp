// SPDX-License-Identifier: MIT
#include "comparer.h"

#include <QHash>
#include <QPointer>

#include <algorithm>

namespace meshwatch {

namespace {

constexpr char relationshipChanged[] = "transport.relationshipChanged";

QString markName() { return QStringLiteral("comparedUntil"); }

} // namespace

Comparer::Comparer(EventStore& store, ConnectionId connection)
    : m_store(store)
    , m_connection(connection) {
    m_worker.moveToThread(&m_thread);
    m_thread.setObjectName(QStringLiteral("comparer"));
    m_thread.start();
}

Comparer::~Comparer() {
    m_thread.quit();
    m_thread.wait();
}

void Comparer::findMissing(restevents::Provables events, QObject* context, Missing done) {
    QMetaObject::invokeMethod(
        &m_worker,
        [this, context = QPointer(context), events = std::move(events), done = std::move(done)]() mutable {
            auto arrivals = missing(events);
            if (context)
                QMetaObject::invokeMethod(
                    context.data(),
                    [done, arrivals = std::move(arrivals)]() mutable { done(std::move(arrivals)); },
                    Qt::QueuedConnection);
        },
        Qt::QueuedConnection);
}

std::vector<Arrival> Comparer::missing(restevents::Provables& events) {
    std::vector<Arrival> arrivals;
    if (!m_reader) {
        auto reader = EventReader::open(m_store.path());
        if (!reader)
            return arrivals; // the store tells of its trouble itself
        m_reader = std::move(*reader);
    }
    for (const auto& event : events) {
        Arrival arrival;
        arrival.connection = m_connection;
        arrival.channel = Channel::Sync;
        arrival.receivedAt = Micros::now();
        arrival.path = "REST";
        arrival.body = event.body();
        arrival.isRecovered = true;
        auto facts = m_parser.parse(arrival.body, {});
        if (!facts || facts->object.isEmpty())
            continue;
        arrival.facts = std::move(*facts);
        if (!isKnown(arrival))
            arrivals.push_back(std::move(arrival));
    }
    leaveOutCounted(events, arrivals);
    return arrivals;
}

bool Comparer::isKnown(const Arrival& arrival) {
    return m_reader->knows(m_connection, arrival.facts.trigger, arrival.facts.object, arrival.facts.state);
}

/// Two changes fetched in one sync are told of twice with the later state, so a missing state alone proves no
/// loss: only as many changes are missing as the audit log has entries more than there are events.
void Comparer::leaveOutCounted(restevents::Provables& events, std::vector<Arrival>& arrivals) {
    QHash<QByteArray, int> missing;
    for (const auto& event : events) {
        if (event.trigger == relationshipChanged)
            ++missing[event.data.value(QLatin1String("id")).toString().toUtf8()];
    }
    for (auto it = missing.begin(); it != missing.end(); ++it)
        it.value() -= m_reader->countOf(m_connection, relationshipChanged, it.key());
    // The newest first: what is not seen is most likely what came last.
    std::vector<Arrival> kept;
    for (auto it = arrivals.rbegin(); it != arrivals.rend(); ++it) {
        if (it->facts.trigger != relationshipChanged || missing[it->facts.object]-- > 0)
            kept.push_back(std::move(*it));
    }
    std::reverse(kept.begin(), kept.end());
    arrivals = std::move(kept);
}

void Comparer::file(std::vector<Arrival> arrivals, QObject* context, std::function<void(int)> done) {
    QMetaObject::invokeMethod(
        &m_worker,
        [this, context = QPointer(context), arrivals = std::move(arrivals),
         done = std::move(done)]() mutable {
            std::erase_if(arrivals, [this](const Arrival& arrival) { return isKnown(arrival); });
            const int count = int(arrivals.size());
            auto answer = [context, done](int filed) {
                if (context)
                    QMetaObject::invokeMethod(
                        context.data(), [done, filed] { done(filed); }, Qt::QueuedConnection);
            };
            if (count == 0) {
                answer(0);
                return;
            }
            m_store.append(std::move(arrivals), [answer, count](bool stored) { answer(stored ? count : 0); });
        },
        Qt::QueuedConnection);
}

void Comparer::readMark(QObject* context, std::function<void(Micros)> done) {
    QMetaObject::invokeMethod(
        &m_worker,
        [this, context = QPointer(context), done = std::move(done)] {
            Micros mark;
            if (const auto reader = EventReader::open(m_store.path()); reader) {
                if (const auto text = (*reader)->mark(m_connection, markName()))
                    mark = Micros::fromIso(text->toLatin1()).value_or(Micros());
            }
            if (context)
                QMetaObject::invokeMethod(
                    context.data(), [done, mark] { done(mark); }, Qt::QueuedConnection);
        },
        Qt::QueuedConnection);
}

void Comparer::setMark(Micros compared) { m_store.setMark(m_connection, markName(), compared.toIso()); }

} // namespace meshwatch
