// SPDX-License-Identifier: MIT
#include "templates.h"

#include "content.h"
#include "runtime.h"

namespace meshwatch::sandbox {

using namespace Qt::StringLiterals;

namespace {

/// The Request of a template takes over the template's expiry, and must not outlive it.
std::optional<ApiError> adoptExpiry(QJsonObject& content, const QString& expiresAt) {
    for (const auto member : {"onNewRelationship"_L1, "onExistingRelationship"_L1}) {
        if (!content.contains(member))
            continue;
        QJsonObject request = content.value(member).toObject();
        const QString own = request.value("expiresAt"_L1).toString();
        if (!own.isEmpty() && Micros::fromIso(own.toLatin1()) > Micros::fromIso(expiresAt.toLatin1()))
            return ApiError{
                400, u"error.runtime.relationshipTemplates.requestCannotExpireAfterRelationshipTemplate"_s,
                "The expiration date of the Request within the "_L1 + member +
                    " property of the RelationshipTemplateContent must be set such that the Request "
                    "expires no later than the RelationshipTemplate."_L1};
        if (own.isEmpty())
            request.insert("expiresAt"_L1, expiresAt);
        content.insert(member, request);
    }
    return std::nullopt;
}

} // namespace

Outcome<QJsonObject> Templates::create(const QJsonObject& body) {
    const QString expiresAt = body.value("expiresAt"_L1).toString();
    if (!m_runtime.isInFuture(expiresAt))
        return errors::invalidValue(u"'expiresAt' must be in the future"_s);
    const QJsonObject protection = body.value("passwordProtection"_L1).toObject();
    if (body.contains("passwordProtection"_L1)) {
        if (const auto error = checkPasswordProtection(protection))
            return *error;
    }
    auto content = content::read(body.value("content"_L1).toObject(), content::Family::TemplateContent);
    if (!content)
        return content.error();
    if (const auto error = adoptExpiry(*content, expiresAt))
        return *error;
    if (m_runtime.backbone().isDown())
        return errors::backboneDown();
    SharedObject shared;
    Reference reference{m_runtime.ids().id("RLT"_L1), m_runtime.ids().key(), {}, {}};
    QJsonObject data{{u"id"_s, reference.id},
                     {u"createdBy"_s, m_runtime.address()},
                     {u"createdByDevice"_s, m_runtime.identity().device},
                     {u"createdAt"_s, m_runtime.nowText()},
                     {u"content"_s, *content},
                     {u"expiresAt"_s, expiresAt}};
    if (const QJsonValue most = body.value("maxNumberOfAllocations"_L1); !most.isUndefined()) {
        if (most.toInt() < 1)
            return errors::invalidValue(u"maxNumberOfAllocations must be >= 1"_s);
        shared.maxAllocations = most.toInt();
        data.insert("maxNumberOfAllocations"_L1, most.toInt());
    }
    addProtection(data, shared, reference, body.value("forIdentity"_L1).toString(), protection);
    data.insert("reference"_L1, reference.toJson());
    shared.data = data;
    shared.key = reference.key;
    shared.expiresAt = Micros::fromIso(expiresAt.toLatin1()).value_or(Micros{});
    m_runtime.backbone().templates.insert(reference.id, shared);
    data.insert("isOwn"_L1, true);
    m_store.put(reference.id, data);
    return data;
}

Outcome<QJsonObject> Templates::load(const QString& text, const QString& password) {
    const auto invalid = errors::invalidValue(u"token / relationship template reference invalid"_s);
    auto reference = Reference::read(text);
    if (!reference)
        return invalid;
    if (reference->id.startsWith("FIL"_L1))
        return ApiError{
            400, u"error.runtime.invalidReference"_s,
            u"The given reference is not valid. The reference must point to a RelationshipTemplate."_s};
    QString id = reference->id;
    if (id.startsWith("TOK"_L1)) {
        const auto content = m_runtime.tokens.contentOf(*reference, password);
        if (!content)
            return content.error();
        if (typeOf(*content) != "TokenContentRelationshipTemplate"_L1)
            return ApiError{400, u"error.runtime.invalidTokenContent"_s,
                            u"The given token has an invalid content for this route."_s};
        id = content->value("templateId"_L1).toString();
    } else if (!id.startsWith("RLT"_L1)) {
        return invalid;
    }
    Backbone& backbone = m_runtime.backbone();
    if (backbone.isDown())
        return errors::backboneDown();
    auto opened =
        backbone.open(backbone.templates, "RelationshipTemplate"_L1, id, m_runtime.address(), password);
    if (!opened)
        return opened.error();
    SharedObject& shared = **opened;
    QJsonObject loaded = shared.data;
    const QString creator = loaded.value("createdBy"_L1).toString();
    loaded.insert("isOwn"_L1, creator == m_runtime.address());
    m_store.put(id, loaded);
    if (creator == m_runtime.address())
        return loaded;
    if (!shared.allocations.contains(m_runtime.address())) {
        shared.allocations.insert(m_runtime.address());
        if (shared.allocations.size() == shared.maxAllocations)
            backbone.post(creator, {ExternalEvent::Kind::AllocationsExhausted, id, {}});
    }
    m_runtime.raise("transport.peerRelationshipTemplateLoaded"_L1, loaded);
    process(loaded);
    return loaded;
}

void Templates::process(const QJsonObject& loaded) {
    const QString id = loaded.value("id"_L1).toString();
    const QString peer = loaded.value("createdBy"_L1).toString();
    const QJsonObject content = loaded.value("content"_L1).toObject();
    QJsonObject result{{u"template"_s, loaded}};
    const auto processed = [&](const QString& text) {
        result.insert("result"_L1, text);
        m_runtime.raise("consumption.relationshipTemplateProcessed"_L1, result);
    };
    if (typeOf(content) != "RelationshipTemplateContent"_L1)
        return processed(u"NoRequest"_s);
    const QJsonObject relationship = m_runtime.relationships.with(peer);
    const bool isActive = relationship.value("status"_L1).toString() == "Active"_L1;
    QJsonObject request = content.value("onNewRelationship"_L1).toObject();
    if (!relationship.isEmpty()) {
        request = content.value("onExistingRelationship"_L1).toObject();
        if (!isActive || request.isEmpty()) {
            result.insert("relationshipId"_L1, relationship.value("id"_L1));
            return processed(u"RelationshipExists"_s);
        }
    }
    if (const QString open = m_runtime.incoming.undecidedFromTemplateOf(peer); !open.isEmpty()) {
        result.insert("requestId"_L1, open);
        return processed(u"NonCompletedRequestExists"_s);
    }
    if (const QString over = request.value("expiresAt"_L1).toString();
        !over.isEmpty() && !m_runtime.isInFuture(over))
        return processed(u"RequestExpired"_s);
    request.insert("@type"_L1, u"Request"_s);
    result.insert("requestId"_L1, m_runtime.incoming.receive(request, peer, u"RelationshipTemplate"_s, id));
    processed(u"ManualRequestDecisionRequired"_s);
}

Outcome<QJsonObject> Templates::createToken(const QString& id, TokenWish wish) {
    const QJsonObject* own = m_store.find(id);
    if (!own)
        return errors::recordNotFound("RelationshipTemplate"_L1);
    if (!own->value("isOwn"_L1).toBool())
        return ApiError{400, u"error.runtime.relationshipTemplates.cannotCreateTokenForPeerTemplate"_s,
                        u"You cannot create a token for a peer template."_s};
    const QString forIdentity = own->value("forIdentity"_L1).toString();
    if (!forIdentity.isEmpty() && forIdentity != wish.forIdentity)
        return ApiError{
            400, u"error.runtime.relationshipTemplates.personalizationMustBeInherited"_s,
            u"If a RelationshipTemplate is personalized, Tokens created from it must have the same "
            "personalization."_s};
    const QJsonObject protection = own->value("passwordProtection"_L1).toObject();
    if (!protection.isEmpty() && protection != wish.passwordProtection)
        return ApiError{
            400, u"error.runtime.relationshipTemplates.passwordProtectionMustBeInherited"_s,
            u"If a RelationshipTemplate has password protection, Tokens created from it must have the "
            "same password protection."_s};
    if (wish.expiresAt.isEmpty())
        wish.expiresAt = own->value("expiresAt"_L1).toString();
    const SharedObject shared = m_runtime.backbone().templates.value(id);
    QJsonObject content{{u"@type"_s, u"TokenContentRelationshipTemplate"_s},
                        {u"templateId"_s, id},
                        {u"secretKey"_s, QJsonObject{{u"key"_s, shared.key}, {u"alg"_s, 3}}}};
    if (!forIdentity.isEmpty())
        content.insert("forIdentity"_L1, forIdentity);
    if (!protection.isEmpty())
        content.insert("passwordProtection"_L1, protection);
    return m_runtime.tokens.create(content, wish);
}

void Templates::receiveExhausted(const QString& id) {
    if (const QJsonObject* own = m_store.find(id))
        m_runtime.raise("transport.relationshipTemplateAllocationsExhausted"_L1, *own);
}

bool Templates::remove(const QString& id) {
    const QJsonObject* known = m_store.find(id);
    if (!known)
        return false;
    if (known->value("isOwn"_L1).toBool())
        m_runtime.backbone().templates.remove(id);
    return m_store.remove(id);
}

} // namespace meshwatch::sandbox
