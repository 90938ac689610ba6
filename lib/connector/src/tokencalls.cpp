// SPDX-License-Identifier: MIT
#include "caller.h"
#include "commonbodies.h"

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

Future<Token> TokenCalls::create(const TokenDraft& draft, const CallOptions& options) {
    return Caller::one<Token>(m_client,
                              {&routes::createToken, {}, {}, false, options, jsonBody(draft.toJson())});
}

Future<Token> TokenCalls::load(const QString& reference, const QString& password, bool isEphemeral,
                               const CallOptions& options) {
    QJsonObject more;
    if (isEphemeral)
        more.insert(QLatin1String("ephemeral"), true);
    return Caller::one<Token>(
        m_client, {&routes::loadToken, {}, {}, false, options, referenceBody(reference, password, more)});
}

Future<void> TokenCalls::remove(const QString& id, const CallOptions& options) {
    return Caller::nothing(m_client, {&routes::deleteToken, {id}, {}, false, options});
}

} // namespace meshwatch::connector
