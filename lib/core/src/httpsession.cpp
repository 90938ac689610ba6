// SPDX-License-Identifier: MIT
#include "httpsession.h"

#include "httpservice.h"

#include <boost/asio/buffer.hpp>
#include <boost/asio/post.hpp>
#include <boost/beast/http/error.hpp>
#include <boost/beast/http/status.hpp>

namespace meshwatch {

namespace {

namespace asio = boost::asio;
namespace http = boost::beast::http;

/// Read at a time: of what begins a request, of a body.
constexpr std::size_t headRoom = 8 * 1024;
constexpr std::size_t bodyRoom = 64 * 1024;
/// An answer above it gives its memory back.
constexpr qsizetype outputKept = 16 * 1024;

constexpr std::chrono::seconds lingerTime{2};

constexpr char goOn[] = "HTTP/1.1 100 Continue\r\n\r\n";

void appendHead(QByteArray& to, const HttpResponse& response, const QByteArray& date) {
    const auto reason = http::obsolete_reason(http::status(response.status));
    to.append("HTTP/1.1 ").append(QByteArray::number(response.status)).append(' ');
    to.append(reason.data(), qsizetype(reason.size())).append("\r\n").append(date);
    if (!response.body.isEmpty())
        to.append("Content-Type: ").append(response.contentType).append("\r\n");
    for (const auto& [name, value] : response.headers)
        to.append(name).append(": ").append(value).append("\r\n");
    if (response.status != 204)
        to.append("Content-Length: ").append(QByteArray::number(response.body.size())).append("\r\n");
}

} // namespace

HttpSession::HttpSession(Socket socket, asio::ssl::context* tls, HttpService& service)
    : m_service(service)
    , m_socket(std::move(socket))
    , m_tls(tls ? std::make_unique<asio::ssl::stream<Socket&>>(m_socket, *tls) : nullptr) {
    m_parser.emplace(service.options().maxBodyBytes);
}

void HttpSession::start() {
    Code ignored;
    m_socket.set_option(asio::ip::tcp::no_delay(true), ignored);
    m_socket.non_blocking(true, ignored);
    const auto begin = [self = shared_from_this()](Code error) {
        if (error)
            return self->close();
        self->m_step = Step::Waiting;
        self->read();
    };
    if (m_tls)
        m_tls->async_handshake(asio::ssl::stream_base::server, begin);
    else
        begin({});
}

void HttpSession::read() {
    Q_ASSERT(!m_isReadPending);
    m_isReadPending = true;
    const auto room = m_input.prepare(m_isHeadSeen ? bodyRoom : headRoom);
    auto then = [self = shared_from_this()](Code error, std::size_t bytes) { self->onRead(error, bytes); };
    if (m_tls && m_step != Step::Lingering)
        m_tls->async_read_some(room, std::move(then));
    else
        m_socket.async_read_some(room, std::move(then));
}

void HttpSession::onRead(Code error, std::size_t bytes) {
    m_isReadPending = false;
    switch (m_step) {
    case Step::Waiting:
    case Step::Reading:
        if (error)
            return close();
        if (m_step == Step::Waiting)
            m_since = Clock::now();
        m_step = Step::Reading;
        m_input.commit(bytes);
        return proceed();
    case Step::Lingering:
        return error ? close() : read();
    case Step::Handshake:
    case Step::Handling:
    case Step::Writing: // it took too long, and what came meanwhile is too late
    case Step::Closed:
        return;
    }
}

void HttpSession::proceed() {
    while (m_input.size() > 0) {
        Code error;
        m_input.consume(m_parser->put(m_input.data(), error));
        if (!m_isHeadSeen && m_parser->is_header_done()) {
            onHead();
            if (m_step != Step::Reading)
                return;
        }
        if (m_parser->is_done())
            return onRequest();
        if (error == http::error::need_more)
            break;
        if (error)
            return onBadRequest(error);
    }
    read();
}

void HttpSession::onHead() {
    m_isHeadSeen = true;
    m_parser->eager(true);
    const HttpRequest& head = m_parser->request();
    m_isHeadAsked = head.method == "HEAD";
    if (!head.header("transfer-encoding").isNull() && !m_parser->chunked())
        return onBadRequest(http::make_error_code(http::error::bad_transfer_encoding));
    m_refusal = m_service.refusalOf(*this, head);
    // A refusal reads what comes first, since a client that still writes would see the connection break
    // instead of the answer.
    if (m_refusal)
        m_parser->discardBody();
    if (m_parser->is_done() || head.header("expect").compare("100-continue", Qt::CaseInsensitive) != 0)
        return;
    if (m_refusal)
        return send(*m_refusal, true);
    m_isInterim = true;
    m_output.append(goOn);
    write();
}

void HttpSession::onRequest() {
    if (m_refusal)
        return send(*m_refusal, m_refusal->status == 503);
    m_step = Step::Handling;
    const auto state = std::make_shared<HttpResponder::State>();
    state->answers = m_service.answers();
    state->session = weak_from_this();
    m_underWay = state;
    m_service.underWay().begun();
    m_isCounted = true;
    m_service.handle(std::move(m_parser->request()), HttpResponder(state));
}

void HttpSession::onBadRequest(Code error) {
    if (m_refusal)
        return send(*m_refusal, true);
    if (error == http::error::body_limit)
        return send(m_service.bodyTooLarge(), true);
    if (error == http::error::header_limit)
        return send(HttpResponse::refusal(431, QStringLiteral("http.headTooLarge"),
                                          tr("The header fields are too large.")),
                    true);
    send(HttpResponse::refusal(400, QStringLiteral("http.badRequest"), tr("This is not HTTP/1.1.")), true);
}

void HttpSession::answer(const std::shared_ptr<HttpResponder::State>& answer) {
    if (m_underWay != answer)
        return;
    m_underWay.reset();
    if (answer->isDropped)
        return close();
    send(answer->response, m_service.isStopping());
}

void HttpSession::refuse(const HttpResponse& refusal) {
    if (m_underWay) {
        m_underWay.reset();
        send(refusal, true);
    }
}

void HttpSession::send(const HttpResponse& response, bool closes) {
    m_closesAfterAnswer = closes || !m_parser->keep_alive();
    appendHead(m_output, response, m_service.dateField());
    if (m_closesAfterAnswer)
        m_output.append("Connection: close\r\n");
    else if (m_parser->isHttp10())
        m_output.append("Connection: keep-alive\r\n");
    m_output.append("\r\n");
    if (!m_isHeadAsked)
        m_output.append(response.body);
    write();
}

void HttpSession::write() {
    m_step = Step::Writing;
    m_since = Clock::now();
    m_written = 0;
    if (!m_tls) {
        // Nearly always all of it fits into the socket's buffer at once.
        Code error;
        m_written = m_socket.write_some(asio::buffer(m_output.constData(), size_t(m_output.size())), error);
        if (m_written == size_t(m_output.size()) || (error && error != asio::error::would_block))
            return onWritten(error);
    }
    writeRest();
}

void HttpSession::writeRest() {
    const auto rest = asio::buffer(m_output.constData(), size_t(m_output.size())) + m_written;
    auto then = [self = shared_from_this()](Code error, std::size_t bytes) {
        self->m_written += bytes;
        self->m_since = Clock::now();
        if (error || self->m_written == size_t(self->m_output.size()))
            self->onWritten(error);
        else
            self->writeRest();
    };
    if (m_tls)
        m_tls->async_write_some(rest, std::move(then));
    else
        m_socket.async_write_some(rest, std::move(then));
}

void HttpSession::onWritten(Code error) {
    if (m_step == Step::Closed)
        return;
    if (error)
        return close();
    if (m_output.capacity() > outputKept)
        m_output = QByteArray();
    m_output.resize(0);
    if (std::exchange(m_isInterim, false))
        return proceedLater();
    finishUnderWay();
    if (m_closesAfterAnswer)
        return linger();
    m_parser.emplace(m_service.options().maxBodyBytes);
    m_refusal.reset();
    m_isHeadSeen = false;
    m_isFirstRequest = false;
    m_step = Step::Waiting;
    if (m_input.size() == 0) {
        // A connection that waits keeps no room for a body.
        if (m_input.capacity() > headRoom)
            m_input.shrink_to_fit();
        return read();
    }
    proceedLater(); // the next request is here already
}

/// Not at once: whoever called may be proceeding, and a thousand requests in one piece would call each other.
void HttpSession::proceedLater() {
    asio::post(m_socket.get_executor(), [self = shared_from_this(), step = m_step] {
        if (self->m_step != step)
            return;
        self->m_step = Step::Reading;
        self->proceed();
    });
}

/// Says that nothing more comes, and waits for the client to close.
void HttpSession::linger() {
    m_step = Step::Lingering;
    m_since = Clock::now();
    m_input.clear();
    auto drain = [self = shared_from_this()](Code) {
        Code ignored;
        self->m_socket.shutdown(Socket::shutdown_send, ignored);
        if (!self->m_isReadPending)
            self->read();
    };
    if (m_tls && !m_isReadPending)
        m_tls->async_shutdown(std::move(drain));
    else
        drain({});
}

void HttpSession::lookAtTime(Clock::time_point now) {
    const auto& options = m_service.options();
    const auto age = now - m_since;
    switch (m_step) {
    case Step::Waiting:
        if (!m_isFirstRequest) {
            if (age > options.idleTime)
                close();
            return;
        }
        [[fallthrough]];
    case Step::Reading:
        if (age > options.requestTime)
            send(HttpResponse::refusal(408, QStringLiteral("http.tooSlow"), tr("The request took too long.")),
                 true);
        return;
    case Step::Handshake:
    case Step::Writing:
        if (age > options.requestTime)
            close();
        return;
    case Step::Lingering:
        if (age > lingerTime)
            close();
        return;
    case Step::Handling:
    case Step::Closed:
        return;
    }
}

void HttpSession::finishUnderWay() {
    if (std::exchange(m_isCounted, false))
        m_service.underWay().finished();
}

void HttpSession::close() {
    if (m_step == Step::Closed)
        return;
    m_step = Step::Closed;
    m_underWay.reset();
    finishUnderWay();
    Code ignored;
    m_socket.close(ignored);
    m_service.ended(shared_from_this());
}

} // namespace meshwatch
