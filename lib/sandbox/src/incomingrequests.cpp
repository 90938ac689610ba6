// SPDX-License-Identifier: MIT
#include "incomingrequests.h"

#include "content.h"
#include "requestitems.h"
#include "runtime.h"

namespace meshwatch::sandbox {

using namespace Qt::StringLiterals;

namespace {

bool isUndecided(const QString& status) {
    return status == "DecisionRequired"_L1 || status == "ManualDecisionRequired"_L1;
}

/// From the decision on, an owner left open is this identity.
QJsonArray withOwner(const QJsonArray& items, const QString& owner) {
    QJsonArray filled;
    for (const QJsonValue& entry : items) {
        QJsonObject item = entry.toObject();
        if (item.contains("items"_L1))
            item.insert("items"_L1, withOwner(item.value("items"_L1).toArray(), owner));
        QJsonObject attribute = item.value("attribute"_L1).toObject();
        if (!attribute.isEmpty() && attribute.value("owner"_L1).toString().isEmpty()) {
            attribute.insert("owner"_L1, owner);
            item.insert("attribute"_L1, attribute);
        }
        filled.append(item);
    }
    return filled;
}

} // namespace

QString IncomingRequests::receive(const QJsonObject& content, const QString& peer, const QString& sourceType,
                                  const QString& sourceReference) {
    QString id = content.value("id"_L1).toString();
    if (id.isEmpty())
        id = m_runtime.ids().id("REQ"_L1);
    QJsonObject request{
        {u"id"_s, id},
        {u"isOwn"_s, false},
        {u"peer"_s, peer},
        {u"createdAt"_s, m_runtime.nowText()},
        {u"content"_s, content},
        {u"source"_s, QJsonObject{{u"type"_s, sourceType}, {u"reference"_s, sourceReference}}},
        {u"status"_s, u"Open"_s}};
    m_store.put(id, request);
    m_runtime.raise("consumption.incomingRequestReceived"_L1, request);
    setStatus(request, u"DecisionRequired"_s);
    setStatus(request, u"ManualDecisionRequired"_s);
    return id;
}

Outcome<QJsonObject> IncomingRequests::check(const QString& id, const QJsonArray& decisions, bool accepts) {
    const auto request = get(id);
    if (!request)
        return request.error();
    if (!isUndecided(request->value("status"_L1).toString()))
        return errors::inUseCase(
            u"Local Request has to be in status 'DecisionRequired/ManualDecisionRequired'."_s);
    return RequestItems(m_runtime).canDecide(
        request->value("content"_L1).toObject().value("items"_L1).toArray(), decisions, accepts);
}

Outcome<QJsonObject> IncomingRequests::decide(const QString& id, const QJsonArray& decisions, bool accepts) {
    const auto checked = check(id, decisions, accepts);
    if (!checked)
        return checked.error();
    if (!checked->value("isSuccess"_L1).toBool())
        return errors::inUseCase(u"Cannot decide the Request with the given parameters. Call 'canAccept' or "
                                 "'canReject' to get more information."_s);
    QJsonObject request = *m_store.find(id);
    QJsonObject content = request.value("content"_L1).toObject();
    if (accepts)
        content.insert("items"_L1, withOwner(content.value("items"_L1).toArray(), m_runtime.address()));
    request.insert("content"_L1, content);
    const QJsonArray items = RequestItems(m_runtime).decide(content.value("items"_L1).toArray(), decisions,
                                                            request.value("peer"_L1).toString(), id);
    const QJsonObject response{{u"@type"_s, u"Response"_s},
                               {u"result"_s, accepts ? u"Accepted"_s : u"Rejected"_s},
                               {u"requestId"_s, id},
                               {u"items"_s, items}};
    request.insert("response"_L1,
                   QJsonObject{{u"createdAt"_s, m_runtime.nowText()}, {u"content"_s, response}});
    setStatus(request, u"Decided"_s);
    answer(request);
    return request;
}

void IncomingRequests::answer(QJsonObject request) {
    const QString peer = request.value("peer"_L1).toString();
    const QJsonObject source = request.value("source"_L1).toObject();
    QJsonObject response = request.value("response"_L1).toObject();
    const QJsonObject content = content::withoutType(response.value("content"_L1).toObject());
    const bool isFromTemplate = source.value("type"_L1).toString() == "RelationshipTemplate"_L1;
    const bool createsRelationship = isFromTemplate && m_runtime.relationships.with(peer).isEmpty();
    QString type, reference;
    if (createsRelationship && content.value("result"_L1).toString() == "Accepted"_L1) {
        const QString templateId = source.value("reference"_L1).toString();
        if (m_runtime.relationships.checkCreation(templateId, {}, true))
            return; // stays Decided: `POST Relationships` can repeat it
        const auto created = m_runtime.relationships.create(
            templateId, {{u"@type"_s, u"RelationshipCreationContent"_s}, {u"response"_s, content}});
        if (!created)
            return;
        type = u"Relationship"_s;
        reference = created->value("id"_L1).toString();
    } else if (!createsRelationship) {
        const auto sent =
            m_runtime.messages.sendOwn(peer, {{u"@type"_s, u"ResponseWrapper"_s},
                                              {u"requestId"_s, request.value("id"_L1)},
                                              {u"requestSourceReference"_s, source.value("reference"_L1)},
                                              {u"requestSourceType"_s, source.value("type"_L1)},
                                              {u"response"_s, content}});
        if (!sent)
            return;
        type = u"Message"_s;
        reference = sent->value("id"_L1).toString();
    }
    if (!type.isEmpty())
        response.insert("source"_L1, QJsonObject{{u"type"_s, type}, {u"reference"_s, reference}});
    request.insert("response"_L1, response);
    setStatus(request, u"Completed"_s);
}

QString IncomingRequests::undecidedFromTemplateOf(const QString& peer) const {
    const QJsonObject* found = m_store.findIf([&](const QJsonObject& request) {
        const QString over = request.value("content"_L1).toObject().value("expiresAt"_L1).toString();
        return request.value("peer"_L1).toString() == peer &&
               isUndecided(request.value("status"_L1).toString()) &&
               request.value("source"_L1).toObject().value("type"_L1).toString() ==
                   "RelationshipTemplate"_L1 &&
               (over.isEmpty() || m_runtime.isInFuture(over));
    });
    return found ? found->value("id"_L1).toString() : QString();
}

QJsonObject IncomingRequests::acceptedResponse(const QString& templateId) const {
    const QJsonObject* found = m_store.findIf([&](const QJsonObject& request) {
        return request.value("source"_L1).toObject().value("reference"_L1).toString() == templateId &&
               request.value("status"_L1).toString() == "Decided"_L1;
    });
    return found ? found->value("response"_L1).toObject().value("content"_L1).toObject() : QJsonObject();
}

} // namespace meshwatch::sandbox
