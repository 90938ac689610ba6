// SPDX-License-Identifier: MIT
#pragma once

#include <meshwatch/connector/callgroup.h>
#include <meshwatch/connector/health.h>
#include <meshwatch/connector/requestcount.h>
#include <meshwatch/connector/support.h>
#include <meshwatch/connector/version.h>

namespace meshwatch::connector {

/// How the Connector runs.
class MonitoringCalls : public CallGroup {
public:
    using CallGroup::CallGroup;

    /// Needs no login. An unhealthy Connector is a value here, not an error.
    [[nodiscard]] Future<Health> health(const CallOptions& options = {});
    [[nodiscard]] Future<Version> version(const CallOptions& options = {});
    [[nodiscard]] Future<RequestCount> requests(const CallOptions& options = {});
    /// Holds secrets in clear text: see Support::redacted().
    [[nodiscard]] Future<Support> support(const CallOptions& options = {});
};

} // namespace meshwatch::connector
