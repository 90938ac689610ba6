// SPDX-License-Identifier: MIT
#pragma once

#include "postgresvalues.h"

#include <meshwatch/core/result.h>
#include <meshwatch/sources/sourceaddress.h>

#include <chrono>
#include <functional>
#include <optional>

namespace meshwatch {

/// A connection to a PostgreSQL server that never waits longer than some seconds, nor when its owner is to
/// end. It belongs to one thread. Errors are those of links: in words, without secrets.
class PostgresConnection {
public:
    /// What ends a wait early.
    struct Interrupt {
        int descriptor = -1;              ///< readable when `isEnding` is to be asked; -1: never
        std::function<bool()> isEnding{}; ///< makes the descriptor unreadable
    };

    [[nodiscard]] static Result<std::unique_ptr<PostgresConnection>>
    open(const SourceAddress& address, const QByteArray& secret, Interrupt interrupt);

    /// Runs one statement.
    [[nodiscard]] Result<PostgresRows> run(const QByteArray& sql, const PostgresParameters& parameters = {});
    /// Runs several, as one transaction.
    [[nodiscard]] Result<void> runAll(const QByteArray& sql);
    /// Asks for rows that then come one by one.
    [[nodiscard]] Result<void> ask(const QByteArray& sql, const PostgresParameters& parameters);
    /// The next of them (one row); nothing when that was all.
    [[nodiscard]] Result<std::optional<PostgresRows>> nextRow();

    /// Waits until a notification comes or the time is over; false if it was interrupted.
    [[nodiscard]] Result<bool> listen(std::chrono::milliseconds atMost);
    [[nodiscard]] int descriptor() const { return PQsocket(m_connection.get()); }
    /// Takes what has come unasked, which may be the end of the connection. Were there notifications?
    [[nodiscard]] Result<bool> takeUnasked();

private:
    enum class Waiting : quint8 { Ready, Interrupted, Ending, TimedOut };

    PostgresConnection(SourceAddress address, Interrupt interrupt, PGconn* connection);
    [[nodiscard]] Result<void> connect();
    [[nodiscard]] Result<void> check() const;
    [[nodiscard]] Waiting waitFor(short events, std::chrono::milliseconds atMost) const;
    /// The same; an end or the time being up is an error.
    [[nodiscard]] Result<void> becomesReady(short events, std::chrono::milliseconds atMost) const;
    [[nodiscard]] Waiting waitOnce(short events, std::chrono::milliseconds atMost) const;
    [[nodiscard]] Result<PostgresRows> collect();
    [[nodiscard]] Result<void> send(const QByteArray& sql, const PostgresParameters& parameters);
    [[nodiscard]] Result<void> readSome(short events);
    [[nodiscard]] Result<void> flush();
    [[nodiscard]] Result<PGresult*> nextResult();
    [[nodiscard]] Error refusal(const PostgresRows& answer) const;
    [[nodiscard]] Error silent() const;
    [[nodiscard]] Error broken() const;

    const SourceAddress m_address;
    const Interrupt m_interrupt;
    std::unique_ptr<PGconn, decltype(&PQfinish)> m_connection;
};

/// What a refusal of PostgreSQL's means, in words. `code` is its SQLSTATE.
namespace postgresproblem {

[[nodiscard]] Error ofConnecting(const SourceAddress& address, const QString& told, bool needsPassword);
[[nodiscard]] Error ofStatement(const SourceAddress& address, const QByteArray& code, const QString& told);

} // namespace postgresproblem

} // namespace meshwatch
