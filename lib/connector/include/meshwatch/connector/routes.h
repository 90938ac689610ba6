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
extern const Route files;
extern const Route ownFiles;
extern const Route peerFiles;
extern const Route file;
extern const Route fileDownload;
extern const Route identityDeletionProcess;
extern const Route identityMetadata;
extern const Route messages;
extern const Route message;
extern const Route attachment;
extern const Route attachmentDownload;
extern const Route relationships;
extern const Route relationship;
extern const Route relationshipAttributes;
extern const Route templates;
extern const Route ownTemplates;
extern const Route peerTemplates;
extern const Route relationshipTemplate;
extern const Route incomingRequests;
extern const Route incomingRequest;
extern const Route outgoingRequests;
extern const Route outgoingRequest;
extern const Route ownTokens;
extern const Route peerTokens;
extern const Route token;

/// All of them, for tests and for listing.
[[nodiscard]] std::span<const Route* const> all();
} // namespace routes

} // namespace meshwatch::connector
