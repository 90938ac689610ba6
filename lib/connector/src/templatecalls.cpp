// SPDX-License-Identifier: MIT
#include "caller.h"
#include "commonbodies.h"

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

Future<RelationshipTemplate> TemplateCalls::create(const TemplateDraft& draft, const CallOptions& options) {
    return Caller::one<RelationshipTemplate>(
        m_client, {&routes::createTemplate, {}, {}, false, options, jsonBody(draft.toJson())});
}

Future<RelationshipTemplate> TemplateCalls::load(const QString& reference, const QString& password,
                                                 const CallOptions& options) {
    return Caller::one<RelationshipTemplate>(
        m_client, {&routes::loadTemplate, {}, {}, false, options, referenceBody(reference, password)});
}

Future<Token> TemplateCalls::createToken(const QString& id, const TokenDraft& draft,
                                         const CallOptions& options) {
    return Caller::one<Token>(
        m_client, {&routes::createTemplateToken, {id}, {}, false, options, jsonBody(draft.toJson())});
}

Future<Download> TemplateCalls::createTokenQrCode(const QString& id, const TokenDraft& draft,
                                                  const CallOptions& options) {
    return Caller::bytes(m_client,
                         {&routes::createTemplateToken, {id}, {}, true, options, qrCodeTokenBody(draft)});
}

Future<void> TemplateCalls::remove(const QString& id, const CallOptions& options) {
    return Caller::nothing(m_client, {&routes::deleteTemplate, {id}, {}, false, options});
}

} // namespace meshwatch::connector
