// SPDX-License-Identifier: MIT
#pragma once

#include <meshwatch/connector/connectorclient.h>
#include <meshwatch/events/eventstore.h>
#include <meshwatch/messaging/draftstore.h>
#include <meshwatch/messaging/messagetemplatestore.h>
#include <meshwatch/sources/webhookreceiver.h>
#include <meshwatch/sync/backbonesync.h>
#include <meshwatch/workspace/connection.h>
#include <meshwatch/workspace/connectionsources.h>
#include <meshwatch/workspace/connectionstatus.h>
#include <meshwatch/workspace/listening.h>
#include <meshwatch/workspace/messenger.h>
#include <meshwatch/workspace/secretstore.h>
#include <meshwatch/workspace/webhookdraftstore.h>

#include <QLockFile>
#include <QObject>

#include <memory>
#include <vector>

namespace meshwatch {

/// A folder with connections, their events and everything that is wired between them: the receiver that takes
/// webhooks, a client and a BackboneSync for each connection, the one store. Opened by one process at a time.
class Workspace : public QObject {
    Q_OBJECT
public:
    /// What this process does with the workspace.
    enum class Use {
        Everything,  ///< receive, and synchronise each connection on its schedule
        ReceiveOnly, ///< no keychain is asked and no Connector called unless somebody calls for it
    };

    /// Opens or makes the folder. Errors: "workspace.inUse" (says which process has it), "workspace.damaged"
    /// (the list of connections cannot be read; the file is left as it is), those of EventStore::open().
    [[nodiscard]] static Result<std::unique_ptr<Workspace>> open(const QString& folder,
                                                                 Use use = Use::Everything);
    ~Workspace() override;

    [[nodiscard]] QString folder() const;
    [[nodiscard]] EventStore& store();
    [[nodiscard]] SecretStore& secrets();
    [[nodiscard]] WebhookReceiver& receiver();

    [[nodiscard]] const std::vector<Connection>& connections() const;
    [[nodiscard]] const Connection* connection(const QString& name) const;
    /// Adds one and wires it. Errors: "workspace.nameTaken", "workspace.badName", "workspace.write".
    Result<ConnectionId> add(Connection connection);
    /// Changes one, found by id; a new name is kept by its events too.
    Result<void> update(const Connection& connection);
    /// Removes a connection; its events stay.
    Result<void> remove(ConnectionId id);

    [[nodiscard]] ConnectionStatus status(ConnectionId id) const;
    /// The client of a connection; null if it has no URL. Its settings follow the connection's.
    [[nodiscard]] ConnectorClient* client(ConnectionId id) const;
    /// The synchronisation of a connection; null if it has no URL.
    [[nodiscard]] BackboneSync* sync(ConnectionId id) const;
    /// What is needed to talk through a connection; null for an unknown one, with Use::ReceiveOnly, and until
    /// the secrets were read (messengerChanged() tells).
    [[nodiscard]] Messenger* messenger(ConnectionId id) const;
    /// The brokers and relays of a connection; none for an unknown one. statusChanged() tells of changes.
    [[nodiscard]] std::vector<ConnectionSources::Status> sources(ConnectionId id) const;
    /// For a source of a connection that runs, or one that is only tried out, by the secrets in memory.
    [[nodiscard]] EventSource::Settings sourceSettings(const Connection& connection,
                                                       const BrokerSource& source) const;
    /// Names us at a connection's brokers: the same at each start, another for each workspace.
    [[nodiscard]] QString subscriber(const Connection& connection) const;
    [[nodiscard]] DraftStore& drafts();
    [[nodiscard]] MessageTemplateStore& templates();
    [[nodiscard]] WebhookDraftStore& webhookDrafts();
    /// Settings for a client of a connection with the secrets known now.
    [[nodiscard]] ConnectorSettings settings(const Connection& connection) const;
    /// Reads secrets anew and reconnects, after they were changed.
    void reloadSecrets(ConnectionId id);

    [[nodiscard]] Listening listening() const;
    /// Keeps where to listen and listens there. Errors: those of listen(), "workspace.write".
    Result<void> setListening(const Listening& listening);
    /// Listens for webhooks where listening() says. Of the usual port, 8477, the next free one is taken
    /// instead when another program has it. Errors: those of Listening::options() and HttpServer::start().
    Result<void> listen();
    /// The address a Connector must post to: "http://127.0.0.1:8477/riverside-school".
    [[nodiscard]] QString webhookUrl(const Connection& connection) const;
    /// Where it gets its tokens, if deliveries must show one: the `accessTokenUrl` of its target.
    [[nodiscard]] QString tokenUrl(const Connection& connection) const;

    /// See WebhookReceiver::setDrill(). Errors: its own, and "workspace.unknownConnection".
    Result<void> setDrill(ConnectionId id, const std::optional<FaultDrill>& drill);
    [[nodiscard]] std::optional<FaultDrill> drill(ConnectionId id) const;
    [[nodiscard]] FaultDrillStatistics drillStatistics(ConnectionId id) const;

    [[nodiscard]] Retention retention() const;
    Result<void> setRetention(const Retention& retention);

Q_SIGNALS:
    void connectionsChanged();
    /// At most a few times a second.
    void statusChanged(meshwatch::ConnectionId id);
    void listeningChanged();
    /// A drill of this connection began or ended.
    void drillChanged(meshwatch::ConnectionId id);
    /// A connection is removed, or begins or ceases to have a URL: what was made on its messenger or client
    /// must go now.
    void messengerGoes(meshwatch::ConnectionId id);
    void messengerChanged(meshwatch::ConnectionId id);

private:
    class Private;
    explicit Workspace(std::unique_ptr<Private> d);
    void wire(const Connection& connection);
    void catchUpAfterSleep();
    [[nodiscard]] Result<void> checkName(const Connection& connection) const;
    std::unique_ptr<Private> d;
};

} // namespace meshwatch
