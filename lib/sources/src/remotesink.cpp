// SPDX-License-Identifier: MIT
#include <meshwatch/sources/remotesink.h>

#include "amqppublishing.h"
#include "postgreswriting.h"
#include "sinklink.h"
#include "sourcelink.h"

#include <QCoreApplication>
#include <QRandomGenerator>

namespace meshwatch {

namespace {

struct RemoteSinkText {
    Q_DECLARE_TR_FUNCTIONS(EventSource)
};

constexpr std::chrono::milliseconds sinkFirstPause{500};
constexpr std::chrono::milliseconds sinkLongestPause{10'000};
/// A connection that held for so long was a good one: the next pause is the first again.
constexpr std::chrono::seconds sinkGoodWhile{20};

/// How long until the next try, with a fifth of chance in it so that many relays do not come at once.
std::chrono::milliseconds sinkPauseAfter(int failures) {
    const auto doubled = sinkFirstPause * (1 << qBound(0, failures - 1, 10));
    return qMin(doubled, sinkLongestPause) * (80 + int(QRandomGenerator::global()->bounded(41))) / 100;
}

SourceState sinkFailed(const Error& error, std::chrono::milliseconds pause) {
    SourceState state;
    state.phase = sourceerror::isRefusal(error) ? SourceState::Phase::Refused : SourceState::Phase::Waiting;
    state.text = error.message;
    state.code = error.code;
    state.advice = error.advice;
    state.nextTry = {Micros::now().value + std::chrono::microseconds(pause).count()};
    return state;
}

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
    int failures = 0;
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
            failures = 0;
        const auto pause = sinkPauseAfter(++failures);
        m_queue->setState(sinkFailed(ended.error(), pause));
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
