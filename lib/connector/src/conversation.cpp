// SPDX-License-Identifier: MIT
// What goes on between identities: relationships, messages, Requests.
#include "shape.h"

#include <meshwatch/connector/message.h>
#include <meshwatch/connector/relationship.h>
#include <meshwatch/connector/request.h>

namespace meshwatch::connector {

using namespace shape;

namespace {

Named<RelationshipStatus> relationshipStatus(const QString& text) {
    using S = RelationshipStatus;
    static constexpr std::array<std::pair<const char*, S>, 6> names{
        {{"Pending", S::Pending},
         {"Active", S::Active},
         {"Rejected", S::Rejected},
         {"Revoked", S::Revoked},
         {"Terminated", S::Terminated},
         {"DeletionProposed", S::DeletionProposed}}};
    return named(text, names);
}

constexpr Field sourceFields[] = {{"type"}, {"reference"}};
constexpr Field contentFields[] = {{"@type"}};
constexpr Field auditLogFields[] = {{"createdAt"}, {"createdBy"}, {"createdByDevice"},
                                    {"oldStatus"}, {"newStatus"}, {"reason"}};
constexpr Field recipientFields[] = {
    {"address", Type::Text, Need::Required}, {"receivedAt"}, {"receivedByDevice"}, {"relationshipId"}};
constexpr Field responseFields[] = {{"createdAt"},
                                    {"content", Type::Object, Need::Required, contentFields},
                                    {"source", Type::Object, Need::Optional, sourceFields}};

} // namespace

ConnectorResult<RelationshipAuditLogEntry> RelationshipAuditLogEntry::fromJson(const QJsonObject& json,
                                                                               const QString& path) {
    if (auto problem = mismatch(json, auditLogFields, path))
        return *problem;
    return RelationshipAuditLogEntry(json);
}

Named<RelationshipStatus> RelationshipAuditLogEntry::oldStatus() const {
    return relationshipStatus(textOf("oldStatus"));
}
Named<RelationshipStatus> RelationshipAuditLogEntry::newStatus() const {
    return relationshipStatus(textOf("newStatus"));
}

Named<RelationshipReason> RelationshipAuditLogEntry::reason() const {
    using R = RelationshipReason;
    static constexpr std::array<std::pair<const char*, R>, 11> names{
        {{"Creation", R::Creation},
         {"AcceptanceOfCreation", R::AcceptanceOfCreation},
         {"RejectionOfCreation", R::RejectionOfCreation},
         {"RevocationOfCreation", R::RevocationOfCreation},
         {"Termination", R::Termination},
         {"ReactivationRequested", R::ReactivationRequested},
         {"AcceptanceOfReactivation", R::AcceptanceOfReactivation},
         {"RejectionOfReactivation", R::RejectionOfReactivation},
         {"RevocationOfReactivation", R::RevocationOfReactivation},
         {"Decomposition", R::Decomposition},
         {"DecompositionDueToIdentityDeletion", R::DecompositionDueToIdentityDeletion}}};
    return named(textOf("reason"), names);
}

ConnectorResult<Relationship> Relationship::fromJson(const QJsonObject& json, const QString& path) {
    static constexpr Field identity[] = {{"address"}, {"publicKey"}};
    static constexpr Field deletion[] = {{"deletionStatus"}, {"deletionDate"}};
    static constexpr Field fields[] = {{"id", Type::Text, Need::Required},
                                       {"templateId"},
                                       {"status", Type::Text, Need::Required},
                                       {"peer", Type::Text, Need::Required},
                                       {"peerIdentity", Type::Object, Need::Optional, identity},
                                       {"peerDeletionInfo", Type::Object, Need::Optional, deletion},
                                       {"creationContent", Type::Object, Need::Optional, contentFields},
                                       {"auditLog", Type::Objects, Need::Optional, auditLogFields}};
    if (auto problem = mismatch(json, fields, path))
        return *problem;
    return Relationship(json);
}

Named<RelationshipStatus> Relationship::status() const { return relationshipStatus(textOf("status")); }

std::vector<RelationshipAuditLogEntry> Relationship::auditLog() const {
    return listOf<RelationshipAuditLogEntry>(at(u"auditLog"));
}

bool Relationship::hasOpenReactivation() const {
    const auto log = auditLog();
    return status() == RelationshipStatus::Terminated && !log.empty() &&
           log.back().reason() == RelationshipReason::ReactivationRequested;
}

QString Relationship::peerDeletionStatus() const { return at(u"peerDeletionInfo.deletionStatus").toString(); }

ConnectorResult<Recipient> Recipient::fromJson(const QJsonObject& json, const QString& path) {
    if (auto problem = mismatch(json, recipientFields, path))
        return *problem;
    return Recipient(json);
}

ConnectorResult<Message> Message::fromJson(const QJsonObject& json, const QString& path) {
    static constexpr Field file[] = {{"id", Type::Text, Need::Required}};
    static constexpr Field fields[] = {{"id", Type::Text, Need::Required},
                                       {"isOwn", Type::Flag},
                                       {"content", Type::Object, Need::Required, contentFields},
                                       {"createdBy"},
                                       {"createdByDevice"},
                                       {"recipients", Type::Objects, Need::Optional, recipientFields},
                                       {"createdAt", Type::Text, Need::Required},
                                       {"attachments", Type::TextsOrObjects, Need::Optional, file},
                                       {"wasReadAt"}};
    if (auto problem = mismatch(json, fields, path))
        return *problem;
    return Message(json);
}

std::vector<Recipient> Message::recipients() const { return listOf<Recipient>(at(u"recipients")); }

QStringList Message::attachmentIds() const {
    QStringList ids;
    const QJsonArray items = at(u"attachments").toArray();
    for (const auto& item : items)
        ids << (item.isString() ? item.toString() : item.toObject().value(QLatin1String("id")).toString());
    return ids;
}

std::vector<File> Message::attachedFiles() const { return listOf<File>(at(u"attachments")); }

ConnectorResult<RequestResponse> RequestResponse::fromJson(const QJsonObject& json, const QString& path) {
    if (auto problem = mismatch(json, responseFields, path))
        return *problem;
    return RequestResponse(json);
}

Named<RequestResponse::Result> RequestResponse::result() const {
    static constexpr std::array<std::pair<const char*, Result>, 2> names{
        {{"Accepted", Result::Accepted}, {"Rejected", Result::Rejected}}};
    return named(at(u"content.result").toString(), names);
}

QString RequestResponse::sourceType() const { return at(u"source.type").toString(); }
QString RequestResponse::sourceReference() const { return at(u"source.reference").toString(); }

ConnectorResult<Request> Request::fromJson(const QJsonObject& json, const QString& path) {
    static constexpr Field fields[] = {{"id", Type::Text, Need::Required},
                                       {"isOwn", Type::Flag},
                                       {"peer"},
                                       {"createdAt", Type::Text, Need::Required},
                                       {"status", Type::Text, Need::Required},
                                       {"content", Type::Object, Need::Required, contentFields},
                                       {"source", Type::Object, Need::Optional, sourceFields},
                                       {"response", Type::Object, Need::Optional, responseFields},
                                       {"wasAutomaticallyDecided", Type::Flag}};
    if (auto problem = mismatch(json, fields, path))
        return *problem;
    return Request(json);
}

Named<Request::Status> Request::status() const {
    static constexpr std::array<std::pair<const char*, Status>, 7> names{
        {{"Draft", Status::Draft},
         {"Open", Status::Open},
         {"DecisionRequired", Status::DecisionRequired},
         {"ManualDecisionRequired", Status::ManualDecisionRequired},
         {"Decided", Status::Decided},
         {"Completed", Status::Completed},
         {"Expired", Status::Expired}}};
    return named(textOf("status"), names);
}

QString Request::sourceType() const { return at(u"source.type").toString(); }
QString Request::sourceReference() const { return at(u"source.reference").toString(); }

std::optional<RequestResponse> Request::response() const {
    if (!has("response"))
        return {};
    const auto response = RequestResponse::fromJson(objectOf("response"));
    return response ? std::optional(*response) : std::nullopt;
}

} // namespace meshwatch::connector
