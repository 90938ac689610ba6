// SPDX-License-Identifier: MIT
#pragma once

#include <meshwatch/connector/request.h>
#include <meshwatch/core/result.h>
#include <meshwatch/messaging/requestdraft.h>

#include <QCoreApplication>

namespace meshwatch {

/// Our answer to an incoming Request as it is made, item by item (Connector reference, dto 9 and flows 4.2).
class RequestDecision {
    Q_DECLARE_TR_FUNCTIONS(RequestDecision)
public:
    /// What we say to one item. Which of the parameters count depends on the item's type.
    struct Choice {
        enum class Answer : quint8 { Open, Accept, Reject };
        Answer answer = Answer::Open;
        QString attributeId;   ///< Read: existingAttributeId; Propose, ShareAuthorizationRequest: attributeId
        QJsonObject attribute; ///< Read: newAttribute; Propose: attribute. Not beside attributeId
        QStringList tags;      ///< Read, Propose: only with attributeId
        Micros deletionDate;   ///< DeleteAttribute
        QJsonValue response;   ///< FormField; undefined: none yet
        QString code;          ///< when rejecting; may be empty
        QString message;
        bool operator==(const Choice&) const = default;
    };
    /// An item with its place; groups are flattened.
    struct Place {
        QString path;       ///< "items.2", "items.2.items.0"
        QString groupTitle; ///< of the group it is in; empty outside
        RequestItem item;
        Choice choice;
    };

    RequestDecision() = default;
    explicit RequestDecision(const connector::Request& request);

    [[nodiscard]] const connector::Request& request() const { return m_request; }
    [[nodiscard]] const std::vector<Place>& places() const { return m_places; }
    void choose(int place, const Choice& choice) { m_places[size_t(place)].choice = choice; }
    /// Accepts what takes no parameter or has one that is evident (a proposed attribute); the rest stays
    /// open.
    void acceptAll();
    void rejectAll(const QString& code = {}, const QString& message = {});

    /// Takes the choices of toJson()'s form, as a file has them, in the order of the Request. Error
    /// "request.decision" names the place; then nothing is changed.
    [[nodiscard]] Result<void> take(const QJsonObject& json);

    /// All items are rejected: the Request is to be rejected, not accepted.
    [[nodiscard]] bool isRejection() const;
    /// What is missing or does not fit; places as RequestDraft::problems().
    [[nodiscard]] RequestProblems problems(Micros now = Micros::now()) const;
    /// `{"items":[{"accept":true,…},{"items":[…]}]}`, for CanAccept, Accept, CanReject and Reject.
    [[nodiscard]] QJsonObject toJson() const;

private:
    connector::Request m_request;
    std::vector<Place> m_places; ///< in the order of the Request
};

} // namespace meshwatch
