// SPDX-License-Identifier: MIT
#pragma once

#include "httpsession.h"
#include "httpunderway.h"

#include <meshwatch/core/httpserver.h>

#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/steady_timer.hpp>

#include <thread>
#include <unordered_set>

namespace meshwatch {

/// The running part of an HttpServer: its thread, its listening socket, and what its connections share.
class HttpService {
    Q_DECLARE_TR_FUNCTIONS(HttpServer)

public:
    HttpService(HttpServer::Options options, HttpServer::Check check, HttpServer::Handler handle);
    ~HttpService();

    /// As HttpServer::start().
    [[nodiscard]] Result<void> start();
    /// As HttpServer::stop().
    void stop(std::chrono::milliseconds patience);

    [[nodiscard]] quint16 port() const { return m_port; }
    [[nodiscard]] QString url() const;

    // For sessions, on the server's thread.
    [[nodiscard]] const HttpServer::Options& options() const { return m_options; }
    [[nodiscard]] bool isStopping() const { return m_isStopping; }
    [[nodiscard]] std::optional<HttpResponse> refusalOf(HttpSession& session, const HttpRequest& head) const;
    void handle(HttpRequest request, HttpResponder responder) {
        m_handle(std::move(request), std::move(responder));
    }
    [[nodiscard]] const std::shared_ptr<HttpAnswers>& answers() const { return m_answers; }
    [[nodiscard]] HttpUnderWay& underWay() { return m_underWay; }
    /// "Date: …\r\n" of this second.
    [[nodiscard]] const QByteArray& dateField();
    void ended(const std::shared_ptr<HttpSession>& session);
    [[nodiscard]] HttpResponse bodyTooLarge() const;

private:
    using Acceptor =
        boost::asio::basic_socket_acceptor<boost::asio::ip::tcp, boost::asio::io_context::executor_type>;
    using Timer =
        boost::asio::basic_waitable_timer<HttpSession::Clock, boost::asio::wait_traits<HttpSession::Clock>,
                                          boost::asio::io_context::executor_type>;

    [[nodiscard]] Result<void> useCertificate();
    [[nodiscard]] boost::system::error_code listen();
    void accept();
    void look();
    void sendAnswers();
    void refuseUnderWay();

    const HttpServer::Options m_options;
    const HttpServer::Check m_check;
    const HttpServer::Handler m_handle;
    std::atomic<bool> m_isStopping = false;
    HttpUnderWay m_underWay;
    quint16 m_port = 0;
    QByteArray m_ownHost; ///< "127.0.0.1:8477": what nearly every request says

    boost::asio::io_context m_context{1};
    std::unique_ptr<boost::asio::ssl::context> m_tls;
    Acceptor m_acceptor{m_context};
    bool m_isAccepting = false;
    Timer m_lookTimer{m_context};
    const std::shared_ptr<HttpAnswers> m_answers;
    HttpAnswers::List m_answersToSend;
    std::unordered_set<std::shared_ptr<HttpSession>> m_sessions;
    QByteArray m_dateField;
    qint64 m_dateSecond = 0;
    std::thread m_thread;
};

} // namespace meshwatch
