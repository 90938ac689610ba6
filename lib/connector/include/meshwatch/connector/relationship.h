// SPDX-License-Identifier: MIT
#pragma once

#include <meshwatch/connector/record.h>

namespace meshwatch::connector {

enum class RelationshipStatus { Unknown, Pending, Active, Rejected, Revoked, Terminated, DeletionProposed };

/// Why a relationship changed.
enum class RelationshipReason {
    Unknown,
    Creation,
    AcceptanceOfCreation,
    RejectionOfCreation,
    RevocationOfCreation,
    Termination,
    ReactivationRequested,
    AcceptanceOfReactivation,
    RejectionOfReactivation,
    RevocationOfReactivation,
    Decomposition,
    DecompositionDueToIdentityDeletion,
};

/// One step in the life of a relationship.
class RelationshipAuditLogEntry : public Record {
public:
    RelationshipAuditLogEntry() = default;
    [[nodiscard]] static ConnectorResult<RelationshipAuditLogEntry> fromJson(const QJsonObject& json,
                                                                             const QString& path = {});

    [[nodiscard]] Micros createdAt() const { return timeOf("createdAt"); }
    [[nodiscard]] QString createdBy() const { return textOf("createdBy"); }
    [[nodiscard]] QString createdByDevice() const { return textOf("createdByDevice"); }
    [[nodiscard]] Named<RelationshipStatus> oldStatus() const;
    [[nodiscard]] Named<RelationshipStatus> newStatus() const;
    [[nodiscard]] Named<RelationshipReason> reason() const;

private:
    explicit RelationshipAuditLogEntry(QJsonObject json)
        : Record(std::move(json)) {}
};

/// A relationship with a peer: GET Relationships/….
class Relationship : public Record {
public:
    Relationship() = default;
    [[nodiscard]] static ConnectorResult<Relationship> fromJson(const QJsonObject& json,
                                                                const QString& path = {});

    [[nodiscard]] QString id() const { return textOf("id"); }
    [[nodiscard]] QString templateId() const { return textOf("templateId"); }
    [[nodiscard]] QString peer() const { return textOf("peer"); }
    /// {address, publicKey}.
    [[nodiscard]] QJsonObject peerIdentity() const { return objectOf("peerIdentity"); }
    [[nodiscard]] Content creationContent() const { return Content(objectOf("creationContent")); }
    [[nodiscard]] Named<RelationshipStatus> status() const;
    /// Oldest first.
    [[nodiscard]] std::vector<RelationshipAuditLogEntry> auditLog() const;
    /// Terminated, and a side asked for reactivation that nobody answered yet.
    [[nodiscard]] bool hasOpenReactivation() const;
    /// "ToBeDeleted" or "Deleted" when the peer gives up its identity; else empty.
    [[nodiscard]] QString peerDeletionStatus() const;

private:
    explicit Relationship(QJsonObject json)
        : Record(std::move(json)) {}
};

} // namespace meshwatch::connector
