// SPDX-License-Identifier: MIT
#include "watchedconnection.h"

#include <meshwatch/connector/whenfinished.h>

#include <QFile>

namespace meshwatch {

namespace {

QByteArray fileContent(const QString& path) {
    QFile file(path);
    return !path.isEmpty() && file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

std::vector<SecretName> secretsOf(const Connection& connection) {
    std::vector<SecretName> names;
    if (connection.receivesWebhooks) {
        const bool usesTokens =
            connection.receiverAuthentication == Connection::ReceiverAuthentication::OAuth2;
        names.emplace_back(usesTokens ? SecretKind::ReceiverClientSecret : SecretKind::ReceiverKey);
    }
    switch (connection.authentication) {
    case Connection::Authentication::None:
        break;
    case Connection::Authentication::ApiKey:
        names.emplace_back(SecretKind::ApiKey);
        break;
    case Connection::Authentication::Bearer:
        names.emplace_back(SecretKind::BearerToken);
        break;
    case Connection::Authentication::OAuth2:
        names.emplace_back(SecretKind::ClientSecret);
        break;
    }
    for (const BrokerSource& source : connection.sources)
        names.emplace_back(SecretKind::Source, source.number);
    return names;
}

} // namespace

ConnectorSettings connectorSettings(const Connection& connection, const SecretStore& secrets) {
    ConnectorSettings settings;
    settings.baseUrl = connection.url;
    switch (connection.authentication) {
    case Connection::Authentication::None:
        break;
    case Connection::Authentication::ApiKey:
        settings.authentication = ConnectorSettings::ApiKey{
            connection.apiKeyHeader.toLatin1(), secrets.known(connection.id, SecretKind::ApiKey).toUtf8()};
        break;
    case Connection::Authentication::Bearer:
        settings.authentication =
            ConnectorSettings::Bearer{secrets.known(connection.id, SecretKind::BearerToken).toUtf8()};
        break;
    case Connection::Authentication::OAuth2:
        settings.authentication = ConnectorSettings::OAuth2ClientCredentials{
            connection.tokenUrl, connection.clientId, secrets.known(connection.id, SecretKind::ClientSecret),
            connection.scope};
        break;
    }
    settings.caCertificatesPem = fileContent(connection.caCertificateFile);
    settings.clientCertificatePem = fileContent(connection.clientCertificateFile);
    settings.clientKeyPem = fileContent(connection.clientKeyFile);
    return settings;
}

WebhookReceiver::Endpoint receiverEndpoint(const Connection& connection, const SecretStore& secrets) {
    using Authentication = Connection::ReceiverAuthentication;
    WebhookReceiver::Endpoint endpoint;
    endpoint.connection = connection.id;
    endpoint.keyHeader = connection.receiverKeyHeader;
    if (connection.receiverAuthentication == Authentication::ApiKey) {
        endpoint.key = secrets.known(connection.id, SecretKind::ReceiverKey).toUtf8();
        endpoint.isLocked = connection.asksForKey && endpoint.key.isEmpty();
    } else if (connection.receiverAuthentication == Authentication::OAuth2) {
        const QByteArray secret = secrets.known(connection.id, SecretKind::ReceiverClientSecret).toUtf8();
        endpoint.client = {connection.receiverClientId.toUtf8(), secret};
        endpoint.isLocked = secret.isEmpty();
    }
    return endpoint;
}

WatchedConnection::WatchedConnection(Connection connection, QString subscriber, EventStore& store,
                                     SecretStore& secrets)
    : m_connection(std::move(connection))
    , m_subscriber(std::move(subscriber))
    , m_store(store)
    , m_secrets(secrets)
    , m_sources(store, secrets) {
    connect(&m_sources, &ConnectionSources::changed, this, &WatchedConnection::changed);
    // What a broker did not keep, the Connector may still hold.
    connect(&m_sources, &ConnectionSources::gapEnded, this, [this] {
        if (m_sync)
            m_sync->syncNow();
    });
}

void WatchedConnection::setConnection(const Connection& connection) {
    m_connection = connection;
    readSecrets();
}

void WatchedConnection::readSecrets() {
    m_keychainFailed = false;
    readNext(secretsOf(m_connection));
}

void WatchedConnection::readNext(std::vector<SecretName> names) {
    if (names.empty()) {
        Q_EMIT secretsChanged();
        m_sources.apply(m_connection, m_subscriber);
        connectToConnector();
        return;
    }
    const SecretName name = names.back();
    names.pop_back();
    connector::whenFinished(m_secrets.read(m_connection.id, name), this,
                            [this, names = std::move(names)](const Result<QString>& secret) {
                                m_keychainFailed = m_keychainFailed || !secret;
                                readNext(names);
                            });
}

void WatchedConnection::connectToConnector() {
    m_sync.reset();
    renewClient();
    if (!m_client) {
        setHealth(ConnectionStatus::Health::Good, tr("receives only"));
        return;
    }
    startSync();
    probe();
}

void WatchedConnection::renewClient() {
    const bool hasUrl = !m_connection.url.isEmpty();
    if (m_client && hasUrl) {
        m_client->setSettings(connectorSettings(m_connection, m_secrets));
        return;
    }
    if (m_messenger && !m_client && !hasUrl)
        return;
    dropMessenger();
    m_client =
        hasUrl ? std::make_unique<ConnectorClient>(connectorSettings(m_connection, m_secrets)) : nullptr;
    m_messenger = std::make_unique<Messenger>(m_store, m_client.get(), m_connection.id);
    Q_EMIT messengerChanged();
}

void WatchedConnection::dropMessenger() {
    if (!m_messenger)
        return;
    Q_EMIT messengerGoes();
    m_messenger.reset();
}

void WatchedConnection::startSync() {
    m_sync = std::make_unique<BackboneSync>(*m_client, m_store, m_connection.id);
    m_sync->setSettings({std::chrono::seconds(m_connection.syncSeconds), std::chrono::seconds(2)});
    connect(m_sync.get(), &BackboneSync::started, this, [this] {
        m_status.isSyncing = true;
        m_syncBegan = Micros::now();
        Q_EMIT changed();
    });
    connect(m_sync.get(), &BackboneSync::finished, this, [this](const BackboneSync::Summary& summary) {
        m_status.isSyncing = false;
        m_status.lastSync = Micros::now();
        m_store.gapsReconciled(m_connection.id, m_syncBegan);
        if (!summary.isFirst)
            m_status.recovered += summary.recovered;
        if (summary.closed.isEmpty())
            setHealth(ConnectionStatus::Health::Good, tr("connected"));
        else
            setHealth(ConnectionStatus::Health::Warning,
                      tr("the key may not read: %1").arg(summary.closed.join(QStringLiteral(", "))));
    });
    connect(m_sync.get(), &BackboneSync::failed, this, [this](const ConnectorError& error) {
        m_status.isSyncing = false;
        setHealth(ConnectionStatus::Health::Bad, error.toError().text());
    });
}

void WatchedConnection::probe() {
    setHealth(ConnectionStatus::Health::Unknown, tr("connecting…"));
    connector::whenFinished(m_client->probe(), this, [this](const ConnectorProbe& probe) {
        m_status.version = probe.version;
        m_status.address = probe.address;
        m_status.displayName = probe.displayName;
        if (const auto failure = probe.failure())
            setHealth(ConnectionStatus::Health::Bad, failure->toError().text());
        else if (!probe.isHealthy)
            setHealth(ConnectionStatus::Health::Warning, tr("the Connector says that it is not healthy"));
        else
            setHealth(ConnectionStatus::Health::Good, tr("connected"));
        if (m_sync && m_connection.syncSeconds > 0)
            m_sync->start();
    });
}

void WatchedConnection::setHealth(ConnectionStatus::Health health, const QString& text) {
    m_status.health = health;
    m_status.text = m_keychainFailed && health == ConnectionStatus::Health::Bad
                        ? tr("%1 The keychain could not be read.").arg(text)
                        : text;
    Q_EMIT changed();
}

void WatchedConnection::tick(const WebhookReceiver::Statistics& statistics) {
    m_sources.tick();
    const qint64 stored = statistics.accepted + m_sources.stored();
    if (stored > std::exchange(m_stored, stored))
        m_status.lastEvent = Micros::now();
    if (!m_rate.update(stored))
        return;
    m_status.eventsPerSecond = m_rate.perSecond();
    Q_EMIT changed();
}

} // namespace meshwatch
