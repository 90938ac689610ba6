// SPDX-License-Identifier: MIT
#include "restevents.h"

#include <meshwatch/core/json.h>

#include <QJsonArray>

namespace meshwatch::restevents {

namespace {

QString text(const QJsonObject& object, const char* name) {
    return object.value(QLatin1String(name)).toString();
}

/// The Request as it was in an earlier state: what came later is taken away.
QJsonObject earlier(QJsonObject request, const char* status, bool hadSource) {
    request.insert(QStringLiteral("status"), QLatin1String(status));
    request.remove(QStringLiteral("response"));
    request.remove(QStringLiteral("wasAutomaticallyDecided"));
    if (!hadSource)
        request.remove(QStringLiteral("source"));
    return request;
}

/// A status change; the status before is not known and therefore absent.
Provable statusChange(const char* trigger, const QJsonObject& request) {
    return {trigger,
            {{QStringLiteral("request"), request}, {QStringLiteral("newStatus"), text(request, "status")}}};
}

} // namespace

QByteArray Provable::body() const {
    return json::compact(
        QJsonObject{{QStringLiteral("data"), data}, {QStringLiteral("trigger"), QLatin1String(trigger)}});
}

Provables ofMessage(const QJsonObject& message) {
    const bool isOwn = message.value(QLatin1String("isOwn")).toBool();
    return {{isOwn ? "transport.messageSent" : "transport.messageReceived", message}};
}

Provables ofIncomingRequest(const QJsonObject& request) {
    Provables events{{"consumption.incomingRequestReceived", earlier(request, "Open", true)}};
    if (text(request, "status") != QLatin1String("Open"))
        events.push_back(statusChange("consumption.incomingRequestStatusChanged", request));
    return events;
}

Provables ofOutgoingRequest(const QJsonObject& request) {
    const QString status = text(request, "status");
    if (json::textAt(request, u"source.type") == QLatin1String("RelationshipTemplate")) {
        Provables events{{"consumption.outgoingRequestCreatedAndCompleted", request}};
        if (json::textAt(request, u"response.source.type") == QLatin1String("Relationship"))
            events.push_back(
                {"consumption.outgoingRequestFromRelationshipCreationCreatedAndCompleted", request});
        return events;
    }
    Provables events{{"consumption.outgoingRequestCreated", earlier(request, "Draft", false)}};
    static constexpr char changed[] = "consumption.outgoingRequestStatusChanged";
    const bool wasSent = request.contains(QLatin1String("source"));
    if (wasSent)
        events.push_back(statusChange(changed, earlier(request, "Open", true)));
    if (status != QLatin1String("Draft") && status != QLatin1String("Open"))
        events.push_back(statusChange(changed, request));
    return events;
}

Provables ofRelationship(const QJsonObject& relationship) {
    Provables events;
    const QJsonArray log = relationship.value(QLatin1String("auditLog")).toArray();
    QJsonArray soFar;
    for (const auto& item : log) {
        const QJsonObject entry = item.toObject();
        const QString reason = text(entry, "reason");
        soFar.append(entry);
        QJsonObject then = relationship;
        then.insert(QStringLiteral("auditLog"), soFar);
        then.insert(QStringLiteral("status"), text(entry, "newStatus"));
        then.remove(QStringLiteral("peerDeletionInfo"));
        events.push_back({"transport.relationshipChanged", then});
        if (reason == QLatin1String("ReactivationRequested"))
            events.push_back({"transport.relationshipReactivationRequested", then});
        else if (reason.endsWith(QLatin1String("OfReactivation")))
            events.push_back({"transport.relationshipReactivationCompleted", then});
    }
    const QString deletion = json::textAt(relationship, u"peerDeletionInfo.deletionStatus");
    if (deletion == QLatin1String("ToBeDeleted"))
        events.push_back({"transport.peerToBeDeleted", relationship});
    else if (deletion == QLatin1String("Deleted"))
        events.push_back({"transport.peerDeleted", relationship});
    return events;
}

Provables ofAttribute(const QJsonObject& attribute) {
    Provables events;
    const QString predecessor = text(attribute, "succeeds");
    if (predecessor.isEmpty()) {
        events.push_back({"consumption.attributeCreated", attribute});
    } else {
        const QJsonObject before{{QStringLiteral("id"), predecessor}};
        events.push_back(
            {"consumption.attributeSucceeded",
             {{QStringLiteral("predecessor"), before}, {QStringLiteral("successor"), attribute}}});
    }
    if (json::textAt(attribute, u"deletionInfo.deletionStatus") == QLatin1String("DeletedByEmitter"))
        events.push_back({"consumption.ownAttributeDeletedByOwner", attribute});
    return events;
}

Provables ofTemplate(const QJsonObject& relationshipTemplate, int relationships) {
    if (!relationshipTemplate.value(QLatin1String("isOwn")).toBool())
        return {{"transport.peerRelationshipTemplateLoaded", relationshipTemplate}};
    const int most = relationshipTemplate.value(QLatin1String("maxNumberOfAllocations")).toInt();
    if (most > 0 && relationships >= most)
        return {{"transport.relationshipTemplateAllocationsExhausted", relationshipTemplate}};
    return {};
}

Provables ofFile(const QJsonObject& file, const QString& ownAddress) {
    const bool isOwn = file.value(QLatin1String("isOwn")).toBool();
    if (!isOwn && !ownAddress.isEmpty() && text(file, "createdBy") == ownAddress)
        return {{"transport.fileOwnershipClaimed", file}};
    if (isOwn && file.value(QLatin1String("ownershipIsLocked")).toBool())
        return {{"transport.fileOwnershipLocked", file}};
    return {};
}

} // namespace meshwatch::restevents
