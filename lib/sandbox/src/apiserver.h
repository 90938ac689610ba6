// SPDX-License-Identifier: MIT
#pragma once

#include "api.h"
#include "runtime.h"

#include <meshwatch/core/httpserver.h>
#include <meshwatch/sandbox/sandbox.h>

#include <QElapsedTimer>
#include <QMap>
#include <QObject>

#include <mutex>
#include <unordered_set>

namespace meshwatch::sandbox {

/// The HTTP server of one Connector: reads calls, lets in who may come in, finds the route, and puts
/// answers and failures into their envelopes. Handlers run in this object's thread.
class ApiServer : public QObject {
    Q_OBJECT

public:
    ApiServer(Runtime& runtime, Router router, QObject* parent = nullptr);
    ~ApiServer() override;

    [[nodiscard]] Result<void> start(quint16 port);
    void stop();
    [[nodiscard]] bool isListening() const { return m_server.isListening(); }
    [[nodiscard]] quint16 port() const { return m_server.port(); }
    [[nodiscard]] QString url() const { return m_server.url(); }

    void setAccess(std::vector<Access> access) { m_access = std::move(access); }
    void addAccess(Access access) { m_access.push_back(std::move(access)); }
    /// Multiplies the 1 to 4 seconds before a 401.
    void setDelayScale(double scale) { m_delayScale = scale; }
    void setFault(Fault fault, Micros until) {
        m_fault = fault;
        m_faultUntil = until;
    }

    /// `{"since", "requestCount", "requestCountByStatus"}` of `/Monitoring/Requests`.
    [[nodiscard]] QJsonObject requestCount() const;

private:
    struct Call {
        HttpRequest request;
        HttpResponder responder;
        QElapsedTimer watch;
    };
    using CallPtr = std::shared_ptr<Call>;

    void take(HttpRequest request, HttpResponder responder);
    void handle(const CallPtr& call);
    /// Is this call still to be answered? It is not when the server stopped meanwhile.
    bool isOpen(const CallPtr& call) const;
    Outcome<ApiAnswer> answer(Call& call, const QStringList& scopes, const Router::Match& match);
    [[nodiscard]] Outcome<QJsonValue> readBody(const HttpRequest& request) const;
    [[nodiscard]] std::optional<QStringList> scopesOf(const HttpRequest& request) const;
    bool answerFault(const CallPtr& call);
    void refuseLogin(const CallPtr& call);
    void send(const CallPtr& call, const Outcome<ApiAnswer>& answer, HttpHeaders headers = {});
    void sendResponse(const CallPtr& call, HttpResponse response);

    Runtime& m_runtime;
    Router m_router;
    mutable std::mutex m_mutex; ///< of the calls, which come from the server's thread
    std::unordered_set<CallPtr> m_calls;
    bool m_isStopping = false;
    HttpServer m_server;
    std::vector<Access> m_access;
    double m_delayScale = 1.0;
    Fault m_fault = Fault::None;
    Micros m_faultUntil;
    Micros m_since;
    QMap<int, int> m_counts;
};

} // namespace meshwatch::sandbox
