// SPDX-License-Identifier: MIT
#include "caller.h"

namespace meshwatch::connector {

Future<std::vector<Request>> IncomingRequestCalls::list(const Filter& filter, const CallOptions& options) {
    return Caller::list<Request>(m_client, {&routes::incomingRequests, {}, filter, false, options});
}

Future<Request> IncomingRequestCalls::get(const QString& id, const CallOptions& options) {
    return Caller::one<Request>(m_client, {&routes::incomingRequest, {id}, {}, false, options});
}

Future<std::vector<Request>> OutgoingRequestCalls::list(const Filter& filter, const CallOptions& options) {
    return Caller::list<Request>(m_client, {&routes::outgoingRequests, {}, filter, false, options});
}

Future<Request> OutgoingRequestCalls::get(const QString& id, const CallOptions& options) {
    return Caller::one<Request>(m_client, {&routes::outgoingRequest, {id}, {}, false, options});
}

} // namespace meshwatch::connector
