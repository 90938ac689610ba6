// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QJsonObject>

#include <vector>

/// Which events must have happened for an object to be what the REST API shows (Connector reference, events).
/// Only what the object itself proves: intermediate states that left no trace are not claimed.
namespace meshwatch::restevents {

/// An event as a webhook would have carried it.
struct Provable {
    QByteArray trigger;
    QJsonObject data;

    [[nodiscard]] QByteArray body() const;
};
using Provables = std::vector<Provable>;

/// Sent or received.
[[nodiscard]] Provables ofMessage(const QJsonObject& message);
/// Received, and the state it is in.
[[nodiscard]] Provables ofIncomingRequest(const QJsonObject& request);
/// Created, sent, and the state it is in; or created and completed at once if it came with a template.
[[nodiscard]] Provables ofOutgoingRequest(const QJsonObject& request);
/// One for each entry of the audit log, with the relationship as it was then; and what became of the peer.
/// Own decomposition leaves no relationship and therefore nothing here.
[[nodiscard]] Provables ofRelationship(const QJsonObject& relationship);
/// Created, or the successor of another one; and its deletion by its owner.
[[nodiscard]] Provables ofAttribute(const QJsonObject& attribute);
/// Loaded, if it is a peer's; its allocations exhausted, if it is ours and `relationships` came from it.
[[nodiscard]] Provables ofTemplate(const QJsonObject& relationshipTemplate, int relationships);
/// Its ownership claimed by a peer, or locked. An uploaded file raises no event.
[[nodiscard]] Provables ofFile(const QJsonObject& file, const QString& ownAddress);

} // namespace meshwatch::restevents
