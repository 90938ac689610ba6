// SPDX-License-Identifier: MIT
#include "entrybuilder.h"

#include <meshwatch/core/json.h>

#include <QJsonArray>

#include <algorithm>

namespace meshwatch::entrybuilder {

namespace {

using Step = Proof::Step;

Proof proofOf(const EventReader::Glance& event, Step step) {
    Proof proof;
    proof.step = step;
    proof.event = event.seq;
    proof.trigger = QString::fromUtf8(event.trigger);
    proof.time = event.createdAt;
    proof.receivedAt = event.receivedAt;
    proof.channels = event.channels;
    proof.isRecovered = event.isRecovered;
    return proof;
}

bool isAnswer(const QJsonObject& message) {
    return json::textAt(message, u"content.@type") == QLatin1String("ResponseWrapper");
}

Step stepOfMessage(const EventReader::Glance& event, const QJsonObject& message) {
    if (event.trigger == "consumption.messageProcessed" || event.trigger == "consumption.mailReceived")
        return Step::Processed;
    if (event.trigger == "transport.messageDelivered")
        return Step::Delivered;
    if (isAnswer(message))
        return Step::Answered;
    return event.trigger == "transport.messageSent" ? Step::Sent : Step::Received;
}

void takeMessageEvent(ConversationEntry& entry, const EventReader::Glance& event,
                      const QJsonObject& message) {
    takeMessage(entry, message);
    const Step step = stepOfMessage(event, message);
    // That the answer was processed too says nothing more than the Request's own status.
    if (step == Step::Processed && isAnswer(message))
        return;
    Proof proof = proofOf(event, step);
    if (step == Step::Processed) {
        proof.detail = QString::fromUtf8(event.state);
        proof.time = {}; // the message's own time, not that of this step
    }
    entry.proofs.push_back(std::move(proof));
}

void takeRequestEvent(ConversationEntry& entry, const EventReader::Glance& event, const QJsonObject& data) {
    const bool isStatus = event.trigger.endsWith("RequestStatusChanged");
    const QJsonObject request = isStatus ? data.value(QLatin1String("request")).toObject() : data;
    takeRequest(entry, request);
    Step step = Step::StatusChanged;
    if (event.trigger == "consumption.incomingRequestReceived")
        step = Step::Received;
    else if (event.trigger == "consumption.outgoingRequestCreated")
        step = Step::Created;
    Proof proof = proofOf(event, step);
    proof.detail = request.value(QLatin1String("status")).toString();
    // A change of status has a time of its own only when it was answered or is over.
    if (isStatus && requestRank(proof.detail) < requestRank(QStringLiteral("Decided")))
        proof.time = {};
    entry.proofs.push_back(std::move(proof));
}

void takeRelationshipEvent(ConversationEntry& entry, const EventReader::Glance& event,
                           const QJsonObject& data, quint16 part) {
    const QJsonArray log = data.value(QLatin1String("auditLog")).toArray();
    const bool isCounted = part < EntryKey::aboutPeer;
    if (isCounted && part >= 1 && part <= log.size()) {
        if (const auto change = connector::RelationshipAuditLogEntry::fromJson(log.at(part - 1).toObject()))
            entry.change = *change;
    }
    // The event that tells of exactly this change shows the relationship as it was then.
    const bool isExact = !isCounted || log.size() == part;
    const bool isFirst = entry.relationship.toJson().isEmpty();
    if (isExact || isFirst) {
        if (const auto relationship = connector::Relationship::fromJson(data))
            entry.relationship = *relationship;
    }
    if (!isExact)
        return;
    Proof proof = proofOf(event, Step::StatusChanged);
    proof.detail = isCounted ? json::textAt(data, u"status") : QString();
    entry.proofs.push_back(std::move(proof));
}

void takeEvent(ConversationEntry& entry, const EventReader::Glance& event, quint16 part) {
    const QJsonObject data = event.data();
    const QByteArrayView trigger = event.trigger;
    if (trigger.startsWith("transport.message") || trigger == "consumption.mailReceived")
        takeMessageEvent(entry, event, data);
    else if (trigger == "consumption.messageProcessed")
        takeMessageEvent(entry, event, data.value(QLatin1String("message")).toObject());
    else if (trigger.startsWith("consumption."))
        takeRequestEvent(entry, event, data);
    else
        takeRelationshipEvent(entry, event, data, part);
}

void addAnswerProof(const EventReader& reader, const EntryWish& wish, ConversationEntry& entry) {
    if (!wish.answerSeq.isValid())
        return;
    reader.visit({wish.answerSeq}, [&entry](const EventReader::Glance& event) {
        entry.proofs.push_back(proofOf(event, Step::Answered));
        return true;
    });
}

/// By what happened when: steps first, then the number in the store, which is the order of arrival.
bool isEarlier(const Proof& a, const Proof& b) {
    const auto order = [](const Proof& proof) {
        // A status can change before and after the message is sent: its state says which.
        return proof.step == Step::StatusChanged ? int(Step::StatusChanged) * 16 + requestRank(proof.detail)
                                                 : int(proof.step) * 16;
    };
    return order(a) != order(b) ? order(a) < order(b) : a.event < b.event;
}

/// What is known without reading.
ConversationEntry skeleton(const EntryWish& wish) {
    ConversationEntry entry;
    entry.kind = wish.kind;
    entry.id = wish.key.text();
    entry.time = wish.time;
    entry.isOwn = wish.isOwn;
    entry.answeredBy = wish.answeredBy;
    return entry;
}

} // namespace

void takeMessage(ConversationEntry& entry, const QJsonObject& json) {
    auto message = connector::Message::fromJson(json);
    if (!message)
        return;
    if (isAnswer(json))
        entry.answer = std::move(*message);
    else
        entry.message = std::move(*message);
}

void takeRequest(ConversationEntry& entry, const QJsonObject& json) {
    auto request = connector::Request::fromJson(json);
    if (request && requestRank(request->status().text) >= requestRank(entry.request.status().text))
        entry.request = std::move(*request);
}

ConversationEntry fromEvents(const EventReader& reader, const EntryWish& wish) {
    ConversationEntry entry = skeleton(wish);
    reader.visit(wish.seqs, [&entry, &wish](const EventReader::Glance& event) {
        takeEvent(entry, event, wish.key.part);
        return true;
    });
    addAnswerProof(reader, wish, entry);
    std::stable_sort(entry.proofs.begin(), entry.proofs.end(), isEarlier);
    return entry;
}

} // namespace meshwatch::entrybuilder
