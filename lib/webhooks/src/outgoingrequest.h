// SPDX-License-Identifier: MIT
#pragma once

#include "secretmask.h"

#include <meshwatch/core/httpmessage.h>
#include <meshwatch/core/result.h>
#include <meshwatch/webhooks/delivery.h>
#include <meshwatch/webhooks/whatwgurl.h>

#include <QCoreApplication>

namespace meshwatch {

/// What the Connector would send: an event to a target, or the request for a token (Connector reference,
/// configuration 2.4).
struct OutgoingRequest {
    Q_DECLARE_TR_FUNCTIONS(OutgoingRequest)
public:
    WhatwgUrl url;
    HttpHeaders headers;
    QByteArray body;
    bool skipTlsCheck = false;

    /// Without `token` where the target asks for none. Adds to `mask` what must not be told. The error is
    /// the DeliveryResult's failure and explanation: "invalidUrl", "invalidHeader", "formBody", "noTarget".
    [[nodiscard]] static Result<OutgoingRequest> forEvent(const ResolvedWebhook& target,
                                                          const DeliveryEvent& event, const QByteArray& token,
                                                          SecretMask& mask);
    [[nodiscard]] static Result<OutgoingRequest> forToken(const ConfigJson& authentication, SecretMask& mask);
};

/// Does this target want an OAuth2 token first?
[[nodiscard]] bool needsToken(const ConfigJson& authentication);
/// `{"data":…,"trigger":"…"}`, as the Connector writes it.
[[nodiscard]] QByteArray deliveryBody(const DeliveryEvent& event);

} // namespace meshwatch
