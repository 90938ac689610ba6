// SPDX-License-Identifier: MIT
#include <meshwatch/events/eventcatalogue.h>

#include "eventsummary.h"

#include <QCoreApplication>
#include <QHash>

namespace meshwatch {

namespace {

std::vector<EventKind> allKinds() {
    using F = Family;
    return {
        {"transport.messageReceived", F::Message, "Message", false},
        {"transport.messageSent", F::Message, "Message", false},
        {"transport.messageDelivered", F::Message, "Message", false},
        {"transport.messageWasReadAtChanged", F::Message, "Message", false},
        {"transport.relationshipChanged", F::Relationship, "Relationship", false},
        {"transport.relationshipReactivationRequested", F::Relationship, "Relationship", false},
        {"transport.relationshipReactivationCompleted", F::Relationship, "Relationship", false},
        {"transport.relationshipDecomposedBySelf", F::Relationship, "Relationship", false},
        {"transport.relationshipTemplateAllocationsExhausted", F::Relationship, "RelationshipTemplate",
         false},
        {"transport.peerRelationshipTemplateLoaded", F::Relationship, "RelationshipTemplate", false},
        {"transport.peerToBeDeleted", F::Relationship, "Relationship", true},
        {"transport.peerDeletionCancelled", F::Relationship, "Relationship", false},
        {"transport.peerDeleted", F::Relationship, "Relationship", true},
        {"transport.fileOwnershipLocked", F::File, "File", true},
        {"transport.fileOwnershipClaimed", F::File, "File", false},
        {"transport.identityDeletionProcessStatusChanged", F::Identity, "IdentityDeletionProcess", false},
        {"transport.datawalletSynchronized", F::Runtime, {}, false},
        {"consumption.incomingRequestReceived", F::Request, "Request", false},
        {"consumption.incomingRequestStatusChanged", F::Request, "Request", false},
        {"consumption.outgoingRequestCreated", F::Request, "Request", false},
        {"consumption.outgoingRequestStatusChanged", F::Request, "Request", false},
        {"consumption.outgoingRequestCreatedAndCompleted", F::Request, "Request", false},
        {"consumption.outgoingRequestFromRelationshipCreationCreatedAndCompleted", F::Request, "Request",
         false},
        {"consumption.messageProcessed", F::Message, "Message", false},
        {"consumption.relationshipTemplateProcessed", F::Relationship, "RelationshipTemplate", false},
        {"consumption.shareCredentialOfferRequestItemProcessedByRecipient", F::Request, {}, false},
        {"consumption.attributeCreated", F::Attribute, "Attribute", false},
        {"consumption.attributeDeleted", F::Attribute, "Attribute", false},
        {"consumption.attributeSucceeded", F::Attribute, "Attribute", false},
        {"consumption.attributeForwardingDetailsChanged", F::Attribute, "Attribute", false},
        {"consumption.attributeWasViewedAtChanged", F::Attribute, "Attribute", false},
        {"consumption.ownAttributeDeletedByOwner", F::Attribute, "Attribute", true},
        {"consumption.peerRelationshipAttributeDeletedByPeer", F::Attribute, "Attribute", true},
        {"consumption.forwardedAttributeDeletedByPeer", F::Attribute, "Attribute", true},
        {"consumption.mailReceived", F::Message, "Message", false},
        {"runtime.initializing", F::Runtime, {}, false},
        {"runtime.modulesLoaded", F::Runtime, {}, false},
        {"runtime.modulesInitialized", F::Runtime, {}, false},
        {"runtime.initialized", F::Runtime, {}, false},
        {"runtime.modulesStarted", F::Runtime, {}, false},
    };
}

/// What a name that no reference lists is about. Longer words first: "relationshipTemplate" is no
/// relationship.
EventKind guessed(QByteArrayView trigger) {
    struct Hint {
        const char* word;
        Family family;
        const char* objectType;
    };
    static constexpr Hint hints[] = {
        {"deletionprocess", Family::Identity, "IdentityDeletionProcess"},
        {"relationshiptemplate", Family::Relationship, "RelationshipTemplate"},
        {"attribute", Family::Attribute, "Attribute"},
        {"request", Family::Request, "Request"},
        {"message", Family::Message, "Message"},
        {"mail", Family::Message, "Message"},
        {"relationship", Family::Relationship, "Relationship"},
        {"peer", Family::Relationship, "Relationship"},
        {"file", Family::File, "File"},
        {"identity", Family::Identity, ""},
    };
    EventKind kind{trigger.toByteArray(), Family::Other, {}, false};
    if (trigger.startsWith("runtime.")) {
        kind.family = Family::Runtime;
        return kind;
    }
    const QByteArray name = kind.trigger.toLower();
    for (const Hint& hint : hints) {
        if (name.contains(hint.word)) {
            kind.family = hint.family;
            kind.objectType = hint.objectType;
            break;
        }
    }
    return kind;
}

} // namespace

QString familyName(Family family) {
    static constexpr const char* names[] = {"message", "request",  "relationship", "attribute",
                                            "file",    "identity", "runtime",      "other"};
    return QLatin1String(names[static_cast<int>(family)]);
}

QString familyTitle(Family family) {
    static constexpr const char* titles[] = {QT_TRANSLATE_NOOP("EventCatalogue", "Messages"),
                                             QT_TRANSLATE_NOOP("EventCatalogue", "Requests"),
                                             QT_TRANSLATE_NOOP("EventCatalogue", "Relationships"),
                                             QT_TRANSLATE_NOOP("EventCatalogue", "Attributes"),
                                             QT_TRANSLATE_NOOP("EventCatalogue", "Files"),
                                             QT_TRANSLATE_NOOP("EventCatalogue", "Identity"),
                                             QT_TRANSLATE_NOOP("EventCatalogue", "Connector"),
                                             QT_TRANSLATE_NOOP("EventCatalogue", "Other")};
    return QCoreApplication::translate("EventCatalogue", titles[static_cast<int>(family)]);
}

const std::vector<EventKind>& EventCatalogue::kinds() {
    static const std::vector<EventKind> list = allKinds();
    return list;
}

EventKind EventCatalogue::kind(QByteArrayView trigger) {
    static const QHash<QByteArray, qsizetype> places = [] {
        QHash<QByteArray, qsizetype> hash;
        for (qsizetype i = 0; i < qsizetype(kinds().size()); ++i)
            hash.insert(kinds()[size_t(i)].trigger, i);
        return hash;
    }();
    const auto place = places.constFind(QByteArray::fromRawData(trigger.data(), trigger.size()));
    return place == places.cend() ? guessed(trigger) : kinds()[size_t(*place)];
}

QString EventCatalogue::summary(QByteArrayView trigger, const QJsonObject& data) {
    return EventSummary(trigger, data).text();
}

bool EventCatalogue::isFailure(QByteArrayView trigger, const QJsonObject& data) {
    return kind(trigger).isFailure || EventSummary(trigger, data).isFailure();
}

} // namespace meshwatch
