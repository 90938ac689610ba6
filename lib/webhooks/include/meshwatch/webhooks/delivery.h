// SPDX-License-Identifier: MIT
#pragma once

#include <meshwatch/webhooks/resolvedwebhooks.h>

#include <QByteArray>
#include <QJsonObject>
#include <QList>
#include <QString>

#include <chrono>
#include <optional>
#include <utility>

namespace meshwatch {

/// An event to be delivered to a target.
struct DeliveryEvent {
    QString trigger;
    std::optional<QByteArray> data; ///< JSON of `data`; nothing: an event without
    QString correlationId;          ///< empty: none is sent
};

/// One HTTP exchange of a delivery: the POST of the event, or the request for a token before it.
struct DeliveryExchange {
    using Duration = std::chrono::microseconds;

    QString url;
    QList<std::pair<QByteArray, QByteArray>> requestHeaders; ///< secrets are redacted
    QByteArray requestBody;                                  ///< the first 64 KiB
    int status = 0;                                          ///< 0: there was no answer
    QList<std::pair<QByteArray, QByteArray>> responseHeaders;
    QByteArray responseBody;  ///< the first 64 KiB, unpacked; secrets that it repeats are redacted
    qint64 responseBytes = 0; ///< all of it that was read, which is 32 MiB at most
    Duration nameLookup{};
    Duration connect{};
    Duration tls{};
    Duration firstByte{}; ///< from the request's last byte on
    Duration total{};
    struct Certificate {
        QString subject;
        QString issuer;
        QString expires; ///< ISO 8601
    };
    /// The chain that was shown, the target's own first; also where it was not trusted.
    QList<Certificate> certificates;
};

/// How a delivery went. No field has a secret of its target; `event` is as it was given.
struct DeliveryResult {
    DeliveryEvent event;
    QString target; ///< name, or URL of an inline one
    /// The request for a token that this delivery caused, or waited for with others.
    std::optional<DeliveryExchange> token;
    std::optional<DeliveryExchange> delivery;
    bool isDelivered = false; ///< status 200 to 299
    /// Stable code: "refused", "selfSigned", "expiredCertificate", "redirect", "notFound", …; with "token."
    /// before it where there was no token; empty when delivered.
    QString failure;
    QString explanation; ///< what it means and what to do; for a success too

    /// Did no answer come, since the target or what gives the tokens could not be reached?
    [[nodiscard]] bool isUnreachable() const;
    /// All of it but the event's data, which are in the body that was sent.
    [[nodiscard]] QJsonObject toJson() const;
};

} // namespace meshwatch
