// SPDX-License-Identifier: MIT
#include <meshwatch/sources/eventsource.h>

#include "growingpause.h"
#include "sourcelink.h"

#include <QPromise>

#include <future>
#include <thread>

namespace meshwatch {

namespace {

using namespace std::chrono_literals;

constexpr std::chrono::milliseconds firstPause = 1000ms;
constexpr std::chrono::milliseconds longestPause = 30'000ms;
/// A connection that held for so long was a good one: the next pause is the first again.
constexpr auto goodWhile = 10s;

/// One source at work, on its own thread.
class SourceRun {
public:
    SourceRun(EventSource::Settings settings, std::shared_ptr<SourceShared> shared)
        : m_settings(std::move(settings))
        , m_shared(std::move(shared)) {}

    void run() {
        while (!m_shared->isStopping()) {
            const auto began = std::chrono::steady_clock::now();
            const auto ended = connectOnce();
            if (m_shared->isStopping() || ended)
                break;
            if (std::chrono::steady_clock::now() - began > goodWhile)
                m_pause.reset();
            const auto grown = m_pause.next();
            const auto pause =
                GrowingPause::scattered(sourceerror::isRefusal(ended.error()) ? longestPause : grown);
            m_shared->setState(sourceerror::failed(ended.error(), pause));
            if (m_shared->waitFor(pause))
                break;
        }
    }

private:
    Result<void> connectOnce() {
        SourceState state;
        state.phase = SourceState::Phase::Connecting;
        state.text = EventSource::tr("connecting to %1…").arg(m_settings.address.place());
        m_shared->setState(std::move(state));
        const auto source = findSource();
        if (!source)
            return source.error();
        SourceFeed feed(m_shared, m_settings.connection, m_settings.address.channel(), *source);
        return SourceLink::make(m_settings)->run(feed);
    }

    /// Waits for the store; when the source is stopped meanwhile nothing of the answer is used.
    Result<StoredSource> findSource() {
        auto answer = std::make_shared<std::promise<Result<StoredSource>>>();
        auto future = answer->get_future();
        m_shared->withStore([&](EventStore& store) {
            store.findSource(m_settings.connection, m_settings.address.toString(),
                             [answer](Result<StoredSource> source) { answer->set_value(std::move(source)); });
        });
        while (future.wait_for(0s) != std::future_status::ready) {
            if (m_shared->waitFor(10ms))
                return StoredSource();
        }
        return future.get();
    }

    const EventSource::Settings m_settings;
    const std::shared_ptr<SourceShared> m_shared;
    GrowingPause m_pause{firstPause, longestPause};
};

SourceFigures sum(SourceFigures before, const SourceFigures& now) {
    before.received += now.received;
    before.stored += now.stored;
    before.refused += now.refused;
    if (now.lastReceived.isValid())
        before.lastReceived = now.lastReceived;
    if (now.lagMicros)
        before.lagMicros = now.lagMicros;
    before.waiting = now.waiting;
    return before;
}

} // namespace

EventSource::EventSource(EventStore& store, Settings settings, QObject* parent)
    : QObject(parent)
    , m_settings(std::move(settings))
    , m_store(store) {}

EventSource::~EventSource() { stop(); }

void EventSource::start() {
    if (m_shared)
        return;
    m_shared = std::make_shared<SourceShared>(m_store, *this);
    // Nobody waits for its end: a connection that is being made cannot be hurried.
    std::thread([shared = m_shared, settings = m_settings] { SourceRun(settings, shared).run(); }).detach();
}

void EventSource::stop() {
    if (!m_shared)
        return;
    m_shared->stop();
    m_before = sum(m_before, m_shared->figures());
    m_before.waiting.reset();
    m_shared.reset();
    Q_EMIT stateChanged();
}

SourceState EventSource::state() const { return m_shared ? m_shared->state() : SourceState(); }

SourceFigures EventSource::figures() const {
    return m_shared ? sum(m_before, m_shared->figures()) : m_before;
}

QFuture<Result<QString>> EventSource::probe(const Settings& settings) {
    auto promise = std::make_shared<QPromise<Result<QString>>>();
    promise->start();
    std::thread([promise, settings] {
        promise->addResult(SourceLink::make(settings)->look());
        promise->finish();
    }).detach();
    return promise->future();
}

} // namespace meshwatch
