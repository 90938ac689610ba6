// SPDX-License-Identifier: MIT
#pragma once

#include <meshwatch/connector/message.h>
#include <meshwatch/connector/relationship.h>
#include <meshwatch/connector/request.h>
#include <meshwatch/messaging/proof.h>

#include <QCoreApplication>

#include <vector>

namespace meshwatch {

/// One entry of a Conversation with everything that is known of it.
///
/// A Request is one entry, whatever events and messages told of it: itself, its states and its answer.
struct ConversationEntry {
    Q_DECLARE_TR_FUNCTIONS(ConversationEntry)
public:
    enum class Kind : quint8 {
        Mail,
        Request,
        Notification,       ///< the Connector told the peer, or was told, of a shared attribute
        RelationshipChange, ///< an entry of the audit log, or what became of the peer's identity
        Other,              ///< ArbitraryMessageContent and types we do not know
    };
    /// How far a Request is, from both sides' view; Accepted and Rejected come from the response.
    enum class Outcome : quint8 { Pending, Accepted, Rejected, Expired };

    Kind kind = Kind::Other;
    QString id;         ///< "MSG…", "REQ…"; "REL…/2" for the second entry of an audit log
    Micros time;        ///< by which entries are ordered
    bool isOwn = false; ///< we sent or caused it

    connector::Message message; ///< that carried it; empty (isEmpty()) for template Requests and changes
    connector::Request request; ///< newest state known; its `response` once there is one
    connector::Message answer;  ///< ResponseWrapper that answered a Request
    connector::RelationshipAuditLogEntry change;
    connector::Relationship relationship; ///< as it was after `change`
    QString answeredBy;                   ///< of an own Mail: id of the peer's next Mail; else empty
    std::vector<Proof> proofs;            ///< in the order of the steps

    [[nodiscard]] bool hasMessage() const { return !message.toJson().isEmpty(); }
    [[nodiscard]] bool hasRequest() const { return !request.toJson().isEmpty(); }

    /// Of a Mail; else empty.
    [[nodiscard]] QString subject() const { return message.content().at(u"subject").toString(); }
    [[nodiscard]] QString body() const { return message.content().at(u"body").toString(); }
    [[nodiscard]] bool isMarkdown() const;
    [[nodiscard]] QStringList attachmentIds() const { return message.attachmentIds(); }

    /// Of a Request: read from `response.content.result`, never from the status Completed.
    [[nodiscard]] Outcome outcome() const;
    /// Does it wait for our accept or reject?
    [[nodiscard]] bool waitsForUs() const;

    /// What became of one item of a Request.
    struct ItemResult {
        QString path; ///< "items.2", "items.2.items.0"
        QJsonObject item;
        QJsonObject response; ///< empty while unanswered
        /// "Accepted", "Rejected", "Error"; empty while unanswered.
        [[nodiscard]] QString result() const { return response.value(QLatin1String("result")).toString(); }
    };
    /// Items of a Request in order, those of groups after their group's heading has been left out.
    [[nodiscard]] std::vector<ItemResult> itemResults() const;

    /// One translated line for a list: subject, title, what changed. Text of a peer is shortened and without
    /// control characters.
    [[nodiscard]] QString summary() const;
};

} // namespace meshwatch
