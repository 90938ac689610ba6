// SPDX-License-Identifier: MIT
#include "messages.h"

#include "content.h"
#include "contenttypes.h"
#include "runtime.h"

namespace meshwatch::sandbox {

using namespace Qt::StringLiterals;

namespace {

QString quoted(const QStringList& addresses) { return u'\'' + addresses.join("', '"_L1) + u'\''; }

/// Addresses that stand on one side only: in the message's recipients, or in the Mail's `to` and `cc`.
QStringList onOneSide(const QStringList& recipients, const QJsonObject& mail) {
    QStringList named;
    for (const auto member : {"to"_L1, "cc"_L1}) {
        const QJsonArray addresses = mail.value(member).toArray();
        for (const QJsonValue& address : addresses)
            named.append(address.toString());
    }
    QStringList odd;
    for (const QString& address : recipients + named) {
        if (recipients.contains(address) != named.contains(address) && !odd.contains(address))
            odd.append(address);
    }
    return odd;
}

Outcome<QJsonObject> readContent(const QJsonObject& content) {
    const auto refused =
        errors::invalidValue(u"The content of a Message must either be a Mail, Request, "
                             "ResponseWrapper, Notification or an ArbitraryMessageContent."_s);
    const QString type = typeOf(content);
    if (type.isEmpty() || (content::findType(type) && !content::messageTypes().contains(type)))
        return refused;
    return content::read(content, content::Family::Message);
}

} // namespace

std::optional<ApiError> Messages::checkRecipients(const QStringList& recipients,
                                                  const QJsonObject& content) const {
    const bool isNotification = typeOf(content) == "Notification"_L1;
    QStringList closed, leaving;
    for (const QString& address : recipients) {
        const QJsonObject relationship = m_runtime.relationships.with(address);
        const QString status = relationship.value("status"_L1).toString();
        if (status != "Active"_L1 && !(isNotification && status == "Terminated"_L1))
            closed.append(address);
        else if (relationship.contains("peerDeletionInfo"_L1))
            leaving.append(address);
    }
    if (!closed.isEmpty())
        return ApiError{
            400, u"error.runtime.messages.hasNoActiveRelationship"_s,
            "The Message cannot be sent as there is no active Relationship to the recipient(s) with the "
            "following address(es): "_L1 +
                quoted(closed) +
                ". However, please note that Messages whose content is a Notification can be sent on "
                "terminated Relationships as well."_L1};
    if (!leaving.isEmpty())
        return ApiError{
            400, u"error.runtime.messages.peerIsInDeletion"_s,
            "The Message cannot be sent as the recipient(s) with the following address(es) are in "
            "deletion: "_L1 +
                quoted(leaving) + u'.'};
    return std::nullopt;
}

Outcome<QJsonObject> Messages::send(const QStringList& recipients, const QJsonObject& content,
                                    const QStringList& attachments) {
    const auto read = readContent(content);
    if (!read)
        return read.error();
    const QString type = typeOf(*read);
    if (type == "Mail"_L1) {
        if (const QStringList odd = onOneSide(recipients, *read); !odd.isEmpty())
            return errors::invalidValue(
                "The identities "_L1 + quoted(odd) +
                " are not listed among both the Message recipients and the recipients in "
                "'to'/'cc'."_L1);
    }
    if (type == "Request"_L1) {
        if (const auto error = m_runtime.outgoing.checkSending(*read, recipients))
            return *error;
    }
    if (const auto error = checkRecipients(recipients, *read))
        return *error;
    for (const QString& id : attachments) {
        if (!m_runtime.files.store().contains(id))
            return errors::recordNotFound("File"_L1);
    }
    auto sent = post(recipients, *read, attachments);
    if (sent && type == "Request"_L1)
        m_runtime.outgoing.open(read->value("id"_L1).toString(), sent->value("id"_L1).toString());
    return sent;
}

Outcome<QJsonObject> Messages::sendOwn(const QString& recipient, const QJsonObject& content) {
    return post({recipient}, content, {});
}

Outcome<QJsonObject> Messages::post(const QStringList& recipients, const QJsonObject& content,
                                    const QStringList& attachments) {
    Backbone& backbone = m_runtime.backbone();
    if (backbone.isDown())
        return errors::backboneDown();
    for (const QString& address : recipients) {
        if (backbone.unreceived(m_runtime.address(), address) >= Backbone::maxUnreceived)
            return ApiError{400, u"error.platform.validation.message.maxNumberOfUnreceivedMessagesReached"_s,
                            "The recipient "_L1 + address + " has too many unreceived messages from you."_L1};
    }
    QJsonArray entries;
    for (const QString& address : recipients)
        entries.append(
            QJsonObject{{u"address"_s, address},
                        {u"relationshipId"_s, m_runtime.relationships.with(address).value("id"_L1)}});
    const QJsonObject message{{u"id"_s, m_runtime.ids().id("MSG"_L1)},
                              {u"isOwn"_s, true},
                              {u"content"_s, content},
                              {u"createdBy"_s, m_runtime.address()},
                              {u"createdByDevice"_s, m_runtime.identity().device},
                              {u"recipients"_s, entries},
                              {u"createdAt"_s, m_runtime.nowText()},
                              {u"attachments"_s, QJsonArray::fromStringList(attachments)}};
    m_store.put(message.value("id"_L1).toString(), message);
    for (const QString& address : recipients)
        backbone.post(address, {ExternalEvent::Kind::Message, message.value("id"_L1).toString(), message});
    m_runtime.raise("transport.messageSent"_L1, message);
    return message;
}

void Messages::receive(const QJsonObject& sent) {
    const QString sender = sent.value("createdBy"_L1).toString();
    const QJsonObject relationship = m_runtime.relationships.with(sender);
    if (relationship.isEmpty())
        return; // decomposed while the message was under way
    QJsonObject message = sent;
    message.insert("isOwn"_L1, false);
    QJsonArray recipients;
    const QJsonArray entries = sent.value("recipients"_L1).toArray();
    for (const QJsonValue& entry : entries) {
        QJsonObject recipient{{u"address"_s, entry.toObject().value("address"_L1)}};
        if (recipient.value("address"_L1).toString() == m_runtime.address()) {
            recipient.insert("receivedAt"_L1, m_runtime.nowText());
            recipient.insert("receivedByDevice"_L1, m_runtime.identity().device);
            recipient.insert("relationshipId"_L1, relationship.value("id"_L1));
        }
        recipients.append(recipient);
    }
    message.insert("recipients"_L1, recipients);
    const QJsonArray ids = sent.value("attachments"_L1).toArray();
    for (const QJsonValue& id : ids)
        m_runtime.files.addKnown(id.toString());
    m_store.put(message.value("id"_L1).toString(), message);
    m_runtime.raise("transport.messageReceived"_L1, message);
    process(message);
}

void Messages::process(const QJsonObject& message) {
    const QJsonObject content = message.value("content"_L1).toObject();
    const QString type = typeOf(content);
    const QString sender = message.value("createdBy"_L1).toString();
    const auto processed = [&](const QString& result) {
        m_runtime.raise("consumption.messageProcessed"_L1,
                        QJsonObject{{u"message"_s, message}, {u"result"_s, result}});
    };
    if (type == "Request"_L1) {
        m_runtime.incoming.receive(content, sender, u"Message"_s, message.value("id"_L1).toString());
        processed(u"ManualRequestDecisionRequired"_s);
        return;
    }
    if (type == "ResponseWrapper"_L1)
        m_runtime.outgoing.receiveResponse(content, sender, u"Message"_s, message.value("id"_L1).toString());
    processed(u"NoRequest"_s);
    if (type == "Notification"_L1)
        m_runtime.attributes.receiveNotification(content, sender);
}

Outcome<QJsonObject> Messages::withAttachments(const QString& id) const {
    const QJsonObject* message = m_store.find(id);
    if (!message)
        return errors::recordNotFound("Message"_L1);
    QJsonObject whole = *message;
    QJsonArray files;
    const QJsonArray attachments = message->value("attachments"_L1).toArray();
    for (const QJsonValue& file : attachments) {
        if (const auto known = m_runtime.files.get(file.toString()))
            files.append(*known);
    }
    whole.insert("attachments"_L1, files);
    return whole;
}

void Messages::forget(const QString& relationshipId) {
    m_store.removeIf([&](const QJsonObject& message) {
        const QJsonArray recipients = message.value("recipients"_L1).toArray();
        return std::all_of(recipients.begin(), recipients.end(), [&](const QJsonValue& entry) {
            const QJsonValue id = entry.toObject().value("relationshipId"_L1);
            return id.isUndefined() || id.toString() == relationshipId;
        });
    });
}

} // namespace meshwatch::sandbox
