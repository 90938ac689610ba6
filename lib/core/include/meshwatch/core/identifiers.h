// SPDX-License-Identifier: MIT
#pragma once

#include <QHashFunctions>
#include <QMetaType>

#include <compare>

namespace meshwatch {

/// Place of an event in the store: 1, 2, 3, … in the order of commits; 0 is none.
struct EventSeq {
    qint64 value = 0;
    [[nodiscard]] bool isValid() const { return value > 0; }
    auto operator<=>(const EventSeq&) const = default;
};

/// A connection within one workspace, as its store numbers it; 0 is none.
struct ConnectionId {
    qint32 value = 0;
    [[nodiscard]] bool isValid() const { return value > 0; }
    auto operator<=>(const ConnectionId&) const = default;
};

/// A broker or relay that a connection's events come from, as the store numbers it; 0 is none.
struct SourceId {
    qint32 value = 0;
    [[nodiscard]] bool isValid() const { return value > 0; }
    auto operator<=>(const SourceId&) const = default;
};

inline size_t qHash(EventSeq seq, size_t seed = 0) { return ::qHash(seq.value, seed); }
inline size_t qHash(ConnectionId id, size_t seed = 0) { return ::qHash(id.value, seed); }

} // namespace meshwatch

Q_DECLARE_METATYPE(meshwatch::EventSeq)
Q_DECLARE_METATYPE(meshwatch::ConnectionId)
