// SPDX-License-Identifier: MIT
#include "factsofdata.h"

namespace meshwatch {

namespace {

using simdjson::dom::element;

/// A member, or nothing: simdjson answers a missing one with an error that nobody here needs.
std::optional<element> member(element from, std::string_view name) {
    element value;
    if (!from.is_object() || from.at_key(name).get(value))
        return std::nullopt;
    return value;
}

std::optional<element> member(const std::optional<element>& from, std::string_view name) {
    return from ? member(*from, name) : std::nullopt;
}

QByteArray text(const std::optional<element>& value) {
    std::string_view view;
    if (!value || value->get_string().get(view))
        return {};
    return {view.data(), qsizetype(view.size())};
}

bool isTrue(const std::optional<element>& value) {
    bool flag = false;
    return value && !value->get_bool().get(flag) && flag;
}

Micros time(const std::optional<element>& value) { return Micros::fromIso(text(value)).value_or(Micros()); }

void ofMessage(EventFacts& facts, const std::optional<element>& message) {
    facts.object = text(member(message, "id"));
    facts.createdAt = time(member(message, "createdAt"));
    if (!isTrue(member(message, "isOwn"))) {
        facts.peer = text(member(message, "createdBy"));
        return;
    }
    element first;
    if (const auto recipients = member(message, "recipients"); recipients && !recipients->at(0).get(first))
        facts.peer = text(member(first, "address"));
}

void ofRequest(EventFacts& facts, const std::optional<element>& request) {
    facts.object = text(member(request, "id"));
    facts.peer = text(member(request, "peer"));
    facts.state = text(member(request, "status"));
    facts.createdAt = time(member(request, "createdAt"));
    if (facts.state == "Decided" || facts.state == "Completed")
        facts.createdAt = time(member(member(request, "response"), "createdAt"));
    else if (facts.state == "Expired")
        facts.createdAt = time(member(member(request, "content"), "expiresAt"));
}

void ofRelationship(EventFacts& facts, const element& relationship) {
    facts.object = text(member(relationship, "id"));
    facts.peer = text(member(relationship, "peer"));
    simdjson::dom::array log;
    size_t entries = 0;
    if (!relationship["auditLog"].get_array().get(log)) {
        for (const auto entry : log) {
            ++entries;
            facts.createdAt = time(member(entry, "createdAt"));
        }
    }
    facts.state = QByteArray::number(qulonglong(entries));
    if (!facts.trigger.startsWith("transport.peer"))
        return;
    // About the peer's identity: the log says nothing of it.
    facts.createdAt = {};
    facts.state.append('/').append(text(member(member(relationship, "peerDeletionInfo"), "deletionStatus")));
}

/// A name that the peer gave itself, to call it by.
void learnName(EventFacts& facts, const element& attribute) {
    if (text(member(attribute, "@type")) != "PeerIdentityAttribute")
        return;
    using Part = EventFacts::PeerName::Part;
    const auto value = member(member(attribute, "content"), "value");
    const QByteArray type = text(member(value, "@type"));
    const Part part = type == "DisplayName" ? Part::DisplayName
                      : type == "GivenName" ? Part::GivenName
                      : type == "Surname"   ? Part::Surname
                                            : Part::None;
    facts.peerName = {part, text(member(attribute, "peer")), text(member(value, "value"))};
}

void ofAttribute(EventFacts& facts, const element& attribute) {
    facts.object = text(member(attribute, "id"));
    facts.peer = text(member(attribute, "peer"));
    if (facts.trigger == "consumption.attributeCreated") {
        facts.createdAt = time(member(attribute, "createdAt"));
        learnName(facts, attribute);
    } else if (const auto deletion = member(attribute, "deletionInfo")) {
        facts.createdAt = time(member(deletion, "deletionDate"));
    } else if (const auto forwards = member(attribute, "numberOfForwards")) {
        int64_t count = 0;
        if (!forwards->get_int64().get(count))
            facts.state = QByteArray::number(qlonglong(count));
    }
}

void ofSuccession(EventFacts& facts, const element& data) {
    const auto successor = member(data, "successor");
    facts.object = text(member(successor, "id"));
    facts.peer = text(member(successor, "peer"));
    facts.createdAt = time(member(successor, "createdAt"));
    facts.state = text(member(member(data, "predecessor"), "id"));
    if (successor)
        learnName(facts, *successor);
}

void ofTemplate(EventFacts& facts, const std::optional<element>& relationshipTemplate) {
    facts.object = text(member(relationshipTemplate, "id"));
    // Its own time is when it was made, which says nothing of when it was loaded or used up.
    if (!isTrue(member(relationshipTemplate, "isOwn")))
        facts.peer = text(member(relationshipTemplate, "createdBy"));
}

void ofFile(EventFacts& facts, const element& file) {
    facts.object = text(member(file, "id"));
    if (!isTrue(member(file, "isOwn")))
        facts.peer = text(member(file, "owner"));
}

void ofDeletionProcess(EventFacts& facts, const element& process) {
    facts.object = text(member(process, "id"));
    facts.state = text(member(process, "status"));
    facts.createdAt = time(member(process, facts.state == "Cancelled" ? "cancelledAt" : "createdAt"));
}

/// For triggers we do not know: what objects of the API have in common.
void ofAnything(EventFacts& facts, const element& data) {
    facts.object = text(member(data, "id"));
    facts.peer = text(member(data, "peer"));
    facts.state = text(member(data, "status"));
    facts.createdAt = time(member(data, "createdAt"));
}

} // namespace

void addFactsOfData(EventFacts& facts, element data) {
    const QByteArray& trigger = facts.trigger;
    const QByteArrayView name = QByteArrayView(trigger).sliced(trigger.indexOf('.') + 1);
    if (name.endsWith("equestStatusChanged")) {
        ofRequest(facts, member(data, "request"));
        facts.state = text(member(data, "newStatus"));
    } else if (name == "messageProcessed") {
        ofMessage(facts, member(data, "message"));
        facts.state = text(member(data, "result"));
    } else if (name == "relationshipTemplateProcessed") {
        ofTemplate(facts, member(data, "template"));
        facts.state = text(member(data, "result"));
    } else if (name == "attributeSucceeded") {
        ofSuccession(facts, data);
    } else if (name == "relationshipDecomposedBySelf") {
        facts.object = text(member(data, "relationshipId"));
    } else if (name == "shareCredentialOfferRequestItemProcessedByRecipient") {
        facts.peer = text(member(data, "peer"));
    } else if (name == "identityDeletionProcessStatusChanged") {
        ofDeletionProcess(facts, data);
    } else if (name.startsWith("message") || name == "mailReceived") {
        ofMessage(facts, data);
    } else if (name.startsWith("incomingRequest") || name.startsWith("outgoingRequest")) {
        ofRequest(facts, data);
    } else if (name.startsWith("relationshipTemplate") || name == "peerRelationshipTemplateLoaded") {
        ofTemplate(facts, data);
    } else if (name.startsWith("relationship") || name.startsWith("peerToBeDeleted") ||
               name.startsWith("peerDelet")) {
        ofRelationship(facts, data);
    } else if (name.contains("ttribute")) {
        ofAttribute(facts, data);
    } else if (name.startsWith("file")) {
        ofFile(facts, data);
    } else {
        ofAnything(facts, data);
    }
}

} // namespace meshwatch
