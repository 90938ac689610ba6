// SPDX-License-Identifier: MIT
#include <meshwatch/sources/relaymetrics.h>

#include <map>

namespace meshwatch {

namespace {

using MetricLabels = std::vector<std::pair<const char*, QString>>;

/// Writes metrics; names and order are those of toPrometheus().
class MetricText {
public:
    void begin(const char* name, const char* kind, const char* help) {
        m_name = name;
        m_text.append("# HELP ").append(name).append(' ').append(help).append('\n');
        m_text.append("# TYPE ").append(name).append(' ').append(kind).append('\n');
    }
    void add(qint64 value, const MetricLabels& labels = {}) {
        m_text.append(m_name);
        char separator = '{';
        for (const auto& [label, text] : labels) {
            m_text.append(separator).append(label).append("=\"").append(escaped(text)).append('"');
            separator = ',';
        }
        if (!labels.empty())
            m_text.append('}');
        m_text.append(' ').append(QByteArray::number(value)).append('\n');
    }
    void single(const char* name, const char* kind, const char* help, qint64 value) {
        begin(name, kind, help);
        add(value);
    }
    [[nodiscard]] QByteArray text() const { return m_text; }

private:
    static QByteArray escaped(const QString& text) {
        return text.toUtf8().replace('\\', "\\\\").replace('"', "\\\"").replace('\n', "\\n");
    }
    QByteArray m_text;
    const char* m_name = "";
};

/// A subscriber can be connected several times; a series stands once.
struct MetricSubscriber {
    qint64 connected = 0;
    qint64 lag = 0; ///< the largest
};

void addRelay(MetricText& text, const RelayServer::Figures& relay) {
    std::map<std::pair<QString, QString>, MetricSubscriber> subscribers;
    for (const RelayServer::Subscriber& subscriber : relay.subscribers) {
        MetricSubscriber& known = subscribers[{subscriber.name, subscriber.connection}];
        ++known.connected;
        known.lag = qMax(known.lag, subscriber.lag);
    }
    const auto labels = [](const auto& key) {
        return MetricLabels{{"subscriber", key.first}, {"connection", key.second}};
    };
    text.begin("meshwatch_relay_subscribers", "gauge", "Subscribers connected.");
    for (const auto& [key, subscriber] : subscribers)
        text.add(subscriber.connected, labels(key));
    text.begin("meshwatch_relay_subscriber_lag_events", "gauge",
               "Events of the store that a subscriber was not told of yet.");
    for (const auto& [key, subscriber] : subscribers)
        text.add(subscriber.lag, labels(key));
    text.single("meshwatch_relay_events_sent_total", "counter", "Events sent to subscribers.",
                relay.eventsSent);
    text.single("meshwatch_relay_wrong_tokens_total", "counter", "Connections with a wrong token.",
                relay.wrongTokens);
    text.single("meshwatch_relay_refused_total", "counter", "Connections refused for another reason.",
                relay.refused);
}

} // namespace

QByteArray RelayMetrics::toPrometheus() const {
    MetricText text;
    text.begin("meshwatch_events_stored", "gauge", "Events kept.");
    for (const Connection& connection : connections)
        text.add(connection.stored, {{"connection", connection.name}});
    text.begin("meshwatch_deliveries_accepted_total", "counter", "Webhook deliveries stored.");
    for (const Connection& connection : connections)
        text.add(connection.accepted, {{"connection", connection.name}});
    text.begin("meshwatch_deliveries_refused_total", "counter", "Webhook deliveries refused.");
    for (const Connection& connection : connections)
        text.add(connection.refused, {{"connection", connection.name}});
    text.single("meshwatch_store_bytes", "gauge", "Size of the store on the disk.", storeBytes);
    text.single("meshwatch_store_pending_arrivals", "gauge", "Arrivals that wait for their commit.", pending);
    text.single("meshwatch_store_trouble", "gauge", "1 while the store cannot write.",
                trouble == EventStore::Trouble::None ? 0 : 1);
    if (relay)
        addRelay(text, *relay);
    return text.text();
}

QStringList RelayMetrics::troubles() const {
    switch (trouble) {
    case EventStore::Trouble::None:
        break;
    case EventStore::Trouble::DiskFull:
        return {QStringLiteral("The disk is full: deliveries wait and are not acknowledged.")};
    case EventStore::Trouble::ReadOnly:
        return {QStringLiteral("The event store cannot be written: check its rights.")};
    case EventStore::Trouble::Failed:
        return {QStringLiteral("The event store cannot be written.")};
    }
    return {};
}

} // namespace meshwatch
