// SPDX-License-Identifier: MIT
#pragma once

#include <meshwatch/core/httpserver.h>
#include <meshwatch/sources/relaymetrics.h>

#include <memory>
#include <vector>

namespace meshwatch {

class WebhookReceiver;

/// Says over HTTP how the program is, at an address of its own: `GET /healthz` answers 200 while all is well
/// and 503 with the reasons else, `GET /metrics` what Prometheus reads. Both tell names of connections and
/// subscribers, and no secrets: loopback unless asked otherwise.
class StatusEndpoint {
public:
    /// What is told of. All of it must outlive the endpoint, or its stop().
    struct Subjects {
        EventStore* store = nullptr;
        const WebhookReceiver* receiver = nullptr; ///< null: there is none
        const RelayServer* relay = nullptr;        ///< null: there is none
        std::vector<RelayServer::Offer> connections;
    };

    explicit StatusEndpoint(Subjects subjects);
    ~StatusEndpoint();
    StatusEndpoint(const StatusEndpoint&) = delete;
    StatusEndpoint& operator=(const StatusEndpoint&) = delete;

    /// Errors: those of HttpServer::start() and EventReader::open().
    [[nodiscard]] Result<void> start(const HttpServer::Options& options);
    void stop();
    [[nodiscard]] QString url() const;

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace meshwatch
