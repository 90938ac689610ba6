// SPDX-License-Identifier: MIT
#include "attributes.h"

#include "content.h"
#include "runtime.h"

#include <QRegularExpression>

namespace meshwatch::sandbox {

using namespace Qt::StringLiterals;

namespace {

QString idOf(const QJsonObject& attribute) { return attribute.value("id"_L1).toString(); }
bool isLatest(const QJsonObject& attribute) { return !attribute.contains("succeededBy"_L1); }

QJsonObject deletion(const QString& status, const QString& date) {
    return {{u"deletionStatus"_s, status}, {u"deletionDate"_s, date}};
}

ApiError attributeError(QLatin1String code, const QString& message) {
    return {400, "error.consumption.attributes."_L1 + code, message};
}

bool hasControlCharacter(const QJsonValue& value) {
    if (value.isString()) {
        const QString text = value.toString();
        return std::any_of(text.begin(), text.end(), [](QChar c) {
            return c.category() == QChar::Other_Control && c != u'\n' && c != u'\t';
        });
    }
    const QJsonObject object = value.toObject();
    return std::any_of(object.begin(), object.end(),
                       [](const QJsonValue& member) { return hasControlCharacter(member); });
}

} // namespace

QJsonObject Attributes::shown(const QJsonObject& record) const {
    const QString type = typeOf(record);
    if (type == "PeerIdentityAttribute"_L1 || type == "ThirdPartyRelationshipAttribute"_L1)
        return record;
    QJsonObject attribute = record;
    attribute.insert("numberOfForwards"_L1, m_forwardings.value(idOf(record)).size());
    return attribute;
}

QJsonObject Attributes::get(const QString& id) const {
    const QJsonObject* record = m_store.find(id);
    return record ? shown(*record) : QJsonObject();
}

QList<QJsonObject> Attributes::all() const {
    QList<QJsonObject> attributes;
    m_store.forEach([&](const QJsonObject& record) { attributes.append(shown(record)); });
    return attributes;
}

QJsonObject Attributes::ownWith(const QJsonObject& content) const {
    const QJsonObject* record = m_store.findIf([&](const QJsonObject& known) {
        return typeOf(known) == "OwnIdentityAttribute"_L1 && isLatest(known) &&
               known.value("content"_L1).toObject().value("value"_L1) == content.value("value"_L1);
    });
    return record ? shown(*record) : QJsonObject();
}

std::optional<ApiError> Attributes::checkTags(const QStringList& tags) const {
    static const QRegularExpression allowed(u"^([xX]:.+|urn:.+|language:[a-z]{2}|mimetype:[^/]+/.+)$"_s);
    QStringList wrong;
    for (const QString& tag : tags) {
        if (!allowed.match(tag).hasMatch())
            wrong.append(tag);
    }
    if (wrong.isEmpty())
        return std::nullopt;
    return attributeError("invalidTags"_L1, "Detected invalidity of the following tags: '"_L1 +
                                                wrong.join("', '"_L1) + "'."_L1);
}

std::optional<ApiError> Attributes::checkNew(const QJsonObject& content) const {
    QStringList tags;
    const QJsonArray elements = content.value("tags"_L1).toArray();
    for (const QJsonValue& tag : elements)
        tags.append(tag.toString());
    if (auto error = checkTags(tags))
        return error;
    if (hasControlCharacter(content.value("value"_L1)))
        return attributeError("forbiddenCharactersInAttribute"_L1,
                              u"The Attribute contains forbidden characters."_s);
    const QJsonObject same = ownWith(content);
    if (same.isEmpty())
        return std::nullopt;
    return ApiError{
        400, u"error.runtime.attributes.cannotCreateDuplicateOwnIdentityAttribute"_s,
        "The OwnIdentityAttribute cannot be created because it has the same content.value as the already "
        "existing OwnIdentityAttribute with id '"_L1 +
            idOf(same) + "'."_L1};
}

QJsonObject Attributes::createOwn(const QJsonObject& content) {
    const QString id = m_runtime.ids().id("ATT"_L1);
    m_store.put(id, {{u"@type"_s, u"OwnIdentityAttribute"_s},
                     {u"id"_s, id},
                     {u"content"_s, content},
                     {u"createdAt"_s, m_runtime.nowText()}});
    const QJsonObject attribute = get(id);
    m_runtime.raise("consumption.attributeCreated"_L1, attribute);
    return attribute;
}

QJsonObject Attributes::createShared(const QString& type, const QString& id, const QJsonObject& content,
                                     const QString& peer, const QString& sourceReference,
                                     const QJsonObject& more) {
    const QString own = id.isEmpty() ? m_runtime.ids().id("ATT"_L1) : id;
    QJsonObject record{{u"@type"_s, type},      {u"id"_s, own},
                       {u"content"_s, content}, {u"createdAt"_s, m_runtime.nowText()},
                       {u"peer"_s, peer},       {u"sourceReference"_s, sourceReference}};
    for (auto it = more.begin(); it != more.end(); ++it)
        record.insert(it.key(), it.value());
    m_store.put(own, record);
    m_runtime.raise("consumption.attributeCreated"_L1, get(own));
    return get(own);
}

void Attributes::link(const QString& predecessorId, QJsonObject& successor) {
    QJsonObject predecessor = *m_store.find(predecessorId);
    predecessor.insert("succeededBy"_L1, successor.value("id"_L1));
    successor.insert("succeeds"_L1, predecessorId);
    m_store.put(predecessorId, predecessor);
    m_store.put(idOf(successor), successor);
}

Outcome<QJsonObject> Attributes::succeed(const QString& id, const QJsonObject& successorContent) {
    const QJsonObject predecessor = get(id);
    if (predecessor.isEmpty())
        return errors::recordNotFound("Attribute"_L1);
    const QString type = typeOf(predecessor);
    if (type != "OwnIdentityAttribute"_L1 && type != "OwnRelationshipAttribute"_L1)
        return attributeError("cannotSucceedAttributesNotOwnedByYou"_L1,
                              u"Only Attributes that are owned by this Identity can be succeeded."_s);
    if (!isLatest(predecessor))
        return attributeError("cannotSucceedAttributesWithASuccessor"_L1,
                              u"You cannot succeed Attributes that have a successor."_s);
    QJsonObject content = predecessor.value("content"_L1).toObject();
    const QJsonValue value = successorContent.value("value"_L1);
    if (value["@type"_L1] != content.value("value"_L1)["@type"_L1])
        return attributeError("successionMustNotChangeValueType"_L1,
                              u"The predecessor value type does not match the successor value type."_s);
    content.insert("value"_L1, value);
    content.remove("tags"_L1);
    if (successorContent.contains("tags"_L1))
        content.insert("tags"_L1, successorContent.value("tags"_L1));
    auto read = content::read(content, content::Family::Attribute);
    if (!read)
        return read.error();
    QJsonObject successor{{u"@type"_s, type},
                          {u"id"_s, m_runtime.ids().id("ATT"_L1)},
                          {u"content"_s, *read},
                          {u"createdAt"_s, m_runtime.nowText()}};
    const bool isRelationship = type == "OwnRelationshipAttribute"_L1;
    const QString notificationId = m_runtime.ids().id("NOT"_L1);
    const QString peer = predecessor.value("peer"_L1).toString();
    if (isRelationship) {
        successor.insert("peer"_L1, peer);
        successor.insert("sourceReference"_L1, notificationId);
    }
    link(id, successor);
    QJsonObject pair{{u"predecessor"_s, get(id)}, {u"successor"_s, get(idOf(successor))}};
    m_runtime.raise("consumption.attributeSucceeded"_L1, pair);
    if (isRelationship) {
        const auto notified = notify(peer,
                                     {{u"@type"_s, u"PeerAttributeSucceededNotificationItem"_s},
                                      {u"predecessorId"_s, id},
                                      {u"successorId"_s, idOf(successor)},
                                      {u"successorContent"_s, *read}},
                                     notificationId);
        if (!notified)
            return notified.error();
        pair.insert("notificationId"_L1, notificationId);
    }
    return pair;
}

Outcome<QString> Attributes::notify(const QString& peer, const QJsonObject& item,
                                    const QString& notificationId) {
    const QJsonObject content{
        {u"@type"_s, u"Notification"_s}, {u"id"_s, notificationId}, {u"items"_s, QJsonArray{item}}};
    const auto sent = m_runtime.messages.sendOwn(peer, content);
    if (!sent)
        return sent.error();
    return notificationId;
}

Outcome<QJsonObject> Attributes::notifyPeer(const QString& id, const QString& peer) {
    const QJsonObject successor = get(id);
    if (successor.isEmpty())
        return errors::recordNotFound("Attribute"_L1);
    if (typeOf(successor) != "OwnIdentityAttribute"_L1)
        return ApiError{400, u"error.runtime.attributes.isNotOwnIdentityAttribute"_s,
                        "The Attribute '"_L1 + id + "' is not an OwnIdentityAttribute."_L1};
    if (isForwardedTo(id, peer))
        return ApiError{400, u"error.runtime.attributes.ownIdentityAttributeHasAlreadyBeenSharedWithPeer"_s,
                        "The OwnIdentityAttribute '"_L1 + id + "' has already been shared with peer '"_L1 +
                            peer + "'."_L1};
    const QString older = olderVersionAt(id, peer);
    if (older.isEmpty())
        return ApiError{
            400, u"error.runtime.attributes.noPreviousVersionOfAttributeHasBeenSharedWithPeerBefore"_s,
            "No previous version of the Attribute '"_L1 + id + "' has been shared with the peer before."_L1};
    const QString status = m_runtime.relationships.with(peer).value("status"_L1).toString();
    if (status != "Active"_L1 && status != "Terminated"_L1)
        return ApiError{400, u"error.runtime.messages.hasNoActiveRelationship"_s,
                        "There is no active Relationship to '"_L1 + peer + "'."_L1};
    const QString notificationId = m_runtime.ids().id("NOT"_L1);
    forward(id, peer, notificationId);
    const auto notified = notify(peer,
                                 {{u"@type"_s, u"PeerAttributeSucceededNotificationItem"_s},
                                  {u"predecessorId"_s, older},
                                  {u"successorId"_s, id},
                                  {u"successorContent"_s, successor.value("content"_L1)}},
                                 notificationId);
    if (!notified)
        return notified.error();
    return QJsonObject{
        {u"predecessor"_s, get(older)}, {u"successor"_s, get(id)}, {u"notificationId"_s, notificationId}};
}

void Attributes::erase(const QString& id) {
    m_store.remove(id);
    m_forwardings.remove(id);
}

QString Attributes::deletionItem(const QJsonObject& attribute) const {
    const QString type = typeOf(attribute);
    if (type.startsWith("Own"_L1))
        return u"OwnAttributeDeletedByOwnerNotificationItem"_s;
    return type == "PeerRelationshipAttribute"_L1
               ? u"PeerRelationshipAttributeDeletedByPeerNotificationItem"_s
               : u"ForwardedAttributeDeletedByPeerNotificationItem"_s;
}

Outcome<QJsonObject> Attributes::remove(const QString& id) {
    const QJsonObject attribute = get(id);
    if (attribute.isEmpty())
        return errors::recordNotFound("Attribute"_L1);
    QStringList doomed{id};
    for (QString older = attribute.value("succeeds"_L1).toString(); m_store.contains(older);
         older = m_store.find(older)->value("succeeds"_L1).toString())
        doomed.prepend(older);
    QStringList peers;
    if (attribute.contains("peer"_L1))
        peers.append(attribute.value("peer"_L1).toString());
    for (const QString& version : doomed) {
        for (const Forwarding& forwarding : m_forwardings.value(version)) {
            if (!peers.contains(forwarding.peer))
                peers.append(forwarding.peer);
        }
    }
    QStringList told;
    for (const QString& peer : peers) {
        const QString status = m_runtime.relationships.with(peer).value("status"_L1).toString();
        if (status == "Pending"_L1)
            return ApiError{
                400, u"error.runtime.attributes.cannotDeleteSharedAttributeWhileRelationshipIsPending"_s,
                u"The shared Attribute cannot be deleted while the Relationship to the peer is in status 'Pending'."_s};
        if (status == "Active"_L1 || status == "Terminated"_L1)
            told.append(peer);
    }
    if (!told.isEmpty() && m_runtime.backbone().isDown())
        return errors::backboneDown();
    if (const QJsonObject* newer = m_store.find(attribute.value("succeededBy"_L1).toString())) {
        QJsonObject detached = *newer;
        detached.remove("succeeds"_L1);
        m_store.put(idOf(detached), detached);
    }
    for (const QString& version : doomed) {
        const QJsonObject last = get(version);
        erase(version);
        m_runtime.raise("consumption.attributeDeleted"_L1, last);
    }
    QJsonArray notifications;
    for (const QString& peer : told) {
        const auto notified = notify(peer, {{u"@type"_s, deletionItem(attribute)}, {u"attributeId"_s, id}},
                                     m_runtime.ids().id("NOT"_L1));
        if (notified)
            notifications.append(*notified);
    }
    return QJsonObject{{u"notificationIds"_s, notifications}};
}

void Attributes::setDeletion(const QString& id, const QString& status, const QString& date) {
    const QJsonObject* record = m_store.find(id);
    if (!record)
        return;
    QJsonObject marked = *record;
    marked.insert("deletionInfo"_L1, deletion(status, date));
    m_store.put(id, marked);
    m_hasOverdue = m_hasOverdue || status == "ToBeDeleted"_L1;
}

void Attributes::receiveSuccessor(const QString& predecessorId, const QString& successorId,
                                  const QJsonObject& content, const QString& peer,
                                  const QString& sourceReference) {
    const QJsonObject* predecessor = m_store.find(predecessorId);
    if (!predecessor)
        return;
    QJsonObject successor{{u"@type"_s, typeOf(*predecessor)},
                          {u"id"_s, successorId},
                          {u"content"_s, content},
                          {u"createdAt"_s, m_runtime.nowText()},
                          {u"peer"_s, peer},
                          {u"sourceReference"_s, sourceReference}};
    link(predecessorId, successor);
    m_runtime.raise("consumption.attributeSucceeded"_L1,
                    QJsonObject{{u"predecessor"_s, get(predecessorId)}, {u"successor"_s, get(successorId)}});
}

void Attributes::receiveNotification(const QJsonObject& notification, const QString& sender) {
    const QString notificationId = notification.value("id"_L1).toString();
    const QJsonArray entries = notification.value("items"_L1).toArray();
    for (const QJsonValue& entry : entries) {
        const QJsonObject item = entry.toObject();
        const QString type = typeOf(item);
        const QString id = item.value("attributeId"_L1).toString();
        if (type == "PeerAttributeSucceededNotificationItem"_L1) {
            receiveSuccessor(item.value("predecessorId"_L1).toString(),
                             item.value("successorId"_L1).toString(),
                             item.value("successorContent"_L1).toObject(), sender, notificationId);
        } else if (!m_store.contains(id)) {
            continue;
        } else if (type == "OwnAttributeDeletedByOwnerNotificationItem"_L1) {
            setDeletion(id, u"DeletedByEmitter"_s, m_runtime.nowText());
            m_runtime.raise("consumption.ownAttributeDeletedByOwner"_L1, get(id));
        } else if (type == "PeerRelationshipAttributeDeletedByPeerNotificationItem"_L1) {
            setDeletion(id, u"DeletedByRecipient"_s, m_runtime.nowText());
            m_runtime.raise("consumption.peerRelationshipAttributeDeletedByPeer"_L1, get(id));
        } else {
            setForwardingDeletion(id, sender, u"DeletedByRecipient"_s, m_runtime.nowText());
            m_runtime.raise("consumption.forwardedAttributeDeletedByPeer"_L1, get(id));
        }
    }
}

} // namespace meshwatch::sandbox
