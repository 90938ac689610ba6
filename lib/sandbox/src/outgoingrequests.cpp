// SPDX-License-Identifier: MIT
#include "outgoingrequests.h"

#include "content.h"
#include "requestitems.h"
#include "runtime.h"

namespace meshwatch::sandbox {

using namespace Qt::StringLiterals;

namespace {

ApiError requestError(QLatin1String code, const QString& message) {
    return {400, "error.consumption.requests."_L1 + code, message};
}

/// What speaks against a Request to this peer, whatever it asks.
std::optional<ApiError> checkPeer(Runtime& runtime, const QString& peer) {
    if (peer == runtime.address())
        return requestError("cannotShareRequestWithYourself"_L1,
                            u"You cannot share a Request with yourself."_s);
    const QJsonObject relationship = runtime.relationships.with(peer);
    if (relationship.isEmpty())
        return requestError("missingRelationship"_L1, "You cannot create a Request to '"_L1 + peer +
                                                          "' since you are not in a relationship."_L1);
    const QString status = relationship.value("status"_L1).toString();
    if (status != "Active"_L1 && status != "Pending"_L1)
        return requestError("wrongRelationshipStatus"_L1, "You cannot create a Request to '"_L1 + peer +
                                                              "' since the relationship is in status '"_L1 +
                                                              status + "'."_L1);
    if (relationship.contains("peerDeletionInfo"_L1))
        return requestError("peerIsInDeletion"_L1, "You cannot create a Request to '"_L1 + peer +
                                                       "' since the peer is in deletion."_L1);
    return std::nullopt;
}

/// An owner left open in an attribute of the Request is the one who was asked.
QJsonArray withPeerAsOwner(const QJsonArray& items, const QString& peer) {
    QJsonArray filled;
    for (const QJsonValue& entry : items) {
        QJsonObject item = entry.toObject();
        if (item.contains("items"_L1))
            item.insert("items"_L1, withPeerAsOwner(item.value("items"_L1).toArray(), peer));
        QJsonObject attribute = item.value("attribute"_L1).toObject();
        if (typeOf(item) == "CreateAttributeRequestItem"_L1 &&
            attribute.value("owner"_L1).toString().isEmpty()) {
            attribute.insert("owner"_L1, peer);
            item.insert("attribute"_L1, attribute);
        }
        filled.append(item);
    }
    return filled;
}

} // namespace

Outcome<QJsonObject> OutgoingRequests::canCreate(const QJsonObject& content, const QString& peer) const {
    auto read = content::readRequest(content);
    if (!read)
        return read.error();
    const auto failed = [](const ApiError& error) {
        return QJsonObject{{u"isSuccess"_s, false},
                           {u"code"_s, error.code},
                           {u"message"_s, error.message},
                           {u"items"_s, QJsonArray()}};
    };
    const QString over = read->value("expiresAt"_L1).toString();
    if (!over.isEmpty() && !m_runtime.isInFuture(over))
        return failed(
            requestError("cannotCreateRequestWithExpirationDateInPast"_L1,
                         u"You cannot create a Request with an expiration date that is in the past."_s));
    if (!peer.isEmpty()) {
        if (const auto error = checkPeer(m_runtime, peer))
            return failed(*error);
    }
    return RequestItems(m_runtime).canCreate(read->value("items"_L1).toArray(), peer);
}

Outcome<QJsonObject> OutgoingRequests::create(const QJsonObject& content, const QString& peer) {
    const auto checked = canCreate(content, peer);
    if (!checked)
        return checked.error();
    if (!checked->value("isSuccess"_L1).toBool())
        return ApiError{400, checked->value("code"_L1).toString(), checked->value("message"_L1).toString()};
    QJsonObject read = *content::readRequest(content);
    const QString id = m_runtime.ids().id("REQ"_L1);
    read.insert("id"_L1, id);
    read.insert("items"_L1, withPeerAsOwner(read.value("items"_L1).toArray(), peer));
    const QJsonObject request{{u"id"_s, id},        {u"isOwn"_s, true},
                              {u"peer"_s, peer},    {u"createdAt"_s, m_runtime.nowText()},
                              {u"content"_s, read}, {u"status"_s, u"Draft"_s}};
    m_store.put(id, request);
    m_runtime.raise("consumption.outgoingRequestCreated"_L1, request);
    return request;
}

std::optional<ApiError> OutgoingRequests::checkSending(const QJsonObject& content,
                                                       const QStringList& recipients) {
    const QString id = content.value("id"_L1).toString();
    if (id.isEmpty())
        return errors::invalidValue(u"The Request must have an id."_s);
    if (recipients.size() != 1)
        return errors::invalidValue(u"Only one recipient is allowed for sending Requests."_s);
    const auto request = get(id);
    if (!request)
        return errors::recordNotFound("Request"_L1);
    const QString status = request->value("status"_L1).toString();
    if (status == "Expired"_L1)
        return ApiError{400, u"error.runtime.messages.cannotSendMessageWithExpiredRequest"_s,
                        u"The Message cannot be sent as the contained Request is already expired."_s};
    if (status != "Draft"_L1)
        return ApiError{400, u"error.runtime.messages.cannotSendRequestThatWasAlreadySent"_s,
                        u"The Message cannot be sent as the contained Request was already sent."_s};
    if (request->value("content"_L1).toObject() != content)
        return errors::invalidValue(u"The sent Request must have the same content as the LocalRequest."_s);
    if (request->value("peer"_L1).toString() != recipients.first())
        return errors::invalidValue(u"The recipient does not match the Request's peer."_s);
    return std::nullopt;
}

void OutgoingRequests::open(const QString& id, const QString& messageId) {
    QJsonObject request = *m_store.find(id);
    request.insert("source"_L1, QJsonObject{{u"type"_s, u"Message"_s}, {u"reference"_s, messageId}});
    setStatus(request, u"Open"_s);
}

void OutgoingRequests::complete(QJsonObject request, const QJsonObject& response, const QJsonObject& source) {
    const QString id = request.value("id"_L1).toString();
    QJsonObject typed = response;
    typed.insert("@type"_L1, u"Response"_s);
    RequestItems(m_runtime).apply(request.value("content"_L1).toObject().value("items"_L1).toArray(),
                                  response.value("items"_L1).toArray(), request.value("peer"_L1).toString(),
                                  id);
    request.insert(
        "response"_L1,
        QJsonObject{{u"createdAt"_s, m_runtime.nowText()}, {u"content"_s, typed}, {u"source"_s, source}});
    if (request.value("status"_L1).toString() == "Open"_L1) {
        setStatus(request, u"Completed"_s);
        return;
    }
    request.insert("status"_L1, u"Completed"_s);
    m_store.put(id, request);
    m_runtime.raise("consumption.outgoingRequestCreatedAndCompleted"_L1, request);
    if (source.value("type"_L1).toString() == "Relationship"_L1)
        m_runtime.raise("consumption.outgoingRequestFromRelationshipCreationCreatedAndCompleted"_L1, request);
}

QJsonObject OutgoingRequests::createFromTemplate(const QString& templateId, QLatin1String member,
                                                 const QString& id, const QString& peer) {
    const QJsonObject* known = m_runtime.templates.store().find(templateId);
    if (!known)
        return {};
    QJsonObject content = known->value("content"_L1).toObject().value(member).toObject();
    content.insert("@type"_L1, u"Request"_s);
    content.insert("items"_L1, withPeerAsOwner(content.value("items"_L1).toArray(), peer));
    return {{u"id"_s, id},
            {u"isOwn"_s, true},
            {u"peer"_s, peer},
            {u"createdAt"_s, m_runtime.nowText()},
            {u"content"_s, content},
            {u"source"_s, QJsonObject{{u"type"_s, u"RelationshipTemplate"_s}, {u"reference"_s, templateId}}}};
}

void OutgoingRequests::receiveResponse(const QJsonObject& wrapper, const QString& peer,
                                       const QString& sourceType, const QString& sourceReference) {
    const QString id = wrapper.value("requestId"_L1).toString();
    const QJsonObject response = wrapper.value("response"_L1).toObject();
    const QJsonObject source{{u"type"_s, sourceType}, {u"reference"_s, sourceReference}};
    if (wrapper.value("requestSourceType"_L1).toString() == "RelationshipTemplate"_L1) {
        const QJsonObject request = createFromTemplate(wrapper.value("requestSourceReference"_L1).toString(),
                                                       "onExistingRelationship"_L1, id, peer);
        if (!request.isEmpty())
            complete(request, response, source);
        return;
    }
    const QJsonObject* request = m_store.find(id);
    if (request && request->value("peer"_L1).toString() == peer &&
        request->value("status"_L1).toString() == "Open"_L1)
        complete(*request, response, source);
}

void OutgoingRequests::receiveFromRelationship(const QJsonObject& relationship) {
    const QJsonObject response =
        relationship.value("creationContent"_L1).toObject().value("response"_L1).toObject();
    const QJsonObject request = createFromTemplate(
        relationship.value("templateId"_L1).toString(), "onNewRelationship"_L1,
        response.value("requestId"_L1).toString(), relationship.value("peer"_L1).toString());
    if (!request.isEmpty())
        complete(request, response,
                 {{u"type"_s, u"Relationship"_s}, {u"reference"_s, relationship.value("id"_L1)}});
}

} // namespace meshwatch::sandbox
