// SPDX-License-Identifier: MIT
#pragma once

#include <meshwatch/connector/connectorerror.h>

#include <QByteArray>
#include <QNetworkProxy>
#include <QUrl>

#include <chrono>
#include <optional>
#include <variant>

namespace meshwatch {

/// How to reach one Connector and as whom. A value; it holds secrets, so it is never logged or stored as it
/// is.
struct ConnectorSettings {
    /// No login: a Connector in debug mode, or one whose proxy logs in.
    struct NoAuthentication {
        bool operator==(const NoAuthentication&) const = default;
    };
    /// A key in a header of its own.
    struct ApiKey {
        QByteArray headerName = "X-API-KEY";
        QByteArray key;
        bool operator==(const ApiKey&) const = default;
    };
    /// A token that somebody else obtained.
    struct Bearer {
        QByteArray token;
        bool operator==(const Bearer&) const = default;
    };
    /// OAuth2 client credentials (RFC 6749, 4.4): the client fetches its tokens itself.
    struct OAuth2ClientCredentials {
        QUrl tokenUrl;
        QString clientId;
        QString clientSecret;
        QString scope; ///< blanks between several; empty sends none
        bool operator==(const OAuth2ClientCredentials&) const = default;
    };
    using Authentication = std::variant<NoAuthentication, ApiKey, Bearer, OAuth2ClientCredentials>;

    enum class ProxyUse {
        System, ///< what the desktop or the environment says; loopback addresses go without
        None,
        Custom, ///< `proxy`
    };

    /// When safe requests (GET) are repeated after a broken connection, 502, 503 or 504. The pause doubles
    /// from `firstPause` up to `longestPause`, less a random part of up to one half, so that many clients
    /// spread.
    struct Repeating {
        int tries = 3; ///< in all; 1 never repeats
        std::chrono::milliseconds firstPause{250};
        std::chrono::milliseconds longestPause{5000};
        bool operator==(const Repeating&) const = default;
    };

    QUrl baseUrl; ///< http or https, with any path in front of /health and /api; no user or password
    Authentication authentication;
    QByteArray caCertificatesPem; ///< trusted besides the system's; a self-signed certificate may stand here
    QByteArray clientCertificatePem; ///< with `clientKeyPem`: shown to servers that ask for one
    QByteArray clientKeyPem;
    ProxyUse proxyUse = ProxyUse::System;
    QNetworkProxy proxy;
    bool isHttp2Allowed = true; ///< over TLS, where the server offers it

    /// Longest silence of an answer. A Connector answers a wrong key only after up to 4 s: keep it above 5 s.
    std::chrono::milliseconds timeout{30'000};
    /// The same where the Connector works before it answers: POST Account/Sync fetches everything, and an
    /// upload that is out is passed on to the Backbone.
    std::chrono::milliseconds syncTimeout{300'000};
    /// Longest time of one request in all, however steadily it drips. Uploads and downloads to a file or
    /// device may take as long as they get on.
    std::chrono::milliseconds longestRequest{600'000};
    Repeating repeating;
    /// Answers over this (decompressed) end as TooLarge while they stream in; lists are narrowed by time
    /// windows.
    qint64 maxResponseBytes = 64 * 1024 * 1024;

    /// `baseUrl` as calls use it: without trailing slashes and without what people copy along (/api/core/v1,
    /// /health, /docs).
    [[nodiscard]] QUrl rootUrl() const;
    /// What cannot be right, as kind Invalid: address, header name, key with line breaks, unreadable PEM.
    [[nodiscard]] std::optional<ConnectorError> problem() const;

    bool operator==(const ConnectorSettings&) const = default;
};

/// What a single call may differ in.
struct CallOptions {
    QByteArray correlationId; ///< empty: a fresh UUID. Events caused by the call carry it in webhooks
    std::optional<std::chrono::milliseconds> timeout;
    std::optional<int> tries;
    std::optional<qint64> maxBytes; ///< instead of ConnectorSettings::maxResponseBytes
};

} // namespace meshwatch
