// SPDX-License-Identifier: MIT
#include "caller.h"

namespace meshwatch::connector {

Future<std::vector<RelationshipTemplate>> TemplateCalls::list(const Filter& filter,
                                                              const CallOptions& options) {
    return Caller::list<RelationshipTemplate>(m_client, {&routes::templates, {}, filter, false, options});
}

Future<std::vector<RelationshipTemplate>> TemplateCalls::own(const Filter& filter,
                                                             const CallOptions& options) {
    return Caller::list<RelationshipTemplate>(m_client, {&routes::ownTemplates, {}, filter, false, options});
}

Future<std::vector<RelationshipTemplate>> TemplateCalls::ofPeers(const Filter& filter,
                                                                 const CallOptions& options) {
    return Caller::list<RelationshipTemplate>(m_client, {&routes::peerTemplates, {}, filter, false, options});
}

Future<RelationshipTemplate> TemplateCalls::get(const QString& id, const CallOptions& options) {
    return Caller::one<RelationshipTemplate>(m_client,
                                             {&routes::relationshipTemplate, {id}, {}, false, options});
}

Future<Download> TemplateCalls::qrCode(const QString& id, const CallOptions& options) {
    return Caller::bytes(m_client, {&routes::relationshipTemplate, {id}, {}, true, options});
}

} // namespace meshwatch::connector
