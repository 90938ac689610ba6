// SPDX-License-Identifier: MIT
#include <meshwatch/core/httpserver.h>

#include "httpconnections.h"

#include <QCoreApplication>
#include <QUrl>

#include <arpa/inet.h>
#include <microhttpd.h>

#include <cstring>
#include <mutex>

namespace meshwatch {

/// Connections whose answers are ready. Each resuming from another thread wakes libmicrohttpd's thread, and a
/// commit answers many requests at once: so only the first does, and the thread takes the others along when
/// it is awake.
class Resumption {
public:
    void answered(MHD_Connection* connection) {
        const std::lock_guard lock(m_mutex);
        if (std::exchange(m_isAwake, true))
            m_waiting.push_back(connection);
        else
            MHD_resume_connection(connection);
    }
    /// On libmicrohttpd's thread, whenever a request that was answered comes to it, or ends.
    void takeAlong() {
        const std::lock_guard lock(m_mutex);
        for (MHD_Connection* connection : m_waiting)
            MHD_resume_connection(connection);
        m_waiting.clear();
        m_isAwake = false;
    }

private:
    std::mutex m_mutex;
    std::vector<MHD_Connection*> m_waiting;
    bool m_isAwake = false; ///< the thread was woken and has not looked yet
};

/// One request between libmicrohttpd and whoever answers it.
class HttpResponder::State {
public:
    std::shared_ptr<Resumption> resumption;
    HttpRequest request;
    std::optional<HttpResponse> refusal; ///< decided from the head; sent when the body is through
    HttpResponse response;
    MHD_Connection* connection = nullptr;
    bool isTooLarge = false;
    bool isHandedOver = false;
    bool isDropped = false; ///< instead of an answer
    std::atomic<bool> isAnswered = false;
};

namespace {

using State = HttpResponder::State;

/// For the head of a request and what is read of its body at a time. libmicrohttpd clears all of it for each
/// request, so that its usual 32 KiB cost more than the request itself.
constexpr intptr_t memoryOfConnection = 16 * 1024;

/// What con_cls points to: libmicrohttpd's share of the state.
struct Exchange {
    std::shared_ptr<State> state;
};

struct Text {
    Q_DECLARE_TR_FUNCTIONS(HttpServer)
};

MHD_Result takeHeader(void* headers, MHD_ValueKind, const char* name, const char* value) {
    static_cast<HttpFields*>(headers)->add(name, value ? value : "");
    return MHD_YES;
}

MHD_Result takeQueryItem(void* query, MHD_ValueKind, const char* name, const char* value) {
    auto& text = *static_cast<QByteArray*>(query);
    if (!text.isEmpty())
        text.append('&');
    // libmicrohttpd has decoded the item; the request keeps queries in the form they are sent in.
    text.append(QByteArray(name).toPercentEncoding());
    if (value)
        text.append('=').append(QByteArray(value).toPercentEncoding());
    return MHD_YES;
}

/// What connectionChanged() has attached to the connection.
HttpConnection& attachedTo(MHD_Connection* connection) {
    const auto* info = MHD_get_connection_info(connection, MHD_CONNECTION_INFO_SOCKET_CONTEXT);
    return *static_cast<HttpConnection*>(info->socket_context);
}

MHD_Result queue(MHD_Connection* connection, const HttpResponse& answer, bool closes) {
    MHD_Response* response = MHD_create_response_from_buffer(
        size_t(answer.body.size()), const_cast<char*>(answer.body.constData()), MHD_RESPMEM_MUST_COPY);
    if (!answer.body.isEmpty())
        MHD_add_response_header(response, MHD_HTTP_HEADER_CONTENT_TYPE, answer.contentType.constData());
    for (const auto& [name, value] : answer.headers)
        MHD_add_response_header(response, name.constData(), value.constData());
    if (closes)
        MHD_add_response_header(response, MHD_HTTP_HEADER_CONNECTION, "close");
    const MHD_Result queued = MHD_queue_response(connection, unsigned(answer.status), response);
    MHD_destroy_response(response);
    return queued;
}

} // namespace

HttpResponder::~HttpResponder() {
    if (m_state && !m_state->isAnswered)
        send(HttpResponse::refusal(503, QStringLiteral("http.unavailable"),
                                   Text::tr("Not available at the moment.")));
}

HttpResponder& HttpResponder::operator=(HttpResponder&& other) noexcept {
    HttpResponder old(std::move(m_state));
    m_state = std::move(other.m_state);
    return *this;
}

void HttpResponder::send(HttpResponse response) {
    if (!m_state || m_state->isAnswered.exchange(true))
        return;
    const std::shared_ptr<State> state = std::move(m_state);
    state->response = std::move(response);
    state->resumption->answered(state->connection);
}

void HttpResponder::drop() {
    if (!m_state || m_state->isAnswered.exchange(true))
        return;
    const std::shared_ptr<State> state = std::move(m_state);
    state->isDropped = true;
    state->resumption->answered(state->connection);
}

class HttpServer::Private {
public:
    Options options;
    Check check;
    Handler handle;
    MHD_Daemon* daemon = nullptr;
    std::shared_ptr<HttpConnections> connections;
    std::shared_ptr<Resumption> resumption = std::make_shared<Resumption>();
    quint16 port = 0;
    QByteArray ownHost;                   ///< "127.0.0.1:8477": what nearly every request says
    std::atomic<bool> hasOwnHost = false; ///< requests may come before start() knows the port
    std::atomic<bool> isStopping = false;

    std::optional<HttpResponse> refusalOfHead(MHD_Connection* connection, const HttpRequest& head) const;
    MHD_Result begin(MHD_Connection* connection, const char* url, const char* method, void** context);
    MHD_Result proceed(MHD_Connection* connection, State& state, const std::shared_ptr<State>& shared);
    bool refuseUnderWay();

    static MHD_Result access(void* self, MHD_Connection* connection, const char* url, const char* method,
                             const char* version, const char* data, size_t* size, void** context);
    static void completed(void* self, MHD_Connection*, void** context, MHD_RequestTerminationCode);
    static void connectionChanged(void* self, MHD_Connection* connection, void** context,
                                  MHD_ConnectionNotificationCode code);
    static void* uriSeen(void* self, const char*, MHD_Connection* connection);
};

std::optional<HttpResponse> HttpServer::Private::refusalOfHead(MHD_Connection* connection,
                                                               const HttpRequest& head) const {
    if (isStopping || connections->count() > options.maxConnections)
        return HttpResponse::refusal(503, QStringLiteral("http.unavailable"),
                                     Text::tr("Too many connections."));
    const QByteArrayView length = head.header("content-length");
    if (!length.isEmpty() && length.toLongLong() > options.maxBodyBytes)
        return HttpResponse::refusal(413, QStringLiteral("http.bodyTooLarge"),
                                     Text::tr("The body is larger than %1 bytes.").arg(options.maxBodyBytes));
    // A page in a browser can post to loopback too; browsers say so, and cannot leave it out.
    if (!head.header("origin").isNull())
        return HttpResponse::refusal(403, QStringLiteral("http.foreignOrigin"),
                                     Text::tr("Requests from web pages are refused."));
    const QByteArrayView host = head.header("host");
    const auto* fd = MHD_get_connection_info(connection, MHD_CONNECTION_INFO_CONNECTION_FD);
    if (!(hasOwnHost && host == ownHost) &&
        !isHostAllowed(host, fd->connect_fd, options.address, options.allowedHosts))
        return HttpResponse::refusal(
            403, QStringLiteral("http.foreignHost"),
            Text::tr("The Host header names neither this address nor an allowed name."));
    return check ? check(head) : std::nullopt;
}

MHD_Result HttpServer::Private::begin(MHD_Connection* connection, const char* url, const char* method,
                                      void** context) {
    auto state = std::make_shared<State>();
    state->connection = connection;
    state->resumption = resumption;
    state->request.method = method;
    state->request.path = url;
    MHD_get_connection_values(connection, MHD_HEADER_KIND, &takeHeader, &state->request.headers);
    MHD_get_connection_values(connection, MHD_GET_ARGUMENT_KIND, &takeQueryItem, &state->request.query);
    state->refusal = refusalOfHead(connection, state->request);
    *context = new Exchange{state};
    // A body that is too large is not waited for; every other refusal reads what comes first, since a
    // client that still writes would see the connection break instead of the answer.
    if (state->refusal && state->refusal->status == 413)
        return queue(connection, *state->refusal, true);
    const qsizetype length = state->request.header("content-length").toLongLong();
    if (!state->refusal && length > 0)
        state->request.body.reserve(length);
    return MHD_YES;
}

MHD_Result HttpServer::Private::proceed(MHD_Connection* connection, State& state,
                                        const std::shared_ptr<State>& shared) {
    if (state.isAnswered) {
        resumption->takeAlong();
        return state.isDropped ? MHD_NO : queue(connection, state.response, isStopping);
    }
    if (state.isTooLarge) {
        state.refusal =
            HttpResponse::refusal(413, QStringLiteral("http.bodyTooLarge"),
                                  Text::tr("The body is larger than %1 bytes.").arg(options.maxBodyBytes));
    }
    if (state.refusal)
        return queue(connection, *state.refusal, state.refusal->status == 503 || state.isTooLarge);
    state.isHandedOver = true;
    connections->handedOver();
    HttpConnection& attached = attachedTo(connection);
    attached.requestRead();
    attached.setUnderWay(shared);
    MHD_suspend_connection(connection);
    handle(std::move(state.request), HttpResponder(shared));
    return MHD_YES;
}

MHD_Result HttpServer::Private::access(void* self, MHD_Connection* connection, const char* url,
                                       const char* method, const char*, const char* data, size_t* size,
                                       void** context) {
    auto* server = static_cast<Private*>(self);
    if (!*context)
        return server->begin(connection, url, method, context);
    const auto& state = static_cast<Exchange*>(*context)->state;
    if (*size == 0)
        return server->proceed(connection, *state, state);
    if (!state->refusal && !state->isTooLarge) {
        if (state->request.body.size() + qsizetype(*size) > server->options.maxBodyBytes) {
            state->isTooLarge = true;
            state->request.body = QByteArray();
        } else {
            state->request.body.append(data, qsizetype(*size));
        }
    }
    *size = 0;
    return MHD_YES;
}

void HttpServer::Private::completed(void* self, MHD_Connection* connection, void** context,
                                    MHD_RequestTerminationCode) {
    auto* exchange = static_cast<Exchange*>(*context);
    auto* server = static_cast<Private*>(self);
    attachedTo(connection).requestRead();
    if (exchange && exchange->state->isHandedOver) {
        // The connection that woke the thread may have broken: what waits behind it must not wait for ever.
        server->resumption->takeAlong();
        server->connections->finished();
    }
    delete exchange;
    *context = nullptr;
}

void HttpServer::Private::connectionChanged(void* self, MHD_Connection* connection, void** context,
                                            MHD_ConnectionNotificationCode code) {
    auto& connections = *static_cast<Private*>(self)->connections;
    if (code == MHD_CONNECTION_NOTIFY_STARTED) {
        const auto* fd = MHD_get_connection_info(connection, MHD_CONNECTION_INFO_CONNECTION_FD);
        *context = connections.opened(fd->connect_fd);
    } else {
        connections.closed(static_cast<HttpConnection*>(*context));
    }
}

void* HttpServer::Private::uriSeen(void*, const char*, MHD_Connection* connection) {
    attachedTo(connection).requestBegun();
    return nullptr;
}

/// libmicrohttpd must not be stopped while requests are suspended: those that nobody answered get a 503, and
/// whoever answers them later is too late. False if there were none.
bool HttpServer::Private::refuseUnderWay() {
    const auto unanswered = connections->underWay();
    for (const auto& request : unanswered)
        HttpResponder(std::static_pointer_cast<State>(request))
            .send(HttpResponse::refusal(503, QStringLiteral("http.stopping"),
                                        Text::tr("Not available at the moment.")));
    return !unanswered.empty();
}

HttpServer::HttpServer()
    : d(std::make_unique<Private>()) {}

HttpServer::~HttpServer() { stop(); }

Result<void> HttpServer::start(const Options& options, Check check, Handler handle) {
    stop();
    d = std::make_unique<Private>();
    d->options = options;
    d->check = std::move(check);
    d->handle = std::move(handle);
    const bool usesTls = !options.certificatePem.isEmpty();
    d->connections = std::make_shared<HttpConnections>(options.requestTime, !usesTls);

    sockaddr_storage address{};
    if (options.address.protocol() == QAbstractSocket::IPv6Protocol) {
        auto& v6 = reinterpret_cast<sockaddr_in6&>(address);
        v6.sin6_family = AF_INET6;
        v6.sin6_port = htons(options.port);
        const Q_IPV6ADDR bytes = options.address.toIPv6Address();
        std::memcpy(&v6.sin6_addr, &bytes, sizeof bytes);
    } else {
        auto& v4 = reinterpret_cast<sockaddr_in&>(address);
        v4.sin_family = AF_INET;
        v4.sin_port = htons(options.port);
        v4.sin_addr.s_addr = htonl(options.address.toIPv4Address());
    }
    // Not poll(), which spares three system calls for each suspended request: it would take what came on
    // several connections in the order of the connections, and a list of events shows them in the order they
    // came.
    unsigned flags = MHD_USE_EPOLL_INTERNAL_THREAD | MHD_ALLOW_SUSPEND_RESUME;
    if (address.ss_family == AF_INET6)
        flags |= MHD_USE_IPv6;
    std::vector<MHD_OptionItem> items{
        {MHD_OPTION_SOCK_ADDR, 0, &address},
        {MHD_OPTION_NOTIFY_COMPLETED, reinterpret_cast<intptr_t>(&Private::completed), d.get()},
        {MHD_OPTION_NOTIFY_CONNECTION, reinterpret_cast<intptr_t>(&Private::connectionChanged), d.get()},
        {MHD_OPTION_URI_LOG_CALLBACK, reinterpret_cast<intptr_t>(&Private::uriSeen), d.get()},
        {MHD_OPTION_CONNECTION_TIMEOUT, intptr_t(options.idleTime.count()), nullptr},
        // Some above the limit, so that those too many get an answer that says so.
        {MHD_OPTION_CONNECTION_LIMIT, intptr_t(options.maxConnections + 64), nullptr},
        {MHD_OPTION_LISTEN_BACKLOG_SIZE, 1024, nullptr},
        {MHD_OPTION_CONNECTION_MEMORY_LIMIT, memoryOfConnection, nullptr},
    };
    if (usesTls) {
        flags |= MHD_USE_TLS;
        items.push_back({MHD_OPTION_HTTPS_MEM_CERT, 0, d->options.certificatePem.data()});
        items.push_back({MHD_OPTION_HTTPS_MEM_KEY, 0, d->options.privateKeyPem.data()});
    }
    items.push_back({MHD_OPTION_END, 0, nullptr});
    errno = 0;
    d->daemon = MHD_start_daemon(flags, options.port, nullptr, nullptr, &Private::access, d.get(),
                                 MHD_OPTION_ARRAY, items.data(), MHD_OPTION_END);
    if (!d->daemon) {
        const QString place = options.address.toString() + QLatin1Char(':') + QString::number(options.port);
        const QString reason = QString::fromLocal8Bit(std::strerror(errno));
        if (usesTls && errno == 0)
            return Error{QStringLiteral("http.tls"),
                         Text::tr("The TLS certificate or its key cannot be used."),
                         Text::tr("Both must be in PEM form and belong together.")};
        return Error{QStringLiteral("http.listen"), Text::tr("Cannot listen on %1: %2.").arg(place, reason),
                     Text::tr("Choose another port, or stop the program that uses it.")};
    }
    d->port = MHD_get_daemon_info(d->daemon, MHD_DAEMON_INFO_BIND_PORT)->port;
    d->ownHost = QUrl(url()).authority().toLatin1();
    d->hasOwnHost = true;
    return {};
}

void HttpServer::stop(std::chrono::milliseconds patience) {
    if (!d->daemon)
        return;
    d->isStopping = true;
    const MHD_socket listening = MHD_quiesce_daemon(d->daemon);
    d->connections->waitUntilFinished(patience);
    if (d->refuseUnderWay())
        d->connections->waitUntilFinished(std::chrono::seconds(1));
    MHD_stop_daemon(d->daemon);
    if (listening != MHD_INVALID_SOCKET)
        ::close(listening);
    d->daemon = nullptr;
}

bool HttpServer::isListening() const { return d->daemon != nullptr; }

quint16 HttpServer::port() const { return isListening() ? d->port : quint16(0); }

QString HttpServer::url() const {
    if (!isListening())
        return {};
    QUrl url;
    url.setScheme(d->options.certificatePem.isEmpty() ? QStringLiteral("http") : QStringLiteral("https"));
    url.setHost(d->options.address.toString());
    url.setPort(d->port);
    return url.toString();
}

} // namespace meshwatch
