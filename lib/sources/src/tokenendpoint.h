// SPDX-License-Identifier: MIT
#pragma once

#include <meshwatch/core/httpmessage.h>
#include <meshwatch/core/micros.h>
#include <meshwatch/sources/webhookreceiver.h>

namespace meshwatch {

/// The OAuth2 token endpoint that a connection's deliveries get their Bearer tokens from: the client
/// credentials grant (RFC 6749, 4.4) as a Connector asks for it (Connector reference, configuration 2.4).
///
/// Tokens are not kept. Each carries its end and 256 random bits, sealed (HMAC-SHA256) for the connection
/// with a key derived from the client's secret: a Connector uses its token until ten seconds before the end
/// whatever we answer, so one that a restart of ours forgot would cost every event until then.
namespace tokenendpoint {

/// What a Connector is told; it renews ten seconds before.
inline constexpr qint64 toldSeconds = 3600;
/// A token is taken a minute longer, for deliveries that are under way at its end and clocks that are set.
inline constexpr qint64 graceSeconds = 60;
/// A request for a token has some hundred bytes; larger ones are refused.
inline constexpr qsizetype maxBodyBytes = 16 * 1024;

/// Is this the endpoint's path, below the connection's (`/NAME/oauth/token`)?
[[nodiscard]] bool isAskedFor(QByteArrayView pathBelowConnection);

/// Refuses what can be refused without the body: another method, a wrong client, another content type.
[[nodiscard]] std::optional<HttpResponse> check(const HttpRequest& head,
                                                const WebhookReceiver::OAuth2Client& client);

/// Answers a request that passed check(): 200 with a token, or 400 as RFC 6749, 5.2 says.
[[nodiscard]] HttpResponse answer(const HttpRequest& request, const WebhookReceiver::OAuth2Client& client,
                                  ConnectionId connection, Micros now);

/// Does the delivery show a token of this connection and client that has not ended?
[[nodiscard]] bool showsToken(const HttpRequest& head, const WebhookReceiver::OAuth2Client& client,
                              ConnectionId connection, Micros now);

} // namespace tokenendpoint
} // namespace meshwatch
