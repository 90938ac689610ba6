// SPDX-License-Identifier: MIT
#include "caller.h"

namespace meshwatch::connector {

Future<IdentityInfo> AccountCalls::identityInfo(const CallOptions& options) {
    return Caller::one<IdentityInfo>(m_client, {&routes::identityInfo, {}, {}, false, options});
}

Future<SyncInfo> AccountCalls::syncInfo(const CallOptions& options) {
    return Caller::one<SyncInfo>(m_client, {&routes::syncInfo, {}, {}, false, options});
}

Future<void> AccountCalls::sync(const CallOptions& options) {
    CallOptions patient = options;
    if (!patient.timeout)
        patient.timeout = m_client.settings().syncTimeout;
    return Caller::nothing(m_client, {&routes::sync, {}, {}, false, patient});
}

} // namespace meshwatch::connector
