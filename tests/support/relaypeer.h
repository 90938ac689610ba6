// SPDX-License-Identifier: MIT
#pragma once

#include <meshwatch/core/json.h>
#include <meshwatch/events/eventparser.h>
#include <meshwatch/events/eventstore.h>
#include <meshwatch/sources/relayserver.h>

#include <QJsonArray>
#include <QJsonDocument>
#include <QNetworkRequest>
#include <QSignalSpy>
#include <QTest>
#include <QWebSocket>

namespace relaytest {

inline const QByteArray token = "a-token-nobody-can-guess";

/// A store with a relay on it, and connections "riverside" (1) and "harbour" (2).
class Relay {
public:
    explicit Relay(const QString& path)
        : m_path(path) {}

    bool openStore() {
        auto opened = meshwatch::EventStore::open(m_path);
        if (!opened)
            return false;
        store = std::move(*opened);
        riverside = *store->connectionId(QStringLiteral("riverside"));
        harbour = *store->connectionId(QStringLiteral("harbour"));
        return true;
    }
    [[nodiscard]] meshwatch::RelayServer::Options options() const {
        meshwatch::RelayServer::Options options;
        options.offers = {{riverside, QStringLiteral("Riverside School"), QStringLiteral("riverside")},
                          {harbour, QStringLiteral("harbour"), QStringLiteral("harbour")}};
        options.tokens = {{QStringLiteral("laptop"), token, {}},
                          {QStringLiteral("desk"), "another-token-of-the-desk", {QStringLiteral("harbour")}}};
        return options;
    }
    bool start(const meshwatch::RelayServer::Options& options) {
        server = std::make_unique<meshwatch::RelayServer>(*store);
        const auto started = server->start(options);
        if (!started)
            qWarning("%s", qPrintable(started.error().text()));
        return started.ok();
    }
    bool start() { return openStore() && start(options()); }

    void add(meshwatch::ConnectionId connection, const QByteArray& body, const QByteArray& trigger = {},
             meshwatch::Channel channel = meshwatch::Channel::Webhook) {
        const auto form = channel == meshwatch::Channel::Webhook ? meshwatch::EventParser::Form::Envelope
                                                                 : meshwatch::EventParser::Form::BareData;
        auto facts = m_parser.parse(body, trigger, form);
        QVERIFY2(facts.ok(), facts ? "" : qPrintable(facts.error().message));
        meshwatch::Arrival arrival;
        arrival.connection = connection;
        arrival.channel = channel;
        arrival.receivedAt = meshwatch::Micros::now();
        arrival.path = "/riverside";
        arrival.headers = "content-type: application/json\nx-api-key: ***\n";
        arrival.correlationId = "c-" + QByteArray::number(++m_added);
        arrival.body = body;
        arrival.facts = std::move(*facts);
        std::vector<meshwatch::Arrival> one;
        one.push_back(std::move(arrival));
        store->append(std::move(one), {});
    }
    static QByteArray mail(int number, const QByteArray& trigger = "transport.messageReceived") {
        return "{\"trigger\":\"" + trigger + "\",\"data\":{\"id\":\"MSG" + QByteArray::number(number) +
               "\"}}";
    }
    void addMails(meshwatch::ConnectionId connection, int from, int count) {
        for (int i = from; i < from + count; ++i)
            add(connection, mail(i));
        store->flush();
    }

    std::unique_ptr<meshwatch::EventStore> store;
    std::unique_ptr<meshwatch::RelayServer> server;
    meshwatch::ConnectionId riverside, harbour;

private:
    const QString m_path;
    meshwatch::EventParser m_parser;
    int m_added = 0;
};

/// A subscriber's text frame, with a mask of zeros.
inline QByteArray clientFrame(const QByteArray& text) {
    return QByteArray("\x81").append(char(0x80 | text.size())).append(4, '\0').append(text);
}
/// The request that becomes a WebSocket.
inline QByteArray upgrade(const QByteArray& path, const QByteArray& headers) {
    return "GET " + path +
           " HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n"
           "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n" +
           headers + "\r\n";
}

/// Speaks the protocol frame by frame.
class Peer {
public:
    explicit Peer(quint16 port, const QString& path = QStringLiteral("/riverside"),
                  const QByteArray& secret = token, const QString& origin = {})
        : m_socket(origin) {
        QObject::connect(&m_socket, &QWebSocket::textMessageReceived, &m_socket, [this](const QString& text) {
            bytes += text.size();
            frames.append(QJsonDocument::fromJson(text.toUtf8()).object());
            for (const QJsonValue& event : frames.constLast().value(QLatin1String("events")).toArray())
                events.append(event.toObject());
        });
        QObject::connect(&m_socket, qOverload<QAbstractSocket::SocketError>(&QWebSocket::error), &m_socket,
                         [this] { qWarning("%s", qPrintable(m_socket.errorString())); });
        QNetworkRequest request(QUrl(QStringLiteral("ws://127.0.0.1:%1%2").arg(port).arg(path)));
        if (!secret.isNull())
            request.setRawHeader("Authorization", "Bearer " + secret);
        m_socket.open(request);
    }
    QWebSocket& socket() { return m_socket; }
    [[nodiscard]] bool isOpen() const { return m_socket.state() == QAbstractSocket::ConnectedState; }
    [[nodiscard]] bool isClosed() const { return m_socket.state() == QAbstractSocket::UnconnectedState; }

    void send(const QByteArray& text) { m_socket.sendTextMessage(QString::fromUtf8(text)); }
    void send(const QJsonObject& object) { send(QJsonDocument(object).toJson(QJsonDocument::Compact)); }
    void subscribe(const QString& from, int credit, const QString& filter = {}) {
        send({{QStringLiteral("type"), QStringLiteral("subscribe")},
              {QStringLiteral("from"), from},
              {QStringLiteral("filter"), filter},
              {QStringLiteral("credit"), credit}});
    }
    void credit(int count) {
        send({{QStringLiteral("type"), QStringLiteral("credit")}, {QStringLiteral("events"), count}});
    }
    /// Opens, greets, subscribes.
    bool begin(const QString& from, int credit, const QString& filter = {}) {
        if (!QTest::qWaitFor([this] { return isOpen(); }, 20'000))
            return false;
        send(QByteArray(R"({"type":"hello","versions":[1]})"));
        if (!waitFor(QStringLiteral("welcome")))
            return false;
        subscribe(from, credit, filter);
        return waitFor(QStringLiteral("subscribed"));
    }
    [[nodiscard]] QJsonObject frame(const QString& type) const {
        for (const QJsonObject& one : frames) {
            if (one.value(QLatin1String("type")).toString() == type)
                return one;
        }
        return {};
    }
    bool waitFor(const QString& type) {
        return QTest::qWaitFor([&] { return !frame(type).isEmpty(); }, 20'000);
    }
    bool waitForEvents(qsizetype count) {
        return QTest::qWaitFor([&] { return events.size() >= count; }, 30'000);
    }
    [[nodiscard]] QString cursor(qsizetype event) const {
        return events.at(event).value(QLatin1String("cursor")).toString();
    }

    QList<QJsonObject> frames;
    QList<QJsonObject> events;
    qint64 bytes = 0;

private:
    QWebSocket m_socket;
};

} // namespace relaytest
