// SPDX-License-Identifier: MIT
#include "relaytokens.h"

#include <meshwatch/core/secrets.h>

#include <QCryptographicHash>

#include <algorithm>

namespace meshwatch {

namespace {

QByteArray relayTokenHash(QByteArrayView secret) {
    return QCryptographicHash::hash(secret.toByteArray(), QCryptographicHash::Sha256);
}

bool isRelayOffer(const RelayServer::Offer& offer, const QString& name) {
    return offer.name.compare(name, Qt::CaseInsensitive) == 0 ||
           offer.path.compare(name, Qt::CaseInsensitive) == 0;
}

Error badRelayToken(const QString& message, const QString& advice) {
    return {QStringLiteral("relay.token"), message, advice};
}

} // namespace

Result<RelayTokens> RelayTokens::make(const std::vector<RelayServer::Token>& tokens,
                                      const std::vector<RelayServer::Offer>& offers) {
    RelayTokens made;
    made.m_offers = offers;
    if (tokens.empty())
        return badRelayToken(RelayServer::tr("The relay has no token: nobody could subscribe."),
                             RelayServer::tr("Give at least one."));
    for (const RelayServer::Token& token : tokens) {
        if (token.secret.size() < RelayServer::leastTokenBytes)
            return badRelayToken(RelayServer::tr("The token of %1 is too short.").arg(token.name),
                                 RelayServer::tr("Take %1 random characters or more: openssl rand -hex 32.")
                                     .arg(RelayServer::leastTokenBytes));
        const QByteArray hash = relayTokenHash(token.secret);
        for (const Known& known : made.m_known) {
            if (known.hash == hash || known.name == token.name)
                return badRelayToken(
                    RelayServer::tr("%1 and %2 have the same token or name.").arg(known.name, token.name),
                    RelayServer::tr("Give each subscriber its own, so that one can be taken away."));
        }
        for (const QString& name : token.connections) {
            if (std::ranges::none_of(
                    offers, [&](const RelayServer::Offer& offer) { return isRelayOffer(offer, name); }))
                return badRelayToken(
                    RelayServer::tr("The token of %1 opens the connection %2, which is not served.")
                        .arg(token.name, name),
                    RelayServer::tr("Check the connection's name."));
        }
        made.m_known.push_back({hash, token.name, token.connections});
    }
    return made;
}

const QString* RelayTokens::holder(QByteArrayView secret) const {
    const QByteArray hash = relayTokenHash(secret);
    const QString* name = nullptr;
    for (const Known& known : m_known) {
        if (secrets::equalInConstantTime(hash, known.hash))
            name = &known.name;
    }
    return name;
}

const RelayServer::Offer* RelayTokens::offer(const QString& holder, const QString& path) const {
    const QString wanted = path.startsWith(QLatin1Char('/')) ? path.mid(1) : path;
    const auto known = std::ranges::find(m_known, holder, &Known::name);
    const auto offer = std::ranges::find_if(
        m_offers, [&](const auto& candidate) { return isRelayOffer(candidate, wanted); });
    if (known == m_known.end() || offer == m_offers.end())
        return nullptr;
    const bool isOpen = known->connections.isEmpty() ||
                        std::ranges::any_of(known->connections,
                                            [&](const QString& name) { return isRelayOffer(*offer, name); });
    return isOpen ? &*offer : nullptr;
}

} // namespace meshwatch
