// SPDX-License-Identifier: MIT
#include "amqpconnection.h"

#include "sourcelink.h"

#include <QCoreApplication>
#include <QFile>
#include <QHostAddress>
#include <QUrl>

#include <amqp_ssl_socket.h>
#include <amqp_tcp_socket.h>
#include <openssl/ssl.h>
#include <openssl/x509v3.h>

namespace meshwatch {

namespace {

struct AmqpConnectionText {
    Q_DECLARE_TR_FUNCTIONS(EventSource)
};

/// For each of reaching the host, logging in, and a call.
constexpr timeval amqpPatience{10, 0};
/// For the good-bye: a broker that says nothing is left all the same.
constexpr timeval amqpFarewell{2, 0};
constexpr int amqpFrameBytes = 128 * 1024;

QString amqpUser(const SourceAddress& address) {
    return address.user().isEmpty() ? QStringLiteral("guest") : address.user();
}

QByteArray amqpHost(const SourceAddress& address) {
    return QHostAddress(address.host()).isNull() ? QUrl::toAce(address.host()) : address.host().toLatin1();
}

Error amqpUnreachable(const SourceAddress& address, int status) {
    switch (status) {
    case AMQP_STATUS_HOSTNAME_RESOLUTION_FAILED:
        return sourceerror::broken(
            AmqpConnectionText::tr("The host of %1 is not known.").arg(address.place()),
            AmqpConnectionText::tr("Check the name, and that this computer can look it up."));
    case AMQP_STATUS_TIMEOUT:
        return sourceerror::broken(AmqpConnectionText::tr("%1 does not answer.").arg(address.place()),
                                   AmqpConnectionText::tr("Check host and port, and firewalls on the way."));
    case AMQP_STATUS_SSL_PEER_VERIFY_FAILED:
        return sourceerror::refused(
            AmqpConnectionText::tr("The certificate of %1 is not one to be trusted.").arg(address.place()),
            AmqpConnectionText::tr(
                "If the broker has a certificate of an authority of your own, name that authority's "
                "file with ?ca=…. It must not have expired, and must name this host."));
    case AMQP_STATUS_SSL_HOSTNAME_VERIFY_FAILED:
        return sourceerror::refused(
            AmqpConnectionText::tr("The certificate of %1 is that of another host.").arg(address.place()),
            AmqpConnectionText::tr("Use the name that the certificate was made for."));
    case AMQP_STATUS_SSL_CONNECTION_FAILED:
    case AMQP_STATUS_SSL_ERROR:
        return sourceerror::broken(
            AmqpConnectionText::tr("%1 does not speak TLS as it should.").arg(address.place()),
            AmqpConnectionText::tr(
                "Is this the broker's TLS port (usually 5671)? Without TLS the address begins with "
                "amqp://. It may also want a client certificate: ?cert=…&cert-key=…"));
    default:
        return sourceerror::broken(AmqpConnectionText::tr("Nothing answers at %1.").arg(address.place()),
                                   AmqpConnectionText::tr("Check that the broker runs, and host and port."));
    }
}

/// AMQP closes a connection that is being made with 403 for the password, 530 for the virtual host.
Error amqpLoginRefused(const SourceAddress& address, const AmqpAnswer& answer) {
    const QString user = amqpUser(address);
    if (answer.code == AMQP_ACCESS_REFUSED)
        return sourceerror::refused(
            AmqpConnectionText::tr("%1 refuses the user “%2” with this password.").arg(address.place(), user),
            user == QLatin1String("guest")
                ? AmqpConnectionText::tr(
                      "RabbitMQ lets “guest” in from its own computer only. Make a user for "
                      "Meshwatch: rabbitmqctl add_user NAME, and write amqp://NAME@….")
                : AmqpConnectionText::tr("Check both: rabbitmqctl authenticate_user %1.").arg(user));
    if (answer.code == AMQP_NOT_ALLOWED)
        return sourceerror::refused(
            AmqpConnectionText::tr("%1 does not let “%2” into the virtual host “%3”: %4")
                .arg(address.place(), user, address.path(), answer.text),
            AmqpConnectionText::tr(
                "Check the name after the port (“/” is written /%2F or left out), or let the user in: "
                "rabbitmqctl set_permissions -p VHOST %1 …")
                .arg(user));
    return sourceerror::broken(
        AmqpConnectionText::tr("%1 closed the connection: %2").arg(address.place(), answer.text));
}

Error amqpLoginBroken(const SourceAddress& address, int status) {
    if (status == AMQP_STATUS_BROKER_UNSUPPORTED_SASL_METHOD)
        return sourceerror::refused(
            AmqpConnectionText::tr("%1 takes no passwords (SASL PLAIN).").arg(address.place()),
            AmqpConnectionText::tr("Allow the mechanism PLAIN in its configuration (auth_mechanisms)."));
    if (status == AMQP_STATUS_INCOMPATIBLE_AMQP_VERSION || status == AMQP_STATUS_BAD_AMQP_DATA)
        return sourceerror::refused(
            AmqpConnectionText::tr("What answers at %1 does not speak AMQP 0-9-1.").arg(address.place()),
            AmqpConnectionText::tr("Check host and port; RabbitMQ's is usually 5672."));
    return sourceerror::broken(
        AmqpConnectionText::tr("%1 broke the connection while we logged in: %2.")
            .arg(address.place(), AmqpConnection::failure(status).text),
        address.usesTls()
            ? AmqpConnectionText::tr("It may want a client certificate of an authority that it knows: "
                                     "?cert=…&cert-key=….")
            : AmqpConnectionText::tr("Check that this is the port of AMQP (usually 5672), and whether it "
                                     "wants TLS (amqps://)."));
}

} // namespace

AmqpConnection::AmqpConnection(const SourceAddress& address)
    : m_address(address)
    , m_state(amqp_new_connection()) {}

AmqpConnection::~AmqpConnection() {
    if (m_isSound) {
        amqp_set_rpc_timeout(m_state, &amqpFarewell);
        amqp_connection_close(m_state, AMQP_REPLY_SUCCESS);
    }
    amqp_destroy_connection(m_state);
}

Result<std::unique_ptr<AmqpConnection>> AmqpConnection::open(const SourceAddress& address,
                                                             const QByteArray& secret) {
    std::unique_ptr<AmqpConnection> connection(new AmqpConnection(address));
    if (const auto reached = connection->reach(); !reached)
        return reached.error();
    if (const auto loggedIn = connection->logIn(secret); !loggedIn)
        return loggedIn.error();
    return connection;
}

Result<void> AmqpConnection::reach() {
    amqp_socket_t* socket = m_address.usesTls() ? amqp_ssl_socket_new(m_state) : amqp_tcp_socket_new(m_state);
    if (!socket)
        return sourceerror::broken(
            AmqpConnectionText::tr("There is no memory for a connection to %1.").arg(m_address.place()));
    if (m_address.usesTls()) {
        if (auto ready = setUpTls(socket); !ready)
            return ready;
    }
    const QByteArray host = amqpHost(m_address);
    const int status = amqp_socket_open_noblock(socket, host.constData(), m_address.port(), &amqpPatience);
    return status == AMQP_STATUS_OK ? Result<void>() : amqpUnreachable(m_address, status);
}

Result<void> AmqpConnection::setUpTls(amqp_socket_t* socket) {
    const auto fileOf = [this](const char* option) { return QFile::encodeName(m_address.value(option)); };
    for (const char* option : {"ca", "cert", "cert-key"}) {
        if (const auto readable = readSourceFile(m_address.value(option)); !readable)
            return readable.error();
    }
    auto* tls = static_cast<SSL_CTX*>(amqp_ssl_socket_get_context(socket));
    const QByteArray ca = fileOf("ca");
    if (ca.isEmpty())
        SSL_CTX_set_default_verify_paths(tls);
    else if (amqp_ssl_socket_set_cacert(socket, ca.constData()) != AMQP_STATUS_OK)
        return sourceerror::refused(
            AmqpConnectionText::tr("The file %1 holds no certificates.").arg(m_address.value("ca")),
            AmqpConnectionText::tr("It must be in the form PEM."));
    const QByteArray certificate = fileOf("cert");
    const QByteArray key = fileOf("cert-key");
    if (!certificate.isEmpty() &&
        amqp_ssl_socket_set_key(socket, certificate.constData(),
                                key.isEmpty() ? certificate.constData() : key.constData()) != AMQP_STATUS_OK)
        return sourceerror::refused(
            AmqpConnectionText::tr("The client certificate %1 and its key cannot be used.")
                .arg(m_address.value("cert")),
            AmqpConnectionText::tr(
                "Both must be in the form PEM, belong together, and the key have no pass phrase."));
    amqp_ssl_socket_set_verify_peer(socket, true);
    // The library compares names only; an address has OpenSSL look at those in the certificate.
    const bool isAddress = X509_VERIFY_PARAM_set1_ip_asc(SSL_CTX_get0_param(tls), amqpHost(m_address)) == 1;
    amqp_ssl_socket_set_verify_hostname(socket, !isAddress);
    return {};
}

Result<void> AmqpConnection::logIn(const QByteArray& secret) {
    amqp_set_handshake_timeout(m_state, &amqpPatience);
    amqp_set_rpc_timeout(m_state, &amqpPatience);
    // Without this RabbitMQ does not tell a consumer that its queue is gone.
    amqp_table_entry_t cancelNotify{amqp_cstring_bytes("consumer_cancel_notify"),
                                    {.kind = AMQP_FIELD_KIND_BOOLEAN, .value = {.boolean = 1}}};
    amqp_table_entry_t properties[2]{};
    properties[0].key = amqp_cstring_bytes("capabilities");
    properties[0].value.kind = AMQP_FIELD_KIND_TABLE;
    properties[0].value.value.table = {1, &cancelNotify};
    properties[1].key = amqp_cstring_bytes("connection_name");
    properties[1].value.kind = AMQP_FIELD_KIND_UTF8;
    properties[1].value.value.bytes = amqp_cstring_bytes("Meshwatch");
    const amqp_table_t ourProperties{2, properties};
    const QByteArray user = m_address.user().isEmpty() ? QByteArray("guest") : m_address.user().toUtf8();
    const QByteArray password = secret.isEmpty() && user == "guest" ? QByteArray("guest") : secret;
    const auto reply = amqp_login_with_properties(
        m_state, m_address.path().toUtf8().constData(), 0, amqpFrameBytes, m_address.number("heartbeat"),
        &ourProperties, AMQP_SASL_METHOD_PLAIN, user.constData(), password.constData());
    const AmqpAnswer answered = answerOf(reply, 0);
    if (answered.isRefused())
        return amqpLoginRefused(m_address, answered);
    if (!answered.isDone())
        return amqpLoginBroken(m_address, reply.library_error);
    m_isSound = true;
    return {};
}

QString AmqpConnection::serverProperty(const char* name) const {
    const auto* value = amqpEntry(*amqp_get_server_properties(m_state), name);
    return value && value->kind == AMQP_FIELD_KIND_UTF8 ? amqpText(value->value.bytes) : QString();
}

AmqpAnswer AmqpConnection::openChannel(amqp_channel_t channel) {
    amqp_channel_open(m_state, channel);
    return answer(channel);
}

void AmqpConnection::closeChannel(amqp_channel_t channel) {
    amqp_channel_close(m_state, channel, AMQP_REPLY_SUCCESS);
}

AmqpAnswer AmqpConnection::answer(amqp_channel_t channel) {
    return answerOf(amqp_get_rpc_reply(m_state), channel);
}

AmqpAnswer AmqpConnection::answerOf(const amqp_rpc_reply_t& reply, amqp_channel_t channel) {
    if (reply.reply_type == AMQP_RESPONSE_NORMAL)
        return {};
    if (reply.reply_type != AMQP_RESPONSE_SERVER_EXCEPTION) {
        giveUp();
        return failure(reply.library_error);
    }
    AmqpAnswer refusal = closing(reply.reply);
    if (reply.reply.id == AMQP_CHANNEL_CLOSE_METHOD) {
        amqp_channel_close_ok_t seen{};
        amqp_send_method(m_state, channel, AMQP_CHANNEL_CLOSE_OK_METHOD, &seen);
    } else {
        giveUp();
    }
    return refusal;
}

AmqpAnswer AmqpConnection::closing(const amqp_method_t& method) {
    if (method.id == AMQP_CHANNEL_CLOSE_METHOD) {
        const auto* close = static_cast<const amqp_channel_close_t*>(method.decoded);
        return {AmqpAnswer::Kind::Refused, close->reply_code, amqpText(close->reply_text)};
    }
    if (method.id == AMQP_CONNECTION_CLOSE_METHOD) {
        const auto* close = static_cast<const amqp_connection_close_t*>(method.decoded);
        return {AmqpAnswer::Kind::Refused, close->reply_code, amqpText(close->reply_text)};
    }
    return failure(AMQP_STATUS_WRONG_METHOD);
}

AmqpAnswer AmqpConnection::failure(int status) {
    return {AmqpAnswer::Kind::Broken, 0, QString::fromUtf8(amqp_error_string2(status))};
}

void AmqpConnection::sendHeartbeat() {
    amqp_frame_t heartbeat{};
    heartbeat.frame_type = AMQP_FRAME_HEARTBEAT;
    amqp_send_frame(m_state, &heartbeat);
}

} // namespace meshwatch
