// SPDX-License-Identifier: MIT
#include "triggercounts.h"

#include <meshwatch/webhooks/triggerpattern.h>

namespace meshwatch {

namespace {

constexpr qint64 dayMicros = 86'400'000'000;
constexpr int pauseMs = 1500;

QHash<QString, qint64> countsOf(const EventReader& reader, ConnectionId connection, Micros since) {
    QHash<QByteArray, qint64> counts;
    EventReader::Selection selection;
    selection.connection = connection;
    selection.newestFirst = true;
    reader.visit(selection, [&](const EventReader::Glance& glance) {
        if (glance.receivedAt < since)
            return false;
        // The view lives for this visit only; the key that is looked up need not be a copy.
        const auto name = QByteArray::fromRawData(glance.trigger.data(), glance.trigger.size());
        if (const auto known = counts.find(name); known != counts.end())
            ++*known;
        else
            counts.insert(glance.trigger.toByteArray(), 1);
        return true;
    });
    QHash<QString, qint64> texts;
    for (auto it = counts.cbegin(); it != counts.cend(); ++it)
        texts.insert(QString::fromUtf8(it.key()), it.value());
    return texts;
}

} // namespace

TriggerCounts::TriggerCounts(Workspace& workspace, StoreReading& reading, QObject* parent)
    : QObject(parent)
    , m_reading(reading) {
    m_timer.setSingleShot(true);
    m_timer.setInterval(pauseMs);
    connect(&m_timer, &QTimer::timeout, this, &TriggerCounts::count);
    connect(
        &workspace.store(), &EventStore::appended, this,
        [this] {
            m_isStale = true;
            if (m_isActive && !m_timer.isActive())
                m_timer.start();
        },
        Qt::QueuedConnection);
}

void TriggerCounts::setConnection(ConnectionId connection) {
    if (connection == m_connection)
        return;
    m_connection = connection;
    m_counts.clear();
    m_isStale = true;
    Q_EMIT changed();
    count();
}

void TriggerCounts::setActive(bool isActive) {
    m_isActive = isActive;
    count();
}

void TriggerCounts::count() {
    if (!m_isActive || !m_isStale || !m_connection.isValid())
        return;
    if (m_isCounting) { // of a large store; the next round follows
        m_timer.start();
        return;
    }
    m_isCounting = true;
    m_isStale = false;
    const Micros since{Micros::now().value - dayMicros};
    m_reading.ask(
        this,
        [connection = m_connection, since](const EventReader& reader) {
            return std::pair(connection, countsOf(reader, connection, since));
        },
        [this](const std::pair<ConnectionId, QHash<QString, qint64>>& counted) {
            m_isCounting = false;
            if (counted.first != m_connection)
                return count();
            m_counts = counted.second;
            Q_EMIT changed();
        });
}

TriggerCounts::Match TriggerCounts::match(const QString& pattern) const {
    Match match;
    for (auto it = m_counts.cbegin(); it != m_counts.cend(); ++it) {
        if (triggerpattern::matches(pattern, it.key())) {
            match.events += it.value();
            ++match.triggers;
        }
    }
    return match;
}

} // namespace meshwatch
