// SPDX-License-Identifier: MIT
#pragma once

#include "command.h"
#include "stopsignals.h"

#include <meshwatch/connector/connectorclient.h>
#include <meshwatch/workspace/workspace.h>

#include <QEventLoop>
#include <QFutureWatcher>

namespace meshwatch::cli {

/// How a command names the Connector that it talks to: a connection of a workspace, an address and the
/// variable that holds its key, or both for a connection without an address.
struct ConnectorOptions {
    std::string data;
    std::string connection;
    std::string url;
    std::string keyVariable;
    std::string keyHeader = "X-API-KEY";
    std::string tokenVariable;
    std::string caFile;
};

void addConnectorOptions(CLI::App& command, ConnectorOptions& options);

/// The Connector of these options; with a connection, the workspace it stands in is open.
struct ChosenConnector {
    std::unique_ptr<Workspace> workspace; ///< null without --data
    ConnectionId id;
    ConnectorSettings settings;
};
/// Errors: "cli.…" for what the command line lacks, else those of the workspace and its secrets.
[[nodiscard]] Result<ChosenConnector> choose(const ConnectorOptions& options);

/// 2 for what choose() missed on the command line, else 1.
[[nodiscard]] int exitCode(const Error& error);
/// 4 where a change may have been made, 3 where the Connector cannot be reached, else 1.
[[nodiscard]] int exitCode(const ConnectorError& error);

/// Runs the event loop until the future has its result; a signal ends the process with what `stopped` says.
template<typename T>
[[nodiscard]] T await(
    const QFuture<T>& future, const std::function<int()>& stopped = [] { return fail(stoppedEarly()); }) {
    const StopSignals signalsToTake([&stopped] { std::_Exit(stopped()); });
    QEventLoop loop;
    QFutureWatcher<T> watcher;
    QObject::connect(&watcher, &QFutureWatcher<T>::finished, &loop, &QEventLoop::quit);
    watcher.setFuture(future);
    if (!future.isFinished())
        loop.exec();
    return future.result();
}

} // namespace meshwatch::cli
