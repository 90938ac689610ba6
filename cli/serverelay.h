// SPDX-License-Identifier: MIT
#pragma once

#include "command.h"

#include <meshwatch/sources/relayserver.h>
#include <meshwatch/sources/statusendpoint.h>
#include <meshwatch/workspace/workspace.h>

#include <memory>

namespace meshwatch::cli {

class ServeLog;

/// The part of `serve` that others turn to: a relay for those who cannot be reached by webhooks, and what
/// tells how the program is.
class ServeRelay {
public:
    /// Adds `--status` and the options that begin with `--relay`.
    void addTo(CLI::App& command);

    /// What is wrong with the options is an error before anything is opened.
    [[nodiscard]] Result<void> read();
    /// Offers these connections of the workspace, which must outlive this. `certificate` and `key` are used
    /// where no other are given.
    [[nodiscard]] Result<void> start(Workspace& workspace, const std::vector<std::string>& connections,
                                     const std::string& certificate, const std::string& key,
                                     const ServeLog& log);
    void stop();

    /// The tokens in a variable's content: lines of NAME=TOKEN or NAME@CONNECTION,…=TOKEN; one line without a
    /// name is that of the variable.
    [[nodiscard]] static std::vector<RelayServer::Token> tokens(const QByteArray& content,
                                                                const QString& variable);

private:
    [[nodiscard]] Result<void> readTls(const std::string& certificate, const std::string& key);
    [[nodiscard]] Result<void> startRelay(Workspace& workspace, const ServeLog& log);
    [[nodiscard]] Result<void> startStatus(Workspace& workspace, std::vector<RelayServer::Offer> offers);
    void tellTo(const ServeLog& log);

    std::string m_listen;
    std::vector<std::string> m_tokenVariables;
    std::string m_certificate;
    std::string m_privateKey;
    int m_maxSubscribers = 1000;
    RelayServer::Options m_options;
    std::unique_ptr<RelayServer> m_server;
    std::string m_statusListen;
    HttpServer::Options m_statusOptions;
    std::unique_ptr<StatusEndpoint> m_status;
};

} // namespace meshwatch::cli
