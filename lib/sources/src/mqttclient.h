// SPDX-License-Identifier: MIT
#pragma once

#include <meshwatch/core/result.h>
#include <meshwatch/sources/eventsource.h>

#include <QByteArrayList>

#include <functional>
#include <memory>
#include <mosquitto.h>
#include <optional>

namespace meshwatch {

struct MqttMessage {
    QByteArray topic;
    QByteArray body;
    int qos = 0;
    bool isRetained = false; ///< what a topic held when it was subscribed to
    bool mayBeRepeat = false;
};

/// A client of libmosquitto, used from one thread, that sends nothing by itself: what is to be sent waits for
/// write(). That way the acknowledgements wait, too, which the library makes before it hands on a message.
/// (It sends at once unless it is told that threads are used; then it leaves that to who calls its loops.)
class MqttClient {
public:
    enum class Session {
        Kept,  ///< the broker keeps it while we are away
        Aside, ///< beside the one that is kept, and forgotten at its end
    };
    using Stopping = std::function<bool()>;

    /// Waits end early when `wake` is readable, unless it is -1.
    MqttClient(const EventSource::Settings& settings, Session session, int wake);
    ~MqttClient();
    MqttClient(const MqttClient&) = delete;
    MqttClient& operator=(const MqttClient&) = delete;

    void setOnMessage(std::function<void(MqttMessage)> onMessage) { m_onMessage = std::move(onMessage); }
    [[nodiscard]] QString id() const { return m_id; }

    /// Connects, and waits until the broker accepted it.
    [[nodiscard]] Result<void> open(const Stopping& isStopping);
    /// Asks for a subscription; isSubscribed() tells when it stands.
    [[nodiscard]] Result<void> subscribe(const QByteArrayList& filters, int qos);
    [[nodiscard]] Result<bool> isSubscribed();
    /// Asks the broker something that it answers behind all that it has sent before, without a right being
    /// needed for it or anything being changed: to end a subscription that was never made.
    void ask();
    /// True once after each answer.
    [[nodiscard]] bool takeAnswer() { return std::exchange(m_isAnswered, false); }

    /// Sends what waits as far as the socket takes it.
    [[nodiscard]] Result<void> write();
    /// Hands on what is here; true if there may be more.
    [[nodiscard]] Result<bool> read();
    /// Waits for data, for space to send the rest, for the other descriptor, or so long.
    void wait(int ms) const;
    /// Waits without the connection: for the other descriptor, or so long.
    void waitAside(int ms) const;
    /// Tells the broker that this connection ends; a session that is kept stays.
    void close();

private:
    struct Destroy {
        void operator()(mosquitto* client) const { mosquitto_destroy(client); }
    };

    void setCallbacks();
    [[nodiscard]] Result<void> setUp();
    [[nodiscard]] Result<void> setUpTls();
    [[nodiscard]] Result<void> connectSocket();
    [[nodiscard]] bool isClosedByPeer() const;
    void noteLog(int level, const char* text);
    void noteMessage(const mosquitto_message& message);
    [[nodiscard]] Error failure(int code) const;
    [[nodiscard]] Error openingFailed(int code) const;

    const EventSource::Settings m_settings;
    const Session m_session;
    const QString m_id;
    const QByteArray m_logStart; ///< of the library's line about a message
    const int m_wake;
    std::unique_ptr<mosquitto, Destroy> m_client;
    std::function<void(MqttMessage)> m_onMessage;

    std::optional<int> m_accepted; ///< the broker's answer to CONNECT
    bool m_isSessionPresent = false;
    std::optional<int> m_ended; ///< why the broker ended the connection (MQTT 5)
    QByteArrayList m_filters;
    std::optional<QList<int>> m_granted;
    int m_subscription = 0, m_question = 0; ///< packets that wait for an answer
    bool m_isAnswered = false;
    std::optional<bool> m_isRepeat; ///< of the message that comes next
    QByteArray m_tlsError;
    std::chrono::steady_clock::time_point m_openedAt;
};

} // namespace meshwatch
