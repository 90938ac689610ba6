// SPDX-License-Identifier: MIT
#pragma once

#include <meshwatch/core/httpserver.h>
#include <meshwatch/core/identifiers.h>
#include <meshwatch/core/micros.h>
#include <meshwatch/core/result.h>

#include <QHash>
#include <QObject>
#include <QString>

#include <memory>
#include <vector>

namespace meshwatch {

class EventStore;

/// Takes the Connectors' webhooks and answers 204 once the event is committed (architecture, rule 1).
///
/// Each connection has a path: `POST /NAME`, `POST /NAME/transport.messageReceived` and
/// `POST /NAME?trigger=…` are the same to it. Statuses: 204 stored; 400 no event (kept in quarantine, reason
/// as JSON); 401 key missing or wrong; 403 sent by a web page or for another host; 404 no such connection;
/// 405 not POST; 408 too slow; 413 too large; 415 not JSON; 503 too many connections, the store cannot write
/// or the key is not known.
class WebhookReceiver : public QObject {
    Q_OBJECT
public:
    /// One connection's path and what a delivery must show.
    struct Endpoint {
        ConnectionId connection;
        QString path; ///< first path segment, compared without case; empty: any path
        QString keyHeader = QStringLiteral("x-api-key");
        /// Empty: no key asked for. Else the value of `keyHeader`, or `Authorization: Bearer <key>`, or
        /// `Authorization: Basic` with this as "user:password" or as the password.
        QByteArray key;
        bool isLocked = false; ///< a key is asked for, but not known yet: 503
    };
    struct Statistics {
        qint64 accepted = 0;
        qint64 refused = 0;
        int lastRefusedStatus = 0;
        Micros lastRefusedAt;
    };

    /// `store` must outlive the receiver.
    explicit WebhookReceiver(EventStore& store, QObject* parent = nullptr);
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

Q_SIGNALS:
    void listeningChanged();

private:
    class Private;
    std::shared_ptr<Private> d;
};

} // namespace meshwatch
