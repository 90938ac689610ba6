// SPDX-License-Identifier: MIT
// Things that identities exchange: attributes, files, tokens, templates.
#include "shape.h"

#include <meshwatch/connector/attribute.h>
#include <meshwatch/connector/file.h>
#include <meshwatch/connector/relationshiptemplate.h>
#include <meshwatch/connector/token.h>

namespace meshwatch::connector {

using namespace shape;

namespace {

constexpr Field referenceFields[] = {{"truncated"}, {"url"}};
constexpr Field deletionFields[] = {{"deletionStatus"}, {"deletionDate"}};

Reference referenceOf(const Record& record) {
    return {record.at(u"reference.truncated").toString(), record.at(u"reference.url").toString()};
}

Named<AttributeDeletion> deletionStatusOf(const Record& record) {
    using D = AttributeDeletion;
    static constexpr std::array<std::pair<const char*, D>, 6> names{
        {{"DeletionRequestSent", D::DeletionRequestSent},
         {"DeletionRequestRejected", D::DeletionRequestRejected},
         {"ToBeDeletedByRecipient", D::ToBeDeletedByRecipient},
         {"DeletedByRecipient", D::DeletedByRecipient},
         {"ToBeDeleted", D::ToBeDeleted},
         {"DeletedByEmitter", D::DeletedByEmitter}}};
    return named(record.at(u"deletionInfo.deletionStatus").toString(), names);
}

Micros deletionDateOf(const Record& record) {
    return Micros::fromIso(record.at(u"deletionInfo.deletionDate").toString().toUtf8()).value_or(Micros{});
}

} // namespace

ConnectorResult<Attribute> Attribute::fromJson(const QJsonObject& json, const QString& path) {
    static constexpr Field content[] = {
        {"@type"}, {"owner"}, {"value", Type::Object}, {"tags", Type::Texts}, {"key"}};
    static constexpr Field fields[] = {{"@type"},
                                       {"id", Type::Text, Need::Required},
                                       {"createdAt"},
                                       {"content", Type::Object, Need::Required, content},
                                       {"succeeds"},
                                       {"succeededBy"},
                                       {"wasViewedAt"},
                                       {"isDefault", Type::Flag},
                                       {"peer"},
                                       {"sourceReference"},
                                       {"deletionInfo", Type::Object, Need::Optional, deletionFields},
                                       {"initialAttributePeer"},
                                       {"numberOfForwards", Type::Number}};
    if (auto problem = mismatch(json, fields, path))
        return *problem;
    return Attribute(json);
}

Named<Attribute::Kind> Attribute::kind() const {
    static constexpr std::array<std::pair<const char*, Kind>, 5> names{
        {{"OwnIdentityAttribute", Kind::OwnIdentityAttribute},
         {"PeerIdentityAttribute", Kind::PeerIdentityAttribute},
         {"OwnRelationshipAttribute", Kind::OwnRelationshipAttribute},
         {"PeerRelationshipAttribute", Kind::PeerRelationshipAttribute},
         {"ThirdPartyRelationshipAttribute", Kind::ThirdPartyRelationshipAttribute}}};
    return named(textOf("@type"), names);
}

Named<AttributeDeletion> Attribute::deletionStatus() const { return deletionStatusOf(*this); }
Micros Attribute::deletionDate() const { return deletionDateOf(*this); }

ConnectorResult<AttributeForwardingDetails> AttributeForwardingDetails::fromJson(const QJsonObject& json,
                                                                                 const QString& path) {
    static constexpr Field fields[] = {{"peer", Type::Text, Need::Required},
                                       {"sourceReference"},
                                       {"sharedAt"},
                                       {"deletionInfo", Type::Object, Need::Optional, deletionFields}};
    if (auto problem = mismatch(json, fields, path))
        return *problem;
    return AttributeForwardingDetails(json);
}

Named<AttributeDeletion> AttributeForwardingDetails::deletionStatus() const {
    return deletionStatusOf(*this);
}
Micros AttributeForwardingDetails::deletionDate() const { return deletionDateOf(*this); }

ConnectorResult<File> File::fromJson(const QJsonObject& json, const QString& path) {
    static constexpr Field fields[] = {{"id", Type::Text, Need::Required},
                                       {"isOwn", Type::Flag},
                                       {"owner"},
                                       {"createdBy"},
                                       {"createdByDevice"},
                                       {"createdAt"},
                                       {"filename"},
                                       {"mimetype"},
                                       {"filesize", Type::Number},
                                       {"title"},
                                       {"description"},
                                       {"tags", Type::Texts},
                                       {"expiresAt"},
                                       {"reference", Type::Object, Need::Optional, referenceFields},
                                       {"ownershipToken"},
                                       {"ownershipIsLocked", Type::Flag}};
    if (auto problem = mismatch(json, fields, path))
        return *problem;
    return File(json);
}

Reference File::reference() const { return referenceOf(*this); }

ConnectorResult<Token> Token::fromJson(const QJsonObject& json, const QString& path) {
    static constexpr Field fields[] = {{"id", Type::Text, Need::Required},
                                       {"isOwn", Type::Flag},
                                       {"createdBy"},
                                       {"createdByDevice"},
                                       {"createdAt"},
                                       {"expiresAt"},
                                       {"content", Type::Object},
                                       {"forIdentity"},
                                       {"passwordProtection", Type::Object},
                                       {"reference", Type::Object, Need::Optional, referenceFields},
                                       {"isEphemeral", Type::Flag}};
    if (auto problem = mismatch(json, fields, path))
        return *problem;
    return Token(json);
}

Reference Token::reference() const { return referenceOf(*this); }

ConnectorResult<RelationshipTemplate> RelationshipTemplate::fromJson(const QJsonObject& json,
                                                                     const QString& path) {
    static constexpr Field fields[] = {{"id", Type::Text, Need::Required},
                                       {"isOwn", Type::Flag},
                                       {"createdBy"},
                                       {"createdByDevice"},
                                       {"createdAt"},
                                       {"expiresAt"},
                                       {"maxNumberOfAllocations", Type::Number},
                                       {"forIdentity"},
                                       {"passwordProtection", Type::Object},
                                       {"content", Type::Object, Need::Required},
                                       {"reference", Type::Object, Need::Optional, referenceFields}};
    if (auto problem = mismatch(json, fields, path))
        return *problem;
    return RelationshipTemplate(json);
}

Reference RelationshipTemplate::reference() const { return referenceOf(*this); }

} // namespace meshwatch::connector
