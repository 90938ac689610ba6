// SPDX-License-Identifier: MIT
#pragma once

#include "postgreshistory.h"
#include "sourcelink.h"

#include <deque>

namespace meshwatch {

/// Copies a connection's events out of the shared history, from where it has come to, and follows what is
/// written. They are filed as webhooks, which they were: so one that also came here directly or by RabbitMQ
/// is known by trigger, data and correlation id, and reading it again changes nothing.
class PostgresLink : public SourceLink {
public:
    explicit PostgresLink(EventSource::Settings settings);

    [[nodiscard]] Result<void> run(SourceFeed& feed) override;
    [[nodiscard]] Result<QString> look() override;

private:
    [[nodiscard]] Result<std::unique_ptr<PostgresConnection>>
    connect(PostgresConnection::Interrupt interrupt);
    /// Where to go on in `about`; a gap is marked where something between has been removed.
    [[nodiscard]] static qint64 start(const PostgresHistory::About& about, SourceFeed& feed);
    /// Reads some events behind m_seq; true when there were no more.
    [[nodiscard]] Result<bool> readSome(PostgresConnection& connection, SourceFeed& feed);
    void take(const PostgresRows& row, SourceFeed& feed);
    [[nodiscard]] Result<void> waitForNews(PostgresConnection& connection, SourceFeed& feed);
    [[nodiscard]] static Result<void> waitForRoom(SourceFeed& feed);
    void noteSeen(SourceFeed& feed);

    const EventSource::Settings m_settings;
    const QString m_name; ///< of the connection
    QByteArray m_history;
    qint64 m_seq = 0;                             ///< of the last event taken
    std::deque<std::pair<qint64, Micros>> m_seen; ///< when so many are settled, all until then is
};

} // namespace meshwatch
