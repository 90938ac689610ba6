// SPDX-License-Identifier: MIT
#include "peerstatus.h"

namespace meshwatch {

PeerSummary::Status peerStatus(const connector::Relationship& relationship) {
    using From = connector::RelationshipStatus;
    using Status = PeerSummary::Status;
    const auto log = relationship.auditLog();
    const auto isByPeer = [&relationship](const connector::RelationshipAuditLogEntry& entry) {
        return entry.createdBy() == relationship.peer();
    };
    switch (relationship.status().value) {
    case From::Pending:
        return !log.empty() && isByPeer(log.front()) ? Status::PendingIncoming : Status::PendingOutgoing;
    case From::Active:
        return Status::Active;
    case From::Rejected:
        return Status::Rejected;
    case From::Revoked:
        return Status::Revoked;
    case From::Terminated:
        if (!relationship.hasOpenReactivation())
            return Status::Terminated;
        return isByPeer(log.back()) ? Status::ReactivationIncoming : Status::ReactivationOutgoing;
    case From::DeletionProposed:
        return Status::DeletionProposed;
    case From::Unknown:
        return Status::Unknown;
    }
    return Status::Unknown;
}

Micros beginOf(const connector::Relationship& relationship) {
    const auto log = relationship.auditLog();
    return log.empty() ? Micros() : log.front().createdAt();
}

} // namespace meshwatch
