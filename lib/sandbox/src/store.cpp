// SPDX-License-Identifier: MIT
#include "store.h"

namespace meshwatch::sandbox {

const QJsonObject* Store::find(const QString& id) const {
    const auto place = m_places.constFind(id);
    return place == m_places.cend() ? nullptr : &m_records.at(*place).record;
}

void Store::put(const QString& id, QJsonObject record) {
    if (const auto place = m_places.constFind(id); place != m_places.cend()) {
        m_records.at(*place).record = std::move(record);
        return;
    }
    m_places.insert(id, m_next);
    m_records.emplace(m_next++, Entry{id, std::move(record)});
    if (m_limit > 0 && size() > m_limit) {
        m_places.remove(m_records.begin()->second.id);
        m_records.erase(m_records.begin());
    }
}

bool Store::remove(const QString& id) {
    const auto place = m_places.constFind(id);
    if (place == m_places.cend())
        return false;
    m_records.erase(*place);
    m_places.erase(place);
    return true;
}

} // namespace meshwatch::sandbox
