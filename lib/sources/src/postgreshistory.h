// SPDX-License-Identifier: MIT
#pragma once

#include "postgresconnection.h"

#include <meshwatch/events/arrival.h>

namespace meshwatch {

/// The history that a team shares, as it stands in a database: the schema `meshwatch`.
///
/// Its events are numbered 1, 2, 3, … in the order in which they become visible. Many write at once; a
/// sequence would give a number away long before the row behind it is committed, and a reader that has seen a
/// later one would never look back. So the last number is a row, taken for update by the one statement that
/// writes a batch: its lock is held until the commit, the next batch gets the numbers behind it, and what is
/// rolled back leaves no hole. Batches wait for each other for as long as a commit takes; they are large in
/// return.
class PostgresHistory {
public:
    /// Told once it has news.
    static constexpr char channel[] = "meshwatch";
    static constexpr int version = 1;

    /// What is known of it without reading events.
    struct About {
        QByteArray id;     ///< of this history: another database has another
        qint64 last = 0;   ///< number of the last event
        qint64 oldest = 0; ///< of the first that is still there; 0: none
    };

    PostgresHistory(PostgresConnection& connection, SourceAddress address)
        : m_connection(connection)
        , m_address(std::move(address)) {}

    /// Makes it if there is none, and sees that what it says is committed is on the disk.
    [[nodiscard]] Result<void> openForWriting();
    /// Error if there is none yet.
    [[nodiscard]] Result<About> openForReading();
    /// Keeps arrivals of the connection named beside each: all of them, or none.
    [[nodiscard]] Result<void> keep(const std::vector<std::pair<QByteArray, const Arrival*>>& arrivals);

private:
    [[nodiscard]] Result<bool> exists();
    [[nodiscard]] Result<void> checkVersion();

    PostgresConnection& m_connection;
    const SourceAddress m_address;
};

} // namespace meshwatch
