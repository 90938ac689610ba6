// SPDX-License-Identifier: MIT
#include "caller.h"

namespace meshwatch::connector {

Future<std::vector<Relationship>> RelationshipCalls::list(const Filter& filter, const CallOptions& options) {
    return Caller::list<Relationship>(m_client, {&routes::relationships, {}, filter, false, options});
}

Future<Relationship> RelationshipCalls::get(const QString& id, const CallOptions& options) {
    return Caller::one<Relationship>(m_client, {&routes::relationship, {id}, {}, false, options});
}

Future<std::vector<Attribute>> RelationshipCalls::attributes(const QString& id, const CallOptions& options) {
    return Caller::list<Attribute>(m_client, {&routes::relationshipAttributes, {id}, {}, false, options});
}

} // namespace meshwatch::connector
