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
}

void HttpConnections::opened(MHD_Connection* connection, int socket) {
    const std::lock_guard lock(m_mutex);
    m_entries[connection] = {socket, Clock::now(), true};
}

void HttpConnections::closed(MHD_Connection* connection) {
    const std::lock_guard lock(m_mutex);
    m_entries.erase(connection);
}

void HttpConnections::requestBegun(MHD_Connection* connection) {
    const std::lock_guard lock(m_mutex);
    auto& entry = m_entries[connection];
    entry.since = Clock::now();
    entry.isReading = true;
}

void HttpConnections::requestRead(MHD_Connection* connection) {
    const std::lock_guard lock(m_mutex);
    if (const auto it = m_entries.find(connection); it != m_entries.end())
        it->second.isReading = false;
}

int HttpConnections::count() const {
    const std::lock_guard lock(m_mutex);
    return int(m_entries.size());
}

void HttpConnections::handedOver() {
    const std::lock_guard lock(m_mutex);
    ++m_underWay;
}

void HttpConnections::finished() {
    const std::lock_guard lock(m_mutex);
    if (--m_underWay == 0)
        m_changed.notify_all();
}

void HttpConnections::waitUntilFinished(std::chrono::milliseconds patience) {
    const auto deadline = Clock::now() + patience;
    std::unique_lock lock(m_mutex);
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
        const auto tooOld = Clock::now() - m_requestTime;
        for (auto& [connection, entry] : m_entries) {
            if (!entry.isReading || entry.since > tooOld)
                continue;
            entry.isReading = false;
            // libmicrohttpd is waiting for input here, so nobody else writes to this socket.
            if (m_mayWritePlainText)
                (void)::send(entry.socket, tooSlow.constData(), size_t(tooSlow.size()),
                             MSG_NOSIGNAL | MSG_DONTWAIT);
            ::shutdown(entry.socket, SHUT_RDWR);
        }
    }
}

} // namespace meshwatch
