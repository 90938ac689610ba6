// SPDX-License-Identifier: MIT
#pragma once

#include "sqlite.h"

#include <meshwatch/events/eventstore.h>

namespace meshwatch {

/// The store's file: its schema, its versions, its repair.
namespace storefile {

inline constexpr int schemaVersion = 2;

/// Opens for writing: makes or migrates the schema; a damaged file is set aside and salvaged.
[[nodiscard]] Result<sqlite::Database> open(const QString& path, EventStore::Opening& opening);

/// Opens for reading; "store.open" if there is none or it is of a later version.
[[nodiscard]] Result<sqlite::Database> openForReading(const QString& path);

/// Makes the schema in an empty file.
[[nodiscard]] bool create(sqlite::Database& database);

/// Writes the lookups of all events into the empty tables for them.
[[nodiscard]] bool fillLookups(sqlite::Database& database);

/// Copies what can be read of a damaged file into an empty store; how many events.
[[nodiscard]] qint64 salvage(const QString& damaged, sqlite::Database& into, qint64& lost);

} // namespace storefile
} // namespace meshwatch
