// SPDX-License-Identifier: MIT
#pragma once

#include <meshwatch/connector/request.h>
#include <meshwatch/core/identifiers.h>

#include <QColor>
#include <QCoreApplication>

namespace meshwatch {

/// What the table of Requests keeps of one: little, so that many fit into memory.
struct RequestRow {
    Q_DECLARE_TR_FUNCTIONS(RequestRow)
public:
    using Status = connector::Request::Status;
    using Result = connector::RequestResponse::Result;
    enum class Turn : quint8 { You, Peer, Nobody };

    ConnectionId connection;
    QString id;
    QString peer;  ///< address
    QString title; ///< or what its items ask for; one line
    Micros createdAt;
    Micros expiresAt;
    Status status = Status::Unknown;
    Result result = Result::Unknown; ///< of the response: Completed says nothing of it
    bool isOwn = false;
    bool wasAutomatic = false;

    [[nodiscard]] static RequestRow of(ConnectionId connection, const connector::Request& request);

    /// Who must act next.
    [[nodiscard]] Turn turn(Micros now = Micros::now()) const;
    [[nodiscard]] QString turnText(Micros now = Micros::now()) const;
    [[nodiscard]] bool isWaitingForUs(Micros now = Micros::now()) const { return turn(now) == Turn::You; }
    [[nodiscard]] bool isDecidable(Micros now = Micros::now()) const { return !isOwn && isWaitingForUs(now); }
    /// Answered, expired, or on the way to it.
    [[nodiscard]] bool isDone(Micros now = Micros::now()) const;
    [[nodiscard]] QString statusText() const;
    [[nodiscard]] QColor statusColour() const;
    /// How far a Request has got: events may come in another order than things happened.
    [[nodiscard]] int progress() const;
    bool operator==(const RequestRow&) const = default;
};

} // namespace meshwatch
