// SPDX-License-Identifier: MIT
#pragma once

#include "requeststore.h"

namespace meshwatch::sandbox {

/// The Requests that others ask of one identity, and its decisions.
class IncomingRequests : public RequestStore {
public:
    IncomingRequests(Runtime& runtime, int keep)
        : RequestStore(runtime, Side::Incoming, keep) {}

    /// Stores a received Request and brings it to ManualDecisionRequired; its id.
    QString receive(const QJsonObject& content, const QString& peer, const QString& sourceType,
                    const QString& sourceReference);

    /// The result of a dry run of a decision on all items, or why there can be none.
    [[nodiscard]] Outcome<QJsonObject> check(const QString& id, const QJsonArray& decisions, bool accepts);
    /// Decides, sends the answer, and gives the Request as it was when decided.
    Outcome<QJsonObject> decide(const QString& id, const QJsonArray& decisions, bool accepts);

    /// A Request from any template of this peer that nobody has decided; its id, or nothing.
    [[nodiscard]] QString undecidedFromTemplateOf(const QString& peer) const;
    /// The response to the Request of this template, if it was accepted and could not be sent.
    [[nodiscard]] QJsonObject acceptedResponse(const QString& templateId) const;

private:
    void answer(QJsonObject request);
};

} // namespace meshwatch::sandbox
