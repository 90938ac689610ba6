// SPDX-License-Identifier: MIT
#include "relaycall.h"

#include "relayprotocol.h"
#include "sourcelink.h"

#include <meshwatch/core/json.h>
#include <meshwatch/core/loopback.h>

#include <QCoreApplication>
#include <QHostAddress>
#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QSslCertificate>

namespace meshwatch {

namespace {

struct RelayCallText {
    Q_DECLARE_TR_FUNCTIONS(EventSource)
};

constexpr qint64 relayOpeningTime = 20'000;
constexpr qint64 relayPingPause = 20'000;
constexpr qint64 relaySilence = 60'000;
/// A body is at most so large; as a JSON string it can take twice as much.
constexpr quint64 maxRelayMessage = quint64(relay::maxBodyBytes) * 5 / 2;

/// The HTTP status in what QWebSocket says of an answer that is no upgrade; 0 if there is none.
int statusIn(const QString& text) {
    static const QRegularExpression status(QStringLiteral("\\b([1-5][0-9][0-9])\\b"));
    return status.match(text).captured(1).toInt();
}

} // namespace

RelayCall::RelayCall(const EventSource::Settings& settings)
    : m_settings(settings) {
    QObject::connect(&m_socket, &QWebSocket::connected, &m_loop, [this] {
        m_isOpen = true;
        send({{QStringLiteral("type"), QStringLiteral("hello")},
              {QStringLiteral("versions"), QJsonArray{relay::protocolVersion}}});
    });
    QObject::connect(&m_socket, &QWebSocket::textMessageReceived, &m_loop,
                     [this](const QString& text) { take(text); });
    QObject::connect(&m_socket, &QWebSocket::binaryMessageReceived, &m_loop,
                     [this] { end(noRelay(RelayCallText::tr("it sends binary data"))); });
    QObject::connect(&m_socket, &QWebSocket::pong, &m_loop, [this] { m_heard.restart(); });
    QObject::connect(&m_socket, &QWebSocket::disconnected, &m_loop, [this] { broke(); });
    QObject::connect(&m_socket, qOverload<QAbstractSocket::SocketError>(&QWebSocket::error), &m_loop,
                     [this] { broke(); });
    QObject::connect(&m_socket, &QWebSocket::sslErrors, &m_loop, [this](const QList<QSslError>& errors) {
        if (!errors.isEmpty())
            m_tlsError = errors.constFirst().errorString();
    });
    QObject::connect(&m_watch, &QTimer::timeout, &m_loop, [this] { watch(); });
}

Result<void> RelayCall::prepare() {
    const SourceAddress& address = m_settings.address;
    if (!address.usesTls() && !isLoopbackHost(address.host()))
        return sourceerror::refused(
            RelayCallText::tr("%1 is not encrypted: the token could be read on the way.")
                .arg(address.place()),
            RelayCallText::tr("Use relays://, or a tunnel that ends on this computer."));
    const auto authority = readSourceFile(address.value("ca"));
    if (!authority)
        return authority.error();
    if (!authority->isEmpty()) {
        const auto certificates = QSslCertificate::fromData(*authority, QSsl::Pem);
        if (certificates.isEmpty())
            return sourceerror::refused(
                RelayCallText::tr("There is no certificate in %1.").arg(address.value("ca")),
                RelayCallText::tr("It must be PEM."));
        QSslConfiguration tls = m_socket.sslConfiguration();
        tls.setCaCertificates(certificates);
        m_socket.setSslConfiguration(tls);
    }
    m_socket.setMaxAllowedIncomingFrameSize(maxRelayMessage);
    m_socket.setMaxAllowedIncomingMessageSize(maxRelayMessage);
    return {};
}

Result<void> RelayCall::run() {
    if (const auto prepared = prepare(); !prepared)
        return prepared;
    QUrl url;
    url.setScheme(m_settings.address.usesTls() ? QStringLiteral("wss") : QStringLiteral("ws"));
    url.setHost(m_settings.address.host());
    url.setPort(m_settings.address.port());
    url.setPath(QLatin1Char('/') + QString::fromLatin1(QUrl::toPercentEncoding(m_settings.address.path())),
                QUrl::TolerantMode);
    QNetworkRequest request(url);
    request.setRawHeader("Authorization", "Bearer " + m_settings.secret);
    m_began.start();
    m_heard.start();
    m_pinged.start();
    m_watch.start(500);
    m_socket.open(request);
    if (!m_result)
        m_loop.exec();
    m_socket.disconnect(&m_loop);
    m_socket.close(QWebSocketProtocol::CloseCodeGoingAway);
    return *m_result;
}

void RelayCall::send(const QJsonObject& frame) {
    m_socket.sendTextMessage(QString::fromUtf8(QJsonDocument(frame).toJson(QJsonDocument::Compact)));
}

void RelayCall::end(Result<void> result) {
    if (m_result)
        return;
    m_result = std::move(result);
    m_loop.quit();
}

void RelayCall::take(const QString& text) {
    if (m_result)
        return;
    m_heard.restart();
    const auto frame = json::parseObject(text.toUtf8());
    if (!frame) {
        end(noRelay(RelayCallText::tr("it sends what is no JSON")));
        return;
    }
    const QString type = frame->value(QLatin1String("type")).toString();
    if (type == QLatin1String("error"))
        end(relayError(*frame));
    else if (m_isWelcome)
        said(type, *frame);
    else if (type == QLatin1String("welcome"))
        welcome(*frame);
    else
        end(noRelay(RelayCallText::tr("it begins with something other than a welcome")));
    // Reading can wait for the store.
    m_heard.restart();
}

void RelayCall::welcome(const QJsonObject& frame) {
    const int version = frame.value(QLatin1String("version")).toInt();
    if (version != relay::protocolVersion) {
        end(noRelay(RelayCallText::tr("it speaks version %1 of the protocol").arg(version)));
        return;
    }
    m_isWelcome = true;
    welcomed({frame.value(QLatin1String("relay")).toString(),
              frame.value(QLatin1String("connection")).toString(),
              qint64(frame.value(QLatin1String("events")).toDouble())});
}

void RelayCall::broke() {
    if (m_result)
        return;
    if (!m_isOpen) {
        end(openingError());
        return;
    }
    const QString reason = m_socket.closeReason().isEmpty() ? m_socket.errorString() : m_socket.closeReason();
    end(sourceerror::broken(RelayCallText::tr("The relay at %1 ended the connection: %2.")
                                .arg(m_settings.address.place(), reason)));
}

void RelayCall::watch() {
    if (!m_isWelcome && m_began.hasExpired(relayOpeningTime)) {
        end(m_isOpen ? noRelay(RelayCallText::tr("it does not greet"))
                     : sourceerror::broken(
                           RelayCallText::tr("%1 does not answer.").arg(m_settings.address.place()),
                           RelayCallText::tr("Check the address and the network.")));
        return;
    }
    if (m_heard.hasExpired(relaySilence)) {
        end(sourceerror::broken(RelayCallText::tr("Nothing is heard of the relay at %1 any more.")
                                    .arg(m_settings.address.place())));
        return;
    }
    if (m_isOpen && m_pinged.hasExpired(relayPingPause)) {
        m_pinged.restart();
        m_socket.ping();
    }
}

Error RelayCall::openingError() const {
    const QString place = m_settings.address.place();
    if (!m_tlsError.isEmpty() || m_socket.error() == QAbstractSocket::SslHandshakeFailedError)
        return sourceerror::refused(
            RelayCallText::tr("No secure connection to %1: %2.")
                .arg(place, m_tlsError.isEmpty() ? m_socket.errorString() : m_tlsError),
            RelayCallText::tr("Check the address; for a certificate of your own give ca=FILE."));
    if (const int status = statusIn(m_socket.errorString()))
        return statusError(status);
    if (m_socket.error() == QAbstractSocket::RemoteHostClosedError)
        return sourceerror::broken(
            RelayCallText::tr("%1 ended the connection before it was made.").arg(place),
            RelayCallText::tr("Check the token and whether this is a relay's address, with or without TLS."));
    return sourceerror::broken(
        RelayCallText::tr("%1 cannot be reached: %2.").arg(place, m_socket.errorString()),
        RelayCallText::tr("Check the address and whether the relay runs."));
}

Error RelayCall::statusError(int status) const {
    const QString place = m_settings.address.place();
    switch (status) {
    case 401:
        return sourceerror::refused(RelayCallText::tr("The relay at %1 does not take the token.").arg(place),
                                    RelayCallText::tr("Ask who runs the relay for a token, and give it as "
                                                      "the secret of this source."));
    case 404:
        return sourceerror::refused(
            RelayCallText::tr("The relay at %1 has no connection “%2” for this token.")
                .arg(place, m_settings.address.path()),
            RelayCallText::tr("Check the name behind the last slash of the address."));
    case 503:
        return sourceerror::broken(
            RelayCallText::tr("The relay at %1 has as many subscribers as it may have.").arg(place));
    default:
        return noRelay(RelayCallText::tr("it answers with HTTP status %1").arg(status));
    }
}

Error RelayCall::relayError(const QJsonObject& frame) const {
    const QString code = frame.value(QLatin1String("code")).toString();
    const QString message = frame.value(QLatin1String("message")).toString().left(500);
    const QString text =
        RelayCallText::tr("The relay at %1 says: %2").arg(m_settings.address.place(), message);
    if (code == QLatin1String(relay::code::version))
        return sourceerror::refused(text, RelayCallText::tr("Update the older of both programs."));
    if (code == QLatin1String(relay::code::filter))
        return sourceerror::refused(text, RelayCallText::tr("Correct the address's filter."));
    return sourceerror::broken(text);
}

Error RelayCall::noRelay(const QString& what) const {
    return sourceerror::refused(
        RelayCallText::tr("What is at %1 is no relay: %2.").arg(m_settings.address.place(), what),
        RelayCallText::tr("Check the address: a relay is meshwatch-cli serve --relay."));
}

} // namespace meshwatch
