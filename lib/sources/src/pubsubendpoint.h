// SPDX-License-Identifier: MIT
#pragma once

#include "serviceaccount.h"

#include <meshwatch/sources/sourceaddress.h>

#include <optional>

namespace meshwatch {

/// Where the calls of a Pub/Sub source go, and as whom: Google, a private endpoint, or an emulator.
struct PubSubEndpoint {
    QUrl base; ///< without the "/v1/…"
    QString project;
    QString subscription;
    std::optional<ServiceAccount> account; ///< none: an emulator, which asks for nobody

    /// `emulatorHost` is what the environment says in PUBSUB_EMULATOR_HOST; it counts where the address
    /// itself names no endpoint. Errors ("source.refused"): no key where one is needed, a bad one, an
    /// endpoint that would send tokens in the clear.
    [[nodiscard]] static Result<PubSubEndpoint>
    resolve(const SourceAddress& address, const QByteArray& secret, const QString& emulatorHost);

    /// The address of the subscription, or of something done with it (":pull").
    [[nodiscard]] QUrl url(const char* verb = "") const;
    /// "projects/lab/subscriptions/watch": what Google's console and messages call it.
    [[nodiscard]] QString resource() const;
};

} // namespace meshwatch
