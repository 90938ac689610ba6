// SPDX-License-Identifier: MIT
#include "sandboxconnector.h"

#include "routes.h"

namespace meshwatch::sandbox {

using namespace Qt::StringLiterals;

namespace {

/// The generation of Connectors that the sandbox imitates.
QJsonObject version() {
    return {{u"version"_s, u"7.4.0"_s},
            {u"build"_s, u"1"_s},
            {u"date"_s, u"2026-08-03T09:00:00.000Z"_s},
            {u"commit"_s, u"0000000000000000000000000000000000000000"_s},
            {u"runtimeVersion"_s, u"7.5.11"_s},
            {u"modules"_s, QJsonObject()}};
}

} // namespace

SandboxConnector::SandboxConnector(Backbone& backbone, const Runtime::Setup& setup, bool isDebug,
                                   QObject* parent)
    : QObject(parent)
    , m_runtime(backbone, setup)
    , m_apiKey(m_runtime.ids().apiKey())
    , m_isDebug(isDebug)
    , m_webhooks([&backbone] { return backbone.now(); }, this)
    , m_server(m_runtime, makeRouter(isDebug), this)
    , m_syncTimer(this) {
    m_server.setAccess({Access{Access::Kind::ApiKey, m_apiKey, {u"**"_s}, {}}});
    m_runtime.setSink([this](const QString& trigger, const QJsonValue& data, const QString& correlationId) {
        m_webhooks.deliver(trigger, data, correlationId);
    });
    // The pause runs from the end of one sync to the start of the next.
    m_syncTimer.setSingleShot(true);
    connect(&m_syncTimer, &QTimer::timeout, this, [this] {
        sync();
        m_syncTimer.start(m_syncInterval);
    });
}

Result<void> SandboxConnector::start(quint16 port, std::chrono::milliseconds syncInterval) {
    if (const auto started = m_server.start(port); !started)
        return started;
    m_syncInterval = syncInterval;
    if (syncInterval.count() > 0) {
        sync();
        m_syncTimer.start(syncInterval);
    }
    m_runtime.raise("runtime.modulesStarted"_L1);
    return {};
}

void SandboxConnector::stop() {
    m_syncTimer.stop();
    m_server.stop();
}

Result<void> SandboxConnector::setWebhooks(const QJsonObject& module) {
    auto configuration = WebhookConfiguration::read(module);
    if (!configuration)
        return configuration.error();
    m_webhookModule = module;
    m_webhooks.configure(std::move(*configuration));
    return {};
}

void SandboxConnector::sync() {
    const Runtime::Correlation run(m_runtime, {});
    // A failed run is only logged by a real Connector, and what waits comes with the next one.
    (void)m_runtime.sync();
}

Router SandboxConnector::makeRouter(bool isDebug) {
    Router router;
    addMonitoring(router);
    routes::addAccount(router, m_runtime);
    routes::addAnnouncements(router, m_runtime);
    routes::addAttributeQueries(router, m_runtime);
    routes::addAttributes(router, m_runtime);
    routes::addBackboneNotifications(router, m_runtime);
    routes::addChallenges(router, m_runtime);
    routes::addFiles(router, m_runtime);
    routes::addIdentityMetadata(router, m_runtime);
    routes::addMessages(router, m_runtime);
    routes::addRelationships(router, m_runtime);
    routes::addTemplates(router, m_runtime);
    routes::addRequests(router, m_runtime);
    routes::addTokens(router, m_runtime);
    if (isDebug)
        routes::addIdentityDeletion(router, m_runtime);
    return router;
}

void SandboxConnector::addMonitoring(Router& router) {
    router.add({"GET", "/health", {}, [this](const ApiRequest&) {
                    const QJsonObject state = health();
                    return ApiAnswer::bare(state, state.value("isHealthy"_L1).toBool() ? 200 : 500);
                }});
    router.add({"GET", "/Monitoring/Version", "monitoring:version",
                [](const ApiRequest&) { return ApiAnswer::bare(version()); }});
    router.add({"GET", "/Monitoring/Requests", "monitoring:requests",
                [this](const ApiRequest&) { return ApiAnswer::bare(m_server.requestCount()); }});
    router.add({"GET", "/Monitoring/Support", "monitoring:support", [this](const ApiRequest&) {
                    return ApiAnswer::bare(QJsonObject{
                        {u"version"_s, version()},
                        {u"health"_s, health()},
                        {u"configuration"_s, configuration()},
                        {u"identityInfo"_s, QJsonObject{{u"address"_s, m_runtime.address()},
                                                        {u"publicKey"_s, m_runtime.identity().publicKey}}}});
                }});
}

QJsonObject SandboxConnector::health() const {
    const QString backbone = m_runtime.backbone().isDown() ? u"unhealthy"_s : u"healthy"_s;
    return {{u"isHealthy"_s, !m_runtime.backbone().isDown()},
            {u"services"_s, QJsonObject{{u"database"_s, u"healthy"_s},
                                        {u"backboneConnection"_s, backbone},
                                        {u"backboneAuthentication"_s, u"healthy"_s}}}};
}

QJsonObject SandboxConnector::configuration() const {
    const QJsonObject authentication{{u"apiKey"_s, u"redacted (enabled)"_s},
                                     {u"oidc"_s, u"redacted (disabled)"_s},
                                     {u"jwtBearer"_s, u"redacted (disabled)"_s}};
    const QJsonObject httpServer{{u"enabled"_s, true},
                                 {u"port"_s, m_server.port()},
                                 {u"cors"_s, QJsonObject{{u"origin"_s, false}}},
                                 {u"authentication"_s, authentication}};
    // Webhooks stand there as configured, secrets included: a real Connector redacts nothing in `modules`.
    // What is not configured has its default.
    QJsonObject webhooks{{u"enabled"_s, false},
                         {u"location"_s, u"@nmshd/connector:WebhooksModule"_s},
                         {u"targets"_s, QJsonObject()},
                         {u"webhooks"_s, QJsonArray()}};
    for (auto it = m_webhookModule.begin(); it != m_webhookModule.end(); ++it)
        webhooks.insert(it.key(), it.value());
    const QJsonObject sync{{u"enabled"_s, m_syncInterval.count() > 0},
                           {u"location"_s, u"@nmshd/connector:SyncModule"_s},
                           {u"interval"_s, double(m_syncInterval.count()) / 1000}};
    const QJsonObject sse{{u"enabled"_s, false}, {u"location"_s, u"@nmshd/connector:SseModule"_s}};
    return {
        {u"debug"_s, m_isDebug},
        {u"database"_s, QJsonObject{{u"driver"_s, u"lokijs"_s}, {u"dbName"_s, m_runtime.identity().name}}},
        {u"infrastructure"_s, QJsonObject{{u"httpServer"_s, httpServer}}},
        {u"modules"_s, QJsonObject{{u"webhooks"_s, webhooks}, {u"sync"_s, sync}, {u"sse"_s, sse}}}};
}

} // namespace meshwatch::sandbox
