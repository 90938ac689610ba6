// SPDX-License-Identifier: MIT
#include "httpservice.h"

#include "httphost.h"

#include <QDateTime>
#include <QLocale>
#include <QUrl>

#include <boost/asio/ip/v6_only.hpp>
#include <boost/asio/post.hpp>

#include <pthread.h>

namespace meshwatch {

namespace {

namespace asio = boost::asio;

using Code = boost::system::error_code;

constexpr int backlog = 1024;
/// Connections above the limit that get an answer which says so; beyond them none is accepted.
constexpr size_t refusedAtOnce = 64;

asio::ip::tcp::endpoint endpointOf(const QHostAddress& address, quint16 port) {
    if (address.protocol() != QAbstractSocket::IPv6Protocol)
        return {asio::ip::address_v4(address.toIPv4Address()), port};
    const Q_IPV6ADDR bytes = address.toIPv6Address();
    asio::ip::address_v6::bytes_type copy;
    std::copy(std::begin(bytes.c), std::end(bytes.c), copy.begin());
    return {asio::ip::address_v6(copy), port};
}

} // namespace

HttpService::HttpService(HttpServer::Options options, HttpServer::Check check, HttpServer::Handler handle)
    : m_options(std::move(options))
    , m_check(std::move(check))
    , m_handle(std::move(handle))
    , m_answers(std::make_shared<HttpAnswers>([this] { asio::post(m_context, [this] { sendAnswers(); }); })) {
}

HttpService::~HttpService() {
    m_answers->close();
    m_context.stop();
    if (m_thread.joinable())
        m_thread.join();
}

Result<void> HttpService::start() {
    if (!m_options.certificatePem.isEmpty()) {
        if (auto used = useCertificate(); !used)
            return used;
    }
    if (const Code error = listen()) {
        const QString place =
            m_options.address.toString() + QLatin1Char(':') + QString::number(m_options.port);
        return Error{
            QStringLiteral("http.listen"),
            tr("Cannot listen on %1: %2.").arg(place, QString::fromLocal8Bit(error.message().c_str())),
            tr("Choose another port, or stop the program that uses it.")};
    }
    m_port = m_acceptor.local_endpoint().port();
    m_ownHost = QUrl(url()).authority().toLatin1();
    accept();
    look();
    m_thread = std::thread([this] {
        pthread_setname_np(pthread_self(), "http-server");
        m_context.run();
    });
    return {};
}

Result<void> HttpService::useCertificate() {
    m_tls = std::make_unique<asio::ssl::context>(asio::ssl::context::tls_server);
    SSL_CTX_set_min_proto_version(m_tls->native_handle(), TLS1_2_VERSION);
    Code error;
    // An encrypted key would be asked for at the terminal.
    m_tls->set_password_callback([](std::size_t, auto) { return std::string(); }, error);
    const auto bytes = [](const QByteArray& pem) {
        return asio::buffer(pem.constData(), size_t(pem.size()));
    };
    m_tls->use_certificate_chain(bytes(m_options.certificatePem), error);
    if (!error)
        m_tls->use_private_key(bytes(m_options.privateKeyPem), asio::ssl::context::pem, error);
    if (error)
        return Error{QStringLiteral("http.tls"), tr("The TLS certificate or its key cannot be used."),
                     tr("Both must be in PEM form and belong together.")};
    return {};
}

Code HttpService::listen() {
    const auto endpoint = endpointOf(m_options.address, m_options.port);
    Code error;
    m_acceptor.open(endpoint.protocol(), error);
    if (!error)
        m_acceptor.set_option(Acceptor::reuse_address(true), error);
    if (!error && endpoint.address().is_v6())
        m_acceptor.set_option(asio::ip::v6_only(true), error);
    if (!error)
        m_acceptor.bind(endpoint, error);
    if (!error)
        m_acceptor.listen(backlog, error);
    return error;
}

void HttpService::accept() {
    m_isAccepting =
        m_acceptor.is_open() && m_sessions.size() < size_t(m_options.maxConnections) + refusedAtOnce;
    if (!m_isAccepting)
        return;
    m_acceptor.async_accept([this](Code error, HttpSession::Socket socket) {
        // Out of descriptors, perhaps: look() tries again.
        if (error) {
            m_isAccepting = false;
            return;
        }
        const auto session = std::make_shared<HttpSession>(std::move(socket), m_tls.get(), *this);
        m_sessions.insert(session);
        session->start();
        accept();
    });
}

void HttpService::ended(const std::shared_ptr<HttpSession>& session) {
    m_sessions.erase(session);
    if (!m_isAccepting)
        accept();
}

void HttpService::look() {
    using namespace std::chrono_literals;
    const auto now = HttpSession::Clock::now();
    // Whoever ends goes out of the set.
    const std::vector<std::shared_ptr<HttpSession>> sessions(m_sessions.begin(), m_sessions.end());
    for (const auto& session : sessions)
        session->lookAtTime(now);
    if (!m_isAccepting)
        accept();
    m_lookTimer.expires_after(std::min<std::chrono::milliseconds>(m_options.requestTime / 4 + 1ms, 500ms));
    m_lookTimer.async_wait([this](Code error) {
        if (!error)
            look();
    });
}

void HttpService::sendAnswers() {
    m_answers->take(m_answersToSend);
    for (const auto& answer : m_answersToSend) {
        if (const auto session = answer->session.lock())
            session->answer(answer);
    }
    m_answersToSend.clear();
}

std::optional<HttpResponse> HttpService::refusalOf(HttpSession& session, const HttpRequest& head) const {
    if (m_isStopping || m_sessions.size() > size_t(m_options.maxConnections))
        return HttpResponse::refusal(503, QStringLiteral("http.unavailable"), tr("Too many connections."));
    // A page in a browser can post to loopback too; browsers say so, and cannot leave it out.
    if (!head.header("origin").isNull())
        return HttpResponse::refusal(403, QStringLiteral("http.foreignOrigin"),
                                     tr("Requests from web pages are refused."));
    const QByteArrayView host = head.header("host");
    if (host != m_ownHost &&
        !isHostAllowed(host, session.handle(), m_options.address, m_options.allowedHosts))
        return HttpResponse::refusal(403, QStringLiteral("http.foreignHost"),
                                     tr("The Host header names neither this address nor an allowed name."));
    return m_check ? m_check(head) : std::nullopt;
}

HttpResponse HttpService::bodyTooLarge() const {
    return HttpResponse::refusal(413, QStringLiteral("http.bodyTooLarge"),
                                 tr("The body is larger than %1 bytes.").arg(m_options.maxBodyBytes));
}

const QByteArray& HttpService::dateField() {
    const qint64 second = ::time(nullptr);
    if (second != std::exchange(m_dateSecond, second)) {
        const QDateTime now = QDateTime::fromSecsSinceEpoch(second, Qt::UTC);
        m_dateField =
            "Date: " + QLocale::c().toString(now, QStringLiteral("ddd, dd MMM yyyy hh:mm:ss")).toLatin1() +
            " GMT\r\n";
    }
    return m_dateField;
}

void HttpService::refuseUnderWay() {
    const auto refusal =
        HttpResponse::refusal(503, QStringLiteral("http.stopping"), tr("Not available at the moment."));
    const std::vector<std::shared_ptr<HttpSession>> sessions(m_sessions.begin(), m_sessions.end());
    for (const auto& session : sessions)
        session->refuse(refusal);
}

void HttpService::stop(std::chrono::milliseconds patience) {
    m_isStopping = true;
    asio::post(m_context, [this] {
        Code ignored;
        m_acceptor.close(ignored);
    });
    m_underWay.wait(patience);
    if (m_underWay.isAny()) {
        asio::post(m_context, [this] { refuseUnderWay(); });
        m_underWay.wait(std::chrono::seconds(1));
    }
}

QString HttpService::url() const {
    QUrl url;
    url.setScheme(m_tls ? QStringLiteral("https") : QStringLiteral("http"));
    url.setHost(m_options.address.toString());
    url.setPort(m_port);
    return url.toString();
}

} // namespace meshwatch
