// SPDX-License-Identifier: MIT
#include "relaygate.h"

#include <meshwatch/core/httpmessage.h>

#include <QSslSocket>
#include <QUrl>

namespace meshwatch {

namespace {

constexpr qint64 maxRelayHead = 16 * 1024;
/// Who comes with a request is through in milliseconds: of so many that are not, the oldest only stand there.
constexpr size_t maxWaitingAtGate = 256;
constexpr int relayBacklog = 1024;
constexpr qint64 wrongTokenWindow = 60'000;
constexpr qsizetype maxWrongAddresses = 10'000;

qint64 steadyMilliseconds() {
    return std::chrono::duration_cast<std::chrono::milliseconds>(
               std::chrono::steady_clock::now().time_since_epoch())
        .count();
}

/// The first request of a connection: nothing of it is trusted.
struct RelayRequest {
    QByteArray method;
    QString path;
    HttpFields headers;

    static std::optional<RelayRequest> parse(const QByteArray& head) {
        const QByteArrayList lines = head.split('\n');
        const QByteArrayList first = lines.constFirst().trimmed().split(' ');
        if (first.size() != 3 || !first.at(2).startsWith("HTTP/1."))
            return std::nullopt;
        RelayRequest request;
        request.method = first.at(0);
        request.path = QUrl::fromPercentEncoding(first.at(1).split('?').constFirst());
        for (qsizetype i = 1; i < lines.size(); ++i) {
            const QByteArray line = lines.at(i).trimmed();
            const qsizetype colon = line.indexOf(':');
            if (line.isEmpty())
                continue;
            if (colon <= 0)
                return std::nullopt;
            request.headers.add(line.left(colon), line.mid(colon + 1).trimmed());
        }
        return request;
    }

    [[nodiscard]] QByteArrayView bearer() const {
        const QByteArrayView value = headers.value("authorization");
        const bool isBearer = value.size() > 7 && qstrnicmp(value.data(), "bearer ", 7) == 0;
        return isBearer ? value.sliced(7).trimmed() : QByteArrayView();
    }
};

} // namespace

RelayGate::RelayGate(Settings settings, std::function<bool()> hasRoom,
                     std::function<void(const Guest&)> admit, QObject* parent)
    : QTcpServer(parent)
    , m_settings(std::move(settings))
    , m_hasRoom(std::move(hasRoom))
    , m_admit(std::move(admit)) {
    setListenBacklogSize(relayBacklog);
    connect(&m_sweep, &QTimer::timeout, this, &RelayGate::sweep);
    m_sweep.start(
        qBound(std::chrono::milliseconds(50), m_settings.handshakeTime / 4, std::chrono::milliseconds(1000)));
}

void RelayGate::incomingConnection(qintptr descriptor) {
    if (m_waiting.size() >= maxWaitingAtGate)
        leave(m_waiting.begin()->first);
    auto* const tls = m_settings.tls ? new QSslSocket(this) : nullptr;
    QTcpSocket* const socket = tls ? tls : new QTcpSocket(this);
    const quint64 number = ++m_lastNumber;
    m_waiting.emplace(number, Waiting{socket, steadyMilliseconds()});
    if (!socket->setSocketDescriptor(descriptor)) {
        leave(number);
        return;
    }
    // One byte more shows that a head is too large.
    socket->setReadBufferSize(maxRelayHead + 1);
    socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
    connect(socket, &QTcpSocket::readyRead, this, [this, number] { look(number); });
    connect(socket, &QTcpSocket::disconnected, this, [this, number] { leave(number); });
    if (tls) {
        tls->setSslConfiguration(*m_settings.tls);
        tls->startServerEncryption();
    }
}

void RelayGate::look(quint64 number) {
    const auto waiting = m_waiting.find(number);
    if (waiting == m_waiting.end())
        return;
    QTcpSocket* const socket = waiting->second.socket;
    const QByteArray begin = socket->peek(maxRelayHead + 1);
    const qsizetype end = begin.indexOf("\r\n\r\n");
    if (end < 0) {
        if (begin.size() > maxRelayHead)
            refuse(number, {431, "Request Header Fields Too Large", "tooLarge",
                            RelayServer::tr("The request's head is too large.")});
        return;
    }
    Guest guest{socket, {}, {}, socket->peerAddress().toString()};
    if (const auto refusal = judge(begin.first(end), guest)) {
        refuse(number, *refusal);
        return;
    }
    m_waiting.erase(waiting);
    socket->disconnect(this);
    socket->setReadBufferSize(0);
    m_admit(guest);
}

std::optional<RelayGate::Refusal> RelayGate::judge(const QByteArray& head, Guest& guest) {
    const auto request = RelayRequest::parse(head);
    if (!request)
        return Refusal{400, "Bad Request", "badRequest", RelayServer::tr("This is no HTTP request.")};
    // A web page can have a browser connect to anything; browsers say that one asked.
    if (!request->headers.value("origin").isNull())
        return Refusal{403, "Forbidden", "origin", RelayServer::tr("Web pages may not connect to a relay.")};
    if (request->method != "GET" ||
        request->headers.value("upgrade").compare("websocket", Qt::CaseInsensitive) != 0)
        return Refusal{426, "Upgrade Required", "noWebSocket",
                       RelayServer::tr("This is a relay: it is subscribed to by WebSocket.")};
    const QString* const holder = m_settings.tokens.holder(request->bearer());
    if (!holder) {
        ++m_wrongTokens;
        m_lastWrongAddress = guest.address;
        return Refusal{401, "Unauthorized", "token", RelayServer::tr("The token is missing or wrong.")};
    }
    const RelayServer::Offer* const offer = m_settings.tokens.offer(*holder, request->path);
    if (!offer)
        return Refusal{404, "Not Found", "connection",
                       RelayServer::tr("There is no such connection, or the token does not open it.")};
    if (!m_hasRoom())
        return Refusal{503, "Service Unavailable", "full",
                       RelayServer::tr("The relay has as many subscribers as it may have.")};
    guest.holder = *holder;
    guest.offer = *offer;
    return std::nullopt;
}

bool RelayGate::mayExplain(const QString& address) {
    if (m_wrongByAddress.size() >= maxWrongAddresses)
        m_wrongByAddress.clear();
    WrongTokens& wrong = m_wrongByAddress[address];
    const qint64 now = steadyMilliseconds();
    if (wrong.since == 0 || now - wrong.since > wrongTokenWindow)
        wrong = {0, now};
    return ++wrong.count <= m_settings.wrongTokensExplained;
}

void RelayGate::refuse(quint64 number, const Refusal& refusal) {
    QTcpSocket* const socket = m_waiting.at(number).socket;
    if (refusal.status != 401)
        ++m_refused;
    // Who guesses is not talked to. A right token gets in all the same: others may come from this address.
    else if (!mayExplain(socket->peerAddress().toString())) {
        leave(number);
        return;
    }
    const HttpResponse response = HttpResponse::refusal(
        refusal.status, QLatin1String("relay.") + QLatin1String(refusal.code), refusal.message);
    QByteArray text = "HTTP/1.1 " + QByteArray::number(refusal.status) + ' ' + refusal.reason + "\r\n";
    if (refusal.status == 401)
        text += "WWW-Authenticate: Bearer\r\n";
    if (refusal.status == 426)
        text += "Upgrade: websocket\r\n";
    text += "Content-Type: application/json\r\nConnection: close\r\nContent-Length: " +
            QByteArray::number(response.body.size()) + "\r\n\r\n" + response.body;
    disconnect(socket, &QTcpSocket::readyRead, this, nullptr);
    socket->write(text);
    socket->disconnectFromHost();
}

void RelayGate::leave(quint64 number) {
    const auto waiting = m_waiting.find(number);
    if (waiting == m_waiting.end())
        return;
    QTcpSocket* const socket = waiting->second.socket;
    m_waiting.erase(waiting);
    socket->disconnect(this);
    socket->abort();
    socket->deleteLater();
}

void RelayGate::sweep() {
    const qint64 overdue = steadyMilliseconds() - m_settings.handshakeTime.count();
    while (!m_waiting.empty() && m_waiting.begin()->second.since < overdue)
        leave(m_waiting.begin()->first);
    m_wrongByAddress.removeIf(
        [](const auto& entry) { return steadyMilliseconds() - entry.value().since > wrongTokenWindow; });
}

} // namespace meshwatch
