// SPDX-License-Identifier: MIT
#pragma once

#include <meshwatch/core/micros.h>

#include <QByteArray>

#include <array>

namespace meshwatch {

/// What is derived from an event's body and can be derived again: the store's columns.
struct EventFacts {
    QByteArray trigger; ///< "transport.messageReceived"
    QByteArray object;  ///< id of the object the event is about ("MSG…"); empty if it has none
    QByteArray peer;    ///< address of the other side; empty if it has none
    Micros createdAt;   ///< the object's own time of this change; none if it carries none
    QByteArray state;   ///< what distinguishes two events of one trigger on one object: the new status of a
                        ///< Request, the number of audit log entries of a Relationship, …; else empty
    /// Digest of trigger and canonical data (members sorted, white space gone; no data is `{}`): equal for
    /// equal events whatever the order of members (architecture, rule 3).
    std::array<quint8, 16> digest{};
    /// Name a peer gave itself, if this event tells it (a DisplayName, or GivenName and Surname, of an
    /// attribute the peer owns); and which of the two parts of a name it is.
    struct PeerName {
        enum class Part : quint8 { None, DisplayName, GivenName, Surname };
        Part part = Part::None;
        QByteArray address;
        QByteArray value;
    } peerName;
};

} // namespace meshwatch
