// SPDX-License-Identifier: MIT
#pragma once

#include "googletokens.h"
#include "pubsubqueue.h"

#include <meshwatch/core/httpserver.h>

#include <atomic>
#include <condition_variable>
#include <functional>
#include <mutex>
#include <thread>

/// One subscription by the public reference of the Pub/Sub REST interface (v1): strict about what it is sent,
/// with long polls, terms and the errors of Google; and it can fail in the ways that networks and Google do.
/// Everything may be called from any thread.
class PubSubServer {
public:
    /// What goes wrong with calls from now on. `verb` is "get", "pull", "acknowledge", …; empty is all of
    /// them.
    struct Fault {
        QString verb{};
        int status = 0; ///< answered instead; 0: the connection is dropped
        int times = 1;  ///< so many calls; -1: until it is taken away
        QString message = QStringLiteral("because of the test");
        QByteArray page{}; ///< answered instead, as text/html
    };

    PubSubServer() { start(); }
    ~PubSubServer() { stop(); }
    PubSubServer(const PubSubServer&) = delete;
    PubSubServer& operator=(const PubSubServer&) = delete;

    /// Listens, on the port that it had before if there was one; messages and loans are kept meanwhile.
    void start() {
        meshwatch::HttpServer::Options options;
        options.port = m_port;
        m_server = std::make_unique<meshwatch::HttpServer>();
        const auto started = m_server->start(
            options, {}, [this](meshwatch::HttpRequest request, meshwatch::HttpResponder responder) {
                take(std::move(request), std::move(responder));
            });
        if (!started)
            qFatal("%s", qPrintable(started.error().message));
        m_port = m_server->port();
        m_isRunning = true;
        m_thread = std::thread([this] { answerPulls(); });
    }
    void stop() {
        if (!m_isRunning.exchange(false))
            return;
        {
            const std::lock_guard lock(m_mutex);
            m_changed.notify_all();
        }
        m_thread.join();
        cut();
        m_server->stop(std::chrono::milliseconds(0));
        m_server.reset();
    }
    /// Drops the pulls that wait.
    void cut() {
        const std::lock_guard lock(m_mutex);
        for (Pull& pull : m_pulls)
            pull.responder.drop();
        m_pulls.clear();
    }

    [[nodiscard]] QString url() const { return QStringLiteral("http://127.0.0.1:%1").arg(m_port); }
    [[nodiscard]] QByteArray keyFile() const { return m_tokens.keyFile(url() + QStringLiteral("/token")); }

    QString publish(const QString& name, const QByteArray& data, const std::optional<QString>& rawData = {}) {
        const std::lock_guard lock(m_mutex);
        m_changed.notify_all();
        return m_queue.publish(name, data, rawData);
    }
    void setFault(const Fault& fault) {
        const std::lock_guard lock(m_mutex);
        m_fault = fault;
    }
    void clearFault() { setFault({.times = 0}); }
    /// Changes what the subscription or the tokens are like.
    void with(const std::function<void(PubSubServer&)>& change) {
        const std::lock_guard lock(m_mutex);
        change(*this);
    }
    [[nodiscard]] qsizetype left() {
        return asked([this] { return m_queue.left(); });
    }
    [[nodiscard]] qsizetype lent() {
        return asked([this] { return m_queue.lent(); });
    }
    [[nodiscard]] int givenBack() {
        return asked([this] { return m_queue.givenBack(); });
    }
    [[nodiscard]] int calls(const QString& verb) {
        return asked([&] { return m_calls.value(verb); });
    }
    [[nodiscard]] QStringList acknowledged() {
        return asked([this] { return m_acknowledged; });
    }
    [[nodiscard]] GoogleTokens& tokens() { return m_tokens; }            ///< within with()
    [[nodiscard]] PubSubQueue& queue() { return m_queue; }               ///< within with()
    [[nodiscard]] QJsonObject& subscription() { return m_subscription; } ///< within with()

    // To be set before calls come.
    bool needsToken = false;
    bool mayGet = true; ///< the role of a subscriber does not include it
    bool mayConsume = true;
    std::atomic<bool> isMissing = false;
    std::atomic<int> longPollMs = 500;
    std::atomic<bool> returnsAtOnce = false; ///< an empty answer comes without waiting
    std::atomic<int> duplicateEvery =
        0;              ///< after so many acknowledge calls some of what is lent is lent once more
    QStringList poison; ///< messages whose acknowledgement is refused as none of Pub/Sub
    /// Called on the server's thread with the ids that are acknowledged, before they are.
    std::function<void(const QStringList& messageIds)> onAcknowledge;

private:
    struct Pull {
        int most;
        PubSubQueue::Clock::time_point until;
        meshwatch::HttpResponder responder;
    };
    using Response = meshwatch::HttpResponse;

    template<typename Ask>
    std::invoke_result_t<Ask> asked(Ask ask) {
        const std::lock_guard lock(m_mutex);
        return ask();
    }
    static Response answer(const QJsonObject& body) {
        return {.status = 200, .body = meshwatch::json::compact(body), .headers = {}};
    }
    static Response refuse(int status, const char* name, const QString& message) {
        Response response =
            answer({{QStringLiteral("error"), QJsonObject{{QStringLiteral("code"), status},
                                                          {QStringLiteral("message"), message},
                                                          {QStringLiteral("status"), QLatin1String(name)}}}});
        response.status = status;
        return response;
    }
    static Response refusal(int status, const QString& message) {
        static const QHash<int, const char*> names{{400, "INVALID_ARGUMENT"},   {401, "UNAUTHENTICATED"},
                                                   {403, "PERMISSION_DENIED"},  {404, "NOT_FOUND"},
                                                   {429, "RESOURCE_EXHAUSTED"}, {500, "INTERNAL"},
                                                   {503, "UNAVAILABLE"}};
        return refuse(status, names.value(status, "UNKNOWN"), message);
    }

    void take(meshwatch::HttpRequest request, meshwatch::HttpResponder responder) {
        const std::lock_guard lock(m_mutex);
        if (request.path == "/token")
            return responder.send(m_tokens.answer(request));
        const QByteArray place = "/v1/projects/lab/subscriptions/watch";
        const QString verb = request.path == place ? QStringLiteral("get")
                                                   : QString::fromLatin1(request.path.mid(place.size() + 1));
        ++m_calls[verb];
        if (m_fault.times != 0 && (m_fault.verb.isEmpty() || m_fault.verb == verb)) {
            m_fault.times -= int(m_fault.times > 0);
            return fail(responder);
        }
        if (!request.path.startsWith(place) || isMissing)
            return responder.send(refusal(404, QStringLiteral("Resource not found (resource=watch).")));
        if (needsToken && !m_tokens.isValid(request.header("authorization")))
            return responder.send(
                refusal(401, QStringLiteral("Request had invalid authentication credentials.")));
        if (request.method != (verb == QLatin1String("get") ? "GET" : "POST"))
            return responder.send(refusal(404, QStringLiteral("Method not found.")));
        handle(verb, request, std::move(responder));
    }
    void fail(meshwatch::HttpResponder& responder) {
        if (!m_fault.page.isEmpty())
            return responder.send(
                {.status = 200, .body = m_fault.page, .contentType = "text/html", .headers = {}});
        if (m_fault.status == 0)
            return responder.drop();
        responder.send(refusal(m_fault.status, m_fault.message));
    }
    void handle(const QString& verb, const meshwatch::HttpRequest& request,
                meshwatch::HttpResponder responder) {
        const bool isGet = verb == QLatin1String("get");
        const auto body = isGet ? meshwatch::Result<QJsonObject>(QJsonObject())
                                : meshwatch::json::parseObject(request.body);
        if (!isGet && !request.header("content-type").startsWith("application/json"))
            return responder.send(refusal(400, QStringLiteral("Invalid JSON payload received.")));
        if (!body)
            return responder.send(refusal(400, QStringLiteral("Invalid JSON payload received.")));
        static const QHash<QString, QStringList> members{
            {QStringLiteral("get"), {}},
            {QStringLiteral("pull"), {QStringLiteral("maxMessages"), QStringLiteral("returnImmediately")}},
            {QStringLiteral("acknowledge"), {QStringLiteral("ackIds")}},
            {QStringLiteral("modifyAckDeadline"),
             {QStringLiteral("ackIds"), QStringLiteral("ackDeadlineSeconds")}},
            {QStringLiteral("testIamPermissions"), {QStringLiteral("permissions")}}};
        if (!members.contains(verb))
            return responder.send(refusal(404, QStringLiteral("Method not found.")));
        for (const QString& member : body->keys()) {
            if (!members.value(verb).contains(member))
                return responder.send(refusal(
                    400,
                    QStringLiteral("Invalid JSON payload received. Unknown name \"%1\": Cannot find field.")
                        .arg(member)));
        }
        if (verb == QLatin1String("testIamPermissions"))
            return responder.send(answer(mayConsume ? *body : QJsonObject()));
        if (isGet ? !mayGet : !mayConsume)
            return responder.send(
                refusal(403, QStringLiteral("User not authorized to perform this action.")));
        if (isGet)
            return responder.send(answer(m_subscription));
        if (verb == QLatin1String("pull"))
            return takePull(*body, std::move(responder));
        responder.send(changeLoans(verb, *body));
    }
    void takePull(const QJsonObject& body, meshwatch::HttpResponder responder) {
        const int most = body.value(QLatin1String("maxMessages")).toInt();
        if (most <= 0)
            return responder.send(refusal(400, QStringLiteral("Request must have a positive max_messages.")));
        const bool isAtOnce = returnsAtOnce || body.value(QLatin1String("returnImmediately")).toBool();
        const auto wait = std::chrono::milliseconds(isAtOnce ? 0 : longPollMs.load());
        m_pulls.push_back({most, PubSubQueue::Clock::now() + wait, std::move(responder)});
        m_changed.notify_all();
    }
    Response changeLoans(const QString& verb, const QJsonObject& body) {
        QStringList ids;
        for (const QJsonValue& id : body.value(QLatin1String("ackIds")).toArray())
            ids.append(id.toString());
        if (ids.isEmpty())
            return refusal(400, QStringLiteral("No ack ids specified."));
        if (ids.size() > 1000)
            return refusal(400, QStringLiteral("Request payload size exceeds the limit."));
        for (const QString& id : std::as_const(ids)) {
            if (!PubSubQueue::isAckId(id) || poison.contains(id.section(QLatin1Char(':'), 1, 1)))
                return refusal(400, QStringLiteral("You have passed an invalid ack ID to the service."));
        }
        if (verb == QLatin1String("acknowledge")) {
            if (onAcknowledge) {
                QStringList messages;
                for (const QString& id : std::as_const(ids))
                    messages.append(id.section(QLatin1Char(':'), 1, 1));
                onAcknowledge(messages);
            }
            if (duplicateEvery > 0 && m_calls.value(verb) % duplicateEvery == 0)
                m_queue.duplicateLent(50);
            m_acknowledged += m_queue.acknowledge(ids);
            return answer({});
        }
        const int seconds = body.value(QLatin1String("ackDeadlineSeconds")).toInt(-1);
        if (seconds < 0 || seconds > 600)
            return refusal(400, QStringLiteral("Invalid ack deadline."));
        // A term of the test is in milliseconds, what is told in seconds.
        m_queue.setDeadline(ids, seconds == 0 ? std::chrono::milliseconds(0) : m_queue.term);
        return answer({});
    }
    void answerPulls() {
        std::unique_lock lock(m_mutex);
        while (m_isRunning) {
            m_changed.wait_for(lock, std::chrono::milliseconds(10));
            const auto now = PubSubQueue::Clock::now();
            for (auto pull = m_pulls.begin(); pull != m_pulls.end();) {
                if (!m_queue.hasWaiting() && pull->until > now) {
                    ++pull;
                    continue;
                }
                const QJsonArray list = m_queue.lend(pull->most);
                pull->responder.send(list.isEmpty() ? answer({})
                                                    : answer({{QStringLiteral("receivedMessages"), list}}));
                pull = m_pulls.erase(pull);
            }
        }
    }

public:
private:
    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::atomic<bool> m_isRunning = false;
    quint16 m_port = 0;
    GoogleTokens m_tokens;
    PubSubQueue m_queue;
    QJsonObject m_subscription{
        {QStringLiteral("name"), QStringLiteral("projects/lab/subscriptions/watch")},
        {QStringLiteral("topic"), QStringLiteral("projects/lab/topics/events")},
        {QStringLiteral("pushConfig"), QJsonObject()},
        {QStringLiteral("ackDeadlineSeconds"), 10},
        {QStringLiteral("messageRetentionDuration"), QStringLiteral("604800s")},
        {QStringLiteral("state"), QStringLiteral("ACTIVE")},
    };
    std::deque<Pull> m_pulls;
    Fault m_fault{.times = 0};
    QHash<QString, int> m_calls;
    QStringList m_acknowledged;
    std::unique_ptr<meshwatch::HttpServer> m_server;
    std::thread m_thread;
};
