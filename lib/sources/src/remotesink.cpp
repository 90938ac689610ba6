// SPDX-License-Identifier: MIT
#include <meshwatch/sources/remotesink.h>

#include "amqppublishing.h"
#include "growingpause.h"
#include "postgreswriting.h"
#include "sinklink.h"
#include "sourcelink.h"

#include <QCoreApplication>

namespace meshwatch {

namespace {

struct RemoteSinkText {
    Q_DECLARE_TR_FUNCTIONS(EventSource)
};

constexpr std::chrono::milliseconds sinkFirstPause{500};
constexpr std::chrono::milliseconds sinkLongestPause{10'000};
/// A connection that held for so long was a good one: the next pause is the first again.
constexpr std::chrono::seconds sinkGoodWhile{20};

} // namespace

std::unique_ptr<SinkLink> SinkLink::make(const RemoteSink::Settings& settings) {
    if (settings.address.kind() == SourceAddress::Kind::Amqp)
        return std::make_unique<AmqpPublishing>(settings);
    if (settings.address.kind() == SourceAddress::Kind::Postgres)
        return std::make_unique<PostgresWriting>(settings);
    return nullptr;
}

RemoteSink::RemoteSink(Settings settings, QObject* parent)
    : QObject(parent)
    , m_settings(std::move(settings))
    , m_queue(std::make_unique<SinkQueue>(
          [this] { QMetaObject::invokeMethod(this, &RemoteSink::stateChanged, Qt::QueuedConnection); })) {}

RemoteSink::~RemoteSink() { stop(); }

void RemoteSink::start() {
    if (!m_thread.joinable())
        m_thread = std::thread([this] { run(); });
}

void RemoteSink::stop() {
    m_queue->stop();
    if (m_thread.joinable())
        m_thread.join();
}

void RemoteSink::run() const {
    GrowingPause growing(sinkFirstPause, sinkLongestPause);
    while (!m_queue->isStopping()) {
        SourceState connecting;
        connecting.phase = SourceState::Phase::Connecting;
        connecting.text = RemoteSinkText::tr("connecting to %1…").arg(m_settings.address.place());
        m_queue->setState(std::move(connecting));
        const auto began = SinkQueue::Clock::now();
        const auto ended = SinkLink::make(m_settings)->run(*m_queue);
        if (ended)
            break;
        if (SinkQueue::Clock::now() - began > sinkGoodWhile)
            growing.reset();
        const auto pause = GrowingPause::scattered(growing.next());
        m_queue->setState(sourceerror::failed(ended.error(), pause));
        if (m_queue->waitFor(pause))
            break;
    }
    // Nobody writes any more: what still waits is not stored.
    while (m_queue->next()) {
    }
}

SourceState RemoteSink::state() const { return m_queue->state(); }

RemoteSink::Figures RemoteSink::figures() const {
    const auto& account = m_queue->account();
    const auto [count, reason] = m_queue->bodiesWithoutEvent();
    return {account.stored, account.refused, count, reason};
}

void RemoteSink::append(std::vector<Arrival> arrivals, Committed committed) {
    m_queue->append(std::move(arrivals), std::move(committed));
}

void RemoteSink::quarantine(QuarantinedBody body) { m_queue->noteBodyWithoutEvent(body.reason); }

} // namespace meshwatch
