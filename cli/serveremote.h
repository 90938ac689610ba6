// SPDX-License-Identifier: MIT
#pragma once

#include "command.h"

#include <meshwatch/core/httpserver.h>

namespace meshwatch::cli {

/// Where `serve` puts webhooks instead of a workspace.
struct RemoteOptions {
    std::string broker;
    std::string brokerSecretVariable;
    std::string store;
    std::string storeSecretVariable;

    [[nodiscard]] bool isChosen() const { return !broker.empty() || !store.empty(); }
};

/// What the webhooks of a receiver without a workspace must show.
struct RemoteEndpoints {
    std::vector<std::string> connections;
    std::vector<std::string> keyVariables; ///< one for all, or one each
    std::string keyHeader;
    std::string client; ///< OAuth2, instead of a key
    std::string clientSecretVariable;
};

/// Adds `--broker`, `--store` and their secrets; none of them goes with one of `local`.
void addRemoteOptions(CLI::App& command, RemoteOptions& options, const std::vector<CLI::Option*>& local);

/// Receives webhooks and hands them to a broker or a shared store until it is stopped; the exit code.
[[nodiscard]] int serveRemote(const RemoteOptions& options, const RemoteEndpoints& endpoints,
                              const HttpServer::Options& server);

} // namespace meshwatch::cli
