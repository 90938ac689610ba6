// SPDX-License-Identifier: MIT
#include "probe.h"

#include "agecheck.h"

#include <meshwatch/connector/whenfinished.h>

namespace meshwatch {

const ConnectorProbe::StepResult& ConnectorProbe::result(Step step) const {
    static const StepResult none;
    for (const StepResult& result : steps) {
        if (result.step == step)
            return result;
    }
    return none;
}

bool ConnectorProbe::isUsable() const {
    return result(Step::Identity).outcome == Outcome::Good ||
           result(Step::Identity).outcome == Outcome::Closed;
}

std::optional<ConnectorError> ConnectorProbe::failure() const {
    for (const StepResult& result : steps) {
        if (result.outcome == Outcome::Failed)
            return result.error;
    }
    return {};
}

namespace connector {

namespace {

/// A filter that nothing fits: asking for a list costs next to nothing then.
Filter nothingThere() { return Filter().raw(u"createdAt", u">=9999-12-31T23:59:59.999Z"); }

} // namespace

QFuture<ConnectorProbe> Probe::run(ConnectorClient& client) {
    const auto promise = std::make_shared<QPromise<ConnectorProbe>>();
    promise->start();
    QMetaObject::invokeMethod(&client, [&client, promise] { (new Probe(client, promise))->reach(); });
    return promise->future();
}

Probe::Probe(ConnectorClient& client, std::shared_ptr<QPromise<ConnectorProbe>> promise)
    : QObject(&client)
    , m_client(client)
    , m_promise(std::move(promise)) {
    m_once.tries = 1;
    for (const Step step : {Step::Reach, Step::Version, Step::Identity, Step::DisplayName, Step::Scopes})
        m_probe.steps.push_back({step, Outcome::NotTried, {}});
    connect(&m_watcher, &QFutureWatcher<ConnectorProbe>::canceled, this, [this] { deleteLater(); });
    m_watcher.setFuture(m_promise->future());
}

Probe::~Probe() {
    for (QFuture<void>& call : m_running)
        call.cancel();
    m_promise->finish();
}

template<typename T, typename Then>
void Probe::await(Future<T> future, Then then) {
    m_running.emplace_back(future);
    whenFinished(future, this, std::move(then));
}

bool Probe::note(Step step, const ConnectorError* error) {
    // No key is asked for its health: who forbids that is no Connector.
    const bool isClosed = error && error->kind == ConnectorError::Kind::Forbidden && step != Step::Reach;
    for (auto& result : m_probe.steps) {
        if (result.step != step || result.outcome == Outcome::Failed)
            continue;
        if (!error) {
            if (result.outcome == Outcome::NotTried)
                result.outcome = Outcome::Good;
            continue;
        }
        result.outcome = isClosed ? Outcome::Closed : Outcome::Failed;
        result.error = *error;
    }
    return !error || isClosed;
}

void Probe::close(const QString& scope) {
    if (!m_probe.closedScopes.contains(scope))
        m_probe.closedScopes << scope;
}

void Probe::reach() {
    await(m_client.monitoring().health(m_once), [this](const ConnectorResult<Health>& health) {
        if (health) {
            m_probe.isHealthy = health->isHealthy();
            m_probe.services = health->services();
        }
        if (note(Step::Reach, health ? nullptr : &health.error()))
            askVersion();
        else
            finish();
    });
}

void Probe::askVersion() {
    await(m_client.monitoring().version(m_once), [this](const ConnectorResult<Version>& version) {
        if (!version) {
            if (version.error().kind == ConnectorError::Kind::Forbidden)
                close(QStringLiteral("monitoring:version"));
            return note(Step::Version, &version.error()) ? askIdentity() : finish();
        }
        if (version->major() >= 0)
            m_probe.version = version->version();
        if (!version->runtimeVersion().contains(QLatin1String("{{")))
            m_probe.runtimeVersion = version->runtimeVersion();
        if (version->major() >= 0 && version->major() < AgeCheck::firstSupportedMajor) {
            const ConnectorError tooOld = AgeCheck::tooOld(version->version());
            note(Step::Version, &tooOld);
            return finish();
        }
        note(Step::Version, nullptr);
        askIdentity();
    });
}

void Probe::askIdentity() {
    await(m_client.account().identityInfo(m_once), [this](const ConnectorResult<IdentityInfo>& identity) {
        if (identity) {
            m_probe.address = identity->address();
            m_probe.publicKey = identity->publicKey();
        } else if (identity.error().kind == ConnectorError::Kind::Forbidden) {
            close(QStringLiteral("core:account"));
        }
        if (note(Step::Identity, identity ? nullptr : &identity.error()))
            askRest();
        else
            finish();
    });
}

void Probe::askRest() {
    ++m_open; // holds the end back until all questions are out
    if (!m_probe.address.isEmpty()) {
        ++m_open;
        await(m_client.account().syncInfo(m_once), [this](const ConnectorResult<SyncInfo>& info) {
            if (info)
                m_probe.lastSync = info->lastSyncRun();
            restIsDone();
        });
    }
    askDisplayName();
    askScope(routes::messages, QStringLiteral("core:messages"), nothingThere());
    askScope(routes::incomingRequests, QStringLiteral("core:requests:incoming"), nothingThere());
    askScope(routes::outgoingRequests, QStringLiteral("core:requests:outgoing"), nothingThere());
    askScope(routes::files, QStringLiteral("core:files"), nothingThere());
    askScope(routes::templates, QStringLiteral("core:relationshipTemplates"), nothingThere());
    askScope(routes::ownTokens, QStringLiteral("core:tokens"), nothingThere());
    // It has no date; an unknown status fits none.
    askScope(routes::relationships, QStringLiteral("core:relationships"), Filter().raw(u"status", u"None"));
    restIsDone();
}

void Probe::askDisplayName() {
    ++m_open;
    const Filter displayName = Filter().is(u"content.value.@type", u"DisplayName");
    await(m_client.attributes().ownIdentity(displayName, m_once),
          [this](const ConnectorResult<std::vector<Attribute>>& attributes) {
              note(Step::DisplayName, attributes ? nullptr : &attributes.error());
              if (attributes && !attributes->empty())
                  m_probe.displayName = attributes->back().at(u"content.value.value").toString();
              else if (!attributes && attributes.error().kind == ConnectorError::Kind::Forbidden)
                  close(QStringLiteral("core:attributes"));
              restIsDone();
          });
}

void Probe::askScope(const Route& route, const QString& scope, const Filter& filter) {
    ++m_open;
    await(Caller::nothing(m_client, {&route, {}, filter, false, m_once}),
          [this, scope](const ConnectorResult<void>& answer) {
              note(Step::Scopes, answer ? nullptr : &answer.error());
              if (!answer && answer.error().kind == ConnectorError::Kind::Forbidden)
                  close(scope);
              restIsDone();
          });
}

void Probe::restIsDone() {
    if (--m_open == 0)
        finish();
}

void Probe::finish() {
    m_probe.closedScopes.sort();
    m_promise->addResult(m_probe);
    deleteLater();
}

} // namespace connector
} // namespace meshwatch
