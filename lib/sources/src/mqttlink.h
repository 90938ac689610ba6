// SPDX-License-Identifier: MIT
#pragma once

#include "mqttclient.h"
#include "presence.h"
#include "sourcelink.h"

#include <QDeadlineTimer>

namespace meshwatch {

/// Takes what is published on MQTT topics, in a session that the broker keeps while we are away.
///
/// QoS 0, as the Connector publishes: the broker keeps nothing for who is absent, so each time that this was
/// not connected becomes a gap. A question every second, which the broker answers behind the messages before
/// it, proves until when everything was heard. What a broker drops while we are connected (Mosquitto: beyond
/// max_queued_messages, when we read too slowly) nobody tells us.
///
/// QoS 1: acknowledged after the commit. Messages are read in rounds, and until those of a round are settled
/// nothing is sent nor read. While such messages come without a pause, the broker may hold older ones back,
/// so that nothing proves that all was heard, and a gap would begin earlier. The broker's repeats are known
/// by its DUP flag; a broker that was killed and goes on from an old state of its disk may repeat without it,
/// and such a message is taken for a new one.
///
/// QoS 2 is subscribed to as QoS 1: libmosquitto hands a message of QoS 2 on only after it has told the
/// broker to forget it, so that it would be lost with us. The store knows repeats itself.
///
/// A session remembers the topics of former addresses with the same client id; what comes of them is passed
/// over. Retained messages are old ones and no events.
class MqttLink : public SourceLink {
public:
    explicit MqttLink(const EventSource::Settings& settings)
        : m_settings(settings) {}

    [[nodiscard]] Result<void> run(SourceFeed& feed) override;
    [[nodiscard]] Result<QString> look() override;

private:
    [[nodiscard]] Result<void> listen(MqttClient& client, SourceFeed& feed);
    /// One round: sends, reads what is here, and hands it to the store. True if there may be more.
    [[nodiscard]] Result<bool> exchange(MqttClient& client, SourceFeed& feed, Presence& presence);
    /// Looks whether the subscription stands.
    [[nodiscard]] Result<void> confirm(MqttClient& client, SourceFeed& feed, Presence& presence);
    /// What was read waits for the store, so that nothing may be acknowledged or read.
    [[nodiscard]] bool hasToWait(const SourceFeed& feed) const;
    void take(SourceFeed& feed, MqttMessage message);
    void heard(SourceFeed& feed, Presence& presence);
    [[nodiscard]] int qos() const { return qMin(m_settings.address.number("qos"), 1); }

    const EventSource::Settings m_settings;
    QByteArrayList m_filters;
    qint64 m_acknowledged = 0;       ///< messages that the broker waits for an acknowledgement of, ever
    qint64 m_acknowledgedAt = 0;     ///< the place of the last of them in the feed
    qint64 m_acknowledgedBefore = 0; ///< how many had been when the question was asked
    Micros m_forgotten;
    QDeadlineTimer m_deadline; ///< of the subscription
    bool m_isConnected = false;
};

} // namespace meshwatch
