// SPDX-License-Identifier: MIT
#include "mqttlink.h"

#include "mqtttopics.h"
#include "mqttwords.h"

#include <QCoreApplication>
#include <QDeadlineTimer>

namespace meshwatch {

namespace {

struct MqttLinkText {
    Q_DECLARE_TR_FUNCTIONS(EventSource)
};

constexpr int mqttSubscribeMs = 10'000;
/// So long a delivery is remembered after the broker has heard that it was taken.
constexpr qint64 mqttRememberMicros = 60'000'000;
constexpr qint64 mqttForgetEveryMicros = 10'000'000;

QString mqttNames(const QByteArrayList& filters) {
    return QString::fromUtf8(filters.join(QByteArrayLiteral(", ")));
}

} // namespace

Result<QString> MqttLink::look() {
    const auto filters = mqtttopics::filters(m_settings.address.values("topic"));
    if (!filters)
        return filters.error();
    MqttClient client(m_settings, MqttClient::Session::Aside, -1);
    if (const auto opened = client.open([] { return false; }); !opened)
        return opened.error();
    if (const auto asked = client.subscribe(*filters, qos()); !asked)
        return asked.error();
    const QDeadlineTimer deadline(mqttSubscribeMs);
    while (!deadline.hasExpired()) {
        if (const auto written = client.write(); !written)
            return written.error();
        if (const auto read = client.read(); !read)
            return read.error();
        const auto subscribed = client.isSubscribed();
        if (!subscribed)
            return subscribed.error();
        if (*subscribed) {
            client.close();
            return MqttLinkText::tr(
                       "connects, subscribes to %1; the broker keeps nothing of QoS 0 while nobody "
                       "listens")
                .arg(mqttNames(*filters));
        }
        client.wait(int(deadline.remainingTime()));
    }
    return mqttwords::silent(m_settings.address.place(), m_settings.address.usesTls());
}

Result<void> MqttLink::run(SourceFeed& feed) {
    auto filters = mqtttopics::filters(m_settings.address.values("topic"));
    if (!filters)
        return filters.error();
    m_filters = std::move(*filters);
    const auto session = m_settings.isPassing ? MqttClient::Session::Aside : MqttClient::Session::Kept;
    MqttClient client(m_settings, session, feed.wakeDescriptor());
    client.setOnMessage([&](MqttMessage message) { take(feed, std::move(message)); });
    const auto ended = listen(client, feed);
    if (feed.isStopping()) {
        if (!hasToWait(feed))
            client.close();
        return {};
    }
    return ended;
}

Result<void> MqttLink::listen(MqttClient& client, SourceFeed& feed) {
    const auto isStopping = [&feed] {
        feed.drainWake();
        return feed.isStopping();
    };
    if (const auto opened = client.open(isStopping); !opened)
        return opened;
    if (const auto asked = client.subscribe(m_filters, qos()); !asked)
        return asked;
    Presence presence(feed);
    m_deadline.setRemainingTime(mqttSubscribeMs);
    while (!feed.isStopping()) {
        if (feed.hasFailed())
            return sourceerror::notStored();
        if (hasToWait(feed)) {
            presence.excuse();
            m_deadline.setRemainingTime(mqttSubscribeMs);
            client.waitAside(Presence::pulseMs);
        } else {
            const auto hasMore = exchange(client, feed, presence);
            if (!hasMore)
                return hasMore.error();
            if (!*hasMore && !hasToWait(feed))
                client.wait(Presence::pulseMs);
        }
        feed.drainWake();
    }
    return {};
}

bool MqttLink::hasToWait(const SourceFeed& feed) const {
    return feed.isFull() || feed.settled() < m_acknowledgedAt;
}

Result<bool> MqttLink::exchange(MqttClient& client, SourceFeed& feed, Presence& presence) {
    // What waits to be sent was made by rounds that are settled.
    if (const auto written = client.write(); !written)
        return written.error();
    const auto hasMore = client.read();
    feed.submit();
    if (!hasMore)
        return hasMore;
    if (client.takeAnswer())
        heard(feed, presence);
    presence.update();
    if (const auto confirmed = confirm(client, feed, presence); !confirmed)
        return confirmed.error();
    if (presence.isLost())
        return mqttwords::fellSilent(m_settings.address.place());
    if (!m_isConnected && m_deadline.hasExpired())
        return mqttwords::silent(m_settings.address.place(), m_settings.address.usesTls());
    // Behind what is to be acknowledged, so that its answer says that this was heard, too.
    if (m_isConnected && !hasToWait(feed) && presence.shouldAsk()) {
        presence.asked();
        m_acknowledgedBefore = m_acknowledged;
        client.ask();
    }
    return hasMore;
}

Result<void> MqttLink::confirm(MqttClient& client, SourceFeed& feed, Presence& presence) {
    if (m_isConnected)
        return {};
    const auto subscribed = client.isSubscribed();
    if (!subscribed)
        return subscribed.error();
    if (*subscribed) {
        m_isConnected = true;
        presence.subscribed();
        feed.connected(MqttLinkText::tr("subscribed to %1 at %2, as client %3")
                           .arg(mqttNames(m_filters), m_settings.address.place(), client.id()));
    }
    return {};
}

void MqttLink::heard(SourceFeed& feed, Presence& presence) {
    // While the broker waits for acknowledgements, it may hold more back that was published before.
    const Micros asked = presence.answered(m_acknowledged == m_acknowledgedBefore);
    // All acknowledgements before the question have reached the broker.
    if (m_acknowledged > 0 && asked.value - m_forgotten.value > mqttForgetEveryMicros) {
        m_forgotten = asked;
        feed.forgetDeliveries({asked.value - mqttRememberMicros});
    }
}

void MqttLink::take(SourceFeed& feed, MqttMessage message) {
    const bool isAcknowledged = message.qos > 0;
    m_acknowledged += isAcknowledged;
    QByteArray name = mqtttopics::eventName(message.topic);
    if (name.isEmpty() || message.isRetained || !mqtttopics::matches(m_filters, message.topic))
        return;
    SourceDelivery delivery;
    delivery.trigger = std::move(name);
    delivery.path = std::move(message.topic);
    delivery.body = std::move(message.body);
    delivery.canRepeat = isAcknowledged;
    delivery.mayBeRepeat = message.mayBeRepeat;
    feed.take(std::move(delivery));
    if (isAcknowledged)
        m_acknowledgedAt = feed.taken();
}

} // namespace meshwatch
