// SPDX-License-Identifier: MIT
#include "caller.h"

namespace meshwatch::connector {

namespace {

BodyMaker bodyOf(const char* name, const QJsonObject& value) {
    return jsonBody({{QString::fromLatin1(name), value}});
}

BodyMaker iqlBody(const QString& queryText) {
    return bodyOf("query", {{QStringLiteral("@type"), QStringLiteral("IQLQuery")},
                            {QStringLiteral("queryString"), queryText}});
}

} // namespace

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

Future<Validation> AttributeCalls::canCreate(const AttributeDraft& draft, const CallOptions& options) {
    return Caller::one<Validation>(
        m_client, {&routes::canCreateAttribute, {}, {}, false, options, bodyOf("content", draft.toJson())});
}

Future<Attribute> AttributeCalls::create(const AttributeDraft& draft, const CallOptions& options) {
    return Caller::one<Attribute>(
        m_client, {&routes::createAttribute, {}, {}, false, options, bodyOf("content", draft.toJson())});
}

Future<AttributeSuccession> AttributeCalls::succeed(const QString& predecessorId, const AttributeDraft& draft,
                                                    const CallOptions& options) {
    return Caller::one<AttributeSuccession>(m_client, {&routes::succeedAttribute,
                                                       {predecessorId},
                                                       {},
                                                       false,
                                                       options,
                                                       bodyOf("successorContent", draft.toJson())});
}

Future<AttributeSuccession> AttributeCalls::notifyPeer(const QString& successorId, const QString& peer,
                                                       const CallOptions& options) {
    return Caller::one<AttributeSuccession>(m_client, {&routes::notifyPeerOfAttribute,
                                                       {successorId},
                                                       {},
                                                       false,
                                                       options,
                                                       jsonBody({{QStringLiteral("peer"), peer}})});
}

Future<AttributeDeleted> AttributeCalls::remove(const QString& id, const CallOptions& options) {
    return Caller::one<AttributeDeleted>(m_client, {&routes::deleteAttribute, {id}, {}, false, options});
}

Future<std::vector<Attribute>> AttributeCalls::findIdentityAttributes(const QJsonObject& query,
                                                                      const CallOptions& options) {
    return Caller::list<Attribute>(
        m_client, {&routes::identityAttributeQuery, {}, {}, false, options, bodyOf("query", query)});
}

Future<Attribute> AttributeCalls::findRelationshipAttribute(const QJsonObject& query,
                                                            const CallOptions& options) {
    return Caller::one<Attribute>(
        m_client, {&routes::relationshipAttributeQuery, {}, {}, false, options, bodyOf("query", query)});
}

Future<std::vector<Attribute>>
AttributeCalls::findThirdPartyRelationshipAttributes(const QJsonObject& query, const CallOptions& options) {
    return Caller::list<Attribute>(
        m_client, {&routes::thirdPartyAttributeQuery, {}, {}, false, options, bodyOf("query", query)});
}

Future<std::vector<Attribute>> AttributeCalls::findByIql(const QString& queryText,
                                                         const CallOptions& options) {
    return Caller::list<Attribute>(m_client, {&routes::iqlQuery, {}, {}, false, options, iqlBody(queryText)});
}

Future<IqlValidation> AttributeCalls::validateIql(const QString& queryText, const CallOptions& options) {
    return Caller::one<IqlValidation>(
        m_client, {&routes::validateIqlQuery, {}, {}, false, options, iqlBody(queryText)});
}

} // namespace meshwatch::connector
