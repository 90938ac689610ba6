// SPDX-License-Identifier: MIT
#include "httpconnections.h"

#include <meshwatch/core/httpmessage.h>

#include <QCoreApplication>

#include <sys/socket.h>

namespace meshwatch {

namespace {

/// Requests that a client has sent and we have not read yet show up within this time.
constexpr std::chrono::milliseconds quiet{100};

QHostAddress localAddress(int socket) {
    sockaddr_storage address{};
    socklen_t size = sizeof address;
    if (::getsockname(socket, reinterpret_cast<sockaddr*>(&address), &size) != 0)
        return {};
    QHostAddress local(reinterpret_cast<sockaddr*>(&address));
    bool isV4 = false;
    const quint32 v4 = local.toIPv4Address(&isV4);
    return isV4 ? QHostAddress(v4) : local;
}

/// "[::1]:80" → "::1", "host:80" → "host".
QString hostWithoutPort(QByteArrayView host) {
    if (host.startsWith('[')) {
        const qsizetype end = host.indexOf(']');
        return end < 0 ? QString() : QString::fromLatin1(host.sliced(1, end - 1));
    }
    const qsizetype colon = host.lastIndexOf(':');
    return QString::fromLatin1(colon < 0 ? host : host.first(colon));
}

} // namespace

bool isHostAllowed(QByteArrayView host, int socket, const QHostAddress& bound, const QStringList& allowed) {
    const QString name = hostWithoutPort(host);
    if (name.isEmpty())
        return false;
    if (allowed.contains(name, Qt::CaseInsensitive))
        return true;
    const QHostAddress literal(name);
    if (!literal.isNull())
        return literal == bound || literal == localAddress(socket);
    return name.compare(QLatin1String("localhost"), Qt::CaseInsensitive) == 0 &&
           localAddress(socket).isLoopback();
}

void HttpConnection::setUnderWay(const std::shared_ptr<void>& request) {
    const std::lock_guard lock(m_mutex);
    m_underWay = request;
}

std::shared_ptr<void> HttpConnection::underWay() const {
    const std::lock_guard lock(m_mutex);
    return m_underWay.lock();
}

HttpConnections::HttpConnections(std::chrono::milliseconds requestTime, bool mayWritePlainText)
    : m_requestTime(requestTime)
    , m_mayWritePlainText(mayWritePlainText)
    , m_watcher([this] { watch(); }) {}

HttpConnections::~HttpConnections() {
    {
        const std::lock_guard lock(m_mutex);
        m_isEnding = true;
    }
    m_changed.notify_all();
    m_watcher.join();
    for (const HttpConnection* connection : m_connections)
        delete connection;
}

HttpConnection* HttpConnections::opened(int socket) {
    auto connection = std::make_unique<HttpConnection>(socket);
    connection->requestBegun();
    const std::lock_guard lock(m_mutex);
    m_connections.insert(connection.get());
    ++m_count;
    return connection.release();
}

void HttpConnections::closed(HttpConnection* connection) {
    const std::lock_guard lock(m_mutex);
    if (m_connections.erase(connection) == 0)
        return;
    --m_count;
    delete connection;
}

std::vector<std::shared_ptr<void>> HttpConnections::underWay() const {
    const std::lock_guard lock(m_mutex);
    std::vector<std::shared_ptr<void>> requests;
    for (const HttpConnection* connection : m_connections) {
        if (auto request = connection->underWay())
            requests.push_back(std::move(request));
    }
    return requests;
}

void HttpConnections::finished() {
    // Whoever waits says so first and counts then; so one of the two sees the other.
    if (--m_underWay > 0 || !m_isWaiting)
        return;
    const std::lock_guard lock(m_mutex);
    m_changed.notify_all();
}

void HttpConnections::waitUntilFinished(std::chrono::milliseconds patience) {
    using Clock = std::chrono::steady_clock;
    const auto deadline = Clock::now() + patience;
    std::unique_lock lock(m_mutex);
    m_isWaiting = true;
    for (;;) {
        if (!m_changed.wait_until(lock, deadline, [this] { return m_underWay == 0; }))
            return;
        if (!m_changed.wait_until(lock, std::min(deadline, Clock::now() + quiet),
                                  [this] { return m_underWay > 0; }))
            return;
    }
}

void HttpConnections::watch() {
    const HttpResponse refusal =
        HttpResponse::refusal(408, QStringLiteral("http.tooSlow"),
                              QCoreApplication::translate("HttpServer", "The request took too long."));
    const QByteArray tooSlow = QByteArray("HTTP/1.1 408 Request Timeout\r\nContent-Type: application/json\r\n"
                                          "Connection: close\r\nContent-Length: ")
                                   .append(QByteArray::number(refusal.body.size()))
                                   .append("\r\n\r\n")
                                   .append(refusal.body);
    std::unique_lock lock(m_mutex);
    while (!m_isEnding) {
        m_changed.wait_for(
            lock, std::min<std::chrono::milliseconds>(m_requestTime / 4 + std::chrono::milliseconds(1),
                                                      std::chrono::milliseconds(500)));
        endSlowOnes(tooSlow);
    }
}

void HttpConnections::endSlowOnes(const QByteArray& answer) {
    const qint64 tooOld = (std::chrono::steady_clock::now() - m_requestTime).time_since_epoch().count();
    for (HttpConnection* connection : m_connections) {
        qint64 since = connection->m_readingSince;
        if (since == 0 || since > tooOld || !connection->m_readingSince.compare_exchange_strong(since, 0))
            continue;
        // libmicrohttpd is waiting for input here, so nobody else writes to this socket.
        if (m_mayWritePlainText)
            (void)::send(connection->m_socket, answer.constData(), size_t(answer.size()),
                         MSG_NOSIGNAL | MSG_DONTWAIT);
        ::shutdown(connection->m_socket, SHUT_RDWR);
    }
}

} // namespace meshwatch
