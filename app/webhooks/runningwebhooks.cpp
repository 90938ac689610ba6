// SPDX-License-Identifier: MIT
#include "runningwebhooks.h"

#include <meshwatch/core/json.h>
#include <meshwatch/webhooks/runningconfiguration.h>

namespace meshwatch {

namespace {

constexpr int pauseMs = 300;
constexpr char restartTrigger[] = "runtime.modulesStarted";

/// `modules.webhooks` without what the Connector adds itself.
ConfigJson webhooksOf(const QJsonObject& configuration) {
    QJsonObject webhooks = json::at(configuration, u"modules.webhooks").toObject();
    webhooks.remove(QStringLiteral("location"));
    const auto parsed = configjson::parse(json::compact(webhooks));
    return parsed ? *parsed : ConfigJson();
}

} // namespace

RunningWebhooks::RunningWebhooks(Workspace& workspace, StoreReading& reading, QObject* parent)
    : QObject(parent)
    , m_workspace(workspace)
    , m_reading(reading) {
    m_looking.setSingleShot(true);
    m_looking.setInterval(pauseMs);
    connect(&m_looking, &QTimer::timeout, this, &RunningWebhooks::lookForRestarts);
    connect(
        &workspace.store(), &EventStore::appended, this,
        [this](EventSeq first, EventSeq last) {
            if (!m_from.isValid())
                m_from = first;
            m_to = last;
            lookSoon();
        },
        Qt::QueuedConnection);
    connect(
        &workspace.store(), &EventStore::merged, this,
        [this](const QList<EventSeq>& seqs) {
            m_merged.insert(m_merged.end(), seqs.begin(), seqs.end());
            lookSoon();
        },
        Qt::QueuedConnection);
}

void RunningWebhooks::lookSoon() {
    if (!m_looking.isActive())
        m_looking.start();
}

void RunningWebhooks::lookForRestarts() {
    const EventSeq first = std::exchange(m_from, {});
    std::vector<ConnectionId> connections;
    for (const Connection& connection : m_workspace.connections())
        connections.push_back(connection.id);
    m_reading.ask(
        this,
        [first, last = m_to, connections, merged = std::exchange(m_merged, {})](const EventReader& reader) {
            std::vector<ConnectionId> seen;
            for (const EventRow& row : reader.rows(merged)) {
                if (row.trigger == QLatin1String(restartTrigger))
                    seen.push_back(row.connection);
            }
            for (const ConnectionId id : connections) {
                if (!first.isValid())
                    break;
                EventReader::Selection selection;
                selection.connection = id;
                selection.trigger = restartTrigger;
                selection.first = first;
                selection.last = last;
                reader.visit(selection, [&](const EventReader::Glance&) {
                    seen.push_back(id);
                    return false;
                });
            }
            return seen;
        },
        [this](const std::vector<ConnectionId>& seen) {
            for (const ConnectionId id : seen)
                Q_EMIT restarted(id);
        });
}

void RunningWebhooks::ask(ConnectionId connection) {
    ConnectorClient* client = m_workspace.client(connection);
    if (!client) {
        Q_EMIT failed(connection, {QStringLiteral("webhooks.noUrl"),
                                   tr("This connection has no URL, so there is nobody to ask."),
                                   tr("Give it one on the page Connections.")});
        return;
    }
    if (m_asking.contains(connection))
        return;
    m_asking.insert(connection);
    connector::whenFinished(client->monitoring().support(), this,
                            [this, connection](const ConnectorResult<connector::Support>& answer) {
                                m_asking.remove(connection);
                                if (answer)
                                    Q_EMIT told(connection, webhooksOf(answer->configuration()));
                                else
                                    Q_EMIT failed(connection, RunningConfiguration::explain(answer.error()));
                            });
}

} // namespace meshwatch
