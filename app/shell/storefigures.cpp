// SPDX-License-Identifier: MIT
#include "storefigures.h"

#include <algorithm>
#include <numeric>

namespace meshwatch {

namespace {

constexpr qint64 lagSample = 1000;

StoreFigures::Figures readFigures(const EventReader& reader) {
    StoreFigures::Figures figures;
    const EventReader::Range range = reader.range();
    figures.stored = range.count();
    figures.fileBytes = reader.fileBytes();
    figures.quarantined = reader.quarantinedCount();
    std::vector<EventSeq> newest;
    for (qint64 seq = std::max(range.first.value, range.last.value - lagSample + 1);
         range.last.isValid() && seq <= range.last.value; ++seq)
        newest.push_back({seq});
    std::vector<qint64> lags;
    for (const EventRow& row : reader.rows(newest)) {
        if (const auto lag = row.lag())
            lags.push_back(*lag);
    }
    if (lags.empty())
        return figures;
    std::sort(lags.begin(), lags.end());
    figures.hasLag = true;
    figures.lagMedian = lags[lags.size() / 2];
    figures.lag99 = lags[lags.size() * 99 / 100];
    return figures;
}

} // namespace

StoreFigures::StoreFigures(Workspace& workspace, StoreReading& reading, QObject* parent)
    : QObject(parent)
    , m_store(workspace.store())
    , m_reading(reading) {
    m_timer.setInterval(1000);
    connect(&m_timer, &QTimer::timeout, this, &StoreFigures::tick);
    const auto wake = [this] {
        m_isStale = true;
        if (!m_timer.isActive())
            m_timer.start();
    };
    connect(
        &m_store, &EventStore::appended, this,
        [this, wake](EventSeq first, EventSeq last) {
            const qint64 count = last.value - first.value + 1;
            m_perSecond[size_t(m_second)] += count;
            wake();
            Q_EMIT appended(count);
        },
        Qt::QueuedConnection);
    connect(&m_store, &EventStore::merged, this, wake, Qt::QueuedConnection);
    connect(&m_store, &EventStore::trimmed, this, wake, Qt::QueuedConnection);
    connect(&m_store, &EventStore::quarantineChanged, this, wake, Qt::QueuedConnection);
    m_isStale = true;
    m_timer.start();
    read();
}

void StoreFigures::tick() {
    const qint64 sum = std::accumulate(m_perSecond.begin(), m_perSecond.end(), qint64(0));
    m_figures.eventsPerSecond = double(sum) / seconds;
    m_second = (m_second + 1) % seconds;
    m_perSecond[size_t(m_second)] = 0;
    if (m_isStale)
        read();
    else if (sum == 0)
        m_timer.stop();
    Q_EMIT changed();
}

void StoreFigures::read() {
    if (m_isReading)
        return;
    m_isReading = true;
    m_isStale = false;
    m_reading.ask(this, readFigures, [this](Figures figures) {
        m_isReading = false;
        figures.eventsPerSecond = m_figures.eventsPerSecond;
        m_figures = figures;
        Q_EMIT changed();
    });
}

} // namespace meshwatch
