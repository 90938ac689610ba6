// SPDX-License-Identifier: MIT
#pragma once

#include "sqlite.h"

#include <meshwatch/events/eventstore.h>

namespace meshwatch {

/// The store's file: its schema, its versions, its repair.
namespace storefile {

inline constexpr int schemaVersion = 6;

/// Opens for writing: makes or migrates the schema; a damaged file is set aside and salvaged.
[[nodiscard]] Result<sqlite::Database> open(const QString& path, EventStore::Opening& opening);

/// Opens for reading; "store.open" if there is none or it is of a later version.
[[nodiscard]] Result<sqlite::Database> openForReading(const QString& path);

/// Has every page checked when the store is opened next, however large it is.
void noteDamage(const QString& path);

/// Why a query ended before its end; damage is noted.
[[nodiscard]] Error readError(const QString& path, int code);

/// Makes the schema in an empty file.
[[nodiscard]] bool create(sqlite::Database& database);

/// Writes the lookups and the times of all events into the empty tables for them.
[[nodiscard]] bool fillLookups(sqlite::Database& database);
[[nodiscard]] bool fillTimes(sqlite::Database& database);

/// Copies what can be read of a damaged file into an empty store; false if that cannot be written.
[[nodiscard]] bool salvage(const QString& damaged, sqlite::Database& into, EventStore::Opening& opening);

} // namespace storefile
} // namespace meshwatch
