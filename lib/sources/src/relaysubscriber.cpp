// SPDX-License-Identifier: MIT
#include "relaysubscriber.h"

#include <meshwatch/core/json.h>

#include <QJsonArray>
#include <QSslSocket>

namespace meshwatch {

namespace {

/// So much may lie in a socket's buffer; then the network takes it at its own pace.
constexpr qint64 mostUnsent = 2 * relay::frameBytes;
constexpr int maxRelayCredit = 1'000'000;
constexpr qint64 relayLeaveTime = 5'000;

qint64 relayClock() {
    return std::chrono::duration_cast<std::chrono::milliseconds>(
               std::chrono::steady_clock::now().time_since_epoch())
        .count();
}

} // namespace

RelaySubscriber::RelaySubscriber(QWebSocket* webSocket, RelayGate::Guest guest, Handlers handlers,
                                 QObject* parent)
    : QObject(parent)
    , m_webSocket(webSocket)
    , m_socket(guest.socket)
    , m_guest(std::move(guest))
    , m_handlers(std::move(handlers))
    , m_heardAt(relayClock())
    , m_pingedAt(m_heardAt) {
    m_webSocket->setParent(this);
    m_webSocket->setMaxAllowedIncomingFrameSize(quint64(relay::maxRequestBytes));
    m_webSocket->setMaxAllowedIncomingMessageSize(quint64(relay::maxRequestBytes));
    connect(m_webSocket, &QWebSocket::textMessageReceived, this, &RelaySubscriber::take);
    connect(m_webSocket, &QWebSocket::binaryMessageReceived, this,
            [this] { fail(relay::code::badFrame, RelayServer::tr("The relay understands texts only.")); });
    connect(m_webSocket, &QWebSocket::pong, this, [this] { m_heardAt = relayClock(); });
    connect(m_webSocket, &QWebSocket::disconnected, this, &RelaySubscriber::ended);
    connect(m_socket, &QTcpSocket::bytesWritten, this, &RelaySubscriber::pump);
    if (auto* const tls = qobject_cast<QSslSocket*>(m_socket.data()))
        connect(tls, &QSslSocket::encryptedBytesWritten, this, &RelaySubscriber::pump);
}

qint64 RelaySubscriber::bytesUnsent() const {
    if (!m_socket)
        return 0;
    const auto* const tls = qobject_cast<const QSslSocket*>(m_socket.data());
    return m_socket->bytesToWrite() + (tls ? tls->encryptedBytesToWrite() : 0);
}

bool RelaySubscriber::canTake() const { return m_outgoing.empty() && bytesUnsent() < mostUnsent; }

void RelaySubscriber::take(const QString& text) {
    m_heardAt = relayClock();
    if (m_state == State::Leaving)
        return;
    const auto frame = json::parseObject(text.toUtf8());
    const QString type = frame ? frame->value(QLatin1String("type")).toString() : QString();
    if (type == QLatin1String("hello") && m_state == State::Greeting)
        hello(*frame);
    else if (type == QLatin1String("subscribe") && m_state == State::Welcomed)
        subscribe(*frame);
    else if (type == QLatin1String("credit") && m_state >= State::Subscribing)
        addCredit(frame->value(QLatin1String("events")));
    else
        fail(relay::code::badFrame,
             frame ? RelayServer::tr("A frame of type “%1” is not expected here.").arg(type.left(40))
                   : RelayServer::tr("A frame is no JSON object: %1").arg(frame.error().message));
}

void RelaySubscriber::hello(const QJsonObject& frame) {
    const QJsonArray versions = frame.value(QLatin1String("versions")).toArray();
    if (!versions.contains(relay::protocolVersion)) {
        fail(relay::code::version, RelayServer::tr("This relay (%1) speaks version %2 of the protocol.")
                                       .arg(QLatin1String(MESHWATCH_VERSION))
                                       .arg(relay::protocolVersion));
        return;
    }
    m_state = State::Greeted;
    m_handlers.greet(*this);
}

void RelaySubscriber::welcome(const QJsonObject& frame) {
    if (m_state != State::Greeted)
        return;
    m_state = State::Welcomed;
    send(frame);
}

void RelaySubscriber::subscribe(const QJsonObject& frame) {
    Wish wish;
    wish.filter = frame.value(QLatin1String("filter")).toString();
    const QString from = frame.value(QLatin1String("from")).toString();
    wish.isFromNow = from == QLatin1String("now");
    if (!wish.isFromNow && from != QLatin1String("start")) {
        wish.from = relay::Cursor::fromText(from.toLatin1());
        if (!wish.from) {
            fail(relay::code::badFrame, RelayServer::tr("“from” is neither a cursor nor start nor now."));
            return;
        }
    }
    m_state = State::Subscribing;
    if (frame.contains(QLatin1String("credit")))
        addCredit(frame.value(QLatin1String("credit")));
    if (m_state == State::Subscribing)
        m_handlers.subscribe(*this, wish);
}

void RelaySubscriber::subscribed(const QJsonObject& frame, const relay::Cursor& from) {
    if (m_state != State::Subscribing)
        return;
    m_state = State::Subscribed;
    cursor = from;
    positionToldAt = relayClock();
    send(frame);
    m_handlers.serve(*this);
}

void RelaySubscriber::addCredit(const QJsonValue& events) {
    const double count = events.toDouble(-1);
    if (count < 0 || count > maxRelayCredit || count != qint64(count)) {
        fail(relay::code::badFrame,
             RelayServer::tr("Credit is a whole number from 0 to %1.").arg(maxRelayCredit));
        return;
    }
    m_credit = qMin<qint64>(m_credit + qint64(count), maxRelayCredit);
    if (m_state == State::Subscribed)
        m_handlers.serve(*this);
}

void RelaySubscriber::send(const QJsonObject& frame) { push(relay::message(frame)); }

void RelaySubscriber::sendEvents(const relay::Message& message, int count) {
    m_credit -= count;
    m_sent += count;
    positionToldAt = relayClock();
    push(message);
}

void RelaySubscriber::push(relay::Message message) {
    if (m_state == State::Leaving)
        return;
    m_outgoing.push_back(std::move(message));
    write();
}

/// Frames go to the socket below QWebSocket, which would copy each message for each subscriber. They are
/// whole, so that its own (pings, the end) can stand between them.
void RelaySubscriber::write() {
    while (!m_outgoing.empty() && m_socket && bytesUnsent() < mostUnsent) {
        const relay::Message& message = m_outgoing.front();
        m_socket->write(message->at(m_nextFrame));
        if (++m_nextFrame < message->size())
            continue;
        m_nextFrame = 0;
        m_outgoing.pop_front();
    }
}

void RelaySubscriber::pump() {
    write();
    if (m_state == State::Subscribed && canTake())
        m_handlers.serve(*this);
}

void RelaySubscriber::fail(const char* code, const QString& message,
                           QWebSocketProtocol::CloseCode closeCode) {
    if (m_state == State::Leaving)
        return;
    // Behind a message of which a part is sent nothing else could be said.
    if (m_nextFrame == 0) {
        m_outgoing.clear();
        send({{QStringLiteral("type"), QStringLiteral("error")},
              {QStringLiteral("code"), QLatin1String(code)},
              {QStringLiteral("message"), message}});
    }
    leave(closeCode, QLatin1String(code));
}

void RelaySubscriber::leave(QWebSocketProtocol::CloseCode closeCode, const QString& reason) {
    if (m_state == State::Leaving)
        return;
    m_state = State::Leaving;
    m_reason = reason;
    m_leavingSince = relayClock();
    m_outgoing.clear();
    m_webSocket->close(closeCode, reason);
}

void RelaySubscriber::tick(const RelayServer::Options& options) {
    const qint64 now = relayClock();
    if (m_state == State::Leaving) {
        if (now - m_leavingSince > relayLeaveTime)
            m_webSocket->abort();
        return;
    }
    const bool isGreeting = m_state < State::Subscribing;
    if (isGreeting && Micros::now().value - m_since.value > options.silence.count() * 1000) {
        fail(relay::code::timeOut, RelayServer::tr("Nothing was subscribed to."));
        return;
    }
    if (now - m_heardAt > options.silence.count()) {
        m_state = State::Leaving;
        m_reason = QLatin1String(relay::code::timeOut);
        m_leavingSince = now;
        m_outgoing.clear();
        // It does not read: nothing would reach it.
        m_webSocket->abort();
        return;
    }
    if (now - m_pingedAt > options.pingPause.count()) {
        m_pingedAt = now;
        m_webSocket->ping();
    }
}

void RelaySubscriber::ended() {
    if (m_reason.isEmpty())
        m_reason = m_webSocket->closeCode() == QWebSocketProtocol::CloseCodeNormal ||
                           m_webSocket->closeCode() == QWebSocketProtocol::CloseCodeGoingAway
                       ? QStringLiteral("left")
                       : QStringLiteral("broken");
    m_state = State::Leaving;
    m_outgoing.clear();
    m_handlers.gone(*this);
    deleteLater();
}

} // namespace meshwatch
