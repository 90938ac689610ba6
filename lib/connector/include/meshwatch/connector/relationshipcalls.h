// SPDX-License-Identifier: MIT
#pragma once

#include <meshwatch/connector/attribute.h>
#include <meshwatch/connector/callgroup.h>
#include <meshwatch/connector/relationship.h>
#include <meshwatch/connector/validation.h>

namespace meshwatch::connector {

/// Relationships with peers.
class RelationshipCalls : public CallGroup {
public:
    using CallGroup::CallGroup;

    [[nodiscard]] Future<std::vector<Relationship>> list(const Filter& filter = {},
                                                         const CallOptions& options = {});
    [[nodiscard]] Future<Relationship> get(const QString& id, const CallOptions& options = {});
    [[nodiscard]] Future<std::vector<Attribute>> attributes(const QString& id,
                                                            const CallOptions& options = {});
    /// Could a relationship be asked for? An unknown template is a no, not an error.
    [[nodiscard]] Future<Validation> canCreate(const QString& templateId,
                                               const QJsonObject& creationContent = {},
                                               const CallOptions& options = {});
    /// Asks the template's creator for a relationship. Not for a template with a Request: accepting that one
    /// asks by itself.
    [[nodiscard]] Future<Relationship> create(const QString& templateId, const QJsonObject& creationContent,
                                              const CallOptions& options = {});
    /// Pending becomes Active; by the template's creator.
    [[nodiscard]] Future<Relationship> accept(const QString& id, const CallOptions& options = {});
    /// Pending becomes Rejected; by the template's creator.
    [[nodiscard]] Future<Relationship> reject(const QString& id, const CallOptions& options = {});
    /// Pending becomes Revoked; by the one who asked.
    [[nodiscard]] Future<Relationship> revoke(const QString& id, const CallOptions& options = {});
    /// Active becomes Terminated; by either side.
    [[nodiscard]] Future<Relationship> terminate(const QString& id, const CallOptions& options = {});
    /// Asks to make a Terminated one Active again.
    [[nodiscard]] Future<Relationship> requestReactivation(const QString& id,
                                                           const CallOptions& options = {});
    /// Answers the peer's wish: it is Active again, or stays Terminated.
    [[nodiscard]] Future<Relationship> acceptReactivation(const QString& id, const CallOptions& options = {});
    [[nodiscard]] Future<Relationship> rejectReactivation(const QString& id, const CallOptions& options = {});
    /// Takes the own wish back.
    [[nodiscard]] Future<Relationship> revokeReactivation(const QString& id, const CallOptions& options = {});
    /// Removes a Terminated or DeletionProposed one here, with its messages, Requests and shared attributes.
    [[nodiscard]] Future<void> decompose(const QString& id, const CallOptions& options = {});
};

} // namespace meshwatch::connector
