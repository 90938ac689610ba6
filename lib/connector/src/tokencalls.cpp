// SPDX-License-Identifier: MIT
#include "caller.h"

namespace meshwatch::connector {

Future<std::vector<Token>> TokenCalls::own(const Filter& filter, const CallOptions& options) {
    return Caller::list<Token>(m_client, {&routes::ownTokens, {}, filter, false, options});
}

Future<std::vector<Token>> TokenCalls::ofPeers(const Filter& filter, const CallOptions& options) {
    return Caller::list<Token>(m_client, {&routes::peerTokens, {}, filter, false, options});
}

Future<Token> TokenCalls::get(const QString& id, const CallOptions& options) {
    return Caller::one<Token>(m_client, {&routes::token, {id}, {}, false, options});
}

Future<Download> TokenCalls::qrCode(const QString& id, const CallOptions& options) {
    return Caller::bytes(m_client, {&routes::token, {id}, {}, true, options});
}

} // namespace meshwatch::connector
