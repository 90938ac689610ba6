// SPDX-License-Identifier: MIT
#pragma once

#include <meshwatch/events/eventstore.h>
#include <meshwatch/sources/webhookreceiver.h>
#include <meshwatch/workspace/connection.h>

#include <QHash>
#include <QObject>

#include <future>

namespace meshwatch {

/// Until when the receiver listened for each connection that webhooks came to, and the gaps between: a
/// Connector delivers once, and what it sends while nobody listens is lost.
class ReceiverPresence : public QObject {
    Q_OBJECT
public:
    /// Both must outlive it.
    ReceiverPresence(EventStore& store, const WebhookReceiver& receiver, QObject* parent = nullptr);

    /// To be called about once a second, and whenever listening begins or ends.
    void update(const std::vector<Connection>& connections);
    /// The computer stood still since then: nothing was taken until now.
    void slept(Micros since);

Q_SIGNALS:
    /// Somebody listens again: what came meanwhile can be looked up at the Connector.
    void gapEnded(meshwatch::ConnectionId connection);

private:
    struct Presence {
        std::shared_future<Result<StoredSource>> answer; ///< of the store, on its way; or invalid
        SourceId source;                                 ///< invalid until the store has told it
        Micros listens;                                  ///< since then; invalid: nobody listens
        Micros noted; ///< what the store knows; invalid: no webhook ever came
    };
    void begin(ConnectionId connection);
    void takeAnswer(ConnectionId connection, Presence& presence);
    [[nodiscard]] bool isDeliveredTo(ConnectionId connection, const Presence& presence) const;
    void note(Presence& presence, Micros until);
    void addGap(ConnectionId connection, const Presence& presence, Micros began, Micros ended);

    EventStore& m_store;
    const WebhookReceiver& m_receiver;
    QHash<ConnectionId, Presence> m_presences;
};

} // namespace meshwatch
