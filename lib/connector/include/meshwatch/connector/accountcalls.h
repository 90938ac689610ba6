// SPDX-License-Identifier: MIT
#pragma once

#include <meshwatch/connector/callgroup.h>
#include <meshwatch/connector/identityinfo.h>
#include <meshwatch/connector/syncinfo.h>

namespace meshwatch::connector {

/// The Connector's own account.
class AccountCalls : public CallGroup {
public:
    using CallGroup::CallGroup;

    [[nodiscard]] Future<IdentityInfo> identityInfo(const CallOptions& options = {});
    [[nodiscard]] Future<SyncInfo> syncInfo(const CallOptions& options = {});
    /// Fetches news from the Backbone now; answers when all is there. Calls at the same time share one run.
    [[nodiscard]] Future<void> sync(const CallOptions& options = {});
};

} // namespace meshwatch::connector
