// SPDX-License-Identifier: MIT
#include "redisconnection.h"

#include "sourcelink.h"

#include <QCoreApplication>
#include <QDeadlineTimer>
#include <QSslConfiguration>
#include <QSslKey>
#include <QTimer>

namespace meshwatch {

namespace {

struct RedisText {
    Q_DECLARE_TR_FUNCTIONS(EventSource)
};

constexpr int redisConnectMs = 10'000;
/// What the socket takes before we read it: the rest waits with the server, which may close for it.
constexpr qint64 redisReadBufferBytes = 4 * 1024 * 1024;
/// hiredis moves what is left with each reply it takes out; more at once would be moved too often.
constexpr qint64 redisPieceBytes = 16 * 1024;

QSslKey redisKey(const QByteArray& pem) {
    for (const auto algorithm : {QSsl::Rsa, QSsl::Ec, QSsl::Dsa}) {
        if (QSslKey key(pem, algorithm); !key.isNull())
            return key;
    }
    return {};
}

} // namespace

QByteArrayView redisText(const redisReply& reply) {
    const bool isText = reply.type == REDIS_REPLY_STRING || reply.type == REDIS_REPLY_STATUS ||
                        reply.type == REDIS_REPLY_ERROR;
    return isText ? QByteArrayView(reply.str, qsizetype(reply.len)) : QByteArrayView();
}

QByteArrayView redisText(const redisReply& array, size_t index) {
    return array.type == REDIS_REPLY_ARRAY && index < array.elements ? redisText(*array.element[index])
                                                                     : QByteArrayView();
}

RedisConnection::RedisConnection(const SourceAddress& address, int wake)
    : m_address(address) {
    if (wake >= 0) {
        m_wake.emplace(wake, QSocketNotifier::Read);
        QObject::connect(&*m_wake, &QSocketNotifier::activated, &m_loop, &QEventLoop::quit);
    }
    QObject::connect(&m_socket, &QSslSocket::readyRead, &m_loop, [this] {
        if (m_waitsForData)
            m_loop.quit();
    });
    QObject::connect(&m_socket, &QSslSocket::connected, &m_loop, &QEventLoop::quit);
    QObject::connect(&m_socket, &QSslSocket::disconnected, &m_loop, &QEventLoop::quit);
    QObject::connect(&m_socket, &QSslSocket::encrypted, &m_loop, &QEventLoop::quit);
    QObject::connect(&m_socket, &QSslSocket::errorOccurred, &m_loop, &QEventLoop::quit);
    m_socket.setReadBufferSize(redisReadBufferBytes);
    QObject::connect(&m_socket, &QSslSocket::sslErrors, &m_socket, [this](const QList<QSslError>& errors) {
        for (const QSslError& error : errors)
            m_certificateErrors.append(error.errorString());
    });
}

Result<void> RedisConnection::open(const QByteArray& secret, const std::function<bool()>& isStopping) {
    if (const auto connected = connectSocket(isStopping); !connected)
        return connected;
    if (secret.isEmpty() && m_address.user().isEmpty())
        return {};
    return logIn(secret, isStopping);
}

Result<void> RedisConnection::connectSocket(const std::function<bool()>& isStopping) {
    if (m_address.usesTls()) {
        if (const auto set = setCertificates(); !set)
            return set;
        m_socket.connectToHostEncrypted(m_address.host(), m_address.port());
    } else {
        m_socket.connectToHost(m_address.host(), m_address.port());
    }
    const QDeadlineTimer deadline(redisConnectMs);
    const auto isConnected = [&] {
        return m_address.usesTls() ? m_socket.isEncrypted()
                                   : m_socket.state() == QAbstractSocket::ConnectedState;
    };
    while (!isConnected()) {
        if (m_socket.state() == QAbstractSocket::UnconnectedState || deadline.hasExpired() || isStopping())
            return connectingFailed();
        wait(int(deadline.remainingTime()));
    }
    return {};
}

Result<void> RedisConnection::setCertificates() {
    QSslConfiguration configuration = m_socket.sslConfiguration();
    const auto file = [&](const char* option) { return readSourceFile(m_address.value(option)); };
    const auto authorities = file("ca"), certificate = file("cert"), key = file("cert-key");
    for (const auto* read : {&authorities, &certificate, &key}) {
        if (!*read)
            return read->error();
    }
    const auto unreadable = [this](const char* option) {
        return sourceerror::refused(
            RedisText::tr("The file %1 holds nothing of use.").arg(m_address.value(option)),
            RedisText::tr("“%1” takes a file in PEM form.").arg(QLatin1String(option)));
    };
    if (!authorities->isEmpty()) {
        const auto certificates = QSslCertificate::fromData(*authorities);
        if (certificates.isEmpty())
            return unreadable("ca");
        configuration.setCaCertificates(certificates);
    }
    if (!certificate->isEmpty()) {
        const auto chain = QSslCertificate::fromData(*certificate);
        if (chain.isEmpty())
            return unreadable("cert");
        // A file may hold both.
        const QSslKey privateKey = redisKey(key->isEmpty() ? *certificate : *key);
        if (privateKey.isNull())
            return unreadable(key->isEmpty() ? "cert" : "cert-key");
        configuration.setLocalCertificateChain(chain);
        configuration.setPrivateKey(privateKey);
    }
    m_socket.setSslConfiguration(configuration);
    return {};
}

Error RedisConnection::connectingFailed() const {
    const QString place = m_address.place();
    if (!m_certificateErrors.isEmpty())
        return sourceerror::refused(
            RedisText::tr("The certificate of %1 is not trusted: %2")
                .arg(place, m_certificateErrors.join(QLatin1Char(' '))),
            RedisText::tr("Check the host's name in the address, or name the authority's certificate with "
                          "“ca”."));
    if (m_address.usesTls() && m_socket.state() == QAbstractSocket::ConnectedState)
        return sourceerror::broken(
            RedisText::tr("%1 does not answer to TLS.").arg(place),
            RedisText::tr("Does it serve TLS on this port? Without, the address begins "
                          "with redis://."));
    if (m_socket.state() != QAbstractSocket::UnconnectedState)
        return sourceerror::broken(RedisText::tr("%1 does not answer.").arg(place),
                                   RedisText::tr("Check host and port, and a firewall between."));
    if (m_socket.error() == QAbstractSocket::SslHandshakeFailedError ||
        (m_address.usesTls() && m_socket.error() == QAbstractSocket::RemoteHostClosedError))
        return sourceerror::refused(
            RedisText::tr("%1 does not agree to TLS: %2.").arg(place, m_socket.errorString()),
            RedisText::tr("Does it serve TLS on this port? Does it ask for a certificate of ours (“cert”)?"));
    return sourceerror::broken(RedisText::tr("%1 cannot be reached: %2.").arg(place, m_socket.errorString()),
                               RedisText::tr("Is Redis running there? Check host and port."));
}

Result<void> RedisConnection::logIn(const QByteArray& secret, const std::function<bool()>& isStopping) {
    QByteArrayList command{"AUTH"};
    if (!m_address.user().isEmpty())
        command.append(m_address.user().toUtf8());
    command.append(secret);
    send(command);
    const QDeadlineTimer deadline(redisConnectMs);
    while (!deadline.hasExpired() && !isStopping()) {
        auto reply = next();
        if (!reply)
            return reply.error();
        if (*reply)
            return (*reply)->type == REDIS_REPLY_ERROR ? Result<void>(explain(**reply)) : Result<void>();
        wait(int(deadline.remainingTime()));
    }
    return sourceerror::broken(RedisText::tr("%1 does not answer.").arg(m_address.place()));
}

void RedisConnection::send(const QByteArrayList& command) {
    QByteArray bytes = '*' + QByteArray::number(command.size()) + "\r\n";
    for (const QByteArray& word : command)
        bytes += '$' + QByteArray::number(word.size()) + "\r\n" + word + "\r\n";
    m_socket.write(bytes);
}

Result<RedisConnection::Reply> RedisConnection::next() {
    for (;;) {
        void* reply = nullptr;
        if (redisReaderGetReply(m_reader.get(), &reply) != REDIS_OK)
            return notRedis();
        if (reply) {
            m_hasReplied = true;
            return Reply(static_cast<redisReply*>(reply));
        }
        const QByteArray piece = m_socket.read(redisPieceBytes);
        if (piece.isEmpty())
            break;
        if (redisReaderFeed(m_reader.get(), piece.constData(), size_t(piece.size())) != REDIS_OK)
            return notRedis();
    }
    if (m_socket.state() == QAbstractSocket::UnconnectedState)
        return closed();
    return Reply();
}

void RedisConnection::wait(int ms, bool forData) {
    if (m_socket.state() == QAbstractSocket::UnconnectedState)
        return;
    m_waitsForData = forData;
    QTimer::singleShot(qMax(ms, 0), &m_loop, &QEventLoop::quit);
    m_loop.exec();
}

Error RedisConnection::closed() const {
    if (!m_hasReplied)
        return sourceerror::broken(
            RedisText::tr("%1 closed the connection without a word.").arg(m_address.place()),
            m_address.usesTls()
                ? RedisText::tr("It may want a client certificate of an authority that it knows: "
                                "?cert=…&cert-key=…. Or it speaks Redis without TLS on this port: redis://.")
                : RedisText::tr("Does it speak Redis without TLS on this port? With TLS the address begins "
                                "with rediss://."));
    return sourceerror::broken(
        RedisText::tr("The connection to %1 was closed.").arg(m_address.place()),
        RedisText::tr("Redis does so when it ends, and when more waits for Meshwatch than its "
                      "“client-output-buffer-limit pubsub” allows."));
}

Error RedisConnection::notRedis() const {
    return sourceerror::refused(
        RedisText::tr("What answers at %1 is no Redis server.").arg(m_address.place()),
        RedisText::tr("Check host and port; with TLS the address begins with "
                      "rediss://."));
}

Error RedisConnection::explain(const redisReply& error) const {
    const QByteArray said = redisText(error).toByteArray();
    const QString message =
        RedisText::tr("Redis at %1 says: %2").arg(m_address.place(), QString::fromUtf8(said));
    if (said.startsWith("NOAUTH"))
        return sourceerror::refused(message, RedisText::tr("It wants a password: give it as the secret."));
    if (said.startsWith("WRONGPASS") || said.startsWith("ERR invalid password"))
        return sourceerror::refused(message, RedisText::tr("Check user and secret."));
    if (said.startsWith("NOPERM"))
        return sourceerror::refused(
            message,
            RedisText::tr("Its user may not subscribe: in Redis, ACL SETUSER … +psubscribe +ping and "
                          "&PATTERN for each pattern allow it."));
    if (said.startsWith("DENIED"))
        return sourceerror::refused(
            message, RedisText::tr("Redis protects itself while it has no password: set one there."));
    if (said.startsWith("ERR AUTH") || said.startsWith("ERR Client sent AUTH"))
        return sourceerror::refused(message, RedisText::tr("It has no password: remove the secret."));
    if (said.startsWith("ERR wrong number of arguments for 'auth'"))
        return sourceerror::refused(
            message, RedisText::tr("Users came with Redis 6: remove the user from the address."));
    if (said.startsWith("ERR unknown command"))
        return sourceerror::refused(
            message,
            RedisText::tr("The command was renamed or switched off there; Meshwatch needs AUTH, PING "
                          "and PSUBSCRIBE."));
    return sourceerror::broken(message);
}

} // namespace meshwatch
