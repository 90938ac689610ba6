// SPDX-License-Identifier: MIT
#pragma once

#include <meshwatch/core/httpserver.h>
#include <meshwatch/core/identifiers.h>
#include <meshwatch/core/micros.h>
#include <meshwatch/core/result.h>
#include <meshwatch/sources/faultdrill.h>

#include <QHash>
#include <QObject>
#include <QString>
#include <QTimer>

#include <memory>
#include <optional>
#include <vector>

namespace meshwatch {

class ArrivalSink;

/// Takes the Connectors' webhooks and answers 204 once the sink has the event safe (architecture, rule 1).
///
/// Each connection has a path: `POST /NAME`, `POST /NAME/transport.messageReceived` and
/// `POST /NAME?trigger=…` are the same to it. Statuses: 204 stored; 400 no event (kept in quarantine, reason
/// as JSON); 401 key missing or wrong; 403 sent by a web page or for another host; 404 no such connection;
/// 405 not POST; 408 too slow; 413 too large; 415 not JSON; 503 too many connections, the sink cannot keep
/// it or the key is not known.
///
/// A connection whose deliveries come with OAuth2 has a token endpoint at `POST /NAME/oauth/token` (client
/// credentials by HTTP Basic). Its tokens survive a restart of ours, and end when the client's secret
/// changes.
class WebhookReceiver : public QObject {
    Q_OBJECT
public:
    /// Who may ask for tokens.
    struct OAuth2Client {
        QByteArray id;
        QByteArray secret;
    };
    /// One connection's path and what a delivery must show.
    struct Endpoint {
        ConnectionId connection;
        QString path; ///< first path segment, compared without case; empty: any path
        QString keyHeader = QStringLiteral("x-api-key");
        /// Empty: no key asked for. Else the value of `keyHeader`, or `Authorization: Bearer <key>`, or
        /// `Authorization: Basic` with this as "user:password" or as the password.
        QByteArray key;
        bool isLocked = false; ///< a key is asked for, but not known yet: 503
        /// Set: deliveries must show a Bearer token that this client was given here; `key` is not looked at.
        std::optional<OAuth2Client> client{};
    };
    struct Statistics {
        qint64 accepted = 0;
        qint64 refused = 0;
        int lastRefusedStatus = 0;
        Micros lastRefusedAt;
    };

    /// `sink` must outlive the receiver.
    explicit WebhookReceiver(ArrivalSink& sink, QObject* parent = nullptr);
    ~WebhookReceiver() override;

    /// Thread-safe; deliveries under way go by the old endpoints.
    void setEndpoints(std::vector<Endpoint> endpoints);

    /// Errors: those of HttpServer::start().
    [[nodiscard]] Result<void> start(const HttpServer::Options& options);
    /// Lets deliveries under way be stored and answered, then closes.
    void stop();
    [[nodiscard]] bool isListening() const;
    [[nodiscard]] QString url() const;
    [[nodiscard]] quint16 port() const;
    [[nodiscard]] Statistics statistics(ConnectionId connection) const;

    /// Has faults happen to a connection's deliveries from now on, or no longer; to be called on this
    /// object's thread. A drill ends by itself, and is not kept: a restart ends it too. What it refuses is
    /// kept in the quarantine, marked, and is no event: the Connector was told that it failed. What it
    /// answers 2xx, however late, is stored first. Errors: those of FaultDrill::problem().
    Result<void> setDrill(ConnectionId connection, const std::optional<FaultDrill>& drill);
    /// The drill that runs; thread-safe, as the next.
    [[nodiscard]] std::optional<FaultDrill> drill(ConnectionId connection) const;
    /// Of the drill that runs, or else of the last one.
    [[nodiscard]] FaultDrillStatistics drillStatistics(ConnectionId connection) const;

Q_SIGNALS:
    void listeningChanged();
    void drillBegan(meshwatch::ConnectionId connection);
    void drillEnded(meshwatch::ConnectionId connection);

private:
    class Private;
    void endDrills();
    std::shared_ptr<Private> d;
    QTimer m_drillEnd;
};

} // namespace meshwatch
