// SPDX-License-Identifier: MIT
#pragma once

#include "backbone.h"
#include "webhookconfiguration.h"

#include <QNetworkAccessManager>
#include <QObject>

namespace meshwatch::sandbox {

/// Delivers events to webhook targets as a Connector does: one POST for each matching pattern, one attempt,
/// no redirects, all at once. Nobody hears whether it arrived.
class WebhookModule : public QObject {
    Q_OBJECT

public:
    WebhookModule(Clock clock, QObject* parent = nullptr);

    void configure(WebhookConfiguration configuration);
    void deliver(const QString& trigger, const QJsonValue& data, const QString& correlationId);

    /// While paused, events are lost: as if the module were off.
    void setPaused(bool isPaused) { m_isPaused = isPaused; }
    /// Deliveries sent and not yet answered.
    [[nodiscard]] int underWay() const { return m_underWay; }

private:
    struct Delivery {
        const WebhookTarget* target;
        QString trigger;
        QByteArray body;
        QByteArray correlationId;
    };
    /// A target's access token, and the deliveries that wait for it.
    struct Token {
        QByteArray value;
        Micros goodUntil;
        bool isBeingFetched = false;
        QList<Delivery> waiting;
    };
    void send(const Delivery& delivery, const QByteArray& bearer = {});
    void sendWithToken(const Delivery& delivery);
    void fetchToken(const WebhookTarget& target);
    QNetworkReply* post(const QNetworkRequest& request, const QByteArray& body);

    Clock m_clock;
    WebhookConfiguration m_configuration;
    QNetworkAccessManager* m_network;
    QHash<const WebhookTarget*, Token> m_tokens;
    int m_generation = 0;
    bool m_isPaused = false;
    int m_underWay = 0;
};

} // namespace meshwatch::sandbox
