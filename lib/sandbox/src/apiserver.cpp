// SPDX-License-Identifier: MIT
#include "apiserver.h"

#include <meshwatch/core/json.h>
#include <meshwatch/core/secrets.h>

#include <QCryptographicHash>
#include <QTimer>
#include <QUrl>

namespace meshwatch::sandbox {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype maxJsonBody = 2 * 1024 * 1024;
constexpr char jsonType[] = "application/json; charset=utf-8";

QByteArray etag(const QByteArray& body) {
    const QByteArray hash = QCryptographicHash::hash(body, QCryptographicHash::Sha1).toBase64().left(27);
    return "W/\"" + QByteArray::number(body.size(), 16) + '-' + hash + '"';
}

/// A file name as it stands in Content-Disposition: percent-encoded, without quotes.
QByteArray disposition(const QString& filename) {
    return "attachment;filename=" + QUrl::toPercentEncoding(filename, "!'()*");
}

bool isFor(QByteArrayView header, QByteArrayView mediaType) {
    return header.toByteArray().toLower().split(';').first().trimmed() == mediaType;
}

} // namespace

ApiServer::ApiServer(Runtime& runtime, Router router, QObject* parent)
    : QObject(parent)
    , m_runtime(runtime)
    , m_router(std::move(router))
    , m_since(runtime.now()) {}

ApiServer::~ApiServer() { stop(); }

Result<void> ApiServer::start(quint16 port) {
    HttpServer::Options options;
    options.port = port;
    options.maxBodyBytes = 64 * 1024 * 1024; // uploads; what is too large for JSON is refused here
    m_isStopping = false;
    return m_server.start(options, {}, [this](HttpRequest request, HttpResponder responder) {
        take(std::move(request), std::move(responder));
    });
}

void ApiServer::take(HttpRequest request, HttpResponder responder) {
    auto call = std::make_shared<Call>();
    call->request = std::move(request);
    call->responder = std::move(responder);
    const std::scoped_lock lock(m_mutex);
    if (m_isStopping)
        return; // the responder says 503
    m_calls.insert(call);
    QMetaObject::invokeMethod(
        this, [this, call] { handle(call); }, Qt::QueuedConnection);
}

void ApiServer::stop() {
    std::unordered_set<CallPtr> open;
    {
        const std::scoped_lock lock(m_mutex);
        m_isStopping = true;
        open.swap(m_calls);
    }
    for (const CallPtr& call : open)
        call->responder = HttpResponder(); // answers 503
    m_server.stop(std::chrono::seconds(1));
}

bool ApiServer::isOpen(const CallPtr& call) const {
    const std::scoped_lock lock(m_mutex);
    return m_calls.contains(call);
}

void ApiServer::handle(const CallPtr& call) {
    if (!isOpen(call))
        return;
    if (!call->watch.isValid())
        call->watch.start();
    if (answerFault(call))
        return;
    const auto body = readBody(call->request);
    if (!body)
        return send(call, body.error());
    const Router::Match match = m_router.find(call->request.method, call->request.path);
    if (match.route && match.route->roles.isEmpty())
        return send(call, answer(*call, {}, match));
    const auto scopes = scopesOf(call->request);
    if (!scopes)
        return refuseLogin(call);
    if (match.allowed.isEmpty())
        return send(call, ApiError{404, u"error.connector.http.routeDoesNotExist"_s,
                                   u"The requested route does not exist."_s});
    if (!match.route)
        return send(call,
                    ApiError{405, u"error.connector.http.methodNotAllowed"_s,
                             u"The request method is not supported for the requested resource."_s},
                    {{"Allow", match.allowed.join(", ")}});
    send(call, answer(*call, *scopes, match));
}

Outcome<QJsonValue> ApiServer::readBody(const HttpRequest& request) const {
    const QJsonValue none(QJsonValue::Undefined);
    if (request.body.isEmpty() || !isFor(request.header("content-type"), "application/json"))
        return none;
    if (request.body.size() > maxJsonBody)
        return errors::unexpected();
    const auto value = json::parse(request.body);
    if (!value || (!value->isObject() && !value->isArray()))
        return ApiError{400, u"error.connector.validation.invalidJsonInPayload"_s,
                        u"The given payload is not a valid json object."_s};
    return *value;
}

std::optional<QStringList> ApiServer::scopesOf(const HttpRequest& request) const {
    QByteArray secret = request.header("x-api-key").toByteArray();
    const auto kind = secret.isEmpty() ? Access::Kind::Bearer : Access::Kind::ApiKey;
    if (kind == Access::Kind::Bearer) {
        const QByteArray header = request.header("authorization").toByteArray();
        if (!header.toLower().startsWith("bearer "))
            return std::nullopt;
        secret = header.mid(7).trimmed();
    }
    for (const Access& access : m_access) {
        if (access.kind == kind && secrets::equalInConstantTime(secret, access.secret.toUtf8()) &&
            (!access.expiresAt.isValid() || access.expiresAt > m_runtime.now()))
            return access.scopes;
    }
    return std::nullopt;
}

void ApiServer::refuseLogin(const CallPtr& call) {
    const double seconds = (1 + m_runtime.ids().below(4)) * m_delayScale;
    QTimer::singleShot(std::chrono::milliseconds(qint64(seconds * 1000)), this, [this, call] {
        if (isOpen(call))
            send(call, ApiError{401, u"error.connector.unauthorized"_s, u"Unauthorized."_s});
    });
}

Outcome<ApiAnswer> ApiServer::answer(Call& call, const QStringList& scopes, const Router::Match& match) {
    const Route& route = *match.route;
    const bool isAllowed = route.roles.isEmpty() || std::ranges::any_of(scopes, [&](const QString& scope) {
                               return scopeCovers(scope, route.roles);
                           });
    if (!isAllowed)
        return ApiError{403, u"error.connector.forbidden"_s,
                        u"You are not allowed to access this endpoint."_s};
    const QByteArray accept = call.request.header("accept").toByteArray();
    ApiRequest request;
    request.wantsPng = route.offers == Route::Offers::JsonOrPng && !accepts(accept, "application/json") &&
                       accepts(accept, "image/png");
    if (route.offers != Route::Offers::Anything && !request.wantsPng && !accepts(accept, "application/json"))
        return ApiError{
            406, u"error.connector.http.notAcceptable"_s,
            u"The requested resource is capable of generating only content not acceptable according to "
            "the Accept headers sent in the request."_s};
    request.parameters = match.parameters;
    request.query = QueryItems(call.request.query);
    request.http = &call.request;
    if (const auto body = readBody(call.request))
        request.body = *body;
    const Runtime::Correlation correlation(m_runtime,
                                           QString::fromUtf8(call.request.header("x-correlation-id")));
    return route.handler(request);
}

bool ApiServer::answerFault(const CallPtr& call) {
    if (m_fault == Fault::None)
        return false;
    const qint64 left = (m_faultUntil.value - m_runtime.now().value) / 1000;
    if (left <= 0) {
        m_fault = Fault::None;
        return false;
    }
    if (m_fault == Fault::Silence) {
        QTimer::singleShot(std::chrono::milliseconds(left + 1), this, [this, call] { handle(call); });
    } else if (m_fault == Fault::Html) {
        HttpResponse page;
        page.status = 502;
        page.contentType = "text/html";
        page.body =
            "<html><head><title>502 Bad Gateway</title></head><body><h1>502 Bad Gateway</h1></body></html>";
        sendResponse(call, page);
    } else {
        send(call, errors::backboneDown());
    }
    return true;
}

void ApiServer::send(const CallPtr& call, const Outcome<ApiAnswer>& answer, HttpHeaders headers) {
    HttpResponse response;
    response.contentType = jsonType;
    response.headers = std::move(headers);
    if (!answer) {
        const ApiError& error = answer.error();
        response.status = error.status;
        const QJsonObject shown{
            {u"code"_s, error.code},
            {u"message"_s, error.message},
            {u"id"_s, m_runtime.ids().errorId()},
            {u"time"_s, m_runtime.nowText()},
            {u"docs"_s, QString("https://enmeshed.eu/integrate/error-codes#"_L1 + error.code)}};
        response.body = json::compact(QJsonObject{{u"error"_s, shown}});
        return sendResponse(call, std::move(response));
    }
    response.status = answer->status;
    if (!answer->contentType.isEmpty()) {
        response.contentType = answer->contentType;
        response.body = answer->bytes;
        response.headers.emplace_back("Content-Disposition", disposition(answer->filename));
    } else if (answer->status != 204) {
        response.body =
            json::compact(answer->isBare ? answer->result : QJsonObject{{u"result"_s, answer->result}});
    }
    if (response.status == 201)
        response.headers.emplace_back("Location", "_");
    sendResponse(call, std::move(response));
}

void ApiServer::sendResponse(const CallPtr& call, HttpResponse response) {
    const bool isReading = call->request.method == "GET" || call->request.method == "HEAD";
    if (!response.body.isEmpty()) {
        const QByteArray tag = etag(response.body);
        response.headers.emplace_back("ETag", tag);
        if (isReading && response.status == 200 && call->request.header("if-none-match") == tag) {
            response.status = 304;
            response.body.clear();
        }
    }
    if (isReading)
        response.headers.emplace_back("Vary", "Accept");
    response.headers.emplace_back("X-Response-Time", m_runtime.nowText().toLatin1());
    response.headers.emplace_back("X-Response-Duration-ms", QByteArray::number(call->watch.elapsed() % 1000));
    ++m_counts[response.status];
    {
        const std::scoped_lock lock(m_mutex);
        m_calls.erase(call);
    }
    call->responder.send(std::move(response));
}

QJsonObject ApiServer::requestCount() const {
    int all = 0;
    QJsonObject byStatus;
    for (auto it = m_counts.begin(); it != m_counts.end(); ++it) {
        all += it.value();
        byStatus.insert(QString::number(it.key()), it.value());
    }
    return {{u"since"_s, m_since.toIso()}, {u"requestCount"_s, all}, {u"requestCountByStatus"_s, byStatus}};
}

} // namespace meshwatch::sandbox
