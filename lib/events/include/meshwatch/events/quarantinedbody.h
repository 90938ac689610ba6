// SPDX-License-Identifier: MIT
#pragma once

#include <meshwatch/core/identifiers.h>
#include <meshwatch/core/micros.h>

#include <QByteArray>
#include <QString>

namespace meshwatch {

/// A body that became no event, kept so that a person can see what was sent: it is none, or a fault drill
/// refused it and the Connector was told so.
struct QuarantinedBody {
    Micros receivedAt;
    ConnectionId connection;
    QString path;
    QByteArray headers;
    QByteArray body;     ///< the first 64 KiB
    qint64 bodySize = 0; ///< of the whole body
    QString reason;
    bool isDrill = false; ///< refused on purpose; the next three are what it would have been
    QByteArray trigger{};
    QByteArray object{};
    QByteArray state{};
    /// The event that tells the same, because reconciliation or another delivery brought it; 0: none does.
    /// Filled by EventReader.
    EventSeq counterpart{};
};

} // namespace meshwatch
