// SPDX-License-Identifier: MIT
#include "pubsubleases.h"

#include <algorithm>

namespace meshwatch {

void PubSubLeases::add(qint64 number, QByteArray ackId, Clock::time_point now) {
    m_open.push_back({number, std::move(ackId), now + m_term, now + m_term / 2});
}

void PubSubLeases::settle(qint64 upTo) {
    while (!m_open.empty() && m_open.front().number <= upTo) {
        m_settled.push_back(std::move(m_open.front()));
        m_open.pop_front();
    }
}

PubSubLeases::Leases PubSubLeases::takeSettled(qsizetype most, Clock::time_point now) {
    dropLapsed(now);
    Leases taken;
    while (!m_settled.empty() && qsizetype(taken.size()) < most) {
        taken.push_back(std::move(m_settled.front()));
        m_settled.pop_front();
    }
    return taken;
}

qsizetype PubSubLeases::dropLapsed(Clock::time_point now) {
    return qsizetype(std::erase_if(m_settled, [now](const Lease& lease) { return lease.ends <= now; }));
}

void PubSubLeases::giveBack(Leases leases) {
    m_settled.insert(m_settled.begin(), std::make_move_iterator(leases.begin()),
                     std::make_move_iterator(leases.end()));
}

PubSubLeases::Leases PubSubLeases::dueForExtension(Clock::time_point now) {
    // An ended one comes again under another name, which will be acknowledged.
    std::erase_if(m_open, [now](const Lease& lease) { return lease.ends <= now; });
    const auto again = now + std::max<Clock::duration>(m_term / 10, std::chrono::seconds(1));
    Leases due;
    for (Lease& lease : m_open) {
        if (lease.extendAt > now)
            continue;
        lease.extendAt = again;
        due.push_back(lease);
        if (qsizetype(due.size()) == mostInCall)
            break;
    }
    return due;
}

void PubSubLeases::extended(const Leases& leases, Clock::time_point from) {
    for (const Lease& lease : leases) {
        // It may have been settled meanwhile; then it stands among those to be acknowledged.
        for (Leases* list : {&m_open, &m_settled}) {
            const auto found = std::ranges::lower_bound(*list, lease.number, {}, &Lease::number);
            if (found == list->end() || found->number != lease.number)
                continue;
            found->ends = from + m_term;
            found->extendAt = from + m_term / 2;
        }
    }
}

std::optional<PubSubLeases::Clock::time_point> PubSubLeases::nextExtension() const {
    const auto next = std::ranges::min_element(m_open, {}, &Lease::extendAt);
    return next == m_open.end() ? std::nullopt : std::optional(next->extendAt);
}

QList<QByteArray> PubSubLeases::unsettled() const { return idsOf(m_open); }

QList<QByteArray> PubSubLeases::idsOf(const Leases& leases) {
    QList<QByteArray> ids;
    ids.reserve(qsizetype(leases.size()));
    for (const Lease& lease : leases)
        ids.append(lease.ackId);
    return ids;
}

} // namespace meshwatch
