// SPDX-License-Identifier: MIT
#pragma once

#include <meshwatch/connector/attribute.h>
#include <meshwatch/connector/attributedeleted.h>
#include <meshwatch/connector/attributedraft.h>
#include <meshwatch/connector/attributesuccession.h>
#include <meshwatch/connector/callgroup.h>
#include <meshwatch/connector/iqlvalidation.h>
#include <meshwatch/connector/tagcollection.h>
#include <meshwatch/connector/validation.h>

namespace meshwatch::connector {

/// What is known about identities and relationships.
class AttributeCalls : public CallGroup {
public:
    using CallGroup::CallGroup;

    [[nodiscard]] Future<std::vector<Attribute>> list(const Filter& filter = {},
                                                      const CallOptions& options = {});
    /// Own identity attributes.
    [[nodiscard]] Future<std::vector<Attribute>> ownIdentity(const Filter& filter = {},
                                                             const CallOptions& options = {});
    /// Own attributes shared with a peer.
    [[nodiscard]] Future<std::vector<Attribute>> ownShared(const QString& peer, const Filter& filter = {},
                                                           const CallOptions& options = {});
    /// Attributes received from a peer.
    [[nodiscard]] Future<std::vector<Attribute>> ofPeer(const QString& peer, const Filter& filter = {},
                                                        const CallOptions& options = {});
    [[nodiscard]] Future<Attribute> get(const QString& id, const CallOptions& options = {});
    [[nodiscard]] Future<std::vector<Attribute>> versions(const QString& id, const CallOptions& options = {});
    /// Versions shared with a peer. Filter: `onlyLatestVersions`.
    [[nodiscard]] Future<std::vector<Attribute>> sharedVersions(const QString& id, const QString& peer,
                                                                const Filter& filter = {},
                                                                const CallOptions& options = {});
    [[nodiscard]] Future<std::vector<AttributeForwardingDetails>>
    forwardingDetails(const QString& id, const Filter& filter = {}, const CallOptions& options = {});
    [[nodiscard]] Future<TagCollection> tagCollection(const CallOptions& options = {});
    /// Of own identity attributes, as create().
    [[nodiscard]] Future<Validation> canCreate(const AttributeDraft& draft, const CallOptions& options = {});
    [[nodiscard]] Future<Attribute> create(const AttributeDraft& draft, const CallOptions& options = {});
    /// The next version. Of a relationship attribute the peer is told; of an identity attribute nobody, see
    /// notifyPeer().
    [[nodiscard]] Future<AttributeSuccession>
    succeed(const QString& predecessorId, const AttributeDraft& draft, const CallOptions& options = {});
    /// Gives a peer who has an older version the version `successorId`.
    [[nodiscard]] Future<AttributeSuccession> notifyPeer(const QString& successorId, const QString& peer,
                                                         const CallOptions& options = {});
    /// With all its older versions; every peer that had it is told.
    [[nodiscard]] Future<AttributeDeleted> remove(const QString& id, const CallOptions& options = {});
    /// What answers a query, as Requests have it (`{"@type": …}`).
    [[nodiscard]] Future<std::vector<Attribute>> findIdentityAttributes(const QJsonObject& query,
                                                                        const CallOptions& options = {});
    /// The one that answers; none is an error of kind NotFound.
    [[nodiscard]] Future<Attribute> findRelationshipAttribute(const QJsonObject& query,
                                                              const CallOptions& options = {});
    [[nodiscard]] Future<std::vector<Attribute>>
    findThirdPartyRelationshipAttributes(const QJsonObject& query, const CallOptions& options = {});
    [[nodiscard]] Future<std::vector<Attribute>> findByIql(const QString& queryText,
                                                           const CallOptions& options = {});
    [[nodiscard]] Future<IqlValidation> validateIql(const QString& queryText,
                                                    const CallOptions& options = {});
};

} // namespace meshwatch::connector
