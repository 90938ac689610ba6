// SPDX-License-Identifier: MIT
#pragma once

#include <meshwatch/core/httpserver.h>
#include <meshwatch/events/event.h>
#include <meshwatch/events/eventparser.h>
#include <meshwatch/events/eventreader.h>
#include <meshwatch/sandbox/sandbox.h>
#include <meshwatch/workspace/workspace.h>

#include <QJsonArray>
#include <QJsonDocument>
#include <QTemporaryDir>
#include <QTest>
#include <QUrl>

#include <functional>
#include <mutex>

namespace meshwatch::test {

using sandbox::Sandbox;

/// Trigger, object and state: what one happening is told by, whichever way it came.
using Happening = std::tuple<QString, QString, QByteArray>;

/// Listens to every delivery of a Connector, whatever the workspace does.
class Witness {
public:
    /// Called for each delivery, in its order, on a thread of the witness.
    using Told = std::function<void(const EventFacts& facts, const QByteArray& body)>;

    explicit Witness(Told told = {})
        : m_told(std::move(told)) {
        const auto started =
            m_server.start({}, {}, [this](const HttpRequest& request, HttpResponder responder) {
                EventParser parser;
                if (const auto facts = parser.parse(request.body, {})) {
                    const std::lock_guard lock(m_mutex);
                    m_seen.push_back(
                        {QString::fromUtf8(facts->trigger), QString::fromUtf8(facts->object), facts->state});
                    if (m_told)
                        m_told(*facts, request.body);
                }
                responder.send({});
            });
        if (!started)
            qFatal("%s", qPrintable(started.error().text()));
    }
    QString url() const { return m_server.url() + QStringLiteral("/witness"); }
    std::vector<Happening> seen() const {
        const std::lock_guard lock(m_mutex);
        return m_seen;
    }

private:
    const Told m_told;
    mutable std::mutex m_mutex;
    std::vector<Happening> m_seen;
    HttpServer m_server;
};

class RecoveryFixture {
public:
    RecoveryFixture()
        : sandbox(options()) {
        auto opened = Workspace::open(folder.filePath(QStringLiteral("workspace")));
        if (!opened)
            qFatal("%s", qPrintable(opened.error().text()));
        workspace = std::move(*opened);
        workspace->secrets().setKeeping(SecretStore::Keeping::UntilExit);
        if (const auto started = sandbox.start(); !started)
            qFatal("%s", qPrintable(started.error().text()));
    }

    static Sandbox::Options options() {
        Sandbox::Options options;
        options.connectors = 2;
        options.rate = 0.001; // people, who act when act() says so
        options.syncInterval = std::chrono::milliseconds(100);
        return options;
    }

    /// Adds the first Connector as a connection, as a user would, and lets it look around once.
    void connectFirst() {
        const Sandbox::ConnectorInfo info = sandbox.connectors().first();
        Connection connection;
        connection.name = info.name;
        connection.url = QUrl(info.url);
        connection.syncSeconds = 0;
        id = *workspace->add(connection);
        workspace->secrets().setUntilExit(id, SecretKind::ApiKey, info.apiKey);
        workspace->reloadSecrets(id);
    }
    /// Two targets: the workspace's receiver and the witness.
    void deliverTo(const QString& receiver, const QString& witness) {
        const QJsonObject all{{QStringLiteral("triggers"), QJsonArray{QStringLiteral("**")}}};
        QJsonArray webhooks;
        QJsonObject targets;
        for (const auto& [name, url] : {std::pair(QStringLiteral("meshwatch"), receiver),
                                        std::pair(QStringLiteral("witness"), witness)}) {
            targets.insert(name, QJsonObject{{QStringLiteral("url"), url}});
            QJsonObject webhook = all;
            webhook.insert(QStringLiteral("target"), name);
            webhooks.append(webhook);
        }
        const auto set = sandbox.setWebhooks(0, {{QStringLiteral("enabled"), true},
                                                 {QStringLiteral("targets"), targets},
                                                 {QStringLiteral("webhooks"), webhooks}});
        QVERIFY2(set, set ? "" : qPrintable(set.error().text()));
    }
    /// Synchronises and waits for the end of it.
    bool syncNow() {
        bool isFinished = false;
        QObject context;
        QObject::connect(workspace->sync(id), &BackboneSync::finished, &context, [&] { isFinished = true; });
        workspace->sync(id)->syncNow();
        const bool isDone = QTest::qWaitFor([&] { return isFinished; }, 30'000);
        workspace->store().flush();
        return isDone;
    }
    std::vector<Event> events(const QString& filter = {}) const {
        workspace->store().flush();
        const auto reader = EventReader::open(workspace->store().path());
        std::vector<Event> list;
        (void)(*reader)->forEach(*Query::parse(filter), {}, [&](const Event& event) {
            list.push_back(event);
            return true;
        });
        return list;
    }
    static Happening happening(const Event& event) {
        return {event.row.trigger, event.row.object, event.state};
    }

    QTemporaryDir folder;
    Sandbox sandbox;
    std::unique_ptr<Workspace> workspace;
    ConnectionId id;
};

inline bool isMessage(const Happening& happening) {
    return std::get<0>(happening) == QLatin1String("transport.messageReceived") ||
           std::get<0>(happening) == QLatin1String("transport.messageSent");
}

} // namespace meshwatch::test
