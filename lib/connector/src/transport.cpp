// SPDX-License-Identifier: MIT
#include "transport.h"

#include "pem.h"

#include <meshwatch/connector/whenfinished.h>
#include <meshwatch/core/loopback.h>

#include <QNetworkProxyFactory>
#include <QPromise>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <QThreadPool>

namespace meshwatch::connector {

namespace {

constexpr int lanes = 6;

/// What the system says for a server. Asked on another thread: a proxy script is fetched and run for it.
QFuture<QNetworkProxy> systemProxy(const QUrl& server) {
    const auto promise = std::make_shared<QPromise<QNetworkProxy>>();
    promise->start();
    QThreadPool::globalInstance()->start([promise, server] {
        const auto proxies = QNetworkProxyFactory::systemProxyForQuery(QNetworkProxyQuery(server));
        promise->addResult(proxies.isEmpty() ? QNetworkProxy(QNetworkProxy::NoProxy) : proxies.first());
        promise->finish();
    });
    return promise->future();
}

} // namespace

Sending::Sending(Outgoing outgoing, Exchange::Done done, Transport* transport)
    : QObject(transport)
    , m_outgoing(std::move(outgoing))
    , m_done(std::move(done))
    , m_transport(transport) {}

Sending::~Sending() {
    if (m_exchange)
        m_transport->release();
}

void Sending::begin() {
    m_exchange = std::make_unique<Exchange>(
        m_transport->m_network, std::move(m_outgoing),
        [this](ConnectorResult<Answer> answer) {
            deleteLater();
            std::exchange(m_done, {})(std::move(answer));
        },
        nullptr);
}

Transport::Transport(const ConnectorSettings& settings, const QUrl& server, QObject* parent)
    : QObject(parent)
    , m_tls(QSslConfiguration::defaultConfiguration())
    , m_isHttp2Allowed(settings.isHttp2Allowed) {
    if (!settings.caCertificatesPem.isEmpty())
        m_tls.addCaCertificates(QSslCertificate::fromData(settings.caCertificatesPem, QSsl::Pem));
    if (!settings.clientCertificatePem.isEmpty()) {
        m_tls.setLocalCertificateChain(QSslCertificate::fromData(settings.clientCertificatePem, QSsl::Pem));
        m_tls.setPrivateKey(privateKeyFromPem(settings.clientKeyPem));
    }
    if (settings.proxyUse == ConnectorSettings::ProxyUse::System && !isLoopbackHost(server.host())) {
        resolveProxy(server);
        return;
    }
    m_network.setProxy(settings.proxyUse == ConnectorSettings::ProxyUse::Custom ? settings.proxy
                                                                                : QNetworkProxy::NoProxy);
    m_isReady = true;
}

Transport::~Transport() {
    m_waiting.clear();
    // Sendings go before the members that they use.
    const QObjectList sendings = m_sendings.children();
    qDeleteAll(sendings);
}

void Transport::resolveProxy(const QUrl& server) {
    whenFinished(systemProxy(server), this, [this](const QNetworkProxy& proxy) {
        m_network.setProxy(proxy);
        m_isReady = true;
        next();
    });
}

QNetworkRequest Transport::request(const QUrl& url) const {
    QNetworkRequest request(url);
    request.setSslConfiguration(m_tls);
    request.setAttribute(QNetworkRequest::Http2AllowedAttribute, m_isHttp2Allowed);
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CacheLoadControlAttribute, QNetworkRequest::AlwaysNetwork);
    request.setAttribute(QNetworkRequest::CacheSaveControlAttribute, false);
    // Our own limit counts what came out of the decompression, and lists of alike objects compress well.
    request.setDecompressedSafetyCheckThreshold(-1);
    request.setHeader(QNetworkRequest::UserAgentHeader, QStringLiteral("Meshwatch/" MESHWATCH_VERSION));
    return request;
}

Sending* Transport::send(Outgoing outgoing, Exchange::Done done) {
    auto* sending = new Sending(std::move(outgoing), std::move(done), this);
    m_waiting.emplace_back(sending);
    next();
    return sending;
}

void Transport::next() {
    while (m_isReady && m_running < lanes && !m_waiting.empty()) {
        const QPointer<Sending> sending = m_waiting.front();
        m_waiting.pop_front();
        if (!sending)
            continue;
        ++m_running;
        sending->begin();
    }
}

void Transport::release() {
    --m_running;
    next();
}

} // namespace meshwatch::connector
