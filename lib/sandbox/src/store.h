// SPDX-License-Identifier: MIT
#pragma once

#include <QHash>
#include <QJsonObject>

#include <map>

namespace meshwatch::sandbox {

/// The records of one kind that an identity holds, in order of arrival, found by id.
///
/// With a limit the oldest record makes room for a new one, so that a sandbox may live for days.
class Store {
public:
    explicit Store(int limit = 0)
        : m_limit(limit) {}

    [[nodiscard]] const QJsonObject* find(const QString& id) const;
    [[nodiscard]] bool contains(const QString& id) const { return m_places.contains(id); }
    [[nodiscard]] int size() const { return int(m_records.size()); }
    /// Adds a record, or replaces the one with this id where it stands.
    void put(const QString& id, QJsonObject record);
    bool remove(const QString& id);

    template<typename Condition>
    void removeIf(Condition condition) {
        for (auto it = m_records.begin(); it != m_records.end();) {
            if (condition(it->second.record)) {
                m_places.remove(it->second.id);
                it = m_records.erase(it);
            } else {
                ++it;
            }
        }
    }
    template<typename Visitor>
    void forEach(Visitor visit) const {
        for (const auto& [place, entry] : m_records)
            visit(entry.record);
    }
    /// The first record for which `condition` holds, or null.
    template<typename Condition>
    [[nodiscard]] const QJsonObject* findIf(Condition condition) const {
        for (const auto& [place, entry] : m_records) {
            if (condition(entry.record))
                return &entry.record;
        }
        return nullptr;
    }

private:
    struct Entry {
        QString id;
        QJsonObject record;
    };
    int m_limit;
    quint64 m_next = 0;
    std::map<quint64, Entry> m_records;
    QHash<QString, quint64> m_places;
};

} // namespace meshwatch::sandbox
