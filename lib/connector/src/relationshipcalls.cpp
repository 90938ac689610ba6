// SPDX-License-Identifier: MIT
#include "caller.h"

namespace meshwatch::connector {

namespace {

BodyMaker creationBody(const QString& templateId, const QJsonObject& creationContent) {
    QJsonObject json{{QStringLiteral("templateId"), templateId}};
    if (!creationContent.isEmpty())
        json.insert(QLatin1String("creationContent"), creationContent);
    return jsonBody(json);
}

} // namespace

Future<std::vector<Relationship>> RelationshipCalls::list(const Filter& filter, const CallOptions& options) {
    return Caller::list<Relationship>(m_client, {&routes::relationships, {}, filter, false, options});
}

Future<Relationship> RelationshipCalls::get(const QString& id, const CallOptions& options) {
    return Caller::one<Relationship>(m_client, {&routes::relationship, {id}, {}, false, options});
}

Future<std::vector<Attribute>> RelationshipCalls::attributes(const QString& id, const CallOptions& options) {
    return Caller::list<Attribute>(m_client, {&routes::relationshipAttributes, {id}, {}, false, options});
}

Future<Validation> RelationshipCalls::canCreate(const QString& templateId, const QJsonObject& creationContent,
                                                const CallOptions& options) {
    return Caller::one<Validation>(
        m_client,
        {&routes::canCreateRelationship, {}, {}, false, options, creationBody(templateId, creationContent)});
}

Future<Relationship> RelationshipCalls::create(const QString& templateId, const QJsonObject& creationContent,
                                               const CallOptions& options) {
    return Caller::one<Relationship>(
        m_client,
        {&routes::createRelationship, {}, {}, false, options, creationBody(templateId, creationContent)});
}

Future<Relationship> RelationshipCalls::accept(const QString& id, const CallOptions& options) {
    return Caller::one<Relationship>(m_client, {&routes::acceptRelationship, {id}, {}, false, options});
}

Future<Relationship> RelationshipCalls::reject(const QString& id, const CallOptions& options) {
    return Caller::one<Relationship>(m_client, {&routes::rejectRelationship, {id}, {}, false, options});
}

Future<Relationship> RelationshipCalls::revoke(const QString& id, const CallOptions& options) {
    return Caller::one<Relationship>(m_client, {&routes::revokeRelationship, {id}, {}, false, options});
}

Future<Relationship> RelationshipCalls::terminate(const QString& id, const CallOptions& options) {
    return Caller::one<Relationship>(m_client, {&routes::terminateRelationship, {id}, {}, false, options});
}

Future<Relationship> RelationshipCalls::requestReactivation(const QString& id, const CallOptions& options) {
    return Caller::one<Relationship>(m_client, {&routes::reactivateRelationship, {id}, {}, false, options});
}

Future<Relationship> RelationshipCalls::acceptReactivation(const QString& id, const CallOptions& options) {
    return Caller::one<Relationship>(m_client, {&routes::acceptReactivation, {id}, {}, false, options});
}

Future<Relationship> RelationshipCalls::rejectReactivation(const QString& id, const CallOptions& options) {
    return Caller::one<Relationship>(m_client, {&routes::rejectReactivation, {id}, {}, false, options});
}

Future<Relationship> RelationshipCalls::revokeReactivation(const QString& id, const CallOptions& options) {
    return Caller::one<Relationship>(m_client, {&routes::revokeReactivation, {id}, {}, false, options});
}

Future<void> RelationshipCalls::decompose(const QString& id, const CallOptions& options) {
    return Caller::nothing(m_client, {&routes::decomposeRelationship, {id}, {}, false, options});
}

} // namespace meshwatch::connector
