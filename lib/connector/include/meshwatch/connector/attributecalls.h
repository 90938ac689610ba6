// SPDX-License-Identifier: MIT
#pragma once

#include <meshwatch/connector/attribute.h>
#include <meshwatch/connector/callgroup.h>
#include <meshwatch/connector/tagcollection.h>

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
};

} // namespace meshwatch::connector
