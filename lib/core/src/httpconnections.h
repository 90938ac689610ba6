// SPDX-License-Identifier: MIT
#pragma once

#include <QHostAddress>

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <memory>
#include <mutex>
#include <thread>
#include <unordered_set>
#include <vector>

namespace meshwatch {

/// May a request with this Host header, on this socket, be answered by a server bound to `bound`?
/// Yes if it names the address the connection came to, `localhost` on loopback, or an allowed name.
[[nodiscard]] bool isHostAllowed(QByteArrayView host, int socket, const QHostAddress& bound,
                                 const QStringList& allowed);

/// One open connection of an HttpServer.
class HttpConnection {
public:
    explicit HttpConnection(int socket)
        : m_socket(socket) {}

    void requestBegun() { m_readingSince = std::chrono::steady_clock::now().time_since_epoch().count(); }
    void requestRead() { m_readingSince = 0; }

    /// Keeps hold of the request that is being answered, for those who want to end it early.
    void setUnderWay(const std::shared_ptr<void>& request);
    [[nodiscard]] std::shared_ptr<void> underWay() const;

private:
    friend class HttpConnections;
    const int m_socket;
    std::atomic<qint64> m_readingSince{0}; ///< ticks of the steady clock; 0: nothing is being read
    mutable std::mutex m_mutex;
    std::weak_ptr<void> m_underWay;
};

/// The open connections of an HttpServer: counts them, and ends those whose request takes too long.
///
/// libmicrohttpd only knows silence; a client that sends a byte a second would stay for ever. A watch
/// thread writes the 408 itself and shuts the socket down.
class HttpConnections {
public:
    HttpConnections(std::chrono::milliseconds requestTime, bool mayWritePlainText);
    ~HttpConnections();

    /// Lives until it is given to closed().
    [[nodiscard]] HttpConnection* opened(int socket);
    void closed(HttpConnection* connection);
    [[nodiscard]] int count() const { return m_count; }

    void handedOver() { ++m_underWay; }
    void finished();
    /// The requests that are being answered.
    [[nodiscard]] std::vector<std::shared_ptr<void>> underWay() const;
    /// Until nothing is under way and, for a moment, nothing comes either; at most for `patience`.
    void waitUntilFinished(std::chrono::milliseconds patience);

private:
    void watch();
    void endSlowOnes(const QByteArray& answer);

    const std::chrono::milliseconds m_requestTime;
    const bool m_mayWritePlainText;
    mutable std::mutex m_mutex;
    std::condition_variable m_changed;
    std::unordered_set<HttpConnection*> m_connections;
    std::atomic<int> m_count{0};
    std::atomic<int> m_underWay{0};
    std::atomic<bool> m_isWaiting{false};
    bool m_isEnding = false;
    std::thread m_watcher;
};

} // namespace meshwatch
