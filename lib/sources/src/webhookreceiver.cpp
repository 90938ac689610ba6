// SPDX-License-Identifier: MIT
#include <meshwatch/sources/webhookreceiver.h>

#include "keptheaders.h"

#include <meshwatch/core/secrets.h>
#include <meshwatch/events/eventparser.h>
#include <meshwatch/events/eventstore.h>

#include <atomic>
#include <mutex>

namespace meshwatch {

namespace {

using Endpoints = std::vector<WebhookReceiver::Endpoint>;

/// A Connector sends a UUID, or what its caller chose.
constexpr qsizetype maxCorrelation = 200;

/// "/riverside/transport.messageSent" → {"riverside", "transport.messageSent"}.
std::pair<QByteArrayView, QByteArrayView> split(const QByteArray& path) {
    const QByteArrayView text = QByteArrayView(path).sliced(path.startsWith('/') ? 1 : 0);
    const qsizetype slash = text.indexOf('/');
    if (slash < 0)
        return {text, {}};
    QByteArrayView rest = text.sliced(slash + 1);
    while (rest.endsWith('/'))
        rest.chop(1);
    return {text.first(slash), rest};
}

const WebhookReceiver::Endpoint* find(const Endpoints& endpoints, QByteArrayView name) {
    for (const auto& endpoint : endpoints) {
        if (endpoint.path.isEmpty() ||
            QString::fromUtf8(name).compare(endpoint.path, Qt::CaseInsensitive) == 0)
            return &endpoint;
    }
    return nullptr;
}

/// Does the delivery show the key, in any of the ways a Connector can be told to send one?
bool showsKey(const HttpRequest& head, const WebhookReceiver::Endpoint& endpoint) {
    if (endpoint.key.isEmpty())
        return true;
    if (secrets::equalInConstantTime(head.header(endpoint.keyHeader.toLatin1()), endpoint.key))
        return true;
    const QByteArrayView authorization = head.header("authorization");
    if (authorization.size() > 7 && qstrnicmp(authorization.data(), "bearer ", 7) == 0)
        return secrets::equalInConstantTime(authorization.sliced(7), endpoint.key);
    if (authorization.size() > 6 && qstrnicmp(authorization.data(), "basic ", 6) == 0) {
        const QByteArray pair = QByteArray::fromBase64(authorization.sliced(6).toByteArray());
        const qsizetype colon = pair.indexOf(':');
        const bool isWhole = secrets::equalInConstantTime(pair, endpoint.key);
        const bool isPassword =
            secrets::equalInConstantTime(QByteArrayView(pair).sliced(colon + 1), endpoint.key);
        return isWhole || isPassword;
    }
    return false;
}

/// JSON, or nothing said; parameters such as a charset do not matter.
bool isJson(QByteArrayView contentType) {
    if (contentType.isNull())
        return true;
    if (contentType == "application/json")
        return true;
    const qsizetype end = contentType.indexOf(';');
    const QByteArray type =
        contentType.first(end < 0 ? contentType.size() : end).trimmed().toByteArray().toLower();
    return type == "application/json" || (type.startsWith("application/") && type.endsWith("+json"));
}

/// The trigger as path or query give it, for bodies that do not name it. Other words below the connection's
/// path ("/riverside/in") are the user's own and mean nothing; a trigger has a dot.
QByteArray triggerHint(const HttpRequest& request) {
    const QByteArrayView rest = split(request.path).second;
    const QByteArrayView last = rest.sliced(rest.lastIndexOf('/') + 1);
    return last.contains('.') ? last.toByteArray() : request.queryItem("trigger");
}

} // namespace

class WebhookReceiver::Private : public std::enable_shared_from_this<WebhookReceiver::Private> {
public:
    EventStore& store;
    HttpServer server;
    EventParser parser; ///< used by the server's one thread only, as the next
    KeptHeaders keptHeaders;

    mutable std::mutex mutex;
    std::shared_ptr<const Endpoints> endpoints = std::make_shared<Endpoints>();
    QHash<qint32, Statistics> statistics;

    explicit Private(EventStore& eventStore)
        : store(eventStore) {}

    std::shared_ptr<const Endpoints> current() const {
        const std::lock_guard lock(mutex);
        return endpoints;
    }
    HttpResponse refuse(ConnectionId connection, int status, const QString& code, const QString& message);
    std::optional<HttpResponse> check(const HttpRequest& head);
    void handle(HttpRequest request, HttpResponder responder);
    void quarantine(const HttpRequest& request, const Endpoint& endpoint, const QString& reason);
    void count(ConnectionId connection, bool isStored);
};

HttpResponse WebhookReceiver::Private::refuse(ConnectionId connection, int status, const QString& code,
                                              const QString& message) {
    if (connection.isValid()) {
        const std::lock_guard lock(mutex);
        Statistics& numbers = statistics[connection.value];
        ++numbers.refused;
        numbers.lastRefusedStatus = status;
        numbers.lastRefusedAt = Micros::now();
    }
    return HttpResponse::refusal(status, code, message);
}

std::optional<HttpResponse> WebhookReceiver::Private::check(const HttpRequest& head) {
    const auto list = current();
    const Endpoint* endpoint = find(*list, split(head.path).first);
    if (!endpoint)
        return refuse({}, 404, QStringLiteral("receiver.unknownConnection"),
                      tr("There is no connection at this path."));
    if (head.method != "POST") {
        auto answer = refuse(endpoint->connection, 405, QStringLiteral("receiver.methodNotAllowed"),
                             tr("Events are posted."));
        answer.headers.emplace_back("Allow", "POST");
        return answer;
    }
    if (endpoint->isLocked)
        return refuse(endpoint->connection, 503, QStringLiteral("receiver.keyUnknown"),
                      tr("The key of this connection is not known at the moment."));
    if (!showsKey(head, *endpoint))
        return refuse(endpoint->connection, 401, QStringLiteral("receiver.unauthorized"),
                      tr("The key is missing or wrong."));
    if (!isJson(head.header("content-type")))
        return refuse(endpoint->connection, 415, QStringLiteral("receiver.notJson"),
                      tr("The content type must be application/json."));
    return std::nullopt;
}

void WebhookReceiver::Private::count(ConnectionId connection, bool isStored) {
    const std::lock_guard lock(mutex);
    Statistics& numbers = statistics[connection.value];
    if (isStored) {
        ++numbers.accepted;
        return;
    }
    ++numbers.refused;
    numbers.lastRefusedStatus = 503;
    numbers.lastRefusedAt = Micros::now();
}

void WebhookReceiver::Private::handle(HttpRequest request, HttpResponder responder) {
    const auto list = current();
    const Endpoint* endpoint = find(*list, split(request.path).first);
    if (!endpoint) {
        responder.send(refuse({}, 404, QStringLiteral("receiver.unknownConnection"),
                              tr("There is no connection at this path.")));
        return;
    }
    auto facts = parser.parse(request.body, {});
    if (!facts && facts.error().code == QLatin1String("event.noTrigger")) {
        if (const QByteArray hint = triggerHint(request); !hint.isEmpty())
            facts = parser.parse(request.body, hint);
    }
    if (!facts) {
        quarantine(request, *endpoint, facts.error().message);
        responder.send(refuse(endpoint->connection, 400, facts.error().code, facts.error().message));
        return;
    }
    Arrival arrival;
    arrival.connection = endpoint->connection;
    arrival.channel = Channel::Webhook;
    arrival.receivedAt = Micros::now();
    const QByteArrayView correlation = request.header("x-correlation-id");
    arrival.correlationId = correlation.first(qMin(correlation.size(), maxCorrelation)).toByteArray();
    arrival.headers = keptHeaders.of(request.headers, endpoint->keyHeader);
    arrival.path = std::move(request.path);
    arrival.body = std::move(request.body);
    arrival.facts = std::move(*facts);
    std::vector<Arrival> one;
    one.push_back(std::move(arrival));
    // std::function wants copyable captures.
    auto answer = std::make_shared<HttpResponder>(std::move(responder));
    // The store may call back when the receiver is gone: while the disk is full, deliveries wait.
    store.append(
        std::move(one), [self = weak_from_this(), answer, connection = endpoint->connection](bool stored) {
            if (const auto receiver = self.lock())
                receiver->count(connection, stored);
            answer->send(stored ? HttpResponse{}
                                : HttpResponse::refusal(503, QStringLiteral("receiver.notStored"),
                                                        tr("The event cannot be stored at the moment.")));
        });
}

void WebhookReceiver::Private::quarantine(const HttpRequest& request, const Endpoint& endpoint,
                                          const QString& reason) {
    QuarantinedBody kept;
    kept.receivedAt = Micros::now();
    kept.connection = endpoint.connection;
    kept.path = QString::fromUtf8(request.path);
    kept.headers = keptHeaders.of(request.headers, endpoint.keyHeader);
    kept.body = request.body;
    kept.bodySize = request.body.size();
    kept.reason = reason;
    store.quarantine(std::move(kept));
}

WebhookReceiver::WebhookReceiver(EventStore& store, QObject* parent)
    : QObject(parent)
    , d(std::make_shared<Private>(store)) {}

WebhookReceiver::~WebhookReceiver() { d->server.stop(); }

void WebhookReceiver::setEndpoints(std::vector<Endpoint> endpoints) {
    const std::lock_guard lock(d->mutex);
    d->endpoints = std::make_shared<const Endpoints>(std::move(endpoints));
}

Result<void> WebhookReceiver::start(const HttpServer::Options& options) {
    auto started = d->server.start(
        options, [this](const HttpRequest& head) { return d->check(head); },
        [this](HttpRequest request, HttpResponder responder) {
            d->handle(std::move(request), std::move(responder));
        });
    Q_EMIT listeningChanged();
    return started;
}

void WebhookReceiver::stop() {
    if (!d->server.isListening())
        return;
    d->server.stop();
    Q_EMIT listeningChanged();
}

bool WebhookReceiver::isListening() const { return d->server.isListening(); }
QString WebhookReceiver::url() const { return d->server.url(); }
quint16 WebhookReceiver::port() const { return d->server.port(); }

WebhookReceiver::Statistics WebhookReceiver::statistics(ConnectionId connection) const {
    const std::lock_guard lock(d->mutex);
    return d->statistics.value(connection.value);
}

} // namespace meshwatch
