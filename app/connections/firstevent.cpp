// SPDX-License-Identifier: MIT
#include "firstevent.h"

#include <algorithm>

namespace meshwatch {

namespace {

/// A batch of a comparison can be long; its end proves as much as the whole.
constexpr qint64 mostRows = 200;

} // namespace

FirstEvent::FirstEvent(Workspace& workspace, StoreReading& reading, ConnectionId connection, QObject* parent)
    : QObject(parent)
    , m_workspace(workspace)
    , m_reading(reading)
    , m_connection(connection)
    , m_refused(workspace.receiver().statistics(connection).refused) {
    connect(
        &workspace.store(), &EventStore::appended, this,
        [this](EventSeq first, EventSeq last) {
            std::vector<EventSeq> seqs;
            for (qint64 seq = std::max(first.value, last.value - mostRows + 1); seq <= last.value; ++seq)
                seqs.push_back({seq});
            look(seqs);
        },
        Qt::QueuedConnection);
    connect(
        &workspace.store(), &EventStore::merged, this,
        [this](const QList<EventSeq>& seqs) {
            look({seqs.begin(), seqs.end()});
        },
        Qt::QueuedConnection);
    // Refusals leave no trace in the store; the receiver only counts them.
    connect(&m_timer, &QTimer::timeout, this, &FirstEvent::checkRefusals);
    m_timer.start(500);
}

void FirstEvent::look(const std::vector<EventSeq>& seqs) {
    if (m_hasWebhook && m_hasRecovered)
        return;
    m_reading.ask(
        this, [seqs](const EventReader& reader) { return reader.rows(seqs); },
        [this](const std::vector<EventRow>& rows) {
            for (const EventRow& row : rows) {
                if (row.connection != m_connection)
                    continue;
                bool& isKnown = row.channels.contains(Channel::Webhook) ? m_hasWebhook : m_hasRecovered;
                if (!std::exchange(isKnown, true))
                    Q_EMIT arrived(row);
            }
        });
}

void FirstEvent::checkRefusals() {
    const WebhookReceiver::Statistics statistics = m_workspace.receiver().statistics(m_connection);
    if (statistics.refused > m_refused)
        Q_EMIT refused(statistics.lastRefusedStatus);
    m_refused = statistics.refused;
}

} // namespace meshwatch
