// SPDX-License-Identifier: MIT
#include "exchange.h"

#include <QLocale>
#include <QNetworkAccessManager>

namespace meshwatch::connector {

namespace {

/// A request body that can be read once only.
///
/// When a server closes a connection without an answer, Qt sends the request again by itself, even a POST. It
/// cannot do so with a body that it cannot rewind, and that is what keeps requests that change something from
/// happening twice.
class OnceOnlyBody : public QIODevice {
public:
    OnceOnlyBody(QByteArray body, QObject* parent)
        : QIODevice(parent)
        , m_body(std::move(body)) {
        open(QIODevice::ReadOnly | QIODevice::Unbuffered);
    }
    [[nodiscard]] bool isSequential() const override { return true; }
    [[nodiscard]] bool atEnd() const override { return m_read >= m_body.size(); }
    [[nodiscard]] qint64 bytesAvailable() const override { return m_body.size() - m_read; }
    [[nodiscard]] qint64 size() const override { return m_body.size(); }
    bool reset() override { return false; }

protected:
    qint64 readData(char* data, qint64 maximum) override {
        const qint64 count = qMin(maximum, m_body.size() - m_read);
        if (count <= 0)
            return -1;
        std::copy_n(m_body.constData() + m_read, count, data);
        m_read += count;
        return count;
    }
    qint64 writeData(const char*, qint64) override { return -1; }

private:
    QByteArray m_body;
    qint64 m_read = 0;
};

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
    QNetworkRequest& request = m_outgoing.request;
    if (m_outgoing.method == "GET") {
        m_reply = network.get(request);
    } else {
        request.setAttribute(QNetworkRequest::DoNotBufferUploadDataAttribute, true);
        request.setHeader(QNetworkRequest::ContentLengthHeader, m_outgoing.body.size());
        m_reply =
            network.sendCustomRequest(request, m_outgoing.method, new OnceOnlyBody(m_outgoing.body, this));
    }
    m_reply->setReadBufferSize(256 * 1024);
    connect(m_reply, &QNetworkReply::readyRead, this, [this] { take(); });
    connect(m_reply, &QNetworkReply::uploadProgress, this, [this] { m_silence.start(); });
    connect(m_reply, &QNetworkReply::sslErrors, this,
            [this](const QList<QSslError>& errors) { m_sslErrors = errors; });
    connect(m_reply, &QNetworkReply::finished, this, [this] { finish(); });
    m_silence.setSingleShot(true);
    m_silence.setInterval(m_outgoing.timeout);
    m_longest.setSingleShot(true);
    m_longest.setInterval(m_outgoing.longest);
    for (QTimer* timer : {&m_silence, &m_longest}) {
        connect(timer, &QTimer::timeout, this, [this, timer] {
            const int seconds = int((timer->interval() + 999) / 1000);
            fail(ConnectorError::Kind::TimedOut,
                 ConnectorError::tr("No answer for %n second(s).", nullptr, seconds),
                 ConnectorError::tr(
                     "The Connector may be busy or unreachable; a firewall that drops connections "
                     "looks like this too."));
        });
        timer->start();
    }
}

Exchange::~Exchange() { release(); }

void Exchange::release() {
    if (!m_reply)
        return;
    // Its end closes the connection if it was under way; abort() would warn about a second error after a
    // first.
    m_reply->disconnect(this);
    m_reply->deleteLater();
    m_reply = nullptr;
}

void Exchange::take() {
    m_silence.start();
    const QVariant announced = m_reply->header(QNetworkRequest::ContentLengthHeader);
    m_body += m_reply->readAll();
    if (m_body.size() <= m_outgoing.maxBytes && announced.toLongLong() <= m_outgoing.maxBytes)
        return;
    fail(ConnectorError::Kind::TooLarge,
         ConnectorError::tr("The answer is larger than %1.")
             .arg(QLocale().formattedDataSize(m_outgoing.maxBytes)),
         ConnectorError::tr("Ask for a shorter stretch of time, or raise the limit of this connection."));
}

void Exchange::fail(ConnectorError::Kind kind, const QString& message, const QString& advice) {
    release();
    m_silence.stop();
    m_longest.stop();
    ConnectorError error;
    error.kind = kind;
    error.message = message;
    error.advice = advice;
    std::exchange(m_done, {})(error);
}

ConnectorError Exchange::networkError() const {
    const auto error = m_reply->error();
    if (!m_sslErrors.isEmpty() || isTlsProblem(error, m_reply->errorString()))
        return explainTls(m_sslErrors, m_reply->errorString());
    ConnectorError explained;
    explained.kind = ConnectorError::Kind::Network;
    explained.message = m_reply->errorString();
    explained.advice = adviceFor(error, m_reply->url().scheme() == QLatin1String("https"));
    return explained;
}

void Exchange::finish() {
    m_silence.stop();
    m_longest.stop();
    const int status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    if (status == 0 || isBroken(m_reply->error())) {
        const auto done = std::exchange(m_done, {});
        return done(networkError());
    }
    m_body += m_reply->readAll();
    if (m_body.size() > m_outgoing.maxBytes)
        return take();
    Answer answer;
    answer.status = status;
    answer.body = std::move(m_body);
    answer.contentType = m_reply->header(QNetworkRequest::ContentTypeHeader).toByteArray();
    answer.contentDisposition = m_reply->rawHeader("Content-Disposition");
    answer.location = m_reply->rawHeader("Location");
    answer.retryAfterSeconds = m_reply->rawHeader("Retry-After").toInt();
    const auto done = std::exchange(m_done, {});
    done(std::move(answer));
}

} // namespace meshwatch::connector
