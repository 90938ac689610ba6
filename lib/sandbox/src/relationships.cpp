// SPDX-License-Identifier: MIT
#include "relationships.h"

#include "content.h"
#include "runtime.h"

namespace meshwatch::sandbox {

using namespace Qt::StringLiterals;
using Kind = ExternalEvent::Kind;

namespace {

/// Who may take a step: whose template it was, who asked, either, or who did or did not ask for reactivation.
enum class Whose { Owner, Requester, Either, Asked, NotAsked };

struct Transition {
    QLatin1String from;
    QLatin1String to;
    QLatin1String reason;
    Whose whose;
    Kind tells;
};

const Transition& transitionOf(Relationships::Step step) {
    static const Transition transitions[] = {
        {"Pending"_L1, "Active"_L1, "AcceptanceOfCreation"_L1, Whose::Owner, Kind::RelationshipChanged},
        {"Pending"_L1, "Rejected"_L1, "RejectionOfCreation"_L1, Whose::Owner, Kind::RelationshipChanged},
        {"Pending"_L1, "Revoked"_L1, "RevocationOfCreation"_L1, Whose::Requester, Kind::RelationshipChanged},
        {"Active"_L1, "Terminated"_L1, "Termination"_L1, Whose::Either, Kind::RelationshipChanged},
        {"Terminated"_L1, "Terminated"_L1, "ReactivationRequested"_L1, Whose::Either,
         Kind::ReactivationRequested},
        {"Terminated"_L1, "Active"_L1, "AcceptanceOfReactivation"_L1, Whose::NotAsked,
         Kind::ReactivationCompleted},
        {"Terminated"_L1, "Terminated"_L1, "RejectionOfReactivation"_L1, Whose::NotAsked,
         Kind::ReactivationCompleted},
        {"Terminated"_L1, "Terminated"_L1, "RevocationOfReactivation"_L1, Whose::Asked,
         Kind::ReactivationCompleted},
    };
    return transitions[size_t(step)];
}

QJsonObject lastEntry(const QJsonObject& relationship) {
    return relationship.value("auditLog"_L1).toArray().last().toObject();
}

bool isEnded(const QJsonObject& relationship) {
    const QString status = relationship.value("status"_L1).toString();
    return status == "Rejected"_L1 || status == "Revoked"_L1;
}

} // namespace

ApiError Relationships::transportError(QLatin1String code, const QString& message) const {
    const QString full = "error.transport.relationships."_L1 + code;
    return {400, full, full + ": '"_L1 + message + "' at "_L1 + m_runtime.nowText()};
}

QJsonObject Relationships::with(const QString& peer) const {
    QJsonObject found;
    m_store.forEach([&](const QJsonObject& relationship) {
        if (relationship.value("peer"_L1).toString() == peer && !isEnded(relationship))
            found = relationship;
    });
    return found;
}

std::optional<ApiError> Relationships::checkCreation(const QString& templateId,
                                                     const QJsonValue& creationContent,
                                                     bool isByConnector) const {
    const QJsonObject* known = m_runtime.templates.store().find(templateId);
    if (!known)
        return errors::recordNotFound("RelationshipTemplate"_L1);
    const QString peer = known->value("createdBy"_L1).toString();
    if (peer == m_runtime.address())
        return errors::inUseCase(u"A Relationship cannot be created with an own RelationshipTemplate."_s);
    const QString expiresAt = known->value("expiresAt"_L1).toString();
    if (!expiresAt.isEmpty() && !m_runtime.isInFuture(expiresAt))
        return transportError("relationshipTemplateIsExpired"_L1,
                              "The RelationshipTemplate '"_L1 + templateId + "' is already expired."_L1);
    if (!with(peer).isEmpty())
        return transportError("relationshipCurrentlyExists"_L1,
                              "A Relationship to the peer '"_L1 + peer + "' exists already."_L1);
    for (const SharedRelationship& shared : std::as_const(m_runtime.backbone().relationships)) {
        if (shared.decomposedBy.contains(m_runtime.address()) &&
            shared.otherThan(m_runtime.address()) == peer)
            return transportError("relationshipNotYetDecomposedByPeer"_L1,
                                  u"The former Relationship is not yet decomposed by the peer."_s);
    }
    const bool hasRequest = typeOf(known->value("content"_L1).toObject()) == "RelationshipTemplateContent"_L1;
    if (isByConnector || !hasRequest || creationContent.isUndefined())
        return std::nullopt;
    const QJsonObject response = m_runtime.incoming.acceptedResponse(templateId);
    if (response.isEmpty())
        return ApiError{400, u"error.runtime.relationships.noAcceptedIncomingRequest"_s,
                        u"There is no accepted incoming Request for the RelationshipTemplate."_s};
    if (content::withoutType(creationContent.toObject().value("response"_L1).toObject()) !=
        content::withoutType(response))
        return ApiError{400, u"error.runtime.relationships.wrongResponseProvidedAsCreationContent"_s,
                        u"The creationContent is not the response of the accepted Request."_s};
    return std::nullopt;
}

void Relationships::log(SharedRelationship& shared, QLatin1String reason, const QString& newStatus) const {
    QJsonObject entry{{u"createdAt"_s, m_runtime.nowText()},
                      {u"createdBy"_s, m_runtime.address()},
                      {u"createdByDevice"_s, m_runtime.identity().device},
                      {u"reason"_s, QString(reason)},
                      {u"newStatus"_s, newStatus}};
    if (!shared.status.isEmpty())
        entry.insert("oldStatus"_L1, shared.status);
    shared.auditLog.append(entry);
    shared.status = newStatus;
}

QJsonObject Relationships::refreshed(const SharedRelationship& shared) const {
    const QJsonObject* before = m_store.find(shared.id);
    QJsonObject relationship = before ? *before : QJsonObject();
    const QString& peer = shared.otherThan(m_runtime.address());
    const Identity* identity = m_runtime.backbone().find(peer);
    relationship.insert("id"_L1, shared.id);
    relationship.insert("templateId"_L1, shared.templateId);
    relationship.insert("status"_L1, shared.status);
    relationship.insert("peer"_L1, peer);
    relationship.insert(
        "peerIdentity"_L1,
        QJsonObject{{u"address"_s, peer}, {u"publicKey"_s, identity ? identity->publicKey : QString()}});
    relationship.insert("auditLog"_L1, shared.auditLog);
    relationship.insert("creationContent"_L1, shared.creationContent);
    return relationship;
}

Outcome<QJsonObject> Relationships::create(const QString& templateId, const QJsonObject& creationContent) {
    Backbone& backbone = m_runtime.backbone();
    if (backbone.isDown())
        return errors::backboneDown();
    const QJsonObject known = *m_runtime.templates.store().find(templateId);
    SharedRelationship shared;
    shared.id = m_runtime.ids().id("REL"_L1);
    shared.templateId = templateId;
    shared.from = m_runtime.address();
    shared.to = known.value("createdBy"_L1).toString();
    shared.creationContent = creationContent;
    log(shared, "Creation"_L1, u"Pending"_s);
    backbone.relationships.insert(shared.id, shared);
    backbone.post(shared.to, {Kind::RelationshipCreated, shared.id, {}});
    const QJsonObject relationship = refreshed(shared);
    m_store.put(shared.id, relationship);
    m_runtime.raise("transport.relationshipChanged"_L1, relationship);
    return relationship;
}

std::optional<ApiError> Relationships::checkStep(const QJsonObject& relationship, Step step) const {
    const Transition& transition = transitionOf(step);
    const QString id = relationship.value("id"_L1).toString();
    const QString status = relationship.value("status"_L1).toString();
    if (status != transition.from)
        return transportError("wrongRelationshipStatus"_L1, "The Relationship '"_L1 + id +
                                                                "' has the wrong status '"_L1 + status +
                                                                "' to run this operation."_L1);
    const QString me = m_runtime.address();
    const QString creator = relationship.value("auditLog"_L1).toArray().first()["createdBy"_L1].toString();
    const auto onlyPeer = [&] {
        return transportError("operationOnlyAllowedForPeer"_L1,
                              u"This operation is only allowed for the peer."_s);
    };
    if ((transition.whose == Whose::Owner && creator == me) ||
        (transition.whose == Whose::Requester && creator != me))
        return onlyPeer();
    const QJsonObject last = lastEntry(relationship);
    const bool isRequested = last.value("reason"_L1).toString() == "ReactivationRequested"_L1;
    const bool isMine = last.value("createdBy"_L1).toString() == me;
    if (step == Step::Reactivate && isRequested)
        return transportError("reactivationAlreadyRequested"_L1,
                              u"The reactivation of the Relationship was requested already."_s);
    if (transition.whose != Whose::Asked && transition.whose != Whose::NotAsked)
        return std::nullopt;
    if (!isRequested)
        return transportError("reactivationNotRequested"_L1,
                              u"The reactivation of the Relationship was not requested."_s);
    if (isMine != (transition.whose == Whose::Asked))
        return onlyPeer();
    return std::nullopt;
}

Outcome<QJsonObject> Relationships::take(const QString& id, Step step) {
    const QJsonObject* known = m_store.find(id);
    if (!known)
        return errors::recordNotFound("Relationship"_L1);
    if (const auto error = checkStep(*known, step))
        return *error;
    Backbone& backbone = m_runtime.backbone();
    if (backbone.isDown())
        return errors::backboneDown();
    const Transition& transition = transitionOf(step);
    SharedRelationship& shared = backbone.relationships[id];
    // The other side may have acted since the last sync: the Backbone knows.
    if (shared.status != transition.from)
        return transportError("wrongRelationshipStatus"_L1,
                              "The Relationship '"_L1 + id + "' has the wrong status '"_L1 + shared.status +
                                  "' to run this operation."_L1);
    log(shared, transition.reason, transition.to);
    backbone.post(shared.otherThan(m_runtime.address()), {transition.tells, id, {}});
    const QJsonObject relationship = refreshed(shared);
    m_store.put(id, relationship);
    if (isEnded(relationship))
        m_runtime.attributes.forgetPeer(relationship.value("peer"_L1).toString());
    raiseChange(relationship, transition.tells, true);
    return relationship;
}

void Relationships::raiseChange(const QJsonObject& relationship, Kind kind, bool isOwn) {
    // The pair of a reactivation comes in one order on the side that acts, in the other on its peer's.
    if (isOwn)
        m_runtime.raise("transport.relationshipChanged"_L1, relationship);
    if (kind == Kind::ReactivationRequested)
        m_runtime.raise("transport.relationshipReactivationRequested"_L1, relationship);
    if (kind == Kind::ReactivationCompleted)
        m_runtime.raise("transport.relationshipReactivationCompleted"_L1, relationship);
    if (!isOwn)
        m_runtime.raise("transport.relationshipChanged"_L1, relationship);
}

Outcome<void> Relationships::decompose(const QString& id) {
    const QJsonObject* known = m_store.find(id);
    if (!known)
        return errors::recordNotFound("Relationship"_L1);
    const QString status = known->value("status"_L1).toString();
    if (status != "Terminated"_L1 && status != "DeletionProposed"_L1 && !isEnded(*known))
        return transportError("wrongRelationshipStatus"_L1, "The Relationship '"_L1 + id +
                                                                "' has the wrong status '"_L1 + status +
                                                                "' to run this operation."_L1);
    Backbone& backbone = m_runtime.backbone();
    if (backbone.isDown())
        return errors::backboneDown();
    const QString peer = known->value("peer"_L1).toString();
    if (auto shared = backbone.relationships.find(id); shared != backbone.relationships.end()) {
        shared->decomposedBy.insert(m_runtime.address());
        if (isEnded(*known) || shared->decomposedBy.size() == 2) {
            backbone.relationships.erase(shared);
        } else {
            log(*shared, "Decomposition"_L1, u"DeletionProposed"_s);
            backbone.post(peer, {Kind::RelationshipChanged, id, {}});
        }
    }
    m_store.remove(id);
    m_runtime.messages.forget(id);
    m_runtime.incoming.forget(peer);
    m_runtime.outgoing.forget(peer);
    m_runtime.raise("transport.relationshipDecomposedBySelf"_L1, QJsonObject{{u"relationshipId"_s, id}});
    m_runtime.attributes.forgetPeer(peer);
    return {};
}

void Relationships::receiveNew(const QString& id) {
    const auto shared = m_runtime.backbone().relationships.constFind(id);
    if (shared == m_runtime.backbone().relationships.cend())
        return;
    const QJsonObject relationship = refreshed(*shared);
    m_store.put(id, relationship);
    m_runtime.raise("transport.relationshipChanged"_L1, relationship);
    if (typeOf(shared->creationContent) == "RelationshipCreationContent"_L1)
        m_runtime.outgoing.receiveFromRelationship(relationship);
}

void Relationships::receiveChange(const ExternalEvent& event) {
    const auto shared = m_runtime.backbone().relationships.constFind(event.reference);
    if (shared == m_runtime.backbone().relationships.cend() || !m_store.contains(event.reference))
        return;
    const QJsonObject relationship = refreshed(*shared);
    m_store.put(event.reference, relationship);
    if (isEnded(relationship))
        m_runtime.attributes.forgetPeer(relationship.value("peer"_L1).toString());
    raiseChange(relationship, event.kind, false);
}

void Relationships::receiveDeletionOfPeer(const ExternalEvent& event) {
    QJsonObject relationship = with(event.reference);
    if (relationship.isEmpty())
        return;
    const bool isLeaving = event.kind == Kind::PeerToBeDeleted;
    if (isLeaving)
        relationship.insert("peerDeletionInfo"_L1, event.content);
    else
        relationship.remove("peerDeletionInfo"_L1);
    m_store.put(relationship.value("id"_L1).toString(), relationship);
    m_runtime.raise(isLeaving ? "transport.peerToBeDeleted"_L1 : "transport.peerDeletionCancelled"_L1,
                    relationship);
}

void Relationships::announceDeletion(Kind kind, const QString& deletionDate) {
    const QJsonObject info{{u"deletionStatus"_s, u"ToBeDeleted"_s}, {u"deletionDate"_s, deletionDate}};
    m_store.forEach([&](const QJsonObject& relationship) {
        if (!isEnded(relationship))
            m_runtime.backbone().post(relationship.value("peer"_L1).toString(),
                                      {kind, m_runtime.address(), info});
    });
}

} // namespace meshwatch::sandbox
