// SPDX-License-Identifier: MIT
#pragma once

#include <span>

namespace meshwatch::connector {

/// How an answer looks when all is well.
enum class AnswerForm {
    Enveloped, ///< {"result": …}
    Bare,      ///< JSON without envelope: /health, /Monitoring/…
    Bytes,     ///< a file
    Nothing,   ///< 204
};

/// One operation of the REST API: what the calls are made from and what the contract test compares with the
/// API's description. The query names are those that a Connector 7 takes; a call with another one is not
/// sent, because some routes would ignore it in silence.
struct Route {
    const char* method;
    const char* path; ///< "/api/core/v1/Messages/{id}"
    AnswerForm form;
    std::span<const char* const> query = {};
    bool isPicture = false; ///< with Accept: image/png it answers with a QR code
    bool asksOnly = false;  ///< a dry run, a search or a look for news, although its method is not GET

    /// May be sent again.
    [[nodiscard]] constexpr bool isSafe() const { return method[0] == 'G'; }
    /// Is there something that is done or not done?
    [[nodiscard]] constexpr bool changes() const { return !isSafe() && !asksOnly; }
};

/// Every operation that the client knows. Named group, then what it gives.
namespace routes {
extern const Route health;
extern const Route version;
extern const Route requestCount;
extern const Route support;
extern const Route identityInfo;
extern const Route syncInfo;
extern const Route sync;
extern const Route announcements;
extern const Route attributes;
extern const Route ownIdentityAttributes;
extern const Route ownSharedAttributes;
extern const Route peerAttributes;
extern const Route attribute;
extern const Route attributeVersions;
extern const Route sharedAttributeVersions;
extern const Route attributeForwardingDetails;
extern const Route tagCollection;
extern const Route canCreateAttribute;
extern const Route createAttribute;
extern const Route succeedAttribute;
extern const Route notifyPeerOfAttribute;
extern const Route deleteAttribute;
extern const Route identityAttributeQuery;
extern const Route relationshipAttributeQuery;
extern const Route thirdPartyAttributeQuery;
extern const Route iqlQuery;
extern const Route validateIqlQuery;
extern const Route sendBackboneNotification;
extern const Route createChallenge;
extern const Route validateChallenge;
extern const Route files;
extern const Route ownFiles;
extern const Route peerFiles;
extern const Route file;
extern const Route fileDownload;
extern const Route uploadFile;
extern const Route loadFile;
extern const Route createFileToken;
extern const Route regenerateOwnershipToken;
extern const Route deleteFile;
extern const Route identityDeletionProcess;
extern const Route startIdentityDeletion;
extern const Route cancelIdentityDeletion;
extern const Route identityMetadata;
extern const Route putIdentityMetadata;
extern const Route deleteIdentityMetadata;
extern const Route messages;
extern const Route message;
extern const Route attachment;
extern const Route attachmentDownload;
extern const Route sendMessage;
extern const Route relationships;
extern const Route relationship;
extern const Route relationshipAttributes;
extern const Route canCreateRelationship;
extern const Route createRelationship;
extern const Route acceptRelationship;
extern const Route rejectRelationship;
extern const Route revokeRelationship;
extern const Route terminateRelationship;
extern const Route reactivateRelationship;
extern const Route acceptReactivation;
extern const Route rejectReactivation;
extern const Route revokeReactivation;
extern const Route decomposeRelationship;
extern const Route templates;
extern const Route ownTemplates;
extern const Route peerTemplates;
extern const Route relationshipTemplate;
extern const Route createTemplate;
extern const Route loadTemplate;
extern const Route createTemplateToken;
extern const Route deleteTemplate;
extern const Route incomingRequests;
extern const Route incomingRequest;
extern const Route canAcceptRequest;
extern const Route acceptRequest;
extern const Route canRejectRequest;
extern const Route rejectRequest;
extern const Route outgoingRequests;
extern const Route outgoingRequest;
extern const Route validateRequest;
extern const Route createRequest;
extern const Route ownTokens;
extern const Route peerTokens;
extern const Route token;
extern const Route createToken;
extern const Route loadToken;
extern const Route deleteToken;

/// All of them, for tests and for listing.
[[nodiscard]] std::span<const Route* const> all();
} // namespace routes

} // namespace meshwatch::connector
