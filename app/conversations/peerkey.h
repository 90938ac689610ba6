// SPDX-License-Identifier: MIT
#pragma once

#include <meshwatch/core/identifiers.h>

#include <QMetaType>
#include <QString>

namespace meshwatch {

/// A peer of one connection: what a conversation is found by.
struct PeerKey {
    ConnectionId connection;
    QString peer; ///< address

    [[nodiscard]] bool isValid() const { return connection.isValid() && !peer.isEmpty(); }
    bool operator==(const PeerKey&) const = default;
    friend size_t qHash(const PeerKey& key, size_t seed) {
        return qHashMulti(seed, key.connection.value, key.peer);
    }
};

} // namespace meshwatch

Q_DECLARE_METATYPE(meshwatch::PeerKey)
