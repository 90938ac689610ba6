// SPDX-License-Identifier: MIT
#pragma once

#include <meshwatch/connector/connectorclient.h>
#include <meshwatch/events/eventstore.h>
#include <meshwatch/messaging/relationshipaction.h>
#include <meshwatch/messaging/templatevalues.h>

#include <QObject>

#include <memory>
#include <optional>

namespace meshwatch {

/// What is known of a peer beside the conversation: the relationship and its log, attributes shared in both
/// directions. From REST; from the store if the relationship is gone or the Connector does not answer. Once
/// read it is read anew when an event tells of a change.
class PeerProfile : public QObject {
    Q_OBJECT
public:
    /// `client` may be null. Store and client must outlive it.
    PeerProfile(EventStore& store, ConnectorClient* client, ConnectionId connection, const QString& peer,
                QObject* parent = nullptr);
    ~PeerProfile() override;

    /// Reads everything anew; `changed` follows.
    void refresh();
    [[nodiscard]] QString peer() const;
    [[nodiscard]] bool isLoaded() const;
    /// The newest relationship with the peer; nothing if none is known.
    [[nodiscard]] const std::optional<connector::Relationship>& relationship() const;
    /// We decomposed it: shown from the store.
    [[nodiscard]] bool isGone() const;
    [[nodiscard]] Micros since() const; ///< when it became active; 0 if it never did
    /// Who asked for a reactivation that nobody answered.
    enum class Reactivation { None, ByUs, ByPeer };
    [[nodiscard]] Reactivation reactivation() const;
    [[nodiscard]] QString peerDeletionStatus() const; ///< "ToBeDeleted", "Deleted" or empty
    [[nodiscard]] Micros peerDeletionDate() const;

    /// Latest versions, names first, then by type.
    [[nodiscard]] const std::vector<connector::Attribute>& sharedByPeer() const;
    [[nodiscard]] const std::vector<connector::Attribute>& sharedByUs() const;

    /// Steps possible now; none without an answering Connector.
    [[nodiscard]] std::vector<RelationshipAction> actions() const;
    /// Takes a step, then refreshes. `performed` or `failed` follows.
    void perform(RelationshipAction action);

    /// Values for MessageTemplate::fill(): the peer's attributes and, once loaded, our own.
    [[nodiscard]] TemplateValues values() const;

Q_SIGNALS:
    void changed();
    void performed(meshwatch::RelationshipAction action);
    void failed(const meshwatch::ConnectorError& error);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace meshwatch
