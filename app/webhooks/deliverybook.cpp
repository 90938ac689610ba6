// SPDX-License-Identifier: MIT
#include "deliverybook.h"

#include "widgets/format.h"

namespace meshwatch {

namespace {
constexpr size_t mostRecords = 1000;
}

void DeliveryBook::add(ConnectionId connection, const DeliveryResult& result) {
    if (m_records.size() == mostRecords)
        m_records.erase(m_records.begin());
    m_records.push_back({Micros::now(), connection, result});
    Q_EMIT added();
}

std::optional<DeliveryBook::Record> DeliveryBook::last(ConnectionId connection, const QString& target) const {
    for (auto it = m_records.rbegin(); it != m_records.rend(); ++it) {
        if (it->connection == connection && it->result.target == target)
            return *it;
    }
    return std::nullopt;
}

QString DeliveryBook::brief(const DeliveryResult& result) {
    if (result.delivery && result.delivery->status > 0)
        return tr("%1 in %2")
            .arg(QString::number(result.delivery->status), Format::duration(result.delivery->total.count()));
    return result.token && !result.delivery ? tr("no token") : tr("not reached");
}

} // namespace meshwatch
