// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QHostAddress>
#include <QTcpSocket>

#include <atomic>
#include <memory>
#include <mutex>
#include <set>
#include <thread>
#include <vector>

/// Posts numbered webhooks to several receivers in turn, as a load balancer in front of them would: what one
/// does not answer with 204 goes to the next, until one does.
class WebhookLoad {
public:
    WebhookLoad(QByteArray path, QByteArray headers)
        : m_path(std::move(path))
        , m_headers(std::move(headers)) {}
    ~WebhookLoad() {
        m_isStopping = true;
        join();
    }

    [[nodiscard]] static QByteArray body(int number) {
        return R"({"data":{"id":"MSG)" + QByteArray::number(number) +
               R"(","isOwn":false,"createdBy":"did:e:peer"},"trigger":"transport.messageReceived"})";
    }

    void setPorts(const std::vector<quint16>& ports) {
        const std::lock_guard lock(m_mutex);
        m_ports = ports;
    }
    void start(int events, int threads) {
        m_last = events;
        for (int i = 0; i < threads; ++i)
            m_threads.emplace_back([this, i] { work(size_t(i)); });
    }
    /// So many were answered with 204.
    [[nodiscard]] int acknowledged() const { return m_acknowledged; }
    /// Answers other than 204, and none at all.
    [[nodiscard]] int failures() const { return m_failures; }
    [[nodiscard]] bool isDone() const { return m_acknowledged >= m_last; }
    void join() {
        for (std::thread& thread : m_threads)
            thread.join();
        m_threads.clear();
    }

private:
    quint16 port(size_t turn) {
        const std::lock_guard lock(m_mutex);
        return m_ports[turn % m_ports.size()];
    }
    void work(size_t turn) {
        std::unique_ptr<QTcpSocket> socket;
        for (int number = ++m_next; number <= m_last && !m_isStopping; number = ++m_next) {
            while (!m_isStopping) {
                if (!socket) {
                    socket = std::make_unique<QTcpSocket>();
                    socket->connectToHost(QHostAddress(QHostAddress::LocalHost), port(turn));
                }
                if (socket->waitForConnected(2000) && post(*socket, number) == 204) {
                    ++m_acknowledged;
                    break;
                }
                ++m_failures;
                ++turn;
                socket.reset();
                std::this_thread::sleep_for(std::chrono::milliseconds(20));
            }
        }
    }
    int post(QTcpSocket& socket, int number) const {
        const QByteArray content = body(number);
        socket.write("POST " + m_path + " HTTP/1.1\r\nhost: 127.0.0.1\r\ncontent-type: application/json\r\n" +
                     m_headers + "x-correlation-id: call-" + QByteArray::number(number) +
                     "\r\ncontent-length: " + QByteArray::number(content.size()) + "\r\n\r\n" + content);
        QByteArray answer;
        while (!answer.contains("\r\n\r\n")) {
            if (!socket.waitForReadyRead(60'000))
                return 0;
            answer += socket.readAll();
        }
        const int status = answer.mid(9, 3).toInt();
        return status;
    }

    const QByteArray m_path;
    const QByteArray m_headers;
    std::mutex m_mutex;
    std::vector<quint16> m_ports;
    std::vector<std::thread> m_threads;
    std::atomic<bool> m_isStopping = false;
    std::atomic<int> m_next = 0;
    std::atomic<int> m_acknowledged = 0;
    std::atomic<int> m_failures = 0;
    int m_last = 0;
};
