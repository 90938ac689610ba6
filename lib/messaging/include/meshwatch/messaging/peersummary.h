// SPDX-License-Identifier: MIT
#pragma once

#include <meshwatch/core/identifiers.h>
#include <meshwatch/core/micros.h>

#include <QCoreApplication>
#include <QString>

namespace meshwatch {

/// A peer as a list of conversations shows it.
struct PeerSummary {
    Q_DECLARE_TR_FUNCTIONS(PeerSummary)
public:
    enum class Status : quint8 {
        Unknown,         ///< only its address is known
        PendingIncoming, ///< waits for our accept or reject
        PendingOutgoing,
        Active,
        Rejected,
        Revoked,
        Terminated,
        ReactivationIncoming, ///< Terminated; the peer asks to reactivate
        ReactivationOutgoing, ///< Terminated; we ask to reactivate
        DeletionProposed,     ///< the peer has decomposed
        Gone,                 ///< we have decomposed
    };

    QString address;
    QString name; ///< shared DisplayName, else GivenName and Surname; empty if neither is known
    QString relationshipId;
    Status status = Status::Unknown;
    Micros lastTime;  ///< of the last entry
    QString lastText; ///< one translated line; empty if there is none
    EventSeq lastEvent;
    int unread = 0;  ///< messages that arrived since markRead()
    int waiting = 0; ///< Requests that wait for our decision

    /// Name, else the short address.
    [[nodiscard]] QString title() const;
    /// "Active", "waits for your decision", …, translated.
    [[nodiscard]] QString statusText() const;
    /// "did:e:…:dids:7f770a71…" as people can read it.
    [[nodiscard]] static QString shortAddress(const QString& address);
    bool operator==(const PeerSummary&) const = default;
};

} // namespace meshwatch
