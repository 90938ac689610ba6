// SPDX-License-Identifier: MIT
#include "relaygroup.h"

#include "relaysubscriber.h"

#include <algorithm>
#include <limits>

namespace meshwatch {

namespace {

constexpr size_t batchesOfGroup = 16;
constexpr qint64 batchBytesOfGroup = 4 * 1024 * 1024;

} // namespace

std::shared_ptr<const RelayBatch> RelayGroup::find(EventSeq from, qint64 credit) const {
    const auto found = std::ranges::find_if(
        m_batches, [&](const auto& batch) { return batch->from == from && batch->count <= credit; });
    return found == m_batches.end() ? nullptr : *found;
}

void RelayGroup::keep(std::shared_ptr<const RelayBatch> batch) {
    m_bytes += batch->bytes;
    m_batches.push_back(std::move(batch));
    while (m_batches.size() > batchesOfGroup || (m_bytes > batchBytesOfGroup && m_batches.size() > 1)) {
        m_bytes -= m_batches.front()->bytes;
        m_batches.pop_front();
    }
}

void RelayGroup::prune() {
    EventSeq earliest{std::numeric_limits<qint64>::max()};
    for (const RelaySubscriber* const member : std::as_const(members)) {
        if (member->isSubscribed())
            earliest = qMin(earliest, member->cursor.seq);
    }
    std::erase_if(m_batches, [&](const auto& batch) {
        const bool isPast = batch->from < earliest;
        m_bytes -= isPast ? batch->bytes : 0;
        return isPast;
    });
}

EventReader::Following RelayGroup::next(EventSeq from, EventSeq last) {
    if (isLive(from))
        m_edge = last;
    return {m_connection, m_query, from, m_edge};
}

bool RelayGroup::begin(EventSeq from, int most) {
    if (m_beingRead.contains({from.value, most}))
        return false;
    m_beingRead.insert({from.value, most});
    return true;
}

} // namespace meshwatch
