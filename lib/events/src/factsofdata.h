// SPDX-License-Identifier: MIT
#pragma once

#include <meshwatch/events/eventfacts.h>

#include <simdjson.h>

#include <optional>

namespace meshwatch {

/// Fills object, peer, createdAt, state and peerName from an event's data, by what the reference says of its
/// trigger (Connector reference, events; types in dto).
void addFactsOfData(EventFacts& facts, simdjson::dom::element data);

} // namespace meshwatch
