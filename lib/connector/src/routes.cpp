// SPDX-License-Identifier: MIT
#include <meshwatch/connector/routes.h>

namespace meshwatch::connector::routes {

namespace {

constexpr const char* announcementsQuery[] = {"language"};
constexpr const char* attributesQuery[] = {"@type",
                                           "createdAt",
                                           "succeeds",
                                           "succeededBy",
                                           "wasViewedAt",
                                           "isDefault",
                                           "content.@type",
                                           "content.tags",
                                           "content.owner",
                                           "content.key",
                                           "content.isTechnical",
                                           "content.confidentiality",
                                           "content.value.@type",
                                           "peer",
                                           "sourceReference",
                                           "initialAttributePeer",
                                           "deletionInfo",
                                           "deletionInfo.deletionStatus",
                                           "deletionInfo.deletionDate"};
constexpr const char* ownIdentityAttributesQuery[] = {
    "createdAt", "wasViewedAt", "isDefault", "content.tags", "content.value.@type", "onlyLatestVersions"};
constexpr const char* ownSharedAttributesQuery[] = {"@type",
                                                    "createdAt",
                                                    "wasViewedAt",
                                                    "isDefault",
                                                    "content.@type",
                                                    "content.tags",
                                                    "content.key",
                                                    "content.isTechnical",
                                                    "content.confidentiality",
                                                    "content.value.@type",
                                                    "sourceReference",
                                                    "deletionInfo",
                                                    "deletionInfo.deletionStatus",
                                                    "deletionInfo.deletionDate",
                                                    "onlyLatestVersions",
                                                    "hideTechnical"};
constexpr const char* peerAttributesQuery[] = {"@type",
                                               "createdAt",
                                               "wasViewedAt",
                                               "content.@type",
                                               "content.tags",
                                               "content.key",
                                               "content.isTechnical",
                                               "content.confidentiality",
                                               "content.value.@type",
                                               "sourceReference",
                                               "initialAttributePeer",
                                               "deletionInfo",
                                               "deletionInfo.deletionStatus",
                                               "deletionInfo.deletionDate",
                                               "onlyLatestVersions",
                                               "hideTechnical"};
constexpr const char* sharedVersionsQuery[] = {"peer", "onlyLatestVersions"};
constexpr const char* forwardingQuery[] = {"peer",
                                           "sourceReference",
                                           "sharedAt",
                                           "deletionInfo",
                                           "deletionInfo.deletionStatus",
                                           "deletionInfo.deletionDate"};
constexpr const char* filesQuery[] = {
    "createdAt", "createdBy",      "createdByDevice",  "description", "expiresAt",
    "filename",  "filesize",       "mimetype",         "title",       "isOwn",
    "tags",      "ownershipToken", "ownershipIsLocked"};
constexpr const char* deletionQuery[] = {"lengthOfGracePeriodInDays"};
constexpr const char* metadataQuery[] = {"reference", "key"};
constexpr const char* messagesQuery[] = {
    "isOwn",         "createdBy",          "createdByDevice",           "createdAt",
    "content.@type", "content.body",       "content.bodyFormat",        "content.subject",
    "attachments",   "recipients.address", "recipients.relationshipId", "wasReadAt",
    "participant"};
constexpr const char* relationshipsQuery[] = {"peer", "status", "templateId"};
constexpr const char* templatesQuery[] = {"isOwn",
                                          "createdAt",
                                          "expiresAt",
                                          "createdBy",
                                          "createdByDevice",
                                          "maxNumberOfAllocations",
                                          "forIdentity",
                                          "passwordProtection",
                                          "passwordProtection.password",
                                          "passwordProtection.passwordIsPin",
                                          "passwordProtection.passwordLocationIndicator"};
constexpr const char* incomingRequestsQuery[] = {"id",
                                                 "peer",
                                                 "createdAt",
                                                 "status",
                                                 "content.expiresAt",
                                                 "content.items.@type",
                                                 "content.items.items.@type",
                                                 "source.type",
                                                 "source.reference",
                                                 "response.createdAt",
                                                 "response.source.type",
                                                 "response.source.reference",
                                                 "response.content.result",
                                                 "response.content.items.@type",
                                                 "response.content.items.items.@type",
                                                 "wasAutomaticallyDecided"};
/// As of incoming Requests without the last.
constexpr std::span<const char* const> outgoingRequestsQuery = std::span(incomingRequestsQuery).first(15);
constexpr const char* tokensQuery[] = {"isOwn",
                                       "createdAt",
                                       "createdBy",
                                       "createdByDevice",
                                       "expiresAt",
                                       "forIdentity",
                                       "passwordProtection",
                                       "passwordProtection.password",
                                       "passwordProtection.passwordIsPin",
                                       "passwordProtection.passwordLocationIndicator"};

} // namespace

using enum AnswerForm;
constexpr bool asksOnly = true;

constexpr Route health{"GET", "/health", Bare};
constexpr Route version{"GET", "/Monitoring/Version", Bare};
constexpr Route requestCount{"GET", "/Monitoring/Requests", Bare};
constexpr Route support{"GET", "/Monitoring/Support", Bare};
constexpr Route identityInfo{"GET", "/api/core/v1/Account/IdentityInfo", Enveloped};
constexpr Route syncInfo{"GET", "/api/core/v1/Account/SyncInfo", Enveloped};
constexpr Route sync{"POST", "/api/core/v1/Account/Sync", Nothing, {}, false, asksOnly};
constexpr Route announcements{"GET", "/api/core/v1/Announcements", Enveloped, announcementsQuery};
constexpr Route attributes{"GET", "/api/core/v1/Attributes", Enveloped, attributesQuery};
constexpr Route ownIdentityAttributes{"GET", "/api/core/v1/Attributes/Own/Identity", Enveloped,
                                      ownIdentityAttributesQuery};
constexpr Route ownSharedAttributes{"GET", "/api/core/v1/Attributes/Own/Shared/{peer}", Enveloped,
                                    ownSharedAttributesQuery};
constexpr Route peerAttributes{"GET", "/api/core/v1/Attributes/Peer/{peer}", Enveloped, peerAttributesQuery};
constexpr Route attribute{"GET", "/api/core/v1/Attributes/{id}", Enveloped};
constexpr Route attributeVersions{"GET", "/api/core/v1/Attributes/{id}/Versions", Enveloped};
constexpr Route sharedAttributeVersions{"GET", "/api/core/v1/Attributes/{id}/Versions/Shared", Enveloped,
                                        sharedVersionsQuery};
constexpr Route attributeForwardingDetails{"GET", "/api/core/v1/Attributes/{id}/ForwardingDetails", Enveloped,
                                           forwardingQuery};
constexpr Route tagCollection{"GET", "/api/core/v1/Attributes/TagCollection", Enveloped};
constexpr Route canCreateAttribute{"PUT",   "/api/core/v1/Attributes/CanCreate", Enveloped, {}, false,
                                   asksOnly};
constexpr Route createAttribute{"POST", "/api/core/v1/Attributes", Enveloped};
constexpr Route succeedAttribute{"POST", "/api/core/v1/Attributes/{predecessorId}/Succeed", Enveloped};
constexpr Route notifyPeerOfAttribute{"POST", "/api/core/v1/Attributes/{attributeId}/NotifyPeer", Enveloped};
constexpr Route deleteAttribute{"DELETE", "/api/core/v1/Attributes/{id}", Enveloped};
constexpr Route identityAttributeQuery{
    "POST", "/api/core/v1/Attributes/ExecuteIdentityAttributeQuery", Enveloped, {}, false, asksOnly};
constexpr Route relationshipAttributeQuery{
    "POST", "/api/core/v1/Attributes/ExecuteRelationshipAttributeQuery", Enveloped, {}, false, asksOnly};
constexpr Route thirdPartyAttributeQuery{
    "POST",  "/api/core/v1/Attributes/ExecuteThirdPartyRelationshipAttributeQuery", Enveloped, {}, false,
    asksOnly};
constexpr Route iqlQuery{"POST", "/api/core/v1/Attributes/ExecuteIQLQuery", Enveloped, {}, false, asksOnly};
constexpr Route validateIqlQuery{"POST",  "/api/core/v1/Attributes/ValidateIQLQuery", Enveloped, {}, false,
                                 asksOnly};
constexpr Route sendBackboneNotification{"POST", "/api/core/v1/BackboneNotifications", Nothing};
constexpr Route createChallenge{"POST", "/api/core/v1/Challenges", Enveloped};
constexpr Route validateChallenge{"POST", "/api/core/v1/Challenges/Validate", Enveloped, {}, false, asksOnly};
constexpr Route files{"GET", "/api/core/v1/Files", Enveloped, filesQuery};
constexpr Route ownFiles{"GET", "/api/core/v1/Files/Own", Enveloped, filesQuery};
constexpr Route peerFiles{"GET", "/api/core/v1/Files/Peer", Enveloped, filesQuery};
constexpr Route file{"GET", "/api/core/v1/Files/{idOrReference}", Enveloped, {}, true};
constexpr Route fileDownload{"GET", "/api/core/v1/Files/{id}/Download", Bytes};
constexpr Route uploadFile{"POST", "/api/core/v1/Files/Own", Enveloped};
constexpr Route loadFile{"POST", "/api/core/v1/Files/Peer", Enveloped};
constexpr Route createFileToken{"POST", "/api/core/v1/Files/{id}/Token", Enveloped, {}, true};
constexpr Route regenerateOwnershipToken{"PATCH", "/api/core/v1/Files/{id}/RegenerateOwnershipToken",
                                         Enveloped};
constexpr Route deleteFile{"DELETE", "/api/core/v1/Files/{id}", Nothing};
constexpr Route identityDeletionProcess{"GET", "/api/core/v1/IdentityDeletionProcess", Enveloped};
constexpr Route startIdentityDeletion{"POST", "/api/core/v1/IdentityDeletionProcess", Enveloped,
                                      deletionQuery};
constexpr Route cancelIdentityDeletion{"DELETE", "/api/core/v1/IdentityDeletionProcess", Enveloped};
constexpr Route identityMetadata{"GET", "/api/core/v1/IdentityMetadata", Enveloped, metadataQuery};
constexpr Route putIdentityMetadata{"PUT", "/api/core/v1/IdentityMetadata", Enveloped};
constexpr Route deleteIdentityMetadata{"DELETE", "/api/core/v1/IdentityMetadata", Nothing, metadataQuery};
constexpr Route messages{"GET", "/api/core/v1/Messages", Enveloped, messagesQuery};
constexpr Route message{"GET", "/api/core/v1/Messages/{id}", Enveloped};
constexpr Route attachment{"GET", "/api/core/v1/Messages/{messageId}/Attachments/{attachmentId}", Enveloped};
constexpr Route attachmentDownload{
    "GET", "/api/core/v1/Messages/{messageId}/Attachments/{attachmentId}/Download", Bytes};
constexpr Route sendMessage{"POST", "/api/core/v1/Messages", Enveloped};
constexpr Route relationships{"GET", "/api/core/v1/Relationships", Enveloped, relationshipsQuery};
constexpr Route relationship{"GET", "/api/core/v1/Relationships/{id}", Enveloped};
constexpr Route relationshipAttributes{"GET", "/api/core/v1/Relationships/{id}/Attributes", Enveloped};
constexpr Route canCreateRelationship{"PUT",   "/api/core/v1/Relationships/CanCreate", Enveloped, {}, false,
                                      asksOnly};
constexpr Route createRelationship{"POST", "/api/core/v1/Relationships", Enveloped};
constexpr Route acceptRelationship{"PUT", "/api/core/v1/Relationships/{id}/Accept", Enveloped};
constexpr Route rejectRelationship{"PUT", "/api/core/v1/Relationships/{id}/Reject", Enveloped};
constexpr Route revokeRelationship{"PUT", "/api/core/v1/Relationships/{id}/Revoke", Enveloped};
constexpr Route terminateRelationship{"PUT", "/api/core/v1/Relationships/{id}/Terminate", Enveloped};
constexpr Route reactivateRelationship{"PUT", "/api/core/v1/Relationships/{id}/Reactivate", Enveloped};
constexpr Route acceptReactivation{"PUT", "/api/core/v1/Relationships/{id}/Reactivate/Accept", Enveloped};
constexpr Route rejectReactivation{"PUT", "/api/core/v1/Relationships/{id}/Reactivate/Reject", Enveloped};
constexpr Route revokeReactivation{"PUT", "/api/core/v1/Relationships/{id}/Reactivate/Revoke", Enveloped};
constexpr Route decomposeRelationship{"DELETE", "/api/core/v1/Relationships/{id}", Nothing};
constexpr Route templates{"GET", "/api/core/v1/RelationshipTemplates", Enveloped, templatesQuery};
constexpr Route ownTemplates{"GET", "/api/core/v1/RelationshipTemplates/Own", Enveloped, templatesQuery};
constexpr Route peerTemplates{"GET", "/api/core/v1/RelationshipTemplates/Peer", Enveloped, templatesQuery};
constexpr Route relationshipTemplate{"GET", "/api/core/v1/RelationshipTemplates/{id}", Enveloped, {}, true};
constexpr Route createTemplate{"POST", "/api/core/v1/RelationshipTemplates/Own", Enveloped};
constexpr Route loadTemplate{"POST", "/api/core/v1/RelationshipTemplates/Peer", Enveloped};
constexpr Route createTemplateToken{
    "POST", "/api/core/v1/RelationshipTemplates/Own/{id}/Token", Enveloped, {}, true};
constexpr Route deleteTemplate{"DELETE", "/api/core/v1/RelationshipTemplates/{id}", Nothing};
constexpr Route incomingRequests{"GET", "/api/core/v1/Requests/Incoming", Enveloped, incomingRequestsQuery};
constexpr Route incomingRequest{"GET", "/api/core/v1/Requests/Incoming/{id}", Enveloped};
constexpr Route canAcceptRequest{
    "PUT", "/api/core/v1/Requests/Incoming/{id}/CanAccept", Enveloped, {}, false, asksOnly};
constexpr Route acceptRequest{"PUT", "/api/core/v1/Requests/Incoming/{id}/Accept", Enveloped};
constexpr Route canRejectRequest{
    "PUT", "/api/core/v1/Requests/Incoming/{id}/CanReject", Enveloped, {}, false, asksOnly};
constexpr Route rejectRequest{"PUT", "/api/core/v1/Requests/Incoming/{id}/Reject", Enveloped};
constexpr Route outgoingRequests{"GET", "/api/core/v1/Requests/Outgoing", Enveloped, outgoingRequestsQuery};
constexpr Route outgoingRequest{"GET", "/api/core/v1/Requests/Outgoing/{id}", Enveloped};
constexpr Route validateRequest{"POST",  "/api/core/v1/Requests/Outgoing/Validate", Enveloped, {}, false,
                                asksOnly};
constexpr Route createRequest{"POST", "/api/core/v1/Requests/Outgoing", Enveloped};
constexpr Route ownTokens{"GET", "/api/core/v1/Tokens/Own", Enveloped, tokensQuery};
constexpr Route peerTokens{"GET", "/api/core/v1/Tokens/Peer", Enveloped, tokensQuery};
constexpr Route token{"GET", "/api/core/v1/Tokens/{id}", Enveloped, {}, true};
constexpr Route createToken{"POST", "/api/core/v1/Tokens/Own", Enveloped};
constexpr Route loadToken{"POST", "/api/core/v1/Tokens/Peer", Enveloped};
constexpr Route deleteToken{"DELETE", "/api/core/v1/Tokens/{id}", Nothing};

std::span<const Route* const> all() {
    static constexpr const Route* table[] = {&health,
                                             &version,
                                             &requestCount,
                                             &support,
                                             &identityInfo,
                                             &syncInfo,
                                             &sync,
                                             &announcements,
                                             &attributes,
                                             &ownIdentityAttributes,
                                             &ownSharedAttributes,
                                             &peerAttributes,
                                             &attribute,
                                             &attributeVersions,
                                             &sharedAttributeVersions,
                                             &attributeForwardingDetails,
                                             &tagCollection,
                                             &canCreateAttribute,
                                             &createAttribute,
                                             &succeedAttribute,
                                             &notifyPeerOfAttribute,
                                             &deleteAttribute,
                                             &identityAttributeQuery,
                                             &relationshipAttributeQuery,
                                             &thirdPartyAttributeQuery,
                                             &iqlQuery,
                                             &validateIqlQuery,
                                             &sendBackboneNotification,
                                             &createChallenge,
                                             &validateChallenge,
                                             &files,
                                             &ownFiles,
                                             &peerFiles,
                                             &file,
                                             &fileDownload,
                                             &uploadFile,
                                             &loadFile,
                                             &createFileToken,
                                             &regenerateOwnershipToken,
                                             &deleteFile,
                                             &identityDeletionProcess,
                                             &startIdentityDeletion,
                                             &cancelIdentityDeletion,
                                             &identityMetadata,
                                             &putIdentityMetadata,
                                             &deleteIdentityMetadata,
                                             &messages,
                                             &message,
                                             &attachment,
                                             &attachmentDownload,
                                             &sendMessage,
                                             &relationships,
                                             &relationship,
                                             &relationshipAttributes,
                                             &canCreateRelationship,
                                             &createRelationship,
                                             &acceptRelationship,
                                             &rejectRelationship,
                                             &revokeRelationship,
                                             &terminateRelationship,
                                             &reactivateRelationship,
                                             &acceptReactivation,
                                             &rejectReactivation,
                                             &revokeReactivation,
                                             &decomposeRelationship,
                                             &templates,
                                             &ownTemplates,
                                             &peerTemplates,
                                             &relationshipTemplate,
                                             &createTemplate,
                                             &loadTemplate,
                                             &createTemplateToken,
                                             &deleteTemplate,
                                             &incomingRequests,
                                             &incomingRequest,
                                             &canAcceptRequest,
                                             &acceptRequest,
                                             &canRejectRequest,
                                             &rejectRequest,
                                             &outgoingRequests,
                                             &outgoingRequest,
                                             &validateRequest,
                                             &createRequest,
                                             &ownTokens,
                                             &peerTokens,
                                             &token,
                                             &createToken,
                                             &loadToken,
                                             &deleteToken};
    return table;
}

} // namespace meshwatch::connector::routes
