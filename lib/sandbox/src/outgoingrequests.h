// SPDX-License-Identifier: MIT
#pragma once

#include "requeststore.h"

namespace meshwatch::sandbox {

/// The Requests that one identity asks of others.
class OutgoingRequests : public RequestStore {
public:
    OutgoingRequests(Runtime& runtime, int keep)
        : RequestStore(runtime, Side::Outgoing, keep) {}

    /// The result of a dry run: `{"isSuccess", "code"?, "message"?, "items":[…]}`. `peer` may be empty.
    [[nodiscard]] Outcome<QJsonObject> canCreate(const QJsonObject& content, const QString& peer) const;
    /// Stores a Draft.
    Outcome<QJsonObject> create(const QJsonObject& content, const QString& peer);

    /// May this Request be sent to these recipients as a message's content?
    [[nodiscard]] std::optional<ApiError> checkSending(const QJsonObject& content,
                                                       const QStringList& recipients);
    /// It was sent with this message.
    void open(const QString& id, const QString& messageId);
    /// The peer's answer came by message.
    void receiveResponse(const QJsonObject& wrapper, const QString& peer, const QString& sourceType,
                         const QString& sourceReference);
    /// Somebody answered the Request of an own template with a new relationship.
    void receiveFromRelationship(const QJsonObject& relationship);

private:
    void complete(QJsonObject request, const QJsonObject& response, const QJsonObject& source);
    QJsonObject createFromTemplate(const QString& templateId, QLatin1String member, const QString& id,
                                   const QString& peer);
};

} // namespace meshwatch::sandbox
