// SPDX-License-Identifier: MIT
#pragma once

#include <meshwatch/core/httpmessage.h>
#include <meshwatch/core/result.h>

#include <QJsonObject>
#include <QStringList>

#include <vector>

namespace meshwatch::sandbox {

/// Where deliveries go and how they authenticate.
struct WebhookTarget {
    enum class Authentication { None, ApiKey, OAuth2 };

    QString url;
    HttpHeaders headers;
    Authentication authentication = Authentication::None;
    QByteArray keyHeader; ///< ApiKey: empty sends no key
    QByteArray key;
    QString tokenUrl; ///< OAuth2
    QString clientId;
    QString clientSecret;
    QString scope;
};

struct Webhook {
    QStringList triggers;
    WebhookTarget target;
};

/// What a Connector makes of `modules.webhooks`, checked in its order and with its codes
/// (reference/webhook-verdicts.md): the first error ends the start.
struct WebhookConfiguration {
    bool isEnabled = false;
    bool skipsTlsCheck = false;
    std::vector<Webhook> webhooks;

    /// Fails with the real module's code, or "webhooks.shape" where a real Connector dies of a TypeError.
    [[nodiscard]] static Result<WebhookConfiguration> read(const QJsonObject& module);
};

} // namespace meshwatch::sandbox
