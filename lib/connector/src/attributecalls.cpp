// SPDX-License-Identifier: MIT
#include "caller.h"

namespace meshwatch::connector {

Future<std::vector<Attribute>> AttributeCalls::list(const Filter& filter, const CallOptions& options) {
    return Caller::list<Attribute>(m_client, {&routes::attributes, {}, filter, false, options});
}

Future<std::vector<Attribute>> AttributeCalls::ownIdentity(const Filter& filter, const CallOptions& options) {
    return Caller::list<Attribute>(m_client, {&routes::ownIdentityAttributes, {}, filter, false, options});
}

Future<std::vector<Attribute>> AttributeCalls::ownShared(const QString& peer, const Filter& filter,
                                                         const CallOptions& options) {
    return Caller::list<Attribute>(m_client, {&routes::ownSharedAttributes, {peer}, filter, false, options});
}

Future<std::vector<Attribute>> AttributeCalls::ofPeer(const QString& peer, const Filter& filter,
                                                      const CallOptions& options) {
    return Caller::list<Attribute>(m_client, {&routes::peerAttributes, {peer}, filter, false, options});
}

Future<Attribute> AttributeCalls::get(const QString& id, const CallOptions& options) {
    return Caller::one<Attribute>(m_client, {&routes::attribute, {id}, {}, false, options});
}

Future<std::vector<Attribute>> AttributeCalls::versions(const QString& id, const CallOptions& options) {
    return Caller::list<Attribute>(m_client, {&routes::attributeVersions, {id}, {}, false, options});
}

Future<std::vector<Attribute>> AttributeCalls::sharedVersions(const QString& id, const QString& peer,
                                                              const Filter& filter,
                                                              const CallOptions& options) {
    return Caller::list<Attribute>(
        m_client, {&routes::sharedAttributeVersions, {id}, Filter(filter).is(u"peer", peer), false, options});
}

Future<std::vector<AttributeForwardingDetails>>
AttributeCalls::forwardingDetails(const QString& id, const Filter& filter, const CallOptions& options) {
    return Caller::list<AttributeForwardingDetails>(
        m_client, {&routes::attributeForwardingDetails, {id}, filter, false, options});
}

Future<TagCollection> AttributeCalls::tagCollection(const CallOptions& options) {
    return Caller::one<TagCollection>(m_client, {&routes::tagCollection, {}, {}, false, options});
}

} // namespace meshwatch::connector
