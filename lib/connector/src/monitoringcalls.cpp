// SPDX-License-Identifier: MIT
#include "caller.h"

namespace meshwatch::connector {

Future<Health> MonitoringCalls::health(const CallOptions& options) {
    return Caller::one<Health>(m_client, {&routes::health, {}, {}, false, options});
}

Future<Version> MonitoringCalls::version(const CallOptions& options) {
    return Caller::one<Version>(m_client, {&routes::version, {}, {}, false, options});
}

Future<RequestCount> MonitoringCalls::requests(const CallOptions& options) {
    return Caller::one<RequestCount>(m_client, {&routes::requestCount, {}, {}, false, options});
}

Future<Support> MonitoringCalls::support(const CallOptions& options) {
    return Caller::one<Support>(m_client, {&routes::support, {}, {}, false, options});
}

} // namespace meshwatch::connector
