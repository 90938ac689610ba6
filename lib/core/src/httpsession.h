// SPDX-License-Identifier: MIT
#pragma once

#include "httpanswers.h"
#include "httpparser.h"

#include <QCoreApplication>

// One thread runs a service, and what others post to it goes through a mutex: there is nothing for fences to
// order, and the thread sanitizer does not know them.
#define BOOST_ASIO_DISABLE_FENCED_BLOCK
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/ssl/stream.hpp>
#include <boost/beast/core/flat_buffer.hpp>

#include <chrono>

namespace meshwatch {

class HttpService;

/// One connection of an HttpServer: reads a request, has it checked and handled, writes the answer, and
/// again. Everything happens on the server's thread.
class HttpSession : public std::enable_shared_from_this<HttpSession> {
    Q_DECLARE_TR_FUNCTIONS(HttpServer)

public:
    using Clock = std::chrono::steady_clock;
    using Socket =
        boost::asio::basic_stream_socket<boost::asio::ip::tcp, boost::asio::io_context::executor_type>;

    /// `tls` is null for plain HTTP.
    HttpSession(Socket socket, boost::asio::ssl::context* tls, HttpService& service);

    void start();
    /// Answers the request under way, if it is still that one.
    void answer(const std::shared_ptr<HttpResponder::State>& answer);
    /// Answers the request under way in place of whoever was to.
    void refuse(const HttpResponse& refusal);
    /// Ends what takes too long, or has been silent for too long.
    void lookAtTime(Clock::time_point now);
    [[nodiscard]] int handle() { return m_socket.native_handle(); }

private:
    using Code = boost::beast::error_code;
    /// What is done at the moment.
    enum class Step {
        Handshake,
        Waiting, ///< for the first byte of a request
        Reading,
        Handling,
        Writing,
        Lingering, ///< all is said; what still comes is thrown away, lest it break the answer
        Closed
    };

    void read();
    void onRead(Code error, std::size_t bytes);
    void proceed();
    void proceedLater();
    void onHead();
    void onRequest();
    void onBadRequest(Code error);
    void send(const HttpResponse& response, bool closes);
    void write();
    void writeRest();
    void onWritten(Code error);
    void linger();
    void finishUnderWay();
    void close();

    HttpService& m_service;
    Socket m_socket;
    std::unique_ptr<boost::asio::ssl::stream<Socket&>> m_tls;
    boost::beast::flat_buffer m_input;
    std::optional<HttpParser> m_parser;
    std::optional<HttpResponse> m_refusal; ///< decided from the head; sent when the body is through
    std::shared_ptr<HttpResponder::State> m_underWay;
    QByteArray m_output;
    std::size_t m_written = 0; ///< of the output
    Step m_step = Step::Handshake;
    bool m_isHeadSeen = false;
    bool m_isHeadAsked = false; ///< by the method HEAD
    bool m_isReadPending = false;
    bool m_isInterim = false; ///< what is written is no answer yet
    bool m_isCounted = false; ///< as under way
    bool m_closesAfterAnswer = false;
    bool m_isFirstRequest = true;
    Clock::time_point m_since = Clock::now(); ///< when the step began; of reading, the first byte
};

} // namespace meshwatch
