// SPDX-License-Identifier: MIT
#pragma once

#include <meshwatch/connector/connectorclient.h>
#include <meshwatch/sources/webhookreceiver.h>
#include <meshwatch/sync/backbonesync.h>
#include <meshwatch/workspace/connection.h>
#include <meshwatch/workspace/connectionsources.h>
#include <meshwatch/workspace/connectionstatus.h>
#include <meshwatch/workspace/messenger.h>
#include <meshwatch/workspace/secretstore.h>

#include <memory>

namespace meshwatch {

/// Settings for a client of a connection with the secrets in memory. Certificate files that cannot be read
/// are left out; the connection then fails with the TLS error that names the reason.
[[nodiscard]] ConnectorSettings connectorSettings(const Connection& connection, const SecretStore& secrets);

/// What a connection's deliveries must show, by the secrets in memory; without the path.
[[nodiscard]] WebhookReceiver::Endpoint receiverEndpoint(const Connection& connection,
                                                         const SecretStore& secrets);

/// One connection at work: its client, its synchronisation, and how it is doing.
class WatchedConnection : public QObject {
    Q_OBJECT
public:
    /// `subscriber` names us at brokers, the same at each start.
    WatchedConnection(Connection connection, QString subscriber, EventStore& store, SecretStore& secrets);

    [[nodiscard]] const Connection& connection() const { return m_connection; }
    void setConnection(const Connection& connection);
    /// Asks the keychain, then connects.
    void readSecrets();
    /// Null without a URL. It stays the same when its settings change, so that what was made on it goes on.
    [[nodiscard]] ConnectorClient* client() const { return m_client.get(); }
    [[nodiscard]] BackboneSync* sync() const { return m_sync.get(); }
    /// Null until the secrets were read for the first time.
    [[nodiscard]] Messenger* messenger() const { return m_messenger.get(); }
    /// Tells that the messenger goes, and lets it go.
    void dropMessenger();
    [[nodiscard]] ConnectionSources& sources() { return m_sources; }
    [[nodiscard]] const ConnectionStatus& status() const { return m_status; }
    /// Called once a second with what the receiver counts.
    void tick(const WebhookReceiver::Statistics& statistics);

Q_SIGNALS:
    void changed();
    void secretsChanged();
    void messengerGoes();
    void messengerChanged();

private:
    void readNext(std::vector<SecretName> names);
    void connectToConnector();
    void renewClient();
    void startSync();
    void probe();
    void setHealth(ConnectionStatus::Health health, const QString& text);

    Connection m_connection;
    const QString m_subscriber;
    EventStore& m_store;
    SecretStore& m_secrets;
    std::unique_ptr<ConnectorClient> m_client;
    std::unique_ptr<BackboneSync> m_sync; ///< after the client: ends before it, as the next
    std::unique_ptr<Messenger> m_messenger;
    ConnectionSources m_sources;
    ConnectionStatus m_status;
    Micros m_syncBegan;
    SmoothedRate m_rate;
    qint64 m_stored = 0; ///< by the receiver and all sources
    bool m_keychainFailed = false;
};

} // namespace meshwatch
