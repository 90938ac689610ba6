// SPDX-License-Identifier: MIT
#pragma once

#include <meshwatch/connector/relationship.h>
#include <meshwatch/messaging/peersummary.h>

namespace meshwatch {

/// Where a relationship stands, as a list shows it (Connector reference, dto 4).
[[nodiscard]] PeerSummary::Status peerStatus(const connector::Relationship& relationship);
/// When it began; what is newer counts when a peer has had several.
[[nodiscard]] Micros beginOf(const connector::Relationship& relationship);

} // namespace meshwatch
