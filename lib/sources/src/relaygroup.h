// SPDX-License-Identifier: MIT
#pragma once

#include "relayreading.h"

#include <QSet>

#include <deque>

namespace meshwatch {

class RelaySubscriber;

/// The subscribers of a relay that want the same: one connection, one filter. What was read for one of them
/// is kept a while for the others at the same place.
class RelayGroup {
public:
    RelayGroup(ConnectionId connection, Query query)
        : m_connection(connection)
        , m_query(std::move(query)) {}

    QSet<RelaySubscriber*> members;

    /// The batch behind an event if it is known and has at most so many events.
    [[nodiscard]] std::shared_ptr<const RelayBatch> find(EventSeq from, qint64 credit) const;
    void keep(std::shared_ptr<const RelayBatch> batch);
    /// Forgets what lies before the place of every member.
    void prune();
    [[nodiscard]] qint64 bytesKept() const { return m_bytes; }

    /// Up to where to read behind `from`, so that those who are behind meet the others: what follows is then
    /// read once for all of them.
    [[nodiscard]] EventReader::Following next(EventSeq from, EventSeq last);
    /// Nobody has asked yet for what is behind it.
    [[nodiscard]] bool isLive(EventSeq from) const { return from >= m_edge; }

    /// Is it being read already? If not, it is now.
    [[nodiscard]] bool begin(EventSeq from, int most);
    void end(EventSeq from, int most) { m_beingRead.remove({from.value, most}); }

    qint64 liveReadAt = 0; ///< steady milliseconds
    bool isPausing = false;

private:
    const ConnectionId m_connection;
    const Query m_query;
    EventSeq m_edge;
    std::deque<std::shared_ptr<const RelayBatch>> m_batches;
    qint64 m_bytes = 0;
    QSet<std::pair<qint64, int>> m_beingRead;
};

} // namespace meshwatch
