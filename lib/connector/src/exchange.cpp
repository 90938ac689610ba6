// SPDX-License-Identifier: MIT
#include "exchange.h"

#include <QCoreApplication>
#include <QLocale>
#include <QNetworkAccessManager>

namespace meshwatch::connector {

namespace {

ConnectorError errorOf(ConnectorError::Kind kind, const QString& message, const QString& advice = {}) {
    ConnectorError error;
    error.kind = kind;
    error.message = message;
    error.advice = advice;
    return error;
}

bool isTlsProblem(QNetworkReply::NetworkError error, const QString& text) {
    // A server that refuses our certificate says so by a TLS alert, which Qt reports as an unknown error.
    return error == QNetworkReply::SslHandshakeFailedError ||
           (error == QNetworkReply::UnknownNetworkError &&
            (text.contains(QLatin1String("ssl"), Qt::CaseInsensitive) ||
             text.contains(QLatin1String("tls"), Qt::CaseInsensitive)));
}

/// Qt calls every status of 400 and more an error; to us those are answers. These are not: the answer is
/// missing, broken off or no HTTP.
bool isBroken(QNetworkReply::NetworkError error) {
    return (error != QNetworkReply::NoError && error < QNetworkReply::ContentAccessDenied) ||
           error == QNetworkReply::ContentReSendError || error == QNetworkReply::ProtocolUnknownError ||
           error == QNetworkReply::ProtocolFailure;
}

/// The connection ended, and Qt has no word for it: so when it is reset while the body is being sent.
bool isBrokenOff(QNetworkReply::NetworkError error, const QString& message) {
    constexpr const char* nothing = "Unknown error"; // Qt's text, which Qt translates
    return error == QNetworkReply::UnknownNetworkError &&
           (message == QIODevice::tr(nothing) ||
            message == QCoreApplication::translate("QNativeSocketEngine", nothing));
}

/// There was no connection to send anything over.
bool isBeforeSending(QNetworkReply::NetworkError error) {
    return error == QNetworkReply::ConnectionRefusedError || error == QNetworkReply::HostNotFoundError ||
           error == QNetworkReply::SslHandshakeFailedError ||
           error == QNetworkReply::ProxyConnectionRefusedError ||
           error == QNetworkReply::ProxyNotFoundError ||
           error == QNetworkReply::ProxyAuthenticationRequiredError;
}

QString adviceFor(QNetworkReply::NetworkError error, bool isTls) {
    switch (error) {
    case QNetworkReply::ConnectionRefusedError:
        return ConnectorError::tr(
            "Nothing listens there: check the port, and that the Connector is running.");
    case QNetworkReply::HostNotFoundError:
        return ConnectorError::tr("The host name is not known: check its spelling and the network.");
    case QNetworkReply::RemoteHostClosedError:
    case QNetworkReply::ContentReSendError:
        // With TLS 1.3 a server refuses a client certificate after the handshake, often by closing only.
        return isTls ? ConnectorError::tr(
                           "The connection was closed before the answer was complete. If the server asks "
                           "for a client certificate, set the right one for this connection.")
                     : ConnectorError::tr(
                           "The connection was closed before the answer was complete. If the address is "
                           "one for https, write https:// in front.");
    case QNetworkReply::ProxyConnectionRefusedError:
    case QNetworkReply::ProxyConnectionClosedError:
    case QNetworkReply::ProxyNotFoundError:
    case QNetworkReply::ProxyTimeoutError:
    case QNetworkReply::ProxyAuthenticationRequiredError:
    case QNetworkReply::UnknownProxyError:
        return ConnectorError::tr("Check the proxy in the settings of this connection.");
    case QNetworkReply::ProtocolFailure:
    case QNetworkReply::ProtocolUnknownError:
        return ConnectorError::tr("What answers there does not speak HTTP: check the port.");
    default:
        return {};
    }
}

} // namespace

ConnectorError explainTls(const QList<QSslError>& errors, const QString& otherwise) {
    ConnectorError explained;
    explained.kind = ConnectorError::Kind::Tls;
    explained.message = otherwise;
    explained.advice =
        ConnectorError::tr("If the server asks for a client certificate, set one for this connection.");
    for (const QSslError& error : errors) {
        explained.message = error.errorString();
        switch (error.error()) {
        case QSslError::HostNameMismatch:
            explained.advice = ConnectorError::tr("The server's certificate is for another name: use the "
                                                  "name that stands in it as the address.");
            return explained;
        case QSslError::CertificateExpired:
            explained.advice =
                ConnectorError::tr("The server's certificate has expired: have it renewed. If it has "
                                   "not, this computer's clock is wrong.");
            return explained;
        case QSslError::CertificateNotYetValid:
            explained.advice =
                ConnectorError::tr("The server's certificate is not valid yet: check this computer's "
                                   "clock.");
            return explained;
        case QSslError::CertificateRevoked:
            explained.advice = ConnectorError::tr("The server's certificate was revoked: ask who runs it.");
            return explained;
        case QSslError::SelfSignedCertificate:
        case QSslError::SelfSignedCertificateInChain:
        case QSslError::UnableToGetLocalIssuerCertificate:
        case QSslError::UnableToVerifyFirstCertificate:
        case QSslError::CertificateUntrusted:
            explained.advice =
                ConnectorError::tr("This computer does not know who issued the server's certificate: "
                                   "set that certificate authority (or the self-signed certificate) "
                                   "for this connection as a PEM file.");
            break; // a wrong name or date says more, if there is one too
        default:
            break;
        }
    }
    return explained;
}

Exchange::Exchange(QNetworkAccessManager& network, Outgoing outgoing, Done done, QObject* parent)
    : QObject(parent)
    , m_outgoing(std::move(outgoing))
    , m_done(std::move(done)) {
    send(network);
    m_silence.setSingleShot(true);
    m_silence.setInterval(m_outgoing.timeout);
    m_silence.start();
    m_longest.setSingleShot(true);
    if (m_outgoing.longest)
        m_longest.start(*m_outgoing.longest);
    watch();
}

bool Exchange::mayHaveArrived() const {
    // Qt reads a body only once it is connected, and what it has not read it cannot have sent.
    if (m_sent && m_sent->size() > 0)
        return m_sent->atEnd();
    // Of a request without one Qt does not tell when it is sent, only why it could not be.
    return !m_reply || !isBeforeSending(m_reply->error());
}

void Exchange::send(QNetworkAccessManager& network) {
    QNetworkRequest& request = m_outgoing.request;
    if (m_outgoing.method == "GET") {
        m_reply = network.get(request);
    } else {
        request.setAttribute(QNetworkRequest::DoNotBufferUploadDataAttribute, true);
        request.setHeader(QNetworkRequest::ContentLengthHeader, m_outgoing.body.size());
        if (!m_outgoing.body.type.isEmpty())
            request.setHeader(QNetworkRequest::ContentTypeHeader, m_outgoing.body.type);
        m_sent = new OnceOnlyBody(std::move(m_outgoing.body));
        m_reply = network.sendCustomRequest(request, m_outgoing.method, m_sent);
        // Read by Qt until the reply is gone, which is later than we are when a request is cancelled.
        m_sent->setParent(m_reply);
    }
    m_reply->setReadBufferSize(256 * 1024);
}

void Exchange::watch() {
    connect(m_reply, &QNetworkReply::readyRead, this, [this] { take(); });
    connect(m_reply, &QNetworkReply::uploadProgress, this,
            [this](qint64 done, qint64 total) { sent(done, total); });
    connect(m_reply, &QNetworkReply::sslErrors, this,
            [this](const QList<QSslError>& errors) { m_sslErrors = errors; });
    connect(m_reply, &QNetworkReply::finished, this, [this] { finish(); });
    for (QTimer* timer : {&m_silence, &m_longest}) {
        connect(timer, &QTimer::timeout, this, [this, timer] {
            const int seconds = int((timer->interval() + 999) / 1000);
            fail(errorOf(ConnectorError::Kind::TimedOut,
                         ConnectorError::tr("No answer for %n second(s).", nullptr, seconds),
                         ConnectorError::tr(
                             "The Connector may be busy or unreachable; a firewall that drops connections "
                             "looks like this too.")));
        });
    }
}

void Exchange::sent(qint64 done, qint64 total) {
    m_silence.start(m_sent && m_sent->atEnd() ? m_outgoing.answerTimeout : m_outgoing.timeout);
    // Of a body that cannot be rewound Qt takes for the total what has gone out.
    const qint64 all = m_sent ? m_sent->size() : total;
    if (m_outgoing.progress && all > 0)
        m_outgoing.progress(done, all);
}

Exchange::~Exchange() { release(); }

void Exchange::release() {
    if (m_outgoing.sink)
        m_outgoing.sink->discard();
    if (!m_reply)
        return;
    // Its end closes the connection if it was under way; abort() would warn about a second error after a
    // first.
    m_reply->disconnect(this);
    m_reply->deleteLater();
    m_reply = nullptr;
}

int Exchange::status() const { return m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt(); }

/// A file, that is: not what is said of a failure, and not a page of something before the Connector. Of its
/// files a Connector says that they are attachments.
bool Exchange::isForSink() const {
    return m_outgoing.sink && status() >= 200 && status() < 300 &&
           (m_reply->hasRawHeader("Content-Disposition") ||
            !m_reply->header(QNetworkRequest::ContentTypeHeader).toByteArray().startsWith("text/html"));
}

void Exchange::take() {
    m_silence.start(m_outgoing.timeout);
    const qint64 announced = m_reply->header(QNetworkRequest::ContentLengthHeader).toLongLong();
    if (announced > m_outgoing.maxBytes)
        return fail(tooLarge());
    if (const auto problem = keep(m_reply->readAll()))
        return fail(*problem);
    if (m_outgoing.progress && isForSink())
        m_outgoing.progress(m_received, announced);
}

/// Puts a piece of the answer's body where it belongs.
std::optional<ConnectorError> Exchange::keep(const QByteArray& bytes) {
    m_received += bytes.size();
    if (m_received > m_outgoing.maxBytes)
        return tooLarge();
    if (isForSink())
        return m_outgoing.sink->write(bytes);
    m_body += bytes;
    return {};
}

ConnectorError Exchange::tooLarge() const {
    const QString words = ConnectorError::tr("The answer is larger than %1.")
                              .arg(QLocale().formattedDataSize(m_outgoing.maxBytes));
    if (isForSink())
        return errorOf(ConnectorError::Kind::TooLarge, words);
    return errorOf(
        ConnectorError::Kind::TooLarge, words,
        ConnectorError::tr("Ask for a shorter stretch of time, or raise the limit of this connection."));
}

void Exchange::fail(ConnectorError error) {
    error.isInDoubt = mayHaveArrived();
    release();
    m_silence.stop();
    m_longest.stop();
    std::exchange(m_done, {})(error);
}

ConnectorError Exchange::networkError() const {
    if (m_sent && !m_sent->problem().isEmpty())
        return errorOf(
            ConnectorError::Kind::LocalFile,
            ConnectorError::tr("The file could not be read to its end: %1").arg(m_sent->problem()));
    const auto error = m_reply->error();
    if (!m_sslErrors.isEmpty() || isTlsProblem(error, m_reply->errorString()))
        return explainTls(m_sslErrors, m_reply->errorString());
    const auto reason =
        isBrokenOff(error, m_reply->errorString()) ? QNetworkReply::RemoteHostClosedError : error;
    return errorOf(ConnectorError::Kind::Network, m_reply->errorString(),
                   adviceFor(reason, m_reply->url().scheme() == QLatin1String("https")));
}

/// Qt now and then takes a connection that broke within the body for the end of it. Of a packed answer it
/// forgets the length, because that is another one than what comes out.
bool Exchange::isCutShort() const {
    const QVariant announced = m_reply->header(QNetworkRequest::ContentLengthHeader);
    return announced.isValid() && m_received < announced.toLongLong();
}

void Exchange::finish() {
    m_silence.stop();
    m_longest.stop();
    if (status() == 0 || isBroken(m_reply->error()))
        return fail(networkError());
    if (const auto problem = keep(m_reply->readAll()))
        return fail(*problem);
    if (isCutShort())
        return fail(errorOf(ConnectorError::Kind::Network,
                            ConnectorError::tr("The answer ended before it was complete."),
                            adviceFor(QNetworkReply::RemoteHostClosedError,
                                      m_reply->url().scheme() == QLatin1String("https"))));
    if (isForSink()) {
        if (const auto problem = m_outgoing.sink->finish())
            return fail(*problem);
    }
    if (m_outgoing.sink)
        m_outgoing.sink->discard();
    Answer answer;
    answer.status = status();
    answer.body = std::move(m_body);
    answer.size = m_received;
    answer.contentType = m_reply->header(QNetworkRequest::ContentTypeHeader).toByteArray();
    answer.contentDisposition = m_reply->rawHeader("Content-Disposition");
    answer.location = m_reply->rawHeader("Location");
    answer.retryAfterSeconds = m_reply->rawHeader("Retry-After").toInt();
    const auto done = std::exchange(m_done, {});
    done(std::move(answer));
}

} // namespace meshwatch::connector
