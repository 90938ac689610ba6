// SPDX-License-Identifier: MIT
#pragma once

#include <QHostAddress>

#include <chrono>
#include <condition_variable>
#include <mutex>
#include <thread>
#include <unordered_map>

struct MHD_Connection;

namespace meshwatch {

/// May a request with this Host header, on this socket, be answered by a server bound to `bound`?
/// Yes if it names the address the connection came to, `localhost` on loopback, or an allowed name.
[[nodiscard]] bool isHostAllowed(QByteArrayView host, int socket, const QHostAddress& bound,
                                 const QStringList& allowed);

/// The open connections of an HttpServer: counts them, and ends those whose request takes too long.
///
/// libmicrohttpd only knows silence; a client that sends a byte a second would stay for ever. A watch
/// thread writes the 408 itself and shuts the socket down.
class HttpConnections {
public:
    HttpConnections(std::chrono::milliseconds requestTime, bool mayWritePlainText);
    ~HttpConnections();

    void opened(MHD_Connection* connection, int socket);
    void closed(MHD_Connection* connection);
    void requestBegun(MHD_Connection* connection);
    void requestRead(MHD_Connection* connection);
    [[nodiscard]] int count() const;

    void handedOver();
    void finished();
    /// Until nothing is under way and, for a moment, nothing comes either; at most for `patience`.
    void waitUntilFinished(std::chrono::milliseconds patience);

private:
    using Clock = std::chrono::steady_clock;
    struct Entry {
        int socket = -1;
        Clock::time_point since;
        bool isReading = true;
    };
    void watch();

    const std::chrono::milliseconds m_requestTime;
    const bool m_mayWritePlainText;
    mutable std::mutex m_mutex;
    std::condition_variable m_changed;
    std::unordered_map<MHD_Connection*, Entry> m_entries;
    int m_underWay = 0;
    bool m_isEnding = false;
    std::thread m_watcher;
};

} // namespace meshwatch
