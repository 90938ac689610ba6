// SPDX-License-Identifier: MIT
#include <meshwatch/sources/webhookreceiver.h>

#include "drills.h"
#include "keptheaders.h"
#include "lateanswers.h"
#include "tokenendpoint.h"

#include <meshwatch/core/secrets.h>
#include <meshwatch/events/arrivalsink.h>
#include <meshwatch/events/eventparser.h>

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
            QAnyStringView::compare(QUtf8StringView(name), endpoint.path, Qt::CaseInsensitive) == 0)
            return &endpoint;
    }
    return nullptr;
}

bool asksForToken(const HttpRequest& request, const WebhookReceiver::Endpoint& endpoint) {
    return endpoint.client && tokenendpoint::isAskedFor(split(request.path).second);
}

/// Does the delivery show the key, in any of the ways a Connector can be told to send one?
bool showsKey(const HttpRequest& head, const WebhookReceiver::Endpoint& endpoint) {
    if (endpoint.client)
        return tokenendpoint::showsToken(head, *endpoint.client, endpoint.connection, Micros::now());
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
    ArrivalSink& sink;
    HttpServer server;
    EventParser parser; ///< used by the server's one thread only, as the next
    KeptHeaders keptHeaders;

    Drills drills;
    LateAnswers lateAnswers;

    mutable std::mutex mutex;
    std::shared_ptr<const Endpoints> endpoints = std::make_shared<Endpoints>();
    QHash<qint32, Statistics> statistics;

    explicit Private(ArrivalSink& arrivalSink)
        : sink(arrivalSink) {}

    std::shared_ptr<const Endpoints> current() const {
        const std::lock_guard lock(mutex);
        return endpoints;
    }
    HttpResponse refuse(ConnectionId connection, int status, const QString& code, const QString& message);
    HttpResponse counted(ConnectionId connection, HttpResponse refusal);
    std::optional<HttpResponse> check(const HttpRequest& head);
    void handle(HttpRequest request, HttpResponder responder);
    Result<EventFacts> factsOf(const HttpRequest& request);
    void take(HttpRequest request, const Endpoint& endpoint, EventFacts facts, HttpResponder responder,
              const Drills::Fate& fate);
    void answerInDrill(ConnectionId connection, const std::optional<FaultDrill>& fault,
                       HttpResponder responder);
    void refuseInDrill(const HttpRequest& request, const Endpoint& endpoint, const Result<EventFacts>& facts,
                       const FaultDrill& drill, HttpResponder responder);
    QuarantinedBody quarantined(const HttpRequest& request, const Endpoint& endpoint, const QString& reason);
    void count(ConnectionId connection, bool isStored);
};

HttpResponse WebhookReceiver::Private::counted(ConnectionId connection, HttpResponse refusal) {
    const std::lock_guard lock(mutex);
    Statistics& numbers = statistics[connection.value];
    ++numbers.refused;
    numbers.lastRefusedStatus = refusal.status;
    numbers.lastRefusedAt = Micros::now();
    return refusal;
}

HttpResponse WebhookReceiver::Private::refuse(ConnectionId connection, int status, const QString& code,
                                              const QString& message) {
    HttpResponse refusal = HttpResponse::refusal(status, code, message);
    return connection.isValid() ? counted(connection, std::move(refusal)) : refusal;
}

std::optional<HttpResponse> WebhookReceiver::Private::check(const HttpRequest& head) {
    const auto list = current();
    const Endpoint* endpoint = find(*list, split(head.path).first);
    if (!endpoint)
        return refuse({}, 404, QStringLiteral("receiver.unknownConnection"),
                      tr("There is no connection at this path."));
    if (asksForToken(head, *endpoint) && !endpoint->isLocked) {
        auto refusal = tokenendpoint::check(head, *endpoint->client);
        return refusal ? std::optional(counted(endpoint->connection, std::move(*refusal))) : std::nullopt;
    }
    if (head.method != "POST") {
        auto answer = refuse(endpoint->connection, 405, QStringLiteral("receiver.methodNotAllowed"),
                             tr("Events are posted."));
        answer.headers.emplace_back("Allow", "POST");
        return answer;
    }
    if (endpoint->isLocked)
        return refuse(endpoint->connection, 503, QStringLiteral("receiver.keyUnknown"),
                      tr("The key of this connection is not known at the moment."));
    if (!showsKey(head, *endpoint)) {
        if (!endpoint->client)
            return refuse(endpoint->connection, 401, QStringLiteral("receiver.unauthorized"),
                          tr("The key is missing or wrong."));
        auto answer = refuse(endpoint->connection, 401, QStringLiteral("receiver.unauthorized"),
                             tr("The token is missing, wrong or has expired."));
        answer.headers.emplace_back("WWW-Authenticate",
                                    "Bearer realm=\"meshwatch\", error=\"invalid_token\"");
        return answer;
    }
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
    if (asksForToken(request, *endpoint)) {
        HttpResponse answer =
            tokenendpoint::answer(request, *endpoint->client, endpoint->connection, Micros::now());
        responder.send(answer.status == 200 ? std::move(answer)
                                            : counted(endpoint->connection, std::move(answer)));
        return;
    }
    Drills::Fate fate;
    if (drills.isAnyRunning()) [[unlikely]]
        fate = drills.draw(endpoint->connection);
    auto facts = factsOf(request);
    if (fate.fault && fate.fault->refuses()) {
        refuseInDrill(request, *endpoint, facts, *fate.fault, std::move(responder));
        return;
    }
    if (!facts) {
        sink.quarantine(quarantined(request, *endpoint, facts.error().message));
        responder.send(refuse(endpoint->connection, 400, facts.error().code, facts.error().message));
        return;
    }
    take(std::move(request), *endpoint, std::move(*facts), std::move(responder), fate);
}

Result<EventFacts> WebhookReceiver::Private::factsOf(const HttpRequest& request) {
    auto facts = parser.parse(request.body, {});
    if (!facts && facts.error().code == QLatin1String("event.noTrigger")) {
        if (const QByteArray hint = triggerHint(request); !hint.isEmpty())
            facts = parser.parse(request.body, hint);
    }
    return facts;
}

void WebhookReceiver::Private::take(HttpRequest request, const Endpoint& endpoint, EventFacts facts,
                                    HttpResponder responder, const Drills::Fate& fate) {
    Arrival arrival;
    arrival.connection = endpoint.connection;
    arrival.channel = Channel::Webhook;
    arrival.receivedAt = Micros::now();
    const QByteArrayView correlation = request.header("x-correlation-id");
    arrival.correlationId = correlation.first(qMin(correlation.size(), maxCorrelation)).toByteArray();
    arrival.headers = keptHeaders.of(request.headers, endpoint.keyHeader);
    arrival.path = std::move(request.path);
    arrival.body = std::move(request.body);
    arrival.facts = std::move(facts);
    std::vector<Arrival> one;
    one.push_back(std::move(arrival));
    // std::function wants copyable captures.
    auto answer = std::make_shared<HttpResponder>(std::move(responder));
    // The sink may call back when the receiver is gone: while the disk is full, deliveries wait.
    sink.append(std::move(one), [self = weak_from_this(), answer, connection = endpoint.connection,
                                 isDuringDrill = fate.isDuringDrill, fault = fate.fault](bool stored) {
        const auto receiver = self.lock();
        if (receiver)
            receiver->count(connection, stored);
        if (receiver && stored && isDuringDrill) [[unlikely]] {
            receiver->answerInDrill(connection, fault, std::move(*answer));
            return;
        }
        answer->send(stored ? HttpResponse{}
                            : HttpResponse::refusal(503, QStringLiteral("receiver.notStored"),
                                                    tr("The event cannot be stored at the moment.")));
    });
}

/// What is stored is answered late, or with another status of success.
void WebhookReceiver::Private::answerInDrill(ConnectionId connection, const std::optional<FaultDrill>& fault,
                                             HttpResponder responder) {
    drills.countDelivered(connection);
    HttpResponse response;
    if (fault && fault->status)
        response.status = *fault->status;
    lateAnswers.add(fault ? fault->delay : std::chrono::milliseconds(0), std::move(responder),
                    std::move(response));
}

void WebhookReceiver::Private::refuseInDrill(const HttpRequest& request, const Endpoint& endpoint,
                                             const Result<EventFacts>& facts, const FaultDrill& drill,
                                             HttpResponder responder) {
    const QString reason = drill.drops
                               ? tr("Refused by a drill: the connection was closed without an answer.")
                               : tr("Refused by a drill: answered with status %1.").arg(*drill.status);
    QuarantinedBody kept = quarantined(request, endpoint, reason);
    kept.isDrill = true;
    if (facts) {
        kept.trigger = facts->trigger;
        kept.object = facts->object;
        kept.state = facts->state;
    }
    sink.quarantine(std::move(kept));
    std::optional<HttpResponse> response;
    if (!drill.drops)
        response = HttpResponse::refusal(*drill.status, QStringLiteral("receiver.drill"), reason);
    lateAnswers.add(drill.delay, std::move(responder), std::move(response));
}

QuarantinedBody WebhookReceiver::Private::quarantined(const HttpRequest& request, const Endpoint& endpoint,
                                                      const QString& reason) {
    QuarantinedBody kept;
    kept.receivedAt = Micros::now();
    kept.connection = endpoint.connection;
    kept.path = QString::fromUtf8(request.path);
    kept.headers = keptHeaders.of(request.headers, endpoint.keyHeader);
    kept.body = request.body;
    kept.bodySize = request.body.size();
    kept.reason = reason;
    return kept;
}

WebhookReceiver::WebhookReceiver(ArrivalSink& sink, QObject* parent)
    : QObject(parent)
    , d(std::make_shared<Private>(sink)) {
    m_drillEnd.setSingleShot(true);
    m_drillEnd.setTimerType(Qt::PreciseTimer);
    connect(&m_drillEnd, &QTimer::timeout, this, &WebhookReceiver::endDrills);
}

WebhookReceiver::~WebhookReceiver() {
    d->lateAnswers.flush();
    d->server.stop();
}

void WebhookReceiver::setEndpoints(std::vector<Endpoint> endpoints) {
    const std::lock_guard lock(d->mutex);
    d->endpoints = std::make_shared<const Endpoints>(std::move(endpoints));
}

Result<void> WebhookReceiver::start(const HttpServer::Options& options) {
    d->lateAnswers.accept();
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
    // What is stored and waits for its late answer must not be told that it failed.
    d->lateAnswers.flush();
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

Result<void> WebhookReceiver::setDrill(ConnectionId connection, const std::optional<FaultDrill>& drill) {
    if (drill) {
        if (auto problem = drill->problem())
            return *problem;
    }
    const bool wasRunning = d->drills.end(connection);
    if (wasRunning)
        Q_EMIT drillEnded(connection);
    if (drill) {
        d->drills.begin(connection, *drill);
        Q_EMIT drillBegan(connection);
    }
    endDrills();
    return {};
}

/// Ends those whose time is over, and comes again for the next.
void WebhookReceiver::endDrills() {
    const auto ended = d->drills.endOverdue();
    for (const ConnectionId connection : ended)
        Q_EMIT drillEnded(connection);
    if (const auto next = d->drills.untilNextEnd())
        m_drillEnd.start(*next);
    else
        m_drillEnd.stop();
}

std::optional<FaultDrill> WebhookReceiver::drill(ConnectionId connection) const {
    return d->drills.current(connection);
}

FaultDrillStatistics WebhookReceiver::drillStatistics(ConnectionId connection) const {
    return d->drills.statistics(connection);
}

} // namespace meshwatch
