// SPDX-License-Identifier: MIT
#include "diagnosiswatch.h"

#include <meshwatch/connector/whenfinished.h>

namespace meshwatch {

namespace {

constexpr int lookPauseMs = 15'000;

} // namespace

DiagnosisWatch::DiagnosisWatch(Workspace& workspace, StoreReading& reading, QObject* parent)
    : QObject(parent)
    , m_workspace(workspace)
    , m_reading(reading) {
    connect(&m_timer, &QTimer::timeout, this, &DiagnosisWatch::lookAtAll);
    connect(&workspace, &Workspace::connectionsChanged, this, &DiagnosisWatch::lookAtAll);
    connect(&workspace, &Workspace::messengerChanged, this, &DiagnosisWatch::askForExpiry);
    m_timer.start(lookPauseMs);
    for (const Connection& connection : workspace.connections())
        askForExpiry(connection.id);
    lookAtAll();
}

std::vector<DiagnosisFinding> DiagnosisWatch::findings() const {
    std::vector<DiagnosisFinding> all;
    for (const Connection& connection : m_workspace.connections()) {
        const auto some = m_findings.value(connection.id);
        all.insert(all.end(), some.begin(), some.end());
    }
    return all;
}

int DiagnosisWatch::warnings() const {
    int count = 0;
    for (const DiagnosisFinding& finding : findings())
        count += finding.severity == DiagnosisFinding::Severity::Hint ? 0 : 1;
    return count;
}

DiagnosisFacts DiagnosisWatch::factsOf(const Connection& connection) const {
    DiagnosisFacts facts = DiagnosisFacts::of(connection, m_workspace.listening());
    const auto statuses = m_workspace.sources(connection.id);
    for (const ConnectionSources::Status& status : statuses) {
        const SourceAddress& address = status.source.address;
        const bool isConnected = status.state.phase == SourceState::Phase::Connected;
        facts.subscriptions.push_back({address.channel(), address.place(), status.state.since,
                                       isConnected ? facts.now : Micros(), diagnosis::isPlain(address)});
    }
    const ConnectionStatus status = m_workspace.status(connection.id);
    if (!connection.url.isEmpty() && connection.syncSeconds > 0) {
        facts.syncSeconds = connection.syncSeconds;
        facts.lastSync = status.lastSync.isValid() ? status.lastSync : m_began;
        if (status.health == ConnectionStatus::Health::Bad)
            facts.syncProblem = status.text;
    }
    facts.keyExpires = m_expiry.value(connection.id);
    return facts;
}

void DiagnosisWatch::lookAtAll() {
    for (const Connection& connection : m_workspace.connections()) {
        m_reading.ask(
            this,
            [facts = factsOf(connection)](const EventReader& reader) mutable {
                facts.read(reader);
                return diagnose(facts);
            },
            [this, id = connection.id](const std::vector<DiagnosisFinding>& found) {
                if (m_findings.value(id) == found)
                    return;
                m_findings.insert(id, found);
                Q_EMIT changed();
            });
    }
}

void DiagnosisWatch::askForExpiry(ConnectionId id) {
    ConnectorClient* client = m_workspace.client(id);
    if (!client)
        return;
    const auto& authentication = client->settings().authentication;
    if (const auto* bearer = std::get_if<ConnectorSettings::Bearer>(&authentication))
        m_expiry.insert(id, diagnosis::expiryOfToken(bearer->token));
    const auto* key = std::get_if<ConnectorSettings::ApiKey>(&authentication);
    if (!key)
        return;
    connector::whenFinished(client->monitoring().support(), this,
                            [this, id, key = key->key](const ConnectorResult<connector::Support>& support) {
                                // A key may be limited: what it may not see is no fault.
                                if (support)
                                    m_expiry.insert(id,
                                                    diagnosis::expiryOfKey(support->configuration(), key));
                            });
}

} // namespace meshwatch
