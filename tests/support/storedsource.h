// SPDX-License-Identifier: MIT
#pragma once

#include <meshwatch/events/eventstore.h>

/// What a store remembers of a source; waits for it.
inline meshwatch::Result<meshwatch::StoredSource>
storedSource(meshwatch::EventStore& store, meshwatch::ConnectionId connection, const QString& address) {
    meshwatch::Result<meshwatch::StoredSource> source = meshwatch::StoredSource();
    store.findSource(connection, address, [&source](meshwatch::Result<meshwatch::StoredSource> found) {
        source = std::move(found);
    });
    store.flush();
    return source;
}
