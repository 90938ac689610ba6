// SPDX-License-Identifier: MIT
#pragma once

#include <meshwatch/connector/attribute.h>
#include <meshwatch/connector/callgroup.h>
#include <meshwatch/connector/relationship.h>

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
};

} // namespace meshwatch::connector
