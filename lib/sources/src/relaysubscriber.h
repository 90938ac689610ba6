// SPDX-License-Identifier: MIT
#pragma once

#include "relaygate.h"
#include "relayprotocol.h"

#include <QPointer>
#include <QWebSocket>

#include <deque>

namespace meshwatch {

/// One subscriber of a relay: understands what it says, and sends what it may be sent. What is sent next is
/// RelayHub's to decide.
class RelaySubscriber : public QObject {
public:
    struct Wish {
        QString filter;
        bool isFromNow = false;
        std::optional<relay::Cursor> from; ///< none, and not from now: from the start
    };
    struct Handlers {
        std::function<void(RelaySubscriber&)> greet; ///< it speaks our version: to be welcomed
        std::function<void(RelaySubscriber&, const Wish&)> subscribe;
        std::function<void(RelaySubscriber&)> serve; ///< it has credit, or can take more
        std::function<void(RelaySubscriber&)> gone;  ///< the last call; it deletes itself
    };

    /// `webSocket` was made on the guest's socket and owns it.
    RelaySubscriber(QWebSocket* webSocket, RelayGate::Guest guest, Handlers handlers, QObject* parent);

    [[nodiscard]] const RelayGate::Guest& guest() const { return m_guest; }
    [[nodiscard]] Micros since() const { return m_since; }
    [[nodiscard]] qint64 sent() const { return m_sent; }
    [[nodiscard]] qint64 credit() const { return m_credit; }
    [[nodiscard]] bool isSubscribed() const { return m_state == State::Subscribed; }
    [[nodiscard]] QString reason() const { return m_reason; }
    /// It has taken what it was sent, but for a little.
    [[nodiscard]] bool canTake() const;
    [[nodiscard]] qint64 bytesUnsent() const;

    void welcome(const QJsonObject& frame);
    void subscribed(const QJsonObject& frame, const relay::Cursor& cursor);
    void send(const QJsonObject& frame);
    /// Sends `count` events, of the credit.
    void sendEvents(const relay::Message& message, int count);
    /// Tells what is wrong and ends the connection.
    void fail(const char* code, const QString& message,
              QWebSocketProtocol::CloseCode closeCode = QWebSocketProtocol::CloseCodePolicyViolated);
    void leave(QWebSocketProtocol::CloseCode closeCode, const QString& reason);

    /// To be called every second or so.
    void tick(const RelayServer::Options& options);

    relay::Cursor cursor;      ///< up to where it was told
    bool isReadFor = false;    ///< what it waits for is being read
    qint64 positionToldAt = 0; ///< steady milliseconds

private:
    enum class State { Greeting, Greeted, Welcomed, Subscribing, Subscribed, Leaving };

    void take(const QString& text);
    void hello(const QJsonObject& frame);
    void subscribe(const QJsonObject& frame);
    void addCredit(const QJsonValue& events);
    void push(relay::Message message);
    void write();
    void pump();
    void ended();

    QWebSocket* const m_webSocket;
    const QPointer<QTcpSocket> m_socket;
    const RelayGate::Guest m_guest;
    const Handlers m_handlers;
    const Micros m_since = Micros::now();
    State m_state = State::Greeting;
    std::deque<relay::Message> m_outgoing;
    qsizetype m_nextFrame = 0; ///< of the first message
    qint64 m_credit = 0;
    qint64 m_sent = 0;
    qint64 m_heardAt;
    qint64 m_pingedAt;
    qint64 m_leavingSince = 0;
    QString m_reason;
};

} // namespace meshwatch
