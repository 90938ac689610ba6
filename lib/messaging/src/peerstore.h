// SPDX-License-Identifier: MIT
#pragma once

#include <meshwatch/connector/attribute.h>
#include <meshwatch/connector/relationship.h>
#include <meshwatch/events/eventreader.h>

#include <optional>
#include <vector>

namespace meshwatch {

/// What the store has seen of a peer: all there is once the relationship is gone.
struct PeerRecord {
    std::optional<connector::Relationship> relationship; ///< the newest
    bool wasDecomposed = false;                          ///< by us
    std::vector<connector::Attribute> byPeer;            ///< latest versions
    std::vector<connector::Attribute> byUs;

    [[nodiscard]] static PeerRecord read(const EventReader& reader, ConnectionId connection,
                                         const QByteArray& peer);
};

/// Names first, then by type, then by time.
void sortForPeople(std::vector<connector::Attribute>& attributes);

} // namespace meshwatch
