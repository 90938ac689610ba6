// SPDX-License-Identifier: MIT
#include "requestitems.h"

#include "content.h"
#include "runtime.h"

namespace meshwatch::sandbox {

using namespace Qt::StringLiterals;

namespace {

QJsonObject response(QLatin1String type, const QJsonObject& more = {}) {
    QJsonObject item = more;
    item.insert("@type"_L1, QString(type));
    item.insert("result"_L1, type == "RejectResponseItem"_L1 ? u"Rejected"_s : u"Accepted"_s);
    return item;
}

} // namespace

QJsonArray RequestItems::decide(const QJsonArray& items, const QJsonArray& decisions, const QString& peer,
                                const QString& requestId) {
    QJsonArray responses;
    for (qsizetype i = 0; i < items.size(); ++i) {
        const QJsonObject item = items[i].toObject();
        const QJsonObject decision = decisions[i].toObject();
        if (item.contains("items"_L1)) {
            const QJsonArray answered = decide(item.value("items"_L1).toArray(),
                                               decision.value("items"_L1).toArray(), peer, requestId);
            responses.append(QJsonObject{{u"@type"_s, u"ResponseItemGroup"_s}, {u"items"_s, answered}});
        } else if (decision.value("accept"_L1).toBool()) {
            responses.append(accept(item, decision, peer, requestId));
        } else {
            QJsonObject reasons;
            for (const auto member : {"code"_L1, "message"_L1}) {
                if (decision.contains(member))
                    reasons.insert(member, decision.value(member));
            }
            responses.append(response("RejectResponseItem"_L1, reasons));
        }
    }
    return responses;
}

QJsonObject RequestItems::accept(const QJsonObject& item, const QJsonObject& decision, const QString& peer,
                                 const QString& requestId) {
    const QString type = typeOf(item);
    if (type == "CreateAttributeRequestItem"_L1)
        return acceptCreation(item, peer, requestId);
    if (type == "ReadAttributeRequestItem"_L1 || type == "ProposeAttributeRequestItem"_L1)
        return acceptAttributeChoice(item, decision, peer, requestId);
    if (type == "TransferFileOwnershipRequestItem"_L1)
        return acceptFile(item, peer, requestId);
    if (type == "FormFieldRequestItem"_L1)
        return response("FormFieldAcceptResponseItem"_L1, {{u"response"_s, decision.value("response"_L1)}});
    if (type == "DeleteAttributeRequestItem"_L1) {
        const QString date = decision.value("deletionDate"_L1).toString();
        m_runtime.attributes.setDeletion(item.value("attributeId"_L1).toString(), u"ToBeDeleted"_s, date);
        return response("DeleteAttributeAcceptResponseItem"_L1, {{u"deletionDate"_s, date}});
    }
    if (type == "ShareAttributeRequestItem"_L1)
        acceptShare(item, peer, requestId);
    if (type == "ShareCredentialOfferRequestItem"_L1) {
        const QJsonObject credential{{u"@type"_s, u"VerifiableCredential"_s},
                                     {u"type"_s, u"sandbox"_s},
                                     {u"value"_s, item.value("credentialOfferUrl"_L1)}};
        m_runtime.attributes.createOwn({{u"@type"_s, u"IdentityAttribute"_s},
                                        {u"owner"_s, m_runtime.address()},
                                        {u"value"_s, credential}});
    }
    return response("AcceptResponseItem"_L1);
}

QJsonObject RequestItems::shareOwn(QLatin1String kind, const QJsonObject& attribute, const QString& peer,
                                   const QString& requestId) {
    const QString id = attribute.value("id"_L1).toString();
    const QJsonValue content = attribute.value("content"_L1);
    if (m_runtime.attributes.isForwardedTo(id, peer))
        return response("AttributeAlreadySharedAcceptResponseItem"_L1, {{u"attributeId"_s, id}});
    const QString older = m_runtime.attributes.olderVersionAt(id, peer);
    m_runtime.attributes.forward(id, peer, requestId);
    if (!older.isEmpty())
        return response(
            "AttributeSuccessionAcceptResponseItem"_L1,
            {{u"predecessorId"_s, older}, {u"successorId"_s, id}, {u"successorContent"_s, content}});
    QJsonObject more{{u"attributeId"_s, id}};
    if (kind != "CreateAttributeAcceptResponseItem"_L1)
        more.insert("attribute"_L1, content);
    return response(kind, more);
}

QJsonObject RequestItems::acceptCreation(const QJsonObject& item, const QString& peer,
                                         const QString& requestId) {
    const QJsonObject content = item.value("attribute"_L1).toObject();
    constexpr auto kind = "CreateAttributeAcceptResponseItem"_L1;
    if (typeOf(content) == "IdentityAttribute"_L1) {
        const QJsonObject known = m_runtime.attributes.ownWith(content);
        return shareOwn(kind, known.isEmpty() ? m_runtime.attributes.createOwn(content) : known, peer,
                        requestId);
    }
    const bool isOwn = content.value("owner"_L1).toString() == m_runtime.address();
    const QJsonObject created = m_runtime.attributes.createShared(
        isOwn ? u"OwnRelationshipAttribute"_s : u"PeerRelationshipAttribute"_s, {}, content, peer, requestId);
    return response(kind, {{u"attributeId"_s, created.value("id"_L1)}});
}

QJsonObject RequestItems::acceptAttributeChoice(const QJsonObject& item, const QJsonObject& decision,
                                                const QString& peer, const QString& requestId) {
    const bool isRead = typeOf(item) == "ReadAttributeRequestItem"_L1;
    const auto kind = isRead ? "ReadAttributeAcceptResponseItem"_L1 : "ProposeAttributeAcceptResponseItem"_L1;
    QJsonObject attribute = m_runtime.attributes.get(
        decision.value(isRead ? "existingAttributeId"_L1 : "attributeId"_L1).toString());
    if (attribute.isEmpty()) {
        QJsonObject content =
            *content::read(decision.value(isRead ? "newAttribute"_L1 : "attribute"_L1).toObject(),
                           content::Family::Attribute);
        content.insert("owner"_L1, m_runtime.address());
        if (typeOf(content) == "RelationshipAttribute"_L1) {
            attribute = m_runtime.attributes.createShared(u"OwnRelationshipAttribute"_s, {}, content, peer,
                                                          requestId);
            return response(kind, {{u"attributeId"_s, attribute.value("id"_L1)}, {u"attribute"_s, content}});
        }
        attribute = m_runtime.attributes.ownWith(content);
        if (attribute.isEmpty())
            attribute = m_runtime.attributes.createOwn(content);
    } else if (decision.contains("tags"_L1)) {
        const QJsonObject wanted{{u"value"_s, attribute.value("content"_L1)["value"_L1]},
                                 {u"tags"_s, decision.value("tags"_L1)}};
        if (const auto pair = m_runtime.attributes.succeed(attribute.value("id"_L1).toString(), wanted))
            attribute = pair->value("successor"_L1).toObject();
    }
    QJsonObject answer = shareOwn(kind, attribute, peer, requestId);
    if (typeOf(attribute).endsWith("RelationshipAttribute"_L1) &&
        attribute.value("peer"_L1).toString() != peer && answer.contains("attribute"_L1))
        answer.insert("initialAttributePeer"_L1, attribute.value("peer"_L1));
    return answer;
}

void RequestItems::acceptShare(const QJsonObject& item, const QString& peer, const QString& requestId) {
    const QJsonObject content = item.value("attribute"_L1).toObject();
    const QString id = item.value("attributeId"_L1).toString();
    if (!m_runtime.attributes.get(id).isEmpty())
        return;
    QJsonObject more;
    QString type = u"PeerIdentityAttribute"_s;
    if (typeOf(content) == "RelationshipAttribute"_L1) {
        type = u"ThirdPartyRelationshipAttribute"_s;
        more.insert("initialAttributePeer"_L1, item.value("initialAttributePeer"_L1));
    }
    m_runtime.attributes.createShared(type, id, content, peer, requestId, more);
}

QJsonObject RequestItems::acceptFile(const QJsonObject& item, const QString& peer, const QString& requestId) {
    const QString reference = item.value("fileReference"_L1).toString();
    const auto file = m_runtime.files.claim(reference, item.value("ownershipToken"_L1).toString());
    if (!file)
        return {{u"@type"_s, u"ErrorResponseItem"_s},
                {u"result"_s, u"Error"_s},
                {u"code"_s, file.error().code},
                {u"message"_s, file.error().message}};
    const QJsonObject content{
        {u"@type"_s, u"IdentityAttribute"_s},
        {u"owner"_s, m_runtime.address()},
        {u"value"_s, QJsonObject{{u"@type"_s, u"IdentityFileReference"_s}, {u"value"_s, reference}}}};
    const QJsonObject attribute = m_runtime.attributes.createOwn(content);
    QJsonObject answer = shareOwn("TransferFileOwnershipAcceptResponseItem"_L1, attribute, peer, requestId);
    // The one response item whose attribute goes without its type (recordings).
    QJsonObject untyped = answer.value("attribute"_L1).toObject();
    untyped.remove("@type"_L1);
    answer.insert("attribute"_L1, untyped);
    return answer;
}

void RequestItems::apply(const QJsonArray& items, const QJsonArray& responses, const QString& peer,
                         const QString& requestId) {
    for (qsizetype i = 0; i < qMin(items.size(), responses.size()); ++i) {
        const QJsonObject item = items[i].toObject();
        const QJsonObject answer = responses[i].toObject();
        if (item.contains("items"_L1))
            apply(item.value("items"_L1).toArray(), answer.value("items"_L1).toArray(), peer, requestId);
        else
            applyOne(item, answer, peer, requestId);
    }
}

void RequestItems::applyOne(const QJsonObject& item, const QJsonObject& answer, const QString& peer,
                            const QString& requestId) {
    const QString asked = typeOf(item), type = typeOf(answer);
    const bool isAccepted = answer.value("result"_L1).toString() == "Accepted"_L1;
    const QString id = answer.value("attributeId"_L1).toString();
    if (asked == "ShareCredentialOfferRequestItem"_L1)
        m_runtime.raise("consumption.shareCredentialOfferRequestItemProcessedByRecipient"_L1,
                        QJsonObject{{u"credentialOfferUrl"_s, item.value("credentialOfferUrl"_L1)},
                                    {u"accepted"_s, isAccepted},
                                    {u"peer"_s, peer}});
    if (asked == "DeleteAttributeRequestItem"_L1) {
        m_runtime.attributes.setForwardingDeletion(
            item.value("attributeId"_L1).toString(), peer,
            isAccepted ? u"ToBeDeletedByRecipient"_s : u"DeletionRequestRejected"_s,
            isAccepted ? answer.value("deletionDate"_L1).toString() : m_runtime.nowText());
    }
    if (!isAccepted)
        return;
    if (type == "AttributeSuccessionAcceptResponseItem"_L1) {
        m_runtime.attributes.receiveSuccessor(
            answer.value("predecessorId"_L1).toString(), answer.value("successorId"_L1).toString(),
            answer.value("successorContent"_L1).toObject(), peer, requestId);
        return;
    }
    if (asked == "ShareAttributeRequestItem"_L1) {
        m_runtime.attributes.forward(item.value("attributeId"_L1).toString(), peer, requestId);
        return;
    }
    if (type == "AttributeAlreadySharedAcceptResponseItem"_L1 || id.isEmpty())
        return;
    QJsonObject content = answer.contains("attribute"_L1) ? answer.value("attribute"_L1).toObject()
                                                          : item.value("attribute"_L1).toObject();
    if (!content.contains("@type"_L1))
        content.insert("@type"_L1, u"IdentityAttribute"_s);
    QJsonObject more;
    QString kind = u"PeerIdentityAttribute"_s;
    if (typeOf(content) == "RelationshipAttribute"_L1) {
        kind = content.value("owner"_L1).toString() == m_runtime.address() ? u"OwnRelationshipAttribute"_s
                                                                           : u"PeerRelationshipAttribute"_s;
        if (answer.contains("initialAttributePeer"_L1)) {
            kind = u"ThirdPartyRelationshipAttribute"_s;
            more.insert("initialAttributePeer"_L1, answer.value("initialAttributePeer"_L1));
        }
    }
    m_runtime.attributes.createShared(kind, id, content, peer, requestId, more);
}

} // namespace meshwatch::sandbox
