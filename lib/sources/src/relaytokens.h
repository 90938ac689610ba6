// SPDX-License-Identifier: MIT
#pragma once

#include <meshwatch/sources/relayserver.h>

namespace meshwatch {

/// Who may read what: the tokens of a relay, of which it knows the hashes only.
class RelayTokens {
public:
    /// Errors: "relay.token".
    [[nodiscard]] static Result<RelayTokens> make(const std::vector<RelayServer::Token>& tokens,
                                                  const std::vector<RelayServer::Offer>& offers);

    /// Whom a token names; null if nobody. Looks at all of them, whichever it is.
    [[nodiscard]] const QString* holder(QByteArrayView secret) const;
    /// The connection at a path ("/riverside") if the holder may read it; null else.
    [[nodiscard]] const RelayServer::Offer* offer(const QString& holder, const QString& path) const;

private:
    struct Known {
        QByteArray hash;
        QString name;
        QStringList connections;
    };
    std::vector<Known> m_known;
    std::vector<RelayServer::Offer> m_offers;
};

} // namespace meshwatch
