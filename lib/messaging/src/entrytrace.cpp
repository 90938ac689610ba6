// SPDX-License-Identifier: MIT
#include "entrytrace.h"

#include <meshwatch/core/json.h>

#include <QJsonArray>

namespace meshwatch {

namespace {

using Kind = ConversationEntry::Kind;
using Outcome = ConversationEntry::Outcome;

QString text(const QJsonObject& object, const char* name) {
    return object.value(QLatin1String(name)).toString();
}

Micros time(const QJsonObject& object) {
    return Micros::fromIso(text(object, "createdAt").toLatin1()).value_or(Micros());
}

Outcome outcomeOf(const QString& result) {
    return result == QLatin1String("Accepted")   ? Outcome::Accepted
           : result == QLatin1String("Rejected") ? Outcome::Rejected
                                                 : Outcome::Pending;
}

Kind kindOf(const QString& type) {
    return type == QLatin1String("Mail")           ? Kind::Mail
           : type == QLatin1String("Notification") ? Kind::Notification
                                                   : Kind::Other;
}

/// Every entry of the log, since one event may be all that is left of several.
void addTracesOfRelationship(EntryTraces& traces, const QJsonObject& relationship, qint64 seq) {
    const QString peer = text(relationship, "peer");
    const QJsonArray log = relationship.value(QLatin1String("auditLog")).toArray();
    for (qsizetype i = 0; i < log.size(); ++i) {
        const QJsonObject change = log.at(i).toObject();
        EntryTrace trace;
        trace.key = EntryKey(text(relationship, "id"), quint16(i + 1));
        trace.seq = seq;
        trace.time = time(change);
        trace.kind = Kind::RelationshipChange;
        trace.isOwn = text(change, "createdBy") != peer;
        traces.push_back(trace);
    }
}

EntryTrace traceOfChange(const QString& relationship, quint16 part, qint64 seq) {
    EntryTrace trace;
    trace.key = EntryKey(relationship, part);
    trace.seq = seq;
    trace.kind = Kind::RelationshipChange;
    trace.isOwn = part == EntryKey::decomposed;
    return trace;
}

quint16 partAboutPeer(qint64 seq) {
    return qMin(quint16(EntryKey::aboutPeer | (seq & 0x7fff)), quint16(EntryKey::decomposed - 1));
}

bool isAboutPeer(QByteArrayView trigger) {
    return trigger.startsWith("transport.peerToBeDeleted") || trigger.startsWith("transport.peerDelet");
}

} // namespace

EntryKey::EntryKey(QStringView from, quint16 partOf)
    : part(partOf) {
    const QByteArray latin = from.toLatin1();
    std::memcpy(id.data(), latin.constData(), qMin(size_t(latin.size()), id.size()));
}

QString EntryKey::objectId() const { return QString::fromLatin1(id.data(), qstrnlen(id.data(), id.size())); }

QString EntryKey::text() const {
    return part == 0 ? objectId() : objectId() + QLatin1Char('/') + QString::number(part);
}

quint8 requestRank(const QString& status) {
    static const QStringList order{QStringLiteral("Draft"),
                                   QStringLiteral("Open"),
                                   QStringLiteral("DecisionRequired"),
                                   QStringLiteral("ManualDecisionRequired"),
                                   QStringLiteral("Decided"),
                                   QStringLiteral("Expired"),
                                   QStringLiteral("Completed")};
    return quint8(order.indexOf(status) + 1);
}

bool isOfConversation(QByteArrayView trigger) {
    return trigger.startsWith("transport.message") || trigger == "consumption.messageProcessed" ||
           trigger == "consumption.mailReceived" || trigger.startsWith("consumption.incomingRequest") ||
           trigger.startsWith("consumption.outgoingRequest") ||
           trigger.startsWith("transport.relationshipChanged") ||
           trigger.startsWith("transport.relationshipReactivation") ||
           trigger == "transport.relationshipDecomposedBySelf" || isAboutPeer(trigger);
}

void addTracesOfMessage(EntryTraces& traces, const QJsonObject& message, qint64 seq) {
    const QJsonObject content = message.value(QLatin1String("content")).toObject();
    const QString type = text(content, "@type");
    EntryTrace trace;
    trace.key = EntryKey(text(message, "id"));
    trace.seq = seq;
    trace.time = time(message);
    trace.isOwn = message.value(QLatin1String("isOwn")).toBool();
    trace.kind = kindOf(type);
    if (type == QLatin1String("Request")) {
        trace.message = trace.key;
        trace.key = EntryKey(text(content, "id"));
        trace.kind = Kind::Request;
        trace.rank = requestRank(QStringLiteral("Open"));
    } else if (type == QLatin1String("ResponseWrapper")) {
        trace.key = EntryKey(text(content, "requestId"));
        trace.kind = Kind::Request;
        trace.timeOf = EntryTrace::TimeOf::Answer;
        trace.isOwn = !trace.isOwn; // the Request came from the other side
        trace.outcome = outcomeOf(json::textAt(content, u"response.result"));
    }
    traces.push_back(trace);
}

void addTracesOfRequest(EntryTraces& traces, const QJsonObject& request, qint64 seq) {
    EntryTrace trace;
    trace.key = EntryKey(text(request, "id"));
    trace.seq = seq;
    trace.time = time(request);
    trace.timeOf = EntryTrace::TimeOf::Request;
    trace.kind = Kind::Request;
    trace.isOwn = request.value(QLatin1String("isOwn")).toBool();
    const QString status = text(request, "status");
    trace.rank = requestRank(status);
    trace.outcome = status == QLatin1String("Expired")
                        ? Outcome::Expired
                        : outcomeOf(json::textAt(request, u"response.content.result"));
    traces.push_back(trace);
}

EntryTraces tracesOf(const EventReader::Glance& event) {
    EntryTraces traces;
    const QByteArrayView trigger = event.trigger;
    if (!isOfConversation(trigger))
        return traces;
    const QJsonObject data = event.data();
    const qint64 seq = event.seq.value;
    if (trigger.startsWith("transport.message") || trigger == "consumption.mailReceived")
        addTracesOfMessage(traces, data, seq);
    else if (trigger == "consumption.messageProcessed")
        addTracesOfMessage(traces, data.value(QLatin1String("message")).toObject(), seq);
    else if (trigger.endsWith("RequestStatusChanged"))
        addTracesOfRequest(traces, data.value(QLatin1String("request")).toObject(), seq);
    else if (trigger.startsWith("consumption."))
        addTracesOfRequest(traces, data, seq);
    else if (trigger == "transport.relationshipDecomposedBySelf")
        traces.push_back(traceOfChange(text(data, "relationshipId"), EntryKey::decomposed, seq));
    else if (isAboutPeer(trigger))
        traces.push_back(traceOfChange(text(data, "id"), partAboutPeer(seq), seq));
    else
        addTracesOfRelationship(traces, data, seq);
    std::erase_if(traces, [](const EntryTrace& trace) { return trace.key == EntryKey(); });
    for (EntryTrace& trace : traces) {
        if (!trace.time.isValid())
            trace.time = event.receivedAt;
    }
    return traces;
}

} // namespace meshwatch
