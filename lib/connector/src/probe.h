// SPDX-License-Identifier: MIT
#pragma once

#include "caller.h"

#include <meshwatch/connector/connectorprobe.h>

namespace meshwatch::connector {

/// The steps of ConnectorClient::probe(). Deletes itself.
class Probe : public QObject {
public:
    [[nodiscard]] static QFuture<ConnectorProbe> run(ConnectorClient& client);

private:
    using Step = ConnectorProbe::Step;
    using Outcome = ConnectorProbe::Outcome;

    Probe(ConnectorClient& client, std::shared_ptr<QPromise<ConnectorProbe>> promise);
    ~Probe() override;

    void reach();
    void askVersion();
    void askIdentity();
    void askRest();
    void askDisplayName();
    void askScope(const Route& route, const QString& scope, const Filter& filter);
    /// Notes how a step ended; true if the probe may go on.
    bool note(Step step, const ConnectorError* error);
    void close(const QString& scope);
    void restIsDone();
    void finish();
    /// Calls `then` with the result unless the probe is cancelled before.
    template<typename T, typename Then>
    void await(Future<T> future, Then then);

    ConnectorClient& m_client;
    std::shared_ptr<QPromise<ConnectorProbe>> m_promise;
    QFutureWatcher<ConnectorProbe> m_watcher;
    std::vector<QFuture<void>> m_running;
    CallOptions m_once;
    ConnectorProbe m_probe;
    int m_open = 0;
};

} // namespace meshwatch::connector
