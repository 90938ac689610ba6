// SPDX-License-Identifier: MIT
#pragma once

#include <meshwatch/connector/callgroup.h>
#include <meshwatch/connector/request.h>

namespace meshwatch::connector {

/// Requests of peers. To read one that is over its time makes it Expired.
class IncomingRequestCalls : public CallGroup {
public:
    using CallGroup::CallGroup;

    [[nodiscard]] Future<std::vector<Request>> list(const Filter& filter = {},
                                                    const CallOptions& options = {});
    [[nodiscard]] Future<Request> get(const QString& id, const CallOptions& options = {});
};

/// Own Requests. To read one that is over its time makes it Expired.
class OutgoingRequestCalls : public CallGroup {
public:
    using CallGroup::CallGroup;

    [[nodiscard]] Future<std::vector<Request>> list(const Filter& filter = {},
                                                    const CallOptions& options = {});
    [[nodiscard]] Future<Request> get(const QString& id, const CallOptions& options = {});
};

} // namespace meshwatch::connector
